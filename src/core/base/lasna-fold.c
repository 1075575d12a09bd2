/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folding.
 */
#include "config.h"

#include "lasna-fold.h"

#include <string.h>

/**
 * lasna_fold:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text in one case, without accents, its letters and digits in words
 *   with single spaces between them; "#" stays, for it is a name of its own
 */
char *
lasna_fold (const char *text)
{
  g_autofree char *cased = g_utf8_casefold (text, -1);
  g_autofree char *apart = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_sized_new (apart != NULL ? strlen (apart) : 0);
  gboolean gap = FALSE;

  for (const char *c = apart; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_ismark (letter))
        continue;
      if (!g_unichar_isalnum (letter) && letter != '#')
        {
          gap = folded->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (folded, ' ');
      gap = FALSE;
      g_string_append_unichar (folded, letter);
    }
  return g_string_free (folded, FALSE);
}

/**
 * lasna_fold_is_listed:
 * @folded: a folded text
 * @list: folded texts with bars between them
 *
 * Returns: whether @folded is one of @list
 */
gboolean
lasna_fold_is_listed (const char *folded, const char *list)
{
  gsize length = strlen (folded);

  for (const char *item = list; item != NULL && length > 0; item = strchr (item, '|'))
    {
      item += *item == '|';
      if (strncmp (item, folded, length) == 0 && (item[length] == '|' || item[length] == '\0'))
        return TRUE;
    }
  return FALSE;
}
