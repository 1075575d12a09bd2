/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows as JSON and back, by the tables of properties alone: ids are text, since they pass 2^53;
 * what is not there is not known.
 */
#pragma once

#include "lasna-statement.h"
#include "lasna-workbook.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Says whether a set has a term. */
typedef gboolean (*LasnaRecordJsonTerms) (const char *set, const char *term, gpointer data);

void lasna_json_set_id (JsonObject *object, const char *name, gint64 id);
void lasna_json_set_number (JsonObject *object, const char *name, double number);
gboolean lasna_json_get_id (JsonObject *object, const char *name, gint64 *id);

char *lasna_record_json_dup_columns (LasnaRecordClass *klass) G_GNUC_WARN_UNUSED_RESULT;
void lasna_record_json_read_row (LasnaRecordClass *klass,
                                 LasnaStatement *statement,
                                 int column,
                                 JsonObject *object);

gboolean lasna_record_json_check (LasnaRecordClass *klass,
                                  JsonObject *object,
                                  LasnaRecordJsonTerms known,
                                  gpointer data,
                                  GError **error);
char *lasna_record_json_dup_insert (LasnaRecordClass *klass) G_GNUC_WARN_UNUSED_RESULT;
void lasna_record_json_bind (LasnaRecordClass *klass,
                             gint64 id,
                             JsonObject *object,
                             const char *now,
                             LasnaStatement *statement);

LasnaRecord *lasna_record_json_add (LasnaWorkbook *workbook,
                                    LasnaRecordClass *klass,
                                    gint64 id,
                                    JsonObject *object,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean lasna_record_json_obeys (LasnaRecord *record, GError **error);
gboolean lasna_record_json_knows (const char *set, const char *term, gpointer workbook);

G_END_DECLS
