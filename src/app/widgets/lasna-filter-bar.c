/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One chip a condition; pressing it takes the condition away.
 */
#include "config.h"

#include "lasna-filter-bar.h"

#include "lasna-filter-choices.h"
#include "lasna-hearing.h"
#include "lasna-kept-views.h"
#include "lasna-naming.h"
#include "lasna-view.h"
#include "lasna-wrap-box.h"

#include <glib/gi18n-lib.h>

/**
 * LasnaFilterBar:
 *
 * Every page with a bar shows the same filter, which is that of the window. The words that are
 * looked for stand in the field, everything else in chips.
 *
 * # CSS nodes
 *
 * `filterbar`, with buttons of style class `chip`.
 */
struct _LasnaFilterBar
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *content;
  GtkEditable *search;
  GtkMenuButton *narrow;
  GtkMenuButton *kept;
  GtkWidget *hint;
  GtkWidget *chips;
  GtkWidget *back;
  GtkWidget *all;

  /* Owned */
  LasnaView *view;
  LasnaFeedback *feedback;

  gboolean is_typing; /* the filter follows the field, not the other way round */
};

G_DEFINE_FINAL_TYPE (LasnaFilterBar, lasna_filter_bar, GTK_TYPE_WIDGET)

static void
remove_cb (GtkButton *button, LasnaFilterBar *self)
{
  g_autoptr (LasnaFilter) without =
      lasna_filter_copy (g_object_get_data (G_OBJECT (button), "without"));
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "place"));
  GtkWidget *chip;

  lasna_view_set_filter (self->view, without);
  chip = gtk_widget_get_first_child (self->chips);
  while (place-- > 0 && chip != NULL && gtk_widget_get_next_sibling (chip) != self->back)
    chip = gtk_widget_get_next_sibling (chip);
  if (chip != NULL && chip != self->back)
    gtk_widget_grab_focus (chip);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = g_object_new (
      GTK_TYPE_LABEL, "label", text, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 36, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* Takes @without: the filter as it is when the chip is taken away. */
static void
add_chip (LasnaFilterBar *self,
          guint place,
          LasnaDimension dimension,
          const char *words,
          LasnaFilter *without)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *title = _ (lasna_dimension_get_title (dimension));
  /* Translators: a button that takes a condition away; what it is about, and the value */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s. Take away"), title, words);

  gtk_box_append (GTK_BOX (box), make_label (title, "dim-label"));
  gtk_box_append (GTK_BOX (box), make_label (words, NULL));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, "flat");
  gtk_widget_set_tooltip_text (chip, name);
  lasna_naming_name (chip, name);
  g_object_set_data (G_OBJECT (chip), "place", GUINT_TO_POINTER (place));
  g_object_set_data_full (G_OBJECT (chip), "without", without, (GDestroyNotify) lasna_filter_free);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (remove_cb), self, 0);
  gtk_widget_insert_before (chip, self->chips, self->back);
}

static char *
dup_days (LasnaFilterBar *self, const LasnaFilter *filter)
{
  g_autoptr (LasnaFilter) alone = lasna_filter_new ();
  gint32 first;
  gint32 last;

  if (!lasna_filter_get_days (filter, &first, &last))
    return NULL;
  lasna_filter_set_days (alone, first, last);
  return lasna_filter_dup_dimension_words (alone,
                                           LASNA_DIMENSION_PERIOD,
                                           lasna_feedback_get_columns (self->feedback),
                                           lasna_language_of_locale ());
}

/* What is looked for stands in the field above. */
static gboolean
is_in_field (const LasnaFilter *filter, const LasnaCondition *condition)
{
  return condition->dimension == LASNA_DIMENSION_TEXT &&
         condition->text == lasna_filter_get_search (filter);
}

static guint
add_chips (LasnaFilterBar *self, const LasnaFilter *filter)
{
  LasnaColumns *columns = lasna_feedback_get_columns (self->feedback);
  g_autofree char *days = dup_days (self, filter);
  guint n = 0;

  if (days != NULL)
    {
      LasnaFilter *without = lasna_filter_copy (filter);

      lasna_filter_set_days (without, 0, 0);
      add_chip (self, n++, LASNA_DIMENSION_PERIOD, days, without);
    }
  for (guint dimension = 0; dimension < LASNA_N_DIMENSIONS; dimension++)
    for (guint i = 0; i < lasna_filter_get_n_conditions (filter); i++)
      {
        const LasnaCondition *condition = lasna_filter_get_condition (filter, i);
        g_autofree char *words = NULL;
        LasnaFilter *without;

        if (condition->dimension != dimension || is_in_field (filter, condition))
          continue;
        words = lasna_condition_dup_words (condition, columns, lasna_language_of_locale ());
        without = lasna_filter_copy (filter);
        lasna_filter_remove_condition (without, condition);
        add_chip (self, n++, dimension, words, without);
      }
  return n;
}

static void
show (LasnaFilterBar *self)
{
  const LasnaFilter *filter = lasna_view_get_filter (self->view);
  const char *text = lasna_filter_get_search (filter);
  GtkWidget *chip;
  guint n;

  if (lasna_feedback_get_columns (self->feedback) == NULL)
    return;
  if (!self->is_typing && g_strcmp0 (gtk_editable_get_text (self->search), text) != 0)
    gtk_editable_set_text (self->search, text);
  while ((chip = gtk_widget_get_first_child (self->chips)) != self->back)
    gtk_widget_unparent (chip);
  n = add_chips (self, filter);
  gtk_widget_set_visible (self->hint, *text != '\0');
  gtk_widget_set_visible (self->back, lasna_view_can_go_back (self->view));
  gtk_widget_set_visible (self->all, !lasna_filter_is_empty (filter));
  gtk_widget_set_visible (self->chips,
                          n > 0 || *text != '\0' || lasna_view_can_go_back (self->view));
}

/* While somebody types, all the letters together are one step. */
static void
searched_cb (LasnaFilterBar *self)
{
  g_autoptr (LasnaFilter) filter = NULL;
  const char *text = gtk_editable_get_text (self->search);

  if (self->view == NULL ||
      g_strcmp0 (text, lasna_filter_get_search (lasna_view_get_filter (self->view))) == 0)
    return;
  filter = lasna_filter_copy (lasna_view_get_filter (self->view));
  lasna_filter_clear_dimension (filter, LASNA_DIMENSION_TEXT);
  if (*text != '\0')
    lasna_filter_add_value (filter, LASNA_DIMENSION_TEXT, text);
  self->is_typing = TRUE;
  lasna_view_set_filter (self->view, filter);
  self->is_typing = FALSE;
}

static void
focus_in_cb (LasnaFilterBar *self)
{
  if (self->view != NULL)
    lasna_view_hold (self->view);
}

static void
focus_out_cb (LasnaFilterBar *self)
{
  if (self->view != NULL)
    lasna_view_release (self->view);
}

static void
find_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (LASNA_FILTER_BAR (data)->search));
}

static void
narrow_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_menu_button_popup (LASNA_FILTER_BAR (data)->narrow);
}

static void
keep_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_menu_button_popup (LASNA_FILTER_BAR (data)->kept);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  lasna_view_go_back (LASNA_FILTER_BAR (data)->view);
}

static void
show_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  lasna_view_clear (LASNA_FILTER_BAR (data)->view);
}

static const GActionEntry actions[] = {
  { .name = "find", .activate = find_cb },         { .name = "narrow", .activate = narrow_cb },
  { .name = "keep-view", .activate = keep_cb },    { .name = "back", .activate = back_cb },
  { .name = "show-all", .activate = show_all_cb },
};

static void
lasna_filter_bar_dispose (GObject *object)
{
  LasnaFilterBar *self = LASNA_FILTER_BAR (object);

  g_clear_object (&self->view);
  g_clear_object (&self->feedback);
  gtk_widget_dispose_template (GTK_WIDGET (self), LASNA_TYPE_FILTER_BAR);
  G_OBJECT_CLASS (lasna_filter_bar_parent_class)->dispose (object);
}

static void
lasna_filter_bar_class_init (LasnaFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lasna_filter_bar_dispose;
  g_type_ensure (LASNA_TYPE_WRAP_BOX);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filterbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/lasna/Lasna/lasna-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LasnaFilterBar, content);
  gtk_widget_class_bind_template_child (widget_class, LasnaFilterBar, search);
  gtk_widget_class_bind_template_child (widget_class, LasnaFilterBar, narrow);
  gtk_widget_class_bind_template_child (widget_class, LasnaFilterBar, kept);
  gtk_widget_class_bind_template_child (widget_class, LasnaFilterBar, hint);
  gtk_widget_class_bind_template_child (widget_class, LasnaFilterBar, chips);
  gtk_widget_class_bind_template_child (widget_class, LasnaFilterBar, back);
  gtk_widget_class_bind_template_child (widget_class, LasnaFilterBar, all);
  gtk_widget_class_bind_template_callback (widget_class, searched_cb);
}

static void
lasna_filter_bar_init (LasnaFilterBar *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  lasna_naming_name (GTK_WIDGET (self), _ ("Voices in view"));
  lasna_naming_name_inside (GTK_WIDGET (self->search), _ ("Words to look for"));
  lasna_naming_name_inside (GTK_WIDGET (self->narrow), _ ("Narrow down"));
  lasna_naming_name_inside (GTK_WIDGET (self->kept), _ ("Kept views"));
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_in_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_out_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search), focus);
}

/**
 * lasna_filter_bar_set_up:
 * @page: the page that the bar stands on; gets its actions find, narrow, keep-view, back, show-all
 *
 * To be called once.
 */
void
lasna_filter_bar_set_up (LasnaFilterBar *self, LasnaPage *page)
{
  LasnaWorkbook *workbook = lasna_page_get_workbook (page);

  g_return_if_fail (LASNA_IS_FILTER_BAR (self) && self->view == NULL);
  self->view = g_object_ref (lasna_view_get (workbook));
  self->feedback = lasna_hearing_ref (workbook);
  gtk_menu_button_set_popover (self->narrow, lasna_filter_choices_new (self->view, self->feedback));
  gtk_menu_button_set_popover (self->kept, lasna_kept_views_new (self->view, self->feedback));
  g_action_map_add_action_entries (
      G_ACTION_MAP (lasna_page_get_actions (page)), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (self->view, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feedback, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}
