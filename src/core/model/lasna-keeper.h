/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an open workbook does by itself: the backup of the day, and order in the file when nobody
 * types.
 */
#pragma once

#include "lasna-clock.h"
#include "lasna-store.h"

G_BEGIN_DECLS

typedef struct _LasnaKeeper LasnaKeeper;

LasnaKeeper *_lasna_keeper_new (LasnaStore *store, LasnaClock *clock) G_GNUC_WARN_UNUSED_RESULT;
void _lasna_keeper_free (LasnaKeeper *self);

void _lasna_keeper_set_backups (LasnaKeeper *self, const char *folder);
void _lasna_keeper_before_change (LasnaKeeper *self);
void _lasna_keeper_after_change (LasnaKeeper *self);

G_END_DECLS
