/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding names in texts. A name is found with the endings that Finnish and Swedish give it; where
 * a name is also a word, the word goes too: better one word too many than one name. Names are
 * looked up by their first word, so that a million of them take no longer than ten.
 */
#include "config.h"

#include "lasna-names.h"

#include <string.h>

/* Shorter ones are initials and particles. */
#define LEAST_LETTERS 3

/* Of an ending, as in "Maijallekin". */
#define MOST_ENDING 6

typedef struct
{
  char *name; /* as it is written */
  char *rest; /* in small letters, what follows its first word; "" for nothing */
  char *instead;
  gboolean any_case;
  gboolean any_ending;
} Name;

struct _LasnaNames
{
  GHashTable *names;  /* from a first word, in small letters, to an array of Name */
  GHashTable *spared; /* in small letters, words that are nobody's name */
};

static void
name_free (gpointer data)
{
  Name *name = data;

  g_free (name->name);
  g_free (name->rest);
  g_free (name->instead);
  g_free (name);
}

LasnaNames *
_lasna_names_new (void)
{
  LasnaNames *self = g_new0 (LasnaNames, 1);

  self->names =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->spared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
_lasna_names_free (LasnaNames *self)
{
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->spared);
  g_free (self);
}

/* Letter by letter, so that a text and its small letters can be compared in step. */
static void
append_small (GString *small, const char *text, const char *end)
{
  for (; text < end; text = g_utf8_next_char (text))
    g_string_append_unichar (small, g_unichar_tolower (g_utf8_get_char (text)));
}

static char *
dup_small (const char *text)
{
  GString *small = g_string_new (NULL);

  append_small (small, text, text + strlen (text));
  return g_string_free (small, FALSE);
}

static const char *
find_word_end (const char *text)
{
  while (g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/* @word is what many are called, such as the name of a segment. */
void
_lasna_names_spare (LasnaNames *self, const char *word)
{
  if (word != NULL)
    g_hash_table_add (self->spared, dup_small (word));
}

static void
insert (
    LasnaNames *self, const char *text, const char *instead, gboolean any_case, gboolean any_ending)
{
  const char *end = find_word_end (text);
  g_autoptr (GString) first = g_string_new (NULL);
  GPtrArray *array;
  Name *name;

  append_small (first, text, end);
  array = g_hash_table_lookup (self->names, first->str);
  if (array == NULL)
    {
      array = g_ptr_array_new_with_free_func (name_free);
      g_hash_table_insert (self->names, g_strdup (first->str), array);
    }
  for (guint i = 0; i < array->len; i++)
    if (strcmp (((Name *) array->pdata[i])->name, text) == 0)
      return;
  name = g_new0 (Name, 1);
  name->name = g_strdup (text);
  name->rest = dup_small (end);
  name->instead = g_strdup (instead);
  name->any_case = any_case;
  name->any_ending = any_ending;
  g_ptr_array_add (array, name);
}

static void
add_name (LasnaNames *self, const char *name, const char *instead, gboolean any_case)
{
  g_autofree char *small = dup_small (name);

  while (*name != '\0' && !g_unichar_isalnum (g_utf8_get_char (name)))
    name = g_utf8_next_char (name);
  if (g_utf8_strlen (name, -1) < LEAST_LETTERS || g_hash_table_contains (self->spared, small))
    return;
  insert (self, name, instead, any_case, FALSE);

  /* Virtanen is also Virtasen, Virtaselle. */
  if (g_str_has_suffix (name, "nen") && strlen (name) >= 6)
    {
      g_autofree char *stem = g_strndup (name, strlen (name) - strlen ("nen"));
      g_autofree char *weak = g_strconcat (stem, "s", NULL);

      insert (self, weak, instead, any_case, TRUE);
    }
}

/* @parts: whether the first name and the last name alone mean the person too */
void
_lasna_names_add (LasnaNames *self, const char *name, const char *instead, gboolean parts)
{
  /* "The Hiltunens" must not take every "The" at the beginning of a sentence. */
  static const char *const articles[] = { "The", "Den", "Det", "Ett", NULL };

  /* Anna-Liisa is also Anna and Liisa. */
  static const char *const cuts[] = { " \t\n,;/()", " \t\n,;/()-" };
  g_autofree char *valid = NULL;

  if (name == NULL)
    return;
  valid = g_strstrip (g_utf8_make_valid (name, -1));
  add_name (self, valid, instead, strpbrk (valid, cuts[0]) != NULL);
  for (guint c = 0; parts && c < G_N_ELEMENTS (cuts); c++)
    {
      g_auto (GStrv) words = g_strsplit_set (valid, cuts[c], -1);

      for (guint i = 0; words[i] != NULL; i++)
        if (g_unichar_isupper (g_utf8_get_char (words[i])) && !g_strv_contains (articles, words[i]))
          add_name (self, words[i], instead, FALSE);
    }
}

/* How far @text goes on with @small, letter by letter; NULL where it does not. */
static const char *
skip_small (const char *text, const char *small)
{
  for (; *small != '\0'; small = g_utf8_next_char (small), text = g_utf8_next_char (text))
    if (g_unichar_tolower (g_utf8_get_char (text)) != g_utf8_get_char (small))
      return NULL;
  return text;
}

static gboolean
is_shouted (const char *from, const char *to)
{
  while (from < to && !g_unichar_islower (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);
  return from == to;
}

/* Where the name ends that begins at @word and whose first word ends at @end; NULL for none. */
static const char *
match (const Name *name, const char *word, const char *end, const char *word_end)
{
  const char *after;

  if (*name->rest != '\0' && end != word_end)
    return NULL;
  after = skip_small (end, name->rest);
  if (after == NULL ||
      (!name->any_case && !g_str_has_prefix (word, name->name) && !is_shouted (word, end)))
    return NULL;
  for (guint n = 0;
       (name->any_ending || n < MOST_ENDING) && g_unichar_isalpha (g_utf8_get_char (after));
       n++)
    after = g_utf8_next_char (after);
  return after;
}

/* The name that goes furthest from @word on. */
static const Name *
find (LasnaNames *self, const char *word, const char **end, GString *prefix)
{
  const char *word_end = find_word_end (word);
  const Name *best = NULL;

  g_string_truncate (prefix, 0);
  for (const char *at = word; at < word_end;)
    {
      const char *next = g_utf8_next_char (at);
      const GPtrArray *array;

      append_small (prefix, at, next);
      at = next;
      array = g_hash_table_lookup (self->names, prefix->str);
      for (guint i = 0; array != NULL && i < array->len; i++)
        {
          const char *after = match (array->pdata[i], word, at, word_end);

          if (after == NULL || (best != NULL && after < *end))
            continue;
          best = array->pdata[i];
          *end = after;
        }
    }
  return best;
}

/* Returns: (transfer full) (nullable): @text without names; NULL where it has none */
char *
_lasna_names_replace (LasnaNames *self, const char *text)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) prefix = NULL;
  g_autoptr (GString) replaced = NULL;
  const char *from;

  if (g_hash_table_size (self->names) == 0)
    return NULL;
  valid = g_utf8_make_valid (text, -1);
  prefix = g_string_new (NULL);
  from = valid;
  for (const char *at = valid; *at != '\0';)
    {
      const char *end = find_word_end (at);
      const Name *name = end > at ? find (self, at, &end, prefix) : NULL;

      if (name != NULL)
        {
          if (replaced == NULL)
            replaced = g_string_new (NULL);
          g_string_append_len (replaced, from, at - from);
          g_string_append (replaced, name->instead);
          from = end;
        }
      at = end > at ? end : g_utf8_next_char (at);
    }
  if (replaced == NULL)
    return NULL;
  g_string_append (replaced, from);
  return g_string_free (g_steal_pointer (&replaced), FALSE);
}
