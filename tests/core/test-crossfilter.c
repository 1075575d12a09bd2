/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every tally of a crossfilter against what SQL says, in many states of the filter and after many
 * edits, exactly.
 */
#include "config.h"

#include "lasna-bins.h"
#include "lasna-crossfilter.h"
#include "lasna-day.h"
#include "lasna-feedback.h"
#include "lasna-rows-cache.h"
#include "lasna-test-voices.h"
#include "lasna-voice-details.h"

#include <string.h>

#define ROWS 2500
#define STATES 60

typedef struct
{
  LasnaTestFolder *folder;
  LasnaWorkbook *workbook;
  LasnaFeedback *feedback;
  LasnaCrossfilter *crossfilter;
  GRand *rand;
} Fixture;

/* What can be filtered by: values of a dimension, each with its condition in SQL. */
static const struct
{
  LasnaDimension dimension;
  const char *where; /* %d is drawn */
  const char *sql;   /* %d likewise */
  int first;
  int last;
} choices[] = {
  { LASNA_DIMENSION_STAGE,
    "stage=Stage %d",
    "EXISTS (SELECT 1 FROM label WHERE id = v.stage AND text = 'Stage %d')",
    1,
    4 },
  { LASNA_DIMENSION_TOUCHPOINT,
    "touchpoint=Point %d",
    "EXISTS (SELECT 1 FROM label WHERE id = v.touchpoint AND text = 'Point %d')",
    1,
    9 },
  { LASNA_DIMENSION_CHANNEL,
    "channel=Way %d",
    "EXISTS (SELECT 1 FROM label WHERE id = v.channel AND text = 'Way %d')",
    1,
    5 },
  { LASNA_DIMENSION_LANGUAGE, "language=l%d", "v.language = 'l%d'", 1, 3 },
  { LASNA_DIMENSION_LANGUAGE, "language=unknown", "v.language IS NULL", 1, 1 },
  { LASNA_DIMENSION_TASK, "task=%d", "v.task = %d", 0, 3 },
  { LASNA_DIMENSION_SCORE,
    "nps=%d..10",
    "EXISTS (SELECT 1 FROM feedback_score JOIN question ON question.id = question "
    "WHERE feedback = v.id AND method = 'method.nps' AND raw BETWEEN %d AND 10)",
    0,
    10 },
  { LASNA_DIMENSION_SCORE,
    "csat=..%d",
    "EXISTS (SELECT 1 FROM feedback_score JOIN question ON question.id = question "
    "WHERE feedback = v.id AND method = 'method.csat' AND raw <= %d)",
    1,
    5 },
  { LASNA_DIMENSION_CLUSTER,
    "cluster=advocacy",
    "EXISTS (SELECT 1 FROM feedback_emotion JOIN label ON label.id = emotion WHERE feedback = v.id "
    "AND code IN ('emotion.happy', 'emotion.pleased'))",
    1,
    1 },
  { LASNA_DIMENSION_EMOTION, "emotion=none", "v.no_feeling = 1", 1, 1 },
  { LASNA_DIMENSION_EMOTION,
    "emotion=irritated",
    "EXISTS (SELECT 1 FROM feedback_emotion JOIN label ON label.id = emotion WHERE feedback = v.id "
    "AND code = 'emotion.irritated')",
    1,
    1 },
  { LASNA_DIMENSION_PERIOD,
    "date=2026-01-%02d..2026-02-20",
    "substr (v.received_at, 1, 10) BETWEEN '2026-01-%02d' AND '2026-02-20'",
    10,
    28 },
  { LASNA_DIMENSION_PERIOD,
    "date=2026-03-%02d",
    "substr (v.received_at, 1, 10) = '2026-03-%02d'",
    10,
    20 },
  { LASNA_DIMENSION_TEXT, "text=w%d", "v.verbatim LIKE '%%w%d%%'", 1, 40 },
};

static const struct
{
  LasnaDimension dimension;
  const char *sql; /* the name of the value and a condition to join on */
} tallies[] = {
  { LASNA_DIMENSION_STAGE, "(SELECT text FROM label WHERE id = v.stage)" },
  { LASNA_DIMENSION_TOUCHPOINT, "(SELECT text FROM label WHERE id = v.touchpoint)" },
  { LASNA_DIMENSION_CHANNEL, "(SELECT text FROM label WHERE id = v.channel)" },
  { LASNA_DIMENSION_LANGUAGE, "v.language" },
  { LASNA_DIMENSION_TASK, "v.task" },
  { LASNA_DIMENSION_PERIOD, "substr (v.received_at, 1, 10)" },
  { LASNA_DIMENSION_SCORE, NULL },
  { LASNA_DIMENSION_EMOTION, NULL },
};

/* What is added up beside that, without none, one or several filters of its own. */
static const struct
{
  guint raw;
  guint32 own;
} sums[] = {
  { LASNA_DIMENSION_STAGE, LASNA_OWN (LASNA_DIMENSION_STAGE) },
  { LASNA_DIMENSION_STAGE, LASNA_OWN (LASNA_DIMENSION_STAGE) | LASNA_OWN (LASNA_DIMENSION_TASK) },
  { LASNA_DIMENSION_CHANNEL,
    LASNA_OWN (LASNA_DIMENSION_SCORE) | LASNA_OWN (LASNA_DIMENSION_PERIOD) },
  { LASNA_DIMENSION_TOUCHPOINT, 0 },
  { LASNA_RAW_DAY, LASNA_OWN (LASNA_DIMENSION_PERIOD) },
};

/* The conditions of the state under test: in SQL, by dimension, with OR between them. */
static GString *conditions[LASNA_N_DIMENSIONS];

static char *
make_csv (GRand *rand)
{
  static const char *const feelings[] = {
    "", "Happy 3", "Irritated 2", "No feeling", "Happy 1; Hurried 2", "Own word", "Pleased 2"
  };
  GString *csv =
      g_string_new ("date,stage,touchpoint,channel,language,nps,csat,task,feelings,comment\n");

  for (guint i = 0; i < ROWS; i++)
    {
      g_string_append_printf (csv,
                              "2026-%02d-%02d,Stage %d,Point %d,",
                              g_rand_int_range (rand, 1, 4),
                              g_rand_int_range (rand, 1, 29),
                              g_rand_int_range (rand, 1, 5),
                              g_rand_int_range (rand, 1, 10));
      if (g_rand_int_range (rand, 0, 4) > 0)
        g_string_append_printf (csv, "Way %d", g_rand_int_range (rand, 1, 6));
      g_string_append_c (csv, ',');
      if (g_rand_int_range (rand, 0, 4) > 0)
        g_string_append_printf (csv, "l%d", g_rand_int_range (rand, 1, 4));
      g_string_append_printf (csv, ",%d,", g_rand_int_range (rand, 0, 11));
      if (g_rand_int_range (rand, 0, 2) > 0)
        g_string_append_printf (csv, "%d", g_rand_int_range (rand, 1, 6));
      g_string_append_printf (csv,
                              ",%d,%s,",
                              g_rand_int_range (rand, 0, 4),
                              feelings[g_rand_int_range (rand, 0, G_N_ELEMENTS (feelings))]);
      if (g_rand_int_range (rand, 0, 3) > 0)
        g_string_append_printf (csv,
                                "said w%d and w%d",
                                g_rand_int_range (rand, 1, 100),
                                g_rand_int_range (rand, 1, 100));
      g_string_append_c (csv, '\n');
    }
  return g_string_free (csv, FALSE);
}

static void
import_rows (Fixture *fixture)
{
  g_autofree char *csv = make_csv (fixture->rand);

  lasna_test_import (fixture->workbook, csv, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->rand = g_rand_new_with_seed (4711);
  fixture->folder = lasna_test_folder_new ();
  path = lasna_test_folder_dup_path (fixture->folder, "book.lasna");
  fixture->workbook = lasna_workbook_create (path, LASNA_LANGUAGE_EN, NULL, &error);
  g_assert_no_error (error);
  import_rows (fixture);
  fixture->feedback = lasna_feedback_new (fixture->workbook);
  g_assert_true (lasna_feedback_load (fixture->feedback, &error));
  g_assert_no_error (error);
  fixture->crossfilter = lasna_crossfilter_new (lasna_feedback_get_columns (fixture->feedback));
  for (guint i = 0; i < LASNA_N_DIMENSIONS; i++)
    conditions[i] = g_string_new (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  while (lasna_feedback_is_loading (fixture->feedback))
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < LASNA_N_DIMENSIONS; i++)
    g_string_free (conditions[i], TRUE);
  lasna_crossfilter_free (fixture->crossfilter);
  g_assert_finalize_object (fixture->feedback);
  lasna_test_close (fixture->workbook);
  lasna_test_folder_free (fixture->folder);
  g_rand_free (fixture->rand);
}

/* A format with one number in it, or none. */
static char *
print_number (const char *format, int number)
{
  GString *text = g_string_new (format);
  g_autofree char *plain = g_strdup_printf ("%d", number);
  g_autofree char *two = g_strdup_printf ("%02d", number);

  g_string_replace (text, "%02d", two, 0);
  g_string_replace (text, "%d", plain, 0);
  g_string_replace (text, "%%", "%", 0);
  return g_string_free (text, FALSE);
}

static void
draw_filter (Fixture *fixture, LasnaFilter *filter)
{
  int n = g_rand_int_range (fixture->rand, 0, 6);

  for (guint i = 0; i < LASNA_N_DIMENSIONS; i++)
    g_string_truncate (conditions[i], 0);
  for (int i = 0; i < n; i++)
    {
      int chosen = g_rand_int_range (fixture->rand, 0, G_N_ELEMENTS (choices));
      int number =
          g_rand_int_range (fixture->rand, choices[chosen].first, choices[chosen].last + 1);
      g_autofree char *where = print_number (choices[chosen].where, number);
      g_autofree char *sql = print_number (choices[chosen].sql, number);
      GString *condition = conditions[choices[chosen].dimension];

      g_assert_true (lasna_filter_add_where (filter, where, NULL));
      g_string_append_printf (condition, "%s%s", condition->len > 0 ? " OR " : "", sql);
    }
}

/* All conditions but those on @own. */
static char *
make_sql (guint own)
{
  GString *sql = g_string_new ("v.excluded = 0");

  for (guint i = 0; i < LASNA_N_DIMENSIONS; i++)
    if (i != own && conditions[i]->len > 0)
      g_string_append_printf (sql, " AND (%s)", conditions[i]->str);
  return g_string_free (sql, FALSE);
}

static LasnaStatement *
ask (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  LasnaStatement *statement =
      lasna_store_prepare (lasna_workbook_get_store (fixture->workbook), sql, &error);

  g_assert_no_error (error);
  return statement;
}

/* "value count, ..." in the order of SQL. */
static char *
read_pairs (Fixture *fixture, const char *sql)
{
  LasnaStatement *statement = ask (fixture, sql);
  GString *text = g_string_new (NULL);

  while (lasna_statement_step (statement, NULL) == LASNA_STEP_ROW)
    g_string_append_printf (text,
                            "%s: %d\n",
                            lasna_statement_get_text (statement, 1),
                            (int) lasna_statement_get_integer (statement, 2));
  lasna_statement_reset (statement);
  return g_string_free (text, FALSE);
}

static void
append_count (GPtrArray *lines, const char *name, guint n)
{
  if (n > 0)
    g_ptr_array_add (lines, g_strdup_printf ("%s: %u\n", name, n));
}

static int
compare_lines_cb (gconstpointer first, gconstpointer second)
{
  return strcmp (*(const char *const *) first, *(const char *const *) second);
}

static const char *
get_name (const LasnaColumns *columns, LasnaDimension dimension, guint code)
{
  const LasnaValue *value = lasna_columns_get_value (columns, dimension, code);

  if (code == 0)
    return "(none)";
  if (dimension == LASNA_DIMENSION_TASK || dimension == LASNA_DIMENSION_EMOTION)
    return value->code != NULL ? value->code : value->text;
  return value->names[LASNA_LANGUAGE_EN];
}

static void
list_days (const LasnaSelection *selection, GPtrArray *lines)
{
  guint n;
  g_autofree guint *counts =
      lasna_bins_count (selection, LASNA_RAW_DAY, LASNA_OWN (LASNA_DIMENSION_PERIOD), &n);

  for (guint raw = 0; raw < n; raw++)
    {
      g_autofree char *day = lasna_day_dup_text (selection->columns->meanings->days[raw]);

      append_count (lines, day, counts[raw]);
    }
}

static void
list_answers (const LasnaSelection *selection, GPtrArray *lines)
{
  const LasnaMeanings *meanings = selection->columns->meanings;
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name;
  gpointer count;
  guint n;
  g_autofree guint *counts =
      lasna_bins_count (selection, LASNA_RAW_ANSWERS, LASNA_OWN (LASNA_DIMENSION_SCORE), &n);

  for (guint set = 0; set < n; set++)
    for (guint32 i = meanings->answer_starts[set]; i < meanings->answer_starts[set + 1]; i++)
      {
        const LasnaColumnsQuestion *question =
            meanings->questions->pdata[meanings->answers[i].question];
        char *answer = g_strdup_printf ("%s %d", question->text, (int) meanings->answers[i].raw);
        guint before = GPOINTER_TO_UINT (g_hash_table_lookup (found, answer));

        g_hash_table_replace (found, answer, GUINT_TO_POINTER (before + counts[set]));
      }
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &name, &count))
    append_count (lines, name, GPOINTER_TO_UINT (count));
}

static char *
list_counts (Fixture *fixture, guint tally)
{
  const LasnaSelection *selection = lasna_crossfilter_get_selection (fixture->crossfilter);
  LasnaDimension dimension = tallies[tally].dimension;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  if (dimension == LASNA_DIMENSION_PERIOD)
    list_days (selection, lines);
  else if (dimension == LASNA_DIMENSION_SCORE)
    list_answers (selection, lines);
  else
    {
      g_autofree guint *counts = lasna_selection_tally (selection, dimension);

      for (guint code = 0; code < lasna_columns_get_n_values (selection->columns, dimension);
           code++)
        append_count (lines, get_name (selection->columns, dimension, code), counts[code]);
    }
  g_ptr_array_sort (lines, compare_lines_cb);
  for (guint i = 0; i < lines->len; i++)
    g_string_append (text, lines->pdata[i]);
  return g_string_free (text, FALSE);
}

static char *
list_counts_by_sql (Fixture *fixture, guint tally)
{
  g_autofree char *where = make_sql (tallies[tally].dimension);
  g_autofree char *sql = NULL;

  if (tallies[tally].dimension == LASNA_DIMENSION_SCORE)
    sql = g_strdup_printf ("SELECT q.text || ' ' || CAST (s.raw AS INTEGER) AS name, count(*) "
                           "FROM voice v JOIN feedback_score s ON s.feedback = v.id "
                           "JOIN question q ON q.id = s.question WHERE %s GROUP BY name ORDER BY "
                           "name || ': ' || count(*)",
                           where);
  else if (tallies[tally].dimension == LASNA_DIMENSION_EMOTION)
    sql = g_strdup_printf (
        "SELECT name, sum (n) AS n FROM (SELECT coalesce (l.code, l.text) AS name, 1 AS n "
        "FROM voice v JOIN feedback_emotion e ON e.feedback = v.id JOIN label l ON l.id = e.emotion "
        "WHERE %s UNION ALL SELECT CASE v.no_feeling WHEN 1 THEN 'emotion.none' ELSE '(none)' END, "
        "1 FROM voice v WHERE %s AND NOT EXISTS (SELECT 1 FROM feedback_emotion WHERE feedback = "
        "v.id)) GROUP BY name ORDER BY name || ': ' || n",
        where,
        where);
  else
    sql = g_strdup_printf ("SELECT coalesce (%s, '(none)') AS name, count(*) FROM voice v WHERE %s "
                           "GROUP BY name ORDER BY name || ': ' || count(*)",
                           tallies[tally].sql,
                           where);
  return read_pairs (fixture, sql);
}

/* What the voices of each raw code add up to, against the voices themselves. */
static void
check_totals (const LasnaSelection *selection, guint raw, guint32 own)
{
  guint n;
  g_autofree LasnaTotals *totals = lasna_bins_new (selection, raw, own, LASNA_TOTALS_ALL, &n);
  g_autofree LasnaTotals *slowly = g_new0 (LasnaTotals, n);

  for (guint row = 0; row < selection->columns->n; row++)
    if (lasna_selection_has_but (selection, row, own))
      lasna_totals_add (
          &slowly[lasna_columns_get_raw (selection->columns, raw, row)], selection->columns, row);
  for (guint i = 0; i < n; i++)
    lasna_test_assert_same_totals (&totals[i], &slowly[i]);
}

static void
check_state (Fixture *fixture)
{
  const LasnaSelection *selection = lasna_crossfilter_get_selection (fixture->crossfilter);
  g_autofree char *where = make_sql (G_MAXUINT);
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM voice v WHERE %s", where);
  LasnaStatement *statement = ask (fixture, sql);

  g_test_message ("%s", where);
  g_assert_cmpint (lasna_statement_step (statement, NULL), ==, LASNA_STEP_ROW);
  g_assert_cmpint (selection->n, ==, lasna_statement_get_integer (statement, 1));
  lasna_statement_reset (statement);
  for (guint i = 0; i < G_N_ELEMENTS (tallies); i++)
    {
      g_autofree char *counted = list_counts (fixture, i);
      g_autofree char *asked = list_counts_by_sql (fixture, i);

      g_assert_cmpstr (counted, ==, asked);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    check_totals (selection, sums[i].raw, sums[i].own);
}

static void
set_filter (Fixture *fixture, const LasnaFilter *filter)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lasna_crossfilter_set_filter (
      fixture->crossfilter, filter, lasna_workbook_get_store (fixture->workbook), &error));
  g_assert_no_error (error);
}

static void
test_states (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < STATES; i++)
    {
      g_autoptr (LasnaFilter) filter = lasna_filter_new ();

      draw_filter (fixture, filter);
      set_filter (fixture, filter);
      check_state (fixture);
    }
}

/* A period that slides, narrows, jumps and opens. */
static void
test_brush (Fixture *fixture, gconstpointer data)
{
  static const char *const periods[][2] = {
    { "2026-01-05", "2026-01-20" }, { "2026-01-06", "2026-01-21" }, { "2026-01-10", "2026-01-15" },
    { "2026-01-12", "2026-01-12" }, { "2026-03-01", "2026-03-10" }, { "2026-01-01", "2026-03-31" },
    { "2026-02-02", "2026-03-31" }, { "2026-02-01", "2026-03-31" },
  };

  for (guint i = 0; i < 3 * G_N_ELEMENTS (periods); i++)
    {
      const char *const *period = periods[i % G_N_ELEMENTS (periods)];
      g_autoptr (LasnaFilter) filter = lasna_filter_new ();

      if (i % G_N_ELEMENTS (periods) == 0)
        draw_filter (fixture, filter);
      lasna_filter_clear (filter);
      for (guint j = 0; j < LASNA_N_DIMENSIONS; j++)
        g_string_truncate (conditions[j], 0);
      if (i >= G_N_ELEMENTS (periods))
        {
          lasna_filter_add_value (filter, LASNA_DIMENSION_CHANNEL, "Way 2");
          g_string_assign (conditions[LASNA_DIMENSION_CHANNEL],
                           "EXISTS (SELECT 1 FROM label WHERE id = v.channel AND text = 'Way 2')");
        }
      g_assert_true (lasna_filter_set_period (filter, period[0], period[1], NULL));
      g_string_printf (conditions[LASNA_DIMENSION_PERIOD],
                       "substr (v.received_at, 1, 10) BETWEEN '%s' AND '%s'",
                       period[0],
                       period[1]);
      set_filter (fixture, filter);
      check_state (fixture);
    }
}

static LasnaRecord *
draw_voice (Fixture *fixture)
{
  const LasnaSelection *selection = lasna_crossfilter_get_selection (fixture->crossfilter);

  return lasna_workbook_find (
      fixture->workbook,
      "feedback",
      selection->columns->ids[g_rand_int_range (fixture->rand, 0, (int) selection->columns->n)]);
}

static void
edit (Fixture *fixture, guint which)
{
  g_autoptr (LasnaRecord) voice = draw_voice (fixture);
  g_autoptr (LasnaChange) change = lasna_workbook_begin (fixture->workbook, "Edit");
  GListModel *questions = lasna_workbook_get_records (fixture->workbook, "question");
  g_autoptr (LasnaRecord) question = g_list_model_get_item (questions, 0);

  switch (which % 7)
    {
    case 0:
      g_object_set (voice, "task", (gint64) g_rand_int_range (fixture->rand, 0, 4), NULL);
      break;
    case 1:
      g_object_set (voice, "excluded", TRUE, NULL);
      break;
    case 2:
      g_object_set (voice, "verbatim", "said w7 and no more", NULL);
      break;
    case 3:
      lasna_voice_set_score (LASNA_VOICE (voice), LASNA_QUESTION (question), 3);
      break;
    case 4:
      g_object_set (voice, "received-at", "2026-02-11T10:00", NULL);
      break;
    case 5:
      lasna_record_delete (voice);
      break;
    case 6:
    default:
      lasna_workbook_add (fixture->workbook,
                          LASNA_TYPE_VOICE,
                          "received-at",
                          which % 2 == 0 ? "2026-01-15T09:00" : "2026-07-15T09:00",
                          "verbatim",
                          "a new one says w3",
                          "language",
                          "l9",
                          NULL);
    }
  g_assert_true (lasna_change_commit (change, NULL));
}

/* Edits and their undoing are in every count, by what changed alone or by counting anew. */
static void
test_edits (Fixture *fixture, gconstpointer data)
{
  LasnaStore *store = lasna_workbook_get_store (fixture->workbook);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 70; i++)
    {
      LasnaColumns *columns;

      if (i % 7 == 0)
        {
          g_autoptr (LasnaFilter) filter = lasna_filter_new ();

          draw_filter (fixture, filter);
          set_filter (fixture, filter);
        }
      if (i % 5 == 4)
        g_assert_true (lasna_workbook_undo (fixture->workbook, NULL, &error));
      else
        edit (fixture, i);
      g_assert_no_error (error);
      g_assert_false (lasna_feedback_is_loading (fixture->feedback));
      columns = lasna_feedback_get_columns (fixture->feedback);
      g_assert_true (lasna_crossfilter_set_columns (fixture->crossfilter, columns, store, &error));
      g_assert_no_error (error);
      check_state (fixture);
    }
}

/* The rows as they are kept in the file, and what becomes of a cache that is old or damaged. */
static void
test_cache (Fixture *fixture, gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE feedback_cache SET bytes = x'00' WHERE id = 0",
    "UPDATE feedback_cache SET width = 7 WHERE id = 4",
    "UPDATE feedback_cache SET bytes = zeroblob (length (bytes)) WHERE id = 1",
    "UPDATE feedback_cache SET bytes = randomblob (length (bytes)) WHERE id = 2",
    "UPDATE feedback_cache SET bytes = randomblob (length (bytes)) WHERE id = 3",
    "UPDATE feedback_cache SET bytes = substr (bytes, 1, length (bytes) - 1) WHERE id = 25",
    "UPDATE feedback_cache SET bytes = randomblob (length (bytes)) WHERE id = 28",
    "DELETE FROM feedback_cache WHERE id = 9",
    "UPDATE feedback_cache SET width = 1 WHERE id = 0",
    "UPDATE feedback_stamp SET stamp = stamp + 1",
  };
  LasnaStore *store = lasna_workbook_get_store (fixture->workbook);
  const LasnaRows *rows = lasna_feedback_get_columns (fixture->feedback)->rows;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (LasnaRows) read = NULL;
      g_autoptr (LasnaRows) damaged = NULL;

      lasna_rows_cache_write (rows, lasna_rows_cache_get_stamp (store), store, NULL, &error);
      g_assert_no_error (error);
      read = lasna_rows_cache_read (store);
      g_assert_nonnull (read);
      g_assert_true (lasna_rows_equal (rows, read));
      g_test_message ("%s", damages[i]);
      g_assert_true (lasna_store_execute (store, damages[i], &error));
      damaged = lasna_rows_cache_read (store);
      g_assert_null (damaged);
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/crossfilter/states", test_states);
  ADD ("/crossfilter/brush", test_brush);
  ADD ("/crossfilter/edits", test_edits);
  ADD ("/crossfilter/cache", test_cache);
  return g_test_run ();
}
