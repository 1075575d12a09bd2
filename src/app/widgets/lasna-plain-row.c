/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An AdwActionRow takes its accessible name from its title by itself; a name given besides would be
 * read out twice. What it lacks is a way to be pressed by assistive technology, which finds the
 * actions of a class.
 */
#include "config.h"

#include "lasna-plain-row.h"

struct _LasnaPlainRow
{
  AdwActionRow parent_instance;
};

G_DEFINE_FINAL_TYPE (LasnaPlainRow, lasna_plain_row, ADW_TYPE_ACTION_ROW)

static void
activate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate (widget);
}

static void
activatable_cb (GtkWidget *widget)
{
  gtk_widget_action_set_enabled (
      widget, "row.activate", gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget)));
}

static void
lasna_plain_row_class_init (LasnaPlainRowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "row.activate", NULL, activate_cb);
}

static void
lasna_plain_row_init (LasnaPlainRow *self)
{
  g_signal_connect (self, "notify::activatable", G_CALLBACK (activatable_cb), NULL);
}

/**
 * lasna_plain_row_new:
 * @subtitle: (nullable): also the accessible description
 * @end: (nullable): small, at the end of the row
 *
 * Returns: (transfer floating): a row that can be activated; nothing in it is taken for markup or
 *   cut off
 */
GtkWidget *
lasna_plain_row_new (const char *title, const char *subtitle, const char *end)
{
  GtkWidget *row = g_object_new (LASNA_TYPE_PLAIN_ROW,
                                 "use-markup",
                                 FALSE,
                                 "title",
                                 title,
                                 "subtitle",
                                 subtitle != NULL ? subtitle : "",
                                 "title-lines",
                                 0,
                                 "subtitle-lines",
                                 0,
                                 "activatable",
                                 TRUE,
                                 NULL);

  if (subtitle != NULL)
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  if (end != NULL)
    {
      GtkWidget *label = gtk_label_new (end);

      gtk_widget_set_margin_start (label, 12);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  return row;
}
