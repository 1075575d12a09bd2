/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A few hundred drafts as rows of the workbook's tables, ready to be written: what one thread reads
 * and another writes. SQL reads them as tables of their own, so that one statement writes many.
 */
#pragma once

#include "lasna-draft.h"
#include "lasna-import-labels.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* The voices of one import have the ids that follow that of their batch. */
#define LASNA_BATCH_VOICES ((1 << 24) - 1)

/* What the rows of an import have in common. */
typedef struct
{
  gint64 batch;
  const gint64 *questions; /* the id of the question of each answer of the plan */
  LasnaImportLabels *labels;
} LasnaImportIds;

/* A further row of a voice that an earlier one began. */
typedef struct
{
  gint64 voice;
  gint64 places[LASNA_N_PLACES]; /* 0 for none */
  const char *comment;           /* NULL for none */
  int task;                      /* -1 for none */
  gboolean no_feeling;
  gboolean has_feelings;
} LasnaImportExtension;

typedef struct
{
  gint64 voice;
  const LasnaProperty *property;
  const char *value;
} LasnaImportProperty;

typedef struct _LasnaImportRows LasnaImportRows;

LasnaImportRows *lasna_import_rows_new (void) G_GNUC_WARN_UNUSED_RESULT;
void lasna_import_rows_free (LasnaImportRows *self);
void lasna_import_rows_clear (LasnaImportRows *self);
gboolean lasna_import_rows_add (LasnaImportRows *self,
                                const LasnaDraft *draft,
                                const LasnaImportIds *ids,
                                GError **error);
gboolean lasna_import_rows_is_full (const LasnaImportRows *self);
gboolean lasna_import_rows_is_empty (const LasnaImportRows *self);
const LasnaImportExtension *lasna_import_rows_get_extensions (const LasnaImportRows *self,
                                                              guint *n);
const LasnaImportProperty *lasna_import_rows_get_properties (const LasnaImportRows *self, guint *n);

gboolean
lasna_import_rows_attach (sqlite3 *connection, const LasnaImportRows *const *rows, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaImportRows, lasna_import_rows_free)

G_END_DECLS
