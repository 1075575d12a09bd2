/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line a row: its number, the column, the reason. No word of what stands in the row itself, so
 * that the report can be shown to anybody.
 */
#include "config.h"

#include "lasna-skip-report.h"

#include "lasna-export-table.h"

#include <glib/gi18n-lib.h>

struct _LasnaSkipReport
{
  GArray *skipped; /* LasnaSkip */
  GStrv columns;   /* their names */
};

/**
 * lasna_skip_report_new:
 * @plan: counted or run
 *
 * Returns: (transfer full): what can be written in any thread, whatever becomes of @plan
 */
LasnaSkipReport *
lasna_skip_report_new (const LasnaImportPlan *plan)
{
  LasnaSkipReport *self = g_atomic_rc_box_new0 (LasnaSkipReport);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  self->skipped = g_array_copy (plan->skipped);
  for (guint i = 0; i < plan->columns->len; i++)
    g_strv_builder_add (names, lasna_import_plan_get_column (plan, i)->name);
  self->columns = g_strv_builder_end (names);
  return self;
}

LasnaSkipReport *
lasna_skip_report_ref (LasnaSkipReport *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  LasnaSkipReport *self = data;

  g_array_unref (self->skipped);
  g_strfreev (self->columns);
}

void
lasna_skip_report_unref (LasnaSkipReport *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static gboolean
write_rows (const LasnaSkipReport *self, LasnaExportTable *table)
{
  const LasnaExportTableClass *class = table->class;
  int n_columns = (int) g_strv_length (self->columns);
  gboolean written = class->add_header (table, _ ("Row"), 8) &&
                     class->add_header (table, _ ("Column"), 24) &&
                     class->add_header (table, _ ("Reason"), 48) && class->end_row (table);

  for (guint i = 0; written && i < self->skipped->len; i++)
    {
      const LasnaSkip *skip = &g_array_index (self->skipped, LasnaSkip, i);
      gboolean has_column = skip->column >= 0 && skip->column < n_columns;

      written = class->add_number (table, (double) skip->row) &&
                class->add_text (table, has_column ? self->columns[skip->column] : "") &&
                class->add_text (table, _ (skip->reason)) && class->end_row (table);
    }
  return written && class->finish (table);
}

/**
 * lasna_skip_report_write:
 * @path: a file that is written over, as CSV
 *
 * Returns: whether the report is there
 */
gboolean
lasna_skip_report_write (const LasnaSkipReport *self, const char *path, GError **error)
{
  g_autoptr (LasnaExportTable) table = lasna_export_table_new_csv (path, FALSE);

  if (write_rows (self, table))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&table->error));
  return FALSE;
}
