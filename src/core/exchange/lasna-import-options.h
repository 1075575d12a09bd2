/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person said about a file before it is imported.
 */
#pragma once

#include "lasna-field.h"

G_BEGIN_DECLS

typedef struct
{
  LasnaField field;
  char *column; /* its header, or its number from 1 */
} LasnaColumnChoice;

typedef struct _LasnaImportOptions LasnaImportOptions;

LasnaImportOptions *lasna_import_options_new (void) G_GNUC_WARN_UNUSED_RESULT;
void lasna_import_options_free (LasnaImportOptions *self);

void lasna_import_options_ask_for_day (LasnaImportOptions *self);
gboolean lasna_import_options_asks_for_day (const LasnaImportOptions *self);

gboolean lasna_import_options_map (LasnaImportOptions *self, const char *text, GError **error);
gboolean lasna_import_options_set (LasnaImportOptions *self, const char *text, GError **error);

guint lasna_import_options_get_n_choices (const LasnaImportOptions *self);
const LasnaColumnChoice *lasna_import_options_get_choice (const LasnaImportOptions *self,
                                                          guint index);
gboolean lasna_import_options_has_choice (const LasnaImportOptions *self, LasnaField field);
const char *lasna_import_options_get (const LasnaImportOptions *self, const char *key);
const char *
lasna_import_options_get_of_field (const LasnaImportOptions *self, const char *key, LasnaField of);
const char *lasna_import_options_get_question (const LasnaImportOptions *self, const char *text);
gboolean lasna_import_options_is_yes (const char *value);
gboolean lasna_import_options_read_scale (const char *text, double *minimum, double *maximum);
char lasna_import_options_read_delimiter (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaImportOptions, lasna_import_options_free)

G_END_DECLS
