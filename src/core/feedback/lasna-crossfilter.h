/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Many counts over the same voices, each without its own filter, kept up to date while filters
 * move. Only the voices that change side are counted again. What is counted is asked of its
 * selection, as of any other: see lasna-bins.h. Belongs to one thread.
 */
#pragma once

#include "lasna-selection.h"

G_BEGIN_DECLS

LasnaCrossfilter *lasna_crossfilter_new (LasnaColumns *columns) G_GNUC_WARN_UNUSED_RESULT;
void lasna_crossfilter_free (LasnaCrossfilter *self);
gboolean lasna_crossfilter_set_filter (LasnaCrossfilter *self,
                                       const LasnaFilter *filter,
                                       LasnaStore *store,
                                       GError **error);
gboolean lasna_crossfilter_set_columns (LasnaCrossfilter *self,
                                        LasnaColumns *columns,
                                        LasnaStore *store,
                                        GError **error);

const LasnaSelection *lasna_crossfilter_get_selection (const LasnaCrossfilter *self);
gsize lasna_crossfilter_get_bytes (const LasnaCrossfilter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaCrossfilter, lasna_crossfilter_free)

G_END_DECLS
