/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Long words in narrow places.
 */
#include "config.h"

#include "lasna-parting.h"

#include "lasna-hyphen.h"

/* Shorter words fit even the narrowest column; parted they would only be harder to read. */
#define LONG_WORD 12

/* A word joiner: no line ends here. */
#define JOINER "\342\201\240"

static void
append_word (GString *out, LasnaLanguage language, const char *start, const char *end)
{
  static LasnaHyphen *hyphens[LASNA_N_LANGUAGES];
  g_autofree char *word = g_strndup (start, (gsize) (end - start));
  g_autofree char *parted = NULL;

  if (g_utf8_strlen (word, -1) >= LONG_WORD)
    {
      if (hyphens[language] == NULL)
        hyphens[language] = lasna_hyphen_new (language);
      parted = lasna_hyphen_dup_text (hyphens[language], word);
    }
  g_string_append (out, parted != NULL ? parted : word);
}

/**
 * lasna_parting_dup:
 * @language: of @text
 * @text: (nullable): what to show; NULL is nothing
 *
 * Prepares a text for a narrow column. A hyphen that begins a word ("leaflets and -coupons") stays
 * with it. The dictionary of a language is read when the first long word of it is met, and kept:
 * it never changes. For the main thread only.
 *
 * Returns: (transfer full): @text, with soft hyphens at the places where its long words may be
 *   parted
 */
char *
lasna_parting_dup (LasnaLanguage language, const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean after_space = TRUE;

  for (const char *at = text != NULL ? text : ""; *at != '\0';)
    {
      const char *start = at;

      while (*at != '\0' && g_unichar_isalpha (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      if (at > start)
        {
          append_word (out, language, start, at);
          after_space = FALSE;
          continue;
        }
      at = g_utf8_next_char (at);
      g_string_append_len (out, start, at - start);
      if (after_space && *start == '-' && g_unichar_isalpha (g_utf8_get_char (at)))
        g_string_append (out, JOINER);
      after_space = *start == ' ';
    }
  return g_string_free (out, FALSE);
}
