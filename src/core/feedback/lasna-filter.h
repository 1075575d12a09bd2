/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which voices are in view. Conditions on one dimension are alternatives; those on different ones
 * hold together.
 */
#pragma once

#include "lasna-columns.h"

G_BEGIN_DECLS

typedef struct _LasnaFilter LasnaFilter;

/* The voices that pass a filter. A voice that fails only by one dimension still counts in the
 * picture of that dimension.
 */
typedef struct
{
  LasnaColumns *columns;
  guint32 *failing; /* of each row: a bit for each dimension that keeps it out */
  guint n;          /* rows that nothing keeps out */
} LasnaSelection;

LasnaFilter *lasna_filter_new (void) G_GNUC_WARN_UNUSED_RESULT;
LasnaFilter *lasna_filter_copy (const LasnaFilter *self) G_GNUC_WARN_UNUSED_RESULT;
void lasna_filter_free (LasnaFilter *self);

gboolean lasna_filter_add_where (LasnaFilter *self, const char *text, GError **error);
void lasna_filter_add_value (LasnaFilter *self, LasnaDimension dimension, const char *value);
void lasna_filter_add_record (LasnaFilter *self, LasnaDimension dimension, gint64 record);
void lasna_filter_add_range (LasnaFilter *self,
                             LasnaDimension dimension,
                             const char *method,
                             double minimum,
                             double maximum);
gboolean
lasna_filter_set_period (LasnaFilter *self, const char *from, const char *to, GError **error);
gboolean lasna_filter_is_empty (const LasnaFilter *self);

LasnaSelection *lasna_filter_select (const LasnaFilter *self,
                                     LasnaColumns *columns,
                                     LasnaStore *store,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
void lasna_selection_free (LasnaSelection *self);
gboolean lasna_selection_has (const LasnaSelection *self, guint row);
gboolean lasna_selection_has_but (const LasnaSelection *self, guint row, LasnaDimension dimension);
guint *lasna_selection_tally (const LasnaSelection *self,
                              LasnaDimension dimension) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaFilter, lasna_filter_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaSelection, lasna_selection_free)

G_END_DECLS
