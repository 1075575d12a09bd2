/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A column of small numbers, as narrow as its greatest one. What is made is never changed, so that
 * threads and later versions of the columns share it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint width; /* bytes of a number: 1, 2 or 4; 0 where all of them are 0 */
  GBytes *bytes;
  gconstpointer data; /* those of bytes */
} LasnaNarrow;

static inline guint32
lasna_narrow_get (const LasnaNarrow *self, guint row)
{
  switch (self->width)
    {
    case 1:
      return ((const guint8 *) self->data)[row];
    case 2:
      return ((const guint16 *) self->data)[row];
    case 4:
      return ((const guint32 *) self->data)[row];
    default:
      return 0;
    }
}

guint lasna_narrow_find_end (const LasnaNarrow *self, guint row, guint n);

/* Numbers on their way into a column. */
typedef struct
{
  guint width;
  guint n;
  guint room;
  gpointer data;
} LasnaNarrowing;

void lasna_narrowing_add (LasnaNarrowing *self, guint32 number);
void lasna_narrowing_set (LasnaNarrowing *self, guint row, guint32 number);
void lasna_narrowing_clear (LasnaNarrowing *self);
LasnaNarrow lasna_narrowing_finish (LasnaNarrowing *self, const guint32 *order, guint n);

LasnaNarrowing lasna_narrow_edit (const LasnaNarrow *self, guint n);
LasnaNarrow lasna_narrow_take (guint width, GBytes *bytes);
LasnaNarrow lasna_narrow_share (const LasnaNarrow *self);
void lasna_narrow_clear (LasnaNarrow *self);

G_END_DECLS
