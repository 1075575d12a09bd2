/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a record is called where it stands for itself: in lists, drop-downs and names of widgets.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

char *lasna_heading_dup (LasnaRecord *record) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
