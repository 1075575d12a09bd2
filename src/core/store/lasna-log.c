/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes as changesets of SQLite's session extension. A change is one transaction that also
 * writes its own changeset to change_log and an event to change_event; undo applies the inverse.
 */
#define G_LOG_DOMAIN "lasna-store"

#include "config.h"

#include "lasna-log.h"

#include "lasna-changeset.h"
#include "lasna-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CAPACITY (G_GINT64_CONSTANT (64) * 1024 * 1024)
#define EVENTS_KEPT 1000

/* Nobody makes so many changes; a file that says so is damaged. */
#define MOST_SERIAL (G_GINT64_CONSTANT (1) << 60)

struct _LasnaLog
{
  /* Owned */
  LasnaStore *store;
  LasnaClock *clock;
  char **tables; /* what is recorded, children before parents */
  sqlite3_session *session;

  /* Borrowed */
  LasnaLogBefore before;
  LasnaLogWalk walk;
  gpointer data;

  gint64 capacity;
  gint64 bytes;  /* of all changesets; -1: not counted yet */
  gint64 serial; /* the last event that was walked */
};

/* A changeset in the direction it is applied, with the rows it names. */
typedef struct
{
  LasnaLogCause cause;
  char *label;
  GBytes *changeset; /* NULL: reload */
  gboolean inverted;
  GArray *rows;
} Truth;

static void
truth_free (Truth *truth)
{
  g_free (truth->label);
  g_clear_pointer (&truth->changeset, g_bytes_unref);
  g_clear_pointer (&truth->rows, g_array_unref);
  g_free (truth);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Truth, truth_free)

static char
turn (int operation, gboolean inverted)
{
  if (operation == SQLITE_UPDATE)
    return 'u';
  return (operation == SQLITE_INSERT) != inverted ? 'i' : 'd';
}

/* The primary key never changes, so its first column stands in whichever half the row has. */
static gint64
read_key (sqlite3_changeset_iter *iterator, int operation, int n_columns)
{
  unsigned char *is_key = NULL;
  int n_key = 0;
  sqlite3_value *value = NULL;

  sqlite3changeset_pk (iterator, &is_key, &n_key);
  for (int i = 0; i < n_columns; i++)
    {
      if (is_key[i] != 1)
        continue;
      if (operation == SQLITE_INSERT)
        sqlite3changeset_new (iterator, i, &value);
      else
        sqlite3changeset_old (iterator, i, &value);
      break;
    }
  return value != NULL ? sqlite3_value_int64 (value) : 0;
}

typedef struct
{
  GArray *rows;
  gboolean inverted;
} Reading;

static void
read_row_cb (const char *table, sqlite3_changeset_iter *iterator, gpointer data)
{
  Reading *reading = data;
  const char *name;
  int n_columns;
  int operation;
  LasnaLogRow row;

  sqlite3changeset_op (iterator, &name, &n_columns, &operation, NULL);
  row.operation = turn (operation, reading->inverted);
  row.table = g_intern_string (table);
  row.key = read_key (iterator, operation, n_columns);
  g_array_append_val (reading->rows, row);
}

static GArray *
read_rows (GBytes *changeset, gboolean inverted)
{
  Reading reading = { g_array_new (FALSE, FALSE, sizeof (LasnaLogRow)), inverted };

  lasna_changeset_scan (changeset, read_row_cb, &reading);
  return reading.rows;
}

static Truth *
truth_new (LasnaLogCause cause, const char *label, GBytes *changeset, gboolean inverted)
{
  Truth *truth = g_new0 (Truth, 1);

  truth->cause = cause;
  truth->label = label != NULL ? g_utf8_make_valid (label, -1) : NULL;
  truth->changeset = changeset != NULL ? g_bytes_ref (changeset) : NULL;
  truth->inverted = inverted;
  truth->rows = changeset != NULL ? read_rows (changeset, inverted) : NULL;
  return truth;
}

static void
walk (LasnaLog *self, const Truth *truth)
{
  if (truth->rows == NULL || truth->rows->len == 0)
    self->walk (LASNA_LOG_RELOAD, NULL, NULL, 0, self->data);
  else
    self->walk (
        truth->cause, truth->label, (gpointer) truth->rows->data, truth->rows->len, self->data);
}

static gboolean
keep_in_step (LasnaLog *self, const Truth *truth, GError **error)
{
  LasnaLogStep step = {
    (gpointer) truth->rows->data, truth->rows->len, truth->changeset, truth->inverted
  };

  return self->before (&step, self->data, error);
}

static void
walk_all (LasnaLog *self, GPtrArray *truths)
{
  for (guint i = 0; i < truths->len; i++)
    walk (self, truths->pdata[i]);
}

static LasnaStatement *
prepare (LasnaLog *self, const char *sql, GError **error)
{
  return lasna_store_prepare (self->store, sql, error);
}

/* Runs @sql with up to two integer parameters. */
static gboolean
run (LasnaLog *self, const char *sql, gint64 one, gint64 two, GError **error)
{
  LasnaStatement *statement = prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;
  if (strstr (sql, "?1") != NULL)
    lasna_statement_bind_integer (statement, 1, one);
  if (strstr (sql, "?2") != NULL)
    lasna_statement_bind_integer (statement, 2, two);
  return lasna_statement_run (statement, error);
}

static gboolean
read_integer (LasnaLog *self, const char *sql, gint64 *value, GError **error)
{
  LasnaStatement *statement = prepare (self, sql, error);

  if (statement == NULL || lasna_statement_step (statement, error) != LASNA_STEP_ROW)
    return FALSE;
  *value = lasna_statement_get_integer (statement, 1);
  lasna_statement_reset (statement);
  return TRUE;
}

static gboolean
write_event (LasnaLog *self, gint64 seq, const char *kind, GError **error)
{
  LasnaStatement *statement =
      prepare (self, "INSERT INTO change_event (serial, seq, kind) VALUES (?1, ?2, ?3)", error);

  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_integer (statement, 1, self->serial + 1);
  lasna_statement_bind_integer (statement, 2, seq);
  lasna_statement_bind_text (statement, 3, kind);
  return lasna_statement_run (statement, error) &&
         run (self,
              "DELETE FROM change_event WHERE serial <= ?1",
              self->serial + 1 - EVENTS_KEPT,
              0,
              error);
}

/* What others did since the last look. Where the log cannot tell, one truth that says reload. */
static GPtrArray *
read_others (LasnaLog *self, gint64 *serial, GError **error)
{
  g_autoptr (GPtrArray) truths = g_ptr_array_new_with_free_func ((GDestroyNotify) truth_free);
  LasnaStatement *statement =
      prepare (self,
               "SELECT change_event.serial, change_event.kind, change_log.label, "
               "change_log.changeset FROM change_event "
               "LEFT JOIN change_log ON change_log.seq = change_event.seq "
               "WHERE change_event.serial > ?1 ORDER BY change_event.serial",
               error);
  gboolean gap = FALSE;
  LasnaStep step;

  *serial = self->serial;
  if (statement == NULL)
    return NULL;
  lasna_statement_bind_integer (statement, 1, self->serial);
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    {
      gint64 next = lasna_statement_get_integer (statement, 1);
      g_autoptr (GBytes) changeset = lasna_statement_dup_bytes (statement, 4);

      gap |= next - 1 != *serial || lasna_statement_is_null (statement, 4);
      *serial = next;
      g_ptr_array_add (
          truths,
          truth_new (LASNA_LOG_OTHERS,
                     lasna_statement_get_text (statement, 3),
                     changeset,
                     g_strcmp0 (lasna_statement_get_text (statement, 2), "undo") == 0));
    }
  if (step == LASNA_STEP_DONE && *serial > MOST_SERIAL)
    {
      lasna_statement_set_error (error, NULL, SQLITE_CORRUPT);
      return NULL;
    }
  if (step == LASNA_STEP_ERROR)
    return NULL;
  if (gap)
    {
      g_ptr_array_set_size (truths, 0);
      g_ptr_array_add (truths, truth_new (LASNA_LOG_RELOAD, NULL, NULL, FALSE));
    }
  return g_steal_pointer (&truths);
}

/* What others did, taken note of but not yet walked: @truths is owned by the caller. */
static gboolean
catch_up (LasnaLog *self, GPtrArray **truths, GError **error)
{
  gint64 serial;

  *truths = read_others (self, &serial, error);
  if (*truths == NULL)
    return FALSE;
  self->serial = serial;
  if ((*truths)->len > 0)
    self->bytes = -1;
  return TRUE;
}

/**
 * lasna_log_new:
 * @tables: the recorded tables, children before parents: with the other order the session
 *   extension cannot redo what a foreign key cascaded
 * @before: asked before every commit
 * @walk: told of every change that comes true
 *
 * Returns: (transfer full) (nullable): the log of @store; NULL where it cannot be read
 */
LasnaLog *
lasna_log_new (LasnaStore *store,
               LasnaClock *clock,
               const char *const *tables,
               LasnaLogBefore before,
               LasnaLogWalk walk_func,
               gpointer data,
               GError **error)
{
  LasnaLog *self = g_new0 (LasnaLog, 1);

  self->store = g_object_ref (store);
  self->clock = lasna_clock_ref (clock);
  self->tables = g_strdupv ((char **) tables);
  self->before = before;
  self->walk = walk_func;
  self->data = data;
  self->capacity = CAPACITY;
  self->bytes = -1;
  if (read_integer (
          self, "SELECT coalesce (max (serial), 0) FROM change_event", &self->serial, error))
    {
      if (self->serial >= 0 && self->serial <= MOST_SERIAL)
        return self;
      lasna_statement_set_error (error, NULL, SQLITE_CORRUPT);
    }
  lasna_log_free (self);
  return NULL;
}

void
lasna_log_free (LasnaLog *self)
{
  if (self == NULL)
    return;
  if (self->session != NULL)
    lasna_log_roll_back (self);
  g_object_unref (self->store);
  lasna_clock_unref (self->clock);
  g_strfreev (self->tables);
  g_free (self);
}

/* Grows with everything that happens to the file. */
gint64
lasna_log_get_serial (LasnaLog *self)
{
  return self->serial;
}

void
lasna_log_set_capacity (LasnaLog *self, gint64 bytes)
{
  self->capacity = bytes;
}

static gboolean
start_recording (LasnaLog *self, GError **error)
{
  int code =
      sqlite3session_create (lasna_store_get_connection (self->store), "main", &self->session);

  for (guint i = 0; code == SQLITE_OK && self->tables[i] != NULL; i++)
    code = sqlite3session_attach (self->session, self->tables[i]);
  if (code != SQLITE_OK)
    lasna_statement_set_error (error, lasna_store_get_connection (self->store), code);
  return code == SQLITE_OK;
}

/**
 * lasna_log_begin:
 *
 * What others did until now is walked first, so that the change builds on the truth. What the walk
 * sets off is part of the change.
 *
 * Returns: whether a change may be made now
 */
gboolean
lasna_log_begin (LasnaLog *self, GError **error)
{
  g_autoptr (GPtrArray) others = NULL;

  g_return_val_if_fail (self->session == NULL, FALSE);

  if (!lasna_store_begin (self->store, error))
    return FALSE;
  if (!start_recording (self, error) || !catch_up (self, &others, error))
    {
      lasna_log_roll_back (self);
      return FALSE;
    }
  walk_all (self, others);
  return TRUE;
}

void
lasna_log_roll_back (LasnaLog *self)
{
  g_clear_pointer (&self->session, sqlite3session_delete);
  lasna_store_roll_back (self->store);
}

static GBytes *
take_changeset (LasnaLog *self, GError **error)
{
  int length = 0;
  void *bytes = NULL;
  int code = sqlite3session_changeset (self->session, &length, &bytes);

  g_clear_pointer (&self->session, sqlite3session_delete);
  if (code != SQLITE_OK)
    {
      lasna_statement_set_error (error, lasna_store_get_connection (self->store), code);
      return NULL;
    }
  return g_bytes_new_with_free_func (bytes, length, sqlite3_free, bytes);
}

static GBytes *
join (GBytes *one, GBytes *two, GError **error)
{
  int length = 0;
  void *bytes = NULL;
  int code = sqlite3changeset_concat ((int) g_bytes_get_size (one),
                                      (void *) g_bytes_get_data (one, NULL),
                                      (int) g_bytes_get_size (two),
                                      (void *) g_bytes_get_data (two, NULL),
                                      &length,
                                      &bytes);

  if (code != SQLITE_OK)
    {
      lasna_statement_set_error (error, NULL, code);
      return NULL;
    }
  return g_bytes_new_with_free_func (bytes, length, sqlite3_free, bytes);
}

static gboolean
write_entry (LasnaLog *self,
             gint64 seq,
             const char *label,
             const char *merge_key,
             GBytes *changeset,
             GError **error)
{
  LasnaStatement *statement =
      prepare (self,
               "INSERT OR REPLACE INTO change_log (seq, made_at, label, merge_key, undone, "
               "changeset) VALUES (?1, ?2, ?3, ?4, 0, ?5)",
               error);
  g_autofree char *stamp = lasna_clock_dup_stamp (self->clock);

  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_integer (statement, 1, seq);
  lasna_statement_bind_text (statement, 2, stamp);
  lasna_statement_bind_text (statement, 3, label);
  lasna_statement_bind_text (statement, 4, merge_key);
  lasna_statement_bind_bytes (
      statement, 5, g_bytes_get_data (changeset, NULL), g_bytes_get_size (changeset));
  return lasna_statement_run (statement, error);
}

/* The newest change, if it may be merged with one of @merge_key. */
static gboolean
read_mergeable (
    LasnaLog *self, const char *merge_key, gint64 *seq, GBytes **changeset, GError **error)
{
  LasnaStatement *statement = prepare (self,
                                       "SELECT seq, merge_key, changeset FROM change_log "
                                       "WHERE undone = 0 ORDER BY seq DESC LIMIT 1",
                                       error);

  if (statement == NULL)
    return FALSE;

  LasnaStep step = lasna_statement_step (statement, error);
  if (step == LASNA_STEP_ROW && merge_key != NULL &&
      g_strcmp0 (lasna_statement_get_text (statement, 2), merge_key) == 0)
    {
      *seq = lasna_statement_get_integer (statement, 1);
      *changeset = lasna_statement_dup_bytes (statement, 3);
      if (!lasna_changeset_is_sound (*changeset))
        g_clear_pointer (changeset, g_bytes_unref);
    }
  lasna_statement_reset (statement);
  return step != LASNA_STEP_ERROR;
}

/* Keeps the log within its bytes by forgetting the oldest changes, never the newest. */
static gboolean
prune (LasnaLog *self, gint64 added, GError **error)
{
  if (self->bytes >= 0)
    self->bytes += added;
  else if (!read_integer (self,
                          "SELECT coalesce (sum (length (changeset)), 0) FROM change_log",
                          &self->bytes,
                          error))
    return FALSE;
  while (self->bytes > self->capacity)
    {
      gint64 oldest = 0;
      gint64 newest = 0;
      gint64 length = 0;

      if (!read_integer (self, "SELECT min (seq) FROM change_log", &oldest, error) ||
          !read_integer (self, "SELECT max (seq) FROM change_log", &newest, error))
        return FALSE;
      if (oldest >= newest)
        break;
      if (!read_integer (self,
                         "SELECT length (changeset) FROM change_log ORDER BY seq LIMIT 1",
                         &length,
                         error) ||
          !run (self, "DELETE FROM change_log WHERE seq = ?1", oldest, 0, error))
        return FALSE;
      self->bytes -= length;
    }
  return TRUE;
}

/* A number is never used again: who has not looked yet would take the new change for the old. */
static gboolean
find_next (LasnaLog *self, gint64 *seq, GError **error)
{
  return read_integer (self,
                       "SELECT max (coalesce ((SELECT max (seq) FROM change_log), 0), "
                       "coalesce ((SELECT max (seq) FROM change_event), 0)) + 1",
                       seq,
                       error);
}

static gboolean
write_change (
    LasnaLog *self, const char *label, const char *merge_key, GBytes *changeset, GError **error)
{
  gint64 seq = 0;
  gint64 added = g_bytes_get_size (changeset);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) whole = NULL;

  if (!run (self, "DELETE FROM change_log WHERE undone = 1", 0, 0, error) ||
      !read_mergeable (self, merge_key, &seq, &before, error))
    return FALSE;
  if (sqlite3_changes64 (lasna_store_get_connection (self->store)) > 0)
    self->bytes = -1;
  whole = before != NULL ? join (before, changeset, error) : g_bytes_ref (changeset);
  if (whole == NULL)
    return FALSE;
  if (before == NULL && !find_next (self, &seq, error))
    return FALSE;

  /* Typed and typed back: nothing is left to undo, and others find no changeset and load anew. */
  if (g_bytes_get_size (whole) == 0)
    return run (self, "DELETE FROM change_log WHERE seq = ?1", seq, 0, error) &&
           write_event (self, seq, "do", error);
  return write_entry (self, seq, label, merge_key, whole, error) &&
         write_event (self, seq, "do", error) && prune (self, added, error);
}

/**
 * lasna_log_commit:
 * @merge_key: (nullable): joins this change with the newest one, if that has the same key
 *
 * Returns: whether the change is on the disk and was walked; where not, it is rolled back.
 *   A change that changed nothing leaves no trace.
 */
gboolean
lasna_log_commit (LasnaLog *self, const char *label, const char *merge_key, GError **error)
{
  g_return_val_if_fail (self->session != NULL, FALSE);

  g_autoptr (GBytes) changeset = take_changeset (self, error);
  g_autoptr (Truth) truth = NULL;

  if (changeset != NULL && g_bytes_get_size (changeset) == 0)
    {
      lasna_log_roll_back (self);
      return TRUE;
    }
  if (changeset != NULL)
    truth = truth_new (LASNA_LOG_CHANGE, label, changeset, FALSE);
  if (truth == NULL || !keep_in_step (self, truth, error) ||
      !write_change (self, label, merge_key, changeset, error))
    {
      lasna_log_roll_back (self);
      self->bytes = -1;
      return FALSE;
    }
  if (!lasna_store_commit (self->store, error))
    {
      self->bytes = -1;
      return FALSE;
    }
  self->serial++;
  walk (self, truth);
  return TRUE;
}

/* A file may hold a changeset that we did not write; it reaches no table but ours. */
static int
filter_cb (void *data, const char *table)
{
  LasnaLog *self = data;

  return g_strv_contains ((const char *const *) self->tables, table);
}

static int
conflict_cb (void *data G_GNUC_UNUSED,
             int kind G_GNUC_UNUSED,
             sqlite3_changeset_iter *iterator G_GNUC_UNUSED)
{
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
apply (LasnaLog *self, GBytes *changeset, gboolean inverted, GError **error)
{
  if (!lasna_changeset_is_sound (changeset))
    {
      lasna_statement_set_error (error, NULL, SQLITE_CORRUPT);
      return FALSE;
    }

  int code = sqlite3changeset_apply_v2 (lasna_store_get_connection (self->store),
                                        (int) g_bytes_get_size (changeset),
                                        (void *) g_bytes_get_data (changeset, NULL),
                                        filter_cb,
                                        conflict_cb,
                                        self,
                                        NULL,
                                        NULL,
                                        inverted ? SQLITE_CHANGESETAPPLY_INVERT : 0);

  if (code == SQLITE_OK)
    return TRUE;
  if ((code & 0xff) == SQLITE_ABORT || (code & 0xff) == SQLITE_CONSTRAINT)
    g_set_error_literal (
        error,
        LASNA_ERROR,
        LASNA_ERROR_CONFLICT,
        _ ("This step cannot be undone or redone, because what it changed has been changed "
           "elsewhere since. Nothing was changed; change it by hand."));
  else
    lasna_statement_set_error (error, lasna_store_get_connection (self->store), code);
  return FALSE;
}

/* The change that undo or redo would take. */
static Truth *
find_step (LasnaLog *self, gboolean undo, gint64 *seq, GError **error)
{
  LasnaStatement *statement =
      prepare (self,
               undo ? "SELECT seq, label, changeset FROM change_log WHERE undone = 0 "
                      "ORDER BY seq DESC LIMIT 1"
                    : "SELECT seq, label, changeset FROM change_log WHERE undone = 1 "
                      "ORDER BY seq LIMIT 1",
               error);

  if (statement == NULL)
    return NULL;

  LasnaStep step = lasna_statement_step (statement, error);
  if (step == LASNA_STEP_DONE)
    g_set_error_literal (error,
                         LASNA_ERROR,
                         LASNA_ERROR_NOT_FOUND,
                         undo ? _ ("There is nothing to undo.") : _ ("There is nothing to redo."));
  if (step != LASNA_STEP_ROW)
    return NULL;

  g_autoptr (GBytes) changeset = lasna_statement_dup_bytes (statement, 3);
  Truth *truth = truth_new (undo ? LASNA_LOG_UNDO : LASNA_LOG_REDO,
                            lasna_statement_get_text (statement, 2),
                            changeset,
                            undo);
  *seq = lasna_statement_get_integer (statement, 1);
  lasna_statement_reset (statement);
  return truth;
}

static gboolean
take_step (LasnaLog *self, gboolean undo, char **label, GError **error)
{
  gint64 seq = 0;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (Truth) truth = NULL;

  g_return_val_if_fail (self->session == NULL, FALSE);

  if (!lasna_store_begin (self->store, error))
    return FALSE;
  if (!catch_up (self, &others, error) || (truth = find_step (self, undo, &seq, error)) == NULL ||
      !apply (self, truth->changeset, truth->inverted, error) ||
      !keep_in_step (self, truth, error) ||
      !run (self,
            "UPDATE change_log SET undone = ?1, merge_key = NULL WHERE seq = ?2",
            undo,
            seq,
            error) ||
      !write_event (self, seq, undo ? "undo" : "redo", error))
    {
      lasna_store_roll_back (self->store);
      if (others != NULL)
        walk_all (self, others);
      return FALSE;
    }
  if (!lasna_store_commit (self->store, error))
    {
      walk_all (self, others);
      return FALSE;
    }
  self->serial++;
  if (label != NULL)
    *label = g_strdup (truth->label);
  walk_all (self, others);
  walk (self, truth);
  return TRUE;
}

/**
 * lasna_log_undo:
 * @label: (out) (optional) (transfer full): which change it was
 *
 * Returns: whether the newest change was taken back; where not, nothing changed
 */
gboolean
lasna_log_undo (LasnaLog *self, char **label, GError **error)
{
  return take_step (self, TRUE, label, error);
}

/**
 * lasna_log_redo:
 *
 * Returns: whether the change undone last was made again; where not, nothing changed
 */
gboolean
lasna_log_redo (LasnaLog *self, char **label, GError **error)
{
  return take_step (self, FALSE, label, error);
}

static char *
dup_label (LasnaLog *self, const char *sql)
{
  LasnaStatement *statement = prepare (self, sql, NULL);
  char *label = NULL;

  if (statement == NULL)
    return NULL;
  if (lasna_statement_step (statement, NULL) == LASNA_STEP_ROW)
    label = g_utf8_make_valid (lasna_statement_get_text (statement, 1), -1);
  lasna_statement_reset (statement);
  return label;
}

/**
 * lasna_log_dup_undo_label:
 *
 * Returns: (transfer full) (nullable): what undo would take back; NULL where there is nothing
 */
char *
lasna_log_dup_undo_label (LasnaLog *self)
{
  return dup_label (self,
                    "SELECT label FROM change_log WHERE undone = 0 ORDER BY seq DESC LIMIT 1");
}

char *
lasna_log_dup_redo_label (LasnaLog *self)
{
  return dup_label (self, "SELECT label FROM change_log WHERE undone = 1 ORDER BY seq LIMIT 1");
}

/**
 * lasna_log_poll:
 *
 * Walks what others have done since the last look. Cheap where nothing happened.
 *
 * Returns: FALSE with @error set where the file could not be read
 */
gboolean
lasna_log_poll (LasnaLog *self, GError **error)
{
  g_autoptr (GPtrArray) others = NULL;

  if (self->session != NULL || !lasna_store_has_changed (self->store))
    return TRUE;
  if (!catch_up (self, &others, error))
    {
      lasna_store_look_again (self->store);
      return FALSE;
    }
  walk_all (self, others);
  return TRUE;
}

/**
 * lasna_log_call_reload:
 *
 * To be called inside a transaction that changes recorded tables without recording it: everybody
 * who has the file open loads it anew.
 *
 * Returns: whether they will know
 */
gboolean
lasna_log_call_reload (LasnaStore *store, GError **error)
{
  return lasna_store_execute (store,
                              "INSERT INTO change_event (serial, seq, kind) "
                              "SELECT coalesce (max (serial), 0) + 1, 0, 'reload' "
                              "FROM change_event",
                              error);
}

/**
 * lasna_log_scan:
 * @func: called for every row of every change that undo or redo can reach
 *
 * Returns: whether the whole log could be read
 */
gboolean
lasna_log_scan (LasnaStore *store, LasnaChangesetScan func, gpointer data, GError **error)
{
  g_autoptr (LasnaStatement) statement = lasna_statement_new (
      lasna_store_get_connection (store), "SELECT changeset FROM change_log", FALSE, error);
  LasnaStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    {
      g_autoptr (GBytes) changeset = lasna_statement_dup_bytes (statement, 1);

      if (!lasna_changeset_scan (changeset, func, data))
        {
          lasna_statement_set_error (error, NULL, SQLITE_CORRUPT);
          return FALSE;
        }
    }
  return step == LASNA_STEP_DONE;
}
