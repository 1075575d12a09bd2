/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Before an import the list is saved from its page; afterwards it is there until the next one.
 */
#include "config.h"

#include "lasna-import-left-out.h"

#include "lasna-file-saving.h"

#include <glib/gi18n-lib.h>

static gboolean
write_report (const char *path, gpointer data, GCancellable *cancellable, GError **error)
{
  return lasna_skip_report_write (data, path, error);
}

static const LasnaFileSavingKind report_kind = { write_report,
                                                 NULL,
                                                 (GDestroyNotify) lasna_skip_report_unref };

/**
 * lasna_import_left_out_save:
 * @report: (transfer full): written in a thread, once a person has said where
 */
void
lasna_import_left_out_save (LasnaPage *page, LasnaSkipReport *report)
{
  lasna_file_saving_begin (page, _ ("Rows left out"), "csv", &report_kind, report);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaPage *page = lasna_window_get_page (data);
  LasnaSkipReport *report = g_object_get_data (G_OBJECT (action), "report");

  if (page != NULL)
    lasna_import_left_out_save (page, lasna_skip_report_ref (report));
}

/**
 * lasna_import_left_out_offer:
 * @sentence: what was brought in, and how much was not
 * @report: (transfer full): what was not
 *
 * Says what was done, with a way to take it back and one to the list.
 */
void
lasna_import_left_out_offer (LasnaWindow *window, const char *sentence, LasnaSkipReport *report)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) save = g_simple_action_new ("save", NULL);

  g_object_set_data_full (
      G_OBJECT (save), "report", report, (GDestroyNotify) lasna_skip_report_unref);
  g_signal_connect_object (save, "activate", G_CALLBACK (save_cb), window, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (save));
  gtk_widget_insert_action_group (GTK_WIDGET (window), "left-out", G_ACTION_GROUP (group));
  lasna_window_toast_undo_or (window, sentence, _ ("Save the list…"), "left-out.save");
}
