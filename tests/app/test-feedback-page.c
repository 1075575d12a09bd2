/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The feedback page: the list and its filters, writing down a voice, bringing in a file.
 */
#include "config.h"

#include "lasna-test-page.h"

#include "lasna-feeling-picker.h"
#include "lasna-filter-bar.h"
#include "lasna-filter-choices.h"
#include "lasna-import-assistant.h"
#include "lasna-kept-views.h"
#include "lasna-property-row.h"
#include "lasna-toast.h"
#include "lasna-view.h"
#include "lasna-voice.h"
#include "lasna-voice-details.h"
#include "lasna-voice-entry.h"
#include "lasna-voice-many.h"
#include "lasna-voice-names.h"
#include "lasna-voice-view.h"

#include <string.h>

static GtkWidget *
get_list_view (LasnaTestPage *fixture)
{
  GtkWidget *page = GTK_WIDGET (lasna_window_get_page (fixture->window));
  GtkWidget *view;

  /* Drop-downs have lists of their own. */
  for (guint i = 0; (view = lasna_test_page_find (page, GTK_TYPE_LIST_VIEW, i)) != NULL; i++)
    if (gtk_widget_has_css_class (view, "voices"))
      break;
  g_assert_nonnull (view);
  return view;
}

static GListModel *
get_list (LasnaTestPage *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (get_list_view (fixture))));
}

static guint
count (LasnaTestPage *fixture)
{
  return g_list_model_get_n_items (get_list (fixture));
}

static gboolean
has_voices (gpointer fixture)
{
  return count (fixture) > 0;
}

static void
show (LasnaTestPage *fixture)
{
  lasna_test_page_show (fixture, "feedback");
  lasna_test_wait (has_voices, fixture);
}

static LasnaView *
get_view (LasnaTestPage *fixture)
{
  return lasna_view_get (fixture->workbook);
}

/* A condition more, as a chart or the list of choices would add it. */
static void
narrow (LasnaTestPage *fixture, const char *where)
{
  g_autoptr (LasnaFilter) filter = lasna_filter_copy (lasna_view_get_filter (get_view (fixture)));
  g_autoptr (GError) error = NULL;

  lasna_filter_add_where (filter, where, &error);
  g_assert_no_error (error);
  lasna_view_set_filter (get_view (fixture), filter);
  lasna_test_settle ();
}

static GtkWidget *
get_bar (LasnaTestPage *fixture)
{
  return lasna_test_page_find (
      GTK_WIDGET (lasna_window_get_page (fixture->window)), LASNA_TYPE_FILTER_BAR, 0);
}

static GtkWidget *
find_chip (LasnaTestPage *fixture, guint index)
{
  GtkWidget *button;

  for (guint i = 0; (button = lasna_test_page_find (get_bar (fixture), GTK_TYPE_BUTTON, i)) != NULL;
       i++)
    if (gtk_widget_has_css_class (button, "chip") && index-- == 0)
      return button;
  return NULL;
}

static void
test_filter (LasnaTestPage *fixture, gconstpointer data)
{
  guint n_all;
  guint n_stage;
  g_autoptr (LasnaRecord) voice = NULL;

  show (fixture);
  lasna_test_page_assert_named (GTK_WIDGET (fixture->window));
  n_all = count (fixture);
  g_assert_cmpuint (n_all, >, 300);
  g_assert_null (find_chip (fixture, 0));
  narrow (fixture, "stage=Purchase");
  n_stage = count (fixture);
  g_assert_cmpuint (n_stage, >, 0);
  g_assert_cmpuint (n_stage, <, n_all);
  narrow (fixture, "moment=when-wrong");
  g_assert_cmpuint (count (fixture), <, n_stage);
  lasna_test_page_assert_named (GTK_WIDGET (fixture->window));

  /* A chip takes its condition away, and one can go back. */
  g_assert_nonnull (find_chip (fixture, 1));
  g_signal_emit_by_name (find_chip (fixture, 1), "clicked");
  lasna_test_settle ();
  g_assert_cmpuint (count (fixture), ==, n_stage);
  g_assert_null (find_chip (fixture, 1));
  lasna_test_page_act (fixture, "page.back");
  g_assert_cmpuint (count (fixture), <, n_stage);
  lasna_test_page_act (fixture, "page.show-all");
  g_assert_cmpuint (count (fixture), ==, n_all);
  g_assert_null (find_chip (fixture, 0));

  voice = g_list_model_get_item (get_list (fixture), 0);
  g_assert_true (LASNA_IS_VOICE (voice));
}

/* Whoever comes by the key of the page stands among the voices. */
static void
test_enter (LasnaTestPage *fixture, gconstpointer data)
{
  GtkWidget *focus;

  show (fixture);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  lasna_page_enter (lasna_window_get_page (fixture->window));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW));
}

static gpointer
find_keys (GtkWidget *list)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (list);
  gpointer found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (all, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        found = controller;
    }
  return found;
}

/* Tab leads from the list to what stands beside it, and back, however many voices there are. */
static void
test_tab (LasnaTestPage *fixture, gconstpointer data)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);
  GtkWidget *side;
  GtkWidget *list;
  gboolean handled = FALSE;

  show (fixture);
  lasna_page_enter (lasna_window_get_page (fixture->window));
  list = gtk_widget_get_ancestor (gtk_window_get_focus (window), GTK_TYPE_LIST_VIEW);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_list (fixture)), 0, TRUE);
  lasna_test_settle ();
  g_signal_emit_by_name (find_keys (list), "key-pressed", GDK_KEY_Tab, 0, 0, &handled);
  g_assert_true (handled);
  side = lasna_test_page_find (GTK_WIDGET (window), LASNA_TYPE_VOICE_VIEW, 0);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window), side));
  gtk_widget_grab_focus (list);
  g_signal_emit_by_name (find_keys (list), "key-pressed", GDK_KEY_ISO_Left_Tab, 0, 0, &handled);
  g_assert_true (handled);
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (window), side));
  g_assert_null (gtk_widget_get_ancestor (gtk_window_get_focus (window), GTK_TYPE_LIST_VIEW));
}

/* What is tried while the pointer drags is one step. */
static void
test_steps (LasnaTestPage *fixture, gconstpointer data)
{
  LasnaView *view = get_view (fixture);

  g_assert_false (lasna_view_can_go_back (view));
  narrow (fixture, "stage=Purchase");
  lasna_view_hold (view);
  narrow (fixture, "moment=when-wrong");
  narrow (fixture, "task=0");
  lasna_view_release (view);
  g_assert_cmpuint (lasna_filter_get_n_conditions (lasna_view_get_filter (view)), ==, 3);
  lasna_view_set_filter (view, lasna_view_get_filter (view));
  lasna_view_go_back (view);
  g_assert_cmpuint (lasna_filter_get_n_conditions (lasna_view_get_filter (view)), ==, 1);
  lasna_view_go_back (view);
  g_assert_true (lasna_filter_is_empty (lasna_view_get_filter (view)));
  g_assert_false (lasna_view_can_go_back (view));
  lasna_view_go_back (view);
}

static GtkEditable *
get_search (LasnaTestPage *fixture)
{
  return GTK_EDITABLE (lasna_test_page_find (get_bar (fixture), GTK_TYPE_SEARCH_ENTRY, 0));
}

static gboolean
has_few (gpointer fixture)
{
  return count (fixture) < 50;
}

static gboolean
has_many (gpointer fixture)
{
  return count (fixture) > 300;
}

static void
test_search (LasnaTestPage *fixture, gconstpointer data)
{
  g_autoptr (LasnaRecord) voice = NULL;
  g_autofree char *words = NULL;

  show (fixture);
  lasna_test_page_act (fixture, "page.find");
  gtk_editable_set_text (get_search (fixture), "sauna");
  lasna_test_wait (has_few, fixture);
  g_assert_cmpuint (count (fixture), >, 0);
  voice = g_list_model_get_item (get_list (fixture), 0);
  words = g_utf8_strdown (lasna_record_get_text (voice, "verbatim"), -1);
  g_assert_nonnull (strstr (words, "sauna"));

  /* The field says what is in view, whoever changed it; the letters were one step. */
  lasna_test_page_act (fixture, "page.back");
  lasna_test_wait (has_many, fixture);
  g_assert_cmpstr (gtk_editable_get_text (get_search (fixture)), ==, "");
}

static gboolean
shows_only_purchase (gpointer choices)
{
  return lasna_test_shows (choices, "Purchase") && !lasna_test_shows (choices, "Exploring");
}

static void
test_choices (LasnaTestPage *fixture, gconstpointer data)
{
  GtkWidget *choices;
  GtkWidget *typed;
  guint n_all;

  show (fixture);
  n_all = count (fixture);
  lasna_test_page_act (fixture, "page.narrow");
  lasna_test_settle ();
  choices = lasna_test_page_find (get_bar (fixture), LASNA_TYPE_FILTER_CHOICES, 0);
  g_assert_true (gtk_widget_get_mapped (choices));
  lasna_test_page_assert_named (choices);
  typed = lasna_test_page_find (choices, GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (typed), "stage purch");
  lasna_test_wait (shows_only_purchase, choices);
  g_signal_emit_by_name (typed, "activate");
  lasna_test_settle ();
  g_assert_cmpuint (count (fixture), <, n_all);
  g_assert_nonnull (find_chip (fixture, 0));
}

static void
test_keep (LasnaTestPage *fixture, gconstpointer data)
{
  GtkWidget *kept;
  GtkWidget *name;
  GListModel *saved = lasna_workbook_get_records (fixture->workbook, "saved_filter");
  g_autoptr (LasnaRecord) record = NULL;
  guint n_saved = g_list_model_get_n_items (saved);
  guint n_kept;

  show (fixture);
  narrow (fixture, "stage=Purchase");
  n_kept = count (fixture);
  lasna_test_page_act (fixture, "page.keep-view");
  kept = lasna_test_page_find (get_bar (fixture), LASNA_TYPE_KEPT_VIEWS, 0);
  lasna_test_page_assert_named (kept);
  name = lasna_test_page_find (kept, GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (name), "  ");
  g_signal_emit_by_name (name, "activate");
  g_assert_cmpuint (g_list_model_get_n_items (saved), ==, n_saved);
  gtk_editable_set_text (GTK_EDITABLE (name), "Buyers");
  g_signal_emit_by_name (name, "activate");
  g_assert_cmpuint (g_list_model_get_n_items (saved), ==, n_saved + 1);
  record = g_list_model_get_item (saved, n_saved);
  g_assert_cmpstr (lasna_record_get_text (record, "name"), ==, "Buyers");

  lasna_test_page_act (fixture, "page.show-all");
  g_assert_cmpuint (count (fixture), >, n_kept);
  lasna_test_page_act (fixture, "page.keep-view");
  lasna_test_settle ();
  /* With nothing to keep, there is room for the names of what is kept, and the keys go there. */
  g_assert_cmpint (gtk_widget_get_width (kept), >, 300);
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                             GTK_TYPE_LIST_BOX_ROW));
  g_signal_emit_by_name (lasna_test_page_find (kept, GTK_TYPE_LIST_BOX, 0),
                         "row-activated",
                         lasna_test_page_find (kept, GTK_TYPE_LIST_BOX_ROW, n_saved));
  lasna_test_settle ();
  g_assert_cmpuint (count (fixture), ==, n_kept);
}

static gboolean
has_one_more (gpointer data)
{
  guint *n = g_object_get_data (G_OBJECT (((LasnaTestPage *) data)->window), "n");

  return count (data) == *n + 1;
}

static gboolean
is_toast_out (gpointer toast)
{
  return gtk_revealer_get_child_revealed (
      GTK_REVEALER (lasna_test_page_find (toast, GTK_TYPE_REVEALER, 0)));
}

/* Enter opens the voice it is on, also when that was closed before. */
static void
test_open (LasnaTestPage *fixture, gconstpointer data)
{
  show (fixture);
  for (guint i = 0; i < 2; i++)
    {
      g_signal_emit_by_name (get_list_view (fixture), "activate", 1u);
      lasna_test_settle ();
      g_assert_true (lasna_test_shows (fixture->window, "How did it feel?"));
      lasna_test_page_act (fixture, "inspector.close");
      g_assert_false (lasna_test_shows (fixture->window, "How did it feel?"));
    }
}

/* What is said in the smallest window covers no button of the form. */
static void
test_room (LasnaTestPage *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *toast = lasna_test_page_find (window, LASNA_TYPE_TOAST, 0);
  GtkWidget *entry;
  GtkWidget *button;
  graphene_rect_t said;

  gtk_widget_set_visible (window, FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 600);
  gtk_window_present (GTK_WINDOW (window));
  lasna_test_settle ();
  g_assert_cmpint (gtk_widget_get_width (window), <=, 900);
  show (fixture);
  lasna_test_page_act (fixture, "page.new");
  entry = lasna_test_page_find (window, LASNA_TYPE_VOICE_ENTRY, 0);
  lasna_window_toast_undo (fixture->window, "A sentence that is as long as sentences are here.");
  lasna_test_wait (is_toast_out, toast);
  g_assert_true (gtk_widget_compute_bounds (toast, window, &said));
  for (guint i = 0; (button = lasna_test_page_find (entry, GTK_TYPE_BUTTON, i)) != NULL; i++)
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (button, window, &bounds));
      g_assert_false (gtk_widget_get_mapped (button) &&
                      graphene_rect_intersection (&said, &bounds, NULL));
    }
}

static void
test_quick_entry (LasnaTestPage *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *entry;
  GtkWidget *words;
  GtkWidget *picker;
  GtkWidget *offer;
  g_autoptr (LasnaRecord) voice = NULL;
  guint n;

  show (fixture);
  lasna_test_page_show (fixture, "journey");
  lasna_test_page_act (fixture, "win.note-voice");
  page = GTK_WIDGET (lasna_window_get_page (fixture->window));
  n = count (fixture);
  g_object_set_data (G_OBJECT (fixture->window), "n", &n);
  entry = lasna_test_page_find (page, LASNA_TYPE_VOICE_ENTRY, 0);
  lasna_test_page_assert_named (GTK_WIDGET (fixture->window));
  words = lasna_test_page_find (entry, GTK_TYPE_TEXT_VIEW, 0);
  g_assert_true (gtk_widget_is_focus (words));
  lasna_test_page_act (fixture, "page.finish");
  g_assert_cmpuint (count (fixture), ==, n);

  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (words)), "Nobody met us at the road", -1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (lasna_test_page_find (entry, GTK_TYPE_DROP_DOWN, 0)),
                              4);
  picker = lasna_test_page_find (entry, LASNA_TYPE_FEELING_PICKER, 0);
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (lasna_test_page_find (picker, GTK_TYPE_TOGGLE_BUTTON, 0)), TRUE);
  lasna_test_page_act (fixture, "page.finish");
  lasna_test_wait (has_one_more, fixture);

  voice = g_list_model_get_item (get_list (fixture), 0);
  g_assert_cmpstr (lasna_record_get_text (voice, "verbatim"), ==, "Nobody met us at the road");
  g_assert_true (lasna_record_is_set (voice, "stage"));
  g_assert_true (lasna_record_is_set (voice, "channel"));
  /* It is chosen in the list, while the form is ready for the next. */
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (get_list (fixture)), 0));
  g_assert_true (gtk_widget_get_mapped (entry));
  g_assert_true (gtk_widget_is_focus (words));

  /* A destroying feeling offers an action, and the next voice can be written at once. */
  offer = lasna_test_page_find (entry, GTK_TYPE_REVEALER, 0);
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (offer)));
  n = g_list_model_get_n_items (lasna_workbook_get_records (fixture->workbook, "action"));
  lasna_test_page_act (fixture, "page.make-action");
  g_assert_cmpuint (
      g_list_model_get_n_items (lasna_workbook_get_records (fixture->workbook, "action")),
      ==,
      n + 1);
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (offer)));
  g_assert_true (gtk_widget_is_focus (words));
  g_assert_cmpint (
      gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (words))), ==, 0);

  /* Leaving it leads back to where one was. */
  lasna_test_page_act (fixture, "inspector.close");
  g_assert_true (lasna_window_get_page (fixture->window) != LASNA_PAGE (page));
}

static void
select_voice (LasnaTestPage *fixture, guint position, gboolean alone)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_list (fixture)), position, alone);
  lasna_test_settle ();
}

static GtkWidget *
get_voice_view (LasnaTestPage *fixture)
{
  return lasna_test_page_find (
      GTK_WIDGET (lasna_window_get_page (fixture->window)), LASNA_TYPE_VOICE_VIEW, 0);
}

static void
act_on_voice (LasnaTestPage *fixture, const char *action)
{
  lasna_test_act (get_voice_view (fixture), action);
}

static guint
count_feelings (LasnaRecord *voice)
{
  g_autoptr (GArray) emotions = lasna_voice_get_emotions (LASNA_VOICE (voice));

  return emotions->len;
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  GtkWidget *button;

  for (guint i = 0; (button = lasna_test_page_find (root, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      return button;
  return NULL;
}

static void
test_feelings (LasnaTestPage *fixture, gconstpointer data)
{
  g_autoptr (LasnaRecord) voice = NULL;
  GtkWidget *picker;
  GtkWidget *first;
  guint n;

  show (fixture);
  select_voice (fixture, 0, TRUE);
  voice = g_list_model_get_item (get_list (fixture), 0);
  n = count_feelings (voice);
  act_on_voice (fixture, "voice.feel");
  picker = lasna_test_page_find (get_voice_view (fixture), LASNA_TYPE_FEELING_PICKER, 0);
  g_assert_nonnull (picker);
  lasna_test_page_assert_named (get_voice_view (fixture));

  /* The destroying ones are first; then one says how strong. */
  first = lasna_test_page_find (picker, GTK_TYPE_TOGGLE_BUTTON, 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (first), TRUE);
  g_assert_true (gtk_revealer_get_reveal_child (
      GTK_REVEALER (lasna_test_page_find (get_voice_view (fixture), GTK_TYPE_REVEALER, 0))));
  g_signal_emit_by_name (find_button (picker, "3 Strong"), "clicked");
  lasna_test_settle ();
  g_assert_cmpuint (count_feelings (voice), ==, n + 1);
  {
    g_autoptr (GArray) emotions = lasna_voice_get_emotions (LASNA_VOICE (voice));
    int strongest = 0;

    for (guint i = 0; i < emotions->len; i++)
      strongest = MAX (strongest, g_array_index (emotions, LasnaVoiceEmotion, i).intensity);
    g_assert_cmpint (strongest, ==, 3);
  }
  lasna_test_page_act (fixture, "win.undo");
  lasna_test_page_act (fixture, "win.undo");
  g_assert_cmpuint (count_feelings (voice), ==, n);
}

/* Who sees to it, until when and tags, of a voice that is about a stage. */
static void
test_follow_up (LasnaTestPage *fixture, gconstpointer data)
{
  GtkWidget *view;
  GtkWidget *expander;
  g_autoptr (LasnaRecord) voice = NULL;

  show (fixture);
  select_voice (fixture, 0, TRUE);
  voice = g_list_model_get_item (get_list (fixture), 0);
  g_assert_true (lasna_record_is_set (voice, "stage"));
  view = lasna_test_page_find (GTK_WIDGET (fixture->window), LASNA_TYPE_VOICE_VIEW, 0);
  expander = lasna_test_page_find (view, GTK_TYPE_EXPANDER, 0);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  lasna_test_settle ();
  g_assert_nonnull (lasna_test_page_find (view, LASNA_TYPE_PROPERTY_ROW, 2));
  lasna_test_page_assert_named (GTK_WIDGET (fixture->window));
  g_object_set (lasna_property_row_get_record (
                    LASNA_PROPERTY_ROW (lasna_test_page_find (view, LASNA_TYPE_PROPERTY_ROW, 1))),
                "follow-up-due",
                "2026-12-01",
                NULL);
  g_assert_cmpstr (lasna_record_get_text (voice, "follow-up-due"), ==, "2026-12-01");
}

static void
test_deeds (LasnaTestPage *fixture, gconstpointer data)
{
  GListModel *complaints = lasna_workbook_get_records (fixture->workbook, "complaint");
  GListModel *actions = lasna_workbook_get_records (fixture->workbook, "action");
  guint n_complaints = g_list_model_get_n_items (complaints);
  guint n_actions = g_list_model_get_n_items (actions);
  g_autoptr (LasnaRecord) voice = NULL;
  guint n;

  show (fixture);
  narrow (fixture, "text=sauna");
  n = count (fixture);
  g_object_set_data (G_OBJECT (fixture->window), "n", &n);
  select_voice (fixture, 0, TRUE);
  voice = g_list_model_get_item (get_list (fixture), 0);
  act_on_voice (fixture, "voice.complain");
  g_assert_cmpuint (g_list_model_get_n_items (complaints), ==, n_complaints + 1);
  act_on_voice (fixture, "voice.act");
  g_assert_cmpuint (g_list_model_get_n_items (actions), ==, n_actions + 1);
  act_on_voice (fixture, "voice.follow-up::follow-up.contacted");
  g_assert_cmpstr (lasna_record_get_text (voice, "follow-up"), ==, "follow-up.contacted");
  lasna_test_page_assert_named (get_voice_view (fixture));

  /* Left out of the figures it is in no list, until it is counted again. */
  n -= 2;
  act_on_voice (fixture, "voice.leave-out");
  lasna_test_wait (has_one_more, fixture);
  g_assert_true (lasna_record_get_flag (voice, "excluded"));
  n++;
  lasna_test_page_act (fixture, "win.undo");
  lasna_test_wait (has_one_more, fixture);
  g_assert_false (lasna_record_get_flag (voice, "excluded"));
}

static void
test_many (LasnaTestPage *fixture, gconstpointer data)
{
  GtkWidget *many;
  g_autoptr (LasnaRecord) one = NULL;
  g_autoptr (LasnaRecord) two = NULL;
  g_autoptr (LasnaRecord) first = NULL;
  g_autoptr (LasnaRecord) second = NULL;
  g_autofree char *before = NULL;

  show (fixture);
  one = g_list_model_get_item (get_list (fixture), 0);
  two = g_list_model_get_item (get_list (fixture), 1);
  select_voice (fixture, 0, TRUE);
  select_voice (fixture, 1, FALSE);
  many = lasna_test_page_find (
      GTK_WIDGET (lasna_window_get_page (fixture->window)), LASNA_TYPE_VOICE_MANY, 0);
  g_assert_true (gtk_widget_get_mapped (many));
  lasna_test_page_assert_named (many);
  /* The keys of one voice are not meant for the one that was read before. */
  gtk_widget_activate_action (many, "voice.leave-out", NULL);
  g_assert_false (lasna_record_get_flag (one, "excluded") ||
                  lasna_record_get_flag (two, "excluded"));
  before = g_strdup (lasna_workbook_get_undo_label (fixture->workbook));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (lasna_test_page_find (many, GTK_TYPE_DROP_DOWN, 0)),
                              2);
  g_signal_emit_by_name (find_button (many, "Assign to all"), "clicked");
  lasna_test_settle ();
  first = lasna_voice_get_place (LASNA_VOICE (one), "stage");
  second = lasna_voice_get_place (LASNA_VOICE (two), "stage");
  g_assert_nonnull (first);
  g_assert_true (first == second);
  lasna_test_page_act (fixture, "win.undo");
  g_assert_cmpstr (lasna_workbook_get_undo_label (fixture->workbook), ==, before);
}

static void
test_names (LasnaTestPage *fixture, gconstpointer data)
{
  GtkWidget *names;
  GtkWidget *check;
  guint n = 0;

  show (fixture);
  lasna_test_page_act (fixture, "page.assign-names");
  names = lasna_test_page_find (
      GTK_WIDGET (lasna_window_get_page (fixture->window)), LASNA_TYPE_VOICE_NAMES, 0);
  g_assert_true (gtk_widget_get_mapped (names));
  lasna_test_page_assert_named (names);
  while (lasna_test_page_find (names, GTK_TYPE_CHECK_BUTTON, n) != NULL)
    n++;
  g_assert_cmpuint (n, >, 0);
  check = lasna_test_page_find (names, GTK_TYPE_CHECK_BUTTON, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (lasna_test_page_find (names, GTK_TYPE_DROP_DOWN, 0)),
                              1);
  g_signal_emit_by_name (find_button (names, "Assign"), "clicked");
  lasna_test_settle ();
  g_assert_null (lasna_test_page_find (names, GTK_TYPE_CHECK_BUTTON, n - 1));
}

/* So many that a thread looks through them: the window goes on meanwhile, and the latest wish
 * counts.
 */
#define MANY 25000

static gboolean
has_all (gpointer fixture)
{
  return count (fixture) >= MANY;
}

static gboolean
has_one (gpointer fixture)
{
  return count (fixture) == 1;
}

static void
test_thousands (LasnaTestPage *fixture, gconstpointer data)
{
  LasnaStore *store = lasna_workbook_get_store (fixture->workbook);
  g_autoptr (LasnaChange) change = lasna_workbook_begin (fixture->workbook, "Many");
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaRecord) voice = NULL;
  LasnaStatement *statement = lasna_store_prepare (
      store,
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1) "
      "INSERT INTO feedback (id, received_at, verbatim) "
      "SELECT 7000000 + i, '2020-01-01T10:00', 'The needle number ' || i FROM n",
      &error);

  g_assert_no_error (error);
  lasna_statement_bind_integer (statement, 1, MANY);
  g_assert_true (lasna_statement_run (statement, &error));
  g_assert_true (lasna_change_commit (change, &error));
  show (fixture);
  lasna_test_wait (has_all, fixture);
  narrow (fixture, "text=needle");
  lasna_view_clear (get_view (fixture));
  narrow (fixture, "text=\"number 24321\"");
  lasna_test_wait (has_one, fixture);
  voice = g_list_model_get_item (get_list (fixture), 0);
  g_assert_cmpstr (lasna_record_get_text (voice, "verbatim"), ==, "The needle number 24321");
}

static gboolean
asks_order (gpointer data)
{
  GtkWidget *drop_down = lasna_test_page_find (data, GTK_TYPE_DROP_DOWN, 0);

  return drop_down != NULL;
}

static gboolean
is_ready (gpointer data)
{
  GtkWidget *button = data;

  return gtk_widget_get_sensitive (button);
}

static GtkWidget *
find_run (GtkWidget *assistant)
{
  GtkWidget *button;

  for (guint i = 0; (button = lasna_test_page_find (assistant, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), "import.run") == 0)
      return button;
  return NULL;
}

/* How many were asked is a number, and worth a word where it cannot be true. */
static void
test_asked (GtkWidget *entry, GtkWidget *assistant)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (entry));
  int at = 0;

  gtk_editable_insert_text (text, "2", -1, &at);
  g_assert_true (lasna_test_shows (assistant, "These are fewer"));
  gtk_editable_insert_text (text, "x", -1, &at);
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "2");
  gtk_editable_set_text (text, "1 200");
  g_assert_false (lasna_test_shows (assistant, "These are fewer"));
}

static gint64
get_asked (LasnaTestPage *fixture)
{
  GListModel *batches = lasna_workbook_get_records (fixture->workbook, "batch");
  g_autoptr (LasnaRecord) batch =
      g_list_model_get_item (batches, g_list_model_get_n_items (batches) - 1);

  return lasna_record_get_integer (batch, "asked");
}

static void
test_import (LasnaTestPage *fixture, gconstpointer data)
{
  g_autofree char *path =
      lasna_test_folder_write (fixture->folder,
                               "answers.csv",
                               "Date,Stage,NPS,Comment,E-mail\n"
                               "03/04/2026,Purchase,9,\"Easy, thank you\",a@example.com\n"
                               "04/04/2026,Purchase,3,Where was the key,b@example.com\n"
                               "05/05/2026,Purchase,10,Hm,c@example.com\n");
  g_autofree char *action = g_strdup_printf ("page.import-file::%s", path);
  GtkWidget *assistant;
  guint n;

  show (fixture);
  n = count (fixture);
  lasna_test_page_act (fixture, action);
  assistant = lasna_test_page_find (
      GTK_WIDGET (lasna_window_get_page (fixture->window)), LASNA_TYPE_IMPORT_ASSISTANT, 0);
  lasna_test_wait (asks_order, assistant);
  lasna_test_page_assert_named (GTK_WIDGET (fixture->window));
  g_assert_false (gtk_widget_get_sensitive (find_run (assistant)));

  /* The order of the dates is the first question. */
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (lasna_test_page_find (assistant, GTK_TYPE_DROP_DOWN, 0)), 1);
  lasna_test_wait (is_ready, find_run (assistant));
  g_assert_true (lasna_test_shows (assistant, "3 Apr 2026 · Purchase"));
  test_asked (lasna_test_page_find (assistant, GTK_TYPE_ENTRY, 0), assistant);
  gtk_widget_activate_action (assistant, "import.run", NULL);
  g_object_set_data (G_OBJECT (fixture->window), "n", &n);
  n += 2;
  lasna_test_wait (has_one_more, fixture);
  g_assert_cmpint (get_asked (fixture), ==, 1200);
  lasna_test_page_act (fixture, "win.undo");
  n -= 3;
  lasna_test_wait (has_one_more, fixture);
}

static GtkWidget *
find_action (GtkWidget *root, const char *action)
{
  GtkWidget *button;

  for (guint i = 0; (button = lasna_test_page_find (root, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), action) == 0)
      return button;
  return NULL;
}

/* What is left out is told beside the button, with a way to it, and once more when all is done. A
 * file without days asks of which day it is.
 */
static void
test_import_left_out (LasnaTestPage *fixture, gconstpointer data)
{
  g_autofree char *path =
      lasna_test_folder_write (fixture->folder, "answers.csv", "NPS,Comment\n9,Well\n17,Odd\n");
  g_autofree char *action = g_strdup_printf ("page.import-file::%s", path);
  GtkWidget *assistant;
  GtkWidget *more;
  guint n;

  show (fixture);
  n = count (fixture);
  lasna_test_page_act (fixture, action);
  assistant = lasna_test_page_find (
      GTK_WIDGET (lasna_window_get_page (fixture->window)), LASNA_TYPE_IMPORT_ASSISTANT, 0);
  lasna_test_wait (asks_order, assistant);
  g_assert_true (lasna_test_shows (assistant, "Of which day are the voices?"));
  g_assert_false (gtk_widget_get_sensitive (find_run (assistant)));
  lasna_test_page_assert_named (GTK_WIDGET (fixture->window));
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (lasna_test_page_find (assistant, GTK_TYPE_DROP_DOWN, 0)), 1);
  lasna_test_wait (is_ready, find_run (assistant));
  g_assert_true (lasna_test_shows (assistant, "1 voice will be there. 1 row is left out."));
  more = find_action (assistant, "import.show-skipped");
  g_assert_true (gtk_widget_get_visible (more));
  gtk_widget_activate_action (assistant, "import.show-skipped", NULL);
  g_assert_true (gtk_widget_get_focus_child (assistant) != NULL);
  gtk_widget_activate_action (assistant, "import.run", NULL);
  g_object_set_data (G_OBJECT (fixture->window), "n", &n);
  lasna_test_wait (has_one_more, fixture);
  g_assert_true (lasna_test_shows (fixture->window, "1 voice was brought in. 1 row was left out."));
  g_assert_nonnull (find_action (GTK_WIDGET (fixture->window), "left-out.save"));
  g_assert_nonnull (find_action (GTK_WIDGET (fixture->window), "win.take-back"));
}

static gboolean
has_columns (gpointer data)
{
  return find_action (data, "import.more-columns") != NULL;
}

/* Thousands of columns are offered a few at a time, those that become something first. */
static void
test_import_wide (LasnaTestPage *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Date");
  g_autofree char *path = NULL;
  g_autofree char *action = NULL;
  GtkWidget *assistant;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, ",c%u", i);
  g_string_append (text, ",NPS\n2026-04-13");
  for (guint i = 0; i < 5000; i++)
    g_string_append (text, ",x");
  g_string_append (text, ",9\n");
  path = lasna_test_folder_write (fixture->folder, "wide.csv", text->str);
  action = g_strdup_printf ("page.import-file::%s", path);
  show (fixture);
  lasna_test_page_act (fixture, action);
  assistant = lasna_test_page_find (
      GTK_WIDGET (lasna_window_get_page (fixture->window)), LASNA_TYPE_IMPORT_ASSISTANT, 0);
  lasna_test_wait (has_columns, assistant);
  g_assert_true (lasna_test_shows (assistant, "c59"));
  g_assert_true (lasna_test_shows (assistant, "4940 more columns are left out."));
  gtk_widget_activate_action (assistant, "import.more-columns", NULL);
  g_assert_true (lasna_test_shows (assistant, "c119"));
  g_assert_true (lasna_test_shows (assistant, "4880 more columns are left out."));
}

int
main (int argc, char *argv[])
{
  lasna_test_window_init (&argc, &argv);
  lasna_test_page_add ("/feedback-page/filter", "sample", test_filter);
  lasna_test_page_add ("/feedback-page/enter", "sample", test_enter);
  lasna_test_page_add ("/feedback-page/tab", "sample", test_tab);
  lasna_test_page_add ("/feedback-page/steps", "sample", test_steps);
  lasna_test_page_add ("/feedback-page/search", "sample", test_search);
  lasna_test_page_add ("/feedback-page/choices", "sample", test_choices);
  lasna_test_page_add ("/feedback-page/keep", "sample", test_keep);
  lasna_test_page_add ("/feedback-page/open", "sample", test_open);
  lasna_test_page_add ("/feedback-page/room", "sample", test_room);
  lasna_test_page_add ("/feedback-page/quick-entry", "sample", test_quick_entry);
  lasna_test_page_add ("/feedback-page/feelings", "sample", test_feelings);
  lasna_test_page_add ("/feedback-page/follow-up", "sample", test_follow_up);
  lasna_test_page_add ("/feedback-page/deeds", "sample", test_deeds);
  lasna_test_page_add ("/feedback-page/many", "sample", test_many);
  lasna_test_page_add ("/feedback-page/names", "sample", test_names);
  lasna_test_page_add ("/feedback-page/thousands", "sample", test_thousands);
  lasna_test_page_add ("/feedback-page/import", "sample", test_import);
  lasna_test_page_add ("/feedback-page/import/left-out", "sample", test_import_left_out);
  lasna_test_page_add ("/feedback-page/import/wide", "sample", test_import_wide);
  return lasna_test_window_run ();
}
