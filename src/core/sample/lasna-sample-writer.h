/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of the sample workbook: found by name, dated back from today, written without undo.
 */
#pragma once

#include "lasna-workbook.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _LasnaSampleWriter LasnaSampleWriter;

LasnaSampleWriter *lasna_sample_writer_new (LasnaWorkbook *workbook,
                                            LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;
void lasna_sample_writer_free (LasnaSampleWriter *self);

JsonObject *lasna_sample_read (const char *name) G_GNUC_WARN_UNUSED_RESULT;

LasnaWorkbook *lasna_sample_writer_get_workbook (LasnaSampleWriter *self);
LasnaClock *lasna_sample_writer_get_clock (LasnaSampleWriter *self);
LasnaLanguage lasna_sample_writer_get_language (LasnaSampleWriter *self);
int lasna_sample_writer_count_days (LasnaSampleWriter *self, const char *when);
char *lasna_sample_writer_dup_day (LasnaSampleWriter *self, int days) G_GNUC_WARN_UNUSED_RESULT;
GDateMonth lasna_sample_writer_get_month (LasnaSampleWriter *self, int days);

void
lasna_sample_writer_name (LasnaSampleWriter *self, const char *key, const char *table, gint64 id);
gboolean lasna_sample_writer_knows (LasnaSampleWriter *self, const char *key);
gint64 lasna_sample_writer_find (LasnaSampleWriter *self, const char *key);
const char *lasna_sample_writer_get_table (LasnaSampleWriter *self, const char *key);

char *lasna_sample_writer_dup_title (LasnaSampleWriter *self,
                                     const char *key) G_GNUC_WARN_UNUSED_RESULT;

gint64 lasna_sample_writer_begin (LasnaSampleWriter *self, const char *table);
void lasna_sample_writer_begin_change (LasnaSampleWriter *self, const char *key);
const LasnaProperty *lasna_sample_writer_find_property (LasnaSampleWriter *self, const char *name);
void lasna_sample_writer_set_text (LasnaSampleWriter *self, const char *property, const char *text);
void lasna_sample_writer_set_integer (LasnaSampleWriter *self, const char *property, gint64 value);
void
lasna_sample_writer_set_picture (LasnaSampleWriter *self, const char *property, const char *file);
void lasna_sample_writer_set_number (LasnaSampleWriter *self, const char *property, double value);
void lasna_sample_writer_end (LasnaSampleWriter *self);
void lasna_sample_writer_execute (LasnaSampleWriter *self, const char *sql, ...);

gboolean lasna_sample_writer_finish (LasnaSampleWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaSampleWriter, lasna_sample_writer_free)

G_END_DECLS
