/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opens, closes and steps the file.
 */
#define G_LOG_DOMAIN "lasna-store"

#include "config.h"

#include "lasna-store.h"

#include "lasna-backup.h"
#include "lasna-error.h"
#include "lasna-look.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Up to this size a quick check costs a few milliseconds, and a damaged file is better known
 * before it is shown. Larger files are checked on request.
 */
#define QUICK_CHECK_BYTES (8 * 1024 * 1024)

#define PATIENT_MILLISECONDS 5000
#define BUSY_MILLISECONDS 100

struct _LasnaStore
{
  GObject parent_instance;

  /* Owned */
  char *path; /* what the person opened */
  char *copy; /* a folder with a copy of it, where SQLite could not read it in place */
  sqlite3 *connection;
  GHashTable *statements; /* SQL text to LasnaStatement */
  GCancellable *cancellable;

  LasnaStoreFlags flags;
  gboolean read_only;
  gboolean prepared; /* to write: the journal is chosen */
  gboolean logging;  /* writes go to a log beside the file (WAL) */
  gint64 data_version;
  LasnaStatement *data_version_statement;
};

G_DEFINE_FINAL_TYPE (LasnaStore, lasna_store, G_TYPE_OBJECT)

static void
log_cb (void *data G_GNUC_UNUSED, int code, const char *message)
{
  /* Busy files, journals rolled back after a crash and schema reloads are daily life. */
  switch (code & 0xff)
    {
    case SQLITE_SCHEMA:
    case SQLITE_NOTICE:
    case SQLITE_WARNING:
    case SQLITE_BUSY:
      g_debug ("SQLite %d: %s", code, message);
      break;
    default:
      g_info ("SQLite %d: %s", code, message);
      break;
    }
}

static gpointer
configure_once (gpointer data G_GNUC_UNUSED)
{
  /* Memory statistics sit under one mutex and slow two busy connections by more than half. */
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3_config (SQLITE_CONFIG_LOG, log_cb, NULL);
  sqlite3_initialize ();
  return NULL;
}

static gboolean
execute (sqlite3 *connection, const char *sql, GError **error)
{
  int code = sqlite3_exec (connection, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    lasna_statement_set_error (error, connection, code);
  return code == SQLITE_OK;
}

static gboolean
connect (const char *uri, int open_flags, LasnaStoreFlags flags, sqlite3 **made, GError **error)
{
  static GOnce once = G_ONCE_INIT;
  sqlite3 *connection = NULL;

  g_once (&once, configure_once, NULL);

  int code =
      sqlite3_open_v2 (uri,
                       &connection,
                       open_flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                       NULL);

  if (code != SQLITE_OK)
    {
      lasna_statement_set_error (error, connection, code);
      sqlite3_close_v2 (connection);
      return FALSE;
    }
  sqlite3_db_config (connection, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_busy_timeout (connection,
                        flags & (LASNA_STORE_PATIENT | LASNA_STORE_BULK) ? PATIENT_MILLISECONDS
                                                                         : BUSY_MILLISECONDS);
  if (!execute (connection, "PRAGMA foreign_keys = ON", error))
    {
      sqlite3_close_v2 (connection);
      return FALSE;
    }
  *made = connection;
  return TRUE;
}

static char *
make_uri (const char *path, const char *query)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", TRUE);

  return g_strconcat ("file:", escaped, query, NULL);
}

static gint64
get_size (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (gint64) status.st_size : -1;
}

static gint64
read_pragma (sqlite3 *connection, const char *pragma, GError **error)
{
  g_autoptr (LasnaStatement) statement = lasna_statement_new (connection, pragma, FALSE, error);

  if (statement == NULL || lasna_statement_step (statement, error) != LASNA_STEP_ROW)
    return -1;
  return lasna_statement_get_integer (statement, 1);
}

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
verify (
    sqlite3 *connection, const char *path, const LasnaSchema *schema, int version, GError **error)
{
  if (read_pragma (connection, "PRAGMA application_id", error) != LASNA_APPLICATION_ID)
    {
      if (error != NULL && *error == NULL)
        lasna_statement_set_error (error, connection, SQLITE_NOTADB);
      return FALSE;
    }
  return lasna_schema_recognise (schema, connection, version, error) &&
         (get_size (path) > QUICK_CHECK_BYTES || is_sound (connection, error));
}

/* The version by SQLite's eyes: the header may be older than the log beside it. */
static gboolean
read_version (sqlite3 *connection, const LasnaSchema *schema, int *version, GError **error)
{
  gint64 number = read_pragma (connection, "PRAGMA user_version", error);

  if (number < 0)
    return FALSE;
  *version = (int) number;
  if (number >= 1 && number <= lasna_schema_get_version (schema))
    return TRUE;
  lasna_statement_set_error (error, connection, SQLITE_NOTADB);
  return FALSE;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (folder);
}

/* Copies the file and what SQLite keeps beside it, for reading what cannot be read in place. */
static char *
copy_aside (const char *path, char **folder, GError **error)
{
  static const char *const suffixes[] = { "", "-wal", "-journal" };
  g_autofree char *made = g_dir_make_tmp ("lasna-XXXXXX", error);

  if (made == NULL)
    return NULL;

  g_autofree char *copy = g_build_filename (made, "workbook.lasna", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (copy, suffixes[i], NULL);
      g_autoptr (GFile) source = g_file_new_for_path (from);
      g_autoptr (GFile) target = g_file_new_for_path (to);

      if (i > 0 && !g_file_test (from, G_FILE_TEST_EXISTS))
        continue;
      if (!g_file_copy (source, target, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, error))
        {
          remove_folder (made);
          return NULL;
        }
    }
  *folder = g_steal_pointer (&made);
  return g_steal_pointer (&copy);
}

static gboolean
is_pending (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  return get_size (wal) > 0 || get_size (journal) > 0;
}

static gboolean
can_read (sqlite3 *connection)
{
  return read_pragma (connection, "PRAGMA schema_version", NULL) >= 0;
}

/* Opens for reading without changing a byte: in place; as immutable where the folder forbids the
 * helper files and there is nothing unfinished; else a copy in which SQLite may recover.
 */
static gboolean
connect_for_reading (LasnaStore *self, GError **error)
{
  g_autofree char *uri = make_uri (self->path, "?mode=ro");
  g_autofree char *immutable = make_uri (self->path, "?mode=ro&immutable=1");
  g_autofree char *copy = NULL;
  g_autofree char *copy_uri = NULL;

  self->read_only = TRUE;
  if (connect (uri, SQLITE_OPEN_READONLY, self->flags, &self->connection, NULL))
    {
      if (can_read (self->connection))
        return TRUE;
      g_clear_pointer (&self->connection, sqlite3_close_v2);
    }
  if (!is_pending (self->path))
    return connect (immutable, SQLITE_OPEN_READONLY, self->flags, &self->connection, error);

  copy = copy_aside (self->path, &self->copy, error);
  if (copy == NULL)
    return FALSE;
  copy_uri = make_uri (copy, "");
  return connect (copy_uri, SQLITE_OPEN_READWRITE, self->flags, &self->connection, error);
}

static gboolean
connect_for_writing (LasnaStore *self, GError **error)
{
  g_autofree char *uri = make_uri (self->path, "?mode=rw");
  g_autoptr (GError) local = NULL;

  if (g_access (self->path, W_OK) == 0 &&
      connect (uri, SQLITE_OPEN_READWRITE, self->flags, &self->connection, &local))
    {
      g_autofree char *folder = g_path_get_dirname (self->path);

      /* SQLite falls back to reading by itself; and without a writable folder there is no journal.
       */
      if (sqlite3_db_readonly (self->connection, "main") == 0 && g_access (folder, W_OK) == 0 &&
          can_read (self->connection))
        return TRUE;
      g_clear_pointer (&self->connection, sqlite3_close_v2);
    }
  return connect_for_reading (self, error);
}

/* An older file is migrated where it lies, after a backup beside it; where it may not be written,
 * a copy is migrated.
 */
static gboolean
migrate (LasnaStore *self, const LasnaSchema *schema, int version, GError **error)
{
  if (!self->read_only)
    {
      g_autofree char *backup = g_strdup_printf ("%s.version-%d.bak", self->path, version);

      if (!lasna_backup_write (self->connection, backup, error))
        return FALSE;
    }
  else if (self->copy == NULL)
    {
      g_autofree char *copy = copy_aside (self->path, &self->copy, error);
      g_autofree char *uri = copy != NULL ? make_uri (copy, "") : NULL;

      g_clear_pointer (&self->connection, sqlite3_close_v2);
      if (uri == NULL ||
          !connect (uri, SQLITE_OPEN_READWRITE, self->flags, &self->connection, error))
        return FALSE;
    }
  return lasna_schema_migrate (schema, self->connection, version, error);
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

  g_free (self->path);
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

/**
 * lasna_store_create:
 * @path: where nothing is yet
 * @schema: (nullable): the program's own by default
 *
 * Returns: whether there is an empty workbook at @path now
 */
gboolean
lasna_store_create (const char *path, const LasnaSchema *schema, GError **error)
{
  g_autofree char *uri = make_uri (path, "");
  g_autofree char *id = g_strdup_printf ("PRAGMA application_id = %d", LASNA_APPLICATION_ID);
  sqlite3 *connection = NULL;
  int fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0666);

  if (fd < 0)
    {
      int number = errno;

      g_set_error_literal (
          error,
          LASNA_ERROR,
          number == EEXIST ? LASNA_ERROR_CONFLICT : LASNA_ERROR_FAILED,
          number == EEXIST
              ? _ ("There is a file of that name already. It was left as it is; choose another "
                   "name.")
              : _ ("The file could not be made. Nothing was changed; check that its folder "
                   "exists and can be written."));
      return FALSE;
    }
  close (fd);

  gboolean made = connect (uri, SQLITE_OPEN_READWRITE, LASNA_STORE_PATIENT, &connection, error) &&
                  execute (connection, id, error) &&
                  lasna_schema_migrate (
                      schema != NULL ? schema : lasna_schema_get_default (), connection, 0, error);

  sqlite3_close_v2 (connection);
  if (!made)
    g_unlink (path);
  return made;
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
  int version;

  if (schema == NULL)
    schema = lasna_schema_get_default ();
  if (!lasna_look (path, lasna_schema_get_version (schema), &version, error))
    return NULL;
  self->path = g_strdup (path);
  self->flags = flags;
  if (!(flags & LASNA_STORE_READ_ONLY ? connect_for_reading (self, error)
                                      : connect_for_writing (self, error)))
    return NULL;
  if (!read_version (self->connection, schema, &version, error) ||
      !verify (self->connection, path, schema, version, error))
    return NULL;
  if (version < lasna_schema_get_version (schema) && !migrate (self, schema, version, error))
    return NULL;

  self->data_version_statement =
      lasna_statement_new (self->connection, "PRAGMA data_version", TRUE, error);
  if (self->data_version_statement == NULL)
    return NULL;
  lasna_store_has_changed (self);
  return g_steal_pointer (&self);
}

/**
 * lasna_store_open_side:
 *
 * For another thread, or for bulk work: the file is trusted as @self trusts it. May be called in
 * the thread that will use it.
 *
 * Returns: (transfer full) (nullable): a second connection
 */
LasnaStore *
lasna_store_open_side (LasnaStore *self, LasnaStoreFlags flags, GError **error)
{
  g_autoptr (LasnaStore) side = g_object_new (LASNA_TYPE_STORE, NULL);
  const char *file = sqlite3_db_filename (self->connection, "main");
  gboolean reads = self->read_only || flags & LASNA_STORE_READ_ONLY;
  g_autofree char *uri = make_uri (file, "");

  side->path = g_strdup (self->path);
  side->flags = flags;
  side->read_only = reads;
  if (reads && self->copy == NULL && !sqlite3_uri_boolean (file, "immutable", 0))
    {
      if (!connect (uri, SQLITE_OPEN_READONLY, flags, &side->connection, error))
        return NULL;
    }
  else if (reads && self->copy == NULL)
    {
      g_autofree char *immutable = make_uri (file, "?mode=ro&immutable=1");

      if (!connect (immutable, SQLITE_OPEN_READONLY, flags, &side->connection, error))
        return NULL;
    }
  else if (!connect (uri, SQLITE_OPEN_READWRITE, flags, &side->connection, error))
    return NULL;

  side->data_version_statement =
      lasna_statement_new (side->connection, "PRAGMA data_version", TRUE, error);
  return side->data_version_statement != NULL ? g_steal_pointer (&side) : NULL;
}

/* Leaves one file behind, unless somebody else still has it open. */
static void
put_at_rest (LasnaStore *self)
{
  sqlite3_busy_timeout (self->connection, 0);
  sqlite3_exec (self->connection, "PRAGMA wal_checkpoint (TRUNCATE)", NULL, NULL, NULL);
  sqlite3_exec (self->connection, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
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
  gboolean closed = TRUE;

  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->data_version_statement, lasna_statement_free);
  if (self->connection != NULL)
    {
      if (self->logging && !(self->flags & LASNA_STORE_BULK))
        put_at_rest (self);

      int code = sqlite3_close_v2 (g_steal_pointer (&self->connection));
      closed = code == SQLITE_OK;
      if (!closed)
        lasna_statement_set_error (error, NULL, code);
    }
  if (self->copy != NULL)
    remove_folder (self->copy);
  g_clear_pointer (&self->copy, g_free);
  g_clear_object (&self->cancellable);
  return closed;
}

const char *
lasna_store_get_path (LasnaStore *self)
{
  return self->path;
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
  if (lasna_statement_step (self->data_version_statement, NULL) != LASNA_STEP_ROW)
    return FALSE;

  gint64 version = lasna_statement_get_integer (self->data_version_statement, 1);
  gboolean changed = version != self->data_version;

  lasna_statement_reset (self->data_version_statement);
  self->data_version = version;
  return changed;
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
  return execute (self->connection, sql, error);
}

/* The first write turns the log beside the file on. Where that cannot work, as on many network
 * drives, the classic rollback journal does.
 */
static gboolean
prepare_to_write (LasnaStore *self, GError **error)
{
  if (self->read_only)
    {
      lasna_statement_set_error (error, self->connection, SQLITE_READONLY);
      return FALSE;
    }
  if (self->prepared)
    return TRUE;

  const char *synchronous =
      self->flags & LASNA_STORE_BULK ? "PRAGMA synchronous = NORMAL" : "PRAGMA synchronous = FULL";
  gboolean is_wal = FALSE;
  {
    g_autoptr (LasnaStatement) statement =
        lasna_statement_new (self->connection, "PRAGMA journal_mode = WAL", FALSE, NULL);

    is_wal = statement != NULL && lasna_statement_step (statement, NULL) == LASNA_STEP_ROW &&
             g_strcmp0 (lasna_statement_get_text (statement, 1), "wal") == 0;
  }
  self->logging = is_wal;
  if (!is_wal)
    synchronous = "PRAGMA synchronous = FULL";

  /* The person's connection never stops for a checkpoint; an idle moment is found for it. */
  if (is_wal && !(self->flags & LASNA_STORE_BULK))
    sqlite3_wal_autocheckpoint (self->connection, 0);
  self->prepared = execute (self->connection, synchronous, error);
  return self->prepared;
}

/**
 * lasna_store_begin:
 *
 * Returns: whether this connection may write now; nobody else can until it commits or rolls back
 */
gboolean
lasna_store_begin (LasnaStore *self, GError **error)
{
  return prepare_to_write (self, error) && execute (self->connection, "BEGIN IMMEDIATE", error);
}

/**
 * lasna_store_commit:
 *
 * Returns: whether everything since lasna_store_begin() is on the disk; where not, it is undone
 */
gboolean
lasna_store_commit (LasnaStore *self, GError **error)
{
  if (execute (self->connection, "COMMIT", error))
    return TRUE;
  lasna_store_roll_back (self);
  return FALSE;
}

void
lasna_store_roll_back (LasnaStore *self)
{
  if (!sqlite3_get_autocommit (self->connection))
    sqlite3_exec (self->connection, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * lasna_store_checkpoint:
 *
 * Brings what the log beside the file holds into the file, so that a plain copy has everything.
 * For a thread: it may take as long as the disk.
 *
 * Returns: whether all of it is in the file now
 */
gboolean
lasna_store_checkpoint (const char *path, GError **error)
{
  g_autofree char *uri = make_uri (path, "?mode=rw");
  sqlite3 *connection = NULL;
  int code;

  if (!connect (uri, SQLITE_OPEN_READWRITE, LASNA_STORE_BULK, &connection, error))
    return FALSE;

  /* The first pass copies without stopping anybody, so the second holds the lock for a moment. */
  code = sqlite3_wal_checkpoint_v2 (connection, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_wal_checkpoint_v2 (connection, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  if (code != SQLITE_OK)
    lasna_statement_set_error (error, connection, code);
  sqlite3_close_v2 (connection);
  return code == SQLITE_OK;
}
