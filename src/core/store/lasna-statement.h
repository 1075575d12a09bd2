/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A prepared statement. Parameters and columns are counted from 1, as SQL counts parameters.
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _LasnaStatement LasnaStatement;

typedef enum
{
  LASNA_STEP_ERROR,
  LASNA_STEP_DONE,
  LASNA_STEP_ROW,
} LasnaStep;

LasnaStatement *lasna_statement_new (sqlite3 *connection,
                                     const char *sql,
                                     gboolean lasting,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
void lasna_statement_free (LasnaStatement *self);

void lasna_statement_bind_null (LasnaStatement *self, int parameter);
void lasna_statement_bind_integer (LasnaStatement *self, int parameter, gint64 value);
void lasna_statement_bind_number (LasnaStatement *self, int parameter, double value);
void lasna_statement_bind_text (LasnaStatement *self, int parameter, const char *value);
void lasna_statement_bind_borrowed (LasnaStatement *self,
                                    int parameter,
                                    const char *value,
                                    gsize length);
void
lasna_statement_bind_bytes (LasnaStatement *self, int parameter, gconstpointer bytes, gsize length);

LasnaStep lasna_statement_step (LasnaStatement *self, GError **error);
gboolean lasna_statement_run (LasnaStatement *self, GError **error);
void lasna_statement_reset (LasnaStatement *self);

int lasna_statement_get_n_columns (LasnaStatement *self);
gboolean lasna_statement_is_null (LasnaStatement *self, int column);
gint64 lasna_statement_get_integer (LasnaStatement *self, int column);
double lasna_statement_get_number (LasnaStatement *self, int column);
const char *lasna_statement_get_text (LasnaStatement *self, int column);
GBytes *lasna_statement_dup_bytes (LasnaStatement *self, int column) G_GNUC_WARN_UNUSED_RESULT;

/* Turns SQLite's last error into one of ours; NULL where @connection is fine. */
void lasna_statement_set_error (GError **error, sqlite3 *connection, int code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaStatement, lasna_statement_free)

G_END_DECLS
