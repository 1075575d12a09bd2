/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A mark of a chart names the conditions that choose its voices. Clicking it adds or takes away,
 * dragging over several replaces what was chosen in the chart before.
 */
#include "config.h"

#include "lasna-chart-choice.h"

#include <string.h>

static LasnaFilter *
read_where (const char *where)
{
  LasnaFilter *filter = lasna_filter_new ();
  g_auto (GStrv) lines = g_strsplit (where, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    lasna_filter_add_where (filter, lines[i], NULL);
  return filter;
}

static void
add_all (LasnaFilter *filter, const LasnaFilter *conditions)
{
  for (guint i = 0; i < lasna_filter_get_n_conditions (conditions); i++)
    lasna_filter_add_condition (filter, lasna_filter_get_condition (conditions, i));
}

static void
clear_dimensions_of (LasnaFilter *filter, const LasnaFilter *conditions)
{
  for (guint i = 0; i < lasna_filter_get_n_conditions (conditions); i++)
    lasna_filter_clear_dimension (filter, lasna_filter_get_condition (conditions, i)->dimension);
}

/**
 * lasna_chart_choice_toggle:
 * @where: conditions, one a line
 *
 * Takes the conditions away where they all hold, else adds them. A mark of two conditions, such as
 * a stage and a moment, stands for one place of the chart, so it takes the place of another.
 */
void
lasna_chart_choice_toggle (LasnaFilter *filter, const char *where)
{
  g_autoptr (LasnaFilter) conditions = read_where (where);
  g_autoptr (LasnaFilter) without = lasna_filter_copy (filter);
  guint n = lasna_filter_get_n_conditions (conditions);
  guint removed = 0;

  for (guint i = 0; i < n; i++)
    removed += lasna_filter_remove_condition (without,
                                              lasna_filter_get_condition (conditions, i)) != FALSE;
  if (removed == n)
    {
      for (guint i = 0; i < n; i++)
        lasna_filter_remove_condition (filter, lasna_filter_get_condition (conditions, i));
      return;
    }
  if (n > 1)
    clear_dimensions_of (filter, conditions);
  add_all (filter, conditions);
}

/* Days follow each other, and many periods are one. */
static char *
join_days (char *const *wheres)
{
  const char *first = wheres[0];
  const char *last = wheres[g_strv_length ((char **) wheres) - 1];
  const char *dots = strstr (first, "..");
  const char *end = strstr (last, "..");
  g_autofree char *start = dots != NULL ? g_strndup (first, (gsize) (dots - first)) : NULL;

  return start != NULL && end != NULL ? g_strconcat (start, end, NULL) : g_strdup (first);
}

/**
 * lasna_chart_choice_span:
 * @own: a bit for each dimension that is chosen by in the chart
 * @wheres: conditions of neighbouring marks, in their order
 *
 * Chooses these marks of the chart and no other.
 */
void
lasna_chart_choice_span (LasnaFilter *filter, guint32 own, char *const *wheres)
{
  for (guint dimension = 0; dimension < LASNA_N_DIMENSIONS; dimension++)
    if (own & (1u << dimension))
      lasna_filter_clear_dimension (filter, dimension);
  if (wheres[0] == NULL)
    return;
  if (g_str_has_prefix (wheres[0], "date="))
    {
      g_autofree char *days = join_days (wheres);

      lasna_chart_choice_narrow (filter, days);
      return;
    }
  for (guint i = 0; wheres[i] != NULL; i++)
    {
      g_autoptr (LasnaFilter) conditions = read_where (wheres[i]);

      add_all (filter, conditions);
    }
}

/**
 * lasna_chart_choice_narrow:
 * @where: conditions, one a line
 *
 * Chooses what @where says in place of what was said about the same before.
 */
void
lasna_chart_choice_narrow (LasnaFilter *filter, const char *where)
{
  g_autoptr (LasnaFilter) conditions = read_where (where);

  clear_dimensions_of (filter, conditions);
  add_all (filter, conditions);
}
