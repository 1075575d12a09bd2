/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One pass over the voices in view; what a stage needs for its picture and its page.
 */
#include "config.h"

#include "lasna-journey-figures.h"

#include "lasna-bins.h"

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

/* What a value means is found out once, not for each voice that has it. */
typedef struct
{
  int *languages;     /* by code; -1 for one that is none of ours */
  int *opinions;      /* by code; 1 good, -1 bad, 0 neither */
  guint *touchpoints; /* voices by code */
} Known;

static void
known_init (Known *self, const LasnaColumns *columns)
{
  guint n_languages = lasna_columns_get_n_values (columns, LASNA_DIMENSION_LANGUAGE);
  guint n_opinions = lasna_columns_get_n_values (columns, LASNA_DIMENSION_OPINION);

  self->languages = g_new (int, n_languages);
  self->opinions = g_new (int, n_opinions);
  self->touchpoints =
      g_new0 (guint, lasna_columns_get_n_values (columns, LASNA_DIMENSION_TOUCHPOINT));
  for (guint i = 0; i < n_languages; i++)
    {
      LasnaLanguage language;
      const char *code = lasna_columns_get_value (columns, LASNA_DIMENSION_LANGUAGE, i)->code;

      self->languages[i] = lasna_language_from_code (code, &language) ? (int) language : -1;
    }
  for (guint i = 0; i < n_opinions; i++)
    {
      const char *code = lasna_columns_get_value (columns, LASNA_DIMENSION_OPINION, i)->code;

      self->opinions[i] =
          (g_strcmp0 (code, "opinion.good") == 0) - (g_strcmp0 (code, "opinion.bad") == 0);
    }
}

static void
known_clear (Known *self)
{
  g_free (self->languages);
  g_free (self->opinions);
  g_free (self->touchpoints);
}

static void
note_quote (LasnaStageFigures *stage, const LasnaColumns *columns, const Known *known, guint row)
{
  int language = known->languages[lasna_columns_get_code (columns, LASNA_DIMENSION_LANGUAGE, row)];

  if (!(lasna_columns_get_flags (columns, row) & LASNA_ROW_IS_QUOTABLE))
    return;
  stage->quote = columns->ids[row];
  if (language >= 0)
    stage->quotes[language] = stage->quote;
}

static void
add_row (LasnaStageFigures *stage, const LasnaColumns *columns, const Known *known, guint row)
{
  double feeling = lasna_columns_get_feeling (columns, row);
  int opinion = known->opinions[lasna_columns_get_code (columns, LASNA_DIMENSION_OPINION, row)];

  if (!isnan (feeling))
    g_array_append_val (stage->feelings, feeling);
  for (guint i = 0; i < lasna_columns_get_n_emotions (columns, row); i++)
    stage->emotions[lasna_columns_get_emotion (columns, row, i).code]++;
  stage->good += opinion > 0;
  stage->bad += opinion < 0;
  known->touchpoints[lasna_columns_get_code (columns, LASNA_DIMENSION_TOUCHPOINT, row)]++;
  note_quote (stage, columns, known, row);
}

/* Voices that say the same are counted together. */
static void
add_totals (LasnaJourneyFigures *self, const LasnaSelection *selection, LasnaStageFigures **by_code)
{
  const guint16 *codes = self->columns->meanings->codes[LASNA_DIMENSION_STAGE];
  guint n;
  g_autofree LasnaTotals *bins = lasna_bins_new (
      selection, lasna_dimension_get_raw (LASNA_DIMENSION_STAGE), 0, LASNA_TOTALS_ALL, &n);

  for (guint i = 0; i < n; i++)
    if (by_code[codes[i]] != NULL)
      {
        lasna_totals_merge (&by_code[codes[i]]->totals, &bins[i]);
        lasna_totals_merge (&self->totals, &bins[i]);
      }
}

static void
take_touchpoints (LasnaJourneyFigures *self, const Known *known)
{
  guint n = lasna_columns_get_n_values (self->columns, LASNA_DIMENSION_TOUCHPOINT);

  for (guint i = 1; i < n; i++)
    {
      gint64 id = lasna_columns_get_value (self->columns, LASNA_DIMENSION_TOUCHPOINT, i)->record;
      guint voices = known->touchpoints[i] + lasna_journey_figures_get_touchpoint (self, id);

      if (known->touchpoints[i] > 0)
        g_hash_table_replace (
            self->touchpoints, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (voices));
    }
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
  Known known;
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
  add_totals (self, selection, by_code);
  known_init (&known, columns);
  for (guint row = 0; row < columns->n; row++)
    {
      LasnaStageFigures *stage =
          by_code[lasna_columns_get_code (columns, LASNA_DIMENSION_STAGE, row)];

      if (stage == NULL || !lasna_selection_has (selection, row))
        continue;
      add_row (stage, columns, &known, row);
      if (self->first_day == 0)
        self->first_day = lasna_columns_get_day (columns, row);
      self->last_day = lasna_columns_get_day (columns, row);
    }
  take_touchpoints (self, &known);
  known_clear (&known);
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
