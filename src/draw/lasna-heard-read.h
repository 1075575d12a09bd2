/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was heard, from the figures of the feedback.
 */
#pragma once

#include "lasna-feedback.h"
#include "lasna-heard.h"

G_BEGIN_DECLS

LasnaHeard *lasna_heard_read (LasnaWorkbook *workbook,
                              const LasnaJourneyFigures *figures,
                              LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
