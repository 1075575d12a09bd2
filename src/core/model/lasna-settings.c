/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Workbook.
 */
#include "config.h"

#include "lasna-settings.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_TEXT ("name", N_ ("Name"), LASNA_REQUIRED),
  LASNA_TEXT ("owner-name", N_ ("Owner"), LASNA_PERSONAL),
  LASNA_TERM ("business-kind", N_ ("Customers"), "market", NULL, 0),
  LASNA_TERM ("language", N_ ("Language"), "language", "language.en", LASNA_REQUIRED),
  LASNA_INTEGER ("weight-task", N_ ("Weight of the task, per cent"), 0, 100, "20", 0),
  LASNA_INTEGER ("weight-feeling", N_ ("Weight of the feeling, per cent"), 0, 100, "80", 0),
  LASNA_FLAG ("weights-shown", N_ ("Show the weighted index"), 0),
  LASNA_INTEGER ("start-of-week", N_ ("First day of the week"), 1, 7, "1", 0),
  LASNA_INTEGER ("reminder-days", N_ ("Days before a reminder"), 1, 3650, "180", 0),
  LASNA_INTEGER ("silence-days", N_ ("Days before silence is noticed"), 1, 3650, "90", 0),
};

LASNA_DEFINE_RECORD (LasnaSettings, lasna_settings, "workbook", N_ ("Workbook"), properties)
