/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One list of all values of all dimensions. Enter takes the first, Down leads into the list.
 */
#include "config.h"

#include "lasna-filter-choices.h"

#include "lasna-filter-offers.h"
#include "lasna-naming.h"
#include "lasna-pressing.h"
#include "lasna-options.h"
#include "lasna-sign.h"

#include <glib/gi18n-lib.h>

/* While nothing is typed, the rest of a long list of values is only counted. */
#define MOST_UNTYPED 8
#define MOST_ROWS 150

struct _LasnaFilterChoices
{
  GtkPopover parent_instance;

  /* Owned */
  LasnaView *view;
  LasnaFeedback *feedback;
  LasnaSelection *selection; /* what is in view; NULL before the first offer */
  GPtrArray *all;            /* LasnaFilterOffer, counted */
  GPtrArray *typed;          /* LasnaFilterOffer, read from what was typed */
  GPtrArray *offers;         /* borrowed from both: those that are shown */

  /* Borrowed */
  GtkEditable *search;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (LasnaFilterChoices, lasna_filter_choices, GTK_TYPE_POPOVER)

static LasnaInk
get_ink (LasnaFilterChoices *self, const LasnaFilterOffer *offer)
{
  const LasnaValue *value;

  if (offer->dimension != LASNA_DIMENSION_EMOTION && offer->dimension != LASNA_DIMENSION_CLUSTER)
    return LASNA_INK_NONE;
  if (offer->dimension == LASNA_DIMENSION_EMOTION && offer->code == LASNA_EMOTION_NONE)
    return LASNA_INK_NO_FEELING;
  value = lasna_columns_get_value (self->selection->columns, offer->dimension, offer->code);
  if (offer->dimension == LASNA_DIMENSION_CLUSTER)
    return value->code != NULL ? lasna_ink_of_cluster (value->code) : LASNA_INK_NONE;
  return value->cluster != NULL ? lasna_ink_of_cluster (value->cluster) : LASNA_INK_NONE;
}

static char *
dup_name (const LasnaFilterOffer *offer)
{
  const char *title = _ (lasna_dimension_get_title (offer->dimension));
  g_autofree char *name = g_strdup_printf ("%s: %s", title, offer->label);
  g_autofree char *n = lasna_words_count (lasna_language_of_locale (), offer->n);
  g_autofree char *counted = NULL;

  if (offer->n != LASNA_OFFER_UNCOUNTED)
    counted = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s voice", "%s voices", offer->n), n);
  return g_strjoin (", ",
                    name,
                    counted != NULL    ? counted
                    : offer->is_chosen ? _ ("chosen")
                                       : NULL,
                    counted != NULL && offer->is_chosen ? _ ("chosen") : NULL,
                    NULL);
}

static GtkWidget *
make_row (LasnaFilterChoices *self, const LasnaFilterOffer *offer)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label",
                                   offer->label,
                                   "xalign",
                                   0.0,
                                   "hexpand",
                                   TRUE,
                                   "ellipsize",
                                   PANGO_ELLIPSIZE_END,
                                   NULL);
  LasnaInk ink = get_ink (self, offer);
  g_autofree char *name = dup_name (offer);

  gtk_widget_set_opacity (check, offer->is_chosen ? 1 : 0);
  gtk_box_append (GTK_BOX (box), check);
  if (ink != LASNA_INK_NONE)
    gtk_box_append (GTK_BOX (box), lasna_sign_new (ink));
  gtk_box_append (GTK_BOX (box), label);
  if (offer->n != LASNA_OFFER_UNCOUNTED)
    {
      g_autofree char *n = lasna_words_count (lasna_language_of_locale (), offer->n);
      GtkWidget *count = gtk_label_new (n);

      gtk_widget_add_css_class (count, "dim-label");
      gtk_widget_add_css_class (count, "numeric");
      gtk_box_append (GTK_BOX (box), count);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "offer", (gpointer) offer);
  lasna_naming_name (row, name);
  lasna_pressing_allow (row);
  return row;
}

static GtkWidget *
make_rest (guint n, LasnaDimension dimension)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u more: type to find it", "%u more: type to find them", n),
      n);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_start (label, 25);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data (G_OBJECT (row), "dimension", GUINT_TO_POINTER (dimension));
  return row;
}

static LasnaDimension
get_dimension (GtkListBoxRow *row)
{
  const LasnaFilterOffer *offer = g_object_get_data (G_OBJECT (row), "offer");

  return offer != NULL ? offer->dimension
                       : GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "dimension"));
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  LasnaDimension dimension = get_dimension (row);
  GtkWidget *label;

  if (before != NULL && get_dimension (before) == dimension)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = g_object_new (
      GTK_TYPE_LABEL, "label", _ (lasna_dimension_get_title (dimension)), "xalign", 0.0, NULL);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "choices-heading");
  gtk_list_box_row_set_header (row, label);
}

static guint
count_same (GPtrArray *offers, guint from)
{
  const LasnaFilterOffer *first = offers->pdata[from];
  guint n = 0;

  while (from + n < offers->len &&
         ((const LasnaFilterOffer *) offers->pdata[from + n])->dimension == first->dimension)
    n++;
  return n;
}

/* Rows know their offers, so they go first. */
static void
clear_rows (LasnaFilterChoices *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_clear_pointer (&self->typed, g_ptr_array_unref);
}

static void
fill (LasnaFilterChoices *self)
{
  gboolean is_typed = *gtk_editable_get_text (self->search) != '\0';
  guint n_rows = 0;

  for (guint i = 0; i < self->offers->len && n_rows < MOST_ROWS;)
    {
      guint n = count_same (self->offers, i);
      guint most = is_typed || n <= MOST_UNTYPED + 1 ? n : MOST_UNTYPED;

      for (guint k = 0; k < most; k++, n_rows++)
        gtk_list_box_append (self->list, make_row (self, self->offers->pdata[i + k]));
      if (n > most)
        gtk_list_box_append (
            self->list,
            make_rest (n - most, ((LasnaFilterOffer *) self->offers->pdata[i])->dimension));
      i += n;
    }
}

static gint32
get_today (LasnaFilterChoices *self)
{
  g_autofree char *today = lasna_clock_dup_today (
      lasna_workbook_get_clock (lasna_feedback_get_workbook (self->feedback)));
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_parse (&date, today);
  return (gint32) g_date_get_julian (&date);
}

/* Shows what fits the letters typed so far; nothing is counted for it. */
static void
find (LasnaFilterChoices *self)
{
  const char *typed = gtk_editable_get_text (self->search);
  LasnaLanguage language = lasna_language_of_locale ();

  if (self->all == NULL)
    return;
  clear_rows (self);
  self->typed = lasna_filter_offers_read (
      lasna_view_get_filter (self->view), self->selection, typed, language);
  self->offers = g_ptr_array_new ();
  for (guint i = 0; i < self->typed->len; i++)
    g_ptr_array_add (self->offers, self->typed->pdata[i]);
  for (guint i = 0; i < self->all->len; i++)
    if (lasna_filter_offer_matches (self->all->pdata[i], typed, language))
      g_ptr_array_add (self->offers, self->all->pdata[i]);
  fill (self);
}

static void
renew (LasnaFilterChoices *self)
{
  const LasnaFilter *filter = lasna_view_get_filter (self->view);
  LasnaSelection *selection;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)) ||
      lasna_feedback_get_columns (self->feedback) == NULL)
    return;
  selection = lasna_feedback_select (self->feedback, filter, NULL);
  if (selection == NULL)
    return;
  clear_rows (self);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_pointer (&self->selection, lasna_selection_free);
  self->selection = selection;
  self->all =
      lasna_filter_offers_list (filter, selection, get_today (self), lasna_language_of_locale ());
  find (self);
}

static void
focus_offer (LasnaFilterChoices *self, LasnaDimension dimension, const char *label)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      const LasnaFilterOffer *offer = g_object_get_data (G_OBJECT (row), "offer");

      if (offer != NULL && offer->dimension == dimension && g_strcmp0 (offer->label, label) == 0)
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}

static void
take_offer (LasnaFilterChoices *self, const LasnaFilterOffer *offer)
{
  g_autoptr (LasnaFilter) filter = lasna_filter_copy (lasna_view_get_filter (self->view));

  lasna_filter_offer_toggle (offer, filter, self->selection->columns);
  lasna_view_set_filter (self->view, filter);
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, LasnaFilterChoices *self)
{
  const LasnaFilterOffer *offer = g_object_get_data (G_OBJECT (row), "offer");
  LasnaDimension dimension;
  g_autofree char *label = NULL;

  if (offer == NULL)
    return;
  dimension = offer->dimension;
  label = g_strdup (offer->label);
  take_offer (self, offer);
  focus_offer (self, dimension, label);
}

/* Enter in the field: the first offer, and the field is ready for the next. */
static void
entered_cb (LasnaFilterChoices *self)
{
  if (self->offers == NULL || self->offers->len == 0)
    return;
  take_offer (self, self->offers->pdata[0]);
  gtk_editable_set_text (self->search, "");
}

static gboolean
key_cb (LasnaFilterChoices *self, guint key, guint code, GdkModifierType state)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  if (key != GDK_KEY_Down || first == NULL)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
stopped_cb (LasnaFilterChoices *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
shown_cb (LasnaFilterChoices *self)
{
  gtk_editable_set_text (self->search, "");
  renew (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
lasna_filter_choices_dispose (GObject *object)
{
  LasnaFilterChoices *self = LASNA_FILTER_CHOICES (object);

  g_clear_object (&self->view);
  g_clear_object (&self->feedback);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_clear_pointer (&self->typed, g_ptr_array_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_pointer (&self->selection, lasna_selection_free);
  G_OBJECT_CLASS (lasna_filter_choices_parent_class)->dispose (object);
}

static void
lasna_filter_choices_class_init (LasnaFilterChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lasna_filter_choices_dispose;
}

static void
set_up_search (LasnaFilterChoices *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = GTK_EDITABLE (gtk_search_entry_new ());
  g_object_set (self->search, "placeholder-text", _ ("Stage, feeling, June, NPS 0-6 …"), NULL);
  lasna_naming_name_inside (GTK_WIDGET (self->search), _ ("What to narrow down by"));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (find), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (entered_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (stopped_cb), self);
}

static void
lasna_filter_choices_init (LasnaFilterChoices *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                      "hscrollbar-policy",
                                      GTK_POLICY_NEVER,
                                      "min-content-height",
                                      360,
                                      "width-request",
                                      320,
                                      NULL);
  GtkWidget *nothing = g_object_new (
      GTK_TYPE_LABEL, "label", _ ("Nothing in view is called that."), "margin-top", 24, NULL);

  set_up_search (self);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  gtk_list_box_set_placeholder (self->list, nothing);
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "choices");
  lasna_naming_name (GTK_WIDGET (self->list), _ ("What to narrow down by"));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect (self, "show", G_CALLBACK (shown_cb), NULL);
}

/**
 * lasna_filter_choices_new:
 *
 * Returns: (transfer floating): a popover that narrows @view down
 */
GtkWidget *
lasna_filter_choices_new (LasnaView *view, LasnaFeedback *feedback)
{
  LasnaFilterChoices *self = g_object_new (LASNA_TYPE_FILTER_CHOICES, NULL);

  self->view = g_object_ref (view);
  self->feedback = g_object_ref (feedback);
  g_signal_connect_object (view, "changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
