/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finnish words are parted by libvoikko, Swedish and English ones by libhyphen. Where a dictionary
 * is not installed, words stay whole.
 */
#include "config.h"

#include "lasna-hyphen.h"

#include <hyphen.h>
#include <libvoikko/voikko.h>
#include <string.h>

#define SOFT_HYPHEN "\302\255"

/* Shorter pieces than these are hard to read at the end and at the beginning of a line. */
#define LEAST_BEFORE 3
#define LEAST_AFTER 3
#define LEAST_WORD 6

struct _LasnaHyphen
{
  LasnaLanguage language;
  gboolean is_loaded;
  struct VoikkoHandle *voikko; /* Finnish, or NULL */
  HyphenDict *patterns;        /* the others, or NULL */
};

static HyphenDict *
load_patterns (const char *const *names)
{
  const char *const *folders = g_get_system_data_dirs ();

  for (guint i = 0; names[i] != NULL; i++)
    for (guint j = 0; folders[j] != NULL; j++)
      {
        g_autofree char *path = g_build_filename (folders[j], "hyphen", names[i], NULL);
        HyphenDict *patterns =
            g_file_test (path, G_FILE_TEST_IS_REGULAR) ? hnj_hyphen_load (path) : NULL;

        if (patterns != NULL)
          return patterns;
      }
  return NULL;
}

/* A dictionary takes long to load, and many pictures need none. */
static void
ensure_loaded (LasnaHyphen *self)
{
  static const char *const english[] = { "hyph_en_GB.dic", "hyph_en_US.dic", NULL };
  static const char *const swedish[] = { "hyph_sv_SE.dic", "hyph_sv_FI.dic", "hyph_sv.dic", NULL };
  const char *error = NULL;

  if (self->is_loaded)
    return;
  self->is_loaded = TRUE;
  switch (self->language)
    {
    case LASNA_LANGUAGE_FI:
      self->voikko = voikkoInit (&error, "fi", NULL);
      if (self->voikko != NULL)
        voikkoSetBooleanOption (self->voikko, VOIKKO_OPT_NO_UGLY_HYPHENATION, 1);
      else
        g_debug ("No Finnish hyphenation: %s", error);
      break;
    case LASNA_LANGUAGE_SV:
      self->patterns = load_patterns (swedish);
      break;
    case LASNA_LANGUAGE_EN:
    default:
      self->patterns = load_patterns (english);
      break;
    }
}

/**
 * lasna_hyphen_new:
 *
 * Returns: (transfer full): where words of @language may be parted; without a dictionary, nowhere
 */
LasnaHyphen *
lasna_hyphen_new (LasnaLanguage language)
{
  LasnaHyphen *self = g_new0 (LasnaHyphen, 1);

  self->language = language;
  return self;
}

void
lasna_hyphen_free (LasnaHyphen *self)
{
  g_clear_pointer (&self->voikko, voikkoTerminate);
  g_clear_pointer (&self->patterns, hnj_hyphen_free);
  g_free (self);
}

/* Marks in @points, one byte a character, the characters before which a word may be parted. */
static gboolean
find_points (LasnaHyphen *self, const char *word, glong n_characters, char *points)
{
  ensure_loaded (self);
  if (self->voikko != NULL)
    {
      char *pattern = voikkoHyphenateCstr (self->voikko, word);
      glong n = pattern != NULL ? (glong) strlen (pattern) : 0;

      for (glong i = 0; i < n && i < n_characters; i++)
        points[i] = pattern[i] == '-';
      if (pattern != NULL)
        voikkoFreeCstr (pattern);
      return n > 0;
    }

  if (self->patterns == NULL)
    return FALSE;

  /* Patterns are made of small letters, in the encoding of their file: Swedish ones in Latin-1.
   * A word that folding lengthens or the encoding cannot write stays whole.
   */
  g_autofree char *small = g_utf8_strdown (word, -1);
  g_autofree char *coded = g_convert (small, -1, self->patterns->cset, "UTF-8", NULL, NULL, NULL);

  if (coded == NULL || g_utf8_strlen (small, -1) != n_characters)
    return FALSE;

  int length = (int) strlen (coded);
  g_autofree char *marks = g_malloc0 ((gsize) length + 5);
  char **replacements = NULL;
  int *positions = NULL;
  int *cuts = NULL;

  if (hnj_hyphen_hyphenate2 (
          self->patterns, coded, length, marks, NULL, &replacements, &positions, &cuts) != 0)
    return FALSE;

  /* The vector is by characters: an odd number stands at the character before the point. Points
   * that would change the spelling (tillåta as till-låta) are left out.
   */
  for (glong i = 0; i + 1 < n_characters; i++)
    points[i + 1] = (marks[i] & 1) && (replacements == NULL || replacements[i] == NULL);
  for (int i = 0; replacements != NULL && i < length; i++)
    g_free (replacements[i]);
  g_free (replacements);
  g_free (positions);
  g_free (cuts);
  return TRUE;
}

static void
append_word (LasnaHyphen *self, GString *out, const char *start, gsize length)
{
  g_autofree char *word = g_strndup (start, length);
  glong n = g_utf8_strlen (word, -1);
  g_autofree char *points = g_malloc0 ((gsize) n + 1);

  if (n < LEAST_WORD || !find_points (self, word, n, points))
    {
      g_string_append_len (out, start, (gssize) length);
      return;
    }

  const char *at = word;

  for (glong i = 0; i < n; i++)
    {
      const char *next = g_utf8_next_char (at);

      if (points[i] && i >= LEAST_BEFORE && n - i >= LEAST_AFTER)
        g_string_append (out, SOFT_HYPHEN);
      g_string_append_len (out, at, next - at);
      at = next;
    }
}

/**
 * lasna_hyphen_dup_text:
 *
 * Returns: (transfer full): @text with soft hyphens (U+00AD) in its words. They are invisible
 *   unless a line ends at one.
 */
char *
lasna_hyphen_dup_text (LasnaHyphen *self, const char *text)
{
  GString *out = g_string_new (NULL);
  const char *at = text;

  while (*at != '\0')
    {
      const char *start = at;

      while (*at != '\0' && g_unichar_isalpha (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      if (at > start)
        {
          append_word (self, out, start, (gsize) (at - start));
          continue;
        }
      at = g_utf8_next_char (at);
      g_string_append_len (out, start, at - start);
    }
  return g_string_free (out, FALSE);
}
