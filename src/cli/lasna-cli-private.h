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

gboolean lasna_cli_check_output (const char *file, const char *output, GError **error);
LasnaWorkbook *lasna_cli_open (const char *path, LasnaStoreFlags flags) G_GNUC_WARN_UNUSED_RESULT;
LasnaStore *lasna_cli_open_side (LasnaWorkbook *workbook, GError **error) G_GNUC_WARN_UNUSED_RESULT;
LasnaRecord *lasna_cli_find_journey (LasnaWorkbook *workbook,
                                     const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* A copy of a workbook without names, which is removed after use. */
typedef struct
{
  char *path;
  LasnaWorkbook *workbook;
} LasnaCliCopy;

gboolean lasna_cli_copy_for_others (LasnaCliCopy *self,
                                    LasnaWorkbook *workbook,
                                    const char *beside,
                                    GError **error);
void lasna_cli_copy_clear (LasnaCliCopy *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LasnaCliCopy, lasna_cli_copy_clear)

/* Which voices a verb is about. */
typedef struct
{
  char *journey;
  char *from;
  char *to;
  char **wheres;
} LasnaCliView;

/* The options that choose them; @help is of --journey. */
#define LASNA_CLI_VIEW_OPTIONS(view, help)                                                          \
  { "journey", 0, 0, G_OPTION_ARG_STRING, &(view).journey, help, N_ ("TITLE|ID") },                 \
      { "from", 0, 0, G_OPTION_ARG_STRING, &(view).from, N_ ("The first day"), N_ ("YYYY-MM-DD") }, \
      { "to", 0, 0, G_OPTION_ARG_STRING, &(view).to, N_ ("The last day"), N_ ("YYYY-MM-DD") },      \
  {                                                                                                 \
    "where", 0, 0, G_OPTION_ARG_STRING_ARRAY, &(view).wheres,                                       \
        N_ ("Only voices with that value; the same field twice is either"), N_ ("FIELD=VALUE")      \
  }

void lasna_cli_view_clear (LasnaCliView *self);
gboolean lasna_cli_set_filter (LasnaFilter *filter, const LasnaCliView *view, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LasnaCliView, lasna_cli_view_clear)

/* What a file holds for us. */
typedef enum
{
  LASNA_CLI_FEEDBACK,
  LASNA_CLI_JOURNEY,
  LASNA_CLI_WORKBOOK,
} LasnaCliMatter;

gboolean lasna_cli_read_matter (const char *word, LasnaCliMatter *matter);
LasnaCliMatter lasna_cli_matter_of_path (const char *path);
LasnaCliMatter lasna_cli_matter_of_file (GFile *file);
gboolean lasna_cli_is_journey_path (const char *path);
int lasna_cli_export_journey (const char *path,
                              const char *title,
                              const char *output,
                              const LasnaLanguage *language,
                              gboolean names);
int lasna_cli_import_journey (
    const char *path, GFile *source, const char *title, gboolean dry_run, gboolean json);
int lasna_cli_export_workbook (const char *path, const char *output, gboolean no_names);
int lasna_cli_import_workbook (const char *path, GFile *source, gboolean dry_run, gboolean json);

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
