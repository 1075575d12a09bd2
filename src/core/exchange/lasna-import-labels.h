/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the names that a file has for places and feelings to labels, and from labels to what the
 * workbook knows by those names.
 */
#pragma once

#include "lasna-draft.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

/* Kinds of label: the four places, then feelings. */
#define LASNA_LABEL_EMOTION LASNA_N_PLACES
#define LASNA_N_LABEL_KINDS (LASNA_N_PLACES + 1)

/* More different names than this, and the column holds something else. */
#define LASNA_LABELS_MAX 20000

typedef struct
{
  gint64 id;
  guint kind;
  char *text;
  gint64 record;    /* 0 where no record has the name */
  const char *code; /* (nullable) of a channel or an emotion of the catalogue; owned elsewhere */
  gboolean is_new;
  char *stage;   /* (nullable) of a touchpoint: the stage it first came with */
  guint64 count; /* voices that came with it */
} LasnaImportLabel;

typedef struct _LasnaImportLabels LasnaImportLabels;
typedef struct _LasnaImportRenaming LasnaImportRenaming;

LasnaImportLabels *lasna_import_labels_new (LasnaWorkbook *workbook,
                                            LasnaRecord *journey) G_GNUC_WARN_UNUSED_RESULT;
void lasna_import_labels_free (LasnaImportLabels *self);
LasnaImportLabel *
lasna_import_labels_take (LasnaImportLabels *self, guint kind, const char *text, GError **error);
void lasna_import_labels_meet (LasnaImportLabels *self,
                               LasnaWorkbook *workbook,
                               LasnaRecord *journey,
                               LasnaImportRenaming *renaming);
GPtrArray *lasna_import_labels_get_all (LasnaImportLabels *self);
const char *lasna_import_label_get_kind_term (const LasnaImportLabel *label);

void lasna_import_labels_create_records (LasnaImportLabels *self,
                                         LasnaWorkbook *workbook,
                                         LasnaRecord *journey);
gboolean lasna_import_labels_write (LasnaImportLabels *self,
                                    LasnaWorkbook *workbook,
                                    gboolean creates,
                                    const char *stamp,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaImportLabels, lasna_import_labels_free)

G_END_DECLS
