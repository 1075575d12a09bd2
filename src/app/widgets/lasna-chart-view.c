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
#include <math.h>

/* Of the picture, in pixels. */
#define HEIGHT 380

/* A pointer that moves less was not meant to be dragged. */
#define CLICK 4.0

/**
 * LasnaChartView:
 *
 * Emits "read" (conditions) to read the words behind a mark, NULL for those behind all; "save"
 * (ending) to have a place chosen for a file; "print"; "copy" for the whole chart; and "copied"
 * when a question is in the clipboard. A click or the space bar on a mark emits "toggled"
 * (conditions), a drag over several "brushed" (a list of conditions) for each new one, and
 * "settled" at its end.
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
  GtkBox *said;
  GtkWidget *save;

  /* Owned */
  LasnaChartData *data;

  /* Borrowed */
  LasnaTypesetter *typesetter;

  gboolean is_table_old; /* it says what was so before */
  int from;              /* regions between which a drag lies; -1: none */
  int to;
};

G_DEFINE_FINAL_TYPE (LasnaChartView, lasna_chart_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_READ,
  SIGNAL_SAVE,
  SIGNAL_PRINT,
  SIGNAL_COPY,
  SIGNAL_COPIED,
  SIGNAL_TOGGLED,
  SIGNAL_BRUSHED,
  SIGNAL_SETTLED,
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

  gtk_label_set_label (self->sentence, region != NULL ? region->sentence : "");
  gtk_widget_set_visible (self->copy, stage != NULL && stage->question != NULL);
}

static void
opened_cb (LasnaChartView *self)
{
  const LasnaRegion *region = lasna_picture_get_region (self->picture);

  g_signal_emit (self, signals[SIGNAL_READ], 0, region != NULL ? region->where : NULL);
}

static void
toggle (LasnaChartView *self)
{
  const LasnaRegion *region = lasna_picture_get_region (self->picture);

  if (region != NULL && region->where != NULL)
    g_signal_emit (self, signals[SIGNAL_TOGGLED], 0, region->where);
}

/* The space bar chooses; Enter, as everywhere, opens. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        LasnaChartView *self)
{
  if (key != GDK_KEY_space && key != GDK_KEY_KP_Space)
    return GDK_EVENT_PROPAGATE;
  toggle (self);
  return GDK_EVENT_STOP;
}

/* The conditions of the regions from the one where the drag began to where it is. */
static GStrv
dup_span (LasnaChartView *self)
{
  const LasnaLayout *layout = lasna_picture_get_layout (self->picture);
  g_autoptr (GStrvBuilder) wheres = g_strv_builder_new ();

  for (int i = MIN (self->from, self->to); i <= MAX (self->from, self->to); i++)
    {
      const LasnaRegion *region = i < (int) layout->regions->len ? layout->regions->pdata[i] : NULL;

      if (region != NULL && region->where != NULL)
        g_strv_builder_add (wheres, region->where);
    }
  return g_strv_builder_end (wheres);
}

/* The mark that was under the pointer when it was pressed. The press may have scrolled the page, to
 * show all of the chart, before the drag begins elsewhere.
 */
static int
find_pressed (LasnaChartView *self)
{
  const LasnaLayout *layout = lasna_picture_get_layout (self->picture);
  const LasnaRegion *region = lasna_picture_get_region (self->picture);
  guint index;

  return region != NULL && g_ptr_array_find (layout->regions, (gpointer) region, &index)
             ? (int) index
             : -1;
}

static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, LasnaChartView *self)
{
  int at = lasna_picture_find_region (self->picture, x, y);

  self->from = self->to = at >= 0 ? at : find_pressed (self);
}

static gboolean
is_drag (double dx, double dy)
{
  return fabs (dx) > CLICK || fabs (dy) > CLICK;
}

static void
drag_update_cb (GtkGestureDrag *drag, double dx, double dy, LasnaChartView *self)
{
  double x;
  double y;
  int at;
  g_auto (GStrv) wheres = NULL;

  gtk_gesture_drag_get_start_point (drag, &x, &y);
  at = lasna_picture_find_region (self->picture, x + dx, y + dy);
  if (at < 0 || at == self->to || (self->from < 0 && !is_drag (dx, dy)))
    return;
  /* One that began beside the marks begins with the first it comes to. */
  if (self->from < 0)
    self->from = at;
  self->to = at;
  wheres = dup_span (self);
  g_signal_emit (self, signals[SIGNAL_BRUSHED], 0, wheres);
}

/* A drag that never left its mark is a click. */
static void
drag_end_cb (GtkGestureDrag *drag, double dx, double dy, LasnaChartView *self)
{
  if (self->from >= 0 && self->from == self->to && !is_drag (dx, dy))
    toggle (self);
  self->from = self->to = -1;
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
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
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_signal_emit (data, signals[SIGNAL_PRINT], 0);
}

static void
copy_chart_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_signal_emit (data, signals[SIGNAL_COPY], 0);
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
fill_table (LasnaChartView *self)
{
  g_autoptr (GPtrArray) rows = lasna_chart_dup_table (self->data);
  GtkWidget *child;

  self->is_table_old = FALSE;
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
as_table_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  LasnaChartView *self = data;

  g_simple_action_set_state (action, state);
  if (g_variant_get_boolean (state) && self->is_table_old)
    fill_table (self);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_variant_get_boolean (state) ? "table" : "picture");
}

static void
lasna_chart_view_dispose (GObject *object)
{
  LasnaChartView *self = LASNA_CHART_VIEW (object);

  g_clear_pointer (&self->data, lasna_chart_data_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), LASNA_TYPE_CHART_VIEW);
  G_OBJECT_CLASS (lasna_chart_view_parent_class)->dispose (object);
}

/* The box around all charts would take these keys, to walk among charts that cannot be walked
 * among.
 */
static gboolean
scroll_cb (GtkWidget *widget, GVariant *how, gpointer data)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  gboolean has_scrolled = FALSE;

  if (scroller != NULL)
    g_signal_emit_by_name (
        scroller, "scroll-child", (GtkScrollType) g_variant_get_int32 (how), FALSE, &has_scrolled);
  return has_scrolled;
}

static void
bind_scrolling (GtkWidgetClass *klass)
{
  static const struct
  {
    guint keys[2];
    GtkScrollType how;
  } all[] = {
    { { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up }, GTK_SCROLL_PAGE_BACKWARD },
    { { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down }, GTK_SCROLL_PAGE_FORWARD },
    { { GDK_KEY_Home, GDK_KEY_KP_Home }, GTK_SCROLL_START },
    { { GDK_KEY_End, GDK_KEY_KP_End }, GTK_SCROLL_END },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    for (guint j = 0; j < G_N_ELEMENTS (all[i].keys); j++)
      gtk_widget_class_add_binding (klass, all[i].keys[j], 0, scroll_cb, "i", all[i].how);
}

static GType
get_string_type (void)
{
  return G_TYPE_STRING;
}

static void
add_signals (void)
{
  static const struct
  {
    const char *name;
    GType (*get_type) (void); /* of its one parameter; NULL for none */
  } all[N_SIGNALS] = {
    [SIGNAL_READ] = { "read", get_string_type },
    [SIGNAL_SAVE] = { "save", get_string_type },
    [SIGNAL_PRINT] = { "print", NULL },
    [SIGNAL_COPY] = { "copy", NULL },
    [SIGNAL_COPIED] = { "copied", NULL },
    [SIGNAL_TOGGLED] = { "toggled", get_string_type },
    [SIGNAL_BRUSHED] = { "brushed", g_strv_get_type },
    [SIGNAL_SETTLED] = { "settled", NULL },
  };

  for (guint i = 0; i < N_SIGNALS; i++)
    {
      GType type = all[i].get_type != NULL ? all[i].get_type () : G_TYPE_NONE;

      signals[i] = g_signal_newv (all[i].name,
                                  LASNA_TYPE_CHART_VIEW,
                                  G_SIGNAL_RUN_LAST,
                                  NULL,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  all[i].get_type != NULL,
                                  &type);
    }
}

static void
lasna_chart_view_class_init (LasnaChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lasna_chart_view_dispose;
  add_signals ();
  bind_scrolling (widget_class);
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
  gtk_widget_class_bind_template_child (widget_class, LasnaChartView, said);
  gtk_widget_class_bind_template_child (widget_class, LasnaChartView, save);
  gtk_widget_class_bind_template_callback (widget_class, pointed_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
}

static const GActionEntry actions[] = {
  { .name = "read", .activate = read_cb },
  { .name = "save", .activate = save_cb, .parameter_type = "s" },
  { .name = "print", .activate = print_cb },
  { .name = "copy", .activate = copy_chart_cb },
  { .name = "copy-question", .activate = copy_cb },
  { .name = "as-table", .state = "false", .change_state = as_table_cb },
};

static void
add_controllers (LasnaChartView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->picture), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->picture), key);
}

static void
lasna_chart_view_init (LasnaChartView *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->from = self->to = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "chart", G_ACTION_GROUP (group));
  add_controllers (self);
  lasna_picture_set_height (self->picture, HEIGHT);
  lasna_picture_set_make (self->picture, make_layout, self);
}

/**
 * lasna_chart_view_new:
 * @kind: by whose question the view is called, also before it has anything to show
 * @typesetter: lives longer than the view; views may share it
 *
 * Returns: (transfer floating): a view
 */
GtkWidget *
lasna_chart_view_new (LasnaChartKind kind, LasnaTypesetter *typesetter)
{
  LasnaChartView *self = g_object_new (LASNA_TYPE_CHART_VIEW, NULL);
  const char *title = lasna_chart_get_title (kind, lasna_typesetter_get_language (typesetter));

  self->typesetter = typesetter;
  lasna_naming_name (GTK_WIDGET (self), title);
  lasna_naming_name (GTK_WIDGET (self->picture), title);
  return GTK_WIDGET (self);
}

/**
 * lasna_chart_view_has_data:
 *
 * Returns: whether there is something to show yet
 */
gboolean
lasna_chart_view_has_data (LasnaChartView *self)
{
  g_return_val_if_fail (LASNA_IS_CHART_VIEW (self), FALSE);
  return self->data != NULL;
}

/**
 * lasna_chart_view_set_data:
 * @data: (transfer full): what to show; where it is what is shown already, nothing is drawn again
 */
void
lasna_chart_view_set_data (LasnaChartView *self, LasnaChartData *data)
{
  g_autoptr (LasnaChartData) before = NULL;

  g_return_if_fail (LASNA_IS_CHART_VIEW (self) && data != NULL);
  before = g_steal_pointer (&self->data);
  self->data = data;
  if (before != NULL && lasna_chart_data_equal (before, data))
    return;
  lasna_picture_renew (self->picture);
  self->is_table_old = TRUE;
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "table") == 0)
    fill_table (self);
  pointed_cb (self);
}

/**
 * lasna_chart_view_add_control:
 * @label: with a mnemonic
 *
 * Puts @control, by which people choose what this chart shows, under the picture.
 */
void
lasna_chart_view_add_control (LasnaChartView *self, const char *label, GtkWidget *control)
{
  GtkWidget *name = gtk_label_new_with_mnemonic (label);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  g_return_if_fail (LASNA_IS_CHART_VIEW (self) && GTK_IS_WIDGET (control));
  gtk_label_set_mnemonic_widget (GTK_LABEL (name), control);
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), control);
  gtk_widget_set_valign (line, GTK_ALIGN_START);
  gtk_box_append (self->said, line);
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
