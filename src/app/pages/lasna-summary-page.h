/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one-page summary: live preview, print, export.
 */
#pragma once

#include "lasna-page.h"

G_BEGIN_DECLS

#define LASNA_TYPE_SUMMARY_PAGE (lasna_summary_page_get_type ())
G_DECLARE_FINAL_TYPE (LasnaSummaryPage, lasna_summary_page, LASNA, SUMMARY_PAGE, LasnaPage)

G_END_DECLS
