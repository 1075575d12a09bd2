/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Was the matter settled, and how did it feel: two parts on 0 to 100, always both visible, and the
 * index of both for who wants it.
 */
#pragma once

#include "lasna-settings.h"
#include "lasna-totals.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 n;
  double value; /* 0 to 100, NAN of nothing */
  double low;   /* Student's t, 95 % */
  double high;
} LasnaPart;

typedef struct
{
  LasnaPart task;
  LasnaPart feeling;
  double index; /* 0 to 100; NAN where a part is missing or the index is switched off */
} LasnaTwoParts;

LasnaTwoParts lasna_two_parts_of (const LasnaTotals *totals, LasnaSettings *settings);
const char *lasna_two_parts_get_task_definition (void);
const char *lasna_two_parts_get_feeling_definition (void);
char *lasna_two_parts_dup_index_definition (LasnaSettings *settings,
                                            LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
