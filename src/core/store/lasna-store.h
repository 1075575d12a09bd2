/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A connection to the file of a workbook. Belongs to one thread; other threads open their own.
 */
#pragma once

#include "lasna-clock.h"
#include "lasna-schema.h"
#include "lasna-statement.h"

G_BEGIN_DECLS

#define LASNA_TYPE_STORE (lasna_store_get_type ())
G_DECLARE_FINAL_TYPE (LasnaStore, lasna_store, LASNA, STORE, GObject)

typedef enum
{
  LASNA_STORE_READ_ONLY = 1 << 0, /* change no byte of the file */
  LASNA_STORE_PATIENT = 1 << 1,   /* wait five seconds for a lock instead of a tenth of one */
  LASNA_STORE_BULK = 1 << 2,      /* a second connection for what can be done again after a crash */
} LasnaStoreFlags;

/* Writes into a new workbook; FALSE with @error set leaves nothing behind. */
typedef gboolean (*LasnaStoreFill) (sqlite3 *connection, gpointer data, GError **error);

gboolean lasna_store_create (const char *path,
                             const LasnaSchema *schema,
                             LasnaStoreFill func,
                             gpointer data,
                             GError **error);
LasnaStore *lasna_store_open (const char *path,
                              LasnaStoreFlags flags,
                              const LasnaSchema *schema,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
LasnaStore *lasna_store_open_side (LasnaStore *self,
                                   LasnaStoreFlags flags,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean lasna_store_close (LasnaStore *self, GError **error);

const char *lasna_store_get_path (LasnaStore *self);
const char *lasna_store_get_file (LasnaStore *self);
gboolean lasna_store_is_logging (LasnaStore *self);
gboolean lasna_store_is_read_only (LasnaStore *self);
sqlite3 *lasna_store_get_connection (LasnaStore *self);
gboolean lasna_store_has_changed (LasnaStore *self);
void lasna_store_look_again (LasnaStore *self);
void lasna_store_set_cancellable (LasnaStore *self, GCancellable *cancellable);
GCancellable *lasna_store_get_cancellable (LasnaStore *self);

LasnaStatement *lasna_store_prepare (LasnaStore *self, const char *sql, GError **error);
gboolean lasna_store_execute (LasnaStore *self, const char *sql, GError **error);
gboolean lasna_store_prepare_to_write (LasnaStore *self, GError **error);
gboolean lasna_store_begin (LasnaStore *self, GError **error);
gboolean lasna_store_commit (LasnaStore *self, GError **error);
void lasna_store_roll_back (LasnaStore *self);
gboolean lasna_store_give_way (LasnaStore *self, GError **error);

gboolean lasna_store_checkpoint (const char *path, GError **error);

G_END_DECLS
