/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Own checklist: a row of checklist_template.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_CHECKLIST_TEMPLATE (lasna_checklist_template_get_type ())
LASNA_DECLARE_RECORD (LasnaChecklistTemplate, lasna_checklist_template, CHECKLIST_TEMPLATE)

G_END_DECLS
