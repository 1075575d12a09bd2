/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the charts take from a workbook, against what plain SQL says of its voices.
 */
#include "config.h"

#include "lasna-chart-gather.h"
#include "lasna-chart.h"
#include "lasna-feedback.h"
#include "lasna-test-book.h"
#include "lasna-test-sample.h"

#include <math.h>
#include <string.h>

typedef struct
{
  LasnaTestFolder *folder;
  LasnaWorkbook *workbook;
  LasnaFeedback *feedback;
  LasnaRecord *journey;
  LasnaFilter *filter;
  LasnaSelection *selection;
  GArray *waits;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = lasna_test_folder_new ();
  fixture->workbook =
      lasna_test_make (fixture->folder, "lodge.lasna", LASNA_MAKING_SAMPLE, LASNA_LANGUAGE_EN);
  fixture->journey =
      g_list_model_get_item (lasna_workbook_get_records (fixture->workbook, "journey"), 0);
  fixture->feedback = lasna_feedback_new (fixture->workbook);
  fixture->filter = lasna_filter_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  lasna_filter_free (fixture->filter);
  g_clear_pointer (&fixture->selection, lasna_selection_free);
  g_clear_pointer (&fixture->waits, g_array_unref);
  g_clear_object (&fixture->journey);
  g_assert_finalize_object (fixture->feedback);
  lasna_test_close (fixture->workbook);
  lasna_test_folder_free (fixture->folder);
}

static LasnaChartData *
gather_measure (Fixture *fixture, LasnaChartKind kind, LasnaMeasureKind measure)
{
  g_autoptr (GError) error = NULL;
  LasnaChartQuery query = { .workbook = fixture->workbook,
                            .journey = fixture->journey,
                            .filter = fixture->filter,
                            .language = LASNA_LANGUAGE_EN,
                            .measure = measure,
                            .names = TRUE };

  g_clear_pointer (&fixture->selection, lasna_selection_free);
  g_clear_pointer (&fixture->waits, g_array_unref);
  fixture->selection = lasna_feedback_select (fixture->feedback, fixture->filter, &error);
  g_assert_no_error (error);
  fixture->waits = lasna_waits_load (lasna_workbook_get_store (fixture->workbook),
                                     lasna_feedback_get_columns (fixture->feedback),
                                     &error);
  g_assert_no_error (error);
  query.selection = fixture->selection;
  query.waits = fixture->waits;
  return lasna_chart_gather (&query, kind);
}

static LasnaChartData *
gather (Fixture *fixture, LasnaChartKind kind)
{
  return gather_measure (fixture, kind, LASNA_N_MEASURES);
}

static void
where (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lasna_filter_add_where (fixture->filter, text, &error));
  g_assert_no_error (error);
}

static void
test_stages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaChartData) chart = gather (fixture, LASNA_CHART_DEAF);

  for (guint i = 0; i < chart->items->len; i++)
    {
      const LasnaChartItem *stage = chart->items->pdata[i];
      const char *id = strchr (stage->where, '=') + 1;
      g_autofree char *sql = g_strdup_printf (
          "SELECT count (*) FROM voice AS v JOIN label AS l ON l.id = v.stage "
          "WHERE l.record = %s AND v.excluded = 0 AND v.moment = 'feedback.after-service'",
          id);

      g_assert_cmpuint (stage->moments[1], ==, lasna_test_ask (fixture->workbook, sql));
    }
}

static void
test_replies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaChartData) chart = gather (fixture, LASNA_CHART_REPLIES);
  guint answered = 0;
  guint open = 0;

  for (guint i = 0; i < chart->items->len; i++)
    {
      const LasnaChartItem *channel = chart->items->pdata[i];

      answered += channel->hours != NULL ? channel->hours->len : 0;
      open += channel->n_open;
    }
  g_assert_cmpuint (
      answered,
      ==,
      lasna_test_ask (fixture->workbook,
                      "SELECT count (*) FROM voice AS v LEFT JOIN complaint AS c ON c.feedback "
                      "= v.id WHERE v.excluded = 0 AND "
                      "coalesce (c.first_reply_at, v.responded_at) IS NOT NULL"));
  g_assert_cmpuint (
      open,
      ==,
      lasna_test_ask (fixture->workbook,
                      "SELECT count (*) FROM voice AS v LEFT JOIN complaint AS c ON c.feedback "
                      "= v.id WHERE v.excluded = 0 AND v.follow_up = 'follow-up.new' AND "
                      "coalesce (c.first_reply_at, v.responded_at) IS NULL"));
}

/* A chart counts without its own filter; the others count with it. */
static void
test_own_filter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaChartData) all = gather (fixture, LASNA_CHART_CHANNELS);
  g_autoptr (LasnaChartData) channels = NULL;
  g_autoptr (LasnaChartData) stages = NULL;
  const LasnaChartItem *first = all->items->pdata[0];

  where (fixture, first->where);
  channels = gather (fixture, LASNA_CHART_CHANNELS);
  stages = gather (fixture, LASNA_CHART_SEGMENTS);
  g_assert_cmpuint (channels->n, ==, all->n);
  g_assert_cmpuint (stages->n, ==, first->n);
  for (guint i = 0; i < channels->items->len; i++)
    g_assert_cmpint (((const LasnaChartItem *) channels->items->pdata[i])->is_out, ==, i > 0);
}

/* Groups beyond the first share a row, and nothing is lost. */
static void
test_groups (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaChartData) chart = gather (fixture, LASNA_CHART_CHANNELS);
  guint n = 0;

  g_assert_cmpuint (chart->items->len, <=, 8);
  for (guint i = 0; i < chart->items->len; i++)
    n += ((const LasnaChartItem *) chart->items->pdata[i])->n;
  g_assert_cmpuint (
      n, ==, lasna_test_ask (fixture->workbook, "SELECT count (*) FROM voice WHERE excluded = 0"));
  g_assert_cmpuint (n, ==, chart->n);
}

/* What lies outside of the usual is named, with its side, and a few at most. */
static void
test_trend (Fixture *fixture, gconstpointer data)
{
  for (LasnaMeasureKind measure = 0; measure < LASNA_N_MEASURES; measure++)
    {
      g_autoptr (LasnaChartData) chart = gather_measure (fixture, LASNA_CHART_TREND, measure);
      guint n[2] = { 0 };

      for (guint i = 0; i < chart->items->len; i++)
        {
          const LasnaChartItem *period = chart->items->pdata[i];

          if (period->is_signal && n[period->mean < period->limit_low]++ < 3)
            g_assert_nonnull (strstr (chart->remark, period->title));
        }
      g_test_message ("%u below, %u above: %s", n[1], n[0], chart->remark);
      g_assert_cmpint (
          strstr (chart->remark, "Below the usual up and down: ") != NULL, ==, n[1] > 0);
      g_assert_cmpint (
          strstr (chart->remark, "Above the usual up and down: ") != NULL, ==, n[0] > 0);
    }
}

/* A workbook where nobody was heard says for each chart what to ask, in each language. */
static void
test_nobody (Fixture *fixture, gconstpointer data)
{
  where (fixture, "comment=qqzzqq");
  for (LasnaChartKind kind = 0; kind < LASNA_N_CHARTS; kind++)
    {
      g_autoptr (LasnaChartData) chart = gather (fixture, kind);
      g_autoptr (LasnaTypesetter) typesetter = lasna_typesetter_new (LASNA_LANGUAGE_EN, NULL);
      g_autoptr (LasnaLayout) layout = lasna_chart_layout_new (chart, typesetter, 480, 380);
      gboolean says = FALSE;

      g_assert_cmpuint (chart->n, ==, 0);
      for (guint i = 0; i < layout->shapes->len; i++)
        {
          const LasnaShape *shape = layout->shapes->pdata[i];

          says |= g_str_equal (shape->role, "silence") || g_str_equal (shape->role, "deaf");
        }
      g_assert_true (says);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/chart-gather/stages", test_stages },         { "/chart-gather/replies", test_replies },
    { "/chart-gather/own-filter", test_own_filter }, { "/chart-gather/groups", test_groups },
    { "/chart-gather/nobody", test_nobody },         { "/chart-gather/trend", test_trend },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
