/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the pages of a window know of the feedback: loaded once, in a thread, and shared.
 */
#pragma once

#include "lasna-journey-figures.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

#define LASNA_TYPE_HEARING (lasna_hearing_get_type ())
G_DECLARE_FINAL_TYPE (LasnaHearing, lasna_hearing, LASNA, HEARING, GObject)

LasnaHearing *lasna_hearing_ref (LasnaWorkbook *workbook) G_GNUC_WARN_UNUSED_RESULT;
gboolean lasna_hearing_is_first_load (LasnaHearing *self);
LasnaJourneyFigures *lasna_hearing_get_figures (LasnaHearing *self,
                                                LasnaRecord *journey) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
