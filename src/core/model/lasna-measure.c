/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measure.
 */
#include "config.h"

#include "lasna-measure.h"

#include "lasna-workbook.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_POSITION (),
  LASNA_TEXT ("name", N_ ("Name"), LASNA_REQUIRED),
  LASNA_TERM ("source", N_ ("Source"), "evidence-source", "measure.survey", LASNA_REQUIRED),
  LASNA_TERM ("kind", N_ ("Kind"), "measure-kind", "measure-kind.feeling", LASNA_REQUIRED),
  LASNA_REFERENCE ("stage", N_ ("Stage"), "stage", 0),
  LASNA_TEXT ("unit", N_ ("Unit"), 0),
  LASNA_NUMBER ("target", N_ ("Target"), -1000000000, 1000000000, NULL, 0),
  LASNA_TERM ("frequency", N_ ("How often"), "cadence", NULL, 0),
  LASNA_REFERENCE ("owner", N_ ("Person in charge"), "person", 0),
};

LASNA_DEFINE_RECORD (LasnaMeasure, lasna_measure, "measure", N_ ("Measure"), properties)

/**
 * lasna_measure_get_latest:
 *
 * Returns: (transfer none) (nullable): the value of the latest day
 */
LasnaMeasureValue *
lasna_measure_get_latest (LasnaMeasure *self)
{
  GListModel *values = lasna_record_get_children (LASNA_RECORD (self), "measure_value", "measure");
  LasnaRecord *latest = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      /* The list keeps it alive. */
      g_autoptr (LasnaRecord) value = g_list_model_get_item (values, i);

      if (latest == NULL || g_strcmp0 (lasna_record_get_text (latest, "date"),
                                       lasna_record_get_text (value, "date")) <= 0)
        latest = value;
    }
  return latest != NULL ? LASNA_MEASURE_VALUE (latest) : NULL;
}

static gboolean
is_of_kind (LasnaRecord *self, const char *kind)
{
  return g_strcmp0 (lasna_record_get_text (self, "kind"), kind) == 0;
}

/**
 * lasna_measure_find_feeling:
 *
 * Returns: (transfer none) (nullable): a measure of feeling of the same stage that has a value
 */
LasnaMeasure *
lasna_measure_find_feeling (LasnaMeasure *self)
{
  GListModel *all =
      lasna_workbook_get_records (lasna_record_get_workbook (LASNA_RECORD (self)), "measure");

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LasnaRecord) other = g_list_model_get_item (all, i);

      if (is_of_kind (other, "measure-kind.feeling") &&
          lasna_record_get_reference_id (other, "stage") ==
              lasna_record_get_reference_id (LASNA_RECORD (self), "stage") &&
          lasna_measure_get_latest (LASNA_MEASURE (other)) != NULL)
        return LASNA_MEASURE (other);
    }
  return NULL;
}

/**
 * lasna_measure_may_stand:
 * @has_climate: whether voices tell what was felt in the stage of the measure
 *
 * Returns: whether the figure may be shown: one of conversion stands only beside a feeling of the
 *   same stage
 */
gboolean
lasna_measure_may_stand (LasnaMeasure *self, gboolean has_climate)
{
  return !is_of_kind (LASNA_RECORD (self), "measure-kind.conversion") || has_climate ||
         lasna_measure_find_feeling (self) != NULL;
}
