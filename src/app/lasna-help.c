/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window with the help in the language of the person. The text is a file of headings, which
 * begin with "# ", and of paragraphs, with empty lines between them.
 */
#include "config.h"

#include "lasna-help.h"

#include "lasna-help-resource.h"
#include "lasna-naming.h"
#include "lasna-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEADING "# "

static GtkWidget *
new_paragraph (const char *text)
{
  gboolean is_heading = g_str_has_prefix (text, HEADING);
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL,
                    "accessible-role",
                    is_heading ? GTK_ACCESSIBLE_ROLE_HEADING : GTK_ACCESSIBLE_ROLE_LABEL,
                    "label",
                    is_heading ? text + strlen (HEADING) : text,
                    "xalign",
                    0.0,
                    "wrap",
                    TRUE,
                    NULL);

  if (is_heading)
    {
      gtk_widget_add_css_class (label, "title-3");
      gtk_widget_set_margin_top (label, 18);
    }
  return label;
}

static GtkWidget *
new_text (void)
{
  g_autofree char *path = g_strdup_printf ("/fi/lasna/Lasna/help/help.%s.txt",
                                           lasna_language_to_code (lasna_language_of_locale ()));
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (lasna_help_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) paragraphs = g_strsplit (g_strchomp (text), "\n\n", -1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    gtk_box_append (GTK_BOX (box), new_paragraph (paragraphs[i]));
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_widget_set_margin_bottom (box, 36);
  return box;
}

/**
 * lasna_help_new_window:
 *
 * Returns: (transfer floating): a window with the help; Escape closes it
 */
GtkWindow *
lasna_help_new_window (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW,
                                    "title",
                                    _ ("Help"),
                                    "default-width",
                                    640,
                                    "default-height",
                                    540,
                                    "destroy-with-parent",
                                    TRUE,
                                    NULL);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Escape|F1"),
                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  gtk_widget_add_css_class (bar, "flat");
  adw_clamp_set_child (ADW_CLAMP (clamp), new_text ());
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  lasna_naming_name (scroller, _ ("Help"));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (window), box);
  return GTK_WINDOW (window);
}
