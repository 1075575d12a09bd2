/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From an event to the painted frame: choosing in one chart of the charts page, at 1280 x 720, and
 * beside it a frame that only paints. brush make-voices [ROWS]
 */
#include "config.h"

#include "lasna-bench.h"
#include "lasna-test-page.h"

#include "lasna-chart-view.h"
#include "lasna-import.h"
#include "lasna-journey.h"
#include "lasna-picture.h"
#include "lasna-service.h"
#include "lasna-stage.h"
#include "lasna-view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROWS 1000000
#define ROUNDS 40

static GMainLoop *loop;

static int
compare (const void *one, const void *other)
{
  double a = *(const double *) one;
  double b = *(const double *) other;

  return (a > b) - (a < b);
}

static void
print (const char *what, double *times, guint n)
{
  qsort (times, n, sizeof *times, compare);
  printf ("%-44s median %6.1f ms, p95 %6.1f ms\n", what, times[n / 2], times[n * 95 / 100]);
}

static void
painted_cb (GdkFrameClock *clock, gpointer data)
{
  g_main_loop_quit (loop);
}

/* Waits until the frame that shows the change is painted. */
static double
wait_for_frame (LasnaTestPage *page, double since)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (page->window));
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), NULL);

  g_main_loop_run (loop);
  g_signal_handler_disconnect (clock, handler);
  return lasna_bench_now () - since;
}

/* What is left to idle moments. */
static double
rest (void)
{
  double now = lasna_bench_now ();

  while (g_main_context_iteration (NULL, FALSE))
    ;
  return lasna_bench_now () - now;
}

static void
queue_draw (GtkWidget *widget)
{
  if (LASNA_IS_PICTURE (widget))
    gtk_widget_queue_draw (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    queue_draw (child);
}

static void
measure_paint (LasnaTestPage *page, GtkWidget *charts)
{
  double times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      double now = lasna_bench_now ();

      queue_draw (charts);
      times[i] = wait_for_frame (page, now);
      rest ();
    }
  print ("a frame that only paints", times, ROUNDS);
}

static void
measure_brush (LasnaTestPage *page, GtkWidget *charts, guint chart, const char *what)
{
  GtkWidget *view = lasna_test_page_find (charts, LASNA_TYPE_CHART_VIEW, chart);
  LasnaPicture *picture = LASNA_PICTURE (lasna_chart_view_get_picture (LASNA_CHART_VIEW (view)));
  guint n = lasna_picture_get_layout (picture)->regions->len;
  double times[ROUNDS];
  double rests[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      const LasnaRegion *region = lasna_picture_get_layout (picture)->regions->pdata[i % n];
      char *wheres[] = { region->where, NULL };
      double now = lasna_bench_now ();

      g_signal_emit_by_name (view, "brushed", wheres);
      times[i] = wait_for_frame (page, now);
      rests[i] = rest ();
    }
  g_signal_emit_by_name (view, "settled");
  lasna_view_clear (lasna_view_get (page->workbook));
  rest ();
  print (what, times, ROUNDS);
  print ("  and what nobody sees yet", rests, ROUNDS);
}

static void
import (LasnaTestPage *page, const char *make_voices, const char *rows)
{
  g_autofree char *csv = lasna_test_folder_dup_path (page->folder, "voices.csv");
  g_autofree char *line = g_strdup_printf ("sh -c '\"%s\" %s > \"%s\"'", make_voices, rows, csv);
  g_autoptr (GFile) file = g_file_new_for_path (csv);
  g_autoptr (LasnaImportOptions) options = lasna_import_options_new ();
  g_autoptr (LasnaImport) run = NULL;
  g_autoptr (GError) error = NULL;
  LasnaImportPlan *plan;

  g_assert_true (g_spawn_command_line_sync (line, NULL, NULL, NULL, &error));
  lasna_import_options_set (options, "moment=at-contact", &error);
  lasna_import_options_set (options, "source=survey", &error);
  g_assert_no_error (error);
  plan = lasna_import_plan_new (file, options, NULL, &error);
  g_assert_no_error (error);
  run = lasna_import_new (page->workbook, plan, NULL, TRUE);
  lasna_import_run (run, NULL, &error);
  g_assert_no_error (error);
}

/* The stages that the voices name. */
static void
add_journey (LasnaWorkbook *workbook)
{
  LasnaRecord *service = lasna_workbook_add (workbook, LASNA_TYPE_SERVICE, "name", "Lodge", NULL);
  LasnaRecord *journey =
      lasna_workbook_add (workbook, LASNA_TYPE_JOURNEY, "service", service, "title", "Trip", NULL);

  for (guint i = 1; i <= 6; i++)
    {
      g_autofree char *title = g_strdup_printf ("Stage %u", i);

      lasna_workbook_add (workbook, LASNA_TYPE_STAGE, "journey", journey, "title", title, NULL);
    }
}

static gboolean
has_voices (gpointer picture)
{
  const LasnaLayout *layout = lasna_picture_get_layout (picture);

  return layout != NULL && strstr (layout->description, "mean ") != NULL;
}

int
main (int argc, char *argv[])
{
  LasnaTestPage page = { 0 };
  GtkWidget *charts;
  const char *rows = argc > 2 ? argv[2] : G_STRINGIFY (ROWS);

  lasna_test_window_init (&argc, &argv);
  loop = g_main_loop_new (NULL, FALSE);
  lasna_test_page_set_up (&page, NULL);
  gtk_window_set_default_size (GTK_WINDOW (page.window), 1280, 720);
  add_journey (page.workbook);
  import (&page, argv[1], rows);
  charts = GTK_WIDGET (lasna_test_page_show (&page, "charts"));
  lasna_test_wait (has_voices,
                   lasna_chart_view_get_picture (
                       LASNA_CHART_VIEW (lasna_test_page_find (charts, LASNA_TYPE_CHART_VIEW, 0))));
  printf ("%s voices\n", rows);
  measure_paint (&page, charts);
  measure_brush (&page, charts, 0, "a stage is chosen");
  measure_brush (&page, charts, 3, "a period is chosen");
  fflush (stdout);
  lasna_test_page_tear_down (&page, NULL);
  g_main_loop_unref (loop);
  return 0;
}
