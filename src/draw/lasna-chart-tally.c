/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One pass over the voices. A chart counts without its own filter, so that what was not chosen in
 * it can be seen beside what was.
 */
#include "config.h"

#include "lasna-chart-tally.h"

#include "lasna-chart-private.h"
#include "lasna-index.h"
#include "lasna-interval.h"
#include "lasna-measures.h"

#include <math.h>

static const char *const tasks[LASNA_CHART_TASKS] = { "0", "1", "2", "3" };

/* Codes of a column as places in a small array. */
static guint8 *
map_codes (const LasnaColumns *columns,
           LasnaDimension dimension,
           const char *const *codes,
           guint n,
           guint8 otherwise)
{
  guint n_values = lasna_columns_get_n_values (columns, dimension);
  guint8 *map = g_new (guint8, n_values);

  for (guint code = 0; code < n_values; code++)
    {
      const LasnaValue *value = lasna_columns_get_value (columns, dimension, code);
      const char *name = dimension == LASNA_DIMENSION_EMOTION ? value->cluster : value->code;

      map[code] = otherwise;
      for (guint i = 0; i < n; i++)
        if (g_strcmp0 (name, codes[i]) == 0)
          map[code] = (guint8) i;
    }
  return map;
}

static void
count_feelings (LasnaChartItem *item,
                LasnaSums *sums,
                const LasnaColumns *columns,
                guint row,
                const guint8 *cluster_of)
{
  double feeling = lasna_columns_get_feeling (columns, row);
  guint8 flags = (guint8) lasna_columns_get_flags (columns, row);

  if (!isnan (feeling))
    {
      item->feelings[lasna_dots_get_bin (feeling)]++;
      lasna_sums_add (sums, feeling);
    }
  if (!(flags & LASNA_ROW_HAS_FEELING))
    item->n_no_feeling += (flags & LASNA_ROW_NO_FEELING) != 0;
  item->n_destroying += (flags & LASNA_ROW_IS_DESTROYING) != 0;
  for (guint i = 0; i < lasna_columns_get_n_emotions (columns, row); i++)
    {
      guint8 cluster = cluster_of[lasna_columns_get_emotion (columns, row, i).code];

      if (cluster < LASNA_CHART_CLUSTERS)
        item->clusters[cluster]++;
    }
}

static void
finish_feelings (LasnaChartItem *item, const LasnaSums *sums)
{
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
finish_task (LasnaChartItem *item)
{
  LasnaSums sums = { 0 };

  for (guint i = 0; i < LASNA_CHART_TASKS; i++)
    for (guint j = 0; j < item->tasks[i]; j++)
      lasna_sums_add (&sums, lasna_index_task (i));
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
 * lasna_chart_has_row:
 * @own: a bit for each dimension whose conditions do not hold
 *
 * Returns: whether the voice counts in a chart
 */
gboolean
lasna_chart_has_row (const LasnaSelection *selection, guint row, guint32 own)
{
  return (selection->failing[row] & ~own) == 0;
}

/**
 * lasna_chart_count_codes:
 * @dimension: one that a voice has once
 *
 * Returns: (transfer full): how many voices count for each code
 */
guint *
lasna_chart_count_codes (const LasnaSelection *selection, LasnaDimension dimension, guint32 own)
{
  const LasnaColumns *columns = selection->columns;
  guint *counts = g_new0 (guint, lasna_columns_get_n_values (columns, dimension));

  for (guint row = 0; row < columns->n; row++)
    if (lasna_chart_has_row (selection, row, own))
      counts[lasna_columns_get_code (columns, dimension, row)]++;
  return counts;
}

/**
 * lasna_chart_tally:
 * @dimension: one that a voice has once
 * @own: a bit for each dimension whose conditions do not hold
 * @slots: of each code the place of its item, or LASNA_CHART_NOWHERE
 * @items: (element-type LasnaChartItem): of which nothing was counted yet
 *
 * Fills in what the voices of each item add up to.
 */
void
lasna_chart_tally (const LasnaSelection *selection,
                   LasnaDimension dimension,
                   guint32 own,
                   const guint16 *slots,
                   GPtrArray *items)
{
  const LasnaColumns *columns = selection->columns;
  g_autofree LasnaSums *sums = g_new0 (LasnaSums, MAX (items->len, 1));
  g_autofree guint8 *moment_of = map_codes (columns,
                                            LASNA_DIMENSION_MOMENT,
                                            lasna_chart_moments,
                                            LASNA_CHART_MOMENTS,
                                            LASNA_CHART_MOMENTS);
  g_autofree guint8 *cluster_of = map_codes (columns,
                                             LASNA_DIMENSION_EMOTION,
                                             lasna_chart_clusters,
                                             LASNA_CHART_CLUSTERS,
                                             LASNA_CHART_CLUSTERS);
  g_autofree guint8 *task_of =
      map_codes (columns, LASNA_DIMENSION_TASK, tasks, LASNA_CHART_TASKS, LASNA_CHART_TASKS);

  for (guint row = 0; row < columns->n; row++)
    {
      guint16 slot = slots[lasna_columns_get_code (columns, dimension, row)];
      guint8 moment = moment_of[lasna_columns_get_code (columns, LASNA_DIMENSION_MOMENT, row)];
      guint8 task = task_of[lasna_columns_get_code (columns, LASNA_DIMENSION_TASK, row)];
      LasnaChartItem *item;

      if (slot == LASNA_CHART_NOWHERE || !lasna_chart_has_row (selection, row, own))
        continue;
      item = items->pdata[slot];
      item->n++;
      count_feelings (item, &sums[slot], columns, row, cluster_of);
      if (moment < LASNA_CHART_MOMENTS)
        item->moments[moment]++;
      else
        item->n_unknown++;
      if (task < LASNA_CHART_TASKS)
        item->tasks[task]++;
    }
  for (guint i = 0; i < items->len; i++)
    {
      finish_feelings (items->pdata[i], &sums[i]);
      finish_task (items->pdata[i]);
    }
}
