/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of the rows that an import leaves out, as a file.
 */
#pragma once

#include "lasna-skip-report.h"
#include "lasna-window.h"

G_BEGIN_DECLS

void lasna_import_left_out_save (LasnaPage *page, LasnaSkipReport *report);
void
lasna_import_left_out_offer (LasnaWindow *window, const char *sentence, LasnaSkipReport *report);

G_END_DECLS
