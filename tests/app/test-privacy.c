/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's data in the window: found, kept when the question is not answered with yes, erased;
 * and the rule of how long words are kept.
 */
#include "config.h"

#include "lasna-person-window.h"
#include "lasna-test-page.h"

#include <string.h>

static GtkWindow *
find_toplevel (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) &&
          gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static gboolean
has_question (gpointer data)
{
  return find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static void
answer (const char *response)
{
  GtkWindow *dialog;

  lasna_test_wait (has_question, NULL);
  dialog = find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
  lasna_test_settle ();
}

typedef struct
{
  const char *label;
  GtkWidget *found;
} Search;

static void
look (GtkWidget *widget, gpointer data)
{
  Search *search = data;

  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), search->label) == 0)
    search->found = widget;
}

static void
press (GtkWindow *window, const char *label)
{
  Search search = { label, NULL };

  lasna_test_walk (window, look, &search);
  g_assert_nonnull (search.found);
  g_signal_emit_by_name (search.found, "clicked");
  lasna_test_settle ();
}

static guint
count_persons (LasnaTestPage *fixture)
{
  GListModel *persons = lasna_workbook_get_records (fixture->workbook, "person");
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (persons); i++)
    {
      g_autoptr (LasnaRecord) person = g_list_model_get_item (persons, i);

      n += g_strcmp0 (lasna_record_get_text (person, "display-name"), "Aino") == 0;
    }
  return n;
}

static void
test_person (LasnaTestPage *fixture, gconstpointer data)
{
  GtkWindow *window;
  GtkWidget *entry;

  lasna_test_page_act (fixture, "win.person");
  window = find_toplevel (LASNA_TYPE_PERSON_WINDOW);
  g_assert_nonnull (window);
  lasna_test_page_assert_named (GTK_WIDGET (window));
  entry = lasna_test_page_find (GTK_WIDGET (window), GTK_TYPE_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), "Ai");
  g_signal_emit_by_name (entry, "activate");
  lasna_test_await (window, "too short");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Nobody Atall");
  g_signal_emit_by_name (entry, "activate");
  lasna_test_await (window, "Nothing mentions this person");

  gtk_editable_set_text (GTK_EDITABLE (entry), "Aino");
  g_signal_emit_by_name (entry, "activate");
  lasna_test_await (window, "mention this person");
  lasna_test_page_assert_named (GTK_WIDGET (window));
  g_assert_cmpuint (count_persons (fixture), ==, 1);

  press (window, "_Erase…");
  answer ("cancel");
  g_assert_cmpuint (count_persons (fixture), ==, 1);
  press (window, "_Erase…");
  answer ("do");
  lasna_test_await (window, "Erased");
  g_assert_cmpuint (count_persons (fixture), ==, 0);
  g_assert_null (lasna_workbook_get_undo_label (fixture->workbook));
  gtk_window_close (window);
  lasna_test_settle ();
}

static gint64
count_words (LasnaTestPage *fixture)
{
  LasnaStatement *statement =
      lasna_store_prepare (lasna_workbook_get_store (fixture->workbook),
                           "SELECT count (*) FROM voice WHERE verbatim IS NOT NULL",
                           NULL);
  gint64 n;

  lasna_statement_step (statement, NULL);
  n = lasna_statement_get_integer (statement, 1);
  lasna_statement_reset (statement);
  return n;
}

static void
test_retention (LasnaTestPage *fixture, gconstpointer data)
{
  gint64 before = count_words (fixture);

  lasna_test_page_act (fixture, "win.retain");
  lasna_test_await (fixture->window, "Nothing is older");
  g_object_set (
      lasna_workbook_get_settings (fixture->workbook), "keep-words-months", (gint64) 1, NULL);
  lasna_test_page_act (fixture, "win.retain");
  answer ("cancel");
  g_assert_cmpint (count_words (fixture), ==, before);
  lasna_test_page_act (fixture, "win.retain");
  answer ("do");
  lasna_test_await (fixture->window, "What was older is removed.");
  g_assert_cmpint (count_words (fixture), <, before);
}

/* The kinds of table and the names are actions of the page, as its menu has them. */
static void
test_saving (LasnaTestPage *fixture, gconstpointer data)
{
  LasnaPage *page = lasna_test_page_show (fixture, "feedback");
  GActionGroup *actions = G_ACTION_GROUP (lasna_page_get_actions (page));
  g_autoptr (GVariant) with = g_action_group_get_action_state (actions, "save-names");
  g_autoptr (GVariant) without = NULL;

  g_assert_true (g_variant_get_boolean (with));
  g_action_group_activate_action (actions, "save-names", NULL);
  without = g_action_group_get_action_state (actions, "save-names");
  g_assert_false (g_variant_get_boolean (without));
  g_assert_true (g_variant_type_equal (
      g_action_group_get_action_parameter_type (actions, "save-voices"), G_VARIANT_TYPE_STRING));
}

int
main (int argc, char *argv[])
{
  lasna_test_window_init (&argc, &argv);
  lasna_test_page_add ("/privacy/person", "sample", test_person);
  lasna_test_page_add ("/privacy/retention", "sample", test_retention);
  lasna_test_page_add ("/privacy/saving", "sample", test_saving);
  return lasna_test_window_run ();
}
