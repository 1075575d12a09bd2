/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether bytes are a changeset, and what rows it has.
 */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Sees one row of a changeset, with its values as SQLite gives them. */
typedef void (*LasnaChangesetScan) (const char *table, sqlite3_changeset_iter *row, gpointer data);

gboolean lasna_changeset_is_sound (GBytes *changeset);
gboolean lasna_changeset_scan (GBytes *changeset, LasnaChangesetScan func, gpointer data);

G_END_DECLS
