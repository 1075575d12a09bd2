/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The simple form that surveys of customers use; the standard definitions of AAPOR need more than
 * these tools tell.
 */
#include "config.h"

#include "lasna-response-rate.h"

#include "lasna-interval.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * lasna_response_rate_of:
 *
 * Those whom the question did not reach, or should not have reached, could not answer. Where that
 * is not known, all who were asked could have.
 *
 * Returns: the rate; without a value where nobody said how many were asked, or where the numbers
 *   contradict each other
 */
LasnaResponseRate
lasna_response_rate_of (const LasnaWave *wave)
{
  gint64 reached = wave->sent - MAX (0, wave->undeliverable) - MAX (0, wave->ineligible);
  LasnaResponseRate rate = { .n = 0, .value = NAN, .low = NAN, .high = NAN, .completion = NAN };

  if (wave->completed < 0)
    return rate;
  if (wave->started > 0 && wave->completed <= wave->started)
    rate.completion = 100.0 * (double) wave->completed / (double) wave->started;
  if (wave->sent < 0 || reached <= 0 || wave->completed > reached)
    return rate;
  rate.n = reached;
  rate.value = 100.0 * (double) wave->completed / (double) reached;
  lasna_interval_wilson (wave->completed, reached, &rate.low, &rate.high);
  rate.low *= 100;
  rate.high *= 100;
  return rate;
}

/**
 * lasna_response_rate_get_definition:
 *
 * Returns: (transfer none): the untranslated sentence that is shown with a rate
 */
const char *
lasna_response_rate_get_definition (void)
{
  return N_ ("Those who answered, of those who were asked and could be reached: asked minus not "
             "delivered minus asked by mistake, in per cent. Margin of error: 95 %, Wilson.");
}
