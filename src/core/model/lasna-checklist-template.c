/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Own checklist.
 */
#include "config.h"

#include "lasna-checklist-template.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_TEXT ("code", N_ ("Code"), LASNA_REQUIRED),
  LASNA_INTEGER ("version", N_ ("Version"), 1, 1000000, "1", 0),
  LASNA_TEXT ("title", N_ ("Title"), LASNA_REQUIRED | LASNA_TEMPLATE),
  LASNA_TEXT ("intro", N_ ("Introduction"), LASNA_LONG | LASNA_TEMPLATE),
  LASNA_TERM ("scale", N_ ("Scale"), "scale", "scale.realised", LASNA_REQUIRED),
  LASNA_TERM ("cadence", N_ ("How often"), "cadence", NULL, 0),
  LASNA_TERM ("setting", N_ ("Setting"), "setting", NULL, 0),
  LASNA_TERMS ("contact-situations", N_ ("Contact situations"), "contact-situation", 0),
  LASNA_TEXT ("stages", N_ ("Stages"), 0),
  LASNA_TEXT ("template-id", N_ ("Template"), 0),
};

LASNA_DEFINE_RECORD (LasnaChecklistTemplate,
                     lasna_checklist_template,
                     "checklist_template",
                     N_ ("Own checklist"),
                     properties)
