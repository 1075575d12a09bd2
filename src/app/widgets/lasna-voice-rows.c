/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is looked for is marked in each row. Tab leads out of the list; within it, the arrows walk.
 */
#include "config.h"

#include "lasna-voice-rows.h"

#include "lasna-naming.h"
#include "lasna-voice-row.h"

#include <glib/gi18n-lib.h>

static void
search_cb (LasnaVoiceRow *row, LasnaView *view)
{
  lasna_voice_row_set_search (row, lasna_filter_get_search (lasna_view_get_filter (view)));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LasnaView *view)
{
  GtkWidget *row = lasna_voice_row_new ();

  g_signal_connect_object (view, "changed", G_CALLBACK (search_cb), row, G_CONNECT_SWAPPED);
  search_cb (LASNA_VOICE_ROW (row), view);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LasnaView *view)
{
  lasna_voice_row_set_voice (LASNA_VOICE_ROW (gtk_list_item_get_child (item)),
                             gtk_list_item_get_item (item));
  lasna_naming_name_row (item, _ ("Voice"));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LasnaView *view)
{
  lasna_voice_row_set_voice (LASNA_VOICE_ROW (gtk_list_item_get_child (item)), NULL);
}

/* What takes the focus next in the window, from the list on and round about. */
static gboolean
leave (GtkWidget *list, GtkDirectionType direction)
{
  GtkWidget *(*get_next) (GtkWidget *) =
      direction == GTK_DIR_TAB_FORWARD ? gtk_widget_get_next_sibling : gtk_widget_get_prev_sibling;
  GtkRoot *root = gtk_widget_get_root (list);

  for (GtkWidget *widget = list; widget != NULL; widget = gtk_widget_get_parent (widget))
    for (GtkWidget *next = get_next (widget); next != NULL; next = get_next (next))
      if (gtk_widget_get_mapped (next) && gtk_widget_child_focus (next, direction))
        return TRUE;
  gtk_root_set_focus (root, NULL);
  return gtk_widget_child_focus (GTK_WIDGET (root), direction);
}

/* In GTK 4.8 Tab goes from row to row, and there may be a million of them. */
static gboolean
key_cb (GtkWidget *list, guint key, guint code, GdkModifierType state)
{
  GtkRoot *root = gtk_widget_get_root (list);
  gboolean is_back = key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0;

  if ((key != GDK_KEY_Tab && key != GDK_KEY_KP_Tab && key != GDK_KEY_ISO_Left_Tab) ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
  return leave (list, is_back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
}

/**
 * lasna_voice_rows_set_up:
 * @voices: what is shown
 * @view: in which words are looked for
 */
void
lasna_voice_rows_set_up (GtkListView *list, GtkSelectionModel *voices, LasnaView *view)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), view, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), view, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), view, 0);
  gtk_list_view_set_factory (list, factory);
  gtk_list_view_set_model (list, voices);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), list);
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
}
