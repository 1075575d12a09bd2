/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a record stands among its siblings.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

gboolean _lasna_record_place_last (LasnaRecord *self, GError **error);

G_END_DECLS
