/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding names in texts. A name is found with the endings that Finnish and Swedish give it; where
 * a name is also a word, the word goes too: better one word too many than one name.
 */
#include "config.h"

#include "lasna-names.h"

#include <string.h>

/* Shorter ones are initials and particles. */
#define LEAST_LETTERS 3

struct _LasnaNames
{
  GHashTable *instead; /* name, folded, to what stands for it */
  GHashTable *spared;  /* folded words that are nobody's name */
  GPtrArray *patterns;
  GRegex *regex; /* NULL until needed */
};

LasnaNames *
_lasna_names_new (void)
{
  LasnaNames *self = g_new0 (LasnaNames, 1);

  self->instead = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->spared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->patterns = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
_lasna_names_free (LasnaNames *self)
{
  g_hash_table_unref (self->instead);
  g_hash_table_unref (self->spared);
  g_ptr_array_unref (self->patterns);
  g_clear_pointer (&self->regex, g_regex_unref);
  g_free (self);
}

/* @word is what many are called, such as the name of a segment. */
void
_lasna_names_spare (LasnaNames *self, const char *word)
{
  if (word != NULL)
    g_hash_table_add (self->spared, g_utf8_casefold (word, -1));
}

/* Virtanen is also Virtasen, Virtaselle. */
static void
add_weak_stem (LasnaNames *self, const char *name, const char *instead)
{
  g_autofree char *stem = NULL;
  g_autofree char *escaped = NULL;

  if (!g_str_has_suffix (name, "nen") || strlen (name) < 6)
    return;
  stem = g_strndup (name, strlen (name) - 3);
  escaped = g_regex_escape_string (stem, -1);
  g_ptr_array_add (self->patterns, g_strdup_printf ("%ss\\p{L}*", escaped));
  g_hash_table_insert (self->instead, g_utf8_casefold (stem, -1), g_strdup (instead));
}

static void
add_name (LasnaNames *self, const char *name, const char *instead, gboolean any_case)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *escaped = NULL;

  if (g_utf8_strlen (name, -1) < LEAST_LETTERS || g_hash_table_contains (self->spared, folded) ||
      g_hash_table_contains (self->instead, folded))
    return;
  escaped = g_regex_escape_string (name, -1);
  g_ptr_array_add (self->patterns,
                   g_strdup_printf (any_case ? "(?i:%s)\\p{L}{0,6}" : "%s\\p{L}{0,6}", escaped));
  g_hash_table_insert (self->instead, g_steal_pointer (&folded), g_strdup (instead));
  add_weak_stem (self, name, instead);
}

/* @parts: whether the first name and the last name alone mean the person too */
void
_lasna_names_add (LasnaNames *self, const char *name, const char *instead, gboolean parts)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *valid = NULL;

  if (name == NULL)
    return;
  valid = g_strstrip (g_utf8_make_valid (name, -1));
  words = g_strsplit_set (valid, " \t\n,;/()", -1);
  add_name (self, valid, instead, g_strv_length (words) > 1);
  for (guint i = 0; parts && words[i] != NULL; i++)
    if (g_unichar_isupper (g_utf8_get_char (words[i])))
      add_name (self, words[i], instead, FALSE);
}

static int
compare_lengths (gconstpointer one, gconstpointer two)
{
  gsize first = strlen (*(const char *const *) one);
  gsize second = strlen (*(const char *const *) two);

  return first < second ? 1 : first > second ? -1 : 0;
}

/* The longest names first, so that the whole name goes in one. */
static void
compile (LasnaNames *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *all = NULL;
  g_autofree char *pattern = NULL;

  g_ptr_array_sort (self->patterns, compare_lengths);
  g_ptr_array_add (self->patterns, NULL);
  all = g_strjoinv ("|", (char **) self->patterns->pdata);
  pattern = g_strdup_printf ("(?<!\\p{L})(?:%s)", all);
  self->regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, &error);
  g_assert_no_error (error);
}

/* What stands for the longest known name that @found begins with. */
static const char *
find_instead (LasnaNames *self, const char *found)
{
  g_autofree char *folded = g_utf8_casefold (found, -1);

  for (char *end = folded + strlen (folded); end > folded;
       end = g_utf8_find_prev_char (folded, end))
    {
      const char *instead;

      *end = '\0';
      instead = g_hash_table_lookup (self->instead, folded);
      if (instead != NULL)
        return instead;
    }
  return "…";
}

static gboolean
replace_cb (const GMatchInfo *match, GString *result, gpointer data)
{
  g_autofree char *found = g_match_info_fetch (match, 0);

  g_string_append (result, find_instead (data, found));
  return FALSE;
}

/* Returns: (transfer full) (nullable): @text without names; NULL where it has none */
char *
_lasna_names_replace (LasnaNames *self, const char *text)
{
  g_autofree char *valid = NULL;

  if (self->patterns->len == 0)
    return NULL;
  if (self->regex == NULL)
    compile (self);
  valid = g_utf8_make_valid (text, -1);
  if (!g_regex_match (self->regex, valid, 0, NULL))
    return NULL;
  return g_regex_replace_eval (self->regex, valid, -1, 0, 0, replace_cb, self, NULL);
}
