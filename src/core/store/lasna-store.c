/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opens, closes and steps the file.
 */
#define G_LOG_DOMAIN "lasna-store"

#include "config.h"

#include "lasna-store.h"

#include "lasna-backup.h"
#include "lasna-connection.h"
#include "lasna-error.h"
#include "lasna-file.h"
#include "lasna-gate.h"
#include "lasna-look.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Up to this size a quick check costs a few milliseconds, and a damaged file is better known
 * before it is shown. Larger files are checked on request.
 */
#define QUICK_CHECK_BYTES (8 * 1024 * 1024)

#define PATIENT_MILLISECONDS 5000
#define BUSY_MILLISECONDS 100

/* Bulk writers hold the lock for a piece of this length at most. */
#define PIECE_MICROSECONDS 20000

struct _LasnaStore
{
  GObject parent_instance;

  /* Owned */
  char *path;   /* what the person opened */
  char *file;   /* the same behind all links */
  char *folder; /* holds a copy of it, where SQLite could not read it in place */
  sqlite3 *connection;
  LasnaGate *gate;        /* shared by all connections to the file */
  GHashTable *statements; /* SQL text to LasnaStatement */
  GCancellable *cancellable;

  LasnaStoreFlags flags;
  LasnaConnectionMode mode;
  gboolean read_only;
  gboolean litters;  /* a reading connection made a log beside the file */
  gboolean prepared; /* to write: the journal is chosen */
  gboolean logging;  /* writes go to a log beside the file (WAL) */
  int version;       /* of the schema */
  gint64 begun_at;   /* of the transaction under way, in microseconds */
  gint64 data_version;
  LasnaStatement *data_version_statement;
};

G_DEFINE_FINAL_TYPE (LasnaStore, lasna_store, G_TYPE_OBJECT)

static gboolean
is_sound (sqlite3 *connection, GError **error)
{
  g_autoptr (LasnaStatement) statement =
      lasna_statement_new (connection, "PRAGMA quick_check (1)", FALSE, error);

  if (statement == NULL || lasna_statement_step (statement, error) != LASNA_STEP_ROW)
    return FALSE;
  if (g_strcmp0 (lasna_statement_get_text (statement, 1), "ok") == 0)
    return TRUE;
  lasna_statement_set_error (error, connection, SQLITE_CORRUPT);
  return FALSE;
}

/* Nothing in the file is believed before this has passed. */
static gboolean
verify (LasnaStore *self, const LasnaSchema *schema, GError **error)
{
  gint64 id = 0;

  if (!lasna_connection_read (self->connection, "PRAGMA application_id", &id, error))
    return FALSE;
  if (id != LASNA_APPLICATION_ID ||
      !lasna_connection_says (self->connection, "PRAGMA encoding", "UTF-8"))
    {
      lasna_statement_set_error (error, NULL, SQLITE_NOTADB);
      return FALSE;
    }
  return lasna_schema_recognise (schema, self->connection, self->version, error) &&
         (lasna_file_get_size (self->file) > QUICK_CHECK_BYTES ||
          is_sound (self->connection, error));
}

/* The version by SQLite's eyes: the header may be older than the log beside it. */
static gboolean
read_version (LasnaStore *self, const LasnaSchema *schema, GError **error)
{
  gint64 number = 0;

  if (!lasna_connection_read (self->connection, "PRAGMA user_version", &number, error) ||
      !lasna_look_at_version (number, lasna_schema_get_version (schema), error))
    return FALSE;
  self->version = (int) number;
  return TRUE;
}

/* Version, schema and pages are looked at in one moment: somebody else may be migrating the file.
 */
static gboolean
recognise (LasnaStore *self, const LasnaSchema *schema, GError **error)
{
  if (!lasna_connection_execute (self->connection, "BEGIN", error))
    return FALSE;

  gboolean recognised = read_version (self, schema, error) && verify (self, schema, error);
  sqlite3_exec (self->connection, "ROLLBACK", NULL, NULL, NULL);
  return recognised;
}

static char *
make_folder (LasnaStore *self, GError **error)
{
  self->folder = g_dir_make_tmp ("lasna-XXXXXX", error);
  return self->folder != NULL ? g_build_filename (self->folder, "workbook.lasna", NULL) : NULL;
}

/* Copies the file and what SQLite keeps beside it, for recovering what may not be changed. */
static gboolean
copy_aside (LasnaStore *self, GError **error)
{
  static const char *const suffixes[] = { "", "-wal", "-journal" };
  g_autofree char *copy = make_folder (self, error);

  if (copy == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (self->file, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (copy, suffixes[i], NULL);
      g_autoptr (GFile) source = g_file_new_for_path (from);
      g_autoptr (GFile) target = g_file_new_for_path (to);

      if ((i == 0 || lasna_file_get_size (from) >= 0) &&
          !g_file_copy (source, target, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, error))
        return FALSE;
      g_chmod (to, 0600);
    }
  self->mode = LASNA_CONNECTION_WRITE;
  self->connection = lasna_connection_open (copy, self->mode, error);
  return self->connection != NULL;
}

static gboolean
is_pending (LasnaStore *self)
{
  g_autofree char *wal = g_strconcat (self->file, "-wal", NULL);
  g_autofree char *journal = g_strconcat (self->file, "-journal", NULL);

  return lasna_file_get_size (wal) > 0 || lasna_file_get_size (journal) > 0;
}

/* Opens the file; returns SQLite's code for reading it, and no connection where that is not OK. */
static int
try_connection (LasnaStore *self, LasnaConnectionMode mode)
{
  self->mode = mode;
  self->connection = lasna_connection_open (self->file, mode, NULL);
  if (self->connection == NULL)
    return SQLITE_CANTOPEN;
  lasna_connection_set_patience (self->connection,
                                 self->flags & (LASNA_STORE_PATIENT | LASNA_STORE_BULK)
                                     ? PATIENT_MILLISECONDS
                                     : BUSY_MILLISECONDS);
  return lasna_connection_probe (self->connection);
}

/* What only a damaged file or a writer at work gives; no other way of opening would be better. */
static gboolean
is_final (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
give_up (LasnaStore *self, int code, GError **error)
{
  lasna_statement_set_error (error, self->connection, code);
  g_clear_pointer (&self->connection, sqlite3_close_v2);
  return FALSE;
}

/* Opens for reading without changing a byte: in place; as immutable where the folder forbids the
 * helper files and there is nothing unfinished; else a copy in which SQLite may recover.
 */
static gboolean
connect_for_reading (LasnaStore *self, GError **error)
{
  g_autofree char *wal = g_strconcat (self->file, "-wal", NULL);
  gboolean had_log = lasna_file_get_size (wal) >= 0;
  int code;

  self->read_only = TRUE;
  code = try_connection (self, LASNA_CONNECTION_READ);
  if (code == SQLITE_OK)
    {
      self->litters = !had_log && lasna_file_get_size (wal) >= 0;
      return TRUE;
    }
  if (is_final (code))
    return give_up (self, code, error);
  g_clear_pointer (&self->connection, sqlite3_close_v2);
  if (is_pending (self))
    return copy_aside (self, error);
  code = try_connection (self, LASNA_CONNECTION_IMMUTABLE);
  return code == SQLITE_OK || give_up (self, code, error);
}

/* A file that was last written with a log cannot be read where memory cannot be shared; alone with
 * it, SQLite can bring it back to the classic journal.
 */
static int
leave_log (sqlite3 *connection)
{
  if (!lasna_connection_execute (connection, "PRAGMA locking_mode = EXCLUSIVE", NULL) ||
      !lasna_connection_says (connection, "PRAGMA journal_mode = DELETE", "delete"))
    return SQLITE_CANTOPEN;
  lasna_connection_execute (connection, "PRAGMA locking_mode = NORMAL", NULL);
  return lasna_connection_probe (connection);
}

static gboolean
connect_for_writing (LasnaStore *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->file);
  int code;

  /* Without a writable folder there is no journal. */
  if (g_access (self->file, W_OK) != 0 || g_access (folder, W_OK) != 0)
    return connect_for_reading (self, error);

  code = try_connection (self, LASNA_CONNECTION_WRITE);
  if (is_final (code))
    return give_up (self, code, error);
  if (self->connection != NULL && sqlite3_db_readonly (self->connection, "main") == 0)
    {
      if (code == SQLITE_OK || leave_log (self->connection) == SQLITE_OK)
        return TRUE;
      g_clear_pointer (&self->connection, sqlite3_close_v2);
      code = try_connection (self, LASNA_CONNECTION_WRITE);
      if (code == SQLITE_OK)
        return TRUE;
    }
  g_clear_pointer (&self->connection, sqlite3_close_v2);
  return connect_for_reading (self, error);
}

/* Moves to a copy that may be changed. */
static gboolean
move_aside (LasnaStore *self, GError **error)
{
  g_autofree char *copy = make_folder (self, error);

  if (copy == NULL || !lasna_backup_write (self->connection, copy, FALSE, error))
    return FALSE;
  g_clear_pointer (&self->connection, sqlite3_close_v2);
  self->mode = LASNA_CONNECTION_WRITE;
  self->connection = lasna_connection_open (copy, self->mode, error);
  return self->connection != NULL;
}

/* An older file is migrated where it lies, after a backup beside it; where it may not be written,
 * a copy is migrated.
 */
static gboolean
migrate (LasnaStore *self, const LasnaSchema *schema, GError **error)
{
  if (!self->read_only)
    {
      g_autofree char *backup = g_strdup_printf ("%s.version-%d.bak", self->file, self->version);

      if (!lasna_backup_write (self->connection, backup, TRUE, error))
        return FALSE;
    }
  else if (self->folder == NULL && !move_aside (self, error))
    return FALSE;
  if (!lasna_schema_migrate (schema, self->connection, self->version, error))
    return FALSE;
  self->version = lasna_schema_get_version (schema);
  return TRUE;
}

static void
lasna_store_dispose (GObject *object)
{
  LasnaStore *self = LASNA_STORE (object);

  lasna_store_close (self, NULL);
  G_OBJECT_CLASS (lasna_store_parent_class)->dispose (object);
}

static void
lasna_store_finalize (GObject *object)
{
  LasnaStore *self = LASNA_STORE (object);

  g_clear_pointer (&self->gate, lasna_gate_unref);
  g_free (self->path);
  g_free (self->file);
  G_OBJECT_CLASS (lasna_store_parent_class)->finalize (object);
}

static void
lasna_store_class_init (LasnaStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lasna_store_dispose;
  object_class->finalize = lasna_store_finalize;
}

static void
lasna_store_init (LasnaStore *self)
{
  self->statements = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify) lasna_statement_free);
}

/* Makes the workbook in the empty file @path. */
static gboolean
fill (
    const char *path, const LasnaSchema *schema, LasnaStoreFill func, gpointer data, GError **error)
{
  g_autofree char *id = g_strdup_printf ("PRAGMA application_id = %d", LASNA_APPLICATION_ID);
  sqlite3 *connection = lasna_connection_open (path, LASNA_CONNECTION_WRITE, error);
  gboolean filled = connection != NULL && lasna_connection_execute (connection, id, error) &&
                    lasna_schema_migrate (schema, connection, 0, error) &&
                    (func == NULL || func (connection, data, error));

  sqlite3_close_v2 (connection);
  return filled;
}

/**
 * lasna_store_create:
 * @path: where nothing is yet
 * @schema: (nullable): the program's own by default
 * @func: (nullable): writes what every workbook has from the beginning
 *
 * Returns: whether there is a new workbook at @path now, a whole one; where not, there is nothing
 */
gboolean
lasna_store_create (
    const char *path, const LasnaSchema *schema, LasnaStoreFill func, gpointer data, GError **error)
{
  g_autofree char *temporary = lasna_file_make_temporary (path, error);

  if (temporary == NULL)
    return FALSE;
  if (fill (temporary, schema != NULL ? schema : lasna_schema_get_default (), func, data, error) &&
      lasna_file_put (temporary, path, FALSE, error))
    return TRUE;
  lasna_file_remove_with_journals (temporary);
  return FALSE;
}

static gboolean
watch_version (LasnaStore *self, GError **error)
{
  self->data_version_statement =
      lasna_statement_new (self->connection, "PRAGMA data_version", TRUE, error);
  if (self->data_version_statement == NULL)
    return FALSE;
  lasna_store_has_changed (self);
  return TRUE;
}

/**
 * lasna_store_open:
 * @schema: (nullable): the program's own by default
 *
 * A file that may not be written is opened for reading; see lasna_store_is_read_only().
 *
 * Returns: (transfer full) (nullable): the store, once the file is known to be a sound workbook
 */
LasnaStore *
lasna_store_open (const char *path,
                  LasnaStoreFlags flags,
                  const LasnaSchema *schema,
                  GError **error)
{
  g_autoptr (LasnaStore) self = g_object_new (LASNA_TYPE_STORE, NULL);

  if (schema == NULL)
    schema = lasna_schema_get_default ();
  if (!lasna_look (path, lasna_schema_get_version (schema), error))
    return NULL;
  self->path = g_strdup (path);
  self->file = lasna_file_resolve (path);
  self->gate = lasna_gate_new ();
  self->flags = flags;
  if (!(flags & LASNA_STORE_READ_ONLY ? connect_for_reading (self, error)
                                      : connect_for_writing (self, error)) ||
      !recognise (self, schema, error))
    return NULL;
  if (self->version < lasna_schema_get_version (schema) && !migrate (self, schema, error))
    return NULL;
  return watch_version (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * lasna_store_open_side:
 *
 * For another thread, or for bulk work: the file is trusted as @self trusts it. May be called in
 * the thread that will use it, while @self is open.
 *
 * Returns: (transfer full) (nullable): a second connection
 */
LasnaStore *
lasna_store_open_side (LasnaStore *self, LasnaStoreFlags flags, GError **error)
{
  g_autoptr (LasnaStore) side = g_object_new (LASNA_TYPE_STORE, NULL);
  int code;

  side->path = g_strdup (self->path);
  side->file = g_strdup (sqlite3_db_filename (self->connection, "main"));
  side->gate = lasna_gate_ref (self->gate);
  side->flags = flags;
  side->version = self->version;
  side->read_only = self->read_only || flags & LASNA_STORE_READ_ONLY;
  code = try_connection (side,
                         side->read_only && self->mode == LASNA_CONNECTION_WRITE &&
                                 self->folder == NULL
                             ? LASNA_CONNECTION_READ
                             : self->mode);
  if (code != SQLITE_OK)
    {
      give_up (side, code, error);
      return NULL;
    }
  return watch_version (side, error) ? g_steal_pointer (&side) : NULL;
}

/* Whether the file at our path is no longer the one we have open. */
static gboolean
has_moved (LasnaStore *self)
{
  int moved = 0;

  sqlite3_file_control (self->connection, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  return moved != 0;
}

/* Leaves one file behind, unless somebody else still has it open. */
static void
put_at_rest (LasnaStore *self)
{
  lasna_connection_set_patience (self->connection, 0);
  sqlite3_exec (self->connection, "PRAGMA wal_checkpoint (TRUNCATE)", NULL, NULL, NULL);
  sqlite3_exec (self->connection, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
}

/* The last to close a log removes it, but not when it may only read. */
static void
tidy_up (LasnaStore *self)
{
  sqlite3 *connection = lasna_connection_open (self->file, LASNA_CONNECTION_WRITE, NULL);

  if (connection != NULL)
    lasna_connection_probe (connection);
  sqlite3_close_v2 (connection);
}

/**
 * lasna_store_close:
 *
 * Everything committed is safe whether or not this succeeds. Closing twice is nothing.
 *
 * Returns: whether the connection closed cleanly
 */
gboolean
lasna_store_close (LasnaStore *self, GError **error)
{
  int code = SQLITE_OK;

  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->data_version_statement, lasna_statement_free);
  if (self->connection != NULL)
    {
      lasna_store_roll_back (self);
      if (self->logging && !(self->flags & LASNA_STORE_BULK) && !has_moved (self))
        put_at_rest (self);
      code = sqlite3_close_v2 (g_steal_pointer (&self->connection));
      if (self->litters)
        tidy_up (self);
    }
  if (code != SQLITE_OK)
    lasna_statement_set_error (error, NULL, code);
  if (self->folder != NULL)
    lasna_file_remove_folder (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_clear_object (&self->cancellable);
  return code == SQLITE_OK;
}

const char *
lasna_store_get_path (LasnaStore *self)
{
  return self->path;
}

/**
 * lasna_store_get_file:
 *
 * Returns: (transfer none): the path behind all links
 */
const char *
lasna_store_get_file (LasnaStore *self)
{
  return self->file;
}

/**
 * lasna_store_is_logging:
 *
 * Returns: whether somebody can read while this connection writes
 */
gboolean
lasna_store_is_logging (LasnaStore *self)
{
  return self->logging;
}

gboolean
lasna_store_is_read_only (LasnaStore *self)
{
  return self->read_only;
}

sqlite3 *
lasna_store_get_connection (LasnaStore *self)
{
  return self->connection;
}

/**
 * lasna_store_has_changed:
 *
 * Returns: whether somebody else has written to the file since the last call
 */
gboolean
lasna_store_has_changed (LasnaStore *self)
{
  /* Better one look too many than one too few. */
  if (lasna_statement_step (self->data_version_statement, NULL) != LASNA_STEP_ROW)
    return TRUE;

  gint64 version = lasna_statement_get_integer (self->data_version_statement, 1);
  gboolean changed = version != self->data_version;

  lasna_statement_reset (self->data_version_statement);
  self->data_version = version;
  return changed;
}

/* The next lasna_store_has_changed() says yes. */
void
lasna_store_look_again (LasnaStore *self)
{
  self->data_version = -1;
}

static int
progress_cb (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

/**
 * lasna_store_set_cancellable:
 * @cancellable: (nullable): stops whatever runs on this connection when cancelled
 */
void
lasna_store_set_cancellable (LasnaStore *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (
      self->connection, 1000, cancellable != NULL ? progress_cb : NULL, cancellable);
}

/**
 * lasna_store_get_cancellable:
 *
 * Returns: (transfer none) (nullable): what stops this connection
 */
GCancellable *
lasna_store_get_cancellable (LasnaStore *self)
{
  return self->cancellable;
}

/**
 * lasna_store_prepare:
 *
 * Returns: (transfer none) (nullable): the statement for @sql, kept for the next time; reset and
 *   without parameters
 */
LasnaStatement *
lasna_store_prepare (LasnaStore *self, const char *sql, GError **error)
{
  LasnaStatement *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL)
    {
      lasna_statement_reset (statement);
      return statement;
    }
  statement = lasna_statement_new (self->connection, sql, TRUE, error);
  if (statement != NULL)
    g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

gboolean
lasna_store_execute (LasnaStore *self, const char *sql, GError **error)
{
  return lasna_connection_execute (self->connection, sql, error);
}

/* The first write turns the log beside the file on. Where that cannot work, as on network drives,
 * the classic rollback journal does. While somebody reads, the journal cannot be changed: then the
 * one there is serves, and the next change tries again.
 */
static gboolean
choose_journal (LasnaStore *self, GError **error)
{
  const char *wanted = lasna_file_is_remote (self->file) ? "PRAGMA journal_mode = DELETE"
                                                         : "PRAGMA journal_mode = WAL";
  int code;

  lasna_connection_set_patience (self->connection, 0);
  code = sqlite3_exec (self->connection, wanted, NULL, NULL, NULL);
  lasna_connection_set_patience (self->connection,
                                 self->flags & (LASNA_STORE_PATIENT | LASNA_STORE_BULK)
                                     ? PATIENT_MILLISECONDS
                                     : BUSY_MILLISECONDS);
  self->prepared = (code & 0xff) != SQLITE_BUSY && (code & 0xff) != SQLITE_LOCKED;
  self->logging = lasna_connection_says (self->connection, "PRAGMA journal_mode", "wal");

  /* The person's connection never stops for a checkpoint; an idle moment is found for it. */
  if (!(self->flags & LASNA_STORE_BULK))
    sqlite3_wal_autocheckpoint (self->connection, 0);
  return lasna_connection_execute (self->connection,
                                   self->logging && self->flags & LASNA_STORE_BULK
                                       ? "PRAGMA synchronous = NORMAL"
                                       : "PRAGMA synchronous = FULL",
                                   error);
}

/**
 * lasna_store_prepare_to_write:
 *
 * What lasna_store_begin() does first; by itself, for a look at the file before the first change.
 *
 * Returns: whether the file may be written
 */
gboolean
lasna_store_prepare_to_write (LasnaStore *self, GError **error)
{
  if (self->read_only)
    {
      lasna_statement_set_error (error, NULL, SQLITE_READONLY);
      return FALSE;
    }
  if (has_moved (self))
    {
      g_set_error_literal (error,
                           LASNA_ERROR,
                           LASNA_ERROR_NOT_FOUND,
                           _ ("The file of this workbook was moved, renamed or deleted while it "
                              "was open. This step was not saved; save a copy, or open the file "
                              "where it is now."));
      return FALSE;
    }
  return self->prepared || choose_journal (self, error);
}

/* A later program may have migrated the file while we had it open. */
static gboolean
is_still_ours (LasnaStore *self, GError **error)
{
  LasnaStatement *statement = lasna_store_prepare (self, "PRAGMA user_version", error);
  gint64 version;

  if (statement == NULL || lasna_statement_step (statement, error) != LASNA_STEP_ROW)
    return FALSE;
  version = lasna_statement_get_integer (statement, 1);
  lasna_statement_reset (statement);
  if (version == self->version)
    return TRUE;
  lasna_look_at_version (G_MAXINT64, self->version, error);
  return FALSE;
}

static gboolean
take_lock (LasnaStore *self, GError **error)
{
  gboolean is_person = !(self->flags & LASNA_STORE_BULK);
  gboolean taken;

  if (is_person)
    lasna_gate_come (self->gate);
  taken = lasna_connection_execute (self->connection, "BEGIN IMMEDIATE", error);
  if (is_person)
    lasna_gate_go (self->gate);
  return taken;
}

/**
 * lasna_store_begin:
 *
 * Returns: whether this connection may write now; nobody else can until it commits or rolls back
 */
gboolean
lasna_store_begin (LasnaStore *self, GError **error)
{
  if (!lasna_store_prepare_to_write (self, error) || !take_lock (self, error))
    return FALSE;
  self->begun_at = g_get_monotonic_time ();
  if (is_still_ours (self, error))
    return TRUE;
  lasna_store_roll_back (self);
  return FALSE;
}

/**
 * lasna_store_commit:
 *
 * Returns: whether everything since lasna_store_begin() is on the disk; where not, it is undone
 */
gboolean
lasna_store_commit (LasnaStore *self, GError **error)
{
  if (!lasna_connection_execute (self->connection, "COMMIT", error))
    {
      lasna_store_roll_back (self);
      return FALSE;
    }
  return TRUE;
}

void
lasna_store_roll_back (LasnaStore *self)
{
  if (!sqlite3_get_autocommit (self->connection))
    sqlite3_exec (self->connection, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * lasna_store_give_way:
 *
 * For bulk work, to be called every few milliseconds: where a person waits, or the transaction is
 * older than a piece, it is committed, others may write, and a new one begins.
 *
 * Returns: whether there is a transaction; where not, what the last one did is undone
 */
gboolean
lasna_store_give_way (LasnaStore *self, GError **error)
{
  if (!lasna_gate_is_wanted (self->gate) &&
      g_get_monotonic_time () - self->begun_at < PIECE_MICROSECONDS)
    return TRUE;
  if (!lasna_store_commit (self, error))
    return FALSE;
  lasna_gate_step_back (self->gate);
  return lasna_store_begin (self, error);
}

/**
 * lasna_store_checkpoint:
 *
 * Brings what the log beside the file holds into the file, so that a plain copy has everything.
 * For a thread: it may take as long as the disk. Nobody is kept from writing for more than a
 * moment.
 *
 * Returns: whether all of it is in the file now; somebody who reads for long can prevent it
 */
gboolean
lasna_store_checkpoint (const char *path, GError **error)
{
  g_autofree char *file = lasna_file_resolve (path);
  sqlite3 *connection = lasna_connection_open (file, LASNA_CONNECTION_WRITE, error);
  int logged = 0;
  int copied = 0;
  int code;

  if (connection == NULL)
    return FALSE;

  /* The first pass copies without stopping anybody; the second only empties the log, if it may. */
  code = lasna_connection_probe (connection);
  if (code == SQLITE_OK)
    code =
        sqlite3_wal_checkpoint_v2 (connection, NULL, SQLITE_CHECKPOINT_PASSIVE, &logged, &copied);
  if (code == SQLITE_OK && logged == copied)
    sqlite3_wal_checkpoint_v2 (connection, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  if (code == SQLITE_OK && logged != copied)
    code = SQLITE_BUSY;
  if (code != SQLITE_OK)
    lasna_statement_set_error (error, connection, code);
  sqlite3_close_v2 (connection);
  return code == SQLITE_OK;
}
