/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list to choose from, and a field for the name of what is in view now.
 */
#include "config.h"

#include "lasna-kept-views.h"

#include "lasna-icon-button.h"
#include "lasna-naming.h"
#include "lasna-saved-filter.h"

#include <glib/gi18n-lib.h>

struct _LasnaKeptViews
{
  GtkPopover parent_instance;

  /* Owned */
  LasnaView *view;
  LasnaFeedback *feedback;

  /* Borrowed */
  GtkListBox *list;
  GtkWidget *saving;
  GtkEditable *name;
  GtkLabel *words;
  GtkLabel *trouble;
};

G_DEFINE_FINAL_TYPE (LasnaKeptViews, lasna_kept_views, GTK_TYPE_POPOVER)

static LasnaWorkbook *
get_workbook (LasnaKeptViews *self)
{
  return lasna_feedback_get_workbook (self->feedback);
}

static void
show_trouble (LasnaKeptViews *self, const char *sentence)
{
  gtk_label_set_label (self->trouble, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), sentence != NULL);
}

static char *
dup_words (LasnaKeptViews *self, const LasnaFilter *filter)
{
  LasnaColumns *columns = lasna_feedback_get_columns (self->feedback);

  return columns != NULL ? lasna_filter_dup_words (filter, columns, lasna_language_of_locale ())
                         : NULL;
}

static void
delete_cb (GtkButton *button, LasnaKeptViews *self)
{
  LasnaRecord *record = g_object_get_data (G_OBJECT (button), "record");

  if (!lasna_record_is_deleted (record))
    lasna_record_delete (record);
}

static void
add_labels (LasnaKeptViews *self, GtkWidget *box, LasnaRecord *record)
{
  g_autoptr (LasnaFilter) filter =
      lasna_filter_from_json (lasna_record_get_text (record, "filter"), NULL);
  g_autofree char *words = filter != NULL ? dup_words (self, filter) : NULL;
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL,
                                  "label",
                                  lasna_record_get_text (record, "name"),
                                  "xalign",
                                  0.0,
                                  "ellipsize",
                                  PANGO_ELLIPSIZE_END,
                                  NULL);
  GtkWidget *caption = g_object_new (GTK_TYPE_LABEL,
                                     "label",
                                     words,
                                     "xalign",
                                     0.0,
                                     "ellipsize",
                                     PANGO_ELLIPSIZE_END,
                                     "max-width-chars",
                                     40,
                                     "tooltip-text",
                                     words,
                                     NULL);

  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), caption);
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  LasnaKeptViews *self = data;
  LasnaRecord *record = item;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *labels = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *name = lasna_record_get_text (record, "name");
  /* Translators: a button; %s is the name somebody gave to what was in view */
  g_autofree char *delete_name = g_strdup_printf (_ ("Keep “%s” no longer"), name);
  GtkWidget *button = lasna_icon_button_new ("user-trash-symbolic", delete_name);

  gtk_widget_set_hexpand (labels, TRUE);
  add_labels (self, labels, record);
  g_object_set_data_full (G_OBJECT (button), "record", g_object_ref (record), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, 0);
  gtk_box_append (GTK_BOX (box), labels);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
  lasna_naming_name (row, name);
  return row;
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, LasnaKeptViews *self)
{
  LasnaRecord *record = g_object_get_data (G_OBJECT (row), "record");
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaFilter) filter =
      lasna_filter_from_json (lasna_record_get_text (record, "filter"), &error);

  if (filter == NULL)
    {
      show_trouble (self, error->message);
      return;
    }
  lasna_view_set_filter (self->view, filter);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static LasnaRecord *
find_by_name (LasnaKeptViews *self, const char *name)
{
  GListModel *all = lasna_workbook_get_records (get_workbook (self), "saved_filter");

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LasnaRecord) record = g_list_model_get_item (all, i);

      /* The list keeps it alive. */
      if (g_strcmp0 (lasna_record_get_text (record, "name"), name) == 0)
        return record;
    }
  return NULL;
}

/* A name that is there already means something else from now on. */
static void
save_cb (LasnaKeptViews *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  g_autofree char *json = lasna_filter_to_json (lasna_view_get_filter (self->view));
  LasnaRecord *old = find_by_name (self, name);

  if (*name == '\0')
    {
      show_trouble (self, _ ("A name is needed, so that you find it again."));
      return;
    }
  if (old != NULL)
    g_object_set (old, "filter", json, NULL);
  else
    lasna_workbook_add (
        get_workbook (self), LASNA_TYPE_SAVED_FILTER, "name", name, "filter", json, NULL);
  gtk_editable_set_text (self->name, "");
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
shown_cb (LasnaKeptViews *self)
{
  const LasnaFilter *filter = lasna_view_get_filter (self->view);
  gboolean can_write = !lasna_store_is_read_only (lasna_workbook_get_store (get_workbook (self)));
  g_autofree char *words = dup_words (self, filter);

  show_trouble (self, NULL);
  gtk_label_set_label (self->words, words != NULL ? words : "");
  gtk_widget_set_visible (self->saving, can_write && !lasna_filter_is_empty (filter));
  /* The words of the rows are those of the columns, which came after the rows. */
  gtk_list_box_bind_model (self->list,
                           lasna_workbook_get_records (get_workbook (self), "saved_filter"),
                           make_row,
                           self,
                           NULL);
  gtk_widget_child_focus (gtk_widget_get_visible (self->saving) ? GTK_WIDGET (self->name)
                                                                : GTK_WIDGET (self->list),
                          GTK_DIR_TAB_FORWARD);
}

static void
lasna_kept_views_dispose (GObject *object)
{
  LasnaKeptViews *self = LASNA_KEPT_VIEWS (object);

  g_clear_object (&self->view);
  g_clear_object (&self->feedback);
  G_OBJECT_CLASS (lasna_kept_views_parent_class)->dispose (object);
}

static void
lasna_kept_views_class_init (LasnaKeptViewsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lasna_kept_views_dispose;
}

static GtkWidget *
make_caption (const char *text)
{
  GtkWidget *label = g_object_new (
      GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "max-width-chars", 40, NULL);

  gtk_widget_add_css_class (label, "caption");
  return label;
}

static void
set_up_saving (LasnaKeptViews *self, GtkWidget *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_ ("Keep"));

  self->saving = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->words = GTK_LABEL (make_caption (NULL));
  self->name = GTK_EDITABLE (gtk_entry_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "dim-label");
  g_object_set (
      self->name, "placeholder-text", _ ("Name for what is in view"), "hexpand", TRUE, NULL);
  lasna_naming_name_inside (GTK_WIDGET (self->name), _ ("Name for what is in view"));
  g_signal_connect_swapped (self->name, "activate", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (save_cb), self);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (self->saving), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (self->saving), line);
  gtk_box_append (GTK_BOX (box), self->saving);
}

static void
lasna_kept_views_init (LasnaKeptViews *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                      "hscrollbar-policy",
                                      GTK_POLICY_NEVER,
                                      "width-request",
                                      320,
                                      "max-content-height",
                                      300,
                                      "propagate-natural-height",
                                      TRUE,
                                      NULL);
  GtkWidget *nothing = make_caption (
      _ ("Nothing is kept yet. Narrow down what is in view, and keep it here under a name."));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->trouble = GTK_LABEL (make_caption (NULL));
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, nothing);
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "choices");
  lasna_naming_name (GTK_WIDGET (self->list), _ ("Kept views"));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), scroller);
  set_up_saving (self, box);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->trouble));
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect (self, "show", G_CALLBACK (shown_cb), NULL);
}

/**
 * lasna_kept_views_new:
 *
 * Returns: (transfer floating): a popover that brings back what was in @view, and keeps it
 */
GtkWidget *
lasna_kept_views_new (LasnaView *view, LasnaFeedback *feedback)
{
  LasnaKeptViews *self = g_object_new (LASNA_TYPE_KEPT_VIEWS, NULL);

  self->view = g_object_ref (view);
  self->feedback = g_object_ref (feedback);
  return GTK_WIDGET (self);
}
