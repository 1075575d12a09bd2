/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Coverage of channels.
 */
#include "config.h"

#include "lasna-coverage.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
is (LasnaRecord *record, const char *property, const char *term)
{
  return g_strcmp0 (lasna_record_get_text (record, property), term) == 0;
}

/**
 * lasna_coverage_get_state:
 * @service: (nullable): the best state of any service by default
 *
 * Returns: whether a channel works, is hard to find or is missing; one that nobody offers is
 * missing
 */
const char *
lasna_coverage_get_state (LasnaWorkbook *workbook, LasnaService *service, const char *channel)
{
  GListModel *offerings =
      service != NULL
          ? lasna_record_get_children (LASNA_RECORD (service), "channel_offering", "service")
          : lasna_workbook_get_records (workbook, "channel_offering");
  const char *state = "coverage.missing";

  for (guint i = 0; i < g_list_model_get_n_items (offerings); i++)
    {
      g_autoptr (LasnaRecord) offering = g_list_model_get_item (offerings, i);

      if (!is (offering, "channel", channel))
        continue;
      if (is (offering, "state", "coverage.works"))
        return "coverage.works";
      if (is (offering, "state", "coverage.hard-to-find"))
        state = "coverage.hard-to-find";
    }
  return state;
}

/**
 * lasna_coverage_of_segment:
 * @service: (nullable): any by default
 *
 * Returns: how many of the channels that the segment must have or likes work
 */
LasnaCoverage
lasna_coverage_of_segment (LasnaSegment *segment, LasnaService *service)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (LASNA_RECORD (segment));
  GListModel *needs = lasna_record_get_children (LASNA_RECORD (segment), "channel_need", "segment");
  LasnaCoverage coverage = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (needs); i++)
    {
      g_autoptr (LasnaRecord) need = g_list_model_get_item (needs, i);
      const char *state;

      if (!is (need, "need", "need.must") && !is (need, "need", "need.likes"))
        continue;
      state = lasna_coverage_get_state (workbook, service, lasna_record_get_text (need, "channel"));
      coverage.n_wanted++;
      coverage.n_works += g_str_equal (state, "coverage.works");
      coverage.n_hard_to_find += g_str_equal (state, "coverage.hard-to-find");
      coverage.n_missing += g_str_equal (state, "coverage.missing");
    }
  return coverage;
}

/**
 * lasna_coverage_get_value:
 *
 * What works over what is needed or liked. What is hard to find does not count.
 *
 * Returns: 0..1; NAN where the segment needs and likes nothing that is known
 */
double
lasna_coverage_get_value (const LasnaCoverage *self)
{
  return self->n_wanted > 0 ? (double) self->n_works / self->n_wanted : NAN;
}

/**
 * lasna_coverage_count_main:
 *
 * Returns: how many main channels the service has
 */
guint
lasna_coverage_count_main (LasnaService *service)
{
  GListModel *offerings =
      lasna_record_get_children (LASNA_RECORD (service), "channel_offering", "service");
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (offerings); i++)
    {
      g_autoptr (LasnaRecord) offering = g_list_model_get_item (offerings, i);

      n += lasna_record_get_flag (offering, "is-main");
    }
  return n;
}

/**
 * lasna_coverage_get_main_hint:
 *
 * Returns: (nullable): a friendly sentence where there are more main channels than two; nothing is
 *   refused
 */
const char *
lasna_coverage_get_main_hint (LasnaService *service)
{
  if (lasna_coverage_count_main (service) <= LASNA_COVERAGE_MAIN)
    return NULL;
  return _ ("Two main channels are enough while you look for your own style. The others can wait "
            "as “later”.");
}
