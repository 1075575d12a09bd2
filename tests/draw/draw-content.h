/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Invented pages for the tests: a wilderness lodge in Kainuu.
 */
#pragma once

#include "lasna-summary-content.h"

G_BEGIN_DECLS

LasnaSummaryContent *draw_content_new (LasnaLanguage language, guint n_stages, gboolean rich);
const char *draw_content_get_stage_name (LasnaLanguage language, guint stage);

G_END_DECLS
