/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What clicking and dragging in a chart do to the filter.
 */
#include "config.h"

#include "lasna-chart-choice.h"

#include <math.h>

#define OWN(dimension) (1u << (dimension))

static const LasnaCondition *
get (const LasnaFilter *filter, guint index)
{
  return lasna_filter_get_condition (filter, index);
}

/* A second click takes back what the first did; another mark is an alternative. */
static void
test_toggle (void)
{
  g_autoptr (LasnaFilter) filter = lasna_filter_new ();

  lasna_chart_choice_toggle (filter, "stage=7");
  lasna_chart_choice_toggle (filter, "stage=8");
  g_assert_cmpuint (lasna_filter_get_n_conditions (filter), ==, 2);
  lasna_chart_choice_toggle (filter, "stage=7");
  g_assert_cmpuint (lasna_filter_get_n_conditions (filter), ==, 1);
  lasna_chart_choice_toggle (filter, "stage=8");
  g_assert_true (lasna_filter_is_empty (filter));
}

/* A cell is a stage and a moment; another cell takes its place, the same one goes. */
static void
test_cell (void)
{
  g_autoptr (LasnaFilter) filter = lasna_filter_new ();

  lasna_chart_choice_toggle (filter, "stage=7\nmoment=unknown");
  g_assert_cmpuint (lasna_filter_get_n_conditions (filter), ==, 2);
  lasna_chart_choice_toggle (filter, "stage=8\nmoment=feedback.when-wrong");
  g_assert_cmpuint (lasna_filter_get_n_conditions (filter), ==, 2);
  g_assert_cmpint (get (filter, 0)->dimension, ==, LASNA_DIMENSION_STAGE);
  lasna_chart_choice_toggle (filter, "stage=8\nmoment=feedback.when-wrong");
  g_assert_true (lasna_filter_is_empty (filter));
}

/* A drag replaces what was chosen in its chart, and nothing else. */
static void
test_span (void)
{
  g_autoptr (LasnaFilter) filter = lasna_filter_new ();
  const char *const stages[] = { "stage=7", "stage=8", NULL };
  const char *const none[] = { NULL };

  lasna_chart_choice_toggle (filter, "channel=channel.phone.line");
  lasna_chart_choice_toggle (filter, "stage=9");
  lasna_chart_choice_span (filter, OWN (LASNA_DIMENSION_STAGE), (char *const *) stages);
  g_assert_cmpuint (lasna_filter_get_n_conditions (filter), ==, 3);
  g_assert_true (lasna_filter_has_dimension (filter, LASNA_DIMENSION_CHANNEL));
  lasna_chart_choice_span (filter, OWN (LASNA_DIMENSION_STAGE), (char *const *) none);
  g_assert_cmpuint (lasna_filter_get_n_conditions (filter), ==, 1);
}

/* Periods that follow each other are one. */
static void
test_days (void)
{
  g_autoptr (LasnaFilter) filter = lasna_filter_new ();
  const char *const months[] = { "date=2026-01-01..2026-01-31",
                                 "date=2026-02-01..2026-02-28",
                                 "date=2026-03-01..2026-03-31",
                                 NULL };

  lasna_chart_choice_span (filter, OWN (LASNA_DIMENSION_PERIOD), (char *const *) months);
  g_assert_cmpuint (lasna_filter_get_n_conditions (filter), ==, 1);
  g_assert_cmpfloat (get (filter, 0)->maximum - get (filter, 0)->minimum, ==, 89);
  lasna_chart_choice_narrow (filter, months[1]);
  g_assert_cmpuint (lasna_filter_get_n_conditions (filter), ==, 1);
  g_assert_cmpfloat (get (filter, 0)->maximum - get (filter, 0)->minimum, ==, 27);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-choice/toggle", test_toggle);
  g_test_add_func ("/chart-choice/cell", test_cell);
  g_test_add_func ("/chart-choice/span", test_span);
  g_test_add_func ("/chart-choice/days", test_days);
  return g_test_run ();
}
