/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inspector: what every editor writes is in the file, can be undone and done again; parts are
 * added, told apart and reached by keyboard.
 */
#include "config.h"

#include "lasna-test-page.h"

#include "lasna-calendar.h"
#include "lasna-child-list.h"
#include "lasna-emotion-target.h"
#include "lasna-inspector.h"
#include "lasna-journey-map.h"
#include "lasna-options.h"
#include "lasna-property-row.h"

#include <string.h>

static LasnaRecord *
get_first (LasnaRecord *parent, const char *table, const char *owner)
{
  g_autoptr (LasnaRecord) first =
      g_list_model_get_item (lasna_record_get_children (parent, table, owner), 0);

  g_assert_nonnull (first);
  return first;
}

static LasnaInspector *
get_inspector (LasnaTestPage *fixture)
{
  return LASNA_INSPECTOR (lasna_test_page_find (
      GTK_WIDGET (lasna_window_get_page (fixture->window)), LASNA_TYPE_INSPECTOR, 0));
}

static void
open_record (LasnaTestPage *fixture, LasnaRecord *record)
{
  GtkWidget *map = lasna_test_page_find (GTK_WIDGET (fixture->window), LASNA_TYPE_JOURNEY_MAP, 0);

  if (strcmp (lasna_record_get_table (record), "journey") == 0)
    lasna_test_page_act (fixture, "page.inspect-journey");
  else
    {
      g_assert_true (lasna_journey_map_focus_record (LASNA_JOURNEY_MAP (map), record));
      lasna_test_settle ();
      lasna_test_page_act (fixture, "tile.open");
    }
  g_assert_true (lasna_inspector_get_record (get_inspector (fixture)) == record);
  lasna_inspector_open_all (get_inspector (fixture));
  lasna_test_settle ();
}

static LasnaPropertyRow *
find_row (LasnaTestPage *fixture, LasnaRecord *record, const char *property)
{
  GtkWidget *inspector = GTK_WIDGET (get_inspector (fixture));
  GtkWidget *row;

  for (guint i = 0; (row = lasna_test_page_find (inspector, LASNA_TYPE_PROPERTY_ROW, i)) != NULL;
       i++)
    if (lasna_property_row_get_record (LASNA_PROPERTY_ROW (row)) == record &&
        strcmp (lasna_property_row_get_property (LASNA_PROPERTY_ROW (row))->name, property) == 0)
      return LASNA_PROPERTY_ROW (row);
  return NULL;
}

/* As another program finds it in the file. */
static char *
dup_on_disk (LasnaTestPage *fixture, LasnaRecord *record, const char *property)
{
  g_autofree char *column = g_strdelimit (g_strdup (property), "-", '_');
  g_autofree char *sql = g_strdup_printf (
      "SELECT quote (%s) FROM %s WHERE id = ?", column, lasna_record_get_table (record));
  LasnaStore *other = lasna_store_open (fixture->test->path, LASNA_STORE_READ_ONLY, NULL, NULL);
  LasnaStatement *statement = lasna_store_prepare (other, sql, NULL);
  char *value;

  lasna_statement_bind_integer (statement, 1, lasna_record_get_id (record));
  g_assert_cmpint (lasna_statement_step (statement, NULL), ==, LASNA_STEP_ROW);
  value = g_strdup (lasna_statement_get_text (statement, 1));
  lasna_statement_reset (statement);
  g_assert_true (lasna_store_close (other, NULL));
  return value;
}

/* Another value than the one that is there. */
static const char *
choose_text (const LasnaProperty *property)
{
  if (property->type == LASNA_PROPERTY_DATE)
    return "3.2.2027";
  if (property->type == LASNA_PROPERTY_TIME)
    return "3.2.2027 14.05";
  return property->type == LASNA_PROPERTY_TEXT ? "Something else" : "7";
}

static void
write_text (LasnaPropertyRow *row, GtkWidget *text)
{
  const char *value = choose_text (lasna_property_row_get_property (row));

  if (GTK_IS_TEXT_VIEW (text))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), value, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (text), value);
  lasna_property_row_flush (row);
}

static void
choose_next (GtkDropDown *drop_down)
{
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (drop_down));

  gtk_drop_down_set_selected (drop_down, (gtk_drop_down_get_selected (drop_down) + 1) % n);
}

/* The button of a scale that is not down, or the first of a row of checks. */
static void
press_another (GtkWidget *box)
{
  GtkWidget *button = gtk_widget_get_first_child (box);

  if (GTK_IS_CHECK_BUTTON (button))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                                 !gtk_check_button_get_active (GTK_CHECK_BUTTON (button)));
  else
    {
      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
        button = gtk_widget_get_next_sibling (button);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
    }
}

static gboolean
can_change (LasnaPropertyRow *row)
{
  GtkWidget *editor = lasna_property_row_get_editor (row);

  return !GTK_IS_LABEL (editor) &&
         (!GTK_IS_DROP_DOWN (editor) ||
          g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (editor))) > 1);
}

static void
edit (LasnaPropertyRow *row)
{
  GtkWidget *editor = lasna_property_row_get_editor (row);

  if (GTK_IS_DROP_DOWN (editor))
    choose_next (GTK_DROP_DOWN (editor));
  else if (GTK_IS_SWITCH (editor))
    gtk_switch_set_active (GTK_SWITCH (editor), !gtk_switch_get_active (GTK_SWITCH (editor)));
  else if (GTK_IS_TEXT_VIEW (editor) || GTK_IS_EDITABLE (editor))
    write_text (row, editor);
  else if (lasna_test_page_find (editor, GTK_TYPE_TEXT, 0) != NULL)
    write_text (row, lasna_test_page_find (editor, GTK_TYPE_TEXT, 0));
  else
    press_another (editor);
}

/* The main feeling of a stage cannot be one to avoid. */
static gboolean
is_main_kind (LasnaRecord *record, const char *property)
{
  return strcmp (lasna_record_get_table (record), "emotion_target") == 0 &&
         strcmp (property, "kind") == 0 && lasna_record_get_flag (record, "is-main");
}

static void
check_property (LasnaTestPage *fixture, LasnaRecord *record, const char *property)
{
  LasnaPropertyRow *row = find_row (fixture, record, property);
  g_autofree char *before = dup_on_disk (fixture, record, property);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_test_message ("%s.%s: %s", lasna_record_get_table (record), property, before);
  g_assert_nonnull (row);
  if (!can_change (row))
    return;
  edit (row);
  after = dup_on_disk (fixture, record, property);
  if (is_main_kind (record, property))
    {
      /* The sentence that says why is there to be read. */
      lasna_test_settle ();
      g_assert_true (lasna_property_row_is_refused (row));
      g_assert_cmpstr (after, ==, before);
      return;
    }
  g_assert_false (lasna_property_row_is_refused (row));
  g_assert_cmpstr (after, !=, before);
  g_assert_true (lasna_workbook_undo (fixture->workbook, NULL, NULL));
  undone = dup_on_disk (fixture, record, property);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (lasna_workbook_redo (fixture->workbook, NULL, NULL));
  redone = dup_on_disk (fixture, record, property);
  g_assert_cmpstr (redone, ==, after);
  g_assert_true (lasna_workbook_undo (fixture->workbook, NULL, NULL));
  lasna_test_settle ();
}

typedef struct
{
  LasnaRecord *record; /* owned */
  const char *property;
} Place;

static void
place_free (gpointer data)
{
  g_object_unref (((Place *) data)->record);
  g_free (data);
}

/* The rows of the record and of its parts. */
static GPtrArray *
list_places (LasnaTestPage *fixture)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (place_free);
  GtkWidget *inspector = GTK_WIDGET (get_inspector (fixture));
  GtkWidget *row;

  for (guint i = 0; (row = lasna_test_page_find (inspector, LASNA_TYPE_PROPERTY_ROW, i)) != NULL;
       i++)
    {
      Place *place = g_new (Place, 1);

      place->record = g_object_ref (lasna_property_row_get_record (LASNA_PROPERTY_ROW (row)));
      place->property = lasna_property_row_get_property (LASNA_PROPERTY_ROW (row))->name;
      g_ptr_array_add (places, place);
    }
  return places;
}

static void
test_edit (LasnaTestPage *fixture, gconstpointer data)
{
  LasnaRecord *journey = LASNA_RECORD (lasna_window_get_journey (fixture->window));
  LasnaRecord *stage = get_first (journey, "stage", "journey");
  LasnaRecord *const records[] = {
    journey,
    stage,
    get_first (stage, "touchpoint", "stage"),
    get_first (stage, "hidden_stretch", "stage"),
  };

  lasna_test_page_show (fixture, "journey");
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autoptr (GPtrArray) places = NULL;

      open_record (fixture, records[i]);
      places = list_places (fixture);
      for (guint p = 0; p < places->len; p++)
        {
          const Place *place = places->pdata[p];

          check_property (fixture, place->record, place->property);
        }
    }
}

/* Another main feeling takes the place of the one there was. */
static void
test_main_feeling (LasnaTestPage *fixture, gconstpointer data)
{
  LasnaRecord *journey = LASNA_RECORD (lasna_window_get_journey (fixture->window));
  LasnaRecord *stage = get_first (journey, "stage", "journey");
  GListModel *targets = lasna_record_get_children (stage, "emotion_target", "stage");
  g_autoptr (LasnaRecord) first = g_list_model_get_item (targets, 0);
  g_autoptr (LasnaRecord) second = g_list_model_get_item (targets, 1);

  lasna_test_page_show (fixture, "journey");
  open_record (fixture, stage);
  g_object_set (second, "is-main", FALSE, NULL);
  lasna_emotion_target_make_main (LASNA_EMOTION_TARGET (first), NULL);
  gtk_switch_set_active (
      GTK_SWITCH (lasna_property_row_get_editor (find_row (fixture, second, "is-main"))), TRUE);
  g_assert_true (lasna_record_get_flag (second, "is-main"));
  g_assert_false (lasna_record_get_flag (first, "is-main"));
  g_assert_false (gtk_switch_get_active (
      GTK_SWITCH (lasna_property_row_get_editor (find_row (fixture, first, "is-main")))));
  lasna_test_page_act (fixture, "win.undo");
  g_assert_true (lasna_record_get_flag (first, "is-main"));
}

static GtkWidget *
get_focus (LasnaTestPage *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

/* A second channel, by keyboard: its list first, then the buttons, which are called by it. */
static void
test_part (LasnaTestPage *fixture, gconstpointer data)
{
  LasnaRecord *journey = LASNA_RECORD (lasna_window_get_journey (fixture->window));
  LasnaRecord *stage = get_first (journey, "stage", "journey");
  LasnaRecord *touchpoint = get_first (stage, "touchpoint", "stage");
  GListModel *channels = lasna_record_get_children (touchpoint, "touchpoint_channel", "touchpoint");
  guint n = g_list_model_get_n_items (channels);
  g_autoptr (LasnaRecord) added = NULL;
  GtkWidget *list;
  GtkWidget *row;

  lasna_test_page_show (fixture, "journey");
  open_record (fixture, touchpoint);
  list = lasna_test_page_find (GTK_WIDGET (get_inspector (fixture)), LASNA_TYPE_CHILD_LIST, 0);
  g_signal_emit_by_name (gtk_widget_get_last_child (list), "clicked");
  lasna_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (channels), ==, n + 1);
  added = g_list_model_get_item (channels, n);
  row = GTK_WIDGET (find_row (fixture, added, "channel"));
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), row));

  lasna_options_select (lasna_property_row_get_editor (LASNA_PROPERTY_ROW (row)),
                        "channel.phone.recorded");
  g_assert_cmpstr (lasna_record_get_text (added, "channel"), ==, "channel.phone.recorded");
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (get_focus (fixture)),
                                                     GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                                     "Recorded customer service notice"));
  gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (get_focus (fixture)),
                   ==,
                   "Move “Recorded customer service notice” earlier");
  gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (get_focus (fixture)),
                   ==,
                   "Remove “Recorded customer service notice”");
  g_signal_emit_by_name (get_focus (fixture), "clicked");
  lasna_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (channels), ==, n);
  /* Whoever removes a part by key goes on in the list. */
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), list));
}

/* The calendar of a day begins its weeks where the workbook says, and names every day. */
static void
test_calendar (LasnaTestPage *fixture, gconstpointer data)
{
  LasnaRecord *journey = LASNA_RECORD (lasna_window_get_journey (fixture->window));
  GtkWidget *button;
  GtkWidget *calendar;
  GtkWidget *day;

  lasna_test_page_show (fixture, "journey");
  open_record (fixture, journey);
  g_object_set (journey, "reviewed-at", "2026-11-01", NULL);
  g_object_set (lasna_workbook_get_settings (fixture->workbook), "start-of-week", (gint64) 7, NULL);
  button = lasna_test_page_find (
      GTK_WIDGET (find_row (fixture, journey, "reviewed-at")), GTK_TYPE_MENU_BUTTON, 0);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  lasna_test_settle ();
  calendar = lasna_test_page_find (button, LASNA_TYPE_CALENDAR, 0);
  lasna_test_page_assert_named (calendar);
  g_assert_true (lasna_test_shows (calendar, "Nov 2026"));
  /* After the two buttons of the month: the first day, a Sunday. */
  day = lasna_test_page_find (calendar, GTK_TYPE_BUTTON, 2);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (day)), ==, "1");
  g_assert_true (get_focus (fixture) == day);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  g_object_set (lasna_workbook_get_settings (fixture->workbook), "start-of-week", (gint64) 1, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  lasna_test_settle ();
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (day)), ==, "26");
  g_signal_emit_by_name (lasna_test_page_find (calendar, GTK_TYPE_BUTTON, 1), "clicked");
  g_assert_true (lasna_test_shows (calendar, "Dec 2026"));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (day)), ==, "30");
  g_signal_emit_by_name (day, "clicked");
  g_assert_cmpstr (lasna_record_get_text (journey, "reviewed-at"), ==, "2026-11-30");
}

int
main (int argc, char *argv[])
{
  lasna_test_window_init (&argc, &argv);
  lasna_test_page_add ("/inspector/edit", "sample", test_edit);
  lasna_test_page_add ("/inspector/main-feeling", "sample", test_main_feeling);
  lasna_test_page_add ("/inspector/part", "sample", test_part);
  lasna_test_page_add ("/inspector/calendar", "sample", test_calendar);
  return lasna_test_window_run ();
}
