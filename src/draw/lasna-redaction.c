/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A name is hidden where a word begins with it, so that its inflected forms go too (Marjan,
 * Marjalle). Rather too much is hidden than too little.
 */
#include "config.h"

#include "lasna-redaction.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LEAST_PART 3 /* letters of a part of a name that is hidden alone */

struct _LasnaRedaction
{
  GPtrArray *names; /* char *, the longest first */
  const char *instead;
};

static int
compare_lengths (gconstpointer first, gconstpointer second)
{
  gsize one = strlen (*(char *const *) first);
  gsize other = strlen (*(char *const *) second);

  return (one < other) - (one > other);
}

/* A whole name, and those parts of it that look like a name of their own. */
static void
add_name (LasnaRedaction *self, const char *name)
{
  /* "The Hiltunens" must not hide every "the" at the beginning of a sentence. */
  static const char *const articles[] = { "The", "Den", "Det", "Ett", NULL };
  g_auto (GStrv) parts = NULL;

  if (name == NULL || *name == '\0')
    return;
  g_ptr_array_add (self->names, g_strdup (name));
  parts = g_strsplit_set (name, " -", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!g_strv_contains (articles, parts[i]) && g_utf8_strlen (parts[i], -1) >= LEAST_PART &&
        g_unichar_isupper (g_utf8_get_char (parts[i])))
      g_ptr_array_add (self->names, g_strdup (parts[i]));
}

/**
 * lasna_redaction_new:
 *
 * Returns: (transfer full): the names of everybody in @workbook
 */
LasnaRedaction *
lasna_redaction_new (LasnaWorkbook *workbook, LasnaLanguage language)
{
  LasnaRedaction *self = g_new0 (LasnaRedaction, 1);
  GListModel *people = lasna_workbook_get_records (workbook, "person");

  self->names = g_ptr_array_new_with_free_func (g_free);
  /* Translators: stands where a name was hidden. */
  self->instead = lasna_words (language, N_ ("N.N."));
  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (LasnaRecord) person = g_list_model_get_item (people, i);

      add_name (self, lasna_record_get_text (person, "display-name"));
    }
  g_ptr_array_sort (self->names, compare_lengths);
  return self;
}

void
lasna_redaction_free (LasnaRedaction *self)
{
  g_ptr_array_unref (self->names);
  g_free (self);
}

static const char *
find_name (const LasnaRedaction *self, const char *at)
{
  for (guint i = 0; i < self->names->len; i++)
    if (g_str_has_prefix (at, g_ptr_array_index (self->names, i)))
      return g_ptr_array_index (self->names, i);
  return NULL;
}

/**
 * lasna_redaction_hide:
 * @text: (inout): replaced where it has a name in it
 * @names: a LasnaRedaction
 *
 * Puts something else where a name stands.
 */
void
lasna_redaction_hide (char **text, gpointer names)
{
  const LasnaRedaction *self = names;
  GString *out = g_string_new (NULL);
  gboolean inside = FALSE;
  const char *at = *text;

  while (*at != '\0')
    {
      const char *name = inside ? NULL : find_name (self, at);
      const char *next = g_utf8_next_char (at);

      if (name != NULL)
        {
          g_string_append (out, self->instead);
          for (at += strlen (name); g_unichar_isalpha (g_utf8_get_char (at));
               at = g_utf8_next_char (at))
            ;
          continue;
        }
      inside = g_unichar_isalnum (g_utf8_get_char (at));
      g_string_append_len (out, at, next - at);
      at = next;
    }
  g_free (*text);
  *text = g_string_free (out, FALSE);
}
