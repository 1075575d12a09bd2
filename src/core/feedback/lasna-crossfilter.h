/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Many counts over the same voices, each without its own filter, kept up to date while filters
 * move. Only the voices that change side are counted again. Belongs to one thread.
 */
#pragma once

#include "lasna-selection.h"
#include "lasna-totals.h"

G_BEGIN_DECLS

typedef struct _LasnaCrossfilter LasnaCrossfilter;

/* Dimensions as bits: those whose filters a tally is counted without. */
#define LASNA_OWN(dimension) (1u << (dimension))

typedef struct
{
  gint32 day; /* Julian */
  LasnaTotals totals;
} LasnaDayTotals;

typedef struct
{
  guint question; /* its place in the questions */
  double raw;
  guint n;
} LasnaAnswerCount;

LasnaCrossfilter *lasna_crossfilter_new (LasnaColumns *columns) G_GNUC_WARN_UNUSED_RESULT;
void lasna_crossfilter_free (LasnaCrossfilter *self);
guint lasna_crossfilter_add_tally (LasnaCrossfilter *self,
                                   LasnaDimension dimension,
                                   guint32 own,
                                   LasnaTotalsParts parts);
gboolean lasna_crossfilter_set_filter (LasnaCrossfilter *self,
                                       const LasnaFilter *filter,
                                       LasnaStore *store,
                                       GError **error);
gboolean lasna_crossfilter_set_columns (LasnaCrossfilter *self,
                                        LasnaColumns *columns,
                                        LasnaStore *store,
                                        GError **error);

const LasnaSelection *lasna_crossfilter_get_selection (const LasnaCrossfilter *self);
guint *lasna_crossfilter_dup_counts (const LasnaCrossfilter *self,
                                     guint tally) G_GNUC_WARN_UNUSED_RESULT;
LasnaTotals *lasna_crossfilter_dup_totals (const LasnaCrossfilter *self,
                                           guint tally) G_GNUC_WARN_UNUSED_RESULT;
LasnaDayTotals *lasna_crossfilter_dup_days (const LasnaCrossfilter *self,
                                            guint tally,
                                            guint *n) G_GNUC_WARN_UNUSED_RESULT;
LasnaAnswerCount *lasna_crossfilter_dup_answers (const LasnaCrossfilter *self,
                                                 guint tally,
                                                 guint *n) G_GNUC_WARN_UNUSED_RESULT;
gsize lasna_crossfilter_get_bytes (const LasnaCrossfilter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaCrossfilter, lasna_crossfilter_free)

G_END_DECLS
