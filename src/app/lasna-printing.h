/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture to a printer, on one sheet of A4.
 */
#pragma once

#include "lasna-layout.h"
#include "lasna-page.h"

G_BEGIN_DECLS

void lasna_printing_begin (LasnaPage *page, LasnaLayout *layout);

G_END_DECLS
