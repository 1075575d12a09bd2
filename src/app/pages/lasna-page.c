/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The base of all pages.
 */
#include "config.h"

#include "lasna-page.h"

#include "lasna-window.h"

/**
 * LasnaPage:
 *
 * A page is made when it is first shown, with its workbook, and lives as long as the window shows
 * that workbook. The journey in view is the window's; it may be NULL and may change at any time:
 * connect to notify::journey, or bind to it in the template.
 *
 * # Actions
 *
 * What a page can do goes into lasna_page_get_actions (). While the page is in view the window
 * offers it as "page.NAME", and the accelerators in the table of actions work.
 */
typedef struct
{
  /* Owned */
  LasnaWorkbook *workbook;
  LasnaJourney *journey;
  GSimpleActionGroup *actions;

  gboolean has_been_entered;
} LasnaPagePrivate;

enum
{
  PROP_WORKBOOK = 1,
  PROP_JOURNEY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LasnaPage, lasna_page, ADW_TYPE_BIN)

static void
lasna_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  LasnaPagePrivate *priv = lasna_page_get_instance_private (LASNA_PAGE (object));
  gpointer const objects[] = { [PROP_WORKBOOK] = priv->workbook, [PROP_JOURNEY] = priv->journey };

  g_value_set_object (value, objects[id]);
}

static void
lasna_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  LasnaPagePrivate *priv = lasna_page_get_instance_private (LASNA_PAGE (object));

  if (id == PROP_WORKBOOK)
    priv->workbook = g_value_dup_object (value);
  else if (g_set_object (&priv->journey, g_value_get_object (value)))
    g_object_notify_by_pspec (object, spec);
}

static void
lasna_page_dispose (GObject *object)
{
  LasnaPagePrivate *priv = lasna_page_get_instance_private (LASNA_PAGE (object));

  g_clear_object (&priv->journey);
  g_clear_object (&priv->workbook);
  G_OBJECT_CLASS (lasna_page_parent_class)->dispose (object);
}

static void
lasna_page_finalize (GObject *object)
{
  LasnaPagePrivate *priv = lasna_page_get_instance_private (LASNA_PAGE (object));

  g_object_unref (priv->actions);
  G_OBJECT_CLASS (lasna_page_parent_class)->finalize (object);
}

static void
lasna_page_class_init (LasnaPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lasna_page_get_property;
  object_class->set_property = lasna_page_set_property;
  object_class->dispose = lasna_page_dispose;
  object_class->finalize = lasna_page_finalize;

  /**
   * LasnaPage:workbook:
   *
   * The open workbook; never NULL while the page lives in a window.
   */
  properties[PROP_WORKBOOK] =
      g_param_spec_object ("workbook",
                           NULL,
                           NULL,
                           LASNA_TYPE_WORKBOOK,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * LasnaPage:journey:
   *
   * The journey in view; NULL where the workbook has none.
   */
  properties[PROP_JOURNEY] =
      g_param_spec_object ("journey",
                           NULL,
                           NULL,
                           LASNA_TYPE_JOURNEY,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lasna_page_init (LasnaPage *self)
{
  LasnaPagePrivate *priv = lasna_page_get_instance_private (self);

  priv->actions = g_simple_action_group_new ();
}

/**
 * lasna_page_get_workbook:
 *
 * Returns: (transfer none): the workbook the page shows
 */
LasnaWorkbook *
lasna_page_get_workbook (LasnaPage *self)
{
  LasnaPagePrivate *priv = lasna_page_get_instance_private (self);

  g_return_val_if_fail (LASNA_IS_PAGE (self), NULL);
  return priv->workbook;
}

/**
 * lasna_page_get_journey:
 *
 * Returns: (transfer none) (nullable): the journey in view
 */
LasnaJourney *
lasna_page_get_journey (LasnaPage *self)
{
  LasnaPagePrivate *priv = lasna_page_get_instance_private (self);

  g_return_val_if_fail (LASNA_IS_PAGE (self), NULL);
  return priv->journey;
}

/**
 * lasna_page_get_actions:
 *
 * Returns: (transfer none): where the page puts its actions, without the prefix "page."
 */
GSimpleActionGroup *
lasna_page_get_actions (LasnaPage *self)
{
  LasnaPagePrivate *priv = lasna_page_get_instance_private (self);

  g_return_val_if_fail (LASNA_IS_PAGE (self), NULL);
  return priv->actions;
}

/**
 * lasna_page_show_record:
 *
 * Brings the place of @record into view.
 *
 * Returns: whether the page shows such a record
 */
gboolean
lasna_page_show_record (LasnaPage *self, LasnaRecord *record)
{
  LasnaPageClass *klass = LASNA_PAGE_GET_CLASS (self);

  return klass->show_record != NULL && klass->show_record (self, record);
}

/**
 * lasna_page_enter:
 *
 * Takes the focus into the page: the first time to where work begins, later to where it was last.
 */
void
lasna_page_enter (LasnaPage *self)
{
  LasnaPagePrivate *priv = lasna_page_get_instance_private (self);
  LasnaPageClass *klass = LASNA_PAGE_GET_CLASS (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean is_inside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

  /* The stack of pages brings the focus back to where it was, and at first to the very first thing
   * that takes it. */
  if (priv->has_been_entered && is_inside)
    return;
  priv->has_been_entered = klass->enter != NULL && klass->enter (self);
  if (!priv->has_been_entered && !is_inside)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/**
 * lasna_page_show_error:
 *
 * Says in the window what could not be done; its message is a sentence for people.
 */
void
lasna_page_show_error (LasnaPage *self, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (LASNA_IS_WINDOW (root))
    lasna_window_show_error (LASNA_WINDOW (root), error);
}

/**
 * lasna_page_tell:
 *
 * Says a sentence in a toast.
 */
void
lasna_page_tell (LasnaPage *self, const char *sentence)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (LASNA_IS_WINDOW (root))
    lasna_window_say (LASNA_WINDOW (root), sentence);
}
