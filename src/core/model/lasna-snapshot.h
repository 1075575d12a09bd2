/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Snapshot: a row of snapshot.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_SNAPSHOT (lasna_snapshot_get_type ())
LASNA_DECLARE_RECORD (LasnaSnapshot, lasna_snapshot, SNAPSHOT)

G_END_DECLS
