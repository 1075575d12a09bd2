/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list and its filters, and what stands beside it.
 */
#include "config.h"

#include "lasna-feedback-page.h"

#include "lasna-actions.h"
#include "lasna-feelings.h"
#include "lasna-filter-bar.h"
#include "lasna-hearing.h"
#include "lasna-import-assistant.h"
#include "lasna-inspector.h"
#include "lasna-naming.h"
#include "lasna-options.h"
#include "lasna-reading-bar.h"
#include "lasna-voice-entry.h"
#include "lasna-voice-list.h"
#include "lasna-voice-many.h"
#include "lasna-voice-names.h"
#include "lasna-voice-rows.h"
#include "lasna-voice-saving.h"
#include "lasna-voice-view.h"
#include "lasna-voice-deeds.h"
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
  LasnaReadingBar *progress;
  GtkStack *lists;
  GtkListView *list;
  GtkRevealer *revealer;
  GtkStack *sides;
  LasnaVoiceView *voice;
  LasnaVoiceEntry *entry;
  LasnaVoiceMany *many;
  LasnaVoiceNames *names;
  GtkButton *loose;
  LasnaInspector *inspector;
  LasnaImportAssistant *assistant;

  /* Owned */
  LasnaFeedback *feedback;
  LasnaVoiceList *voices;
  GtkSelectionModel *selection;
  LasnaVoice *shown;

  /* Borrowed */
  LasnaView *view;
  GtkWidget *order;

  gint64 wanted;   /* the id of a voice to be shown once the list has it; 0: none */
  char *came_from; /* (nullable) owned: the page to go back to from writing a voice down */
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
  { LASNA_VOICES_BY_FOLLOW_UP, FALSE }, { LASNA_VOICES_BY_MATCH, FALSE },
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

static gboolean
is_side (LasnaFeedbackPage *self, const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->sides), name) == 0;
}

static void
show_voice (LasnaFeedbackPage *self, LasnaVoice *voice)
{
  g_set_object (&self->shown, voice);
  lasna_voice_view_set_voice (self->voice, voice);
  if (voice != NULL)
    show_side (self, "voice");
  else if (!is_side (self, "entry"))
    gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

/* The voices that are chosen in the list. */
static GArray *
list_chosen (LasnaFeedbackPage *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (self->selection);
  GtkBitsetIter iterator;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iterator, chosen, &position); more;
       more = gtk_bitset_iter_next (&iterator, &position))
    {
      gint64 id = lasna_voice_list_get_id (self->voices, position);

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
selected_cb (LasnaFeedbackPage *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (self->selection);
  guint64 n = gtk_bitset_get_size (chosen);

  if (n == 1)
    {
      g_autoptr (LasnaVoice) voice =
          g_list_model_get_item (G_LIST_MODEL (self->voices), gtk_bitset_get_minimum (chosen));

      if (voice != NULL && (voice != self->shown || is_side (self, "many")))
        show_voice (self, voice);
    }
  else if (n > 1)
    {
      g_autoptr (GArray) ids = list_chosen (self);

      /* No key does anything to a voice that nobody sees. */
      g_clear_object (&self->shown);
      lasna_voice_view_set_voice (self->voice, NULL);
      lasna_voice_many_set_voices (self->many, get_workbook (self), ids);
      show_side (self, "many");
    }
}

/* Also the one that is chosen already, when what stands beside the list was put away. */
static void
activated_cb (LasnaFeedbackPage *self, guint position)
{
  g_autoptr (LasnaVoice) voice = g_list_model_get_item (G_LIST_MODEL (self->voices), position);

  gtk_selection_model_select_item (self->selection, position, TRUE);
  if (voice != NULL)
    show_voice (self, voice);
}

static void
show_counts (LasnaFeedbackPage *self, guint n, guint n_all)
{
  LasnaLanguage language = lasna_language_of_locale ();
  g_autofree char *some = lasna_words_count (language, n);
  g_autofree char *all = lasna_words_count (language, n_all);
  g_autofree char *text = NULL;

  if (n == n_all)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s voice", "%s voices", n), all);
  else
    /* Translators: how many voices pass the filter, and how many there are */
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s of %s voice", "%s of %s voices", n_all), some, all);
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
  gtk_selection_model_select_item (self->selection, position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
show_loose (LasnaFeedbackPage *self)
{
  guint n = lasna_voice_names_count (self->feedback);
  g_autofree char *label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u name to assign…", "%u names to assign…", n), n);

  gtk_button_set_label (self->loose, label);
  gtk_widget_set_visible (GTK_WIDGET (self->loose), n > 0);
}

static void
renewed_cb (LasnaFeedbackPage *self, const GError *error)
{
  LasnaColumns *columns = lasna_feedback_get_columns (self->feedback);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->voices));
  guint n_all = count_all (columns);

  if (error != NULL)
    lasna_page_show_error (LASNA_PAGE (self), error);
  lasna_reading_bar_set_busy (self->progress, FALSE);
  gtk_stack_set_visible_child_name (self->lists,
                                    n > 0            ? "list"
                                    : columns->n > 0 ? "nothing"
                                                     : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->bar), columns->n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->orders), n > 0);
  show_counts (self, n, n_all);
  select_wanted (self);
  show_loose (self);
}

static void
renew (LasnaFeedbackPage *self)
{
  const LasnaFilter *filter = lasna_view_get_filter (self->view);

  lasna_voice_view_set_search (self->voice, lasna_filter_get_search (filter));
  lasna_voice_list_set_filter (self->voices, filter);
  lasna_voice_list_renew (self->voices);
  lasna_reading_bar_set_busy (self->progress,
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
  gtk_box_prepend (self->orders, self->order);
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

/* Where the latest voice was: the next one is often about the same. */
static gint64
get_latest_stage (LasnaFeedbackPage *self)
{
  LasnaColumns *columns = lasna_feedback_get_columns (self->feedback);
  guint code;

  if (columns == NULL || columns->n == 0)
    return 0;
  code = lasna_columns_get_code (columns, LASNA_DIMENSION_STAGE, columns->n - 1);
  return code != 0 ? lasna_columns_get_value (columns, LASNA_DIMENSION_STAGE, code)->record : 0;
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaFeedbackPage *self = data;
  gint64 stage = get_stage_in_view (self);

  gtk_stack_set_visible_child_name (self->modes, "voices");
  show_side (self, "entry");
  lasna_voice_entry_begin (self->entry, get_workbook (self), get_journey (self));
  if (stage == 0 && !lasna_voice_entry_has_stage (self->entry))
    stage = get_latest_stage (self);
  if (stage != 0)
    lasna_voice_entry_set_stage (self->entry, stage);
}

static void
note_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaFeedbackPage *self = data;

  g_free (self->came_from);
  self->came_from = g_variant_dup_string (parameter, NULL);
  new_cb (NULL, NULL, self);
}

static void
toast (LasnaFeedbackPage *self, const char *sentence)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (LASNA_IS_WINDOW (root))
    lasna_window_toast_undo (LASNA_WINDOW (root), sentence);
}

static void
finish_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaFeedbackPage *self = data;
  g_autoptr (LasnaVoice) voice = NULL;
  g_autoptr (GArray) feelings = NULL;
  g_autoptr (GError) error = NULL;

  if (!is_side (self, "entry"))
    return;
  voice = lasna_voice_entry_save (self->entry, &error);
  if (voice == NULL)
    {
      lasna_page_show_error (LASNA_PAGE (self), error);
      return;
    }
  feelings = lasna_feelings_list (voice);
  g_set_object (&self->shown, voice);
  lasna_voice_view_set_voice (self->voice, voice);
  self->wanted = lasna_record_get_id (LASNA_RECORD (voice));
  select_wanted (self);
  lasna_voice_entry_set_offering (self->entry, lasna_feelings_are_destroying (feelings));
  lasna_voice_entry_begin (self->entry, get_workbook (self), get_journey (self));
  toast (self, _ ("The voice was written down."));
}

static void
stop_offering (LasnaFeedbackPage *self)
{
  lasna_voice_view_set_offering (self->voice, FALSE);
  lasna_voice_entry_set_offering (self->entry, FALSE);
}

typedef LasnaRecord *(*Make) (LasnaVoice *voice, GError **error);

static void
make (LasnaFeedbackPage *self, Make func, const char *sentence)
{
  g_autoptr (LasnaRecord) made = NULL;
  g_autoptr (GError) error = NULL;

  if (self->shown == NULL)
    return;
  made = func (self->shown, &error);
  if (made == NULL)
    {
      lasna_page_show_error (LASNA_PAGE (self), error);
      return;
    }
  stop_offering (self);
  toast (self, sentence);
}

static void
make_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  make (data, lasna_voice_make_action, _ ("An action was made of the voice."));
}

static void
complain_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  make (data, lasna_voice_make_complaint, _ ("The voice is a complaint now, to be followed up."));
}

static void
tell_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  make (data, lasna_voice_make_story, _ ("A story was made of the voice. Ask for permission."));
}

static void
leave_out_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaFeedbackPage *self = data;
  g_autoptr (GError) error = NULL;
  gboolean left_out;
  gint64 id;

  if (self->shown == NULL)
    return;
  left_out = !lasna_record_get_flag (LASNA_RECORD (self->shown), "excluded");
  id = lasna_record_get_id (LASNA_RECORD (self->shown));
  if (!lasna_voices_leave_out (get_workbook (self), &id, 1, left_out, &error))
    lasna_page_show_error (LASNA_PAGE (self), error);
  else
    toast (self,
           left_out ? _ ("The voice is left out of all figures.")
                    : _ ("The voice counts in the figures again."));
}

static void
feel_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  lasna_voice_view_choose_feelings (LASNA_FEEDBACK_PAGE (data)->voice);
}

static void
confirm_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  lasna_voice_view_confirm_feelings (LASNA_FEEDBACK_PAGE (data)->voice);
}

/* Of the voice in view; pressed again it is as nobody had begun. */
static void
follow_up_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaFeedbackPage *self = data;
  const char *term = g_variant_get_string (parameter, NULL);

  if (self->shown != NULL)
    g_object_set (self->shown,
                  "follow-up",
                  lasna_record_has_term (LASNA_RECORD (self->shown), "follow-up", term) ? NULL
                                                                                        : term,
                  NULL);
}

static void
open_made_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaFeedbackPage *self = data;
  const char *table;
  gint64 id;
  g_autoptr (LasnaRecord) record = NULL;

  g_variant_get (parameter, "(&sx)", &table, &id);
  record = lasna_workbook_find (get_workbook (self), table, id);
  if (record == NULL)
    return;
  lasna_inspector_set_record (self->inspector, record);
  show_side (self, "edit");
}

static void
assign_names_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaFeedbackPage *self = data;

  if (lasna_feedback_get_columns (self->feedback) == NULL)
    return;
  lasna_voice_names_show (self->names, self->feedback);
  show_side (self, "names");
}

static void
done_cb (LasnaFeedbackPage *self)
{
  toast (self, _ ("Done, as one step."));
  if (is_side (self, "names"))
    lasna_voice_names_show (self->names, self->feedback);
}

static void
refused_cb (LasnaFeedbackPage *self, const GError *error)
{
  lasna_page_show_error (LASNA_PAGE (self), error);
}

static void
not_now_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  stop_offering (data);
}

static void
edit (LasnaFeedbackPage *self, const char *property)
{
  if (self->shown == NULL)
    return;
  lasna_inspector_set_record (self->inspector, LASNA_RECORD (self->shown));
  show_side (self, "edit");
  lasna_inspector_focus_property (self->inspector, property);
}

static void
edit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  edit (data, "verbatim");
}

static void
read_between_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  edit (data, "between-lines");
}

/* From writing a voice down one goes back to where one was. */
static gboolean
go_back (LasnaFeedbackPage *self)
{
  g_autofree char *page = g_steal_pointer (&self->came_from);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (page == NULL || g_strcmp0 (page, "feedback") == 0 || !LASNA_IS_WINDOW (root))
    return FALSE;
  lasna_window_show_page (LASNA_WINDOW (root), page);
  return TRUE;
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaFeedbackPage *self = data;
  gboolean is_entry = is_side (self, "entry");

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->modes), "import") == 0)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  lasna_inspector_set_record (self->inspector, NULL);
  lasna_voice_entry_set_offering (self->entry, FALSE);
  if (!is_side (self, "voice") && self->shown != NULL)
    show_side (self, "voice");
  else
    gtk_revealer_set_reveal_child (self->revealer, FALSE);
  if (is_entry)
    go_back (self);
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
  { .name = "note", .activate = note_cb, .parameter_type = "s" },
  { .name = "finish", .activate = finish_cb },
  { .name = "show-stage", .activate = show_stage_cb, .parameter_type = "x" },
  { .name = "make-action", .activate = make_action_cb },
  { .name = "not-now", .activate = not_now_cb },
  { .name = "edit", .activate = edit_cb },
  { .name = "assign-names", .activate = assign_names_cb },
  { .name = "import", .activate = import_cb },
  { .name = "import-file", .activate = import_file_cb, .parameter_type = "s" },
};

static const GActionEntry local_actions[] = {
  { .name = "close", .activate = close_cb },
};

static const GActionEntry voice_actions[] = {
  { .name = "delete", .activate = delete_cb },
  { .name = "feel", .activate = feel_cb },
  { .name = "confirm", .activate = confirm_cb },
  { .name = "act", .activate = make_action_cb },
  { .name = "complain", .activate = complain_cb },
  { .name = "tell", .activate = tell_cb },
  { .name = "leave-out", .activate = leave_out_cb },
  { .name = "follow-up", .activate = follow_up_cb, .parameter_type = "s" },
  { .name = "read-between", .activate = read_between_cb },
  { .name = "open-made", .activate = open_made_cb, .parameter_type = "(sx)" },
};

static void
set_up_list (LasnaFeedbackPage *self)
{
  self->voices = lasna_voice_list_new (self->feedback);
  self->selection =
      GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->voices))));
  g_signal_connect_object (
      self->selection, "selection-changed", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  lasna_voice_rows_set_up (self->list, self->selection, self->view);
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

/* The keys of voices work from the first one on. */
static gboolean
lasna_feedback_page_enter (LasnaPage *page)
{
  LasnaFeedbackPage *self = LASNA_FEEDBACK_PAGE (page);

  return gtk_widget_get_mapped (GTK_WIDGET (self->list)) &&
         g_list_model_get_n_items (G_LIST_MODEL (self->voices)) > 0 &&
         gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
lasna_feedback_page_dispose (GObject *object)
{
  LasnaFeedbackPage *self = LASNA_FEEDBACK_PAGE (object);

  g_clear_pointer (&self->came_from, g_free);
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
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, many);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, names);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, loose);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, inspector);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, assistant);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_ended_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, refused_cb);
}

static void
lasna_feedback_page_class_init (LasnaFeedbackPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = lasna_feedback_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = lasna_feedback_page_dispose;
  LASNA_PAGE_CLASS (klass)->enter = lasna_feedback_page_enter;
  LASNA_PAGE_CLASS (klass)->show_record = lasna_feedback_page_show_record;
  g_type_ensure (LASNA_TYPE_FILTER_BAR);
  g_type_ensure (LASNA_TYPE_READING_BAR);
  g_type_ensure (LASNA_TYPE_VOICE_VIEW);
  g_type_ensure (LASNA_TYPE_VOICE_ENTRY);
  g_type_ensure (LASNA_TYPE_VOICE_MANY);
  g_type_ensure (LASNA_TYPE_VOICE_NAMES);
  g_type_ensure (LASNA_TYPE_INSPECTOR);
  g_type_ensure (LASNA_TYPE_IMPORT_ASSISTANT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/lasna/Lasna/lasna-feedback-page.ui");
  bind_template (widget_class);
}

static GSimpleActionGroup *
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
  /* The widget keeps it alive. */
  return group;
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
  gtk_widget_insert_action_group (
      GTK_WIDGET (self->sides),
      "voice",
      G_ACTION_GROUP (add_group (
          self, GTK_WIDGET (self->voice), "voice", voice_actions, G_N_ELEMENTS (voice_actions))));
}
