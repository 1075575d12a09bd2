/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filters as they are made, compared, saved and read, without any voices.
 */
#include "config.h"

#include "lasna-error.h"
#include "lasna-filter.h"

#include <math.h>
#include <string.h>

static LasnaFilter *
make_filter (void)
{
  LasnaFilter *filter = lasna_filter_new ();

  lasna_filter_add_record (filter, LASNA_DIMENSION_STAGE, G_GINT64_CONSTANT (4611686018427387905));
  lasna_filter_add_value (filter, LASNA_DIMENSION_CHANNEL, "channel.web");
  lasna_filter_add_value (filter, LASNA_DIMENSION_TEXT, "jono \"ja\" odotus");
  lasna_filter_add_range (filter, LASNA_DIMENSION_SCORE, "nps", 0, 6.5);
  lasna_filter_add_range (filter, LASNA_DIMENSION_TASK, NULL, -INFINITY, 1);
  lasna_filter_add_range (filter, LASNA_DIMENSION_PERIOD, NULL, 738000, INFINITY);
  lasna_filter_add_condition (
      filter,
      &(LasnaCondition){ .dimension = LASNA_DIMENSION_SEGMENT, .kind = LASNA_CONDITION_UNKNOWN });
  lasna_filter_add_condition (filter,
                              &(LasnaCondition){ .dimension = LASNA_DIMENSION_EMOTION,
                                                 .kind = LASNA_CONDITION_LABEL,
                                                 .text = (char *) "fed up" });
  g_assert_true (lasna_filter_set_period (filter, "2026-01-01", "2026-03-31", NULL));
  return filter;
}

static void
test_equal (void)
{
  g_autoptr (LasnaFilter) filter = make_filter ();
  g_autoptr (LasnaFilter) copy = lasna_filter_copy (filter);
  g_autoptr (LasnaFilter) other = lasna_filter_new ();

  g_assert_true (lasna_filter_equal (filter, copy));
  lasna_filter_set_days (copy, 0, 0);
  g_assert_false (lasna_filter_equal (filter, copy));

  /* In another order, and each of them once. */
  lasna_filter_clear (copy);
  g_assert_true (lasna_filter_is_empty (copy));
  lasna_filter_add_value (copy, LASNA_DIMENSION_STAGE, "One");
  lasna_filter_add_value (copy, LASNA_DIMENSION_STAGE, "Two");
  lasna_filter_add_value (other, LASNA_DIMENSION_STAGE, "Two");
  lasna_filter_add_value (other, LASNA_DIMENSION_STAGE, "One");
  lasna_filter_add_value (other, LASNA_DIMENSION_STAGE, "One");
  g_assert_true (lasna_filter_equal (other, copy));
  lasna_filter_add_value (other, LASNA_DIMENSION_MOMENT, "One");
  g_assert_false (lasna_filter_equal (other, copy));
}

static void
test_change (void)
{
  g_autoptr (LasnaFilter) filter = make_filter ();
  guint n = lasna_filter_get_n_conditions (filter);
  gint32 first;
  gint32 last;

  g_assert_true (lasna_filter_toggle_value (filter, LASNA_DIMENSION_STAGE, "Purchase"));
  g_assert_false (lasna_filter_toggle_value (filter, LASNA_DIMENSION_STAGE, "Purchase"));
  g_assert_false (lasna_filter_toggle_value (filter, LASNA_DIMENSION_CHANNEL, "channel.web"));
  g_assert_false (lasna_filter_has_dimension (filter, LASNA_DIMENSION_CHANNEL));
  g_assert_cmpuint (lasna_filter_get_n_conditions (filter), ==, n - 1);
  g_assert_true (
      lasna_filter_remove_condition (filter, lasna_filter_get_condition (filter, n - 2)));
  g_assert_false (lasna_filter_has_dimension (filter, LASNA_DIMENSION_EMOTION));

  g_assert_true (lasna_filter_get_days (filter, &first, &last));
  g_assert_cmpint (last - first, ==, 31 + 28 + 31 - 1);
  g_assert_true (lasna_filter_has_dimension (filter, LASNA_DIMENSION_PERIOD));
  lasna_filter_clear_dimension (filter, LASNA_DIMENSION_PERIOD);
  g_assert_false (lasna_filter_has_dimension (filter, LASNA_DIMENSION_PERIOD));
  g_assert_false (lasna_filter_get_days (filter, &first, &last));
}

static void
test_json (void)
{
  g_autoptr (LasnaFilter) filter = make_filter ();
  g_autofree char *json = lasna_filter_to_json (filter);
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaFilter) read = lasna_filter_from_json (json, &error);
  g_autofree char *again = NULL;

  g_test_message ("%s", json);
  g_assert_no_error (error);
  g_assert_true (lasna_filter_equal (filter, read));
  again = lasna_filter_to_json (read);
  g_assert_cmpstr (again, ==, json);
}

static void
test_json_refused (void)
{
  static const char *const wrong[] = {
    "",
    "{",
    "[]",
    "{\"format\":\"lasna-journey\"}",
    "{\"format\":\"lasna-filter\",\"from\":\"soon\"}",
    "{\"format\":\"lasna-filter\",\"conditions\":{}}",
    "{\"format\":\"lasna-filter\",\"conditions\":[1]}",
    "{\"format\":\"lasna-filter\",\"conditions\":[{\"dimension\":\"weather\",\"value\":\"x\"}]}",
    "{\"format\":\"lasna-filter\",\"conditions\":[{\"dimension\":\"stage\"}]}",
    "{\"format\":\"lasna-filter\",\"conditions\":[{\"dimension\":\"stage\",\"record\":\"x\"}]}",
    "{\"format\":\"lasna-filter\",\"conditions\":[{\"dimension\":\"date\",\"range\":true,"
    "\"from\":3}]}",
    "{\"format\":\"lasna-filter\",\"conditions\":[{\"dimension\":\"score\",\"range\":true,"
    "\"from\":\"3\"}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", wrong[i]);
      g_assert_null (lasna_filter_from_json (wrong[i], &error));
      g_assert_error (error, LASNA_ERROR, LASNA_ERROR_PARSE);
    }
}

static void
test_where_known (void)
{
  static const char *const right[] = {
    "moment=after-service",
    "moment=feedback.when-wrong",
    "moment=Palvelun jälkeen",
    "moment=unknown",
    "opinion=good",
    "follow-up=new",
    "task=3",
    "task=Completely",
    "task=1..2",
    "cluster=destroying",
    "measure=nps",
    "source=survey",
    "excluded=yes",
    "channel=carrier pigeon",
    "stage=unknown",
  };
  static const char *const wrong[] = { "moment=moon", "opinion=5",     "follow-up=old",
                                       "task=4",      "cluster=warm",  "measure=moon",
                                       "source=moon", "excluded=moon", "measure=unknown" };
  g_autoptr (LasnaFilter) filter = lasna_filter_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_test_message ("%s", right[i]);
      lasna_filter_add_where (filter, right[i], &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_test_message ("%s", wrong[i]);
      g_assert_false (lasna_filter_add_where (filter, wrong[i], &error));
      g_assert_error (error, LASNA_ERROR, LASNA_ERROR_USAGE);
      g_clear_error (&error);
    }
  g_assert_false (lasna_filter_add_where (filter, "moment=moon", &error));
  g_assert_nonnull (strstr (error->message, "at-contact, after-service, when-wrong, unknown"));
}

static void
test_where_refused (void)
{
  static const char *const wrong[] = { "stage",      "colour=red", "score=x",
                                       "score=3..1", "date=soon",  "score=",
                                       "text=",      "id=",        "excluded=no?" };
  g_autoptr (LasnaFilter) filter = lasna_filter_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_test_message ("%s", wrong[i]);
      g_assert_false (lasna_filter_add_where (filter, wrong[i], &error));
      g_assert_error (error, LASNA_ERROR, LASNA_ERROR_USAGE);
      g_clear_error (&error);
    }
  g_assert_false (lasna_filter_set_period (filter, "2026-13-01", NULL, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_true (lasna_filter_is_empty (filter));
  g_assert_true (lasna_filter_set_period (filter, "2026-01-01", NULL, &error));
  g_assert_false (lasna_filter_is_empty (filter));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/equal", test_equal);
  g_test_add_func ("/filter/change", test_change);
  g_test_add_func ("/filter/json", test_json);
  g_test_add_func ("/filter/json-refused", test_json_refused);
  g_test_add_func ("/filter/where-known", test_where_known);
  g_test_add_func ("/filter/where-refused", test_where_refused);
  return g_test_run ();
}
