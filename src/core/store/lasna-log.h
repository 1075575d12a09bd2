/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The log of changes: one mechanism for undo, redo, history and what others did.
 */
#pragma once

#include "lasna-changeset.h"
#include "lasna-store.h"

G_BEGIN_DECLS

typedef struct _LasnaLog LasnaLog;

typedef enum
{
  LASNA_LOG_CHANGE,
  LASNA_LOG_UNDO,
  LASNA_LOG_REDO,
  LASNA_LOG_OTHERS, /* another connection changed the file */
  LASNA_LOG_RELOAD, /* the file changed in ways the log does not tell */
} LasnaLogCause;

/* One row that a changeset names, in the direction it was applied. */
typedef struct
{
  char operation; /* 'i', 'u', 'd' */
  const char *table;
  gint64 key; /* the first column of the primary key */
} LasnaLogRow;

/* Called once for every change that has come true, after it is on the disk. */
typedef void (*LasnaLogWalk) (
    LasnaLogCause cause, const char *label, const LasnaLogRow *rows, guint n_rows, gpointer data);

/* A change, undo or redo that is about to come true. */
typedef struct
{
  const LasnaLogRow *rows;
  guint n_rows;
  GBytes *changeset;
  gboolean inverted; /* what the changeset calls old comes, what it calls new goes */
} LasnaLogStep;

/* Called inside the transaction of every change, undo and redo, to bring in step what is not
 * recorded: FALSE with @error set rolls it back.
 */
typedef gboolean (*LasnaLogBefore) (const LasnaLogStep *step, gpointer data, GError **error);

LasnaLog *lasna_log_new (LasnaStore *store,
                         LasnaClock *clock,
                         const char *const *tables,
                         LasnaLogBefore before,
                         LasnaLogWalk walk,
                         gpointer data,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
void lasna_log_free (LasnaLog *self);

gboolean lasna_log_begin (LasnaLog *self, GError **error);
gboolean
lasna_log_commit (LasnaLog *self, const char *label, const char *merge_key, GError **error);
void lasna_log_roll_back (LasnaLog *self);

gboolean lasna_log_undo (LasnaLog *self, char **label, GError **error);
gboolean lasna_log_redo (LasnaLog *self, char **label, GError **error);
char *lasna_log_dup_undo_label (LasnaLog *self) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_log_dup_redo_label (LasnaLog *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean lasna_log_poll (LasnaLog *self, GError **error);

gboolean lasna_log_scan (LasnaStore *store, LasnaChangesetScan func, gpointer data, GError **error);
gboolean lasna_log_call_reload (LasnaStore *store, GError **error);
gint64 lasna_log_get_serial (LasnaLog *self);
void lasna_log_set_capacity (LasnaLog *self, gint64 bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaLog, lasna_log_free)

G_END_DECLS
