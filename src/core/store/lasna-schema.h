/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schema as numbered SQL files: making it, migrating to it, and recognising it.
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _LasnaSchema LasnaSchema;

const LasnaSchema *lasna_schema_get_default (void);
LasnaSchema *lasna_schema_new (const char *resource_folder) G_GNUC_WARN_UNUSED_RESULT;
void lasna_schema_free (LasnaSchema *self);

int lasna_schema_get_version (const LasnaSchema *self);
gboolean
lasna_schema_migrate (const LasnaSchema *self, sqlite3 *connection, int from, GError **error);
gboolean
lasna_schema_recognise (const LasnaSchema *self, sqlite3 *connection, int version, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaSchema, lasna_schema_free)

G_END_DECLS
