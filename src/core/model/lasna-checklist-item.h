/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checklist item: a row of checklist_item.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_CHECKLIST_ITEM (lasna_checklist_item_get_type ())
LASNA_DECLARE_RECORD (LasnaChecklistItem, lasna_checklist_item, CHECKLIST_ITEM)

G_END_DECLS
