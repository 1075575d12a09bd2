/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an open workbook does by itself: the backup of the day, and order in the file when nobody
 * types.
 */
#pragma once

#include "lasna-clock.h"
#include "lasna-store.h"

G_BEGIN_DECLS

typedef struct _LasnaHousekeeping LasnaHousekeeping;

LasnaHousekeeping *_lasna_housekeeping_new (LasnaStore *store,
                                            LasnaClock *clock) G_GNUC_WARN_UNUSED_RESULT;
void _lasna_housekeeping_free (LasnaHousekeeping *self);

void _lasna_housekeeping_set_backups (LasnaHousekeeping *self, const char *folder);
void _lasna_housekeeping_before_change (LasnaHousekeeping *self);
void _lasna_housekeeping_after_change (LasnaHousekeeping *self);

G_END_DECLS
