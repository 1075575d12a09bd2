/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Charts and summary: what they say to those who do not see them, and as files.
 */
#include "config.h"

#include "lasna-test-page.h"

#include "lasna-chart-view.h"
#include "lasna-filter-bar.h"
#include "lasna-measures.h"
#include "lasna-picture.h"
#include "lasna-view.h"

#include <string.h>

static gboolean
has_entries (gpointer picture)
{
  const LasnaLayout *layout = lasna_picture_get_layout (picture);

  return layout != NULL && strstr (layout->description, "No stage has") == NULL;
}

static void
test_charts (LasnaTestPage *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (lasna_test_page_show (fixture, "charts"));
  GtkWidget *view = lasna_test_page_find (page, LASNA_TYPE_CHART_VIEW, 0);
  LasnaPicture *picture = LASNA_PICTURE (lasna_chart_view_get_picture (LASNA_CHART_VIEW (view)));

  lasna_test_wait (has_entries, picture);
  lasna_test_page_assert_named (GTK_WIDGET (fixture->window));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (picture),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Where on the path do feelings sink?");
  /* Whoever comes by key stands in the first chart. */
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  lasna_page_enter (LASNA_PAGE (page));
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (picture)));
  /* The pointer may happen to rest on a mark. */
  lasna_picture_set_region (picture, -1);
  gtk_widget_activate_action (GTK_WIDGET (picture), "picture.step", "i", 1);
  g_assert_nonnull (lasna_picture_get_region (picture));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (picture),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       lasna_picture_get_region (picture)->sentence);
  g_assert_cmpint (lasna_picture_get_region (picture)->column, ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (picture), "chart.read", NULL);
  lasna_test_settle ();
  g_assert_true (GTK_WIDGET (lasna_window_get_page (fixture->window)) != page);
}

/* A page of charts is read with the page keys, whether a chart or a button is in focus. */
static void
test_scrolling (LasnaTestPage *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (lasna_test_page_show (fixture, "charts"));
  GtkWidget *view = lasna_test_page_find (page, LASNA_TYPE_CHART_VIEW, 0);
  GtkWidget *picture = lasna_chart_view_get_picture (LASNA_CHART_VIEW (view));
  GtkWidget *button = lasna_test_page_find (view, GTK_TYPE_BUTTON, 0);
  GtkWidget *scroller = gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double first;

  lasna_test_wait (has_entries, picture);
  g_assert_true (lasna_test_press (picture, "Page_Down"));
  first = gtk_adjustment_get_value (place);
  g_assert_cmpfloat (first, >, 0);
  g_assert_true (lasna_test_press (button, "Page_Down"));
  g_assert_cmpfloat (gtk_adjustment_get_value (place), >, first);
  g_assert_true (lasna_test_press (button, "Home"));
  g_assert_cmpfloat (gtk_adjustment_get_value (place), ==, 0);
  g_assert_true (lasna_test_press (button, "End"));
  g_assert_cmpfloat (gtk_adjustment_get_value (place), >, first);
}

static const LasnaLayout *
get_layout (GtkWidget *page, guint chart)
{
  GtkWidget *view = lasna_test_page_find (page, LASNA_TYPE_CHART_VIEW, chart);

  return lasna_picture_get_layout (
      LASNA_PICTURE (lasna_chart_view_get_picture (LASNA_CHART_VIEW (view))));
}

static guint
count_faded (const LasnaLayout *layout)
{
  guint n = 0;

  for (guint i = 0; i < layout->shapes->len; i++)
    n += ((const LasnaShape *) layout->shapes->pdata[i])->faded;
  return n;
}

typedef struct
{
  GtkWidget *page;
  gboolean is_chosen;
} Look;

static gboolean
looks_chosen (gpointer data)
{
  const Look *look = data;

  return (count_faded (get_layout (look->page, 0)) > 0) == look->is_chosen;
}

/* Choosing a stage dims the others of its chart, narrows what other charts count, and goes by the
 * same way back; a drag over two is one step.
 */
static void
test_choosing (LasnaTestPage *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (lasna_test_page_show (fixture, "charts"));
  GtkWidget *view = lasna_test_page_find (page, LASNA_TYPE_CHART_VIEW, 0);
  LasnaPicture *picture = LASNA_PICTURE (lasna_chart_view_get_picture (LASNA_CHART_VIEW (view)));
  LasnaView *shared = lasna_view_get (lasna_window_get_workbook (fixture->window));
  Look look = { page, TRUE };
  g_auto (GStrv) span = g_new0 (char *, 3);
  const LasnaRegion *region;

  lasna_test_wait (has_entries, picture);
  region = get_layout (page, 0)->regions->pdata[1];
  span[0] = g_strdup (region->where);
  span[1] = g_strdup (((const LasnaRegion *) get_layout (page, 0)->regions->pdata[2])->where);
  g_signal_emit_by_name (view, "toggled", span[0]);
  g_assert_cmpuint (lasna_filter_get_n_conditions (lasna_view_get_filter (shared)), ==, 1);
  lasna_test_wait (looks_chosen, &look);

  g_signal_emit_by_name (view, "toggled", span[0]);
  g_assert_true (lasna_filter_is_empty (lasna_view_get_filter (shared)));
  look.is_chosen = FALSE;
  lasna_test_wait (looks_chosen, &look);

  g_signal_emit_by_name (view, "brushed", (char *[]){ span[0], NULL });
  g_signal_emit_by_name (view, "brushed", span);
  g_signal_emit_by_name (view, "settled");
  g_assert_cmpuint (lasna_filter_get_n_conditions (lasna_view_get_filter (shared)), ==, 2);
  lasna_view_go_back (shared);
  g_assert_true (lasna_filter_is_empty (lasna_view_get_filter (shared)));
}

static gboolean
has_no_entries (gpointer picture)
{
  return !has_entries (picture);
}

/* The words are read in a thread, and then the charts show who said them. */
static void
test_words (LasnaTestPage *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (lasna_test_page_show (fixture, "charts"));
  GtkWidget *view = lasna_test_page_find (page, LASNA_TYPE_CHART_VIEW, 0);
  GtkWidget *picture = lasna_chart_view_get_picture (LASNA_CHART_VIEW (view));
  LasnaView *shared = lasna_view_get (lasna_window_get_workbook (fixture->window));
  g_autoptr (LasnaFilter) filter = lasna_filter_new ();

  lasna_test_wait (has_entries, picture);
  lasna_filter_add_value (filter, LASNA_DIMENSION_TEXT, "qqzzqq");
  lasna_view_set_filter (shared, filter);
  lasna_test_wait (has_no_entries, picture);
  lasna_view_clear (shared);
  lasna_test_wait (has_entries, picture);
}

static gboolean
tells_climate (gpointer page)
{
  const LasnaLayout *layout = get_layout (page, 3);

  return layout != NULL && strstr (layout->description, "Emotional climate") != NULL;
}

static gboolean
tells_other (gpointer page)
{
  return !tells_climate (page);
}

/* The most answered measure stands in the trend until another is chosen. */
static void
test_measure (LasnaTestPage *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (lasna_test_page_show (fixture, "charts"));
  GtkWidget *trend = lasna_test_page_find (page, LASNA_TYPE_CHART_VIEW, 3);
  GtkWidget *measures = lasna_test_page_find (trend, GTK_TYPE_DROP_DOWN, 0);

  lasna_test_wait (tells_climate, page);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (measures), 1 + LASNA_MEASURE_NPS);
  lasna_test_wait (tells_other, page);
}

static gboolean
is_renamed (gpointer paper)
{
  return g_strcmp0 (lasna_picture_get_layout (paper)->title, "A week of quiet") == 0;
}

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_summary (LasnaTestPage *fixture, gconstpointer data)
{
  static const char *const endings[] = { "pdf", "svg", "png" };
  GtkWidget *page = GTK_WIDGET (lasna_test_page_show (fixture, "summary"));
  LasnaPicture *paper = LASNA_PICTURE (lasna_test_page_find (page, LASNA_TYPE_PICTURE, 0));
  LasnaRecord *journey = LASNA_RECORD (lasna_window_get_journey (fixture->window));

  lasna_test_page_assert_named (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (
      lasna_picture_get_layout (paper)->title, ==, lasna_record_get_text (journey, "title"));
  g_object_set (journey, "title", "A week of quiet", NULL);
  lasna_test_wait (is_renamed, paper);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strdup_printf ("page.%s", endings[i]);
      g_autofree char *path = lasna_test_folder_dup_path (fixture->folder, name);
      g_autofree char *action = g_strdup_printf ("page.export-to::%s", path);

      lasna_test_page_act (fixture, action);
      lasna_test_wait (is_there, path);
    }
}

static void
test_empty (LasnaTestPage *fixture, gconstpointer data)
{
  static const char *const pages[] = { "charts", "summary", "feedback" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = GTK_WIDGET (lasna_test_page_show (fixture, pages[i]));
      GtkWidget *bar = lasna_test_page_find (page, LASNA_TYPE_FILTER_BAR, 0);

      lasna_test_page_assert_named (GTK_WIDGET (fixture->window));
      /* Nothing can be narrowed down where there is nothing. */
      g_assert_false (bar != NULL && gtk_widget_get_mapped (bar));
    }
}

int
main (int argc, char *argv[])
{
  lasna_test_window_init (&argc, &argv);
  lasna_test_page_add ("/picture-pages/charts", "sample", test_charts);
  lasna_test_page_add ("/picture-pages/scrolling", "sample", test_scrolling);
  lasna_test_page_add ("/picture-pages/choosing", "sample", test_choosing);
  lasna_test_page_add ("/picture-pages/words", "sample", test_words);
  lasna_test_page_add ("/picture-pages/measure", "sample", test_measure);
  lasna_test_page_add ("/picture-pages/summary", "sample", test_summary);
  lasna_test_page_add ("/picture-pages/empty", NULL, test_empty);
  return lasna_test_window_run ();
}
