/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The feedback of an open workbook: columns that are loaded when somebody needs them and renewed
 * when the workbook changes. Belongs to the thread of its workbook.
 */
#pragma once

#include "lasna-journey-figures.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

#define LASNA_TYPE_FEEDBACK (lasna_feedback_get_type ())
G_DECLARE_FINAL_TYPE (LasnaFeedback, lasna_feedback, LASNA, FEEDBACK, GObject)

/* signal "changed" (LasnaFeedback *): other columns hold now */

LasnaFeedback *lasna_feedback_new (LasnaWorkbook *workbook) G_GNUC_WARN_UNUSED_RESULT;
LasnaWorkbook *lasna_feedback_get_workbook (LasnaFeedback *self);

gboolean lasna_feedback_load (LasnaFeedback *self, GError **error);
void lasna_feedback_load_async (LasnaFeedback *self);
void lasna_feedback_keep_async (LasnaFeedback *self);
gboolean lasna_feedback_is_loading (LasnaFeedback *self);
LasnaColumns *lasna_feedback_get_columns (LasnaFeedback *self);

LasnaSelection *lasna_feedback_select (LasnaFeedback *self,
                                       const LasnaFilter *filter,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
LasnaJourneyFigures *lasna_feedback_get_journey (LasnaFeedback *self,
                                                 LasnaRecord *journey,
                                                 const LasnaFilter *filter,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
