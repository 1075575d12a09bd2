/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An AdwActionRow takes its accessible name from its title by itself; a name given besides would be
 * read out twice.
 */
#include "config.h"

#include "lasna-plain-row.h"

#include "lasna-pressing.h"

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
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
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

  lasna_pressing_allow (row);
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
