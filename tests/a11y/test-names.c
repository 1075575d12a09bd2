/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything that can have the focus has an accessible name: on the start page, on every page, in
 * the windows beside them.
 */
#include "config.h"

#include "lasna-actions.h"
#include "lasna-help.h"
#include "lasna-pages.h"
#include "lasna-preferences.h"
#include "lasna-test-window.h"

/* By something that says more than an icon does, or than a menu button that has no name. */
static gboolean
is_labelled (GtkWidget *widget)
{
  return gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                           GTK_ACCESSIBLE_RELATION_LABELLED_BY) &&
         !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)) &&
         !(GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL);
}

/* Some parts pass their name on: the text in an entry, the button in a menu button. */
static gboolean
has_name (GtkWidget *widget)
{
  for (GtkWidget *at = widget; at != NULL; at = gtk_widget_get_parent (at))
    {
      if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (at), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
          is_labelled (at))
        return TRUE;
      if (!GTK_IS_TEXT (at) && !GTK_IS_TOGGLE_BUTTON (at))
        return FALSE;
    }
  return FALSE;
}

static void
gather (GtkWidget *widget, gpointer data)
{
  if (gtk_widget_get_focusable (widget) && !GTK_IS_SCROLLED_WINDOW (widget) &&
      !GTK_IS_LABEL (widget) && !has_name (widget))
    g_ptr_array_add (data, (gpointer) G_OBJECT_TYPE_NAME (widget));
}

/* What is drawn in the background gets its name a moment later. */
static void
check (gpointer root, const char *where)
{
  g_autoptr (GPtrArray) nameless = g_ptr_array_new ();

  for (guint i = 0; i < 600; i++)
    {
      g_ptr_array_set_size (nameless, 0);
      lasna_test_settle ();
      lasna_test_walk (root, gather, nameless);
      if (nameless->len == 0)
        return;
    }
  for (guint i = 0; i < nameless->len; i++)
    g_test_message ("On %s a %s has no name", where, (const char *) nameless->pdata[i]);
  g_test_fail ();
}

static void
check_pages (LasnaMakingFlags flags, const char *template_id)
{
  g_autoptr (LasnaTestWindow) test = lasna_test_window_new (flags, template_id);
  guint n_pages;
  const LasnaPageInfo *pages = lasna_pages_get (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    {
      lasna_window_show_page (test->window, pages[i].id);
      lasna_test_settle ();
      check (test->window, pages[i].id);
    }
}

static void
test_sample (void)
{
  check_pages (LASNA_MAKING_SAMPLE, NULL);
}

/* Pages that were made in search of what was undone, and never shown. */
static void
test_unseen (void)
{
  g_autoptr (LasnaTestWindow) test = lasna_test_window_new (0, "journey.travel");

  g_object_set (lasna_workbook_get_settings (lasna_window_get_workbook (test->window)),
                "reminder-days",
                (gint64) 3,
                NULL);
  lasna_test_act (test->window, "win.undo");
  check (test->window, "pages nobody has seen");
}

static void
test_empty (void)
{
  check_pages (0, NULL);
}

static void
test_form (void)
{
  g_autoptr (LasnaTestWindow) test = lasna_test_window_new (0, "journey.travel");

  lasna_test_act (test->window, "win.page::checklists");
  lasna_test_act (test->window, "page.start::checklist.own-practice");
  lasna_test_act (test->window, "win.help");
  check (test->window, "a checklist");
}

static void
press_empty (GtkWidget *widget, gpointer data)
{
  if (ADW_IS_PREFERENCES_ROW (widget) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), "Empty workbook") ==
          0)
    *(gboolean *) data = gtk_widget_activate_action (widget, "row.activate", NULL);
}

/* Assistive technology presses what it finds among the actions of a row. */
static void
test_press (void)
{
  GtkWidget *window = lasna_window_new (lasna_test_window_get_application ());
  gboolean pressed = FALSE;

  lasna_window_show_start (LASNA_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
  lasna_test_await (window, "Empty workbook");
  lasna_test_walk (window, press_empty, &pressed);
  lasna_test_settle ();
  g_assert_true (pressed);
  g_assert_nonnull (lasna_window_get_workbook (LASNA_WINDOW (window)));
  lasna_test_close_window (window);
}

static void
test_start (void)
{
  GtkWidget *window = lasna_window_new (lasna_test_window_get_application ());

  lasna_window_show_start (LASNA_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
  lasna_test_settle ();
  check (window, "the start page");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_windows (void)
{
  g_autoptr (LasnaTestWindow) test = lasna_test_window_new (0, NULL);
  GSettings *settings = lasna_application_get_settings (test->application);
  GtkWindow *const windows[] = {
    lasna_help_new_window (),
    lasna_preferences_new (settings, lasna_window_get_workbook (test->window)),
    lasna_actions_new_shortcuts_window (),
  };

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      gtk_window_present (windows[i]);
      lasna_test_settle ();
      check (windows[i], gtk_window_get_title (windows[i]));
      gtk_window_destroy (windows[i]);
      lasna_test_settle ();
    }
}

int
main (int argc, char *argv[])
{
  lasna_test_window_init (&argc, &argv);
  g_test_add_func ("/names/start", test_start);
  g_test_add_func ("/names/press", test_press);
  g_test_add_func ("/names/sample", test_sample);
  g_test_add_func ("/names/unseen", test_unseen);
  g_test_add_func ("/names/empty", test_empty);
  g_test_add_func ("/names/form", test_form);
  g_test_add_func ("/names/windows", test_windows);
  return lasna_test_window_run ();
}
