/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Closed lists of values.
 */
#include "config.h"

#include "lasna-catalogue-private.h"

/**
 * lasna_catalogue_add_set:
 * @sets: sets by id
 * @terms: an array that stays
 */
void
lasna_catalogue_add_set (
    GHashTable *sets, const char *id, LasnaText title, const LasnaTerm *terms, guint n_terms)
{
  LasnaIndexedSet *indexed = g_new0 (LasnaIndexedSet, 1);

  indexed->set = (LasnaTermSet){ .id = id, .title = title, .terms = terms, .n_terms = n_terms };
  indexed->terms = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_terms; i++)
    g_hash_table_insert (indexed->terms, (gpointer) terms[i].id, (gpointer) &terms[i]);
  g_hash_table_insert (sets, (gpointer) id, indexed);
}

static void
read_set (JsonObject *object, GHashTable *sets)
{
  JsonArray *values = json_object_get_array_member (object, "values");
  guint n = json_array_get_length (values);
  LasnaTerm *terms = g_new0 (LasnaTerm, n);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *value = json_array_get_object_element (values, i);

      terms[i].id = lasna_catalogue_read_string (value, "id");
      terms[i].label = lasna_catalogue_read_text (value, "label");
    }
  lasna_catalogue_add_set (sets,
                           lasna_catalogue_read_string (object, "id"),
                           lasna_catalogue_read_text (object, "title"),
                           terms,
                           n);
}

gpointer
lasna_catalogue_load_terms (gpointer self)
{
  g_autoptr (JsonObject) root = lasna_catalogue_read ("vocabularies");
  LasnaTermsFile *file = g_new0 (LasnaTermsFile, 1);

  file->sets = g_hash_table_new (g_str_hash, g_str_equal);

  JsonArray *vocabularies = json_object_get_array_member (root, "vocabularies");
  for (guint i = 0; i < json_array_get_length (vocabularies); i++)
    read_set (json_array_get_object_element (vocabularies, i), file->sets);
  return file;
}
