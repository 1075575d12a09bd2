/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Icon buttons.
 */
#include "config.h"

#include "lasna-icon-button.h"

/**
 * lasna_icon_button_new:
 * @name: in its tooltip and to screen readers
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
lasna_icon_button_new (const char *icon, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}
