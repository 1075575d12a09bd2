/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The feedback that the pages of a workbook share: loaded once, in a thread.
 */
#pragma once

#include "lasna-feedback.h"
#include "lasna-heard.h"

G_BEGIN_DECLS

LasnaFeedback *lasna_hearing_ref (LasnaWorkbook *workbook) G_GNUC_WARN_UNUSED_RESULT;
gboolean lasna_hearing_is_first_load (LasnaFeedback *feedback);
LasnaHeard *lasna_hearing_get_heard (LasnaFeedback *feedback,
                                     LasnaRecord *journey,
                                     LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
