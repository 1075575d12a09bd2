/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All charts of what was heard, by question. Choosing in one of them brings other voices into view,
 * which the others then count; each counts without what was chosen in itself.
 */
#include "config.h"

#include "lasna-charts-page.h"

#include "lasna-chart-choice.h"
#include "lasna-chart-gather.h"
#include "lasna-chart-view.h"
#include "lasna-chart.h"
#include "lasna-crossfilter.h"
#include "lasna-file-saving.h"
#include "lasna-filter-bar.h"
#include "lasna-hearing.h"
#include "lasna-icon-button.h"
#include "lasna-naming.h"
#include "lasna-options.h"
#include "lasna-paint.h"
#include "lasna-printing.h"
#include "lasna-reading-bar.h"
#include "lasna-side-task.h"
#include "lasna-view.h"
#include "lasna-window.h"

#include <glib/gi18n-lib.h>

/* Of the picture that is printed or copied, in its units. */
#define PRINT_WIDTH 760
#define PRINT_HEIGHT 500

#define CHART_WIDTH 460
#define MOST_IN_SECTION 4

struct _LasnaChartsPage
{
  LasnaPage parent_instance;

  /* Template children */
  GtkLabel *counts;
  LasnaFilterBar *bar;
  LasnaReadingBar *progress;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkBox *sections;
  GtkWidget *advice;
  GtkBox *questions;

  /* Owned */
  LasnaFeedback *hearing;
  LasnaView *view;
  LasnaCrossfilter *crossfilter; /* NULL while the voices are being read */
  GArray *waits;                 /* LasnaWait; NULL until they are read */
  GCancellable *cancellable;
  LasnaTypesetter *typesetter; /* of all charts: its dictionary takes long to load */

  /* Borrowed */
  LasnaChartView *views[LASNA_N_CHARTS];

  LasnaMeasureKind measure;          /* of the trend; LASNA_N_MEASURES for the most answered */
  gboolean is_stale[LASNA_N_CHARTS]; /* its picture is of the past */
  guint tick;                        /* the next frame looks after the charts on the screen */
  gboolean is_brushing;              /* somebody drags over a chart */
  gboolean is_reading_words;         /* a thread does, and the charts wait for it */
  guint idle;                        /* and an idle moment after the others */
};

G_DEFINE_FINAL_TYPE (LasnaChartsPage, lasna_charts_page, LASNA_TYPE_PAGE)

typedef struct
{
  const char *title; /* untranslated */
  guint n;
  LasnaChartKind kinds[MOST_IN_SECTION];
} Section;

static const Section sections[] = {
  { N_ ("What people feel on the way"),
    3,
    { LASNA_CHART_FEELINGS, LASNA_CHART_AWAKENED, LASNA_CHART_TASK } },
  { N_ ("How it goes, and what matters"),
    3,
    { LASNA_CHART_TREND, LASNA_CHART_SCORES, LASNA_CHART_DRIVERS } },
  { N_ ("Whom we hear, and where we do not"),
    4,
    { LASNA_CHART_DEAF, LASNA_CHART_CHANNELS, LASNA_CHART_SEGMENTS, LASNA_CHART_LINKS } },
  { N_ ("What we do with it"), 1, { LASNA_CHART_REPLIES } },
};

static LasnaWorkbook *
get_workbook (LasnaChartsPage *self)
{
  return lasna_page_get_workbook (LASNA_PAGE (self));
}

static LasnaRecord *
get_journey (LasnaChartsPage *self)
{
  return LASNA_RECORD (lasna_page_get_journey (LASNA_PAGE (self)));
}

/* The screen is the person's own, and shows a few as they are. */
static LasnaChartData *
gather (LasnaChartsPage *self, LasnaChartKind kind, gboolean is_screen)
{
  const LasnaChartQuery query = {
    .workbook = get_workbook (self),
    .journey = get_journey (self),
    .selection =
        self->crossfilter != NULL ? lasna_crossfilter_get_selection (self->crossfilter) : NULL,
    .filter = lasna_view_get_filter (self->view),
    .waits = self->waits,
    .measure = self->measure,
    .language = lasna_language_of_locale (),
    .names = TRUE,
    .few = is_screen,
  };

  return lasna_chart_gather (&query, kind);
}

static void
copy_cb (GtkButton *button, LasnaChartsPage *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          g_object_get_data (G_OBJECT (button), "question"));
  lasna_page_tell (LASNA_PAGE (self), _ ("The question is in the clipboard."));
}

static void
add_question (LasnaChartsPage *self, const LasnaChartItem *stage)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label;
  GtkWidget *button;
  g_autofree char *sentence = NULL;
  g_autofree char *name = NULL;

  /* Translators: the title of a stage, and the question to ask there */
  sentence = g_strdup_printf (
      _ ("Nobody has been heard at “%s” yet. Ask: %s"), stage->title, stage->question);
  /* Translators: a button; %s is the title of a stage */
  name = g_strdup_printf (_ ("Copy the question for “%s”"), stage->title);
  label = g_object_new (
      GTK_TYPE_LABEL, "label", sentence, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE, NULL);
  button = lasna_icon_button_new ("edit-copy-symbolic", name);
  g_object_set_data_full (G_OBJECT (button), "question", g_strdup (stage->question), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (copy_cb), self, 0);
  gtk_widget_add_css_class (row, "question");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (self->questions, row);
}

static guint
count_heard (const LasnaChartItem *stage)
{
  guint n = stage->n_unknown;

  for (guint i = 0; i < LASNA_CHART_MOMENTS; i++)
    n += stage->moments[i];
  return n;
}

/* Where nobody was heard can be told only of all voices. */
static void
show_questions (LasnaChartsPage *self, const LasnaChartData *data)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->questions))) != NULL)
    gtk_box_remove (self->questions, child);
  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *stage = data->items->pdata[i];

      if (lasna_filter_is_empty (lasna_view_get_filter (self->view)) && stage->question != NULL &&
          count_heard (stage) == 0)
        add_question (self, stage);
    }
  gtk_widget_set_visible (self->advice,
                          gtk_widget_get_first_child (GTK_WIDGET (self->questions)) != NULL);
}

/* How many voices there are, whatever is in view. */
static guint
count_all (LasnaChartsPage *self)
{
  return self->crossfilter != NULL ? lasna_crossfilter_get_selection (self->crossfilter)->columns->n
                                   : 0;
}

static void
show_counts (LasnaChartsPage *self)
{
  guint n = self->crossfilter != NULL ? lasna_crossfilter_get_selection (self->crossfilter)->n : 0;
  g_autofree char *count = lasna_words_count (lasna_language_of_locale (), n);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%s voice in view. Click or drag in a chart to choose; the arrow keys walk, "
                   "the space bar chooses.",
                   "%s voices in view. Click or drag in a chart to choose; the arrow keys walk, "
                   "the space bar chooses.",
                   n),
      count);

  gtk_label_set_label (self->counts, count_all (self) > 0 ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->bar), count_all (self) > 0);
  lasna_reading_bar_set_busy (self->progress, lasna_hearing_is_first_load (self->hearing));
}

static void
renew_chart (LasnaChartsPage *self, LasnaChartKind kind)
{
  LasnaChartData *data = gather (self, kind, TRUE);

  self->is_stale[kind] = FALSE;
  if (kind == LASNA_CHART_DEAF)
    show_questions (self, data);
  lasna_chart_view_set_data (self->views[kind], data);
}

static gboolean
is_on_screen (LasnaChartsPage *self, LasnaChartKind kind)
{
  GtkWidget *scroller = GTK_WIDGET (self->scroller);
  graphene_rect_t bounds;

  return gtk_widget_get_mapped (scroller) &&
         gtk_widget_compute_bounds (GTK_WIDGET (self->views[kind]), scroller, &bounds) &&
         bounds.origin.y < gtk_widget_get_height (scroller) &&
         bounds.origin.y + bounds.size.height > 0;
}

/* One chart at a time, so that a brush never waits for those nobody sees. */
static gboolean
idle_cb (gpointer data)
{
  LasnaChartsPage *self = data;

  /* What was chosen meanwhile is not counted yet. */
  for (LasnaChartKind kind = 0; self->tick == 0 && kind < LASNA_N_CHARTS; kind++)
    if (self->is_stale[kind])
      {
        renew_chart (self, kind);
        return G_SOURCE_CONTINUE;
      }
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

/* Whether the voices can be chosen at once: reading the words of a million takes a while. */
static gboolean
has_words (LasnaChartsPage *self)
{
  LasnaColumns *columns = lasna_feedback_get_columns (self->hearing);

  return columns == NULL || lasna_columns_has_buffer (columns) ||
         !lasna_filter_has_dimension (lasna_view_get_filter (self->view), LASNA_DIMENSION_TEXT);
}

static gpointer
load_words (LasnaStore *side, gpointer columns, GCancellable *cancellable, GError **error)
{
  return (gpointer) lasna_columns_get_buffer (columns, side, error);
}

/* Where they could not be read, the charts stay as they are. */
static void
words_read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (LasnaChartsPage) self = data;

  self->is_reading_words = FALSE;
  if (lasna_side_task_finish (result, NULL) != NULL || self->tick == 0)
    return;
  gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

static void
begin_reading_words (LasnaChartsPage *self)
{
  if (self->is_reading_words)
    return;
  self->is_reading_words = TRUE;
  lasna_side_task_run (lasna_workbook_get_store (get_workbook (self)),
                       LASNA_STORE_READ_ONLY,
                       load_words,
                       lasna_columns_ref (lasna_feedback_get_columns (self->hearing)),
                       (GDestroyNotify) lasna_columns_unref,
                       NULL,
                       NULL,
                       words_read_cb,
                       g_object_ref (self));
}

/* Before the first frame nobody knows which charts will be on the screen. */
static gboolean
has_size (LasnaChartsPage *self)
{
  GtkWidget *scroller = GTK_WIDGET (self->scroller);

  return !gtk_widget_get_mapped (scroller) || gtk_widget_get_height (scroller) > 0;
}

/* Draws the charts on the screen anew: those that were there before all at once, so that they never
 * tell of different choices, the others one a frame, so that no frame waits for them all.
 *
 * Returns: whether some are left
 */
static gboolean
renew_screen (LasnaChartsPage *self)
{
  for (LasnaChartKind kind = 0; kind < LASNA_N_CHARTS; kind++)
    if (self->is_stale[kind] && is_on_screen (self, kind))
      {
        gboolean is_new = !lasna_chart_view_has_data (self->views[kind]);

        renew_chart (self, kind);
        if (is_new)
          return TRUE;
      }
  return FALSE;
}

/* Once a frame, whatever was chosen since the last one: the latest choice holds. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LasnaChartsPage *self = LASNA_CHARTS_PAGE (widget);

  if (!has_words (self))
    {
      begin_reading_words (self);
      return G_SOURCE_CONTINUE;
    }
  if (!has_size (self))
    return G_SOURCE_CONTINUE;
  if (self->crossfilter != NULL)
    lasna_crossfilter_set_filter (self->crossfilter,
                                  lasna_view_get_filter (self->view),
                                  lasna_workbook_get_store (get_workbook (self)),
                                  NULL);
  show_counts (self);
  if (renew_screen (self))
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

/* Stages to draw, or voices, which say something also without them. */
static gboolean
has_something (LasnaChartsPage *self)
{
  LasnaRecord *journey = get_journey (self);

  if (count_all (self) > 0)
    return TRUE;
  return journey != NULL &&
         g_list_model_get_n_items (lasna_record_get_children (journey, "stage", "journey")) > 0;
}

/* A page out of view waits until it is looked at. */
static void
renew (LasnaChartsPage *self)
{
  for (LasnaChartKind kind = 0; kind < LASNA_N_CHARTS; kind++)
    self->is_stale[kind] = TRUE;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  gtk_stack_set_visible_child_name (self->stack, has_something (self) ? "charts" : "empty");
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static gpointer
load_waits (LasnaStore *side, gpointer columns, GCancellable *cancellable, GError **error)
{
  return lasna_waits_load (side, columns, error);
}

static void
waits_read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (LasnaChartsPage) self = data;
  g_autoptr (GArray) waits = lasna_side_task_finish (result, NULL);

  /* Where others were read meanwhile, these are of the past. */
  if (waits == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_pointer (&self->waits, g_array_unref);
  self->waits = g_steal_pointer (&waits);
  renew (self);
}

static void
begin_reading_waits (LasnaChartsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  lasna_side_task_run (lasna_workbook_get_store (get_workbook (self)),
                       LASNA_STORE_READ_ONLY,
                       load_waits,
                       lasna_columns_ref (lasna_feedback_get_columns (self->hearing)),
                       (GDestroyNotify) lasna_columns_unref,
                       (GDestroyNotify) g_array_unref,
                       self->cancellable,
                       waits_read_cb,
                       g_object_ref (self));
}

/* Rows of waits are rows of their columns. */
static void
heard_cb (LasnaChartsPage *self)
{
  LasnaColumns *columns = lasna_feedback_get_columns (self->hearing);

  g_clear_pointer (&self->waits, g_array_unref);
  if (columns != NULL)
    {
      if (!has_words (self))
        g_clear_pointer (&self->crossfilter, lasna_crossfilter_free);
      if (self->crossfilter == NULL)
        self->crossfilter = lasna_crossfilter_new (columns);
      else
        lasna_crossfilter_set_columns (
            self->crossfilter, columns, lasna_workbook_get_store (get_workbook (self)), NULL);
      begin_reading_waits (self);
    }
  renew (self);
}

static void
lasna_charts_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lasna_charts_page_parent_class)->map (widget);
  renew (LASNA_CHARTS_PAGE (widget));
}

static LasnaChartKind
find_kind (LasnaChartsPage *self, LasnaChartView *view)
{
  LasnaChartKind kind = 0;

  while (kind + 1 < LASNA_N_CHARTS && self->views[kind] != view)
    kind++;
  return kind;
}

static void
toggled_cb (LasnaChartView *view, const char *where, LasnaChartsPage *self)
{
  g_autoptr (LasnaFilter) filter = lasna_filter_copy (lasna_view_get_filter (self->view));

  lasna_chart_choice_toggle (filter, where);
  lasna_view_set_filter (self->view, filter);
}

/* All of one drag is one step back. */
static void
brushed_cb (LasnaChartView *view, char *const *wheres, LasnaChartsPage *self)
{
  g_autoptr (LasnaFilter) filter = lasna_filter_copy (lasna_view_get_filter (self->view));

  if (!self->is_brushing)
    lasna_view_hold (self->view);
  self->is_brushing = TRUE;
  lasna_chart_choice_span (filter, lasna_chart_get_own_dimensions (find_kind (self, view)), wheres);
  lasna_view_set_filter (self->view, filter);
}

static void
settled_cb (LasnaChartView *view, LasnaChartsPage *self)
{
  if (self->is_brushing)
    lasna_view_release (self->view);
  self->is_brushing = FALSE;
}

static void
read_cb (LasnaChartView *view, const char *where, LasnaChartsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (LasnaFilter) filter = lasna_filter_copy (lasna_view_get_filter (self->view));

  if (!LASNA_IS_WINDOW (root))
    return;
  if (where != NULL)
    {
      lasna_chart_choice_narrow (filter, where);
      lasna_view_set_filter (self->view, filter);
    }
  lasna_window_show_page (LASNA_WINDOW (root), "feedback");
}

static void
copied_cb (LasnaChartView *view, LasnaChartsPage *self)
{
  lasna_page_tell (LASNA_PAGE (self), _ ("The question is in the clipboard."));
}

static gboolean
export_chart (const char *path, gpointer data, GCancellable *cancellable, GError **error)
{
  return lasna_chart_export (data, path, error);
}

static const LasnaFileSavingKind chart = { export_chart,
                                           NULL,
                                           (GDestroyNotify) lasna_chart_data_free };

static void
save_cb (LasnaChartView *view, const char *ending, LasnaChartsPage *self)
{
  LasnaChartKind kind = find_kind (self, view);
  LasnaChartData *data = gather (self, kind, FALSE);

  lasna_file_saving_begin (
      LASNA_PAGE (self), lasna_chart_get_title (kind, data->language), ending, &chart, data);
}

static LasnaLayout *
lay_out (LasnaChartsPage *self, const LasnaChartData *data)
{
  return lasna_chart_layout_new (data, self->typesetter, PRINT_WIDTH, PRINT_HEIGHT);
}

static void
print_cb (LasnaChartView *view, LasnaChartsPage *self)
{
  g_autoptr (LasnaChartData) data = gather (self, find_kind (self, view), FALSE);

  lasna_printing_begin (LASNA_PAGE (self), lay_out (self, data));
}

static GdkTexture *
paint_texture (const LasnaLayout *layout)
{
  const int scale = 2;
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, PRINT_WIDTH * scale, PRINT_HEIGHT * scale);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;

  cairo_scale (cr, scale, scale);
  lasna_layout_paint (layout, cr, LASNA_THEME_PRINT);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize) cairo_image_surface_get_stride (surface) * PRINT_HEIGHT * scale);
  texture = gdk_memory_texture_new (PRINT_WIDTH * scale,
                                    PRINT_HEIGHT * scale,
                                    GDK_MEMORY_DEFAULT,
                                    bytes,
                                    (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);
  return texture;
}

/* A program that takes pictures gets the picture, one that takes text the figures. */
static void
copy_chart_cb (LasnaChartView *view, LasnaChartsPage *self)
{
  g_autoptr (LasnaChartData) data = gather (self, find_kind (self, view), FALSE);
  g_autoptr (LasnaLayout) layout = lay_out (self, data);
  g_autoptr (GdkTexture) texture = paint_texture (layout);
  g_autofree char *table = lasna_chart_dup_csv (data);
  GdkContentProvider *providers[] = { gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture),
                                      gdk_content_provider_new_typed (G_TYPE_STRING, table) };
  g_autoptr (GdkContentProvider) both =
      gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), both);
  lasna_page_tell (LASNA_PAGE (self), _ ("The chart and its figures are in the clipboard."));
}

static GtkWidget *
make_view (LasnaChartsPage *self, LasnaChartKind kind)
{
  static const struct
  {
    const char *signal;
    GCallback callback;
  } callbacks[] = {
    { "read", G_CALLBACK (read_cb) },       { "save", G_CALLBACK (save_cb) },
    { "print", G_CALLBACK (print_cb) },     { "copy", G_CALLBACK (copy_chart_cb) },
    { "copied", G_CALLBACK (copied_cb) },   { "toggled", G_CALLBACK (toggled_cb) },
    { "brushed", G_CALLBACK (brushed_cb) }, { "settled", G_CALLBACK (settled_cb) },
  };
  GtkWidget *view = lasna_chart_view_new (kind, self->typesetter);

  self->views[kind] = LASNA_CHART_VIEW (view);
  for (guint i = 0; i < G_N_ELEMENTS (callbacks); i++)
    g_signal_connect_object (view, callbacks[i].signal, callbacks[i].callback, self, 0);
  gtk_widget_set_size_request (view, CHART_WIDTH, -1);
  return view;
}

static void
measure_cb (GtkWidget *drop_down, GParamSpec *spec, LasnaChartsPage *self)
{
  const char *id = lasna_options_get_selected (drop_down);

  self->measure = 0;
  while (self->measure < LASNA_N_MEASURES &&
         g_strcmp0 (lasna_measure_get_info (self->measure)->id, id) != 0)
    self->measure++;
  renew_chart (self, LASNA_CHART_TREND);
}

static void
add_measures (LasnaChartsPage *self)
{
  GListStore *options = lasna_options_new ();
  GtkWidget *drop_down;

  lasna_options_add (options, NULL, _ ("Most answered"), LASNA_INK_NONE);
  for (LasnaMeasureKind kind = 0; kind < LASNA_N_MEASURES; kind++)
    {
      const LasnaMeasureInfo *info = lasna_measure_get_info (kind);

      lasna_options_add (options, info->id, _ (info->title), LASNA_INK_NONE);
    }
  drop_down = lasna_options_new_drop_down (options);
  lasna_naming_name_inside (drop_down, _ ("Measure"));
  lasna_chart_view_add_control (self->views[LASNA_CHART_TREND], _ ("_Measure"), drop_down);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (measure_cb), self, 0);
}

static void
add_section (LasnaChartsPage *self, const Section *section)
{
  GtkWidget *title = gtk_label_new (_ (section->title));
  GtkWidget *charts = g_object_new (GTK_TYPE_FLOW_BOX,
                                    "homogeneous",
                                    TRUE,
                                    "selection-mode",
                                    GTK_SELECTION_NONE,
                                    "min-children-per-line",
                                    1,
                                    "max-children-per-line",
                                    2,
                                    "column-spacing",
                                    12,
                                    "row-spacing",
                                    12,
                                    "valign",
                                    GTK_ALIGN_START,
                                    NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  lasna_naming_name (charts, _ (section->title));
  for (guint i = 0; i < section->n; i++)
    {
      gtk_flow_box_append (GTK_FLOW_BOX (charts), make_view (self, section->kinds[i]));
      gtk_widget_set_focusable (
          GTK_WIDGET (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (charts), (int) i)), FALSE);
    }
  gtk_box_append (self->sections, title);
  gtk_box_append (self->sections, charts);
}

static void
lasna_charts_page_constructed (GObject *object)
{
  LasnaChartsPage *self = LASNA_CHARTS_PAGE (object);

  G_OBJECT_CLASS (lasna_charts_page_parent_class)->constructed (object);
  self->hearing = lasna_hearing_ref (get_workbook (self));
  self->view = g_object_ref (lasna_view_get (get_workbook (self)));
  self->typesetter = lasna_typesetter_new (lasna_language_of_locale (), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    add_section (self, &sections[i]);
  add_measures (self);
  lasna_filter_bar_set_up (self->bar, LASNA_PAGE (self));
  g_signal_connect_object (self->view, "changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->hearing, "changed", G_CALLBACK (heard_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      get_workbook (self), "changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
  heard_cb (self);
}

/* The arrow keys walk in the first chart from the beginning. */
static gboolean
lasna_charts_page_enter (LasnaPage *page)
{
  LasnaChartsPage *self = LASNA_CHARTS_PAGE (page);
  GtkWidget *picture = lasna_chart_view_get_picture (self->views[sections[0].kinds[0]]);

  return gtk_widget_get_mapped (picture) && gtk_widget_grab_focus (picture);
}

static void
lasna_charts_page_dispose (GObject *object)
{
  LasnaChartsPage *self = LASNA_CHARTS_PAGE (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_handle_id (&self->idle, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->hearing);
  g_clear_object (&self->view);
  g_clear_pointer (&self->crossfilter, lasna_crossfilter_free);
  g_clear_pointer (&self->waits, g_array_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LASNA_TYPE_CHARTS_PAGE);
  G_OBJECT_CLASS (lasna_charts_page_parent_class)->dispose (object);
}

static void
lasna_charts_page_finalize (GObject *object)
{
  lasna_typesetter_free (LASNA_CHARTS_PAGE (object)->typesetter);
  G_OBJECT_CLASS (lasna_charts_page_parent_class)->finalize (object);
}

static void
lasna_charts_page_class_init (LasnaChartsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = lasna_charts_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = lasna_charts_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = lasna_charts_page_finalize;
  LASNA_PAGE_CLASS (klass)->enter = lasna_charts_page_enter;
  widget_class->map = lasna_charts_page_map;
  g_type_ensure (LASNA_TYPE_FILTER_BAR);
  g_type_ensure (LASNA_TYPE_READING_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/lasna/Lasna/lasna-charts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LasnaChartsPage, counts);
  gtk_widget_class_bind_template_child (widget_class, LasnaChartsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, LasnaChartsPage, progress);
  gtk_widget_class_bind_template_child (widget_class, LasnaChartsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LasnaChartsPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LasnaChartsPage, sections);
  gtk_widget_class_bind_template_child (widget_class, LasnaChartsPage, advice);
  gtk_widget_class_bind_template_child (widget_class, LasnaChartsPage, questions);
}

static void
lasna_charts_page_init (LasnaChartsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->measure = LASNA_N_MEASURES;
  g_signal_connect (self, "notify::journey", G_CALLBACK (renew), NULL);
}
