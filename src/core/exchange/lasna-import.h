/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs a plan: reads the file and makes voices in a workbook. Nothing shows before all of it is
 * there, and one undo hides it.
 */
#pragma once

#include "lasna-import-plan.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

#define LASNA_TYPE_IMPORT (lasna_import_get_type ())
G_DECLARE_FINAL_TYPE (LasnaImport, lasna_import, LASNA, IMPORT, GObject)

/* A name that stands for nothing the workbook knows. */
typedef struct
{
  const char *kind; /* "stage", "touchpoint", "channel", "segment", "emotion", "term" */
  char *text;
  guint64 count; /* voices that came with it */
} LasnaUnassigned;

LasnaImport *lasna_import_new (LasnaWorkbook *workbook,
                               LasnaImportPlan *plan,
                               LasnaRecord *journey,
                               gboolean creates) G_GNUC_WARN_UNUSED_RESULT;
gboolean lasna_import_count (LasnaImport *self, GCancellable *cancellable, GError **error);
gboolean lasna_import_run (LasnaImport *self, GCancellable *cancellable, GError **error);
void lasna_import_run_async (LasnaImport *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);
gboolean lasna_import_run_finish (LasnaImport *self, GAsyncResult *result, GError **error);

LasnaImportPlan *lasna_import_get_plan (LasnaImport *self);
gint64 lasna_import_get_batch (LasnaImport *self);
GPtrArray *lasna_import_get_unassigned (LasnaImport *self);
double lasna_import_get_progress (LasnaImport *self, guint64 *voices);

LasnaFingerprints *lasna_import_load_fingerprints (LasnaStore *store,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
