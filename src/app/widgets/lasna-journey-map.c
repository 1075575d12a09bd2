/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of lanes and the walk over their tiles.
 */
#include "config.h"

#include "lasna-journey-map.h"

#include "lasna-hidden-stretch.h"
#include "lasna-icon-button.h"
#include "lasna-note-tile.h"
#include "lasna-record-box.h"
#include "lasna-stage-head.h"
#include "lasna-stretch-card.h"
#include "lasna-targets-tile.h"
#include "lasna-touchpoint-card.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define COLUMN_WIDTH 152

/* Pixels around a tile that is scrolled to; below it a toast may stand. */
#define AIR 12
#define AIR_BELOW 72

/**
 * LasnaJourneyMap:
 *
 * Emits "chosen" (LasnaRecord) when the focus comes to the tile of another record, and "opened"
 * (LasnaRecord, property) when a tile is opened; property is where to begin, or NULL.
 *
 * # CSS nodes
 *
 * `journeymap`, with `tile` nodes in a grid.
 */
struct _LasnaJourneyMap
{
  GtkWidget parent_instance;

  /* Owned */
  LasnaJourney *journey;
  GListModel *stages;
  LasnaRecord *selected;
  GtkWidget *path; /* over all columns; may be NULL */

  /* Borrowed */
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (LasnaJourneyMap, lasna_journey_map, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  const char *title; /* untranslated; NULL: needs none */
  /* NULL: the path, which goes through all stages. */
  GtkWidget *(*make) (LasnaJourneyMap *self, LasnaRecord *stage, guint number);
} Lane;

static void
chosen_cb (LasnaTile *tile, LasnaJourneyMap *self)
{
  lasna_journey_map_select (self, lasna_tile_get_record (tile));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, lasna_tile_get_record (tile));
}

static const char *
get_detail (LasnaTile *tile)
{
  if (LASNA_IS_NOTE_TILE (tile))
    return lasna_note_tile_get_property (LASNA_NOTE_TILE (tile));
  if (LASNA_IS_TARGETS_TILE (tile))
    return "emotion_target";
  return NULL;
}

static void
opened_cb (LasnaTile *tile, gboolean by_key, LasnaJourneyMap *self)
{
  LasnaRecord *record = lasna_tile_get_record (tile);
  const char *detail = get_detail (tile);

  if (detail == NULL && by_key)
    detail = LASNA_IS_HIDDEN_STRETCH (record) ? "assumption" : "title";
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, record, detail);
}

static GtkWidget *
watch (LasnaJourneyMap *self, GtkWidget *tile)
{
  g_signal_connect_object (tile, "chosen", G_CALLBACK (chosen_cb), self, 0);
  g_signal_connect_object (tile, "opened", G_CALLBACK (opened_cb), self, 0);
  lasna_tile_set_selected (LASNA_TILE (tile),
                           lasna_tile_get_record (LASNA_TILE (tile)) == self->selected);
  return tile;
}

static GtkWidget *
make_head (LasnaJourneyMap *self, LasnaRecord *stage, guint number)
{
  return watch (self,
                lasna_stage_head_new (stage, number, g_list_model_get_n_items (self->stages)));
}

static GtkWidget *
make_goal (LasnaJourneyMap *self, LasnaRecord *stage, guint number)
{
  return watch (
      self, lasna_note_tile_new (stage, "customer-goal", N_ ("What does the customer want here?")));
}

static GtkWidget *
make_question (LasnaJourneyMap *self, LasnaRecord *stage, guint number)
{
  return watch (
      self,
      lasna_note_tile_new (stage, "feedback-question", N_ ("What do you ask the customer here?")));
}

static GtkWidget *
make_targets (LasnaJourneyMap *self, LasnaRecord *stage, guint number)
{
  return watch (self, lasna_targets_tile_new (stage));
}

static GtkWidget *
make_card (LasnaRecord *touchpoint, gpointer data)
{
  return watch (data, lasna_touchpoint_card_new (touchpoint));
}

static GtkWidget *
make_stretch (LasnaRecord *stretch, gpointer data)
{
  return watch (data, lasna_stretch_card_new (stretch));
}

/* A column of cards with a button for one more at its foot. */
static GtkWidget *
make_column (LasnaJourneyMap *self,
             LasnaRecord *stage,
             const char *table,
             LasnaRecordBoxMake make,
             const char *action,
             const char *name)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *cards =
      lasna_record_box_new (lasna_record_get_children (stage, table, "stage"), make, self);
  GtkWidget *add = lasna_icon_button_new ("list-add-symbolic", name);

  gtk_box_set_spacing (GTK_BOX (cards), 6);
  gtk_widget_add_css_class (add, "map-add");
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (add), "x", lasna_record_get_id (stage));
  gtk_box_append (GTK_BOX (column), cards);
  gtk_box_append (GTK_BOX (column), add);
  return column;
}

static GtkWidget *
make_touchpoints (LasnaJourneyMap *self, LasnaRecord *stage, guint number)
{
  /* Translators: a button; %s is the title of a stage */
  g_autofree char *name =
      g_strdup_printf (_ ("Add a touchpoint to %s"), lasna_record_get_text (stage, "title"));

  return make_column (self, stage, "touchpoint", make_card, "map.add-touchpoint", name);
}

static GtkWidget *
make_stretches (LasnaJourneyMap *self, LasnaRecord *stage, guint number)
{
  /* Translators: a button; %s is the title of a stage */
  g_autofree char *name =
      g_strdup_printf (_ ("Add a hidden stretch to %s"), lasna_record_get_text (stage, "title"));

  return make_column (self, stage, "hidden_stretch", make_stretch, "map.add-stretch", name);
}

static const Lane lanes[] = {
  { NULL, make_head },
  { N_ ("Goal"), make_goal },
  { N_ ("Path"), NULL },
  { N_ ("Where we meet"), make_touchpoints },
  { N_ ("Out of sight"), make_stretches },
  { N_ ("Wanted feelings"), make_targets },
  { N_ ("Feedback question"), make_question },
};

static void
add_lane_title (LasnaJourneyMap *self, guint lane)
{
  GtkWidget *label;

  if (lanes[lane].title == NULL || (lanes[lane].make == NULL && self->path == NULL))
    return;
  label = g_object_new (GTK_TYPE_LABEL,
                        "label",
                        _ (lanes[lane].title),
                        "xalign",
                        0.0,
                        "yalign",
                        0.0,
                        "wrap",
                        TRUE,
                        "width-chars",
                        10,
                        "max-width-chars",
                        10,
                        NULL);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "lane-title");
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, (int) lane, 1, 1);
}

static void
add_stage (LasnaJourneyMap *self, LasnaRecord *stage, guint number)
{
  for (guint lane = 0; lane < G_N_ELEMENTS (lanes); lane++)
    {
      GtkWidget *cell;

      if (lanes[lane].make == NULL)
        continue;
      cell = lanes[lane].make (self, stage, number);
      gtk_widget_set_hexpand (cell, TRUE);
      gtk_widget_set_size_request (cell, COLUMN_WIDTH, -1);
      gtk_grid_attach (GTK_GRID (self->grid), cell, (int) number, (int) lane, 1, 1);
    }
}

static void
add_path (LasnaJourneyMap *self, guint n_stages)
{
  for (guint lane = 0; lane < G_N_ELEMENTS (lanes) && self->path != NULL; lane++)
    if (lanes[lane].make == NULL)
      gtk_grid_attach (GTK_GRID (self->grid), self->path, 1, (int) lane, (int) n_stages, 1);
}

static void
rebuild (LasnaJourneyMap *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  if (self->stages == NULL || g_list_model_get_n_items (self->stages) == 0)
    return;
  for (guint lane = 0; lane < G_N_ELEMENTS (lanes); lane++)
    add_lane_title (self, lane);
  for (guint i = 0; i < g_list_model_get_n_items (self->stages); i++)
    {
      g_autoptr (LasnaRecord) stage = g_list_model_get_item (self->stages, i);

      add_stage (self, stage, i + 1);
    }
  add_path (self, g_list_model_get_n_items (self->stages));
}

static void
lasna_journey_map_dispose (GObject *object)
{
  LasnaJourneyMap *self = LASNA_JOURNEY_MAP (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_object (&self->path);
  g_clear_object (&self->selected);
  g_clear_object (&self->stages);
  g_clear_object (&self->journey);
  G_OBJECT_CLASS (lasna_journey_map_parent_class)->dispose (object);
}

static void
lasna_journey_map_class_init (LasnaJourneyMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lasna_journey_map_dispose;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen",
                                         LASNA_TYPE_JOURNEY_MAP,
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         LASNA_TYPE_RECORD);
  signals[SIGNAL_OPENED] = g_signal_new ("opened",
                                         LASNA_TYPE_JOURNEY_MAP,
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         2,
                                         LASNA_TYPE_RECORD,
                                         G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "journeymap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
lasna_journey_map_init (LasnaJourneyMap *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_widget_set_valign (self->grid, GTK_ALIGN_START);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Journey"), -1);
}

/**
 * lasna_journey_map_set_journey:
 * @journey: (nullable):
 */
void
lasna_journey_map_set_journey (LasnaJourneyMap *self, LasnaJourney *journey)
{
  g_return_if_fail (LASNA_IS_JOURNEY_MAP (self));
  if (self->stages != NULL)
    g_signal_handlers_disconnect_by_func (self->stages, rebuild, self);
  g_clear_object (&self->stages);
  g_clear_object (&self->selected);
  g_set_object (&self->journey, journey);
  if (journey != NULL)
    {
      self->stages =
          g_object_ref (lasna_record_get_children (LASNA_RECORD (journey), "stage", "journey"));
      g_signal_connect_object (
          self->stages, "items-changed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
    }
  rebuild (self);
}

/**
 * lasna_journey_map_set_path:
 * @path: what stands over all columns
 */
void
lasna_journey_map_set_path (LasnaJourneyMap *self, GtkWidget *path)
{
  g_return_if_fail (LASNA_IS_JOURNEY_MAP (self) && self->path == NULL);
  self->path = g_object_ref_sink (path);
  rebuild (self);
}

/* Calls @visit for every tile, column by column from the top. */
typedef gboolean (*Visit) (LasnaTile *tile, gpointer data);

static LasnaTile *
search (GtkWidget *widget, Visit visit, gpointer data)
{
  if (LASNA_IS_TILE (widget))
    return visit (LASNA_TILE (widget), data) ? LASNA_TILE (widget) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      LasnaTile *found = search (child, visit, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
mark_cb (LasnaTile *tile, gpointer record)
{
  lasna_tile_set_selected (tile, lasna_tile_get_record (tile) == record);
  return FALSE;
}

static gboolean
is_of_record_cb (LasnaTile *tile, gpointer record)
{
  return lasna_tile_get_record (tile) == record;
}

/**
 * lasna_journey_map_get_selected:
 *
 * Returns: (transfer none) (nullable): the record of the tile that was chosen last
 */
LasnaRecord *
lasna_journey_map_get_selected (LasnaJourneyMap *self)
{
  g_return_val_if_fail (LASNA_IS_JOURNEY_MAP (self), NULL);
  if (self->selected != NULL && lasna_record_is_deleted (self->selected))
    g_clear_object (&self->selected);
  return self->selected;
}

/**
 * lasna_journey_map_select:
 * @record: (nullable): whose tiles are marked
 */
void
lasna_journey_map_select (LasnaJourneyMap *self, LasnaRecord *record)
{
  g_return_if_fail (LASNA_IS_JOURNEY_MAP (self));
  if (g_set_object (&self->selected, record))
    search (self->grid, mark_cb, record);
}

/* A head of which at least the half is to be seen. */
static gboolean
is_in_view_cb (LasnaTile *tile, gpointer view)
{
  graphene_rect_t area;

  return LASNA_IS_STAGE_HEAD (tile) && gtk_widget_compute_bounds (GTK_WIDGET (tile), view, &area) &&
         area.origin.x + area.size.width / 2 >= 0;
}

/**
 * lasna_journey_map_get_stage_in_view:
 *
 * Returns: (transfer none) (nullable): the first stage from the left that has not been scrolled
 *   away; NULL where there is none
 */
LasnaRecord *
lasna_journey_map_get_stage_in_view (LasnaJourneyMap *self)
{
  GtkWidget *view;
  LasnaTile *head;

  g_return_val_if_fail (LASNA_IS_JOURNEY_MAP (self), NULL);
  view = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  head = search (self->grid, is_in_view_cb, view != NULL ? view : GTK_WIDGET (self));
  return head != NULL ? lasna_tile_get_record (head) : NULL;
}

/**
 * lasna_journey_map_focus_record:
 *
 * Moves the focus to the first tile of @record.
 *
 * Returns: whether there is one
 */
gboolean
lasna_journey_map_focus_record (LasnaJourneyMap *self, LasnaRecord *record)
{
  LasnaTile *tile = search (self->grid, is_of_record_cb, record);

  lasna_journey_map_select (self, record);
  return tile != NULL && gtk_widget_grab_focus (GTK_WIDGET (tile));
}

/* What lies at @start of the page that is in view, in full and with a little air. */
static void
show_part (GtkAdjustment *adjustment, double start, double size, double after)
{
  double lower = gtk_adjustment_get_value (adjustment) + start;

  gtk_adjustment_clamp_page (adjustment, lower - AIR, lower + size + after);
}

/**
 * lasna_journey_map_reveal:
 *
 * Scrolls what the map lies in as little as brings the first tile of @record into view. The focus
 * stays where it is.
 */
void
lasna_journey_map_reveal (LasnaJourneyMap *self, LasnaRecord *record)
{
  LasnaTile *tile = search (self->grid, is_of_record_cb, record);
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  graphene_rect_t area;

  if (tile == NULL || view == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (tile), view, &area))
    return;
  show_part (
      gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view)), area.origin.x, area.size.width, AIR);
  show_part (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)),
             area.origin.y,
             area.size.height,
             AIR_BELOW);
}

static gboolean
collect_cb (LasnaTile *tile, gpointer tiles)
{
  g_ptr_array_add (tiles, tile);
  return FALSE;
}

static GPtrArray *
collect_column (LasnaJourneyMap *self, int column)
{
  GPtrArray *tiles = g_ptr_array_new ();

  for (guint lane = 0; lane < G_N_ELEMENTS (lanes); lane++)
    {
      GtkWidget *cell = gtk_grid_get_child_at (GTK_GRID (self->grid), column, (int) lane);

      if (cell != NULL)
        search (cell, collect_cb, tiles);
    }
  return tiles;
}

static GtkWidget *
find_cell (LasnaJourneyMap *self, GtkWidget *tile)
{
  while (tile != NULL && gtk_widget_get_parent (tile) != self->grid)
    tile = gtk_widget_get_parent (tile);
  return tile;
}

/* The tile in the same lane of another column, as far down as @tile is in its own. */
static GtkWidget *
find_beside (LasnaJourneyMap *self, GtkWidget *tile, int column, int lane)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  g_autoptr (GPtrArray) other = g_ptr_array_new ();
  GtkWidget *cell = gtk_grid_get_child_at (GTK_GRID (self->grid), column, lane);
  guint index = 0;

  if (cell == NULL)
    return NULL;
  search (find_cell (self, tile), collect_cb, own);
  search (cell, collect_cb, other);
  g_ptr_array_find (own, tile, &index);
  if (other->len == 0)
    return gtk_grid_get_child_at (GTK_GRID (self->grid), column, 0);
  return other->pdata[MIN (index, other->len - 1)];
}

/**
 * lasna_journey_map_move_focus:
 * @across: columns to the right
 * @down: tiles down
 *
 * Returns: whether the focus has moved
 */
gboolean
lasna_journey_map_move_focus (LasnaJourneyMap *self, int across, int down)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *tile = focus != NULL ? gtk_widget_get_ancestor (focus, LASNA_TYPE_TILE) : NULL;
  GtkWidget *cell = find_cell (self, tile);
  g_autoptr (GPtrArray) tiles = NULL;
  int column;
  int lane;
  guint index;

  if (cell == NULL)
    return FALSE;
  gtk_grid_query_child (GTK_GRID (self->grid), cell, &column, &lane, NULL, NULL);
  if (across != 0)
    {
      GtkWidget *beside = find_beside (self, tile, column + across, lane);

      return beside != NULL && gtk_widget_grab_focus (beside);
    }
  tiles = collect_column (self, column);
  return g_ptr_array_find (tiles, tile, &index) && (int) index + down >= 0 &&
         (int) index + down < (int) tiles->len &&
         gtk_widget_grab_focus (tiles->pdata[(int) index + down]);
}
