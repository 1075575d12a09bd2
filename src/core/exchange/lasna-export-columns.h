/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns of a table of voices, as it is written and as an import reads it again.
 */
#pragma once

#include "lasna-dialect.h"
#include "lasna-property.h"

G_BEGIN_DECLS

typedef enum
{
  LASNA_EXPORT_VALUE,    /* what stands in the property's column */
  LASNA_EXPORT_ID,       /* by which the voice is known again */
  LASNA_EXPORT_PLACE,    /* the name behind a label */
  LASNA_EXPORT_JOURNEY,  /* to which stage or touchpoint belongs */
  LASNA_EXPORT_FEELINGS, /* with their strengths */
  LASNA_EXPORT_ANSWERS,  /* stands for a column for each question */
} LasnaExportKind;

typedef struct
{
  LasnaExportKind kind;
  const char *header; /* untranslated */
  const char *sql;    /* what is read of a voice; NULL where nothing is */
  LasnaDialectColumn reads;
  gboolean is_personal; /* left out where names are */
  int width;            /* in letters, for spreadsheets; 0: a usual one */
} LasnaExportColumn;

const LasnaExportColumn *lasna_export_columns_get (guint *n);
const LasnaExportColumn *lasna_export_columns_find (const char *header);
const LasnaProperty *lasna_export_columns_find_property (const char *name);

char *lasna_export_dup_question_header (LasnaLanguage language,
                                        const LasnaDialectQuestion *question,
                                        const char *method) G_GNUC_WARN_UNUSED_RESULT;
const LasnaDialectColumn *lasna_export_find_question (const char *header);
gboolean lasna_export_read_question (const char *header, LasnaDialectQuestion *question);
void lasna_export_write_number (double number, char mark, char *buffer, gsize size);

gboolean lasna_export_needs_mark (const char *text);
const char *lasna_export_skip_mark (const char *text);

char *lasna_export_dup_id (guint64 fingerprint) G_GNUC_WARN_UNUSED_RESULT;
gboolean lasna_export_read_id (const char *text, guint64 *fingerprint);
guint64 lasna_export_fingerprint_voice (gint64 id);

G_END_DECLS
