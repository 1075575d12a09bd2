/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of actions, the accelerators and the shortcuts window say the same.
 */
#include "config.h"

#include "lasna-actions.h"
#include "lasna-focus-ring.h"
#include "lasna-pages.h"
#include "lasna-test-window.h"

#include <string.h>

static gboolean
is_class_action (const char *name)
{
  GtkWidgetClass *klass = g_type_class_ref (LASNA_TYPE_WINDOW);
  const char *installed;
  GType owner;
  const GVariantType *parameter;
  const char *property;
  gboolean found = FALSE;

  for (guint i = 0; !found && gtk_widget_class_query_action (
                                  klass, i, &owner, &installed, &parameter, &property);
       i++)
    found = strcmp (installed, name) == 0;
  g_type_class_unref (klass);
  return found;
}

static void
test_exist (void)
{
  guint n;
  const LasnaActionInfo *actions = lasna_actions_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%s", actions[i].action);
      if (g_str_has_prefix (actions[i].action, "win."))
        g_assert_true (is_class_action (actions[i].action));
      else if (g_str_has_prefix (actions[i].action, "app."))
        g_assert_true (g_action_group_has_action (
            G_ACTION_GROUP (lasna_test_window_get_application ()), actions[i].action + 4));
    }
}

static void
test_accels (void)
{
  GtkApplication *application = GTK_APPLICATION (lasna_test_window_get_application ());
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) described = gtk_application_list_action_descriptions (application);

  for (guint i = 0; described[i] != NULL; i++)
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (application, described[i]);

      for (guint k = 0; accels[k] != NULL; k++)
        {
          g_test_message ("%s: %s", described[i], accels[k]);
          g_assert_true (g_hash_table_add (taken, g_strdup (accels[k])));
        }
    }
  g_assert_cmpuint (g_hash_table_size (taken), >, 10);
}

static void
gather (GtkWidget *widget, GHashTable *shown)
{
  if (GTK_IS_SHORTCUT_LABEL (widget))
    {
      GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_ROW);

      g_hash_table_insert (
          shown,
          g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row))),
          g_strdup (gtk_shortcut_label_get_accelerator (GTK_SHORTCUT_LABEL (widget))));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gather (child, shown);
}

static void
test_window (void)
{
  GtkWindow *window = lasna_actions_new_shortcuts_window ();
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint n;
  guint n_pages;
  int width;
  const LasnaActionInfo *actions = lasna_actions_get (&n);
  const LasnaPageInfo *pages = lasna_pages_get (&n_pages);

  gtk_window_present (window);
  lasna_test_settle ();
  gather (GTK_WIDGET (window), shown);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) keys = g_strsplit (actions[i].keys, " ", 2);

      g_assert_cmpstr (g_hash_table_lookup (shown, actions[i].title), ==, keys[0]);
    }
  for (guint i = 0; i < MIN (n_pages, 9); i++)
    {
      g_autofree char *key = g_strdup_printf ("<Control>%u", i + 1);

      g_assert_cmpstr (g_hash_table_lookup (shown, pages[i].title), ==, key);
    }
  g_assert_cmpuint (g_hash_table_size (shown), ==, n + MIN (n_pages, 9));
  /* Also on a small screen. */
  gtk_widget_measure (
      GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <, 600);
  gtk_window_destroy (window);
}

/* Of those that hear of everything in a window, the latest. */
static gpointer
find_controller (GtkWindow *window, GType type)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (GTK_WIDGET (window));
  gpointer found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (all, i);

      if (found == NULL && G_OBJECT_TYPE (controller) == type &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        found = controller;
    }
  return found;
}

/* GTK takes it away after a while; who works by keys keeps it. */
static void
test_ring (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  gboolean handled = FALSE;

  lasna_focus_ring_keep (window);
  gtk_window_present (window);
  lasna_test_settle ();
  gtk_window_set_focus_visible (window, TRUE);
  gtk_window_set_focus_visible (window, FALSE);
  g_assert_false (gtk_window_get_focus_visible (window));

  g_signal_emit_by_name (find_controller (window, GTK_TYPE_EVENT_CONTROLLER_KEY),
                         "key-pressed",
                         GDK_KEY_Tab,
                         0,
                         0,
                         &handled);
  g_assert_false (handled);
  gtk_window_set_focus_visible (window, TRUE);
  gtk_window_set_focus_visible (window, FALSE);
  g_assert_true (gtk_window_get_focus_visible (window));

  g_signal_emit_by_name (find_controller (window, GTK_TYPE_GESTURE_CLICK), "pressed", 1, 0.0, 0.0);
  gtk_window_set_focus_visible (window, FALSE);
  g_assert_false (gtk_window_get_focus_visible (window));
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  lasna_test_window_init (&argc, &argv);
  g_test_add_func ("/actions/exist", test_exist);
  g_test_add_func ("/actions/accels", test_accels);
  g_test_add_func ("/actions/window", test_window);
  g_test_add_func ("/actions/ring", test_ring);
  return lasna_test_window_run ();
}
