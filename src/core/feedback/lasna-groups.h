/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same figures for each channel, segment, stage or link of the chain.
 */
#pragma once

#include "lasna-selection.h"
#include "lasna-totals.h"

G_BEGIN_DECLS

typedef struct
{
  guint code; /* of the value of the dimension; 0 for voices of which it is not known */
  LasnaTotals totals;
} LasnaGroup;

typedef struct
{
  LasnaColumns *columns;
  LasnaDimension dimension;
  guint n;
  LasnaGroup *groups; /* those with voices, in the order of the dictionary */
} LasnaGroups;

LasnaGroups *lasna_groups_new (const LasnaSelection *selection,
                               LasnaDimension dimension) G_GNUC_WARN_UNUSED_RESULT;
void lasna_groups_free (LasnaGroups *self);
const char *lasna_groups_get_name (const LasnaGroups *self, guint i, LasnaLanguage language);
guint *lasna_groups_rank (const LasnaGroups *self, LasnaMeasureKind kind) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaGroups, lasna_groups_free)

G_END_DECLS
