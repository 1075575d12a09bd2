/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prepared statements and what their failures mean.
 */
#define G_LOG_DOMAIN "lasna-store"

#include "config.h"

#include "lasna-statement.h"

#include "lasna-error.h"

#include <glib/gi18n-lib.h>

struct _LasnaStatement
{
  sqlite3_stmt *stmt;
};

static const struct
{
  int code;
  LasnaError error;
  const char *sentence;
} meanings[] = {
  { SQLITE_BUSY,
    LASNA_ERROR_BUSY,
    N_ ("Another program is writing to this workbook just now. Nothing was lost; try again in a "
        "moment.") },
  { SQLITE_LOCKED,
    LASNA_ERROR_BUSY,
    N_ ("Another program is writing to this workbook just now. Nothing was lost; try again in a "
        "moment.") },
  { SQLITE_FULL,
    LASNA_ERROR_NO_SPACE,
    N_ ("The disk is full. This step was not saved, everything before it was; make room and try "
        "again.") },
  { SQLITE_READONLY,
    LASNA_ERROR_READ_ONLY,
    N_ ("This workbook can be read but not changed. Nothing was lost; save a copy where you may "
        "write.") },
  { SQLITE_PERM,
    LASNA_ERROR_READ_ONLY,
    N_ ("This workbook can be read but not changed. Nothing was lost; save a copy where you may "
        "write.") },
  { SQLITE_CANTOPEN,
    LASNA_ERROR_FAILED,
    N_ ("The file could not be opened. Nothing was changed; check that it and its folder can be "
        "read and written.") },
  { SQLITE_CORRUPT,
    LASNA_ERROR_DAMAGED,
    N_ ("This workbook is damaged. It was left as it is; restore a backup from the start page.") },
  { SQLITE_NOTADB,
    LASNA_ERROR_DAMAGED,
    N_ ("This workbook is damaged. It was left as it is; restore a backup from the start page.") },
  { SQLITE_IOERR,
    LASNA_ERROR_FAILED,
    N_ ("The disk did not answer as it should. This step was not saved, everything before it "
        "was; check the disk and try again.") },
  { SQLITE_CONSTRAINT,
    LASNA_ERROR_RULE,
    N_ ("This does not fit together with the rest of the workbook. Nothing was changed; see "
        "whether what it belongs to is still there.") },
  { SQLITE_INTERRUPT,
    LASNA_ERROR_FAILED,
    N_ ("This was stopped. Nothing was changed; you can begin it again.") },
  { SQLITE_TOOBIG,
    LASNA_ERROR_FAILED,
    N_ ("This is too large for a workbook. Nothing was changed; make it smaller, or divide it.") },
};

void
lasna_statement_set_error (GError **error, sqlite3 *connection, int code)
{
  g_debug ("SQLite %d: %s", code, connection != NULL ? sqlite3_errmsg (connection) : "");
  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error,
                           G_IO_ERROR,
                           G_IO_ERROR_CANCELLED,
                           _ ("This was stopped. Nothing was changed; you can begin it again."));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    {
      if (meanings[i].code == (code & 0xff))
        {
          g_set_error_literal (error, LASNA_ERROR, meanings[i].error, _ (meanings[i].sentence));
          return;
        }
    }
  g_set_error_literal (error,
                       LASNA_ERROR,
                       LASNA_ERROR_FAILED,
                       _ ("The workbook could not do this. Nothing was changed; try again, and if "
                          "it happens again, restore a backup from the start page."));
}

/**
 * lasna_statement_new:
 * @lasting: whether the statement will be used again and again
 *
 * Returns: (transfer full) (nullable): a statement; NULL with @error set where it cannot be made
 */
LasnaStatement *
lasna_statement_new (sqlite3 *connection, const char *sql, gboolean lasting, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  int code = sqlite3_prepare_v3 (
      connection, sql, -1, lasting ? SQLITE_PREPARE_PERSISTENT : 0, &stmt, NULL);

  if (code != SQLITE_OK)
    {
      lasna_statement_set_error (error, connection, code);
      return NULL;
    }

  LasnaStatement *self = g_new0 (LasnaStatement, 1);
  self->stmt = stmt;
  return self;
}

void
lasna_statement_free (LasnaStatement *self)
{
  if (self == NULL)
    return;
  sqlite3_finalize (self->stmt);
  g_free (self);
}

/* Binding can fail only for want of memory or for a parameter that is not there: GLib aborts on
 * the first, the second is a mistake in our own SQL.
 */
static void
must (int code)
{
  g_assert (code == SQLITE_OK);
}

void
lasna_statement_bind_null (LasnaStatement *self, int parameter)
{
  must (sqlite3_bind_null (self->stmt, parameter));
}

void
lasna_statement_bind_integer (LasnaStatement *self, int parameter, gint64 value)
{
  must (sqlite3_bind_int64 (self->stmt, parameter, value));
}

void
lasna_statement_bind_number (LasnaStatement *self, int parameter, double value)
{
  must (sqlite3_bind_double (self->stmt, parameter, value));
}

/**
 * lasna_statement_bind_text:
 * @value: (nullable): copied; NULL binds NULL
 */
void
lasna_statement_bind_text (LasnaStatement *self, int parameter, const char *value)
{
  must (sqlite3_bind_text (self->stmt, parameter, value, -1, SQLITE_TRANSIENT));
}

/**
 * lasna_statement_bind_borrowed:
 * @value: not copied: it must live until the statement has run
 */
void
lasna_statement_bind_borrowed (LasnaStatement *self, int parameter, const char *value, gsize length)
{
  must (sqlite3_bind_text64 (self->stmt, parameter, value, length, SQLITE_STATIC, SQLITE_UTF8));
}

void
lasna_statement_bind_bytes (LasnaStatement *self, int parameter, gconstpointer bytes, gsize length)
{
  must (sqlite3_bind_blob64 (self->stmt, parameter, bytes, length, SQLITE_TRANSIENT));
}

/**
 * lasna_statement_step:
 *
 * A statement that is done or has failed is reset, its parameters are kept.
 *
 * Returns: whether there is a row to read
 */
LasnaStep
lasna_statement_step (LasnaStatement *self, GError **error)
{
  int code = sqlite3_step (self->stmt);

  if (code == SQLITE_ROW)
    return LASNA_STEP_ROW;
  if (code != SQLITE_DONE)
    lasna_statement_set_error (error, sqlite3_db_handle (self->stmt), code);
  sqlite3_reset (self->stmt);
  return code == SQLITE_DONE ? LASNA_STEP_DONE : LASNA_STEP_ERROR;
}

/**
 * lasna_statement_run:
 *
 * Steps to the end and forgets the parameters.
 *
 * Returns: whether it succeeded
 */
gboolean
lasna_statement_run (LasnaStatement *self, GError **error)
{
  LasnaStep step;

  do
    step = lasna_statement_step (self, error);
  while (step == LASNA_STEP_ROW);
  lasna_statement_reset (self);
  return step == LASNA_STEP_DONE;
}

void
lasna_statement_reset (LasnaStatement *self)
{
  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
}

int
lasna_statement_get_n_columns (LasnaStatement *self)
{
  return sqlite3_column_count (self->stmt);
}

gboolean
lasna_statement_is_null (LasnaStatement *self, int column)
{
  return sqlite3_column_type (self->stmt, column - 1) == SQLITE_NULL;
}

gint64
lasna_statement_get_integer (LasnaStatement *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column - 1);
}

double
lasna_statement_get_number (LasnaStatement *self, int column)
{
  return sqlite3_column_double (self->stmt, column - 1);
}

/**
 * lasna_statement_get_text:
 *
 * Returns: (nullable): the text until the next step; may hold bytes that are not UTF-8 where the
 *   file is damaged
 */
const char *
lasna_statement_get_text (LasnaStatement *self, int column)
{
  return (const char *) sqlite3_column_text (self->stmt, column - 1);
}

/**
 * lasna_statement_dup_bytes:
 *
 * Returns: (transfer full): a copy of the BLOB; empty for NULL
 */
GBytes *
lasna_statement_dup_bytes (LasnaStatement *self, int column)
{
  gconstpointer bytes = sqlite3_column_blob (self->stmt, column - 1);

  return g_bytes_new (bytes, sqlite3_column_bytes (self->stmt, column - 1));
}
