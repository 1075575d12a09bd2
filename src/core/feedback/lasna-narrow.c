/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Narrow columns: made at the width of their first number, widened when a greater one comes.
 */
#include "config.h"

#include "lasna-narrow.h"

#include <string.h>

static guint
width_of (guint32 number)
{
  if (number == 0)
    return 0;
  return number <= G_MAXUINT8 ? 1 : number <= G_MAXUINT16 ? 2 : 4;
}

static void
store (gpointer data, guint width, guint row, guint32 number)
{
  switch (width)
    {
    case 1:
      ((guint8 *) data)[row] = (guint8) number;
      break;
    case 2:
      ((guint16 *) data)[row] = (guint16) number;
      break;
    case 4:
      ((guint32 *) data)[row] = number;
      break;
    default:
      break;
    }
}

static guint32
load (gconstpointer data, guint width, guint row)
{
  const LasnaNarrow column = { .width = width, .data = data };

  return lasna_narrow_get (&column, row);
}

static void
widen (LasnaNarrowing *self, guint width)
{
  gpointer wide = g_malloc0 ((gsize) self->room * width);

  for (guint row = 0; self->width > 0 && row < self->n; row++)
    store (wide, width, row, load (self->data, self->width, row));
  g_free (self->data);
  self->data = wide;
  self->width = width;
}

/**
 * lasna_narrowing_add:
 *
 * Adds a number at the end.
 */
void
lasna_narrowing_add (LasnaNarrowing *self, guint32 number)
{
  if (self->n == self->room)
    {
      self->room = MAX (1024, self->room * 2);
      if (self->width > 0)
        self->data = g_realloc_n (self->data, self->room, self->width);
    }
  self->n++;
  lasna_narrowing_set (self, self->n - 1, number);
}

/**
 * lasna_narrowing_set:
 * @row: one that was added
 *
 * Replaces a number.
 */
void
lasna_narrowing_set (LasnaNarrowing *self, guint row, guint32 number)
{
  if (width_of (number) > self->width)
    widen (self, width_of (number));
  store (self->data, self->width, row, number);
}

void
lasna_narrowing_clear (LasnaNarrowing *self)
{
  g_clear_pointer (&self->data, g_free);
  *self = (LasnaNarrowing){ 0 };
}

/* Each row takes the number of the row that stood at its place in the order. */
static gpointer
permute (const LasnaNarrowing *self, const guint32 *order, guint n)
{
  gpointer moved = g_malloc ((gsize) MAX (n, 1) * self->width);

  if (self->width == 1)
    for (guint row = 0; row < n; row++)
      ((guint8 *) moved)[row] = ((const guint8 *) self->data)[order[row]];
  else
    for (guint row = 0; row < n; row++)
      store (moved, self->width, row, load (self->data, self->width, order[row]));
  return moved;
}

/**
 * lasna_narrowing_finish:
 * @order: (nullable): for each row of the column, where its number was added
 * @n: how many rows the column has
 *
 * Returns: the column; @self is empty then
 */
LasnaNarrow
lasna_narrowing_finish (LasnaNarrowing *self, const guint32 *order, guint n)
{
  LasnaNarrow column = { 0 };
  gsize length = (gsize) n * self->width;

  if (self->width > 0 && order != NULL)
    column = lasna_narrow_take (self->width, g_bytes_new_take (permute (self, order, n), length));
  else if (self->width > 0)
    {
      gpointer data = g_realloc (g_steal_pointer (&self->data), MAX (length, 1));

      column = lasna_narrow_take (self->width, g_bytes_new_take (data, length));
    }
  lasna_narrowing_clear (self);
  return column;
}

#define FIND_END(type)                                                                             \
  do                                                                                               \
    {                                                                                              \
      const type *numbers = self->data;                                                            \
      const type number = numbers[row];                                                            \
                                                                                                   \
      while (row < n && numbers[row] == number)                                                    \
        row++;                                                                                     \
      return row;                                                                                  \
    }                                                                                              \
  while (0)

/**
 * lasna_narrow_find_end:
 * @row: one of the @n rows
 *
 * Returns: the first row after @row that has another number; @n for none
 */
guint
lasna_narrow_find_end (const LasnaNarrow *self, guint row, guint n)
{
  if (self->width == 1)
    FIND_END (guint8);
  if (self->width == 2)
    FIND_END (guint16);
  if (self->width == 4)
    FIND_END (guint32);
  return n;
}

/**
 * lasna_narrow_edit:
 * @n: how many rows there are
 *
 * Returns: a copy that can be changed
 */
LasnaNarrowing
lasna_narrow_edit (const LasnaNarrow *self, guint n)
{
  LasnaNarrowing copy = { .width = self->width, .n = n, .room = n };

  if (self->width > 0)
    copy.data = g_memdup2 (self->data, (gsize) n * self->width);
  return copy;
}

/**
 * lasna_narrow_take:
 * @bytes: (transfer full): the numbers
 *
 * Returns: the column
 */
LasnaNarrow
lasna_narrow_take (guint width, GBytes *bytes)
{
  return (LasnaNarrow){ width, bytes, g_bytes_get_data (bytes, NULL) };
}

LasnaNarrow
lasna_narrow_share (const LasnaNarrow *self)
{
  if (self->bytes != NULL)
    g_bytes_ref (self->bytes);
  return *self;
}

void
lasna_narrow_clear (LasnaNarrow *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  *self = (LasnaNarrow){ 0 };
}
