/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One pass over the voices in view; what a stage needs for its picture and its page.
 */
#include "config.h"

#include "lasna-journey-figures.h"

#include <math.h>

static void
stage_free (gpointer data)
{
  LasnaStageFigures *stage = data;

  g_array_unref (stage->feelings);
  g_free (stage->emotions);
  g_free (stage);
}

static LasnaStageFigures *
add_stage (LasnaJourneyFigures *self, gint64 id)
{
  LasnaStageFigures *stage = g_new0 (LasnaStageFigures, 1);

  stage->id = id;
  stage->feelings = g_array_new (FALSE, FALSE, sizeof (double));
  stage->emotions =
      g_new0 (guint, lasna_columns_get_n_values (self->columns, LASNA_DIMENSION_EMOTION));
  g_ptr_array_add (self->stages, stage);
  return stage;
}

static void
count_touchpoint (LasnaJourneyFigures *self, guint row)
{
  guint code = lasna_columns_get_code (self->columns, LASNA_DIMENSION_TOUCHPOINT, row);
  gint64 id;
  guint n;

  if (code == 0)
    return;
  id = lasna_columns_get_value (self->columns, LASNA_DIMENSION_TOUCHPOINT, code)->record;
  n = lasna_journey_figures_get_touchpoint (self, id);
  g_hash_table_replace (self->touchpoints, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (n + 1));
}

static void
note_quote (LasnaStageFigures *stage, const LasnaColumns *columns, guint row)
{
  const LasnaValue *value =
      lasna_columns_get_value (columns,
                               LASNA_DIMENSION_LANGUAGE,
                               lasna_columns_get_code (columns, LASNA_DIMENSION_LANGUAGE, row));
  LasnaLanguage language;

  if (!(lasna_columns_get_flags (columns, row) & LASNA_ROW_IS_QUOTABLE))
    return;
  stage->quote = columns->ids[row];
  if (lasna_language_from_code (value->code, &language))
    stage->quotes[language] = stage->quote;
}

static void
add_row (LasnaStageFigures *stage, const LasnaColumns *columns, guint row)
{
  double feeling = lasna_columns_get_feeling (columns, row);
  const LasnaValue *opinion =
      lasna_columns_get_value (columns,
                               LASNA_DIMENSION_OPINION,
                               lasna_columns_get_code (columns, LASNA_DIMENSION_OPINION, row));

  lasna_totals_add (&stage->totals, columns, row);
  if (!isnan (feeling))
    g_array_append_val (stage->feelings, feeling);
  for (guint i = 0; i < lasna_columns_get_n_emotions (columns, row); i++)
    stage->emotions[lasna_columns_get_emotion (columns, row, i).code]++;
  stage->good += g_strcmp0 (opinion->code, "opinion.good") == 0;
  stage->bad += g_strcmp0 (opinion->code, "opinion.bad") == 0;
  note_quote (stage, columns, row);
}

/**
 * lasna_journey_figures_new:
 * @stages: ids of the stages of the journey
 *
 * Returns: (transfer full): the figures of the voices in view that belong to @stages
 */
LasnaJourneyFigures *
lasna_journey_figures_new (const LasnaSelection *selection, const gint64 *stages, guint n_stages)
{
  LasnaJourneyFigures *self = g_new0 (LasnaJourneyFigures, 1);
  LasnaColumns *columns = selection->columns;
  g_autofree LasnaStageFigures **by_code =
      g_new0 (LasnaStageFigures *, lasna_columns_get_n_values (columns, LASNA_DIMENSION_STAGE));

  self->columns = lasna_columns_ref (columns);
  self->stages = g_ptr_array_new_with_free_func (stage_free);
  self->touchpoints = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < n_stages; i++)
    {
      guint code = lasna_columns_find_record (columns, LASNA_DIMENSION_STAGE, stages[i]);
      LasnaStageFigures *stage = add_stage (self, stages[i]);

      if (code != 0)
        by_code[code] = stage;
    }
  for (guint row = 0; row < columns->n; row++)
    {
      LasnaStageFigures *stage =
          by_code[lasna_columns_get_code (columns, LASNA_DIMENSION_STAGE, row)];

      if (stage == NULL || !lasna_selection_has (selection, row))
        continue;
      lasna_totals_add (&self->totals, columns, row);
      add_row (stage, columns, row);
      count_touchpoint (self, row);
      if (self->first_day == 0)
        self->first_day = lasna_columns_get_day (columns, row);
      self->last_day = lasna_columns_get_day (columns, row);
    }
  return self;
}

void
lasna_journey_figures_free (LasnaJourneyFigures *self)
{
  g_ptr_array_unref (self->stages);
  g_hash_table_unref (self->touchpoints);
  lasna_columns_unref (self->columns);
  g_free (self);
}

/**
 * lasna_journey_figures_get_touchpoint:
 *
 * Returns: how many voices name the touchpoint
 */
guint
lasna_journey_figures_get_touchpoint (const LasnaJourneyFigures *self, gint64 touchpoint)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->touchpoints, &touchpoint));
}

typedef struct
{
  const LasnaStageFigures *stage;
  const LasnaColumns *columns;
} Ranking;

static gboolean
is_destroying (const LasnaColumns *columns, guint code)
{
  return g_strcmp0 (lasna_columns_get_value (columns, LASNA_DIMENSION_EMOTION, code)->cluster,
                    "cluster.destroying") == 0;
}

static int
compare_emotions_cb (gconstpointer first, gconstpointer second, gpointer data)
{
  const Ranking *ranking = data;
  guint a = *(const guint *) first;
  guint b = *(const guint *) second;

  if (ranking->stage->emotions[a] != ranking->stage->emotions[b])
    return ranking->stage->emotions[a] > ranking->stage->emotions[b] ? -1 : 1;
  if (is_destroying (ranking->columns, a) != is_destroying (ranking->columns, b))
    return is_destroying (ranking->columns, a) ? -1 : 1;
  return a < b ? -1 : a > b;
}

/**
 * lasna_stage_figures_rank_emotions:
 * @n: (out): how many there are
 *
 * Returns: (transfer full): the codes of the emotions of the stage's voices, the most frequent
 *   first, of equal ones those of the destroying cluster
 */
guint *
lasna_stage_figures_rank_emotions (const LasnaStageFigures *self,
                                   const LasnaColumns *columns,
                                   guint *n)
{
  guint n_values = lasna_columns_get_n_values (columns, LASNA_DIMENSION_EMOTION);
  guint *codes = g_new (guint, n_values);
  Ranking ranking = { self, columns };

  *n = 0;
  for (guint code = 1; code < n_values; code++)
    if (self->emotions[code] > 0)
      codes[(*n)++] = code;
  g_qsort_with_data (codes, (int) *n, sizeof *codes, compare_emotions_cb, &ranking);
  return codes;
}
