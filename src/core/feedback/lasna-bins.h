/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Voices in view counted by the raw codes of a column, all at once. The counts of a crossfilter's
 * voices are kept from the first time on, and only what moves is counted again.
 */
#pragma once

#include "lasna-selection.h"
#include "lasna-totals.h"

G_BEGIN_DECLS

typedef void (*LasnaBinsFunc) (guint bin, const LasnaTotals *unit, guint n, gpointer data);

void lasna_bins_foreach (const LasnaSelection *selection,
                         guint raw,
                         guint32 own,
                         LasnaTotalsParts part,
                         LasnaBinsFunc func,
                         gpointer data);
LasnaTotals *lasna_bins_new (const LasnaSelection *selection,
                             guint raw,
                             guint32 own,
                             LasnaTotalsParts parts,
                             guint *n) G_GNUC_WARN_UNUSED_RESULT;
guint *lasna_bins_count (const LasnaSelection *selection, guint raw, guint32 own, guint *n)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
