/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list and its filters, and what stands beside it.
 */
#include "config.h"

#include "lasna-feedback-page.h"

#include "lasna-action.h"
#include "lasna-actions.h"
#include "lasna-feelings.h"
#include "lasna-hearing.h"
#include "lasna-import-assistant.h"
#include "lasna-inspector.h"
#include "lasna-naming.h"
#include "lasna-options.h"
#include "lasna-voice-entry.h"
#include "lasna-voice-list.h"
#include "lasna-voice-row.h"
#include "lasna-voice-view.h"
#include "lasna-voice-details.h"
#include "lasna-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  FILTER_STAGE,
  FILTER_MOMENT,
  FILTER_CLUSTER,
  N_FILTERS
} Filter;

struct _LasnaFeedbackPage
{
  LasnaPage parent_instance;

  /* Template children */
  GtkStack *modes;
  GtkLabel *counts;
  GtkBox *filters;
  GtkEditable *search;
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
  GtkWidget *choices[N_FILTERS];

  gint64 wanted; /* the id of a voice to be shown once the list has it; 0: none */
  gboolean is_setting_up;
};

G_DEFINE_FINAL_TYPE (LasnaFeedbackPage, lasna_feedback_page, LASNA_TYPE_PAGE)

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

static LasnaFilter *
make_filter (LasnaFeedbackPage *self)
{
  LasnaFilter *filter = lasna_filter_new ();
  const char *text = gtk_editable_get_text (self->search);
  const char *stage = lasna_options_get_selected (self->choices[FILTER_STAGE]);
  const char *moment = lasna_options_get_selected (self->choices[FILTER_MOMENT]);
  const char *cluster = lasna_options_get_selected (self->choices[FILTER_CLUSTER]);

  if (*text != '\0')
    lasna_filter_add_value (filter, LASNA_DIMENSION_TEXT, text);
  if (stage != NULL)
    lasna_filter_add_record (filter, LASNA_DIMENSION_STAGE, g_ascii_strtoll (stage, NULL, 10));
  if (moment != NULL)
    lasna_filter_add_value (filter, LASNA_DIMENSION_MOMENT, moment);
  if (cluster != NULL)
    lasna_filter_add_value (filter, LASNA_DIMENSION_CLUSTER, cluster);
  return filter;
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
    n += (columns->flags[row] & LASNA_ROW_EXCLUDED) == 0;
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
renew (LasnaFeedbackPage *self)
{
  LasnaColumns *columns = lasna_feedback_get_columns (self->feedback);
  g_autoptr (LasnaFilter) filter = NULL;
  g_autoptr (GError) error = NULL;
  guint n_all;
  guint n;

  gtk_widget_set_visible (self->progress, lasna_hearing_is_first_load (self->feedback));
  if (columns == NULL || self->is_setting_up || self->choices[0] == NULL)
    return;
  filter = make_filter (self);
  if (!lasna_voice_list_set_filter (self->voices, filter, &error))
    lasna_page_show_error (LASNA_PAGE (self), error);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->voices));
  n_all = count_all (columns);
  gtk_stack_set_visible_child_name (self->lists, n > 0 ? "list" : n_all > 0 ? "nothing" : "empty");
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->filters)), n_all > 0);
  show_counts (self, n, n_all);
  select_wanted (self);
}

static void
filter_cb (LasnaFeedbackPage *self)
{
  renew (self);
}

static void
set_options (LasnaFeedbackPage *self, Filter which, GListStore *options, const char *name)
{
  const char *old =
      self->choices[which] != NULL ? lasna_options_get_selected (self->choices[which]) : NULL;
  g_autofree char *kept = g_strdup (old);

  self->is_setting_up = TRUE;
  if (self->choices[which] == NULL)
    {
      self->choices[which] = lasna_options_new_drop_down (options);
      g_signal_connect_object (self->choices[which],
                               "notify::selected",
                               G_CALLBACK (filter_cb),
                               self,
                               G_CONNECT_SWAPPED);
      lasna_naming_name_inside (self->choices[which], name);
      gtk_box_append (self->filters, self->choices[which]);
    }
  else
    {
      gtk_drop_down_set_model (GTK_DROP_DOWN (self->choices[which]), G_LIST_MODEL (options));
      lasna_options_select (self->choices[which],
                            lasna_options_find (options, kept, NULL) ? kept : NULL);
      g_object_unref (options);
    }
  self->is_setting_up = FALSE;
}

static void
set_stages (LasnaFeedbackPage *self)
{
  GListStore *stages = lasna_options_new ();

  lasna_options_add (stages, NULL, _ ("Every stage"), LASNA_INK_NONE);
  if (get_journey (self) != NULL)
    lasna_options_add_records (
        stages, lasna_record_get_children (get_journey (self), "stage", "journey"), NULL);
  set_options (self, FILTER_STAGE, stages, _ ("Stage"));
}

static void
set_filters (LasnaFeedbackPage *self)
{
  GListStore *moments = lasna_options_new ();
  GListStore *clusters = lasna_options_new ();

  set_stages (self);
  lasna_options_add (moments, NULL, _ ("Every moment"), LASNA_INK_NONE);
  lasna_options_add_terms (moments, get_workbook (self), "feedback-moment");
  set_options (self, FILTER_MOMENT, moments, _ ("Moment"));
  lasna_options_add (clusters, NULL, _ ("Every feeling"), LASNA_INK_NONE);
  lasna_options_add_terms (clusters, get_workbook (self), "cluster");
  set_options (self, FILTER_CLUSTER, clusters, _ ("Feeling"));
}

static void
journey_cb (LasnaFeedbackPage *self)
{
  if (self->choices[0] == NULL)
    return;
  set_stages (self);
  renew (self);
}

static void
show_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaFeedbackPage *self = data;

  self->is_setting_up = TRUE;
  gtk_editable_set_text (self->search, "");
  for (guint i = 0; i < N_FILTERS; i++)
    lasna_options_select (self->choices[i], NULL);
  self->is_setting_up = FALSE;
  renew (self);
}

static void
show_stage_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaFeedbackPage *self = data;

  show_all_cb (NULL, NULL, self);
  lasna_options_select_record (self->choices[FILTER_STAGE], g_variant_get_int64 (parameter));
}

static void
find_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (LASNA_FEEDBACK_PAGE (data)->search));
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaFeedbackPage *self = data;
  const char *stage = lasna_options_get_selected (self->choices[FILTER_STAGE]);

  gtk_stack_set_visible_child_name (self->modes, "voices");
  show_side (self, "entry");
  lasna_voice_entry_begin (self->entry, get_workbook (self), get_journey (self));
  if (stage != NULL)
    lasna_voice_entry_set_stage (self->entry, g_ascii_strtoll (stage, NULL, 10));
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
  { .name = "find", .activate = find_cb },
  { .name = "show-all", .activate = show_all_cb },
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
  set_up_list (self);
  set_filters (self);
  g_signal_connect_object (self->feedback, "changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      get_workbook (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  renew (self);
}

static void
lasna_feedback_page_dispose (GObject *object)
{
  LasnaFeedbackPage *self = LASNA_FEEDBACK_PAGE (object);

  memset (self->choices, 0, sizeof self->choices);
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
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, filters);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, search);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, progress);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, lists);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, list);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, revealer);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, sides);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, voice);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, entry);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, inspector);
  gtk_widget_class_bind_template_child (widget_class, LasnaFeedbackPage, assistant);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_ended_cb);
}

static void
lasna_feedback_page_class_init (LasnaFeedbackPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = lasna_feedback_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = lasna_feedback_page_dispose;
  LASNA_PAGE_CLASS (klass)->show_record = lasna_feedback_page_show_record;
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
  lasna_naming_name_inside (GTK_WIDGET (self->search), _ ("Words to look for"));
  add_group (self, GTK_WIDGET (self), "inspector", local_actions, G_N_ELEMENTS (local_actions));
  add_group (self, GTK_WIDGET (self->list), "voice", voice_actions, G_N_ELEMENTS (voice_actions));
  g_signal_connect (self, "notify::journey", G_CALLBACK (journey_cb), NULL);
}
