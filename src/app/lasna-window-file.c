/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file of a window's workbook: opening, renaming, moving, copying, showing it in its folder.
 */
#include "config.h"

#include "lasna-window-private.h"

#include "lasna-copy.h"
#include "lasna-shelf.h"
#include "lasna-naming.h"
#include "lasna-recent.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The choice in the dialog that saves a copy. */
#define FOR_OTHERS "others"

static const char *
get_path (LasnaWindow *self)
{
  return lasna_store_get_path (lasna_workbook_get_store (self->workbook));
}

static GtkFileChooser *
new_chooser (LasnaWindow *self, GtkFileChooserAction action, const char *title, const char *accept)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (action != GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER)
    {
      gtk_file_filter_set_name (filter, _ ("Workbooks"));
      gtk_file_filter_add_suffix (filter, "lasna");
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  return GTK_FILE_CHOOSER (dialog);
}

static void
opened_cb (GtkNativeDialog *dialog, int response, LasnaWindow *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    lasna_application_open (LASNA_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                            file,
                            GTK_WINDOW (self));
  g_object_unref (dialog);
}

void
_lasna_window_open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkFileChooser *dialog = new_chooser (
      LASNA_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Open a workbook"), _ ("_Open"));

  g_signal_connect_object (dialog, "response", G_CALLBACK (opened_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static gboolean
move_file (LasnaWindow *self, const char *to, GError **error)
{
  g_autofree char *from = g_strdup (get_path (self));
  gboolean moved;

  if (strcmp (from, to) == 0)
    return TRUE;
  moved = lasna_workbook_move (self->workbook, to, error);
  if (moved)
    lasna_recent_move (from, to);
  /* A file that is gone leaves nothing to show. */
  if (lasna_workbook_get_store (self->workbook) == NULL)
    lasna_window_set_workbook (self, NULL);
  else
    _lasna_window_show_name (self);
  return moved;
}

static char *
dup_sibling (const char *path, const char *name)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *clean = lasna_shelf_dup_file_name (name, "lasna");

  return g_build_filename (folder, clean, NULL);
}

/**
 * lasna_window_rename:
 * @name: what the workbook is to be called
 *
 * Gives workbook and file a new name.
 *
 * Returns: whether that could be done; where not, workbook and file are as they were
 */
gboolean
lasna_window_rename (LasnaWindow *self, const char *name, GError **error)
{
  g_autofree char *clean = g_strstrip (g_strdup (name));
  g_autofree char *path = NULL;
  LasnaSettings *settings;

  g_return_val_if_fail (LASNA_IS_WINDOW (self) && self->workbook != NULL, FALSE);
  if (*clean == '\0')
    return TRUE;
  /* Also where the name is the same: a name that was undone has left the file behind. */
  path = dup_sibling (get_path (self), clean);
  if (!move_file (self, path, error))
    return FALSE;
  settings = lasna_workbook_get_settings (self->workbook);
  g_object_set (settings, "name", clean, NULL);
  return TRUE;
}

void
_lasna_window_rename_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LasnaWindow *self = LASNA_WINDOW (widget);

  gtk_menu_button_popup (self->name_button);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
}

/* Enter in the entry of the title's popover. */
void
_lasna_window_name_entered_cb (LasnaWindow *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_entry)));
  g_autoptr (GError) error = NULL;

  gtk_menu_button_popdown (self->name_button);
  if (!lasna_window_rename (self, name, &error))
    lasna_window_show_error (self, error);
}

static void
moved_cb (GtkNativeDialog *dialog, int response, LasnaWindow *self)
{
  g_autoptr (GFile) folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *base = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT && folder != NULL && self->workbook != NULL)
    {
      base = g_path_get_basename (get_path (self));
      path = g_build_filename (g_file_peek_path (folder), base, NULL);
      if (!move_file (self, path, &error))
        lasna_window_show_error (self, error);
    }
  g_object_unref (dialog);
}

void
_lasna_window_move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LasnaWindow *self = LASNA_WINDOW (widget);
  GtkFileChooser *dialog = new_chooser (self,
                                        GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                        _ ("Move the workbook to a folder"),
                                        _ ("_Move"));

  g_autoptr (GFile) file = g_file_new_for_path (get_path (self));
  g_autoptr (GFile) folder = g_file_get_parent (file);

  gtk_menu_button_popdown (self->name_button);
  gtk_file_chooser_set_current_folder (dialog, folder, NULL);
  g_signal_connect_object (dialog, "response", G_CALLBACK (moved_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LasnaWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (lasna_copy_finish (result, &error))
    lasna_window_say (self, _ ("The copy is saved. You go on in the workbook itself."));
  else
    lasna_window_show_error (self, error);
}

static void
copy_chosen_cb (GtkNativeDialog *dialog, int response, LasnaWindow *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  const char *others = gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (dialog), FOR_OTHERS);

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && self->workbook != NULL)
    lasna_copy_async (self->workbook,
                      g_file_peek_path (file),
                      g_strcmp0 (others, "true") == 0 ? LASNA_COPY_FOR_OTHERS : LASNA_COPY_WHOLE,
                      TRUE,
                      NULL,
                      copied_cb,
                      g_object_ref (self));
  g_object_unref (dialog);
}

void
_lasna_window_save_copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LasnaWindow *self = LASNA_WINDOW (widget);
  GtkFileChooser *dialog =
      new_chooser (self, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save a copy"), _ ("_Save"));
  LasnaSettings *settings = lasna_workbook_get_settings (self->workbook);
  /* Translators: the name of a copy; %s is the name of the workbook. */
  g_autofree char *title =
      g_strdup_printf (_ ("%s, copy"), lasna_record_get_text (LASNA_RECORD (settings), "name"));
  g_autofree char *name = lasna_shelf_dup_file_name (title, "lasna");
  g_autoptr (GFile) file = g_file_new_for_path (get_path (self));
  g_autoptr (GFile) folder = g_file_get_parent (file);

  gtk_menu_button_popdown (self->name_button);
  gtk_file_chooser_set_current_folder (dialog, folder, NULL);
  gtk_file_chooser_set_current_name (dialog, name);
  gtk_file_chooser_add_choice (
      dialog, FOR_OTHERS, _ ("For others: without names, undo and undone imports"), NULL, NULL);
  g_signal_connect_object (dialog, "response", G_CALLBACK (copy_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
revealed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *uri = data;
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  if (answer == NULL)
    g_app_info_launch_default_for_uri (uri, NULL, NULL);
}

/* File managers that know how mark the file; with others the folder has to do. */
void
_lasna_window_reveal_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LasnaWindow *self = LASNA_WINDOW (widget);
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  GDBusConnection *bus = g_application_get_dbus_connection (application);
  g_autoptr (GFile) file = g_file_new_for_path (get_path (self));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = g_file_get_uri (file);
  const char *uris[] = { uri, NULL };

  gtk_menu_button_popdown (self->name_button);
  if (bus != NULL)
    g_dbus_connection_call (bus,
                            "org.freedesktop.FileManager1",
                            "/org/freedesktop/FileManager1",
                            "org.freedesktop.FileManager1",
                            "ShowItems",
                            g_variant_new ("(^ass)", uris, ""),
                            NULL,
                            G_DBUS_CALL_FLAGS_NONE,
                            -1,
                            NULL,
                            revealed_cb,
                            g_file_get_uri (folder));
}

/* What the title and its popover say about the file. */
void
_lasna_window_show_name (LasnaWindow *self)
{
  LasnaSettings *settings =
      self->workbook != NULL ? lasna_workbook_get_settings (self->workbook) : NULL;
  const char *name =
      settings != NULL ? lasna_record_get_text (LASNA_RECORD (settings), "name") : NULL;
  g_autofree char *folder = self->workbook != NULL ? g_path_get_dirname (get_path (self)) : NULL;
  g_autofree char *shown = folder != NULL ? g_filename_display_name (folder) : NULL;
  /* Translators: the button with the name of the workbook; %s is the name. */
  g_autofree char *label = g_strdup_printf (_ ("Workbook: %s"), name != NULL ? name : "");

  gtk_window_set_title (GTK_WINDOW (self), name != NULL ? name : "Läsnä");
  gtk_label_set_label (self->name, name != NULL ? name : "");
  gtk_label_set_label (self->folder, shown != NULL ? shown : "");
  gtk_editable_set_text (GTK_EDITABLE (self->name_entry), name != NULL ? name : "");
  lasna_naming_name_inside (GTK_WIDGET (self->name_button), label);
}
