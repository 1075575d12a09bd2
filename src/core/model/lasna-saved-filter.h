/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saved filter: a row of saved_filter.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_SAVED_FILTER (lasna_saved_filter_get_type ())
LASNA_DECLARE_RECORD (LasnaSavedFilter, lasna_saved_filter, SAVED_FILTER)

G_END_DECLS
