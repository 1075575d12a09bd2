/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program: one window for each workbook.
 */
#include "config.h"

#include "lasna-application.h"

#include "lasna-actions.h"
#include "lasna-error.h"
#include "lasna-file.h"
#include "lasna-icons-resource.h"
#include "lasna-locale.h"
#include "lasna-ui-resource.h"
#include "lasna-window.h"

#include <glib/gi18n-lib.h>

struct _LasnaApplication
{
  AdwApplication parent_instance;

  /* Owned */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (LasnaApplication, lasna_application, ADW_TYPE_APPLICATION)

static LasnaWindow *
find_window (LasnaApplication *self, const char *path)
{
  for (GList *at = gtk_application_get_windows (GTK_APPLICATION (self)); at != NULL; at = at->next)
    {
      LasnaWorkbook *workbook =
          LASNA_IS_WINDOW (at->data) ? lasna_window_get_workbook (at->data) : NULL;

      if (workbook != NULL &&
          lasna_file_is_same (lasna_store_get_path (lasna_workbook_get_store (workbook)), path))
        return at->data;
    }
  return NULL;
}

/* A window that shows the start page is there for the taking. */
static LasnaWindow *
take_window (LasnaApplication *self, GtkWindow *from)
{
  if (LASNA_IS_WINDOW (from) && lasna_window_get_workbook (LASNA_WINDOW (from)) == NULL)
    return LASNA_WINDOW (from);
  return LASNA_WINDOW (lasna_window_new (self));
}

static void
show_start (LasnaApplication *self)
{
  LasnaWindow *window = LASNA_WINDOW (lasna_window_new (self));

  lasna_window_show_start (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show_start (data);
}

/* Windows go with one another, so each is held while all are gone through. */
static GList *
hold_windows (gpointer application)
{
  GList *windows = g_list_copy (gtk_application_get_windows (application));

  g_list_foreach (windows, (GFunc) (void (*) (void)) g_object_ref, NULL);
  return windows;
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autolist (GtkWindow) windows = hold_windows (data);

  for (GList *at = windows; at != NULL; at = at->next)
    gtk_window_close (at->data);
}

/* NULL for the language of the desktop. */
static const char *
get_language (LasnaApplication *self)
{
  g_autofree char *code = g_settings_get_string (self->settings, "language");
  LasnaLanguage language;

  return lasna_language_from_code (code, &language) ? lasna_language_to_code (language) : NULL;
}

/* A window of the new language in the place of @old, on the same workbook and page. */
static void
replace_window (LasnaApplication *self, LasnaWindow *old)
{
  LasnaWorkbook *workbook = lasna_window_get_workbook (old);
  g_autoptr (GFile) file = NULL;
  LasnaWindow *window = LASNA_WINDOW (lasna_window_new (self));
  int width;
  int height;

  if (workbook != NULL)
    file = g_file_new_for_path (lasna_store_get_path (lasna_workbook_get_store (workbook)));
  gtk_window_get_default_size (GTK_WINDOW (old), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  lasna_window_set_workbook (old, NULL);
  if (file != NULL)
    lasna_application_open (self, file, GTK_WINDOW (window));
  else
    lasna_window_show_start (window);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (old));
}

/* Not while the window that was clicked in is still at work. */
static gboolean
speak_cb (gpointer data)
{
  LasnaApplication *self = data;
  g_autolist (GtkWindow) windows = hold_windows (self);

  lasna_locale_set_language (get_language (self));
  for (GList *at = windows; at != NULL; at = at->next)
    if (LASNA_IS_WINDOW (at->data))
      replace_window (self, at->data);
  return G_SOURCE_REMOVE;
}

static void
language_cb (LasnaApplication *self)
{
  g_idle_add_full (
      G_PRIORITY_DEFAULT_IDLE, speak_cb, g_object_ref (self), (GDestroyNotify) g_object_unref);
}

static void
lasna_application_startup (GApplication *application)
{
  LasnaApplication *self = LASNA_APPLICATION (application);
  static const GActionEntry entries[] = {
    { "new", new_cb, NULL, NULL, NULL, { 0 } },
    { "quit", quit_cb, NULL, NULL, NULL, { 0 } },
  };

  g_resources_register (lasna_ui_get_resource ());
  g_resources_register (lasna_icons_get_resource ());
  G_APPLICATION_CLASS (lasna_application_parent_class)->startup (application);
  /* Words that are read are not marked as a whole because Tab comes by. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  self->settings = g_settings_new ("fi.lasna.Lasna");
  lasna_locale_set_language (get_language (self));
  g_signal_connect_object (
      self->settings, "changed::language", G_CALLBACK (language_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  lasna_actions_set_accels (GTK_APPLICATION (self));
}

static void
lasna_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    show_start (LASNA_APPLICATION (application));
}

static void
lasna_application_open_files (GApplication *application, GFile **files, int n, const char *hint)
{
  for (int i = 0; i < n; i++)
    lasna_application_open (LASNA_APPLICATION (application),
                            files[i],
                            gtk_application_get_active_window (GTK_APPLICATION (application)));
}

static void
lasna_application_finalize (GObject *object)
{
  g_clear_object (&LASNA_APPLICATION (object)->settings);
  G_OBJECT_CLASS (lasna_application_parent_class)->finalize (object);
}

static void
lasna_application_class_init (LasnaApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lasna_application_finalize;
  application_class->startup = lasna_application_startup;
  application_class->activate = lasna_application_activate;
  application_class->open = lasna_application_open_files;
}

static void
lasna_application_init (LasnaApplication *self)
{
}

LasnaApplication *
lasna_application_new (void)
{
  return g_object_new (LASNA_TYPE_APPLICATION,
                       "application-id",
                       "fi.lasna.Lasna",
                       "flags",
                       G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

/**
 * lasna_application_get_settings:
 *
 * Returns: (transfer none): what the person prefers
 */
GSettings *
lasna_application_get_settings (LasnaApplication *self)
{
  g_return_val_if_fail (LASNA_IS_APPLICATION (self), NULL);
  return self->settings;
}

static LasnaWorkbook *
open_workbook (const char *path, GError **error)
{
  if (path != NULL)
    return lasna_workbook_open (path, 0, NULL, error);
  g_set_error_literal (error,
                       LASNA_ERROR,
                       LASNA_ERROR_NOT_FOUND,
                       _ ("That file is not on this computer. Copy it here and open the copy."));
  return NULL;
}

/**
 * lasna_application_open:
 * @from: (nullable): the window the wish came from, used where it shows no workbook
 *
 * Shows the workbook in @file: in the window that has it already, else in @from or a new one. What
 * goes wrong is said there.
 */
void
lasna_application_open (LasnaApplication *self, GFile *file, GtkWindow *from)
{
  g_autofree char *path = g_file_get_path (file);
  LasnaWindow *window = path != NULL ? find_window (self, path) : NULL;
  g_autoptr (LasnaWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;

  if (window == NULL)
    {
      window = take_window (self, from);
      workbook = open_workbook (path, &error);
      if (workbook != NULL)
        lasna_window_set_workbook (window, workbook);
      else
        lasna_window_show_error (window, error);
    }
  gtk_window_present (GTK_WINDOW (window));
}
