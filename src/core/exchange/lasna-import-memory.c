/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not recorded: undoing an import does not unlearn what its columns are.
 */
#include "config.h"

#include "lasna-import-memory.h"

static char *
print (GHashTable *said)
{
  GVariantBuilder builder;
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (said), (GCompareFunc) g_strcmp0);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (GList *key = keys; key != NULL; key = key->next)
    g_variant_builder_add (
        &builder, "{ss}", key->data, (const char *) g_hash_table_lookup (said, key->data));
  variant = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_print (variant, FALSE);
}

/**
 * lasna_import_memory_write:
 * @store: not inside a transaction
 * @shape: of the file; see lasna_import_plan_get_shape()
 * @said: from keys of lasna_import_options_set() to values
 *
 * Returns: whether it is remembered
 */
gboolean
lasna_import_memory_write (LasnaStore *store, guint64 shape, GHashTable *said, GError **error)
{
  g_autofree char *text = print (said);
  LasnaStatement *statement;

  if (!lasna_store_begin (store, error))
    return FALSE;
  statement = lasna_store_prepare (
      store, "INSERT OR REPLACE INTO import_memory (shape, said) VALUES (?1, ?2)", error);
  if (statement != NULL)
    {
      lasna_statement_bind_integer (statement, 1, (gint64) shape);
      lasna_statement_bind_text (statement, 2, text);
      if (lasna_statement_run (statement, error))
        return lasna_store_commit (store, error);
    }
  lasna_store_roll_back (store);
  return FALSE;
}

static void
parse (const char *text, GHashTable *said)
{
  g_autoptr (GVariant) variant = g_variant_parse (G_VARIANT_TYPE ("a{ss}"), text, NULL, NULL, NULL);
  GVariantIter iterator;
  char *key;
  char *value;

  if (variant == NULL)
    return;
  g_variant_iter_init (&iterator, variant);
  while (g_variant_iter_next (&iterator, "{ss}", &key, &value))
    g_hash_table_replace (said, key, value);
}

/**
 * lasna_import_memory_read:
 * @said: that owns its keys and values, and gets what was said last
 *
 * Returns: whether anything is remembered of files of that shape
 */
gboolean
lasna_import_memory_read (LasnaStore *store, guint64 shape, GHashTable *said)
{
  LasnaStatement *statement =
      lasna_store_prepare (store, "SELECT said FROM import_memory WHERE shape = ?1", NULL);

  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_integer (statement, 1, (gint64) shape);
  if (lasna_statement_step (statement, NULL) == LASNA_STEP_ROW)
    parse (lasna_statement_get_text (statement, 1), said);
  lasna_statement_reset (statement);
  return g_hash_table_size (said) > 0;
}
