/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Questions that a workbook must answer: what was asked where, who may have said it, words and what
 * was read between them, how the same figures look split, no feeling and not asked apart, twenty
 * emotions and own words, task and feeling, and what destroys first.
 */
#include "config.h"

#include "lasna-emotions.h"
#include "lasna-error.h"
#include "lasna-groups.h"
#include "lasna-import.h"
#include "lasna-label.h"
#include "lasna-stats.h"
#include "lasna-template.h"
#include "lasna-test-sample.h"
#include "lasna-test-voices.h"
#include "lasna-voice-details.h"
#include "lasna-voice-export.h"

#include <math.h>
#include <string.h>

typedef struct
{
  LasnaTestBook *book;
  LasnaRecord *journey; /* of six stages, borrowed */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->book = lasna_test_book_new (LASNA_LANGUAGE_FI);
  fixture->journey = lasna_template_add_journey (
      fixture->book->workbook, fixture->book->service, "journey.travel", LASNA_LANGUAGE_FI, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  lasna_test_book_free (fixture->book);
}

static LasnaRecord *
get_stage (Fixture *fixture, guint i)
{
  g_autoptr (LasnaRecord) stage =
      g_list_model_get_item (lasna_record_get_children (fixture->journey, "stage", "journey"), i);

  return stage;
}

static const char *
get_title (Fixture *fixture, guint i)
{
  return lasna_record_get_text (get_stage (fixture, i), "title");
}

static LasnaJourneyFigures *
get_figures (Fixture *fixture)
{
  g_autoptr (LasnaFeedback) feedback = lasna_feedback_new (fixture->book->workbook);
  g_autoptr (GError) error = NULL;
  LasnaJourneyFigures *figures =
      lasna_feedback_get_journey (feedback, fixture->journey, NULL, &error);

  g_assert_no_error (error);
  return figures;
}

/* 6: a ready question at every stage in the customer's language, and which of at contact, after the
 * service and when something went wrong is missing where.
 */
static void
test_asked (Fixture *fixture, gconstpointer data)
{
  LasnaCatalogue *catalogue = lasna_catalogue_get_default ();
  g_autofree char *csv = g_strdup_printf ("date,nps,stage,moment,id\n"
                                          "2026-01-01,9,%s,feedback.at-contact,1\n"
                                          "2026-01-02,8,%s,feedback.when-wrong,2\n"
                                          "2026-01-03,7,%s,feedback.after-service,3\n"
                                          "2026-01-04,7,%s,,4\n",
                                          get_title (fixture, 0),
                                          get_title (fixture, 0),
                                          get_title (fixture, 4),
                                          get_title (fixture, 4));
  g_autoptr (LasnaJourneyFigures) figures = NULL;
  guint n_deaf = 0;

  for (guint i = 0; i < 6; i++)
    {
      const LasnaText *question = lasna_catalogue_find_template_text (
          catalogue,
          lasna_record_get_text (get_stage (fixture, i), "template-id"),
          "feedback-question");

      g_assert_true (lasna_record_is_set (get_stage (fixture, i), "feedback-question"));
      g_assert_true (lasna_record_is_set (get_stage (fixture, i), "question-moment"));
      g_assert_nonnull (question);
      for (guint language = 0; language < LASNA_N_LANGUAGES; language++)
        g_assert_nonnull (question->in[language]);
    }
  lasna_test_import (fixture->book->workbook, csv, NULL);
  figures = get_figures (fixture);
  for (guint i = 0; i < figures->stages->len; i++)
    for (guint moment = 0; moment < 3; moment++)
      n_deaf += ((LasnaStageFigures *) figures->stages->pdata[i])->totals.moments[moment] == 0;
  g_assert_cmpuint (n_deaf, ==, 6 * 3 - 3);
  g_assert_cmpuint (((LasnaStageFigures *) figures->stages->pdata[0])->totals.moments[1], ==, 0);
  g_assert_cmpuint (((LasnaStageFigures *) figures->stages->pdata[4])->totals.moments[1], ==, 1);
  g_assert_cmpuint (((LasnaStageFigures *) figures->stages->pdata[4])->totals.moments[3], ==, 1);
}

/* A voice of the sample with one property that says who gave it, perhaps beside an organisation. */
static LasnaChange *
begin_voice (LasnaWorkbook *workbook, gpointer organisation, const char *who, gconstpointer value)
{
  LasnaChange *change = lasna_workbook_begin (workbook, "Note a voice");
  LasnaRecord *voice = lasna_workbook_add (workbook,
                                           LASNA_TYPE_VOICE,
                                           "received-at",
                                           "2026-11-20T12:00",
                                           "organisation",
                                           organisation,
                                           NULL);

  if (who != NULL)
    g_object_set (voice, who, value, NULL);
  return change;
}

static gpointer
get_first (LasnaWorkbook *workbook, const char *table)
{
  g_autoptr (LasnaRecord) record =
      g_list_model_get_item (lasna_workbook_get_records (workbook, table), 0);

  return record;
}

/* 16: what an organisation or a code gave and nobody else is refused with a sentence that says what
 * to do; a person, a role in a word, a segment or a link of the chain is somebody.
 */
static void
test_somebody (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  LasnaWorkbook *workbook =
      lasna_test_make (folder, "a.lasna", LASNA_MAKING_SAMPLE, LASNA_LANGUAGE_EN);
  gpointer organisation = get_first (workbook, "organisation");
  const struct
  {
    gpointer organisation;
    const char *who;
    gconstpointer value;
    gboolean is_somebody;
  } givers[] = {
    { organisation, NULL, NULL, FALSE },
    { organisation, "giver", "4711", FALSE },
    { NULL, "giver", "FI-0815", FALSE },
    { organisation, "giver", "the buyer", TRUE },
    { organisation, "person", get_first (workbook, "person"), TRUE },
    { organisation, "segment", get_first (workbook, "segment"), TRUE },
    { organisation, "chain-link", get_first (workbook, "chain_link"), TRUE },
    { NULL, NULL, NULL, TRUE },
  };
  gint64 n = lasna_test_ask (workbook, "SELECT count (*) FROM voice");

  for (guint i = 0; i < G_N_ELEMENTS (givers); i++)
    {
      g_autoptr (GError) error = NULL;

      {
        g_autoptr (LasnaChange) change =
            begin_voice (workbook, givers[i].organisation, givers[i].who, givers[i].value);

        g_assert_true (lasna_change_commit (change, &error) == givers[i].is_somebody);
      }
      if (givers[i].is_somebody)
        n++;
      else
        {
          g_assert_error (error, LASNA_ERROR, LASNA_ERROR_RULE);
          g_assert_nonnull (strstr (error->message, "Nothing was changed; "));
        }
      g_assert_cmpint (lasna_test_ask (workbook, "SELECT count (*) FROM voice"), ==, n);
    }
  lasna_test_close (workbook);
}

/* Of which readings a table and its import keep every one apart from the words. */
static const char readings_sql[] =
    "SELECT count (*) FROM voice WHERE between_lines LIKE 'Afraid %' AND confidence = "
    "'confidence.signs' AND instr (verbatim, between_lines) = 0";

static void
carry (LasnaTestFolder *folder, LasnaWorkbook *from, LasnaWorkbook *to)
{
  const LasnaVoiceExportOptions how = { LASNA_EXPORT_CSV, LASNA_LANGUAGE_EN, TRUE };
  g_autofree char *path = lasna_test_folder_dup_path (folder, "a.csv");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LasnaFeedback) feedback = lasna_feedback_new (from);
  g_autoptr (LasnaFilter) filter = lasna_filter_new ();
  g_autoptr (LasnaImportOptions) options = lasna_import_options_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaSelection) selection = lasna_feedback_select (feedback, filter, &error);
  g_autoptr (LasnaVoiceExport) export = lasna_voice_export_new (from, selection, &how, &error);
  g_autoptr (LasnaImport) import = NULL;

  g_assert_true (lasna_voice_export_run (export, path, NULL, &error));
  import = lasna_import_new (to, lasna_import_plan_new (file, options, NULL, &error), NULL, FALSE);
  g_assert_true (lasna_import_run (import, NULL, &error));
  g_assert_no_error (error);
}

/* 18: the customer's words and the reading between the lines apart, in the voice, in a table and in
 * what comes back from it; a reading is a guess until somebody says how sure it is.
 */
static void
test_apart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  LasnaWorkbook *workbook =
      lasna_test_make (folder, "a.lasna", LASNA_MAKING_SAMPLE, LASNA_LANGUAGE_EN);
  LasnaWorkbook *other = lasna_test_make (folder, "b.lasna", 0, LASNA_LANGUAGE_EN);
  g_autoptr (LasnaVoice) voice = (LasnaVoice *) lasna_workbook_find (
      workbook,
      "feedback",
      lasna_test_ask (workbook,
                      "SELECT id FROM voice WHERE verbatim IS NOT NULL AND between_lines IS NULL"));
  g_autofree char *words = g_strdup (lasna_record_get_text (LASNA_RECORD (voice), "verbatim"));

  g_assert_null (lasna_voice_get_confidence (voice));
  g_object_set (voice, "between-lines", "Afraid of the phone in a foreign place.", NULL);
  g_assert_cmpstr (lasna_voice_get_confidence (voice), ==, "confidence.guess");
  g_object_set (voice, "confidence", "confidence.signs", NULL);
  g_assert_cmpstr (lasna_voice_get_confidence (voice), ==, "confidence.signs");
  g_assert_cmpstr (lasna_record_get_text (LASNA_RECORD (voice), "verbatim"), ==, words);
  g_assert_cmpint (lasna_test_ask (workbook, readings_sql), ==, 1);
  carry (folder, workbook, other);
  g_assert_cmpint (lasna_test_ask (other, readings_sql), ==, 1);

  g_object_set (voice, "between-lines", NULL, NULL);
  g_assert_null (lasna_voice_get_confidence (voice));
  g_assert_cmpstr (lasna_record_get_text (LASNA_RECORD (voice), "verbatim"), ==, words);
  lasna_test_close (other);
  g_clear_object (&voice);
  lasna_test_close (workbook);
}

/* 24: the same figures with and without the split by channel. */
static void
test_split (Fixture *fixture, gconstpointer data)
{
  static const char *const channels[] = { "Puhelin", "Verkko", "" };
  g_autoptr (GString) csv = g_string_new ("date,nps,csat,task,emotions,channel,id\n");
  g_autoptr (LasnaSelection) selection = NULL;
  g_autoptr (LasnaGroups) groups = NULL;
  LasnaTotals together = { 0 };
  LasnaTotals whole;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (csv,
                            "2026-01-%02u,%u,%u,%u,%s,%s,%u\n",
                            1 + i % 28,
                            (i * 7) % 11,
                            1 + i % 5,
                            i % 4,
                            i % 3 == 0 ? "Iloinen 2" : "Ärtynyt 1",
                            channels[i % 7 % 3],
                            i);
  lasna_test_import (fixture->book->workbook, csv->str, NULL);
  selection = lasna_test_select (fixture->book, NULL);
  whole = lasna_stats_sum (selection);
  groups = lasna_groups_new (selection, LASNA_DIMENSION_CHANNEL);
  g_assert_cmpuint (groups->n, ==, 3);
  for (guint i = 0; i < groups->n; i++)
    lasna_totals_merge (&together, &groups->groups[i].totals);
  for (LasnaMeasureKind kind = 0; kind < LASNA_N_MEASURES; kind++)
    {
      LasnaMeasureResult split = lasna_totals_get_measure (&together, kind);
      LasnaMeasureResult one = lasna_totals_get_measure (&whole, kind);

      g_assert_cmpint (split.n, ==, one.n);
      g_assert_true (one.n == 0 || fabs (split.value - one.value) < 1e-9);
      g_assert_true (one.n == 0 || fabs (split.low - one.low) < 1e-9);
    }
}

static void
add_voice (Fixture *fixture, guint stage, const char *opinion, gboolean no_feeling)
{
  g_autoptr (LasnaChange) change = lasna_workbook_begin (fixture->book->workbook, "Note a voice");
  g_autoptr (LasnaVoice) voice = g_object_ref (lasna_workbook_add (fixture->book->workbook,
                                                                   LASNA_TYPE_VOICE,
                                                                   "received-at",
                                                                   "2026-11-20T12:00",
                                                                   "opinion",
                                                                   opinion,
                                                                   "no-feeling",
                                                                   no_feeling,
                                                                   NULL));

  g_assert_true (lasna_voice_set_place (voice, "stage", get_stage (fixture, stage)));
  lasna_test_assert_accepted (change);
}

/* 31: good, bad and no opinion for each stage; no feeling is an answer, not asked is none. */
static void
test_opinion (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaJourneyFigures) figures = NULL;
  const LasnaStageFigures *first;
  const LasnaStageFigures *second;
  LasnaMeasureResult climate;

  add_voice (fixture, 0, "opinion.good", TRUE);
  add_voice (fixture, 0, "opinion.good", FALSE);
  add_voice (fixture, 0, "opinion.bad", FALSE);
  add_voice (fixture, 0, "opinion.none", FALSE);
  add_voice (fixture, 1, NULL, FALSE);
  figures = get_figures (fixture);
  first = figures->stages->pdata[0];
  second = figures->stages->pdata[1];
  g_assert_cmpuint (first->totals.n, ==, 4);
  g_assert_cmpuint (first->good, ==, 2);
  g_assert_cmpuint (first->bad, ==, 1);
  climate = lasna_totals_get_measure (&first->totals, LASNA_MEASURE_CLIMATE);
  g_assert_cmpint (climate.n, ==, 1);
  g_assert_cmpfloat (climate.value, ==, 0);
  g_assert_cmpint (climate.counts[1].count, ==, 1);
  climate = lasna_totals_get_measure (&second->totals, LASNA_MEASURE_CLIMATE);
  g_assert_cmpint (climate.n, ==, 0);
  g_assert_true (isnan (climate.value));
}

static double
get_climate (Fixture *fixture, gint64 *n)
{
  g_autoptr (LasnaSelection) selection = lasna_test_select (fixture->book, NULL);
  LasnaTotals totals = lasna_stats_sum (selection);
  LasnaMeasureResult climate = lasna_totals_get_measure (&totals, LASNA_MEASURE_CLIMATE);

  *n = climate.n;
  return climate.value;
}

/* 35: twenty emotions in four clusters, named in three languages, each with a strength; an own word
 * counts as soon as it has a cluster.
 */
static void
test_emotions (Fixture *fixture, gconstpointer data)
{
  const LasnaCatalogueEmotion *const *emotions =
      lasna_catalogue_get_emotions (lasna_catalogue_get_default ());
  const LasnaCluster *const *clusters =
      lasna_catalogue_get_clusters (lasna_catalogue_get_default ());
  LasnaLabel *own;
  gint64 n;
  guint count = 0;

  for (; emotions[count] != NULL; count++)
    for (guint language = 0; language < LASNA_N_LANGUAGES; language++)
      g_assert_nonnull (emotions[count]->label.in[language]);
  g_assert_cmpuint (count, ==, 20);
  for (count = 0; clusters[count] != NULL; count++)
    ;
  g_assert_cmpuint (count, ==, 4);

  lasna_test_import (fixture->book->workbook, "date,emotions,id\n2026-01-01,Iloinen 1,1\n", NULL);
  g_assert_cmpfloat_with_epsilon (get_climate (fixture, &n), 2.0 / 6, 1e-9);
  lasna_test_import (fixture->book->workbook, "date,emotions,id\n2026-01-02,Iloinen 3,2\n", NULL);
  g_assert_cmpfloat_with_epsilon (get_climate (fixture, &n), (2.0 / 6 + 1) / 2, 1e-9);

  /* A word that nobody knows yet is kept, and in no figure. */
  lasna_test_import (
      fixture->book->workbook, "date,emotions,id\n2026-01-03,Musertunut 3,3\n", NULL);
  get_climate (fixture, &n);
  g_assert_cmpint (n, ==, 2);
  own = lasna_label_take_text (fixture->book->workbook, "label.emotion", "Musertunut");
  g_object_set (own,
                "record",
                lasna_record_get_id (LASNA_RECORD (lasna_emotions_add_own (
                    fixture->book->workbook, "Musertunut", "cluster.destroying", -2))),
                NULL);
  g_assert_cmpfloat_with_epsilon (get_climate (fixture, &n), (2.0 / 6 + 1 - 1) / 3, 1e-9);
  g_assert_cmpint (n, ==, 3);
}

/* 36: task and feeling of every stage apart, other weights, and no index at all. */
static void
test_weights (Fixture *fixture, gconstpointer data)
{
  LasnaSettings *settings = lasna_workbook_get_settings (fixture->book->workbook);
  g_autofree char *csv = g_strdup_printf ("date,task,emotions,stage,id\n"
                                          "2026-01-01,3,Ärtynyt 3,%s,1\n"
                                          "2026-01-02,0,Iloinen 3,%s,2\n",
                                          get_title (fixture, 0),
                                          get_title (fixture, 1));
  g_autoptr (LasnaJourneyFigures) figures = NULL;
  g_autoptr (GError) error = NULL;
  const LasnaTotals *stages[3];
  LasnaTwoParts works;
  LasnaTwoParts pleases;

  lasna_test_import (fixture->book->workbook, csv, NULL);
  figures = get_figures (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    stages[i] = &((LasnaStageFigures *) figures->stages->pdata[i])->totals;
  works = lasna_two_parts_of (stages[0], settings);
  pleases = lasna_two_parts_of (stages[1], settings);
  g_assert_cmpfloat_with_epsilon (works.task.value, 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (pleases.task.value, 0, 1e-9);
  g_assert_cmpfloat (works.feeling.value, <, 50);
  g_assert_cmpfloat_with_epsilon (pleases.feeling.value, 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (works.index, 20 + 0.8 * works.feeling.value, 1e-9);
  g_assert_cmpfloat_with_epsilon (pleases.index, 80, 1e-9);
  g_assert_true (isnan (lasna_two_parts_of (stages[2], settings).index));

  g_assert_true (lasna_settings_set_weight_task (settings, 50, &error));
  g_assert_cmpfloat_with_epsilon (lasna_two_parts_of (stages[1], settings).index, 50, 1e-9);
  g_object_set (settings, "index-hidden", TRUE, NULL);
  pleases = lasna_two_parts_of (stages[1], settings);
  g_assert_true (isnan (pleases.index));
  g_assert_cmpfloat_with_epsilon (pleases.feeling.value, 100, 1e-9);
}

/* 37: what destroys comes first, among clusters and among what was felt equally often. */
static void
test_destroying (Fixture *fixture, gconstpointer data)
{
  g_autofree char *csv = g_strdup_printf ("date,emotions,stage,id\n"
                                          "2026-01-01,Iloinen 3; Ärtynyt 1,%s,1\n",
                                          get_title (fixture, 0));
  g_autoptr (LasnaJourneyFigures) figures = NULL;
  g_autofree guint *ranked = NULL;
  guint n;

  lasna_test_import (fixture->book->workbook, csv, NULL);
  figures = get_figures (fixture);
  g_assert_cmpstr (lasna_columns_get_value (figures->columns, LASNA_DIMENSION_CLUSTER, 1)->code,
                   ==,
                   "cluster.destroying");
  ranked = lasna_stage_figures_rank_emotions (figures->stages->pdata[0], figures->columns, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (
      lasna_columns_get_value (figures->columns, LASNA_DIMENSION_EMOTION, ranked[0])->cluster,
      ==,
      "cluster.destroying");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/questions/6-asked", test_asked);
  ADD ("/questions/16-somebody", test_somebody);
  ADD ("/questions/18-apart", test_apart);
  ADD ("/questions/24-split", test_split);
  ADD ("/questions/31-opinion", test_opinion);
  ADD ("/questions/35-emotions", test_emotions);
  ADD ("/questions/36-weights", test_weights);
  ADD ("/questions/37-destroying", test_destroying);
  return g_test_run ();
}
