/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The voices that pass a filter.
 */
#pragma once

#include "lasna-filter.h"
#include "lasna-store.h"

G_BEGIN_DECLS

/* Dimensions as bits: those whose conditions do not hold where something is counted. */
#define LASNA_OWN(dimension) (1u << (dimension))

typedef struct _LasnaCrossfilter LasnaCrossfilter;

/* A voice that fails only by one dimension still counts in the picture of that dimension. */
typedef struct
{
  LasnaColumns *columns;
  guint32 *failing; /* of each row: a bit for each dimension that keeps it out */
  guint n;          /* rows that nothing keeps out */

  /* Private */
  LasnaCrossfilter *crossfilter; /* (nullable) whose it is, and which keeps what is counted */
} LasnaSelection;

LasnaSelection *lasna_selection_new (const LasnaFilter *filter,
                                     LasnaColumns *columns,
                                     LasnaStore *store,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
void lasna_selection_free (LasnaSelection *self);
gboolean lasna_selection_has (const LasnaSelection *self, guint row);
gboolean lasna_selection_has_but (const LasnaSelection *self, guint row, guint32 own);
guint *lasna_selection_tally (const LasnaSelection *self,
                              LasnaDimension dimension) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaSelection, lasna_selection_free)

G_END_DECLS
