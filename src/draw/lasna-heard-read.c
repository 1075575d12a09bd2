/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes from the figures what page and charts show. Words without a cluster are in no picture until
 * somebody assigns them.
 */
#include "config.h"

#include "lasna-heard-read.h"

#include "lasna-day.h"
#include "lasna-voice.h"

#include <math.h>
#include <string.h>

/* Measures that can stand for a feeling where none was asked; NPS is left to the header, because
 * its mark asks for a note.
 */
static const struct
{
  LasnaMeasureKind kind;
  const char *name;
} stand_ins[] = {
  { LASNA_MEASURE_CSAT, "CSAT" },
  { LASNA_MEASURE_CES, "CES" },
};

static void
read_feelings (LasnaHeardStage *stage,
               const LasnaStageFigures *figures,
               const LasnaColumns *columns)
{
  guint n;
  g_autofree guint *codes = lasna_stage_figures_rank_emotions (figures, columns, &n);

  for (guint i = 0; i < n; i++)
    {
      const LasnaValue *emotion =
          lasna_columns_get_value (columns, LASNA_DIMENSION_EMOTION, codes[i]);

      if (emotion->code != NULL && emotion->cluster != NULL)
        lasna_heard_stage_add_feeling (stage, emotion->code, figures->emotions[codes[i]]);
    }
}

/* A height from scores: the whole range of the measure is -1..+1. */
static void
read_measured (LasnaHeardStage *stage, const LasnaTotals *totals, LasnaLanguage language)
{
  for (guint i = 0; i < G_N_ELEMENTS (stand_ins) && stage->n_entries == 0; i++)
    {
      LasnaMeasureResult result = lasna_totals_get_measure (totals, stand_ins[i].kind);
      const LasnaMeasureInfo *info = lasna_measure_get_info (stand_ins[i].kind);
      g_autofree char *value = NULL;

      if (lasna_is_small (result.n) || isnan (result.value))
        continue;
      value = lasna_words_number (language, result.value, info->maximum > 10 ? 0 : 1);
      stage->measured = 2 * (result.value - info->minimum) / (info->maximum - info->minimum) - 1;
      stage->measure = g_strdup_printf ("%s %s", stand_ins[i].name, value);
      return;
    }
}

/* A reading says how sure it is. */
static char *
dup_reading (LasnaWorkbook *workbook, LasnaVoice *voice, LasnaLanguage language)
{
  const char *confidence = lasna_voice_get_confidence (voice);

  if (confidence == NULL)
    return NULL;
  return g_strdup_printf (
      "%s (%s)",
      lasna_record_get_text (LASNA_RECORD (voice), "between-lines"),
      lasna_workbook_get_term_label (workbook, "confidence", confidence, language));
}

/* A voice in the language of the page, else the latest one in its own words. */
static void
read_words (LasnaHeardStage *stage,
            LasnaWorkbook *workbook,
            const LasnaStageFigures *figures,
            LasnaLanguage language)
{
  gint64 id = figures->quotes[language] != 0 ? figures->quotes[language] : figures->quote;
  g_autoptr (LasnaRecord) voice = id != 0 ? lasna_workbook_find (workbook, "feedback", id) : NULL;

  if (voice == NULL)
    return;
  stage->verbatim = g_strdup (lasna_record_get_text (voice, "verbatim"));
  stage->between_lines = dup_reading (workbook, LASNA_VOICE (voice), language);
}

static void
read_stage (LasnaHeard *self,
            LasnaWorkbook *workbook,
            const LasnaStageFigures *figures,
            const LasnaColumns *columns,
            LasnaLanguage language)
{
  LasnaHeardStage *stage = lasna_heard_add_stage (self, figures->id);

  stage->n = figures->totals.n;
  stage->climate = lasna_totals_get_measure (&figures->totals, LASNA_MEASURE_CLIMATE).value;
  stage->n_entries = figures->feelings->len;
  stage->entries = g_memdup2 (figures->feelings->data, stage->n_entries * sizeof (double));
  stage->n_no_feeling = figures->totals.no_feeling;
  stage->n_destroying = figures->totals.destroying;
  stage->task = lasna_totals_get_task (&figures->totals, &stage->n_task);
  memcpy (stage->moments, figures->totals.moments, sizeof stage->moments);
  stage->n_unknown_moment = figures->totals.moments[LASNA_HEARD_MOMENTS];
  read_feelings (stage, figures, columns);
  read_measured (stage, &figures->totals, language);
  read_words (stage, workbook, figures, language);
}

/**
 * lasna_heard_read:
 * @figures: of the stages of a journey
 * @language: of the page; its numbers, and voices where there are such
 *
 * Returns: (transfer full): what page and charts need of @figures
 */
LasnaHeard *
lasna_heard_read (LasnaWorkbook *workbook,
                  const LasnaJourneyFigures *figures,
                  LasnaLanguage language)
{
  LasnaHeard *self = lasna_heard_new ();
  LasnaMeasureResult nps = lasna_totals_get_measure (&figures->totals, LASNA_MEASURE_NPS);
  GHashTableIter iter;
  gpointer touchpoint;

  for (guint i = 0; i < figures->stages->len; i++)
    read_stage (self, workbook, g_ptr_array_index (figures->stages, i), figures->columns, language);
  g_hash_table_iter_init (&iter, figures->touchpoints);
  while (g_hash_table_iter_next (&iter, &touchpoint, NULL))
    g_array_append_vals (self->touchpoints, touchpoint, 1);
  self->n = figures->totals.n;
  self->nps = nps.value;
  self->n_nps = (guint) nps.n;
  if (self->n > 0)
    {
      self->from = lasna_day_dup_text (figures->first_day);
      self->to = lasna_day_dup_text (figures->last_day);
    }
  return self;
}
