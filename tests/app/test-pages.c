/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every page is reachable, made late, let go of with its window, and undo leads to the right one.
 */
#include "config.h"

#include "lasna-pages.h"
#include "lasna-sidebar.h"
#include "lasna-stage.h"
#include "lasna-test-window.h"

static void
test_reach (void)
{
  g_autoptr (LasnaTestWindow) test = lasna_test_window_new (0, "journey.travel");
  guint n_pages;
  const LasnaPageInfo *pages = lasna_pages_get (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.page::%s", pages[i].id);

      lasna_test_act (test->window, action);
      g_assert_true (G_OBJECT_TYPE (lasna_window_get_page (test->window)) == pages[i].get_type ());
      g_assert_true (lasna_page_get_workbook (lasna_window_get_page (test->window)) ==
                     lasna_window_get_workbook (test->window));
      g_assert_true (lasna_page_get_journey (lasna_window_get_page (test->window)) ==
                     lasna_window_get_journey (test->window));
    }
}

static void
test_empty (void)
{
  g_autoptr (LasnaTestWindow) test = lasna_test_window_new (0, NULL);
  guint n_pages;
  const LasnaPageInfo *pages = lasna_pages_get (&n_pages);

  g_assert_null (lasna_window_get_journey (test->window));
  for (guint i = 0; i < n_pages; i++)
    {
      lasna_window_show_page (test->window, pages[i].id);
      lasna_test_settle ();
      g_assert_nonnull (lasna_window_get_page (test->window));
    }
}

static void
test_undo (void)
{
  g_autoptr (LasnaTestWindow) test = lasna_test_window_new (0, "journey.travel");
  LasnaWorkbook *workbook = lasna_window_get_workbook (test->window);
  LasnaJourney *journey = lasna_window_get_journey (test->window);
  GListModel *stages = lasna_record_get_children (LASNA_RECORD (journey), "stage", "journey");
  guint n = g_list_model_get_n_items (stages);

  lasna_window_show_page (test->window, "checklists");
  lasna_workbook_add (workbook, LASNA_TYPE_STAGE, "journey", journey, "title", "Seventh", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (stages), ==, n + 1);
  lasna_test_act (test->window, "win.undo");
  g_assert_cmpuint (g_list_model_get_n_items (stages), ==, n);
  lasna_test_act (test->window, "win.redo");
  g_assert_cmpuint (g_list_model_get_n_items (stages), ==, n + 1);
  g_assert_nonnull (lasna_workbook_get_undo_label (workbook));
  g_assert_true (lasna_test_shows (test->window, "“Add stage” was done again."));
}

static void
test_journeys (void)
{
  g_autoptr (LasnaTestWindow) test = lasna_test_window_new (0, "journey.travel");
  LasnaWorkbook *workbook = lasna_window_get_workbook (test->window);
  LasnaJourney *first = lasna_window_get_journey (test->window);
  LasnaRecord *service = lasna_record_get_reference (LASNA_RECORD (first), "service");
  LasnaRecord *second = lasna_workbook_add (
      workbook, LASNA_TYPE_JOURNEY, "service", service, "title", "Second", NULL);
  g_autofree char *action =
      g_strdup_printf ("win.journey::%" G_GINT64_FORMAT, lasna_record_get_id (second));

  lasna_test_act (test->window, action);
  g_assert_true (LASNA_RECORD (lasna_window_get_journey (test->window)) == second);
  g_assert_true (LASNA_RECORD (lasna_page_get_journey (lasna_window_get_page (test->window))) ==
                 second);
  /* What is no longer there is not in view. */
  lasna_record_delete (second);
  lasna_test_settle ();
  g_assert_true (lasna_window_get_journey (test->window) == first);
}

static void
test_sidebar (void)
{
  g_autoptr (LasnaTestWindow) test = lasna_test_window_new (0, "journey.travel");

  lasna_test_await (test->window, "Checklists");
  lasna_window_show_page (test->window, "journey");
  gtk_window_set_default_size (GTK_WINDOW (test->window), 900, 600);
  lasna_test_settle ();
  lasna_test_settle ();
  g_assert_false (lasna_test_shows (test->window, "Checklists"));
}

static void
find_sidebar (GtkWidget *widget, gpointer data)
{
  if (LASNA_IS_SIDEBAR (widget))
    *(GtkWidget **) data = widget;
}

/* Tab comes to the page in view and leaves again: pages do not pass by. */
static void
test_sidebar_tab (void)
{
  g_autoptr (LasnaTestWindow) test = lasna_test_window_new (0, "journey.travel");
  GtkWidget *sidebar = NULL;
  LasnaPage *page;

  lasna_window_show_page (test->window, "feedback");
  lasna_test_settle ();
  page = lasna_window_get_page (test->window);
  lasna_test_walk (test->window, find_sidebar, &sidebar);
  g_assert_nonnull (sidebar);
  gtk_root_set_focus (GTK_ROOT (test->window), NULL);
  g_assert_true (gtk_widget_child_focus (sidebar, GTK_DIR_TAB_FORWARD));
  g_assert_nonnull (gtk_widget_get_focus_child (sidebar));
  g_assert_false (gtk_widget_child_focus (sidebar, GTK_DIR_TAB_FORWARD));
  g_assert_true (lasna_window_get_page (test->window) == page);
}

static void
press_second (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_LIST_BOX_ROW (widget) && gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (widget)) == 1)
    g_assert_true (gtk_widget_activate_action (widget, "row.activate", NULL));
}

/* As assistive technology does. */
static void
test_sidebar_press (void)
{
  g_autoptr (LasnaTestWindow) test = lasna_test_window_new (0, "journey.travel");
  GtkWidget *sidebar = NULL;
  guint n_pages;
  const LasnaPageInfo *pages = lasna_pages_get (&n_pages);

  lasna_test_walk (test->window, find_sidebar, &sidebar);
  lasna_test_walk (sidebar, press_second, NULL);
  lasna_test_settle ();
  g_assert_true (G_OBJECT_TYPE (lasna_window_get_page (test->window)) == pages[1].get_type ());
}

static gboolean
has_focus (LasnaTestWindow *test, GtkWidget *part)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (test->window));

  return focus != NULL && (focus == part || gtk_widget_is_ancestor (focus, part));
}

/* Work on checklists begins with the first of them, not with the choice above. */
static void
test_first_focus (void)
{
  g_autoptr (LasnaTestWindow) test = lasna_test_window_new (0, "journey.travel");

  lasna_test_act (test->window, "win.page::checklists");
  lasna_test_settle ();
  g_assert_true (GTK_IS_LIST_BOX_ROW (gtk_root_get_focus (GTK_ROOT (test->window))));
}

/* The next key comes at once, before the window has come to rest. */
static void
test_focus_at_once (void)
{
  g_autoptr (LasnaTestWindow) test = lasna_test_window_new (0, "journey.travel");

  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (test->window), "win.page", "s", "checklists"));
  g_assert_true (GTK_IS_LIST_BOX_ROW (gtk_root_get_focus (GTK_ROOT (test->window))));
}

/* The keys of a page go into it; walking through the sidebar only looks. */
static void
test_enter (void)
{
  g_autoptr (LasnaTestWindow) test = lasna_test_window_new (0, "journey.travel");
  GtkWidget *sidebar = NULL;
  guint n_pages;
  const LasnaPageInfo *pages = lasna_pages_get (&n_pages);

  lasna_test_walk (test->window, find_sidebar, &sidebar);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *go = g_strdup_printf ("win.page::%s", pages[i].id);
      g_autofree char *look = g_strdup_printf ("win.glance::%s", pages[i].id);

      g_test_message ("%s", pages[i].id);
      gtk_root_set_focus (GTK_ROOT (test->window), NULL);
      g_assert_true (gtk_widget_child_focus (sidebar, GTK_DIR_TAB_FORWARD));
      lasna_test_act (test->window, look);
      lasna_test_settle ();
      g_assert_true (has_focus (test, sidebar));
      g_assert_true (G_OBJECT_TYPE (lasna_window_get_page (test->window)) == pages[i].get_type ());
      lasna_test_act (test->window, go);
      lasna_test_settle ();
      g_assert_true (has_focus (test, GTK_WIDGET (lasna_window_get_page (test->window))));

      gtk_root_set_focus (GTK_ROOT (test->window), NULL);
      g_assert_true (gtk_widget_child_focus (sidebar, GTK_DIR_TAB_FORWARD));
      g_assert_true (gtk_widget_child_focus (sidebar, GTK_DIR_RIGHT));
      lasna_test_settle ();
      g_assert_true (has_focus (test, GTK_WIDGET (lasna_window_get_page (test->window))));
    }
}

int
main (int argc, char *argv[])
{
  lasna_test_window_init (&argc, &argv);
  g_test_add_func ("/pages/reach", test_reach);
  g_test_add_func ("/pages/empty", test_empty);
  g_test_add_func ("/pages/undo", test_undo);
  g_test_add_func ("/pages/journeys", test_journeys);
  g_test_add_func ("/pages/sidebar", test_sidebar);
  g_test_add_func ("/pages/sidebar-tab", test_sidebar_tab);
  g_test_add_func ("/pages/sidebar-press", test_sidebar_press);
  g_test_add_func ("/pages/enter", test_enter);
  g_test_add_func ("/pages/first-focus", test_first_focus);
  g_test_add_func ("/pages/focus-at-once", test_focus_at_once);
  return lasna_test_window_run ();
}
