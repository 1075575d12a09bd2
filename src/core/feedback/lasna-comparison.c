/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Differences with their intervals. Each measure is compared in the way its own interval is made,
 * and the probability always agrees with the interval.
 */
#include "config.h"

#include "lasna-comparison.h"

#include "lasna-interval.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define NET_DEFINITION                                                                              \
  N_ ("The first minus the second; margin of error (95 %) and probability from counts adjusted as " \
      "for each of them.")
#define MEAN_DEFINITION                                                                            \
  N_ ("The first mean minus the second; margin of error (95 %) and probability by Welch's t.")

static const char *const definitions[LASNA_N_MEASURES] = {
  [LASNA_MEASURE_NPS] = NET_DEFINITION,
  [LASNA_MEASURE_CSAT] = N_ (
      "The first share minus the second, in percentage points; margin of error (95 %) made from "
      "Wilson's of each (Newcombe)."),
  [LASNA_MEASURE_CES] = MEAN_DEFINITION,
  [LASNA_MEASURE_CLIMATE] = MEAN_DEFINITION,
  [LASNA_MEASURE_NET_EMOTION] = NET_DEFINITION,
};

static void
compare_nets (LasnaComparison *self)
{
  double centre = self->first.centre - self->second.centre;
  double error = hypot (self->first.error, self->second.error);

  self->low = centre - LASNA_Z95 * error;
  self->high = centre + LASNA_Z95 * error;
  self->probability = 2 * lasna_normal_probability (-fabs (centre) / error);
}

static void
compare_shares (LasnaComparison *self)
{
  self->probability = lasna_interval_newcombe (self->first.counts[0].count,
                                               self->first.n,
                                               self->second.counts[0].count,
                                               self->second.n,
                                               &self->low,
                                               &self->high);
  self->low *= 100;
  self->high *= 100;
}

static void
compare_means (LasnaComparison *self)
{
  double half;

  if (self->first.n < 2 || self->second.n < 2)
    return;
  self->probability = lasna_interval_welch (self->difference,
                                            self->first.error,
                                            self->first.n,
                                            self->second.error,
                                            self->second.n,
                                            &half);
  self->low = self->difference - half;
  self->high = self->difference + half;
}

static LasnaVerdict
judge (const LasnaComparison *self)
{
  if (self->first.n == 0 || self->second.n == 0)
    return LASNA_VERDICT_NOTHING;
  if (lasna_is_small (self->first.n) || lasna_is_small (self->second.n))
    return LASNA_VERDICT_FEW;
  if (self->low > 0)
    return LASNA_VERDICT_HIGHER;
  return self->high < 0 ? LASNA_VERDICT_LOWER : LASNA_VERDICT_UNCLEAR;
}

/**
 * lasna_comparison_new:
 * @first: a figure, such as that of this year
 * @second: a figure of the same measure, from other voices
 *
 * Returns: how the first differs from the second. Interval and probability are NAN where there is
 *   no spread to judge by; then nothing is claimed.
 */
LasnaComparison
lasna_comparison_new (const LasnaMeasureResult *first, const LasnaMeasureResult *second)
{
  LasnaComparison self = { .first = *first,
                           .second = *second,
                           .difference = NAN,
                           .low = NAN,
                           .high = NAN,
                           .probability = NAN };

  g_return_val_if_fail (first->kind == second->kind, self);
  if (first->n > 0 && second->n > 0)
    {
      self.difference = first->value - second->value;
      switch (first->kind)
        {
        case LASNA_MEASURE_NPS:
        case LASNA_MEASURE_NET_EMOTION:
          compare_nets (&self);
          break;
        case LASNA_MEASURE_CSAT:
          compare_shares (&self);
          break;
        case LASNA_MEASURE_CES:
        case LASNA_MEASURE_CLIMATE:
        default:
          compare_means (&self);
          break;
        }
    }
  self.verdict = judge (&self);
  return self;
}

/**
 * lasna_comparison_get_definition:
 *
 * Returns: (transfer none): the untranslated sentence that is shown with a difference
 */
const char *
lasna_comparison_get_definition (LasnaMeasureKind kind)
{
  g_return_val_if_fail (kind < LASNA_N_MEASURES, NULL);
  return definitions[kind];
}

/**
 * lasna_verdict_get_code:
 *
 * Returns: (transfer none): "unclear", as programs read it
 */
const char *
lasna_verdict_get_code (LasnaVerdict verdict)
{
  static const char *const codes[] = { "nothing", "few", "unclear", "higher", "lower" };

  return codes[verdict];
}

/* "+5", "−3": a difference has its sign. */
static char *
dup_signed (double value, int decimals, LasnaLanguage language)
{
  g_autofree char *number = lasna_words_number (language, value, decimals);
  g_autofree char *zero = lasna_words_number (language, 0, decimals);

  return value > 0 && strcmp (number, zero) != 0 ? g_strconcat ("+", number, NULL)
                                                 : g_steal_pointer (&number);
}

/**
 * lasna_comparison_dup_sentence:
 * @first: what the first is of, such as "2026" or "Families"
 * @second: what the second is of
 *
 * Returns: (transfer full): one sentence that claims a difference only where there is one
 */
char *
lasna_comparison_dup_sentence (const LasnaComparison *self,
                               const char *first,
                               const char *second,
                               LasnaLanguage language)
{
  int decimals = lasna_measure_get_info (self->first.kind)->decimals;
  g_autofree char *difference = dup_signed (self->difference, decimals, language);
  g_autofree char *low = dup_signed (self->low, decimals, language);
  g_autofree char *high = dup_signed (self->high, decimals, language);

  switch (self->verdict)
    {
    case LASNA_VERDICT_NOTHING:
      /* Translators: %1$s and %2$s are two periods or two groups, such as Families. */
      return g_strdup_printf (
          lasna_words (language, N_ ("“%1$s” and “%2$s” cannot be compared: one has no answers.")),
          first,
          second);
    case LASNA_VERDICT_FEW:
      return g_strdup_printf (
          /* Translators: %1$s and %2$s are two periods or two groups, %3$d and %4$d their answers.
           */
          lasna_words (
              language,
              N_ ("“%1$s” and “%2$s” have too few answers to compare: n = %3$d and %4$d.")),
          first,
          second,
          (int) self->first.n,
          (int) self->second.n);
    case LASNA_VERDICT_HIGHER:
      return g_strdup_printf (
          /* Translators: %1$s and %2$s are two periods or two groups, %3$s a difference such as +5,
           * %4$s and %5$s its interval.
           */
          lasna_words (
              language,
              N_ ("“%1$s” is higher than “%2$s”: %3$s (%4$s … %5$s). Chance alone would seldom "
                  "make such a difference.")),
          first,
          second,
          difference,
          low,
          high);
    case LASNA_VERDICT_LOWER:
      return g_strdup_printf (
          /* Translators: as in the sentence about what is higher. */
          lasna_words (
              language,
              N_ ("“%1$s” is lower than “%2$s”: %3$s (%4$s … %5$s). Chance alone would seldom "
                  "make such a difference.")),
          first,
          second,
          difference,
          low,
          high);
    case LASNA_VERDICT_UNCLEAR:
    default:
      return g_strdup_printf (
          /* Translators: as in the sentence about what is higher. */
          lasna_words (
              language,
              N_ ("“%1$s” and “%2$s” cannot be told apart: %3$s (%4$s … %5$s). Chance alone can "
                  "make such a difference.")),
          first,
          second,
          difference,
          low,
          high);
    }
}
