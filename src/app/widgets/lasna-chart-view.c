/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Charts in their frames.
 */
#include "config.h"

#include "lasna-chart-view.h"

#include "lasna-chart.h"
#include "lasna-naming.h"
#include "lasna-picture.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * LasnaChartView:
 *
 * Emits "read" (column) to read the words behind a stage, -1 for all; "save" (ending) to have a
 * place chosen for a file; and "copied" when a question is in the clipboard.
 */
struct _LasnaChartView
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *frame;
  GtkStack *stack;
  LasnaPicture *picture;
  GtkGrid *table;
  GtkLabel *sentence;
  GtkWidget *copy;
  GtkWidget *save;

  /* Owned */
  LasnaChartData *data;
  LasnaTypesetter *typesetter;
};

G_DEFINE_FINAL_TYPE (LasnaChartView, lasna_chart_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_READ,
  SIGNAL_SAVE,
  SIGNAL_COPIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static LasnaLayout *
make_layout (double width, double height, gpointer data)
{
  LasnaChartView *self = data;

  return self->data != NULL ? lasna_chart_layout_new (self->data, self->typesetter, width, height)
                            : NULL;
}

static const LasnaChartItem *
get_stage (LasnaChartView *self)
{
  const LasnaRegion *region = lasna_picture_get_region (self->picture);

  if (region == NULL || region->column < 0 || self->data == NULL ||
      region->column >= (int) self->data->items->len)
    return NULL;
  return g_ptr_array_index (self->data->items, (guint) region->column);
}

static void
pointed_cb (LasnaChartView *self)
{
  const LasnaRegion *region = lasna_picture_get_region (self->picture);
  const LasnaChartItem *stage = get_stage (self);
  g_autofree char *markup = g_markup_escape_text (
      region != NULL ? region->sentence : _ ("Point at a stage, or walk with the arrow keys."), -1);

  gtk_label_set_markup (self->sentence, markup);
  gtk_widget_set_visible (self->copy, stage != NULL && stage->question != NULL);
  if (region == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->sentence), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->sentence), "dim-label");
}

static void
opened_cb (LasnaChartView *self)
{
  const LasnaRegion *region = lasna_picture_get_region (self->picture);

  g_signal_emit (self, signals[SIGNAL_READ], 0, region != NULL ? region->column : -1);
}

static void
read_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  opened_cb (data);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_signal_emit (data, signals[SIGNAL_SAVE], 0, g_variant_get_string (parameter, NULL));
}

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const LasnaChartItem *stage = get_stage (data);

  if (stage == NULL || stage->question == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (data), stage->question);
  g_signal_emit (data, signals[SIGNAL_COPIED], 0);
}

static void
as_table_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  LasnaChartView *self = data;

  g_simple_action_set_state (action, state);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_variant_get_boolean (state) ? "table" : "picture");
}

static void
fill_table (LasnaChartView *self)
{
  g_autoptr (GPtrArray) rows = lasna_chart_dup_table (self->data);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->table))) != NULL)
    gtk_grid_remove (self->table, child);
  for (guint r = 0; r < rows->len; r++)
    {
      GPtrArray *row = rows->pdata[r];

      for (guint c = 0; c < row->len; c++)
        {
          GtkWidget *cell = gtk_label_new (row->pdata[c]);

          gtk_label_set_xalign (GTK_LABEL (cell), c == 0 ? 0 : 1);
          gtk_label_set_wrap (GTK_LABEL (cell), TRUE);
          gtk_widget_add_css_class (cell, r == 0 ? "caption-heading" : c == 0 ? "body" : "numeric");
          gtk_grid_attach (self->table, cell, (int) c, (int) r, 1, 1);
        }
    }
  lasna_naming_name (GTK_WIDGET (self->table),
                     lasna_chart_get_title (self->data->kind, self->data->language));
}

static void
lasna_chart_view_dispose (GObject *object)
{
  LasnaChartView *self = LASNA_CHART_VIEW (object);

  g_clear_pointer (&self->data, lasna_chart_data_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), LASNA_TYPE_CHART_VIEW);
  g_clear_pointer (&self->typesetter, lasna_typesetter_free);
  G_OBJECT_CLASS (lasna_chart_view_parent_class)->dispose (object);
}

static void
add_signals (void)
{
  signals[SIGNAL_READ] = g_signal_new ("read",
                                       LASNA_TYPE_CHART_VIEW,
                                       G_SIGNAL_RUN_LAST,
                                       0,
                                       NULL,
                                       NULL,
                                       NULL,
                                       G_TYPE_NONE,
                                       1,
                                       G_TYPE_INT);
  signals[SIGNAL_SAVE] = g_signal_new ("save",
                                       LASNA_TYPE_CHART_VIEW,
                                       G_SIGNAL_RUN_LAST,
                                       0,
                                       NULL,
                                       NULL,
                                       NULL,
                                       G_TYPE_NONE,
                                       1,
                                       G_TYPE_STRING);
  signals[SIGNAL_COPIED] = g_signal_new (
      "copied", LASNA_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lasna_chart_view_class_init (LasnaChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lasna_chart_view_dispose;
  add_signals ();
  g_type_ensure (LASNA_TYPE_PICTURE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/lasna/Lasna/lasna-chart-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LasnaChartView, frame);
  gtk_widget_class_bind_template_child (widget_class, LasnaChartView, stack);
  gtk_widget_class_bind_template_child (widget_class, LasnaChartView, picture);
  gtk_widget_class_bind_template_child (widget_class, LasnaChartView, table);
  gtk_widget_class_bind_template_child (widget_class, LasnaChartView, sentence);
  gtk_widget_class_bind_template_child (widget_class, LasnaChartView, copy);
  gtk_widget_class_bind_template_child (widget_class, LasnaChartView, save);
  gtk_widget_class_bind_template_callback (widget_class, pointed_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
}

static const GActionEntry actions[] = {
  { .name = "read", .activate = read_cb },
  { .name = "save", .activate = save_cb, .parameter_type = "s" },
  { .name = "copy-question", .activate = copy_cb },
  { .name = "as-table", .state = "false", .change_state = as_table_cb },
};

static void
lasna_chart_view_init (LasnaChartView *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "chart", G_ACTION_GROUP (group));
  lasna_picture_set_make (self->picture, make_layout, self);
}

GtkWidget *
lasna_chart_view_new (void)
{
  return g_object_new (LASNA_TYPE_CHART_VIEW, NULL);
}

/**
 * lasna_chart_view_set_data:
 * @data: (transfer full): what to show
 */
void
lasna_chart_view_set_data (LasnaChartView *self, LasnaChartData *data)
{
  g_return_if_fail (LASNA_IS_CHART_VIEW (self) && data != NULL);
  g_clear_pointer (&self->data, lasna_chart_data_free);
  self->data = data;
  if (self->typesetter == NULL)
    self->typesetter = lasna_typesetter_new (data->language, NULL);
  lasna_naming_name (GTK_WIDGET (self), lasna_chart_get_title (data->kind, data->language));
  lasna_picture_renew (self->picture);
  fill_table (self);
  pointed_cb (self);
}

/**
 * lasna_chart_view_get_picture:
 *
 * Returns: (transfer none): the picture
 */
GtkWidget *
lasna_chart_view_get_picture (LasnaChartView *self)
{
  g_return_val_if_fail (LASNA_IS_CHART_VIEW (self), NULL);
  return GTK_WIDGET (self->picture);
}
