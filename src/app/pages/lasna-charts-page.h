/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Charts of the journey in view.
 */
#pragma once

#include "lasna-page.h"

G_BEGIN_DECLS

#define LASNA_TYPE_CHARTS_PAGE (lasna_charts_page_get_type ())
G_DECLARE_FINAL_TYPE (LasnaChartsPage, lasna_charts_page, LASNA, CHARTS_PAGE, LasnaPage)

G_END_DECLS
