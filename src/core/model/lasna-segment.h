/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Customer segment: a row of segment.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_SEGMENT (lasna_segment_get_type ())
LASNA_DECLARE_RECORD (LasnaSegment, lasna_segment, SEGMENT)

G_END_DECLS
