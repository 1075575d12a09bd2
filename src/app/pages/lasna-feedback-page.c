/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list and its filters, and what stands beside it.
 */
#include "config.h"

#include "lasna-feedback-page.h"

#include "lasna-action.h"
#include "lasna-actions.h"
#include "lasna-feelings.h"
#include "lasna-filter-bar.h"
#include "lasna-hearing.h"
#include "lasna-import-assistant.h"
#include "lasna-inspector.h"
#include "lasna-naming.h"
#include "lasna-options.h"
#include "lasna-voice-entry.h"
#include "lasna-voice-list.h"
#include "lasna-voice-row.h"
#include "lasna-voice-saving.h"
#include "lasna-voice-view.h"
#include "lasna-voice-details.h"
#include "lasna-view.h"
#include "lasna-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LasnaFeedbackPage
{
  LasnaPage parent_instance;

  /* Template children */
  GtkStack *modes;
  GtkLabel *counts;
  LasnaFilterBar *bar;
  GtkBox *orders;
  GtkWidget *progress;
  GtkStack *lists;
  GtkListView *list;
  GtkRevealer *revealer;
  GtkStack *sides;
  LasnaVoiceView *voice;
  LasnaVoiceEntry *entry;
  LasnaInspector *inspector;
  LasnaImportAssistant *assistant;

  /* Owned */
  LasnaFeedback *feedback;
  LasnaVoiceList *voices;
  GtkSingleSelection *selection;
  LasnaVoice *shown;

  /* Borrowed */
  LasnaView *view;
  GtkWidget *order;

  gint64 wanted; /* the id of a voice to be shown once the list has it; 0: none */
};

G_DEFINE_FINAL_TYPE (LasnaFeedbackPage, lasna_feedback_page, LASNA_TYPE_PAGE)

/* In which orders voices can be read; the first is how they come. */
static const struct
{
  LasnaVoiceOrder order;
  gboolean descending;
} orders[] = {
  { LASNA_VOICES_BY_DATE, TRUE },       { LASNA_VOICES_BY_DATE, FALSE },
  { LASNA_VOICES_BY_FEELING, FALSE },   { LASNA_VOICES_BY_FEELING, TRUE },
  { LASNA_VOICES_BY_SCORE, FALSE },     { LASNA_VOICES_BY_SCORE, TRUE },
  { LASNA_VOICES_BY_LENGTH, TRUE },     { LASNA_VOICES_BY_LENGTH, FALSE },
  { LASNA_VOICES_BY_STAGE, FALSE },     { LASNA_VOICES_BY_TOUCHPOINT, FALSE },
  { LASNA_VOICES_BY_CHANNEL, FALSE },   { LASNA_VOICES_BY_SEGMENT, FALSE },
  { LASNA_VOICES_BY_FOLLOW_UP, FALSE },
};

static LasnaWorkbook *
get_workbook (LasnaFeedbackPage *self)
{
  return lasna_page_get_workbook (LASNA_PAGE (self));
}

static LasnaRecord *
get_journey (LasnaFeedbackPage *self)
{
  return LASNA_RECORD (lasna_page_get_journey (LASNA_PAGE (self)));
}

static void
show_side (LasnaFeedbackPage *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->sides, name);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

static void
show_voice (LasnaFeedbackPage *self, LasnaVoice *voice)
{
  g_set_object (&self->shown, voice);
  lasna_voice_view_set_voice (self->voice, voice);
  if (voice != NULL)
    show_side (self, "voice");
  else if (g_strcmp0 (gtk_stack_get_visible_child_name (self->sides), "entry") != 0)
    gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
selected_cb (LasnaFeedbackPage *self)
{
  LasnaVoice *voice = gtk_single_selection_get_selected_item (self->selection);

  if (voice != NULL && voice != self->shown)
    show_voice (self, voice);
}

static void
show_counts (LasnaFeedbackPage *self, guint n, guint n_all)
{
  g_autofree char *text = NULL;

  if (n == n_all)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u voice", "%u voices", n), n);
  else
    /* Translators: how many voices pass the filter, and how many there are */
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u of %u voice", "%u of %u voices", n_all), n, n_all);
  gtk_label_set_label (self->counts, n_all == 0 ? "" : text);
}

/* Voices left out of the figures are in no list. */
static guint
count_all (const LasnaColumns *columns)
{
  guint n = 0;

  for (guint row = 0; row < columns->n; row++)
    n += (lasna_columns_get_flags (columns, row) & LASNA_ROW_EXCLUDED) == 0;
  return n;
}

static void
select_wanted (LasnaFeedbackPage *self)
{
  guint position;

  if (self->wanted == 0 || !lasna_voice_list_find (self->voices, self->wanted, &position))
    return;
  self->wanted = 0;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
renewed_cb (LasnaFeedbackPage *self, const GError *error)
{
  LasnaColumns *columns = lasna_feedback_get_columns (self->feedback);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->voices));
  guint n_all = count_all (columns);

  if (error != NULL)
    lasna_page_show_error (LASNA_PAGE (self), error);
  gtk_widget_set_visible (self->progress, FALSE);
  gtk_stack_set_visible_child_name (self->lists,
                                    n > 0            ? "list"
                                    : columns->n > 0 ? "nothing"
                                                     : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->bar), columns->n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->orders), n > 1);
  show_counts (self, n, n_all);
  select_wanted (self);
}

static void
renew (LasnaFeedbackPage *self)
{
  lasna_voice_list_set_filter (self->voices, lasna_view_get_filter (self->view));
  lasna_voice_list_renew (self->voices);
  gtk_widget_set_visible (self->progress,
                          lasna_hearing_is_first_load (self->feedback) ||
                              lasna_voice_list_is_busy (self->voices));
}

static void
order_cb (LasnaFeedbackPage *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->order));

  if (selected == GTK_INVALID_LIST_POSITION)
    return;
  lasna_voice_list_set_order (self->voices, orders[selected].order, orders[selected].descending);
  renew (self);
}

static void
set_up_orders (LasnaFeedbackPage *self)
{
  GListStore *options = lasna_options_new ();

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      lasna_options_add (options,
                         id,
                         _ (lasna_voice_order_get_title (orders[i].order, orders[i].descending)),
                         LASNA_INK_NONE);
    }
  self->order = lasna_options_new_drop_down (options);
  gtk_widget_add_css_class (self->order, "order");
  lasna_naming_name_inside (self->order, _ ("Order of the voices"));
  gtk_box_append (self->orders, self->order);
  g_signal_connect_object (
      self->order, "notify::selected", G_CALLBACK (order_cb), self, G_CONNECT_SWAPPED);
}

static void
show_stage_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaFeedbackPage *self = data;
  g_autoptr (LasnaFilter) filter = lasna_filter_new ();
  gint64 stage = g_variant_get_int64 (parameter);

  if (stage != 0)
    lasna_filter_add_record (filter, LASNA_DIMENSION_STAGE, stage);
  lasna_view_set_filter (self->view, filter);
}

/* The stage that all voices in view are about; 0 where there is not just one. */
static gint64
get_stage_in_view (LasnaFeedbackPage *self)
{
  const LasnaFilter *filter = lasna_view_get_filter (self->view);
  gint64 stage = 0;

  for (guint i = 0; i < lasna_filter_get_n_conditions (filter); i++)
    {
      const LasnaCondition *condition = lasna_filter_get_condition (filter, i);

      if (condition->dimension != LASNA_DIMENSION_STAGE)
        continue;
      if (stage != 0)
        return 0;
      stage = condition->record;
    }
  return stage;
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaFeedbackPage *self = data;
  gint64 stage = get_stage_in_view (self);

  gtk_stack_set_visible_child_name (self->modes, "voices");
  show_side (self, "entry");
  lasna_voice_entry_begin (self->entry, get_workbook (self), get_journey (self));
  if (stage != 0)
    lasna_voice_entry_set_stage (self->entry, stage);
}

static void
finish_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaFeedbackPage *self = data;
  g_autoptr (LasnaVoice) voice = NULL;
  g_autoptr (GArray) feelings = NULL;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->sides), "entry") != 0)
    return;
  voice = lasna_voice_entry_save (self->entry, &error);
  if (voice == NULL)
    {
      lasna_page_show_error (LASNA_PAGE (self), error);
      return;
    }
  feelings = lasna_feelings_list (voice);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  self->wanted = lasna_record_get_id (LASNA_RECORD (voice));
  show_voice (self, voice);
  lasna_voice_view_set_offering (self->voice, lasna_feelings_are_destroying (feelings));
  if (LASNA_IS_WINDOW (root))
    lasna_window_toast_undo (LASNA_WINDOW (root), _ ("The voice was written down."));
}

static char *
dup_action_title (LasnaVoice *voice)
{
  const char *words = lasna_record_get_text (LASNA_RECORD (voice), "verbatim");
  g_autofree char *start = NULL;

  if (words == NULL)
    return g_strdup (_ ("Do something about a voice"));
  start = g_utf8_substring (words, 0, MIN (60, g_utf8_strlen (words, -1)));
  g_strdelimit (start, "\r\n\t", ' ');
  /* Translators: the title of an action; %s is the beginning of what a customer said */
  return g_strdup_printf (_ ("About “%s…”"), g_strstrip (start));
}

static void
make_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaFeedbackPage *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *title = NULL;
  g_autoptr (LasnaRecord) stage = NULL;
  LasnaRecord *made;

  if (self->shown == NULL)
    return;
  title = dup_action_title (self->shown);
  stage = lasna_voice_get_place (self->shown, "stage");
  made = lasna_workbook_add (get_workbook (self),
                             LASNA_TYPE_ACTION,
                             "title",
                             title,
                             "feedback",
                             self->shown,
                             "stage",
                             stage,
                             NULL);
  lasna_voice_view_set_offering (self->voice, FALSE);
  if (made != NULL && LASNA_IS_WINDOW (root))
    lasna_window_toast_undo (LASNA_WINDOW (root), _ ("An action was made of the voice."));
}

static void
not_now_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  lasna_voice_view_set_offering (LASNA_FEEDBACK_PAGE (data)->voice, FALSE);
}

static void
edit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaFeedbackPage *self = data;

  if (self->shown == NULL)
    return;
  lasna_inspector_set_record (self->inspector, LASNA_RECORD (self->shown));
  show_side (self, "edit");
  lasna_inspector_focus_property (self->inspector, "verbatim");
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaFeedbackPage *self = data;
  const char *side = gtk_stack_get_visible_child_name (self->sides);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->modes), "import") == 0)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  lasna_inspector_set_record (self->inspector, NULL);
  if (g_strcmp0 (side, "voice") != 0 && self->shown != NULL)
    show_side (self, "voice");
  else
    gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaFeedbackPage *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (LasnaVoice) voice = NULL;

  if (!g_set_object (&voice, self->shown))
    return;
  show_voice (self, NULL);
  lasna_record_delete (LASNA_RECORD (voice));
  if (lasna_record_is_deleted (LASNA_RECORD (voice)) && LASNA_IS_WINDOW (root))
    lasna_window_toast_undo (LASNA_WINDOW (root), _ ("The voice was deleted."));
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaFeedbackPage *self = data;

  gtk_stack_set_visible_child_name (self->modes, "import");
  lasna_import_assistant_begin (self->assistant, get_workbook (self), get_journey (self), NULL);
}

static void
import_file_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaFeedbackPage *self = data;

  gtk_stack_set_visible_child_name (self->modes, "import");
  lasna_import_assistant_begin (self->assistant,
                                get_workbook (self),
                                get_journey (self),
                                g_variant_get_string (parameter, NULL));
}

static void
import_ended_cb (LasnaFeedbackPage *self)
{
  gtk_stack_set_visible_child_name (self->modes, "voices");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static const GActionEntry actions[] = {
  { .name = "new", .activate = new_cb },
  { .name = "finish", .activate = finish_cb },
  { .name = "show-stage", .activate = show_stage_cb, .parameter_type = "x" },
  { .name = "make-action", .activate = make_action_cb },
  { .name = "not-now", .activate = not_now_cb },
  { .name = "edit", .activate = edit_cb },
  { .name = "import", .activate = import_cb },
  { .name = "import-file", .activate = import_file_cb, .parameter_type = "s" },
};

static const GActionEntry local_actions[] = {
  { .name = "close", .activate = close_cb },
};

static const GActionEntry voice_actions[] = {
  { .name = "delete", .activate = delete_cb },
};

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, lasna_voice_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  LasnaVoiceRow *row = LASNA_VOICE_ROW (gtk_list_item_get_child (item));
  const char *name;

  lasna_voice_row_set_voice (row, gtk_list_item_get_item (item));
  name = lasna_voice_row_get_name (row);
  lasna_naming_name_row (item, name != NULL ? name : _ ("Voice"));
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  lasna_voice_row_set_voice (LASNA_VOICE_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
set_up_list (LasnaFeedbackPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->voices = lasna_voice_list_new (self->feedback);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->voices)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (
      self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

static gboolean
lasna_feedback_page_show_record (LasnaPage *page, LasnaRecord *record)
{
  LasnaFeedbackPage *self = LASNA_FEEDBACK_PAGE (page);

  if (!LASNA_IS_VOICE (record))
    return FALSE;
  self->wanted = lasna_record_get_id (record);
  show_voice (self, LASNA_VOICE (record));
  return TRUE;
}

static void
changed_cb (LasnaFeedbackPage *self)
{
  if (self->shown != NULL && lasna_record_is_deleted (LASNA_RECORD (self->shown)))
    show_voice (self, NULL);
}

static void
lasna_feedback_page_constructed (GObject *object)
{
  LasnaFeedbackPage *self = LASNA_FEEDBACK_PAGE (object);

  G_OBJECT_CLASS (lasna_feedback_page_parent_class)->constructed (object);
  self->feedback = lasna_hearing_ref (get_workbook (self));
  self->view = lasna_view_get (get_workbook (self));
  set_up_list (self);
  set_up_orders (self);
  lasna_filter_bar_set_up (self->bar, LASNA_PAGE (self));
  g_signal_connect_object (
      self->voices, "renewed", G_CALLBACK (renewed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feedback, "changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      get_workbook (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  renew (self);
}

static void
lasna_feedback_page_dispose (GObject *object)
{
  LasnaFeedbackPage *self = LASNA_FEEDBACK_PAGE (object);

  g_clear_object (&self->shown);
  g_clear_object (&self->selection);
  g_clear_object (&self->voices);
  g_clear_object (&self->feedback);
  G_OBJECT_CLASS (lasna_feedback_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, modes);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, counts);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, bar);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, orders);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, progress);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, lists);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, list);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, revealer);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, sides);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, voice);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, entry);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, inspector);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, assistant);
  gtk_widget_class_bind_template_callback (widget_class, import_ended_cb);
}

static void
lasna_feedback_page_class_init (LasnaFeedbackPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = lasna_feedback_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = lasna_feedback_page_dispose;
  LASNA_PAGE_CLASS (klass)->show_record = lasna_feedback_page_show_record;
  g_type_ensure (LASNA_TYPE_FILTER_BAR);
  g_type_ensure (LASNA_TYPE_VOICE_VIEW);
  g_type_ensure (LASNA_TYPE_VOICE_ENTRY);
  g_type_ensure (LASNA_TYPE_INSPECTOR);
  g_type_ensure (LASNA_TYPE_IMPORT_ASSISTANT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/lasna/Lasna/lasna-feedback-page.ui");
  bind_template (widget_class);
}

static void
add_group (LasnaFeedbackPage *self,
           GtkWidget *widget,
           const char *prefix,
           const GActionEntry *entries,
           guint n_entries)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autofree char *keys = g_strdup_printf ("%s.", prefix);

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, (int) n_entries, self);
  gtk_widget_insert_action_group (widget, prefix, G_ACTION_GROUP (group));
  lasna_actions_add_keys (widget, keys);
}

static void
lasna_feedback_page_init (LasnaFeedbackPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (lasna_page_get_actions (LASNA_PAGE (self))),
                                   actions,
                                   G_N_ELEMENTS (actions),
                                   self);
  lasna_voice_saving_add_actions (LASNA_PAGE (self));
  add_group (self, GTK_WIDGET (self), "inspector", local_actions, G_N_ELEMENTS (local_actions));
  add_group (self, GTK_WIDGET (self->list), "voice", voice_actions, G_N_ELEMENTS (voice_actions));
}
