/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line a row: its number, the column, the reason. No word of what stands in the row itself, so
 * that the report can be shown to anybody.
 */
#include "config.h"

#include "lasna-skip-report.h"

#include "lasna-export-table.h"

#include <glib/gi18n-lib.h>

static gboolean
write_rows (LasnaExportTable *table, const LasnaImportPlan *plan)
{
  gboolean written = table->class->add_header (table, _ ("Row"), 8) &&
                     table->class->add_header (table, _ ("Column"), 24) &&
                     table->class->add_header (table, _ ("Reason"), 48) &&
                     table->class->end_row (table);

  for (guint i = 0; written && i < plan->skipped->len; i++)
    {
      const LasnaSkip *skip = &g_array_index (plan->skipped, LasnaSkip, i);
      gboolean has_column = skip->column >= 0 && (guint) skip->column < plan->columns->len;

      written =
          table->class->add_number (table, (double) skip->row) &&
          table->class->add_text (
              table, has_column ? lasna_import_plan_get_column (plan, skip->column)->name : "") &&
          table->class->add_text (table, _ (skip->reason)) && table->class->end_row (table);
    }
  return written && table->class->finish (table);
}

/**
 * lasna_skip_report_write:
 * @plan: counted or run
 * @path: a file that is written over, as CSV
 *
 * Returns: whether the report is there
 */
gboolean
lasna_skip_report_write (const LasnaImportPlan *plan, const char *path, GError **error)
{
  g_autoptr (LasnaExportTable) table = lasna_export_table_new_csv (path, FALSE);

  if (write_rows (table, plan))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&table->error));
  return FALSE;
}
