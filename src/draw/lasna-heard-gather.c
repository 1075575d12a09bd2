/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the figures of feedback to what page and charts say.
 */
#include "config.h"

#include "lasna-heard-gather.h"

#include <math.h>
#include <string.h>

/* What stands in for the feeling where only scores were given: the first that enough gave. */
static const LasnaMeasureKind stand_ins[] = { LASNA_MEASURE_NPS,
                                              LASNA_MEASURE_CSAT,
                                              LASNA_MEASURE_CES };

static void
take_measured (LasnaHeardStage *stage, const LasnaTotals *totals, LasnaLanguage language)
{
  for (guint i = 0; i < G_N_ELEMENTS (stand_ins); i++)
    {
      const LasnaMeasureInfo *info = lasna_measure_get_info (stand_ins[i]);
      LasnaMeasureResult result = lasna_totals_get_measure (totals, stand_ins[i]);
      g_autofree char *value = NULL;

      if (result.n < LASNA_MEASURE_FEW || isnan (result.value))
        continue;
      stage->measured = 2 * (result.value - info->minimum) / (info->maximum - info->minimum) - 1;
      value = lasna_words_number (language, result.value, stand_ins[i] == LASNA_MEASURE_CES);
      stage->measure = g_strdup_printf ("%s %s", lasna_words (language, info->title), value);
      return;
    }
}

static void
take_feelings (LasnaHeardStage *stage,
               const LasnaStageFigures *figures,
               const LasnaColumns *columns)
{
  guint n;
  g_autofree guint *codes = lasna_stage_figures_rank_emotions (figures, columns, &n);

  for (guint i = 0; i < n; i++)
    {
      const LasnaValue *value =
          lasna_columns_get_value (columns, LASNA_DIMENSION_EMOTION, codes[i]);

      if (value->code != NULL && value->cluster != NULL)
        lasna_heard_stage_add_feeling (stage, value->code, figures->emotions[codes[i]]);
    }
}

static void
take_quote (LasnaHeardStage *stage, LasnaWorkbook *workbook, gint64 id)
{
  g_autoptr (LasnaRecord) voice = id != 0 ? lasna_workbook_find (workbook, "feedback", id) : NULL;

  if (voice == NULL)
    return;
  stage->verbatim = g_strdup (lasna_record_get_text (voice, "verbatim"));
  stage->between_lines = g_strdup (lasna_record_get_text (voice, "between-lines"));
}

static void
take_stage (LasnaHeard *heard,
            LasnaWorkbook *workbook,
            const LasnaStageFigures *figures,
            const LasnaColumns *columns,
            LasnaLanguage language)
{
  LasnaHeardStage *stage = lasna_heard_add_stage (heard, figures->id);

  stage->n = figures->totals.n;
  stage->n_entries = figures->feelings->len;
  stage->entries = g_memdup2 (figures->feelings->data, stage->n_entries * sizeof (double));
  stage->climate = lasna_sums_get_mean (&figures->totals.feelings);
  stage->n_no_feeling = figures->totals.no_feeling;
  stage->n_destroying = figures->totals.destroying;
  stage->task = lasna_totals_get_task (&figures->totals, &stage->n_task) * 3 / 100;
  for (guint i = 0; i < LASNA_HEARD_MOMENTS; i++)
    stage->moments[i] = figures->moments[i];
  stage->n_unknown_moment = figures->moments[LASNA_HEARD_MOMENTS];
  take_feelings (stage, figures, columns);
  take_quote (stage, workbook, figures->quote);
  if (stage->n_entries == 0)
    take_measured (stage, &figures->totals, language);
}

/**
 * lasna_heard_gather:
 * @figures: of a journey of @workbook
 * @language: of the page or chart
 *
 * Returns: (transfer full): what was heard
 */
LasnaHeard *
lasna_heard_gather (LasnaWorkbook *workbook,
                    const LasnaJourneyFigures *figures,
                    LasnaLanguage language)
{
  LasnaHeard *heard = lasna_heard_new ();
  LasnaMeasureResult nps = lasna_totals_get_measure (&figures->totals, LASNA_MEASURE_NPS);
  GHashTableIter iterator;
  gpointer touchpoint;

  heard->n = figures->totals.n;
  if (heard->n > 0)
    {
      heard->from = lasna_figures_dup_day (figures->first_day);
      heard->to = lasna_figures_dup_day (figures->last_day);
    }
  heard->nps = nps.value;
  heard->n_nps = (guint) nps.n;
  for (guint i = 0; i < figures->stages->len; i++)
    take_stage (heard, workbook, figures->stages->pdata[i], figures->columns, language);
  g_hash_table_iter_init (&iterator, figures->touchpoints);
  while (g_hash_table_iter_next (&iterator, &touchpoint, NULL))
    g_array_append_vals (heard->touchpoints, touchpoint, 1);
  return heard;
}
