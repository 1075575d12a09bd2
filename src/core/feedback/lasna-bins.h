/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Voices in view counted by the raw codes of a column, all at once.
 */
#pragma once

#include "lasna-selection.h"
#include "lasna-totals.h"

G_BEGIN_DECLS

LasnaTotals *lasna_bins_new (const LasnaSelection *selection,
                             guint raw,
                             LasnaDimension but,
                             guint *n) G_GNUC_WARN_UNUSED_RESULT;
guint *lasna_bins_count (const LasnaSelection *selection, guint raw, LasnaDimension but, guint *n)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
