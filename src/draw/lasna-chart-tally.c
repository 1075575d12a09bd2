/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sums of the voices by the items they belong to. A chart counts without its own filter, so that
 * what was not chosen in it can be seen beside what was.
 */
#include "config.h"

#include "lasna-chart-tally.h"

#include "lasna-bins.h"
#include "lasna-index.h"
#include "lasna-interval.h"
#include "lasna-measures.h"

#include <math.h>
#include <string.h>

/* What the voices of an item add up to. */
typedef struct
{
  guint heights[LASNA_DOTS_BINS];
  LasnaTotals totals;
} Sum;

/* From raw codes of a column to sums. */
typedef struct
{
  const guint16 *codes;
  const guint16 *slots;
  Sum *sums;
} Adding;

static void
add_cb (guint bin, const LasnaTotals *unit, guint n, gpointer data)
{
  const Adding *adding = data;
  guint16 slot = adding->slots[adding->codes[bin]];

  if (slot == LASNA_CHART_NOWHERE)
    return;
  lasna_totals_add_times (&adding->sums[slot].totals, unit, n);
  if (unit->feelings.n > 0)
    adding->sums[slot].heights[lasna_dots_get_bin (lasna_sums_get_mean (&unit->feelings))] += n;
}

static void
set_feelings (LasnaChartItem *item, const Sum *sum)
{
  const LasnaSums *sums = &sum->totals.feelings;

  memcpy (item->feelings, sum->heights, sizeof item->feelings);
  memcpy (item->clusters, sum->totals.clusters, sizeof item->clusters);
  item->n_no_feeling = sum->totals.no_feeling;
  item->n_destroying = sum->totals.destroying;
  item->n_entries = (guint) sums->n;
  item->mean = lasna_sums_get_mean (sums);
  lasna_interval_mean (
      sums->n, item->mean, lasna_sums_get_deviation (sums), &item->low, &item->high);
  if (!isnan (item->low))
    {
      item->low = MAX (item->low, -1);
      item->high = MIN (item->high, 1);
    }
}

static void
set_task (LasnaChartItem *item, const Sum *sum)
{
  LasnaSums sums = { 0 };

  memcpy (item->tasks, sum->totals.tasks, sizeof item->tasks);
  for (guint i = 0; i < LASNA_CHART_TASKS; i++)
    lasna_sums_merge (&sums, &(LasnaSums){ .n = item->tasks[i], .origin = lasna_index_task (i) });
  item->n_task = (guint) sums.n;
  item->task = lasna_sums_get_mean (&sums);
  lasna_interval_mean (
      sums.n, item->task, lasna_sums_get_deviation (&sums), &item->task_low, &item->task_high);
  if (!isnan (item->task_low))
    {
      item->task_low = MAX (item->task_low, 0);
      item->task_high = MIN (item->task_high, 100);
    }
}

/**
 * lasna_chart_tally:
 * @dimension: one that a voice has once
 * @own: LASNA_OWN() of the dimensions whose conditions do not hold
 * @parts: what the items show
 * @slots: of each code the place of its item, or LASNA_CHART_NOWHERE
 * @items: (element-type LasnaChartItem): of which nothing was counted yet
 *
 * Fills in what the voices of each item add up to.
 */
void
lasna_chart_tally (const LasnaSelection *selection,
                   LasnaDimension dimension,
                   guint32 own,
                   LasnaTotalsParts parts,
                   const guint16 *slots,
                   GPtrArray *items)
{
  g_autofree Sum *sums = g_new0 (Sum, MAX (items->len, 1));
  const guint16 *codes = selection->columns->meanings->codes[dimension];
  Adding adding = { codes, slots, sums };
  guint raw = lasna_dimension_get_raw (dimension);
  guint n;
  g_autofree guint *counts = NULL;

  for (guint part = 1; part <= LASNA_TOTALS_ALL; part <<= 1)
    if ((parts & part) != 0)
      lasna_bins_foreach (selection, raw, own, part, add_cb, &adding);
  counts = lasna_bins_count (selection, raw, own, &n);
  for (guint bin = 0; bin < n; bin++)
    if (slots[codes[bin]] != LASNA_CHART_NOWHERE)
      ((LasnaChartItem *) items->pdata[slots[codes[bin]]])->n += counts[bin];
  for (guint i = 0; i < items->len; i++)
    {
      LasnaChartItem *item = items->pdata[i];

      set_feelings (item, &sums[i]);
      set_task (item, &sums[i]);
      memcpy (item->moments, sums[i].totals.moments, sizeof item->moments);
      item->n_unknown = sums[i].totals.moments[LASNA_CHART_MOMENTS];
    }
}
