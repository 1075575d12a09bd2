/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files before they are brought in.
 */
#include "config.h"

#include "lasna-import-look.h"

#include "lasna-draft.h"
#include "lasna-import-memory.h"
#include "lasna-import-words.h"
#include "lasna-import.h"
#include "lasna-side-task.h"

/* How many values of a column are shown, and how long each may be. */
#define FIRST_VALUES 3
#define VALUE_LENGTH 40

/* How many voices are shown as they will look. */
#define FIRST_VOICES 3

typedef struct
{
  GFile *file;
  LasnaImportOptions *options;
  char *today;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_object_unref (self->file);
  lasna_import_options_free (self->options);
  g_free (self->today);
  g_free (self);
}

void
lasna_import_look_free (LasnaImportLook *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->plan, lasna_import_plan_free);
  g_strfreev (self->first_values);
  g_ptr_array_unref (self->voices);
  g_hash_table_unref (self->said);
  g_free (self->trouble);
  g_free (self);
}

static void
append_value (GString *text, guint *n_values, const char *cell)
{
  g_autofree char *value = NULL;

  if (cell == NULL || *cell == '\0' || *n_values >= FIRST_VALUES)
    return;
  value = g_utf8_substring (cell, 0, MIN (VALUE_LENGTH, g_utf8_strlen (cell, 4 * VALUE_LENGTH)));
  g_strdelimit (value, "\r\n\t", ' ');
  g_string_append_printf (text, "%s%s", *n_values > 0 ? " · " : "", value);
  (*n_values)++;
}

/* The first filled values of every column, from the first rows. */
static gboolean
read_values (LasnaImportLook *look, GCancellable *cancellable, GError **error)
{
  guint n = look->plan->columns->len;
  g_autoptr (LasnaRowSource) reader = lasna_import_plan_open (look->plan, cancellable, error);
  g_autofree guint *counts = g_new0 (guint, n + 1);
  GString **texts;
  const LasnaRow *row = NULL;

  if (reader == NULL)
    return FALSE;
  texts = g_new0 (GString *, n + 1);
  for (guint i = 0; i < n; i++)
    texts[i] = g_string_new (NULL);
  for (guint rows = 0;
       rows < 60 && lasna_row_source_next (reader, &row, cancellable, NULL) && row != NULL;)
    if (row->number > look->plan->header_rows)
      {
        for (guint i = 0; i < n; i++)
          append_value (texts[i], &counts[i], lasna_row_get_cell (row, i));
        rows++;
      }
  look->first_values = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    look->first_values[i] = g_string_free (texts[i], FALSE);
  g_free (texts);
  return TRUE;
}

static void
read_voices (LasnaImportLook *look, const Request *request, GCancellable *cancellable)
{
  g_autoptr (LasnaDraftReader) reader =
      lasna_draft_reader_new (look->plan, NULL, request->today, cancellable, NULL);
  const LasnaDraft *draft;

  while (reader != NULL && look->voices->len < FIRST_VOICES &&
         lasna_draft_reader_next (reader, &draft, cancellable, NULL) && draft != NULL)
    if (!draft->is_continued)
      g_ptr_array_add (look->voices, lasna_import_words_dup_voice (look->plan, draft));
}

static gboolean
count (LasnaImportLook *look,
       LasnaStore *side,
       const Request *request,
       GCancellable *cancellable,
       GError **error)
{
  g_autoptr (GError) open = NULL;
  g_autoptr (LasnaFingerprints) live = NULL;

  look->is_decided = lasna_import_plan_is_decided (look->plan, &open);
  if (!look->is_decided)
    {
      if (look->plan->undecided->len == 0)
        look->trouble = g_strdup (open->message);
      return TRUE;
    }
  read_voices (look, request, cancellable);
  live = lasna_import_load_fingerprints (side, error);
  return live != NULL &&
         lasna_import_plan_count (look->plan, live, request->today, cancellable, error);
}

static gpointer
look_at (LasnaStore *side, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  g_autoptr (LasnaImportLook) look = g_new0 (LasnaImportLook, 1);

  look->voices = g_ptr_array_new_with_free_func (g_free);
  look->said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  look->plan = lasna_import_plan_new (request->file, request->options, cancellable, error);
  if (look->plan == NULL || !read_values (look, cancellable, error) ||
      !count (look, side, request, cancellable, error))
    return NULL;
  lasna_import_memory_read (side, lasna_import_plan_get_shape (look->plan), look->said);
  return g_steal_pointer (&look);
}

/**
 * lasna_import_look_async:
 * @options: (transfer full): what a person said about the file
 */
void
lasna_import_look_async (LasnaWorkbook *workbook,
                         GFile *file,
                         LasnaImportOptions *options,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  Request *request = g_new0 (Request, 1);

  request->file = g_object_ref (file);
  request->options = options;
  request->today = lasna_clock_dup_today (lasna_workbook_get_clock (workbook));
  lasna_side_task_run (lasna_workbook_get_store (workbook),
                       LASNA_STORE_READ_ONLY,
                       look_at,
                       request,
                       request_free,
                       (GDestroyNotify) lasna_import_look_free,
                       cancellable,
                       callback,
                       data);
}

/**
 * lasna_import_look_finish:
 *
 * Returns: (transfer full) (nullable): what the file is
 */
LasnaImportLook *
lasna_import_look_finish (GAsyncResult *result, GError **error)
{
  return lasna_side_task_finish (result, error);
}
