/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sidebar.
 */
#include "config.h"

#include "lasna-sidebar.h"

#include "lasna-naming.h"
#include "lasna-pages.h"
#include "lasna-pressing.h"

#include <glib/gi18n-lib.h>

/* Pixels; folded it is wide enough for the time of day, so that its coming moves nothing. */
#define UNFOLDED 200
#define FOLDED 50

/**
 * LasnaSidebar:
 *
 * One row for each page in the table of pages. The one that is selected is shown by win.glance;
 * Enter, Right or a click goes into it by win.page. Folded it shows icons only, with the titles as
 * tooltips. The foot says when the workbook was last saved.
 */
struct _LasnaSidebar
{
  GtkBox parent_instance;

  /* Template children */
  GtkListBox *list;
  GtkLabel *foot;

  /* Owned */
  char *saved;

  /* Borrowed */
  GtkListBoxRow *shown; /* of the page in view; the list tells of it anew when it gets the focus */

  gboolean folded;
  gboolean selecting; /* from outside, so nobody needs to be told */
};

G_DEFINE_FINAL_TYPE (LasnaSidebar, lasna_sidebar, GTK_TYPE_BOX)

static GtkListBoxRow *
find_row (LasnaSidebar *self, const char *page)
{
  guint n_pages;
  const LasnaPageInfo *pages = lasna_pages_get (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    if (g_str_equal (pages[i].id, page))
      return gtk_list_box_get_row_at_index (self->list, (int) i);
  return NULL;
}

static GtkWidget *
new_row (const LasnaPageInfo *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (page->icon);
  GtkWidget *title = gtk_label_new (_ (page->title));
  GtkWidget *count = gtk_label_new (NULL);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (page->title), -1);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_set_visible (count, FALSE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  lasna_pressing_allow (row);
  g_object_set_data (G_OBJECT (row), "icon", icon);
  g_object_set_data (G_OBJECT (row), "title", title);
  g_object_set_data (G_OBJECT (row), "count", count);
  return row;
}

static void
show_foot (LasnaSidebar *self)
{
  const char *shortly = self->saved != NULL ? self->saved : "✓";
  g_autofree char *whole =
      self->saved != NULL
          /* Translators: at the foot of the sidebar; %s is the time of day, as 14:02. */
          ? g_strdup_printf (_ ("Saved %s"), self->saved)
          : g_strdup (_ ("Everything is saved"));

  gtk_label_set_label (self->foot, self->folded ? shortly : whole);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->foot), self->folded ? whole : NULL);
  lasna_naming_name (GTK_WIDGET (self->foot), whole);
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, LasnaSidebar *self)
{
  guint n_pages;
  const LasnaPageInfo *pages = lasna_pages_get (&n_pages);

  if (row == NULL || row == self->shown || self->selecting)
    return;
  gtk_widget_activate_action (
      GTK_WIDGET (self), "win.glance", "s", pages[gtk_list_box_row_get_index (row)].id);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, LasnaSidebar *self)
{
  guint n_pages;
  const LasnaPageInfo *pages = lasna_pages_get (&n_pages);

  gtk_widget_activate_action (
      GTK_WIDGET (self), "win.page", "s", pages[gtk_list_box_row_get_index (row)].id);
}

/* The list would stop at every row on the way, and show every page. Arrows go from page to page;
 * Tab comes to the page in view and leaves again. */
static gboolean
lasna_sidebar_focus (GtkWidget *widget, GtkDirectionType direction)
{
  LasnaSidebar *self = LASNA_SIDEBAR (widget);

  if (direction == GTK_DIR_RIGHT && self->shown != NULL)
    {
      row_activated_cb (self->list, self->shown, self);
      return TRUE;
    }
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (lasna_sidebar_parent_class)->focus (widget, direction);
  return gtk_widget_get_focus_child (widget) == NULL && self->shown != NULL &&
         gtk_widget_grab_focus (GTK_WIDGET (self->shown));
}

static void
lasna_sidebar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LASNA_TYPE_SIDEBAR);
  G_OBJECT_CLASS (lasna_sidebar_parent_class)->dispose (object);
}

static void
lasna_sidebar_finalize (GObject *object)
{
  g_free (LASNA_SIDEBAR (object)->saved);
  G_OBJECT_CLASS (lasna_sidebar_parent_class)->finalize (object);
}

static void
lasna_sidebar_class_init (LasnaSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lasna_sidebar_dispose;
  G_OBJECT_CLASS (klass)->finalize = lasna_sidebar_finalize;
  widget_class->focus = lasna_sidebar_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/lasna/Lasna/lasna-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, LasnaSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, LasnaSidebar, foot);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
lasna_sidebar_init (LasnaSidebar *self)
{
  guint n_pages;
  const LasnaPageInfo *pages = lasna_pages_get (&n_pages);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->selecting = TRUE;
  for (guint i = 0; i < n_pages; i++)
    gtk_list_box_append (self->list, new_row (&pages[i]));
  self->selecting = FALSE;
  lasna_sidebar_set_folded (self, FALSE);
}

/**
 * lasna_sidebar_select:
 *
 * Marks @page as the one in view.
 */
void
lasna_sidebar_select (LasnaSidebar *self, const char *page)
{
  self->selecting = TRUE;
  self->shown = find_row (self, page);
  gtk_list_box_select_row (self->list, self->shown);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->shown));
  self->selecting = FALSE;
}

/**
 * lasna_sidebar_set_folded:
 *
 * Shows icons only, or titles too.
 */
void
lasna_sidebar_set_folded (LasnaSidebar *self, gboolean folded)
{
  guint n_pages;
  const LasnaPageInfo *pages = lasna_pages_get (&n_pages);

  self->folded = folded;
  for (guint i = 0; i < n_pages; i++)
    {
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) i));

      /* Alone it stands in the middle. */
      gtk_widget_set_hexpand (g_object_get_data (G_OBJECT (row), "icon"), folded);
      gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "title"), !folded);
      gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "count"),
                              !folded && g_object_get_data (G_OBJECT (row), "counted") != NULL);
      gtk_widget_set_tooltip_text (row, folded ? _ (pages[i].title) : NULL);
    }
  gtk_widget_set_size_request (GTK_WIDGET (self), folded ? FOLDED : UNFOLDED, -1);
  gtk_widget_set_margin_start (GTK_WIDGET (self->foot), folded ? 6 : 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self->foot), folded ? 6 : 12);
  gtk_label_set_xalign (self->foot, folded ? 0.5f : 0.0f);
  show_foot (self);
}

/**
 * lasna_sidebar_set_count:
 * @count: what waits on @page; 0 shows nothing
 *
 * Shows a number beside the title of @page.
 */
void
lasna_sidebar_set_count (LasnaSidebar *self, const char *page, guint count)
{
  GtkListBoxRow *row = find_row (self, page);
  GtkLabel *label;
  g_autofree char *text = g_strdup_printf ("%u", count);

  g_return_if_fail (row != NULL);
  label = g_object_get_data (G_OBJECT (row), "count");
  gtk_label_set_label (label, text);
  g_object_set_data (G_OBJECT (row), "counted", GINT_TO_POINTER (count > 0));
  gtk_widget_set_visible (GTK_WIDGET (label), count > 0 && !self->folded);
}

/**
 * lasna_sidebar_set_saved:
 * @time: (nullable): the time of day of the last change, written out; NULL before the first one
 *
 * Says at the foot when the workbook was saved.
 */
void
lasna_sidebar_set_saved (LasnaSidebar *self, const char *time)
{
  g_free (self->saved);
  self->saved = g_strdup (time);
  show_foot (self);
}
