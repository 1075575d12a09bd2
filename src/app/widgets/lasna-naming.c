/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK 4.8 calls the rows of its list views, the button and the list in a drop-down and the entry in
 * a row by the names of their classes. A screen reader should hear what they are for.
 */
#include "config.h"

#include "lasna-naming.h"

#include <adwaita.h>

/**
 * lasna_naming_name:
 *
 * Gives @widget an accessible name.
 */
void
lasna_naming_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* An icon that labels a button does not say what it is, nor does the title a group has not got. */
static gboolean
is_labelled (GtkWidget *widget)
{
  GtkWidget *group = GTK_IS_LIST_BOX (widget)
                         ? gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_GROUP)
                         : NULL;

  if (group != NULL)
    return *adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)) != '\0';
  return gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                           GTK_ACCESSIBLE_RELATION_LABELLED_BY) &&
         !(GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL);
}

static gboolean
is_nameless (GtkWidget *widget)
{
  /* An entry passes the focus on to the text within, a menu button to the button within, yet it is
   * these that are spoken of.
   */
  return (gtk_widget_get_focusable (widget) || GTK_IS_EDITABLE (widget) ||
          GTK_IS_MENU_BUTTON (widget)) &&
         !GTK_IS_LABEL (widget) &&
         !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                            GTK_ACCESSIBLE_PROPERTY_LABEL) &&
         !is_labelled (widget);
}

static void
name_parts (GtkWidget *widget, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (is_nameless (child))
        lasna_naming_name (child, name);
      name_parts (child, name);
    }
}

/**
 * lasna_naming_name_inside:
 *
 * Gives @widget an accessible name, and the same to every focusable part within it that has none:
 * the button of a drop-down, its list, the text of an entry row.
 */
void
lasna_naming_name_inside (GtkWidget *widget, const char *name)
{
  lasna_naming_name (widget, name);
  name_parts (widget, name);
}

/**
 * lasna_naming_name_row:
 *
 * To be called when @item is bound: gives its row in the list view an accessible name.
 */
void
lasna_naming_name_row (GtkListItem *item, const char *name)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  GtkWidget *row = child != NULL ? gtk_widget_get_parent (child) : NULL;

  if (row != NULL)
    lasna_naming_name (row, name);
}
