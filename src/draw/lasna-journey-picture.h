/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The path of a journey as an SVG element, for a page that is read in a browser.
 */
#pragma once

#include "lasna-heard.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

char *lasna_journey_picture_dup_svg (LasnaRecord *journey,
                                     const LasnaHeard *heard,
                                     LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
