/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person before a window on many voices: how quickly the list of voices and the charts are
 * painted, how long the window ever pauses, and how much memory it needs. window FOLDER NAME
 */
#include "config.h"

#include "lasna-bench.h"

#include "lasna-chart-view.h"
#include "lasna-hearing.h"
#include "lasna-picture.h"
#include "lasna-test-page.h"
#include "lasna-view.h"

/* Microseconds without any event after which all is done. */
#define QUIET (G_USEC_PER_SEC * 3 / 10)

typedef struct
{
  const char *name; /* of the workbook */
  LasnaWindow *window;
  LasnaFeedback *feedback;
  GtkListView *list;
  GtkAdjustment *adjustment;
} Bench;

static void
report (Bench *self, const char *what, double *times, guint n)
{
  g_autofree char *name = g_strconcat (self->name, "-", what, NULL);

  lasna_bench_report (name, times, n);
}

/* What takes a person's time is what happens in one go in the thread of the window. */
static double
iterate (gboolean *had_events)
{
  double start = lasna_bench_now_here ();

  *had_events = g_main_context_iteration (NULL, FALSE);
  return lasna_bench_now_here () - start;
}

/* Until nothing happens any more and no thread works for us. Returns the longest pause. */
static double
settle (Bench *self)
{
  gint64 last = g_get_monotonic_time ();
  double longest = 0;

  while (g_get_monotonic_time () - last < QUIET ||
         (self->feedback != NULL && lasna_feedback_is_loading (self->feedback)))
    {
      gboolean had_events;
      double pause = iterate (&had_events);

      longest = MAX (longest, pause);
      if (had_events)
        last = g_get_monotonic_time ();
      else
        g_usleep (1000);
    }
  return longest;
}

static void
pause_of (Bench *self, const char *what, double start)
{
  double pause = lasna_bench_now_here () - start;
  double longest = settle (self);

  pause = MAX (pause, longest);
  report (self, what, &pause, 1);
}

static void
painted_cb (GdkFrameClock *clock, gboolean *is_painted)
{
  *is_painted = TRUE;
}

/* From @start to the next painted frame; sleeping does not count where the processor's time does.
 */
static double
paint (Bench *self, double start)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));
  gboolean is_painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &is_painted);

  gtk_widget_queue_draw (GTK_WIDGET (self->window));
  while (!is_painted)
    g_main_context_iteration (NULL, TRUE);
  start = lasna_bench_now_here () - start;
  g_signal_handler_disconnect (clock, handler);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return start;
}

static void
measure_first_frame (Bench *self)
{
  g_autoptr (GtkSelectionModel) model = g_object_ref (gtk_list_view_get_model (self->list));
  double times[LASNA_BENCH_FEW];

  for (guint i = 0; i < LASNA_BENCH_FEW; i++)
    {
      double start;

      gtk_list_view_set_model (self->list, NULL);
      settle (self);
      start = lasna_bench_now_here ();
      gtk_list_view_set_model (self->list, model);
      times[i] = paint (self, start);
    }
  report (self, "first", times, LASNA_BENCH_FEW);
}

static void
measure_scrolling (Bench *self, gboolean jumps)
{
  double times[LASNA_BENCH_MANY];
  double most =
      gtk_adjustment_get_upper (self->adjustment) - gtk_adjustment_get_page_size (self->adjustment);

  for (guint i = 0; i < LASNA_BENCH_MANY; i++)
    {
      double start = lasna_bench_now_here ();
      double to =
          jumps ? (double) (i * 7919 % LASNA_BENCH_MANY) / LASNA_BENCH_MANY * most : (i + 1) * 40.0;

      gtk_adjustment_set_value (self->adjustment, to);
      times[i] = paint (self, start);
    }
  report (self, jumps ? "jump" : "scroll", times, LASNA_BENCH_MANY);
}

static void
show_page (Bench *self, const char *page)
{
  double start = lasna_bench_now_here ();

  lasna_window_show_page (self->window, page);
  pause_of (self, page, start);
}

static GtkDropDown *
find_order (GtkWidget *page)
{
  GtkWidget *order;
  guint i = 0;

  do
    order = lasna_test_page_find (page, GTK_TYPE_DROP_DOWN, i++);
  while (!gtk_widget_has_css_class (order, "order"));
  return GTK_DROP_DOWN (order);
}

static void
measure_orders (Bench *self)
{
  GtkWidget *page = GTK_WIDGET (lasna_window_get_page (self->window));
  GtkDropDown *order = find_order (page);
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (order));
  double times[LASNA_BENCH_FEW];

  for (guint i = 0; i < n; i++)
    {
      double start = lasna_bench_now_here ();
      double longest;

      gtk_drop_down_set_selected (order, (i + 1) % n);
      times[i] = lasna_bench_now_here () - start;
      longest = settle (self);
      times[i] = MAX (times[i], longest);
    }
  report (self, "order", times, n);
}

static void
measure_filter (Bench *self, LasnaDimension dimension, const char *value, const char *what)
{
  g_autoptr (LasnaFilter) filter = lasna_filter_new ();
  LasnaView *view = lasna_view_get (lasna_window_get_workbook (self->window));
  double start = lasna_bench_now_here ();

  lasna_filter_add_value (filter, dimension, value);
  lasna_view_set_filter (view, filter);
  pause_of (self, what, start);
}

static void
act (Bench *self, const char *action, const char *what)
{
  GtkWidget *from = gtk_window_get_focus (GTK_WINDOW (self->window));
  double start = lasna_bench_now_here ();

  gtk_widget_activate_action (from != NULL ? from : GTK_WIDGET (self->window), action, NULL);
  pause_of (self, what, start);
}

static void
open_voice (Bench *self)
{
  double start = lasna_bench_now_here ();

  gtk_selection_model_select_item (gtk_list_view_get_model (self->list), 7, TRUE);
  pause_of (self, "voice", start);
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
measure_painting (Bench *self, GtkWidget *charts)
{
  double times[LASNA_BENCH_MANY];

  for (guint i = 0; i < LASNA_BENCH_MANY; i++)
    {
      double start = lasna_bench_now_here ();

      queue_draw (charts);
      times[i] = paint (self, start);
    }
  report (self, "frame-paint", times, LASNA_BENCH_MANY);
}

/* From an event to the painted frame: choosing in one chart. */
static void
measure_choosing (Bench *self, GtkWidget *charts, guint chart, const char *what)
{
  GtkWidget *view = lasna_test_page_find (charts, LASNA_TYPE_CHART_VIEW, chart);
  LasnaPicture *picture = LASNA_PICTURE (lasna_chart_view_get_picture (LASNA_CHART_VIEW (view)));
  guint n = lasna_picture_get_layout (picture)->regions->len;
  double times[LASNA_BENCH_MANY];

  for (guint i = 0; i < LASNA_BENCH_MANY && n > 0; i++)
    {
      const LasnaRegion *region = lasna_picture_get_layout (picture)->regions->pdata[i % n];
      char *wheres[] = { region->where, NULL };
      double start = lasna_bench_now_here ();

      g_signal_emit_by_name (view, "brushed", wheres);
      times[i] = paint (self, start);
    }
  g_signal_emit_by_name (view, "settled");
  lasna_view_clear (lasna_view_get (lasna_window_get_workbook (self->window)));
  settle (self);
  if (n > 0)
    report (self, what, times, LASNA_BENCH_MANY);
}

static void
measure_charts (Bench *self)
{
  GtkWidget *charts;

  show_page (self, "charts");
  charts = GTK_WIDGET (lasna_window_get_page (self->window));
  measure_painting (self, charts);
  measure_choosing (self, charts, 0, "frame-stage");
  measure_choosing (self, charts, 3, "frame-period");
}

static GtkListView *
find_list (GtkWidget *page)
{
  GtkWidget *list;
  guint i = 0;

  do
    list = lasna_test_page_find (page, GTK_TYPE_LIST_VIEW, i++);
  while (!gtk_widget_has_css_class (list, "voices"));
  return GTK_LIST_VIEW (list);
}

int
main (int argc, char *argv[])
{
  Bench self = { .name = argc == 3 ? argv[2] : NULL };
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  double start;
  double memory;

  lasna_test_window_init (&argc, &argv);
  lasna_bench_must (argc == 3, NULL);
  path = g_strdup_printf ("%s/%s.lasna", argv[1], argv[2]);
  file = g_file_new_for_path (path);
  start = lasna_bench_now_here ();
  lasna_application_open (lasna_test_window_get_application (), file, NULL);
  self.window = lasna_test_find_window ();
  gtk_window_set_default_size (GTK_WINDOW (self.window), 1280, 720);
  self.feedback = lasna_hearing_ref (lasna_window_get_workbook (self.window));
  pause_of (&self, "load", start);
  show_page (&self, "feedback");
  self.list = find_list (GTK_WIDGET (lasna_window_get_page (self.window)));
  self.adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self.list));
  measure_first_frame (&self);
  measure_scrolling (&self, FALSE);
  measure_scrolling (&self, TRUE);
  measure_orders (&self);
  measure_filter (&self, LASNA_DIMENSION_STAGE, "Stage 3", "stage");
  measure_filter (&self, LASNA_DIMENSION_TEXT, "refund", "search");
  lasna_view_clear (lasna_view_get (lasna_window_get_workbook (self.window)));
  settle (&self);
  open_voice (&self);
  measure_charts (&self);
  show_page (&self, "journey");
  show_page (&self, "feedback");
  memory = lasna_bench_get_memory ();
  report (&self, "memory", &memory, 1);
  act (&self, "win.undo", "undo");
  act (&self, "win.redo", "redo");
  g_clear_object (&self.feedback);
  gtk_window_close (GTK_WINDOW (self.window));
  return 0;
}
