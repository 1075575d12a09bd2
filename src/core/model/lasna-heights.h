/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The heights of the path at a stage or touchpoint: what is wanted there and what we believe. What
 * is felt comes from feedback.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

double lasna_heights_get_wanted (LasnaRecord *place);
double lasna_heights_get_believed (LasnaRecord *place);
const char *lasna_heights_get_main_emotion (LasnaRecord *place);

G_END_DECLS
