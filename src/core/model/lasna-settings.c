/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Workbook.
 */
#include "config.h"

#include "lasna-settings.h"

#include "lasna-index.h"
#include "lasna-retention.h"
#include "lasna-workbook.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const LasnaProperty properties[] = {
  LASNA_TEXT ("name", N_ ("Name"), LASNA_REQUIRED),
  LASNA_TEXT ("owner-name", N_ ("Owner"), LASNA_PERSONAL),
  LASNA_TERM ("business-kind", N_ ("Customers"), "market", NULL, 0),
  LASNA_TERM ("language", N_ ("Language"), "language", "language.en", LASNA_REQUIRED),
  LASNA_INTEGER ("weight-task", N_ ("Weight of the task, per cent"), 0, 100, "20", 0),
  LASNA_INTEGER ("weight-feeling", N_ ("Weight of the feeling, per cent"), 0, 100, "80", 0),
  LASNA_TEXT ("weights-note", N_ ("Note on the weights"), 0),
  LASNA_FLAG ("index-hidden", N_ ("Leave out the weighted index"), 0),
  LASNA_INTEGER ("start-of-week", N_ ("First day of the week"), 1, 7, "1", 0),
  LASNA_INTEGER ("reminder-days", N_ ("Days before a reminder"), 1, 3650, "180", 0),
  LASNA_INTEGER (
      "keep-names-months", N_ ("Months names are kept"), 1, LASNA_RETENTION_MOST_MONTHS, NULL, 0),
  LASNA_INTEGER (
      "keep-words-months", N_ ("Months words are kept"), 1, LASNA_RETENTION_MOST_MONTHS, NULL, 0),
  LASNA_INTEGER ("silence-days", N_ ("Days before silence is noticed"), 1, 3650, "90", 0),
};

LASNA_DEFINE_RECORD (LasnaSettings, lasna_settings, "workbook", N_ ("Workbook"), properties)

/**
 * lasna_settings_set_weight_task:
 * @percent: 0..100; the feeling takes the rest
 *
 * Returns: whether both weights are saved
 */
gboolean
lasna_settings_set_weight_task (LasnaSettings *self, gint64 percent, GError **error)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (LASNA_RECORD (self));
  g_autoptr (LasnaChange) change = NULL;

  g_return_val_if_fail (workbook != NULL, FALSE);
  change = lasna_workbook_begin (workbook, _ ("Change the weights"));
  g_object_set (self, "weight-task", percent, "weight-feeling", 100 - percent, NULL);
  return lasna_change_commit (change, error);
}

/**
 * lasna_settings_get_index:
 *
 * Returns: the index of two parts with the workbook's weights, 0..100; NAN where a part is missing
 *   or the workbook leaves the index out
 */
double
lasna_settings_get_index (LasnaSettings *self, double task, double feeling)
{
  LasnaRecord *record = LASNA_RECORD (self);

  if (lasna_record_get_flag (record, "index-hidden") ||
      !lasna_record_is_set (record, "weight-task") ||
      !lasna_record_is_set (record, "weight-feeling"))
    return NAN;
  return lasna_index (task,
                      feeling,
                      (double) lasna_record_get_integer (record, "weight-task"),
                      (double) lasna_record_get_integer (record, "weight-feeling"));
}
