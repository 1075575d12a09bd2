/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks after the file of an open workbook.
 */
#pragma once

#include "lasna-workbook.h"

G_BEGIN_DECLS

#define LASNA_TYPE_KEEPER (lasna_keeper_get_type ())
G_DECLARE_FINAL_TYPE (LasnaKeeper, lasna_keeper, LASNA, KEEPER, GObject)

LasnaKeeper *lasna_keeper_new (LasnaWorkbook *workbook) G_GNUC_WARN_UNUSED_RESULT;
void lasna_keeper_look (LasnaKeeper *self);
const char *lasna_keeper_get_saved (LasnaKeeper *self);
void lasna_keeper_stop (LasnaKeeper *self);

G_END_DECLS
