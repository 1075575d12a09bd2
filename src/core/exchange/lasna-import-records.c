/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels, and records on request, as rows of the workbook.
 */
#include "config.h"

#include "lasna-import-labels.h"

#include "lasna-channel.h"
#include "lasna-fold.h"
#include "lasna-segment.h"
#include "lasna-stage.h"
#include "lasna-touchpoint.h"

#include <string.h>

static LasnaRecord *
find_label_stage (LasnaImportLabels *self,
                  LasnaWorkbook *workbook,
                  const LasnaImportLabel *touchpoint)
{
  GPtrArray *labels = lasna_import_labels_get_all (self);

  for (guint i = 0; touchpoint->stage != NULL && i < labels->len; i++)
    {
      const LasnaImportLabel *label = labels->pdata[i];

      if (label->kind == LASNA_PLACE_STAGE && label->record != 0 &&
          strcmp (label->text, touchpoint->stage) == 0)
        return lasna_workbook_find (workbook, "stage", label->record);
    }
  return NULL;
}

static LasnaRecord *
find_journey (LasnaWorkbook *workbook, LasnaRecord *journey)
{
  GListModel *journeys = lasna_workbook_get_records (workbook, "journey");

  if (journey != NULL)
    return g_object_ref (journey);
  return g_list_model_get_n_items (journeys) == 1 ? g_list_model_get_item (journeys, 0) : NULL;
}

/* Makes the record that a name asks for; NULL where nothing says to what it would belong. */
static LasnaRecord *
create_record (LasnaImportLabels *self,
               LasnaWorkbook *workbook,
               LasnaRecord *journey,
               const LasnaImportLabel *label)
{
  g_autoptr (LasnaRecord) owner = NULL;
  g_autofree char *code = NULL;

  switch (label->kind)
    {
    case LASNA_PLACE_STAGE:
      owner = find_journey (workbook, journey);
      return owner != NULL
                 ? lasna_workbook_add (
                       workbook, LASNA_TYPE_STAGE, "journey", owner, "title", label->text, NULL)
                 : NULL;
    case LASNA_PLACE_TOUCHPOINT:
      owner = find_label_stage (self, workbook, label);
      return owner != NULL
                 ? lasna_workbook_add (
                       workbook, LASNA_TYPE_TOUCHPOINT, "stage", owner, "title", label->text, NULL)
                 : NULL;
    case LASNA_PLACE_CHANNEL:
      code = g_strdup_printf ("channel.own.%" G_GINT64_FORMAT, label->id);
      return lasna_workbook_add (
          workbook, LASNA_TYPE_CHANNEL, "code", code, "title", label->text, NULL);
    case LASNA_PLACE_SEGMENT:
      return lasna_workbook_add (workbook, LASNA_TYPE_SEGMENT, "name", label->text, NULL);
    default:
      return NULL;
    }
}

/**
 * lasna_import_labels_create_records:
 * @journey: (nullable): to which new stages belong; by default the only one there is
 *
 * Makes records of the names that stand for nothing, inside the change that is under way. Two
 * spellings of one name become one record.
 */
void
lasna_import_labels_create_records (LasnaImportLabels *self,
                                    LasnaWorkbook *workbook,
                                    LasnaRecord *journey)
{
  GPtrArray *labels = lasna_import_labels_get_all (self);

  for (guint kind = 0; kind < LASNA_N_PLACES; kind++)
    {
      g_autoptr (GHashTable) made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < labels->len; i++)
        {
          LasnaImportLabel *label = labels->pdata[i];
          g_autofree char *folded = lasna_fold (label->text);
          LasnaRecord *record;

          if (label->kind != kind || label->count == 0 || label->record != 0 || label->code != NULL)
            continue;
          record = g_hash_table_lookup (made, folded);
          if (record == NULL)
            record = create_record (self, workbook, journey, label);
          if (record == NULL)
            continue;
          label->record = lasna_record_get_id (record);
          if (kind == LASNA_PLACE_CHANNEL)
            label->code = g_intern_string (lasna_record_get_text (record, "code"));
          g_hash_table_insert (made, g_steal_pointer (&folded), record);
        }
    }
}

static gboolean
write_label (LasnaStore *store, const LasnaImportLabel *label, const char *stamp, GError **error)
{
  LasnaStatement *statement = lasna_store_prepare (
      store,
      label->is_new
          ? "INSERT INTO label (id, created_at, updated_at, kind, text, record, code) "
            "VALUES (?1, ?2, ?2, ?3, ?4, ?5, ?6)"
          : "UPDATE label SET updated_at = ?2, record = ?5, code = ?6 "
            "WHERE id = ?1 AND record IS NULL AND ?5 IS NOT NULL AND kind = ?3 AND text = ?4",
      error);

  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_integer (statement, 1, label->id);
  lasna_statement_bind_text (statement, 2, stamp);
  lasna_statement_bind_text (statement, 3, lasna_import_label_get_kind_term (label));
  lasna_statement_bind_text (statement, 4, label->text);
  if (label->record != 0)
    lasna_statement_bind_integer (statement, 5, label->record);
  else
    lasna_statement_bind_null (statement, 5);
  if (label->code != NULL)
    lasna_statement_bind_text (statement, 6, label->code);
  else
    lasna_statement_bind_null (statement, 6);
  return lasna_statement_run (statement, error);
}

/**
 * lasna_import_labels_write:
 * @creates: whether labels that were there may have got a record now
 *
 * Returns: whether the labels that voices came with are in the file, inside the change that is
 *   under way
 */
gboolean
lasna_import_labels_write (LasnaImportLabels *self,
                           LasnaWorkbook *workbook,
                           gboolean creates,
                           const char *stamp,
                           GError **error)
{
  GPtrArray *labels = lasna_import_labels_get_all (self);

  for (guint i = 0; i < labels->len; i++)
    {
      const LasnaImportLabel *label = labels->pdata[i];

      if (label->count > 0 && (label->is_new || creates) &&
          !write_label (lasna_workbook_get_store (workbook), label, stamp, error))
        return FALSE;
    }
  return TRUE;
}
