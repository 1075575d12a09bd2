/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Assistive technology presses what it finds among the actions of a widget; a GtkListBoxRow has
 * none of its own.
 */
#include "config.h"

#include "lasna-pressing.h"

static void
press_cb (GSimpleAction *action, GVariant *parameter, gpointer row)
{
  gtk_widget_activate (row);
}

/**
 * lasna_pressing_allow:
 * @row: a GtkListBoxRow
 *
 * Gives @row the action "row.activate", which does what a click does while it is activatable.
 */
void
lasna_pressing_allow (GtkWidget *row)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) press = g_simple_action_new ("activate", NULL);

  g_return_if_fail (GTK_IS_LIST_BOX_ROW (row));
  g_signal_connect_object (press, "activate", G_CALLBACK (press_cb), row, 0);
  g_object_bind_property (row, "activatable", press, "enabled", G_BINDING_SYNC_CREATE);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (press));
  gtk_widget_insert_action_group (row, "row", G_ACTION_GROUP (group));
}
