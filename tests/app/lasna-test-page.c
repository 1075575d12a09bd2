/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fixtures of pages.
 */
#include "config.h"

#include "lasna-test-page.h"

/**
 * lasna_test_page_set_up:
 * @sample: (nullable): anything for the sample; NULL for a workbook without a journey
 */
void
lasna_test_page_set_up (LasnaTestPage *self, gconstpointer sample)
{
  self->test = lasna_test_window_new (sample != NULL ? LASNA_MAKING_SAMPLE : 0, NULL);
  self->folder = self->test->folder;
  self->window = self->test->window;
  self->workbook = lasna_window_get_workbook (self->window);
}

void
lasna_test_page_tear_down (LasnaTestPage *self, gconstpointer sample)
{
  lasna_test_window_free (self->test);
}

LasnaPage *
lasna_test_page_show (LasnaTestPage *self, const char *page)
{
  lasna_window_show_page (self->window, page);
  lasna_test_settle ();
  return lasna_window_get_page (self->window);
}

/**
 * lasna_test_page_act:
 * @action: a detailed name, such as "page.new", activated from where the focus is
 */
void
lasna_test_page_act (LasnaTestPage *self, const char *action)
{
  GtkWidget *from = gtk_window_get_focus (GTK_WINDOW (self->window));

  lasna_test_act (from != NULL ? (gpointer) from : self->window, action);
}

static GtkWidget *
find (GtkWidget *widget, GType type, guint *index)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*index)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, index);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * lasna_test_page_find:
 *
 * Returns: (transfer none) (nullable): the widget of @type at @index, in the order of the tree
 */
GtkWidget *
lasna_test_page_find (GtkWidget *root, GType type, guint index)
{
  return find (root, type, &index);
}

static gboolean
is_named (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  return GTK_IS_LABEL (widget) || GTK_IS_SCROLLED_WINDOW (widget) ||
         gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/**
 * lasna_test_page_assert_named:
 *
 * Fails where something in view can have the focus and has no name.
 */
void
lasna_test_page_assert_named (GtkWidget *root)
{
  if (!gtk_widget_get_mapped (root))
    return;
  if (gtk_widget_get_focusable (root) && !is_named (root))
    g_error ("%s has no name", G_OBJECT_TYPE_NAME (root));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    lasna_test_page_assert_named (child);
}
