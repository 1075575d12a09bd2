/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes the charts anew when the journey or what was heard changes.
 */
#include "config.h"

#include "lasna-charts-page.h"

#include "lasna-chart-view.h"
#include "lasna-chart.h"
#include "lasna-file-saving.h"
#include "lasna-hearing.h"
#include "lasna-icon-button.h"
#include "lasna-chart-gather.h"
#include "lasna-window.h"

#include <glib/gi18n-lib.h>

struct _LasnaChartsPage
{
  LasnaPage parent_instance;

  /* Template children */
  GtkLabel *counts;
  GtkProgressBar *progress;
  GtkStack *stack;
  GtkFlowBox *charts;
  GtkWidget *advice;
  GtkBox *questions;

  /* Owned */
  LasnaFeedback *hearing;

  LasnaSelection *selection; /* NULL while the voices are being read */
  GArray *waits;

  /* Borrowed */
  LasnaChartView *views[LASNA_N_CHARTS];

  guint idle;
};

G_DEFINE_FINAL_TYPE (LasnaChartsPage, lasna_charts_page, LASNA_TYPE_PAGE)

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

static LasnaRecord *
get_stage (LasnaChartsPage *self, guint column)
{
  g_autoptr (LasnaRecord) stage = g_list_model_get_item (
      lasna_record_get_children (get_journey (self), "stage", "journey"), column);

  /* The list keeps it alive. */
  return stage;
}

/* The screen is the person's own, and shows a few as they are. */
static LasnaChartData *
gather (LasnaChartsPage *self, LasnaChartKind kind, gboolean is_screen)
{
  const LasnaChartQuery query = {
    .workbook = get_workbook (self),
    .journey = get_journey (self),
    .selection = self->selection,
    .waits = self->waits,
    .measure = LASNA_N_MEASURES,
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

static void
show_questions (LasnaChartsPage *self, const LasnaChartData *data)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->questions))) != NULL)
    gtk_box_remove (self->questions, child);
  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *stage = data->items->pdata[i];

      if (stage->question != NULL && count_heard (stage) == 0)
        add_question (self, stage);
    }
  gtk_widget_set_visible (self->advice,
                          gtk_widget_get_first_child (GTK_WIDGET (self->questions)) != NULL);
}

static void
show_counts (LasnaChartsPage *self, const LasnaChartData *data)
{
  guint n = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < data->items->len; i++)
    n += count_heard (data->items->pdata[i]);
  if (n == 0)
    text = g_strdup (_ ("No voices yet"));
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u voice", "%u voices", n), n);
  gtk_label_set_label (self->counts, text);
}

static void
read_voices (LasnaChartsPage *self)
{
  LasnaColumns *columns = lasna_feedback_get_columns (self->hearing);

  g_clear_pointer (&self->selection, lasna_selection_free);
  g_clear_pointer (&self->waits, g_array_unref);
  if (columns == NULL)
    return;
  self->selection = lasna_feedback_select (self->hearing, NULL, NULL);
  self->waits = lasna_waits_load (lasna_workbook_get_store (get_workbook (self)), columns, NULL);
}

static void
show (LasnaChartsPage *self)
{
  LasnaRecord *journey = get_journey (self);
  gboolean has_stages =
      journey != NULL &&
      g_list_model_get_n_items (lasna_record_get_children (journey, "stage", "journey")) > 0;

  gtk_stack_set_visible_child_name (self->stack, has_stages ? "charts" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->progress), lasna_hearing_is_first_load (self->hearing));
  if (!has_stages)
    {
      gtk_label_set_label (self->counts, "");
      return;
    }
  read_voices (self);
  for (guint kind = 0; kind < LASNA_N_CHARTS; kind++)
    {
      LasnaChartData *data = gather (self, kind, TRUE);

      if (kind == 0)
        {
          show_questions (self, data);
          show_counts (self, data);
        }
      lasna_chart_view_set_data (self->views[kind], data);
    }
}

static gboolean
idle_cb (gpointer data)
{
  LASNA_CHARTS_PAGE (data)->idle = 0;
  show (data);
  return G_SOURCE_REMOVE;
}

/* Changes come in bunches; a page out of view waits until it is looked at. */
static void
renew (LasnaChartsPage *self)
{
  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add (idle_cb, self);
}

static void
lasna_charts_page_map (GtkWidget *widget)
{
  show (LASNA_CHARTS_PAGE (widget));
  GTK_WIDGET_CLASS (lasna_charts_page_parent_class)->map (widget);
}

static void
read_cb (LasnaChartView *view, int column, LasnaChartsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!LASNA_IS_WINDOW (root))
    return;
  lasna_window_show_page (LASNA_WINDOW (root), "feedback");
  gtk_widget_activate_action (GTK_WIDGET (root),
                              "page.show-stage",
                              "x",
                              column >= 0 ? lasna_record_get_id (get_stage (self, (guint) column))
                                          : (gint64) 0);
}

static void
copied_cb (LasnaChartView *view, LasnaChartsPage *self)
{
  lasna_page_tell (LASNA_PAGE (self), _ ("The question is in the clipboard."));
}

static gboolean
export_chart (const char *path, gpointer data, GError **error)
{
  return lasna_chart_export (data, path, error);
}

static void
save_cb (LasnaChartView *view, const char *ending, LasnaChartsPage *self)
{
  LasnaChartKind kind = 0;
  LasnaChartData *data;

  while (self->views[kind] != view)
    kind++;
  data = gather (self, kind, FALSE);

  lasna_file_saving_begin (LASNA_PAGE (self),
                           lasna_chart_get_title (kind, data->language),
                           ending,
                           export_chart,
                           data,
                           (GDestroyNotify) lasna_chart_data_free);
}

static void
add_view (LasnaChartsPage *self, LasnaChartKind kind)
{
  GtkWidget *view = lasna_chart_view_new ();
  GtkFlowBoxChild *child;

  self->views[kind] = LASNA_CHART_VIEW (view);
  g_signal_connect_object (view, "read", G_CALLBACK (read_cb), self, 0);
  g_signal_connect_object (view, "save", G_CALLBACK (save_cb), self, 0);
  g_signal_connect_object (view, "copied", G_CALLBACK (copied_cb), self, 0);
  gtk_widget_set_size_request (view, 460, -1);
  gtk_flow_box_append (self->charts, view);
  child = gtk_flow_box_get_child_at_index (self->charts, (int) kind);
  gtk_widget_set_focusable (GTK_WIDGET (child), FALSE);
}

static void
lasna_charts_page_constructed (GObject *object)
{
  LasnaChartsPage *self = LASNA_CHARTS_PAGE (object);

  G_OBJECT_CLASS (lasna_charts_page_parent_class)->constructed (object);
  self->hearing = lasna_hearing_ref (get_workbook (self));
  for (guint kind = 0; kind < LASNA_N_CHARTS; kind++)
    add_view (self, kind);
  g_signal_connect_object (self->hearing, "changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      get_workbook (self), "changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
}

static void
lasna_charts_page_dispose (GObject *object)
{
  LasnaChartsPage *self = LASNA_CHARTS_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->hearing);
  g_clear_pointer (&self->selection, lasna_selection_free);
  g_clear_pointer (&self->waits, g_array_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LASNA_TYPE_CHARTS_PAGE);
  G_OBJECT_CLASS (lasna_charts_page_parent_class)->dispose (object);
}

static void
lasna_charts_page_class_init (LasnaChartsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = lasna_charts_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = lasna_charts_page_dispose;
  widget_class->map = lasna_charts_page_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/lasna/Lasna/lasna-charts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LasnaChartsPage, counts);
  gtk_widget_class_bind_template_child (widget_class, LasnaChartsPage, progress);
  gtk_widget_class_bind_template_child (widget_class, LasnaChartsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LasnaChartsPage, charts);
  gtk_widget_class_bind_template_child (widget_class, LasnaChartsPage, advice);
  gtk_widget_class_bind_template_child (widget_class, LasnaChartsPage, questions);
}

static void
lasna_charts_page_init (LasnaChartsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::journey", G_CALLBACK (renew), NULL);
}
