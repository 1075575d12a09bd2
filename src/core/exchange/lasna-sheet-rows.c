/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Three pools, of rows, of their cells and of the letters in them, emptied whenever all rows were
 * read. What belongs to a row that is still coming in moves to their beginning.
 */
#include "config.h"

#include "lasna-sheet-rows.h"

#include <string.h>

typedef struct
{
  guint column;
  guint count;        /* of columns that say the same */
  const char *shared; /* NULL: in the pool */
  gsize text;         /* from the beginning of the row's letters */
} Cell;

typedef struct
{
  guint64 number; /* of the sheet */
  guint64 repeat;
  guint first_cell;
  guint n_cells;
  gsize text;
  LasnaRowTrouble trouble;
  guint trouble_column;
} Pending;

struct _LasnaSheetRows
{
  GString *text;
  GArray *cells;   /* Cell */
  GArray *pending; /* Pending */
  guint next;      /* of those pending */
  Pending open;
  gsize cell_text; /* where the letters of the cell coming in begin */

  guint64 first;  /* the first row of the table; 0 before it came */
  guint64 number; /* of the table, of the row that was read last */
  GPtrArray *spread;
  LasnaRow row;
};

LasnaSheetRows *
lasna_sheet_rows_new (void)
{
  LasnaSheetRows *self = g_new0 (LasnaSheetRows, 1);

  self->text = g_string_new (NULL);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  self->spread = g_ptr_array_new ();
  return self;
}

void
lasna_sheet_rows_free (LasnaSheetRows *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->cells);
  g_array_unref (self->pending);
  g_ptr_array_unref (self->spread);
  g_free (self);
}

/**
 * lasna_sheet_rows_begin:
 * @number: of the row in the sheet, from 1, above that of the row before
 */
void
lasna_sheet_rows_begin (LasnaSheetRows *self, guint64 number)
{
  self->open =
      (Pending){ .number = number, .first_cell = self->cells->len, .text = self->text->len };
  self->cell_text = self->text->len;
}

static void
note_trouble (LasnaSheetRows *self, LasnaRowTrouble trouble, guint column)
{
  if (self->open.trouble != LASNA_ROW_SOUND)
    return;
  self->open.trouble = trouble;
  self->open.trouble_column = column;
}

/**
 * lasna_sheet_rows_append:
 *
 * Adds to the text of the cell that is coming in.
 */
void
lasna_sheet_rows_append (LasnaSheetRows *self, const char *text, gsize length)
{
  if (self->text->len - self->cell_text + length > LASNA_CELL_MAX ||
      self->text->len - self->open.text + length > LASNA_ROW_MAX)
    note_trouble (self, LASNA_ROW_LONG_CELL, self->open.n_cells);
  else
    g_string_append_len (self->text, text, length);
}

const char *
lasna_sheet_rows_get_text (LasnaSheetRows *self)
{
  return self->text->str + self->cell_text;
}

/* The cell says @text instead of what was read of it. */
void
lasna_sheet_rows_set_text (LasnaSheetRows *self, const char *text)
{
  g_string_truncate (self->text, self->cell_text);
  lasna_sheet_rows_append (self, text, strlen (text));
}

/**
 * lasna_sheet_rows_end_cell:
 * @count: in how many columns from @column on it stands
 * @shared: (nullable): its text, which must live as long as the rows; NULL for what was appended
 */
void
lasna_sheet_rows_end_cell (LasnaSheetRows *self, guint column, guint count, const char *shared)
{
  Cell cell = { column, count, shared, self->cell_text - self->open.text };

  if (shared != NULL)
    g_string_truncate (self->text, self->cell_text);
  if (shared != NULL ? *shared == '\0' : self->text->len == self->cell_text)
    return;
  if (column >= LASNA_COLUMNS_MAX || count > LASNA_COLUMNS_MAX - column)
    {
      note_trouble (self, LASNA_ROW_MANY_CELLS, MIN (column, LASNA_COLUMNS_MAX));
      g_string_truncate (self->text, self->cell_text);
      return;
    }
  g_string_append_c (self->text, '\0');
  self->cell_text = self->text->len;
  self->open.n_cells++;
  g_array_append_val (self->cells, cell);
}

/**
 * lasna_sheet_rows_end:
 * @repeat: how many times the row stands in the sheet
 *
 * Returns: FALSE where the row lies beyond what a sheet can hold
 */
gboolean
lasna_sheet_rows_end (LasnaSheetRows *self, guint64 repeat)
{
  if (self->open.n_cells == 0 && self->open.trouble == LASNA_ROW_SOUND)
    return TRUE;
  if (repeat > LASNA_SHEET_ROWS_MAX || self->open.number > LASNA_SHEET_ROWS_MAX - repeat + 1)
    return FALSE;
  self->open.repeat = repeat;
  g_array_append_val (self->pending, self->open);
  self->open.first_cell = self->cells->len;
  self->open.n_cells = 0;
  self->open.text = self->cell_text = self->text->len;
  return TRUE;
}

static void
empty_pools (LasnaSheetRows *self)
{
  if (self->next == 0)
    return;
  g_array_set_size (self->pending, 0);
  g_array_remove_range (self->cells, 0, self->open.first_cell);
  g_string_erase (self->text, 0, self->open.text);
  self->cell_text -= self->open.text;
  self->open.first_cell = 0;
  self->open.text = 0;
  self->next = 0;
}

static void
spread (LasnaSheetRows *self, const Pending *pending)
{
  g_ptr_array_set_size (self->spread, 0);
  for (guint i = 0; i < pending->n_cells; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, pending->first_cell + i);
      const char *text =
          cell->shared != NULL ? cell->shared : self->text->str + pending->text + cell->text;

      while (self->spread->len < cell->column)
        g_ptr_array_add (self->spread, (gpointer) "");
      for (guint j = 0; j < cell->count; j++)
        g_ptr_array_add (self->spread, (gpointer) text);
    }
  self->row.cells = (const char *const *) self->spread->pdata;
  self->row.n_cells = self->spread->len;
}

/* The next row; NULL where more must come in first. */
static const LasnaRow *
take (LasnaSheetRows *self)
{
  Pending *pending;

  if (self->next == self->pending->len)
    {
      empty_pools (self);
      return NULL;
    }
  pending = &g_array_index (self->pending, Pending, self->next);
  if (self->first == 0)
    self->first = pending->number;
  self->row = (LasnaRow){ .number = ++self->number };
  if (self->number + self->first - 1 < pending->number)
    return &self->row;

  spread (self, pending);
  self->row.trouble = pending->trouble;
  self->row.trouble_column = pending->trouble_column;
  if (--pending->repeat == 0)
    self->next++;
  else
    pending->number++;
  return &self->row;
}

/**
 * lasna_sheet_rows_next:
 * @part: (inout): where rows come from; freed and NULL at its end
 * @row: (out) (transfer none): the next row; NULL where there are no more
 *
 * Returns: FALSE where the part could not be read
 */
gboolean
lasna_sheet_rows_next (LasnaSheetRows *self,
                       LasnaZipXml **part,
                       const LasnaRow **row,
                       GCancellable *cancellable,
                       GError **error)
{
  while ((*row = take (self)) == NULL && *part != NULL)
    {
      gboolean ended;

      if (!lasna_zip_xml_read (*part, &ended, cancellable, error))
        return FALSE;
      if (ended)
        g_clear_pointer (part, lasna_zip_xml_free);
    }
  return TRUE;
}

/**
 * lasna_sheet_rows_have_begun:
 *
 * Returns: whether any row came that was not empty
 */
gboolean
lasna_sheet_rows_have_begun (LasnaSheetRows *self)
{
  return self->first != 0 || self->pending->len > 0;
}
