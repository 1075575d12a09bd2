/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the verbs have in common.
 */
#pragma once

#include "lasna-filter.h"
#include "lasna-workbook.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Exit statuses, on which scripts rely. */
#define LASNA_CLI_DONE 0
#define LASNA_CLI_FAILED 1
#define LASNA_CLI_WRONG_USE 2

gboolean lasna_cli_parse (const GOptionEntry *entries,
                          const char *arguments,
                          const char *summary,
                          guint least,
                          guint most,
                          int argc,
                          char *argv[],
                          char ***files);
gboolean lasna_cli_read_language (const char *code, LasnaLanguage *language);

LasnaWorkbook *lasna_cli_open (const char *path, LasnaStoreFlags flags) G_GNUC_WARN_UNUSED_RESULT;
LasnaRecord *lasna_cli_find_journey (LasnaWorkbook *workbook,
                                     const char *name) G_GNUC_WARN_UNUSED_RESULT;

gboolean lasna_cli_set_filter (
    LasnaFilter *filter, const char *from, const char *to, char *const *wheres, GError **error);

void lasna_cli_say (const char *sentence);
int lasna_cli_fail (const GError *error);
int lasna_cli_misuse (const char *sentence);
void lasna_cli_print_json (JsonNode *node);

int lasna_cli_new (int argc, char *argv[]);
int lasna_cli_info (int argc, char *argv[]);
int lasna_cli_import (int argc, char *argv[]);
int lasna_cli_stats (int argc, char *argv[]);
int lasna_cli_chart (int argc, char *argv[]);
int lasna_cli_summary (int argc, char *argv[]);
int lasna_cli_export (int argc, char *argv[]);
int lasna_cli_person (int argc, char *argv[]);
int lasna_cli_retain (int argc, char *argv[]);
int lasna_cli_check (int argc, char *argv[]);
int lasna_cli_undo (int argc, char *argv[]);
int lasna_cli_redo (int argc, char *argv[]);

G_END_DECLS
