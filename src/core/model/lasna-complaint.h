/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Complaint: a row of complaint.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_COMPLAINT (lasna_complaint_get_type ())
LASNA_DECLARE_RECORD (LasnaComplaint, lasna_complaint, COMPLAINT)

gboolean lasna_complaint_is_closed (LasnaComplaint *self);
double lasna_complaint_get_response_hours (LasnaComplaint *self);
gboolean lasna_complaint_is_late (LasnaComplaint *self);

G_END_DECLS
