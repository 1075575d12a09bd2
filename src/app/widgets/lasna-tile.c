/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all tiles share.
 */
#include "config.h"

#include "lasna-tile.h"

#include "lasna-actions.h"
#include "lasna-workbook.h"

/**
 * LasnaTile:
 *
 * A tile keeps itself up to date with its record. It says "chosen" when it gets the focus or is
 * clicked, and "opened" when it is clicked, or activated by Enter, Space or assistive technology;
 * then the parameter of the signal is TRUE, since whoever has no pointer wants to go on from there
 * by keys.
 *
 * # CSS nodes
 *
 * `tile`, with the style class `selected`.
 */
typedef struct
{
  /* Owned */
  LasnaRecord *record;

  guint idle;
} LasnaTilePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LasnaTile, lasna_tile, GTK_TYPE_WIDGET)

#define PRIVATE(self) ((LasnaTilePrivate *) lasna_tile_get_instance_private (self))

typedef enum
{
  PROP_RECORD = 1,
} LasnaTileProperty;

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
idle_cb (gpointer data)
{
  PRIVATE (data)->idle = 0;
  lasna_tile_update (data);
  return G_SOURCE_REMOVE;
}

/* Several changes of one step are shown together. */
static void
changed_cb (LasnaTile *self)
{
  if (PRIVATE (self)->idle == 0)
    PRIVATE (self)->idle = g_idle_add (idle_cb, self);
}

static void
parts_changed_cb (LasnaTile *self, guint position, guint removed, guint added, GListModel *parts)
{
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (LasnaRecord) part = g_list_model_get_item (parts, position + i);

      g_signal_connect_object (part, "notify", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  changed_cb (self);
}

static void
open_tile (LasnaTile *self, gboolean by_key)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, by_key);
}

static void
pressed_cb (LasnaTile *self)
{
  open_tile (self, FALSE);
}

static void
entered_cb (LasnaTile *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
activate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_tile (LASNA_TILE (widget), TRUE);
}

static void
lasna_tile_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_RECORD)
    g_value_set_object (value, PRIVATE (LASNA_TILE (object))->record);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
lasna_tile_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if (id == PROP_RECORD)
    PRIVATE (LASNA_TILE (object))->record = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
lasna_tile_constructed (GObject *object)
{
  LasnaTile *self = LASNA_TILE (object);

  G_OBJECT_CLASS (lasna_tile_parent_class)->constructed (object);
  g_signal_connect_object (
      PRIVATE (self)->record, "notify", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

static void
lasna_tile_dispose (GObject *object)
{
  LasnaTile *self = LASNA_TILE (object);
  GtkWidget *child;

  g_clear_handle_id (&PRIVATE (self)->idle, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&PRIVATE (self)->record);
  G_OBJECT_CLASS (lasna_tile_parent_class)->dispose (object);
}

static void
lasna_tile_class_init (LasnaTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lasna_tile_get_property;
  object_class->set_property = lasna_tile_set_property;
  object_class->constructed = lasna_tile_constructed;
  object_class->dispose = lasna_tile_dispose;

  g_object_class_install_property (
      object_class,
      PROP_RECORD,
      g_param_spec_object ("record",
                           NULL,
                           NULL,
                           LASNA_TYPE_RECORD,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  signals[SIGNAL_CHOSEN] = g_signal_new (
      "chosen", LASNA_TYPE_TILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OPENED] = g_signal_new ("opened",
                                         LASNA_TYPE_TILE,
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         G_TYPE_BOOLEAN);

  gtk_widget_class_set_css_name (widget_class, "tile");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_install_action (widget_class, "tile.open", NULL, activate_cb);
  lasna_actions_bind_keys (widget_class, "tile.open");
}

static void
lasna_tile_init (LasnaTile *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (entered_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

LasnaRecord *
lasna_tile_get_record (LasnaTile *self)
{
  g_return_val_if_fail (LASNA_IS_TILE (self), NULL);
  return PRIVATE (self)->record;
}

/**
 * lasna_tile_set_selected:
 *
 * Marks the tile whose record the inspector shows.
 */
void
lasna_tile_set_selected (LasnaTile *self, gboolean selected)
{
  if (selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "selected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * lasna_tile_update:
 *
 * Shows what the record says now.
 */
void
lasna_tile_update (LasnaTile *self)
{
  g_autofree char *name = NULL;

  g_clear_handle_id (&PRIVATE (self)->idle, g_source_remove);
  if (lasna_record_get_workbook (PRIVATE (self)->record) == NULL ||
      lasna_record_is_deleted (PRIVATE (self)->record))
    return;
  name = LASNA_TILE_GET_CLASS (self)->update (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * lasna_tile_watch:
 *
 * Updates the tile also when one of @parts changes, comes or goes.
 */
void
lasna_tile_watch (LasnaTile *self, GListModel *parts)
{
  g_signal_connect_object (
      parts, "items-changed", G_CALLBACK (parts_changed_cb), self, G_CONNECT_SWAPPED);
  parts_changed_cb (self, 0, 0, g_list_model_get_n_items (parts), parts);
}
