/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was heard on a journey, taken from the figures of its feedback.
 */
#pragma once

#include "lasna-heard.h"
#include "lasna-journey-figures.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

LasnaHeard *lasna_heard_gather (LasnaWorkbook *workbook,
                                const LasnaJourneyFigures *figures,
                                LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
