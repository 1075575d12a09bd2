/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window with all the widgets of ours, described by the same file, and nothing behind them: no
 * workbook, no actions, nothing that listens.
 */
#include "config.h"

#include "lasna-first-frame.h"

#include "lasna-sidebar.h"
#include "lasna-toast.h"
#include "lasna-ui-resource.h"

#include <adwaita.h>

/* The template of our window as an object of its base, without what is called in our window. */
static char *
dup_description (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (
      "/fi/lasna/Lasna/lasna-window.ui", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GRegex) signals = g_regex_new ("<signal [^>]*/>", 0, 0, NULL);
  g_autoptr (GRegex) begin = g_regex_new ("<template [^>]*>", 0, 0, NULL);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *quiet = g_regex_replace_literal (signals, text, (gssize) length, 0, "", 0, NULL);
  g_autofree char *begun = g_regex_replace_literal (
      begin, quiet, -1, 0, "<object class=\"AdwApplicationWindow\" id=\"window\">", 0, NULL);
  g_autoptr (GString) text_of_object = g_string_new (begun);

  g_string_replace (text_of_object, "</template>", "</object>", 1);
  return g_string_free (g_steal_pointer (&text_of_object), FALSE);
}

static void
activate_cb (GtkApplication *application)
{
  g_autofree char *description = dup_description ();
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (description, -1);
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));

  gtk_stack_set_visible_child_name (GTK_STACK (gtk_builder_get_object (builder, "views")),
                                    "workbook");
  gtk_window_set_default_size (window, 1180, 740);
  gtk_window_set_application (window, application);
  gtk_window_present (window);
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application =
      adw_application_new ("fi.lasna.Bare", G_APPLICATION_NON_UNIQUE);

  g_resources_register (lasna_ui_get_resource ());
  g_type_ensure (LASNA_TYPE_SIDEBAR);
  g_type_ensure (LASNA_TYPE_TOAST);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  lasna_first_frame_watch (GTK_APPLICATION (application));
  return g_application_run (G_APPLICATION (application), argc, argv);
}
