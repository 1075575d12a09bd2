/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Screen, printer and files show one and the same layout.
 */
#include "config.h"

#include "lasna-summary-page.h"

#include "lasna-export.h"
#include "lasna-file-saving.h"
#include "lasna-hearing.h"
#include "lasna-naming.h"
#include "lasna-options.h"
#include "lasna-printing.h"
#include "lasna-picture.h"
#include "lasna-summary-gather.h"
#include "lasna-summary-layout.h"

#include <glib/gi18n-lib.h>

struct _LasnaSummaryPage
{
  LasnaPage parent_instance;

  /* Template children */
  GtkStack *stack;
  LasnaPicture *paper;
  GtkLabel *trouble;
  GtkWidget *export;
  GtkBox *language_row;
  GtkSwitch *names;
  GtkSwitch *grey;
  GtkWidget *choice;
  GtkLabel *choice_title;
  GtkBox *choices;
  GtkLabel *shortened_title;
  GtkBox *shortenings;

  /* Owned */
  LasnaFeedback *hearing;
  GHashTable *left_out; /* ids of stages that are not printed, gint64 */

  /* Borrowed */
  GtkWidget *language;

  guint idle;
};

G_DEFINE_FINAL_TYPE (LasnaSummaryPage, lasna_summary_page, LASNA_TYPE_PAGE)

static LasnaWorkbook *
get_workbook (LasnaSummaryPage *self)
{
  return lasna_page_get_workbook (LASNA_PAGE (self));
}

static LasnaRecord *
get_journey (LasnaSummaryPage *self)
{
  return LASNA_RECORD (lasna_page_get_journey (LASNA_PAGE (self)));
}

static GListModel *
get_stages (LasnaSummaryPage *self)
{
  return lasna_record_get_children (get_journey (self), "stage", "journey");
}

static gboolean
is_left_out (LasnaSummaryPage *self, gint64 id)
{
  return g_hash_table_contains (self->left_out, &id);
}

static LasnaLanguage
get_language (LasnaSummaryPage *self)
{
  LasnaLanguage language = LASNA_LANGUAGE_EN;

  lasna_language_from_code (lasna_options_get_selected (self->language), &language);
  return language;
}

static LasnaLayout *
make_layout (LasnaSummaryPage *self, GError **error)
{
  GListModel *stages = get_stages (self);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (LasnaHeard) heard =
      lasna_hearing_get_heard (self->hearing, get_journey (self), get_language (self));
  g_autoptr (LasnaSummaryContent) content = NULL;
  LasnaSummaryOptions options = { get_language (self), gtk_switch_get_active (self->names) };

  for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
    {
      g_autoptr (LasnaRecord) stage = g_list_model_get_item (stages, i);
      gint64 id = lasna_record_get_id (stage);

      if (!is_left_out (self, id))
        g_array_append_val (ids, id);
    }
  options.stages = &g_array_index (ids, gint64, 0);
  options.n_stages = ids->len;
  content = lasna_summary_gather (get_workbook (self), get_journey (self), heard, &options);
  return lasna_summary_layout_new (content, LASNA_PAPER_A4, error);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
show_shortenings (LasnaSummaryPage *self, const LasnaLayout *layout)
{
  guint n = layout != NULL ? layout->shortenings->len : 0;
  g_autofree char *title = NULL;

  clear_box (self->shortenings);
  if (n == 0)
    title = g_strdup (layout != NULL ? _ ("Nothing had to be shortened.") : "");
  else
    title = g_strdup_printf (
        g_dngettext (
            GETTEXT_PACKAGE, "%u text was shortened to fit", "%u texts were shortened to fit", n),
        n);
  gtk_label_set_label (self->shortened_title, title);
  for (guint i = 0; i < n; i++)
    {
      const LasnaShortening *shortening = layout->shortenings->pdata[i];
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *place = gtk_label_new (shortening->place);
      GtkWidget *whole = gtk_label_new (shortening->whole);

      gtk_label_set_xalign (GTK_LABEL (place), 0);
      gtk_label_set_wrap (GTK_LABEL (place), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (place), 24);
      gtk_widget_add_css_class (place, "caption-heading");
      gtk_label_set_xalign (GTK_LABEL (whole), 0);
      gtk_label_set_wrap (GTK_LABEL (whole), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (whole), 24);
      gtk_label_set_lines (GTK_LABEL (whole), 4);
      gtk_label_set_ellipsize (GTK_LABEL (whole), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (whole, "caption");
      gtk_box_append (GTK_BOX (box), place);
      gtk_box_append (GTK_BOX (box), whole);
      gtk_box_append (self->shortenings, box);
    }
}

static void
show_layout (LasnaSummaryPage *self)
{
  g_autoptr (GError) error = NULL;
  LasnaLayout *layout = make_layout (self, &error);
  GSimpleActionGroup *actions = lasna_page_get_actions (LASNA_PAGE (self));
  static const char *const outputs[] = { "print", "export" };

  gtk_widget_set_visible (GTK_WIDGET (self->paper), layout != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), layout == NULL);
  gtk_label_set_label (self->trouble, error != NULL ? error->message : "");
  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (actions), outputs[i])),
        layout != NULL);
  show_shortenings (self, layout);
  lasna_picture_set_page (self->paper, layout);
}

static void
chosen_cb (GtkCheckButton *button, LasnaSummaryPage *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "stage");

  if (gtk_check_button_get_active (button))
    g_hash_table_remove (self->left_out, id);
  else
    g_hash_table_add (self->left_out, g_memdup2 (id, sizeof *id));
  show_layout (self);
}

static void
add_choice (LasnaSummaryPage *self, LasnaRecord *stage)
{
  GtkWidget *button = gtk_check_button_new_with_label (lasna_record_get_text (stage, "title"));
  gint64 id = lasna_record_get_id (stage);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), !is_left_out (self, id));
  g_object_set_data_full (G_OBJECT (button), "stage", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "toggled", G_CALLBACK (chosen_cb), self, 0);
  gtk_box_append (self->choices, button);
}

/* A page carries nine stages; where there are more, the first nine are chosen to begin with. */
static void
show_choices (LasnaSummaryPage *self)
{
  GListModel *stages = get_stages (self);
  guint n_stages = g_list_model_get_n_items (stages);
  g_autofree char *title = NULL;

  gtk_widget_set_visible (self->choice, n_stages > LASNA_SUMMARY_STAGES);
  clear_box (self->choices);
  if (n_stages <= LASNA_SUMMARY_STAGES)
    {
      g_hash_table_remove_all (self->left_out);
      return;
    }
  title = g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE, "Choose %u stage", "Choose up to %u stages", LASNA_SUMMARY_STAGES),
      LASNA_SUMMARY_STAGES);
  gtk_label_set_label (self->choice_title, title);
  for (guint i = 0; i < n_stages; i++)
    {
      g_autoptr (LasnaRecord) stage = g_list_model_get_item (stages, i);
      gint64 id = lasna_record_get_id (stage);

      if (i >= LASNA_SUMMARY_STAGES &&
          g_hash_table_size (self->left_out) < n_stages - LASNA_SUMMARY_STAGES)
        g_hash_table_add (self->left_out, g_memdup2 (&id, sizeof id));
    }
  for (guint i = 0; i < n_stages; i++)
    {
      g_autoptr (LasnaRecord) stage = g_list_model_get_item (stages, i);

      add_choice (self, stage);
    }
}

static void
show (LasnaSummaryPage *self)
{
  LasnaRecord *journey = get_journey (self);

  if (self->language == NULL)
    return;
  gtk_stack_set_visible_child_name (
      self->stack,
      journey != NULL && g_list_model_get_n_items (get_stages (self)) > 0 ? "page" : "empty");
  if (journey == NULL)
    return;
  show_choices (self);
  show_layout (self);
}

static gboolean
idle_cb (gpointer data)
{
  LASNA_SUMMARY_PAGE (data)->idle = 0;
  show (data);
  return G_SOURCE_REMOVE;
}

/* Changes come in bunches; a page out of view waits until it is looked at. */
static void
renew (LasnaSummaryPage *self)
{
  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add (idle_cb, self);
}

static void
lasna_summary_page_map (GtkWidget *widget)
{
  show (LASNA_SUMMARY_PAGE (widget));
  GTK_WIDGET_CLASS (lasna_summary_page_parent_class)->map (widget);
}

static void
grey_cb (LasnaSummaryPage *self)
{
  lasna_picture_set_grey (self->paper, gtk_switch_get_active (self->grey));
}

static gboolean
export_page (const char *path, gpointer data, GCancellable *cancellable, GError **error)
{
  return lasna_layout_export (data, path, LASNA_THEME_PRINT, NULL, error);
}

static const LasnaFileSavingKind kind = { export_page, NULL, (GDestroyNotify) lasna_layout_free };

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaSummaryPage *self = data;
  g_autoptr (GError) error = NULL;
  LasnaLayout *layout = make_layout (self, &error);

  if (layout == NULL)
    lasna_page_show_error (LASNA_PAGE (self), error);
  else
    lasna_file_saving_begin (
        LASNA_PAGE (self), layout->title, g_variant_get_string (parameter, NULL), &kind, layout);
}

static void
export_to_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaSummaryPage *self = data;
  LasnaLayout *layout = make_layout (self, NULL);

  if (layout != NULL)
    lasna_file_saving_to (LASNA_PAGE (self), g_variant_get_string (parameter, NULL), &kind, layout);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaSummaryPage *self = data;
  g_autoptr (GError) error = NULL;
  LasnaLayout *layout = make_layout (self, &error);

  if (layout == NULL)
    lasna_page_show_error (LASNA_PAGE (self), error);
  else
    lasna_printing_begin (LASNA_PAGE (self), layout);
}

static const GActionEntry actions[] = {
  { .name = "print", .activate = print_cb },
  { .name = "export", .activate = export_cb, .parameter_type = "s" },
  { .name = "export-to", .activate = export_to_cb, .parameter_type = "s" },
};

static void
add_languages (LasnaSummaryPage *self)
{
  /* Each in its own language. */
  static const char *const names[LASNA_N_LANGUAGES] = { "English", "Suomi", "Svenska" };
  GListStore *options = lasna_options_new ();

  for (guint i = 0; i < LASNA_N_LANGUAGES; i++)
    lasna_options_add (options, lasna_language_to_code (i), names[i], LASNA_INK_NONE);
  self->language = lasna_options_new_drop_down (options);
  lasna_options_select (self->language,
                        lasna_language_to_code (lasna_workbook_get_language (get_workbook (self))));
  lasna_naming_name_inside (self->language, _ ("Language of the page"));
  g_signal_connect_object (
      self->language, "notify::selected", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->language_row, self->language);
}

static void
lasna_summary_page_constructed (GObject *object)
{
  LasnaSummaryPage *self = LASNA_SUMMARY_PAGE (object);

  G_OBJECT_CLASS (lasna_summary_page_parent_class)->constructed (object);
  self->hearing = lasna_hearing_ref (get_workbook (self));
  add_languages (self);
  g_signal_connect_object (self->hearing, "changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      get_workbook (self), "changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
}

static void
lasna_summary_page_dispose (GObject *object)
{
  LasnaSummaryPage *self = LASNA_SUMMARY_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->hearing);
  self->language = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LASNA_TYPE_SUMMARY_PAGE);
  G_OBJECT_CLASS (lasna_summary_page_parent_class)->dispose (object);
}

static void
lasna_summary_page_finalize (GObject *object)
{
  g_hash_table_unref (LASNA_SUMMARY_PAGE (object)->left_out);
  G_OBJECT_CLASS (lasna_summary_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LasnaSummaryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LasnaSummaryPage, paper);
  gtk_widget_class_bind_template_child (widget_class, LasnaSummaryPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, LasnaSummaryPage, export);
  gtk_widget_class_bind_template_child (widget_class, LasnaSummaryPage, language_row);
  gtk_widget_class_bind_template_child (widget_class, LasnaSummaryPage, names);
  gtk_widget_class_bind_template_child (widget_class, LasnaSummaryPage, grey);
  gtk_widget_class_bind_template_child (widget_class, LasnaSummaryPage, choice);
  gtk_widget_class_bind_template_child (widget_class, LasnaSummaryPage, choice_title);
  gtk_widget_class_bind_template_child (widget_class, LasnaSummaryPage, choices);
  gtk_widget_class_bind_template_child (widget_class, LasnaSummaryPage, shortened_title);
  gtk_widget_class_bind_template_child (widget_class, LasnaSummaryPage, shortenings);
  gtk_widget_class_bind_template_callback (widget_class, show);
  gtk_widget_class_bind_template_callback (widget_class, grey_cb);
}

static void
lasna_summary_page_class_init (LasnaSummaryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = lasna_summary_page_constructed;
  object_class->dispose = lasna_summary_page_dispose;
  object_class->finalize = lasna_summary_page_finalize;
  widget_class->map = lasna_summary_page_map;
  g_type_ensure (LASNA_TYPE_PICTURE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/lasna/Lasna/lasna-summary-page.ui");
  bind_template (widget_class);
}

static void
lasna_summary_page_init (LasnaSummaryPage *self)
{
  self->left_out = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (lasna_page_get_actions (LASNA_PAGE (self))),
                                   actions,
                                   G_N_ELEMENTS (actions),
                                   self);
  g_signal_connect (self, "notify::journey", G_CALLBACK (renew), NULL);
}
