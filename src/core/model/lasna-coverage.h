/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which channels work for whom, and which are our main ones.
 */
#pragma once

#include "lasna-segment.h"
#include "lasna-service.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

/* While one's own style is sought, two main channels are enough. */
#define LASNA_COVERAGE_MAIN 2

typedef struct
{
  guint n_wanted; /* channels that the segment must have or likes */
  guint n_works;
  guint n_hard_to_find; /* a gap to the customer */
  guint n_missing;
} LasnaCoverage;

const char *
lasna_coverage_get_state (LasnaWorkbook *workbook, LasnaService *service, const char *channel);
LasnaCoverage lasna_coverage_of_segment (LasnaSegment *segment, LasnaService *service);
double lasna_coverage_get_value (const LasnaCoverage *self);

guint lasna_coverage_count_main (LasnaService *service);
const char *lasna_coverage_get_main_hint (LasnaService *service);

G_END_DECLS
