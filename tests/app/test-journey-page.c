/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journey page: adding, naming, moving and deleting, and editing every property.
 */
#include "config.h"

#include "lasna-test-page.h"

#include "lasna-inspector.h"
#include "lasna-journey-map.h"
#include "lasna-journey-page.h"
#include "lasna-kinds.h"
#include "lasna-property-row.h"
#include "lasna-sections.h"
#include "lasna-tile.h"
#include "lasna-toast.h"

#include <string.h>

static LasnaRecord *
get_stage (LasnaTestPage *fixture, guint index)
{
  LasnaRecord *journey = LASNA_RECORD (lasna_window_get_journey (fixture->window));
  g_autoptr (LasnaRecord) stage =
      g_list_model_get_item (lasna_record_get_children (journey, "stage", "journey"), index);

  return stage;
}

static GListModel *
get_touchpoints (LasnaTestPage *fixture, guint index)
{
  return lasna_record_get_children (get_stage (fixture, index), "touchpoint", "stage");
}

static LasnaRecord *
get_touchpoint (LasnaTestPage *fixture, guint stage, guint index)
{
  g_autoptr (LasnaRecord) touchpoint =
      g_list_model_get_item (get_touchpoints (fixture, stage), index);

  return touchpoint;
}

static LasnaJourneyMap *
get_map (LasnaTestPage *fixture)
{
  return LASNA_JOURNEY_MAP (
      lasna_test_page_find (GTK_WIDGET (fixture->window), LASNA_TYPE_JOURNEY_MAP, 0));
}

static LasnaInspector *
get_inspector (LasnaTestPage *fixture)
{
  return LASNA_INSPECTOR (lasna_test_page_find (
      GTK_WIDGET (lasna_window_get_page (fixture->window)), LASNA_TYPE_INSPECTOR, 0));
}

static void
choose (LasnaTestPage *fixture, LasnaRecord *record)
{
  g_assert_true (lasna_journey_map_focus_record (get_map (fixture), record));
  lasna_test_settle ();
}

static void
open_record (LasnaTestPage *fixture, LasnaRecord *record)
{
  choose (fixture, record);
  lasna_test_page_act (fixture, "tile.open");
  lasna_inspector_open_all (get_inspector (fixture));
  lasna_test_settle ();
}

static void
test_add (LasnaTestPage *fixture, gconstpointer data)
{
  guint n = g_list_model_get_n_items (get_touchpoints (fixture, 1));
  LasnaRecord *added;
  GtkWidget *row;

  lasna_test_page_show (fixture, "journey");
  choose (fixture, get_stage (fixture, 1));
  lasna_test_page_act (fixture, "page.new");
  g_assert_cmpuint (g_list_model_get_n_items (get_touchpoints (fixture, 1)), ==, n + 1);
  g_assert_cmpstr (lasna_workbook_get_undo_label (fixture->workbook), ==, "Add touchpoint");
  added = get_touchpoint (fixture, 1, n);
  g_assert_true (lasna_inspector_get_record (get_inspector (fixture)) == added);

  row = lasna_inspector_find_row (get_inspector (fixture), "title");
  gtk_editable_set_text (GTK_EDITABLE (lasna_property_row_get_editor (LASNA_PROPERTY_ROW (row))),
                         "A warm hello");
  lasna_property_row_flush (LASNA_PROPERTY_ROW (row));
  g_assert_cmpstr (lasna_record_get_text (added, "title"), ==, "A warm hello");

  lasna_test_page_act (fixture, "win.undo");
  g_assert_cmpstr (lasna_record_get_text (added, "title"), !=, "A warm hello");
  lasna_test_page_act (fixture, "win.undo");
  g_assert_cmpuint (g_list_model_get_n_items (get_touchpoints (fixture, 1)), ==, n);
  lasna_test_page_act (fixture, "win.redo");
  g_assert_cmpuint (g_list_model_get_n_items (get_touchpoints (fixture, 1)), ==, n + 1);
}

/* Where nothing is chosen it is the first stage in view, and it is said which one that was. */
static void
test_add_in_view (LasnaTestPage *fixture, gconstpointer data)
{
  guint n = g_list_model_get_n_items (get_touchpoints (fixture, 0));
  g_autofree char *sentence =
      g_strdup_printf ("The new touchpoint is in the stage “%s”.",
                       lasna_record_get_text (get_stage (fixture, 0), "title"));

  lasna_test_page_show (fixture, "journey");
  lasna_journey_map_select (get_map (fixture), NULL);
  g_assert_true (lasna_journey_map_get_stage_in_view (get_map (fixture)) == get_stage (fixture, 0));
  lasna_test_page_act (fixture, "page.new");
  g_assert_cmpuint (g_list_model_get_n_items (get_touchpoints (fixture, 0)), ==, n + 1);
  g_assert_true (lasna_test_shows (fixture->window, sentence));
}

/* Enter goes on into the name, Escape comes back. */
static void
test_open_by_key (LasnaTestPage *fixture, gconstpointer data)
{
  GtkWidget *row;
  GtkWidget *focus;

  lasna_test_page_show (fixture, "journey");
  choose (fixture, get_stage (fixture, 1));
  lasna_test_page_act (fixture, "tile.open");
  lasna_test_settle ();
  row = lasna_inspector_find_row (get_inspector (fixture), "title");
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, row));

  /* Two lines of text are not given the height of two hundred. */
  row = lasna_inspector_find_row (get_inspector (fixture), "customer-goal");
  lasna_test_settle ();
  g_assert_cmpint (gtk_widget_get_height (row), <, 120);

  lasna_test_page_act (fixture, "inspector.close");
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (LASNA_IS_TILE (focus));
  g_assert_true (lasna_tile_get_record (LASNA_TILE (focus)) == get_stage (fixture, 1));
}

static void
test_move (LasnaTestPage *fixture, gconstpointer data)
{
  g_autoptr (LasnaRecord) first = NULL;
  g_autoptr (LasnaRecord) stage = NULL;
  guint n;

  lasna_test_page_show (fixture, "journey");
  g_set_object (&first, get_touchpoint (fixture, 0, 0));
  choose (fixture, first);
  lasna_test_page_act (fixture, "map.move-down");
  g_assert_true (get_touchpoint (fixture, 0, 1) == first);
  g_assert_true (lasna_journey_map_get_selected (get_map (fixture)) == first);
  lasna_test_page_act (fixture, "map.move-up");
  g_assert_true (get_touchpoint (fixture, 0, 0) == first);
  lasna_test_page_act (fixture, "map.move-up");
  g_assert_true (get_touchpoint (fixture, 0, 0) == first);

  n = g_list_model_get_n_items (get_touchpoints (fixture, 1));
  lasna_test_page_act (fixture, "map.move-right");
  g_assert_true (get_touchpoint (fixture, 1, n) == first);
  lasna_test_page_act (fixture, "win.undo");
  g_assert_true (get_touchpoint (fixture, 0, 0) == first);

  g_set_object (&stage, get_stage (fixture, 0));
  choose (fixture, stage);
  lasna_test_page_act (fixture, "map.move-right");
  g_assert_true (get_stage (fixture, 1) == stage);
  lasna_test_page_act (fixture, "map.move-left");
  g_assert_true (get_stage (fixture, 0) == stage);
}

static void
test_delete (LasnaTestPage *fixture, gconstpointer data)
{
  g_autoptr (LasnaRecord) second = NULL;
  guint n;

  lasna_test_page_show (fixture, "journey");
  g_set_object (&second, get_touchpoint (fixture, 0, 1));
  n = g_list_model_get_n_items (get_touchpoints (fixture, 0));
  open_record (fixture, second);
  choose (fixture, second);
  lasna_test_page_act (fixture, "map.delete");
  g_assert_true (lasna_record_is_deleted (second));
  g_assert_cmpuint (g_list_model_get_n_items (get_touchpoints (fixture, 0)), ==, n - 1);
  g_assert_true (lasna_inspector_get_record (get_inspector (fixture)) != second);
  lasna_test_page_act (fixture, "win.undo");
  g_assert_true (get_touchpoint (fixture, 0, 1) == second);
}

static void
test_walk (LasnaTestPage *fixture, gconstpointer data)
{
  lasna_test_page_show (fixture, "journey");
  choose (fixture, get_touchpoint (fixture, 0, 0));
  lasna_test_page_act (fixture, "map.down");
  g_assert_true (lasna_journey_map_get_selected (get_map (fixture)) ==
                 get_touchpoint (fixture, 0, 1));
  lasna_test_page_act (fixture, "map.right");
  g_assert_true (lasna_journey_map_get_selected (get_map (fixture)) ==
                 get_touchpoint (fixture, 1, 1));
  lasna_test_page_act (fixture, "map.left");
  lasna_test_page_act (fixture, "map.up");
  g_assert_true (lasna_journey_map_get_selected (get_map (fixture)) ==
                 get_touchpoint (fixture, 0, 0));
}

static void
test_every_property (LasnaTestPage *fixture, gconstpointer data)
{
  LasnaRecord *records[] = { NULL, NULL, NULL };

  lasna_test_page_show (fixture, "journey");
  records[0] = get_stage (fixture, 0);
  records[1] = get_touchpoint (fixture, 0, 0);
  for (guint i = 0; records[i] != NULL; i++)
    {
      LasnaRecordClass *klass = LASNA_RECORD_GET_CLASS (records[i]);

      open_record (fixture, records[i]);
      for (guint p = 0; p < klass->n_properties; p++)
        if (strcmp (klass->properties[p].name, "position") != 0 &&
            strcmp (klass->properties[p].name, "template-id") != 0)
          {
            g_test_message ("%s", klass->properties[p].name);
            g_assert_nonnull (
                lasna_inspector_find_row (get_inspector (fixture), klass->properties[p].name));
          }
    }
  lasna_test_page_assert_named (GTK_WIDGET (fixture->window));
}

static GtkWidget *
get_editor (LasnaTestPage *fixture, const char *property)
{
  return lasna_property_row_get_editor (
      LASNA_PROPERTY_ROW (lasna_inspector_find_row (get_inspector (fixture), property)));
}

static void
type (LasnaTestPage *fixture, const char *property, const char *text)
{
  GtkWidget *row = lasna_inspector_find_row (get_inspector (fixture), property);
  GtkWidget *editor = get_editor (fixture, property);

  if (GTK_IS_TEXT_VIEW (editor))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (lasna_test_page_find (editor, GTK_TYPE_TEXT, 0)), text);
  lasna_property_row_flush (LASNA_PROPERTY_ROW (row));
}

static void
test_edit_types (LasnaTestPage *fixture, gconstpointer data)
{
  LasnaRecord *touchpoint;
  GtkWidget *row;

  lasna_test_page_show (fixture, "journey");
  touchpoint = get_touchpoint (fixture, 0, 0);
  open_record (fixture, touchpoint);

  type (fixture, "note", "Two lines\nof a note");
  g_assert_cmpstr (lasna_record_get_text (touchpoint, "note"), ==, "Two lines\nof a note");
  type (fixture, "clicks-to-next", "4");
  g_assert_cmpint (lasna_record_get_integer (touchpoint, "clicks-to-next"), ==, 4);
  type (fixture, "planned-at", "3.2.2027");
  g_assert_cmpstr (lasna_record_get_text (touchpoint, "planned-at"), ==, "2027-02-03");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_editor (fixture, "mode")), 1);
  g_assert_true (lasna_record_is_set (touchpoint, "mode"));
  gtk_switch_set_active (GTK_SWITCH (get_editor (fixture, "is-extra")),
                         !lasna_record_get_flag (touchpoint, "is-extra"));
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (gtk_widget_get_last_child (get_editor (fixture, "believed-height"))),
      TRUE);
  g_assert_cmpint (lasna_record_get_integer (touchpoint, "believed-height"), ==, 2);
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (gtk_widget_get_first_child (get_editor (fixture, "shun-flags"))), TRUE);
  g_assert_true (lasna_record_is_set (touchpoint, "shun-flags"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_editor (fixture, "stage")), 1);
  g_assert_true (lasna_record_get_reference (touchpoint, "stage") == get_stage (fixture, 1));

  type (fixture, "clicks-to-next", "many");
  row = lasna_inspector_find_row (get_inspector (fixture), "clicks-to-next");
  g_assert_true (lasna_property_row_is_refused (LASNA_PROPERTY_ROW (row)));
  g_assert_cmpint (lasna_record_get_integer (touchpoint, "clicks-to-next"), ==, 4);
  type (fixture, "clicks-to-next", "1000");
  g_assert_true (lasna_property_row_is_refused (LASNA_PROPERTY_ROW (row)));
  g_assert_cmpint (lasna_record_get_integer (touchpoint, "clicks-to-next"), ==, 4);
  type (fixture, "title", "");
  g_assert_true (lasna_record_is_set (touchpoint, "title"));
}

/* Taking back what was just typed does not take the pen out of the hand. */
static void
test_undo_while_writing (LasnaTestPage *fixture, gconstpointer data)
{
  GtkWidget *row;

  lasna_test_page_show (fixture, "journey");
  open_record (fixture, get_touchpoint (fixture, 0, 0));
  row = lasna_inspector_find_row (get_inspector (fixture), "title");
  type (fixture, "title", "Typed in haste");
  lasna_test_page_act (fixture, "win.undo");
  g_assert_cmpstr (
      lasna_record_get_text (get_touchpoint (fixture, 0, 0), "title"), !=, "Typed in haste");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), row));
}

static GtkWidget *
find_toast_button (LasnaTestPage *fixture)
{
  GtkWidget *toast = lasna_test_page_find (GTK_WIDGET (fixture->window), LASNA_TYPE_TOAST, 0);

  /* The first button is for what else a message may offer. */
  return lasna_test_page_find (toast, GTK_TYPE_BUTTON, 1);
}

/* The button of a message takes back what the message names, and never something newer. */
static void
test_toast (LasnaTestPage *fixture, gconstpointer data)
{
  LasnaRecord *stage;
  GtkWidget *button;

  lasna_test_page_show (fixture, "journey");
  stage = get_stage (fixture, 0);
  button = find_toast_button (fixture);
  lasna_window_toast_undo (fixture->window, "Something was done.");
  g_object_set (stage, "title", "Newer", NULL);
  lasna_test_await (fixture->window, "Something was done.");
  g_assert_false (gtk_widget_get_visible (button));
  g_signal_emit_by_name (button, "clicked");
  lasna_test_page_act (fixture, "win.take-back");
  g_assert_cmpstr (lasna_record_get_text (stage, "title"), ==, "Newer");

  lasna_window_toast_undo (fixture->window, "The stage was renamed.");
  g_assert_true (gtk_widget_get_visible (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (lasna_record_get_text (stage, "title"), !=, "Newer");
}

static void
test_selection (LasnaTestPage *fixture, gconstpointer data)
{
  GtkWidget *line;
  GtkWidget *lines;

  lasna_test_page_show (fixture, "journey");
  open_record (fixture, get_touchpoint (fixture, 0, 0));
  type (fixture, "title", "A title");
  type (fixture, "note", "A note");
  line = lasna_test_page_find (get_editor (fixture, "title"), GTK_TYPE_TEXT, 0);
  lines = get_editor (fixture, "note");
  gtk_widget_grab_focus (line);
  gtk_editable_select_region (GTK_EDITABLE (line), 0, -1);
  gtk_widget_grab_focus (lines);
  g_signal_emit_by_name (lines, "select-all", TRUE);
  lasna_test_settle ();
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (line), NULL, NULL));
  g_assert_true (
      gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (lines))));
  gtk_widget_grab_focus (line);
  lasna_test_settle ();
  g_assert_false (
      gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (lines))));
}

static void
test_empty (LasnaTestPage *fixture, gconstpointer data)
{
  LasnaPage *page = lasna_test_page_show (fixture, "journey");
  GtkWidget *button = lasna_test_page_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, 0);

  g_assert_null (lasna_window_get_journey (fixture->window));
  lasna_test_page_assert_named (GTK_WIDGET (fixture->window));
  g_signal_emit_by_name (button, "clicked");
  lasna_test_settle ();
  g_assert_nonnull (lasna_window_get_journey (fixture->window));
  g_assert_nonnull (get_stage (fixture, 0));
  lasna_test_page_act (fixture, "win.undo");
  g_assert_null (lasna_window_get_journey (fixture->window));
}

/* Six stages beside the sidebar need no scrolling on the screen of a laptop, 1366 pixels wide. */
static void
test_fits (LasnaTestPage *fixture, gconstpointer data)
{
  int width;

  lasna_test_page_show (fixture, "journey");
  g_assert_nonnull (get_stage (fixture, 5));
  gtk_widget_measure (
      GTK_WIDGET (get_map (fixture)), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 1366 - 210);
}

/* What is new at the far end comes into view beside its inspector. */
static void
test_reveal (LasnaTestPage *fixture, gconstpointer data)
{
  GtkWidget *view;
  GtkAdjustment *across;

  lasna_test_page_show (fixture, "journey");
  view = gtk_widget_get_ancestor (GTK_WIDGET (get_map (fixture)), GTK_TYPE_VIEWPORT);
  across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));
  choose (fixture, get_stage (fixture, 5));
  lasna_test_page_act (fixture, "page.new");
  lasna_test_settle ();
  lasna_test_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_upper (across), >, gtk_adjustment_get_page_size (across));
  g_assert_cmpfloat (gtk_adjustment_get_value (across), >, 0);
}

int
main (int argc, char *argv[])
{
  lasna_test_window_init (&argc, &argv);
  lasna_test_page_add ("/journey-page/add", "sample", test_add);
  lasna_test_page_add ("/journey-page/add-in-view", "sample", test_add_in_view);
  lasna_test_page_add ("/journey-page/open-by-key", "sample", test_open_by_key);
  lasna_test_page_add ("/journey-page/fits", "sample", test_fits);
  lasna_test_page_add ("/journey-page/reveal", "sample", test_reveal);
  lasna_test_page_add ("/journey-page/move", "sample", test_move);
  lasna_test_page_add ("/journey-page/delete", "sample", test_delete);
  lasna_test_page_add ("/journey-page/walk", "sample", test_walk);
  lasna_test_page_add ("/journey-page/every-property", "sample", test_every_property);
  lasna_test_page_add ("/journey-page/edit-types", "sample", test_edit_types);
  lasna_test_page_add ("/journey-page/undo-while-writing", "sample", test_undo_while_writing);
  lasna_test_page_add ("/journey-page/toast", "sample", test_toast);
  lasna_test_page_add ("/journey-page/selection", "sample", test_selection);
  lasna_test_page_add ("/journey-page/empty", NULL, test_empty);
  return lasna_test_window_run ();
}
