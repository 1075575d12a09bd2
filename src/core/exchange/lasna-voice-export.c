/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table is written under a temporary name, as of one moment of the workbook, and renamed when
 * it is whole.
 */
#include "config.h"

#include "lasna-voice-export.h"

#include "lasna-error.h"
#include "lasna-export-voices.h"
#include "lasna-file.h"

#include <glib/gi18n-lib.h>

#define VOICES_BETWEEN_LOOKS 256

struct _LasnaVoiceExport
{
  GObject parent_instance;

  /* Owned */
  LasnaStore *store; /* a connection of our own */
  LasnaExportVoices *voices;
  gint64 *ids; /* in the order of their days */

  LasnaExportFormat format;
  LasnaLanguage language;
  guint sheet_rows;
  guint n;
  guint n_shortened;
  guint n_done; /* atomic */
};

G_DEFINE_FINAL_TYPE (LasnaVoiceExport, lasna_voice_export, G_TYPE_OBJECT)

static void
lasna_voice_export_finalize (GObject *object)
{
  LasnaVoiceExport *self = LASNA_VOICE_EXPORT (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->voices, lasna_export_voices_free);
  g_free (self->ids);
  G_OBJECT_CLASS (lasna_voice_export_parent_class)->finalize (object);
}

static void
lasna_voice_export_class_init (LasnaVoiceExportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lasna_voice_export_finalize;
}

static void
lasna_voice_export_init (LasnaVoiceExport *self)
{
}

/* What is left out of the figures is a voice all the same, and says so in its column. */
static void
take_ids (LasnaVoiceExport *self, const LasnaSelection *selection)
{
  const LasnaColumns *columns = selection->columns;

  self->ids = g_new (gint64, columns->n + 1);
  for (guint row = 0; row < columns->n; row++)
    if (lasna_selection_has_but (selection, row, LASNA_OWN (LASNA_DIMENSION_EXCLUDED)))
      self->ids[self->n++] = columns->ids[row];
}

/**
 * lasna_voice_export_new:
 * @selection: the voices in view
 *
 * Returns: (transfer full) (nullable): an export that was not run yet; it may run in any thread
 */
LasnaVoiceExport *
lasna_voice_export_new (LasnaWorkbook *workbook,
                        const LasnaSelection *selection,
                        const LasnaVoiceExportOptions *options,
                        GError **error)
{
  g_autoptr (LasnaVoiceExport) self = g_object_new (LASNA_TYPE_VOICE_EXPORT, NULL);

  self->format = options->format;
  self->language = options->language;
  self->sheet_rows = options->sheet_rows != 0 ? options->sheet_rows : LASNA_EXPORT_XLSX_ROWS;
  self->store =
      lasna_store_open_side (lasna_workbook_get_store (workbook), LASNA_STORE_READ_ONLY, error);
  if (self->store == NULL)
    return NULL;
  self->voices = lasna_export_voices_new (workbook, options->language, options->names);
  take_ids (self, selection);
  return g_steal_pointer (&self);
}

static LasnaExportTable *
open_table (LasnaVoiceExport *self, const char *path)
{
  if (self->format == LASNA_EXPORT_XLSX)
    return lasna_export_table_new_xlsx (path, lasna_words (self->language, N_ ("Voices")));
  return lasna_export_table_new_csv (path, self->format == LASNA_EXPORT_CSV_EXCEL);
}

static gboolean
write_voices (LasnaVoiceExport *self, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < self->n; i++)
    {
      if (!lasna_export_voices_add (self->voices, self->ids[i], error))
        return FALSE;
      if (i % VOICES_BETWEEN_LOOKS == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          g_atomic_int_set (&self->n_done, i);
        }
    }
  g_atomic_int_set (&self->n_done, self->n);
  return TRUE;
}

static gboolean
write_table (LasnaVoiceExport *self, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (LasnaExportTable) table = open_table (self, path);
  gboolean written;

  if (!lasna_store_execute (self->store, "BEGIN", error))
    return FALSE;
  written = lasna_export_voices_begin (self->voices, self->store, table, error) &&
            write_voices (self, cancellable, error);
  lasna_store_roll_back (self->store);
  if (written && !table->class->finish (table))
    {
      g_propagate_error (error, g_steal_pointer (&table->error));
      written = FALSE;
    }
  self->n_shortened = table->n_shortened;
  return written;
}

static gboolean
has_room (LasnaVoiceExport *self, GError **error)
{
  if (self->format != LASNA_EXPORT_XLSX || self->n <= self->sheet_rows)
    return TRUE;
  g_set_error (error,
               LASNA_ERROR,
               LASNA_ERROR_RULE,
               /* Translators: %d is a number of voices, 1048575. */
               _ ("A sheet of Excel holds %d voices, and these are more. Nothing was written; "
                  "save them as CSV, or choose a shorter time."),
               (int) self->sheet_rows);
  return FALSE;
}

/**
 * lasna_voice_export_run:
 * @path: where the table goes; a file that is there already gives way
 *
 * To be run once.
 *
 * Returns: whether the table is there; where not, what was there is as it was
 */
gboolean
lasna_voice_export_run (LasnaVoiceExport *self,
                        const char *path,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autofree char *temporary =
      has_room (self, error) ? lasna_file_make_temporary (path, error) : NULL;

  if (temporary == NULL)
    return FALSE;
  if (write_table (self, temporary, cancellable, error) &&
      !g_cancellable_set_error_if_cancelled (cancellable, error) &&
      lasna_file_put (temporary, path, TRUE, error))
    return TRUE;
  lasna_file_remove_with_journals (temporary);
  return FALSE;
}

guint
lasna_voice_export_get_n_voices (LasnaVoiceExport *self)
{
  return self->n;
}

/**
 * lasna_voice_export_get_n_shortened:
 *
 * Returns: how many texts were longer than a cell can be, and end with an ellipsis
 */
guint
lasna_voice_export_get_n_shortened (LasnaVoiceExport *self)
{
  return self->n_shortened;
}

/**
 * lasna_voice_export_get_progress:
 *
 * May be called while a thread works.
 *
 * Returns: 0 to 1
 */
double
lasna_voice_export_get_progress (LasnaVoiceExport *self)
{
  return self->n > 0 ? (double) g_atomic_int_get (&self->n_done) / self->n : 0;
}
