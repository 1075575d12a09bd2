/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two actions of a page: save-voices with the kind of table, and whether names are in it.
 */
#include "config.h"

#include "lasna-voice-saving.h"

#include "lasna-file-saving.h"
#include "lasna-hearing.h"
#include "lasna-view.h"
#include "lasna-voice-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *id;
  LasnaExportFormat format;
  const char *ending;
} kinds[] = {
  { "csv", LASNA_EXPORT_CSV, "csv" },
  { "csv-excel", LASNA_EXPORT_CSV_EXCEL, "csv" },
  { "xlsx", LASNA_EXPORT_XLSX, "xlsx" },
};

static gboolean
write_table (const char *path, gpointer data, GCancellable *cancellable, GError **error)
{
  return lasna_voice_export_run (data, path, cancellable, error);
}

static double
get_progress (gpointer data, char **sentence)
{
  return lasna_voice_export_get_progress (data);
}

static const LasnaFileSavingKind table = { write_table, get_progress, g_object_unref };

static LasnaVoiceExport *
new_export (LasnaPage *page, LasnaExportFormat format, GError **error)
{
  LasnaWorkbook *workbook = lasna_page_get_workbook (page);
  GAction *names =
      g_action_map_lookup_action (G_ACTION_MAP (lasna_page_get_actions (page)), "save-names");
  g_autoptr (GVariant) state = g_action_get_state (names);
  LasnaVoiceExportOptions options = { format,
                                      lasna_workbook_get_language (workbook),
                                      g_variant_get_boolean (state) };
  g_autoptr (LasnaFeedback) feedback = lasna_hearing_ref (workbook);
  g_autoptr (LasnaSelection) selection =
      lasna_feedback_select (feedback, lasna_view_get_filter (lasna_view_get (workbook)), error);

  return selection != NULL ? lasna_voice_export_new (workbook, selection, &options, error) : NULL;
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaPage *page = data;
  const char *id = g_variant_get_string (parameter, NULL);
  LasnaRecord *settings =
      LASNA_RECORD (lasna_workbook_get_settings (lasna_page_get_workbook (page)));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *title = NULL;
      LasnaVoiceExport *export;

      if (strcmp (kinds[i].id, id) != 0)
        continue;
      export = new_export (page, kinds[i].format, &error);
      if (export == NULL)
        {
          lasna_page_show_error (page, error);
          return;
        }
      /* Translators: the name of a file; %s is the name of the workbook. */
      title =
          g_strdup_printf (_ ("%s, what customers say"), lasna_record_get_text (settings, "name"));
      lasna_file_saving_begin (page, title, kinds[i].ending, &table, export);
    }
}

/**
 * lasna_voice_saving_add_actions:
 *
 * Gives @page the actions save-voices (csv, csv-excel or xlsx) and save-names, which is on or off.
 */
void
lasna_voice_saving_add_actions (LasnaPage *page)
{
  static const GActionEntry entries[] = {
    { .name = "save-voices", .activate = save_cb, .parameter_type = "s" },
    { .name = "save-names", .state = "true" },
  };

  g_action_map_add_action_entries (
      G_ACTION_MAP (lasna_page_get_actions (page)), entries, G_N_ELEMENTS (entries), page);
}
