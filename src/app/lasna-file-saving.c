/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files out of the window.
 */
#include "config.h"

#include "lasna-file-saving.h"

#include "lasna-shelf.h"
#include "lasna-window.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  LasnaPage *page; /* owned */
  char *path;
  char *ending;
  const LasnaFileSavingKind *kind;
  gpointer data;
  LasnaWorkBar *bar; /* borrowed from the window; NULL without one */
} Saving;

static void
saving_free (Saving *self)
{
  self->kind->free_data (self->data);
  g_clear_weak_pointer (&self->bar);
  g_clear_object (&self->page);
  g_free (self->path);
  g_free (self->ending);
  g_free (self);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;

  if (saving->kind->write (saving->path, saving->data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (saving->path);
  g_autofree char *sentence = NULL;
  gboolean is_written = g_task_propagate_boolean (G_TASK (result), &error);

  g_application_release (g_application_get_default ());
  if (saving->bar != NULL)
    lasna_work_bar_end (saving->bar);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      lasna_page_tell (saving->page, _ ("Stopped. Nothing was saved."));
      return;
    }
  if (!is_written)
    {
      lasna_page_show_error (saving->page, error);
      return;
    }
  /* Translators: %s is the name of a file */
  sentence = g_strdup_printf (_ ("Saved as %s."), name);
  lasna_page_tell (saving->page, sentence);
}

static void
show_bar (Saving *saving, GCancellable *cancellable)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (saving->page));
  g_autofree char *name = g_filename_display_basename (saving->path);
  /* Translators: while a file is written; %s is its name */
  g_autofree char *sentence = g_strdup_printf (_ ("Saving as %s…"), name);
  GtkWidget *bar;

  if (!LASNA_IS_WINDOW (root))
    return;
  bar = lasna_work_bar_new (sentence, saving->kind->get_progress, saving->data, cancellable);
  g_set_weak_pointer (&saving->bar, LASNA_WORK_BAR (bar));
  lasna_window_show_work (LASNA_WINDOW (root), saving->bar);
}

/* A file that was begun is written to its end, even where the last window is closed meanwhile. */
static void
write_async (Saving *saving)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, written_cb, NULL);

  g_application_hold (g_application_get_default ());
  g_task_set_source_tag (task, write_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  if (saving->kind->get_progress != NULL)
    show_bar (saving, cancellable);
  g_task_run_in_thread (task, write_in_thread);
}

static void
response_cb (GtkNativeDialog *dialog, int response, Saving *saving)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_object_unref (dialog);
  if (file == NULL || g_file_peek_path (file) == NULL)
    {
      saving_free (saving);
      return;
    }
  saving->path = g_file_get_path (file);
  if (!g_str_has_suffix (saving->path, saving->ending))
    {
      g_autofree char *path = g_strconcat (saving->path, saving->ending, NULL);

      g_free (saving->path);
      saving->path = g_steal_pointer (&path);
    }
  write_async (saving);
}

static Saving *
saving_new (LasnaPage *page, const LasnaFileSavingKind *kind, gpointer data)
{
  Saving *self = g_new0 (Saving, 1);

  self->page = g_object_ref (page);
  self->kind = kind;
  self->data = data;
  return self;
}

/* What is made of a workbook is looked for beside it. */
static void
start_beside_workbook (GtkFileChooser *chooser, LasnaPage *page)
{
  LasnaStore *store = lasna_workbook_get_store (lasna_page_get_workbook (page));
  g_autoptr (GFile) file = g_file_new_for_path (lasna_store_get_path (store));
  g_autoptr (GFile) folder = g_file_get_parent (file);

  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

/**
 * lasna_file_saving_begin:
 * @title: what is saved, from which a name for the file is made
 * @ending: of the file, without the dot
 * @kind: static
 * @data: (transfer full): for @kind
 *
 * Asks where to save, first in the folder of the workbook, then saves.
 */
void
lasna_file_saving_begin (LasnaPage *page,
                         const char *title,
                         const char *ending,
                         const LasnaFileSavingKind *kind,
                         gpointer data)
{
  Saving *saving = saving_new (page, kind, data);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  g_autofree char *name = lasna_shelf_dup_file_name (title, ending);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Save"), GTK_WINDOW (root), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  saving->ending = g_strdup_printf (".%s", ending);
  start_beside_workbook (GTK_FILE_CHOOSER (chooser), page);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * lasna_file_saving_to:
 * @path: where to save
 * @kind: static
 * @data: (transfer full): for @kind
 *
 * Saves without asking.
 */
void
lasna_file_saving_to (LasnaPage *page,
                      const char *path,
                      const LasnaFileSavingKind *kind,
                      gpointer data)
{
  Saving *saving = saving_new (page, kind, data);

  saving->path = g_strdup (path);
  write_async (saving);
}
