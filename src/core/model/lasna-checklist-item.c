/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checklist item.
 */
#include "config.h"

#include "lasna-checklist-item.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE (
      "template", N_ ("Checklist"), "checklist_template", LASNA_REQUIRED | LASNA_OWNER),
  LASNA_POSITION (),
  LASNA_TEXT ("code", N_ ("Code"), LASNA_REQUIRED),
  LASNA_TEXT ("text", N_ ("Text"), LASNA_REQUIRED | LASNA_LONG | LASNA_TEMPLATE),
  LASNA_TEXT ("why", N_ ("Why it matters"), LASNA_LONG | LASNA_TEMPLATE),
  LASNA_TEXT ("how-to-check", N_ ("How to check"), LASNA_LONG | LASNA_TEMPLATE),
  LASNA_TEXT ("tags", N_ ("Tags"), 0),
  LASNA_TEXT ("template-id", N_ ("Template"), 0),
  LASNA_FLAG ("hidden", N_ ("Hidden"), 0),
};

LASNA_DEFINE_RECORD (
    LasnaChecklistItem, lasna_checklist_item, "checklist_item", N_ ("Checklist item"), properties)
