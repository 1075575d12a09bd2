/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Case and accents do not matter, but å, ä and ö are letters: typed they find only themselves,
 * while a and o find them too.
 */
#include "config.h"

#include "lasna-text-search.h"

#include <string.h>

static gboolean
is_own_letter (gunichar letter)
{
  return letter == 0xe5 || letter == 0xe4 || letter == 0xf6;
}

/* Most texts have no letters but these, and folding them is most of what loading costs. Returns
 * FALSE where there are others; then nothing was added.
 */
static gboolean
fold_plain (const char *text, GString *folded)
{
  gsize length = folded->len;
  const guint8 *c = (const guint8 *) text;

  for (; *c != '\0'; c++)
    {
      if (*c < 0x80)
        {
          g_string_append_c (folded, g_ascii_tolower ((char) *c));
          continue;
        }
      /* Å, Ä, Ö and å, ä, ö in UTF-8; the small ones are 0x20 on. */
      if (*c != 0xc3 || ((c[1] | 0x20) != 0xa5 && (c[1] | 0x20) != 0xa4 && (c[1] | 0x20) != 0xb6))
        break;
      g_string_append_c (folded, (char) 0xc3);
      g_string_append_c (folded, (char) (c[1] | 0x20));
      c++;
    }
  if (*c == '\0')
    return TRUE;
  g_string_truncate (folded, length);
  return FALSE;
}

/**
 * lasna_text_search_fold:
 * @folded: what is added to
 *
 * Adds @text in small letters, without accents but those of å, ä and ö.
 */
void
lasna_text_search_fold (const char *text, GString *folded)
{
  g_autofree char *small = NULL;
  g_autofree char *whole = NULL;

  if (fold_plain (text, folded))
    return;
  small = g_utf8_strdown (text, -1);
  whole = g_utf8_normalize (small, -1, G_NORMALIZE_ALL_COMPOSE);
  for (const char *c = whole; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);
      gunichar parts[4];

      if (letter >= 0x80 && !is_own_letter (letter))
        {
          if (g_unichar_ismark (letter))
            continue;
          g_unichar_fully_decompose (letter, FALSE, parts, G_N_ELEMENTS (parts));
          letter = parts[0];
        }
      g_string_append_unichar (folded, letter);
    }
}

static gboolean
is_same (gunichar letter, gunichar wanted)
{
  if (letter == wanted)
    return TRUE;
  if (wanted == 'a')
    return letter == 0xe5 || letter == 0xe4;
  return wanted == 'o' && letter == 0xf6;
}

/* Returns where the needle ends; NULL where it is not here. */
static const char *
match_here (const char *at, const char *end, const char *needle)
{
  for (; *needle != '\0'; needle = g_utf8_next_char (needle), at = g_utf8_next_char (at))
    if (at >= end || !is_same (g_utf8_get_char (at), g_utf8_get_char (needle)))
      return NULL;
  return at;
}

/**
 * lasna_text_search_find:
 * @folded: a folded text
 * @needle: a folded needle, not empty
 * @found_length: (out): how many bytes of @folded it covers
 *
 * Returns: (nullable): where @needle is first found
 */
const char *
lasna_text_search_find (const char *folded, gsize length, const char *needle, gsize *found_length)
{
  const char *end = folded + length;

  for (const char *at = folded; at < end; at = g_utf8_next_char (at))
    {
      const char *after = match_here (at, end, needle);

      if (after == NULL)
        continue;
      *found_length = (gsize) (after - at);
      return at;
    }
  return NULL;
}

/**
 * lasna_text_search_is_at:
 *
 * Returns: whether the folded text from @at to @end begins with @needle
 */
gboolean
lasna_text_search_is_at (const char *at, const char *end, const char *needle)
{
  return match_here (at, end, needle) != NULL;
}

/**
 * lasna_text_search_matches:
 * @folded: a folded text
 * @needle: a folded needle, not empty
 *
 * Returns: whether @needle occurs in @folded
 */
gboolean
lasna_text_search_matches (const char *folded, gsize length, const char *needle)
{
  gsize found_length;

  return lasna_text_search_find (folded, length, needle, &found_length) != NULL;
}
