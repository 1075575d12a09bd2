/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts rows by two of their raw codes at once: that of a dimension, and to which class their
 * answers or feelings belong. A class is made of all codes that add up to the same figures.
 */
#pragma once

#include "lasna-totals.h"

G_BEGIN_DECLS

typedef struct
{
  LasnaNarrow bins;  /* borrowed columns */
  LasnaNarrow mixes; /* of width 0 where only rows are counted */
  guint raw;         /* the raw column of the bins */
  guint n_bins;
  guint n_classes;
  guint16 *class_of;    /* by raw code of a mix */
  LasnaTotals *classes; /* what one row of each class adds */
  LasnaTotalsParts part;
  guint32 *counts; /* n_bins times n_classes */
} LasnaCounter;

gboolean lasna_counter_init (LasnaCounter *self,
                             const LasnaColumns *columns,
                             guint raw,
                             LasnaTotalsParts part);
void lasna_counter_clear (LasnaCounter *self);
void lasna_counter_take_columns (LasnaCounter *self, const LasnaColumns *columns);
void
lasna_counter_classify (const LasnaCounter *self, const guint32 *rows, guint n, guint16 *classes);
void lasna_counter_add_classified (
    LasnaCounter *self, const guint32 *rows, const guint16 *classes, guint n, guint32 by);
void lasna_counter_add (LasnaCounter *self, const guint32 *rows, guint n);
void lasna_counter_add_range (LasnaCounter *self, guint start, guint n);
gsize lasna_counter_get_bytes (const LasnaCounter *self);
guint lasna_counter_get_n (const LasnaCounter *self, guint bin);

G_END_DECLS
