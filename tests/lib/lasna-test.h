/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What many tests need: a folder of their own, a command and what it said, a file as JSON. Every
 * function here ends the test when it cannot do its work; none of them returns an error.
 */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _LasnaTestFolder LasnaTestFolder;

LasnaTestFolder *lasna_test_folder_new (void) G_GNUC_WARN_UNUSED_RESULT;
void lasna_test_folder_free (LasnaTestFolder *self);
const char *lasna_test_folder_get_path (LasnaTestFolder *self);
char *lasna_test_folder_dup_path (LasnaTestFolder *self,
                                  const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_test_folder_write (LasnaTestFolder *self,
                               const char *name,
                               const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaTestFolder, lasna_test_folder_free)

void lasna_test_copy_tree (const char *from, const char *to);
void lasna_test_remove_tree (const char *path);

char *lasna_test_dup_text (const char *path) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_test_dup_digest (const char *path) G_GNUC_WARN_UNUSED_RESULT;
JsonNode *lasna_test_read_json (const char *path) G_GNUC_WARN_UNUSED_RESULT;
JsonNode *lasna_test_parse_json (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* A command that has ended. */
typedef struct
{
  int status;  /* its exit status, or minus the signal that ended it */
  char *words; /* (owned) what it wrote on standard output */
  char *error; /* (owned) what it wrote on standard error */
} LasnaTestRun;

LasnaTestRun *lasna_test_run (const char *folder,
                              const char *program,
                              ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
LasnaTestRun *lasna_test_runv (const char *folder,
                               const char *const *argv) G_GNUC_WARN_UNUSED_RESULT;
void lasna_test_run_free (LasnaTestRun *self);
const char *lasna_test_get_program (void);

void lasna_test_run_as_nobody (void (*func) (gpointer data), gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaTestRun, lasna_test_run_free)

G_END_DECLS
