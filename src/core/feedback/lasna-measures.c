/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * NPS, CSAT, CES, climate and net emotion.
 */
#include "config.h"

#include "lasna-measures.h"

#include "lasna-interval.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const LasnaMeasureInfo infos[LASNA_N_MEASURES] = {
  [LASNA_MEASURE_NPS] = { "nps",
                          N_ ("NPS®"),
                          N_ ("Share of promoters (9 and 10) minus share of detractors (0 to 6), "
                              "counted from answers on the scale 0 to 10, or 1 to 10 where a "
                              "question has no 0; −100 to +100. Margin of error: 95 %, adjusted "
                              "Wald."),
                          -100,
                          100,
                          0 },
  [LASNA_MEASURE_CSAT] = { "csat",
                           N_ ("Satisfied"),
                           N_ ("Share of answers that are at least as good as the question counts "
                               "as satisfied, in per cent. Margin of error: 95 %, Wilson."),
                           0,
                           100,
                           0 },
  [LASNA_MEASURE_CES] = { "ces",
                          N_ ("Ease"),
                          N_ ("Mean ease on the scale 1 to 7, where 7 is the easiest; answers on "
                              "other scales are converted to it. Margin of error: 95 %, Student's "
                              "t."),
                          1,
                          7,
                          1 },
  [LASNA_MEASURE_CLIMATE] = { "climate",
                              N_ ("Emotional climate"),
                              N_ ("Mean of feeling times strength of each voice whose feeling is "
                                  "known, from −1 to +1; no feeling counts as 0. Margin of error: "
                                  "95 %, Student's t."),
                              -1,
                              1,
                              2 },
  [LASNA_MEASURE_NET_EMOTION] = { "net_emotion",
                                  N_ ("Net emotion"),
                                  N_ ("Share of voices with a good feeling minus share of voices "
                                      "with a bad one, of all voices with a feeling; −100 to "
                                      "+100; a voice with both counts on both sides. Margin of "
                                      "error: 95 %, adjusted Wald."),
                                  -100,
                                  100,
                                  0 },
};

/**
 * lasna_measure_get_info:
 *
 * Returns: (transfer none): name, definition and range of a measure
 */
const LasnaMeasureInfo *
lasna_measure_get_info (LasnaMeasureKind kind)
{
  g_return_val_if_fail (kind < LASNA_N_MEASURES, NULL);
  return &infos[kind];
}

/**
 * lasna_measure_get_mark_note:
 *
 * Returns: (transfer none): what the owners of the mark NPS ask for wherever it stands, as they
 * word it; not translated. On paper at 8 pt at least.
 */
const char *
lasna_measure_get_mark_note (void)
{
  return "Net Promoter, Net Promoter System, Net Promoter Score, NPS and the NPS-related emoticons "
         "are registered trademarks of Bain & Company, Inc., Fred Reichheld and Satmetrix Systems, "
         "Inc.";
}

static LasnaMeasureResult
new_result (LasnaMeasureKind kind, gint64 n)
{
  return (LasnaMeasureResult){
    .kind = kind, .n = n, .value = NAN, .low = NAN, .high = NAN, .centre = NAN, .error = NAN
  };
}

static void
add_count (LasnaMeasureResult *result, const char *id, gint64 count)
{
  g_assert (result->n_counts < G_N_ELEMENTS (result->counts));
  result->counts[result->n_counts++] = (LasnaMeasureCount){ id, count };
}

static void
add_share (LasnaMeasureResult *result, const char *id, gint64 count)
{
  LasnaMeasureShare share = { id, NAN, NAN, NAN };

  g_assert (result->n_shares < G_N_ELEMENTS (result->shares));
  if (result->n > 0)
    {
      lasna_interval_wilson (count, result->n, &share.low, &share.high);
      share.value = 100.0 * count / result->n;
      share.low *= 100;
      share.high *= 100;
    }
  result->shares[result->n_shares++] = share;
}

/* No interval reaches beyond what the measure can be. */
static void
clip (LasnaMeasureResult *result)
{
  const LasnaMeasureInfo *info = &infos[result->kind];

  if (!isnan (result->low))
    result->low = CLAMP (result->low, info->minimum, info->maximum);
  if (!isnan (result->high))
    result->high = CLAMP (result->high, info->minimum, info->maximum);
}

/* The difference of two shares of one n. */
static void
set_net (LasnaMeasureResult *result, gint64 minus, gint64 plus)
{
  if (result->n == 0)
    return;
  result->value = 100.0 * (double) (plus - minus) / (double) result->n;
  lasna_interval_adjusted_wald (minus, plus, result->n, &result->centre, &result->error);
  result->centre *= 100;
  result->error *= 100;
  result->low = result->centre - LASNA_Z95 * result->error;
  result->high = result->centre + LASNA_Z95 * result->error;
  clip (result);
}

/**
 * lasna_measure_nps:
 *
 * Returns: promoters minus detractors in per cent of all; its interval is adjusted Wald, centred on
 *   the adjusted value and clipped
 */
LasnaMeasureResult
lasna_measure_nps (gint64 detractors, gint64 passives, gint64 promoters)
{
  LasnaMeasureResult result = new_result (LASNA_MEASURE_NPS, detractors + passives + promoters);

  add_count (&result, "detractors", detractors);
  add_count (&result, "passives", passives);
  add_count (&result, "promoters", promoters);
  set_net (&result, detractors, promoters);
  return result;
}

/**
 * lasna_measure_csat:
 *
 * Returns: satisfied answers in per cent of all, with Wilson's interval
 */
LasnaMeasureResult
lasna_measure_csat (gint64 satisfied, gint64 dissatisfied)
{
  LasnaMeasureResult result = new_result (LASNA_MEASURE_CSAT, satisfied + dissatisfied);

  add_count (&result, "satisfied", satisfied);
  add_count (&result, "not_satisfied", dissatisfied);
  if (result.n > 0)
    {
      lasna_interval_wilson (satisfied, result.n, &result.low, &result.high);
      result.value = 100.0 * satisfied / result.n;
      result.low *= 100;
      result.high *= 100;
    }
  return result;
}

static void
set_mean (LasnaMeasureResult *result, const LasnaSums *sums)
{
  result->value = lasna_sums_get_mean (sums);
  lasna_interval_mean (
      sums->n, result->value, lasna_sums_get_deviation (sums), &result->low, &result->high);
  result->centre = result->value;
  result->error = lasna_sums_get_deviation (sums) / sqrt ((double) sums->n);
  clip (result);
}

/**
 * lasna_measure_ces:
 * @ease: answers on 1 to 7, 7 the easiest
 * @easy: how many of them are 5 or more
 *
 * Returns: the mean with Student's interval, and the share of 5 to 7
 */
LasnaMeasureResult
lasna_measure_ces (const LasnaSums *ease, gint64 easy)
{
  LasnaMeasureResult result = new_result (LASNA_MEASURE_CES, ease->n);

  add_count (&result, "easy", easy);
  add_count (&result, "not_easy", ease->n - easy);
  add_share (&result, "easy", easy);
  set_mean (&result, ease);
  return result;
}

/**
 * lasna_measure_climate:
 * @feelings: the feeling of each voice whose feeling is known; 0 for no feeling
 * @destroying: how many of them carry a feeling of the destroying cluster
 * @no_feeling: how many of them said that they felt nothing
 *
 * Returns: the mean with Student's interval, the share destroying and the share of no feeling
 */
LasnaMeasureResult
lasna_measure_climate (const LasnaSums *feelings, gint64 destroying, gint64 no_feeling)
{
  LasnaMeasureResult result = new_result (LASNA_MEASURE_CLIMATE, feelings->n);

  add_count (&result, "destroying", destroying);
  add_count (&result, "no_feeling", no_feeling);
  add_share (&result, "destroying", destroying);
  add_share (&result, "no_feeling", no_feeling);
  set_mean (&result, feelings);
  return result;
}

/**
 * lasna_measure_net_emotion:
 * @n: voices with any emotion
 * @positive: those with at least one of positive valence
 * @negative: those with at least one of negative valence
 * @both: those that have both
 *
 * Returns: the difference in per cent of @n; a voice with both counts on both sides, and so for
 *   neither in the spread. Its interval is adjusted Wald, as that of NPS: a plain one has no width
 *   where all voices feel the same.
 */
LasnaMeasureResult
lasna_measure_net_emotion (gint64 n, gint64 positive, gint64 negative, gint64 both)
{
  LasnaMeasureResult result = new_result (LASNA_MEASURE_NET_EMOTION, n);

  add_count (&result, "positive", positive);
  add_count (&result, "negative", negative);
  add_count (&result, "both", both);
  add_share (&result, "positive", positive);
  add_share (&result, "negative", negative);
  set_net (&result, negative - both, positive - both);
  return result;
}

/**
 * lasna_measure_nps_class:
 * @score: on 0 to 10, whole or not
 *
 * Returns: -1 detractor, 0 passive, 1 promoter; every score is one of them
 */
int
lasna_measure_nps_class (double score)
{
  if (score >= 9)
    return 1;
  return score >= 7 ? 0 : -1;
}

/**
 * lasna_measure_feeling:
 * @valence_times_intensity: the sum over the emotions of one voice, valence -2 to +2, strength 1
 *   to 3
 *
 * Returns: their mean on -1 to +1; 0 for no emotion, which a voice that said "no feeling" has
 */
double
lasna_measure_feeling (gint64 valence_times_intensity, guint n_emotions)
{
  if (n_emotions == 0)
    return 0;
  return (double) valence_times_intensity / n_emotions / 6;
}

void
lasna_sums_add (LasnaSums *self, double value)
{
  if (self->n == 0)
    self->origin = value;
  self->n++;
  self->sum += value - self->origin;
  self->squares += (value - self->origin) * (value - self->origin);
}

/**
 * lasna_sums_merge:
 *
 * Adds all values of @other.
 */
void
lasna_sums_merge (LasnaSums *self, const LasnaSums *other)
{
  double shift;

  if (other->n == 0)
    return;
  if (self->n == 0)
    self->origin = other->origin;
  shift = other->origin - self->origin;
  self->squares += other->squares + 2 * shift * other->sum + shift * shift * (double) other->n;
  self->sum += other->sum + shift * (double) other->n;
  self->n += other->n;
}

/**
 * lasna_sums_get_mean:
 *
 * Returns: the mean; NAN of nothing
 */
double
lasna_sums_get_mean (const LasnaSums *self)
{
  return self->n > 0 ? self->origin + self->sum / self->n : NAN;
}

/**
 * lasna_sums_get_deviation:
 *
 * Returns: the standard deviation with n - 1; NAN under two values
 */
double
lasna_sums_get_deviation (const LasnaSums *self)
{
  if (self->n < 2)
    return NAN;
  return sqrt (MAX (0, (self->squares - self->sum * self->sum / self->n) / (self->n - 1)));
}
