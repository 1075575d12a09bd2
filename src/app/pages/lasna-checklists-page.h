/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checklists: what there is, what was filled in, and filling one in.
 */
#pragma once

#include "lasna-page.h"

G_BEGIN_DECLS

#define LASNA_TYPE_CHECKLISTS_PAGE (lasna_checklists_page_get_type ())
G_DECLARE_FINAL_TYPE (LasnaChecklistsPage, lasna_checklists_page, LASNA, CHECKLISTS_PAGE, LasnaPage)

guint lasna_checklists_page_count (LasnaWorkbook *workbook);

G_END_DECLS
