/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One group of rows for each part, with buttons to order and remove it, and one to add another.
 */
#include "config.h"

#include "lasna-child-list.h"

#include "lasna-heading.h"
#include "lasna-icon-button.h"
#include "lasna-kinds.h"
#include "lasna-property-row.h"
#include "lasna-record-box.h"
#include "lasna-workbook.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _LasnaChildList
{
  GtkBox parent_instance;

  /* Owned */
  LasnaRecord *parent;
  GListModel *children;
  char **properties;

  /* Borrowed */
  LasnaRecordClass *klass;
  GType type;
  const char *owner; /* the property that refers to the parent; static */
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (LasnaChildList, lasna_child_list, GTK_TYPE_BOX)

static LasnaChildList *
find_list (GtkButton *button)
{
  return LASNA_CHILD_LIST (gtk_widget_get_ancestor (GTK_WIDGET (button), LASNA_TYPE_CHILD_LIST));
}

/* Whoever removes a part by key goes on at the one after it, or before it, or adds one. */
static void
remove_cb (GtkButton *button, LasnaRecord *child)
{
  LasnaChildList *self = find_list (button);
  guint place = 0;
  GtkWidget *next;

  while (lasna_record_box_get_child (LASNA_RECORD_BOX (self->box), place) != NULL &&
         !gtk_widget_is_ancestor (GTK_WIDGET (button),
                                  lasna_record_box_get_child (LASNA_RECORD_BOX (self->box), place)))
    place++;
  lasna_record_delete (child);
  if (!lasna_record_is_deleted (child))
    return;
  next = lasna_record_box_get_child (LASNA_RECORD_BOX (self->box), place);
  if (next == NULL)
    next = gtk_widget_get_last_child (self->box);
  gtk_widget_child_focus (next != NULL ? next : gtk_widget_get_last_child (GTK_WIDGET (self)),
                          GTK_DIR_TAB_FORWARD);
}

static void
move_up_cb (GtkButton *button, LasnaRecord *child)
{
  LasnaChildList *self = find_list (button);
  g_autoptr (LasnaRecord) before = NULL;

  for (guint i = 1; i < g_list_model_get_n_items (self->children); i++)
    {
      g_autoptr (LasnaRecord) at = g_list_model_get_item (self->children, i);

      if (at == child)
        before = g_list_model_get_item (self->children, i - 1);
    }
  if (before != NULL)
    lasna_record_move (child, before);
}

/* A part is called by what was chosen in it. */
static void
name_buttons (LasnaRecord *child, GParamSpec *spec, GtkWidget *box)
{
  g_autofree char *heading = NULL;
  g_autofree char *up = NULL;
  g_autofree char *remove = NULL;
  GtkWidget *first = gtk_widget_get_first_child (box);
  GtkWidget *last = gtk_widget_get_last_child (box);

  if (lasna_record_get_workbook (child) == NULL)
    return;
  heading = lasna_heading_dup (child);
  /* Translators: %s is what is moved or removed, such as a channel */
  up = g_strdup_printf (_ ("Move “%s” earlier"), heading);
  /* Translators: %s is what is moved or removed, such as a channel */
  remove = g_strdup_printf (_ ("Remove “%s”"), heading);
  lasna_icon_button_set_name (first, up);
  lasna_icon_button_set_name (last, remove);
}

static void
add_button (GtkWidget *box, const char *icon, GCallback clicked, LasnaRecord *child)
{
  GtkWidget *button = lasna_icon_button_new (icon, "");

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", clicked, child, 0);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_buttons (LasnaChildList *self, GtkWidget *box, LasnaRecord *child)
{
  if (lasna_kinds_find_property (self->klass, "position") != NULL)
    add_button (box, "go-up-symbolic", G_CALLBACK (move_up_cb), child);
  add_button (box, "list-remove-symbolic", G_CALLBACK (remove_cb), child);
  name_buttons (child, NULL, box);
  g_signal_connect_object (child, "notify", G_CALLBACK (name_buttons), box, 0);
}

static GtkWidget *
make_child (LasnaRecord *child, gpointer data)
{
  LasnaChildList *self = data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "child");
  gtk_widget_set_hexpand (rows, TRUE);
  for (guint i = 0; self->properties[i] != NULL; i++)
    gtk_box_append (GTK_BOX (rows), lasna_property_row_new (child, self->properties[i]));
  /* As high as the rows, since Tab goes by the middle of things: first the rows, then these. */
  gtk_widget_add_css_class (buttons, "child-buttons");
  add_buttons (self, buttons, child);
  gtk_box_append (GTK_BOX (box), rows);
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

static gboolean
is_used (LasnaChildList *self, const char *property, const char *term)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->children); i++)
    {
      g_autoptr (LasnaRecord) child = g_list_model_get_item (self->children, i);

      if (g_strcmp0 (lasna_record_get_text (child, property), term) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A new part begins with the first term that no other has. */
static const char *
find_free_term (LasnaChildList *self, const LasnaProperty *property)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (self->parent);
  const LasnaTermSet *set =
      lasna_catalogue_get_set (lasna_workbook_get_catalogue (workbook), property->target);

  for (guint i = 0; i < set->n_terms; i++)
    if (!is_used (self, property->name, set->terms[i].id))
      return set->terms[i].id;
  return set->terms[0].id;
}

/* What must be there from the beginning and has no value of its own. */
static const LasnaProperty *
find_required (LasnaChildList *self)
{
  for (guint i = 0; i < self->klass->n_properties; i++)
    {
      const LasnaProperty *property = &self->klass->properties[i];

      if (property->flags & LASNA_REQUIRED && !(property->flags & LASNA_OWNER) &&
          property->initial == NULL)
        return property;
    }
  return NULL;
}

static void
add_cb (LasnaChildList *self)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (self->parent);
  const LasnaProperty *required = find_required (self);
  const char *value = NULL;
  GtkWidget *last;

  if (required != NULL && required->type == LASNA_PROPERTY_TERM)
    value = find_free_term (self, required);
  else if (required != NULL)
    value = _ (self->klass->label);
  lasna_workbook_add (workbook,
                      self->type,
                      self->owner,
                      self->parent,
                      required != NULL ? required->name : NULL,
                      value,
                      NULL);
  last = gtk_widget_get_last_child (self->box);
  if (last != NULL)
    gtk_widget_child_focus (last, GTK_DIR_TAB_FORWARD);
}

static void
lasna_child_list_dispose (GObject *object)
{
  LasnaChildList *self = LASNA_CHILD_LIST (object);

  g_clear_object (&self->parent);
  g_clear_object (&self->children);
  g_clear_pointer (&self->properties, g_strfreev);
  G_OBJECT_CLASS (lasna_child_list_parent_class)->dispose (object);
}

static void
lasna_child_list_class_init (LasnaChildListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lasna_child_list_dispose;
}

static void
lasna_child_list_init (LasnaChildList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

/**
 * lasna_child_list_new:
 * @table: of the parts
 * @owner: the property by which a part refers to @parent; static
 * @properties: those to edit, separated by spaces
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
lasna_child_list_new (LasnaRecord *parent,
                      const char *table,
                      const char *owner,
                      const char *properties)
{
  LasnaChildList *self = g_object_new (LASNA_TYPE_CHILD_LIST, NULL);
  g_autofree char *kind = NULL;
  g_autofree char *add = NULL;
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = g_object_new (ADW_TYPE_BUTTON_CONTENT, NULL);

  self->parent = g_object_ref (parent);
  self->children = g_object_ref (lasna_record_get_children (parent, table, owner));
  self->properties = g_strsplit (properties, " ", -1);
  self->type = lasna_kinds_lookup (table);
  self->klass = g_type_class_peek (self->type);
  self->owner = owner;
  self->box = lasna_record_box_new (self->children, make_child, self);
  gtk_box_append (GTK_BOX (self), self->box);

  kind = lasna_record_class_dup_noun (self->klass);
  /* Translators: a button; %s is a kind, such as touchpoint */
  add = g_strdup_printf (C_ ("button", "Add %s"), kind);
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), add);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (self), button);
  return GTK_WIDGET (self);
}
