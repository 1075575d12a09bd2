/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Icon buttons.
 */
#include "config.h"

#include "lasna-icon-button.h"

/**
 * lasna_icon_button_set_name:
 *
 * Names a button in its tooltip and to screen readers.
 */
void
lasna_icon_button_set_name (GtkWidget *button, const char *name)
{
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * lasna_icon_button_new:
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
lasna_icon_button_new (const char *icon, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  lasna_icon_button_set_name (button, name);
  return button;
}
