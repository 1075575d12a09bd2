/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A journey as one page of HTML that needs nothing else: no script, no network.
 */
#pragma once

#include "lasna-feedback.h"

G_BEGIN_DECLS

char *lasna_journey_html_write (LasnaRecord *journey,
                                LasnaFeedback *feedback,
                                LasnaLanguage language,
                                const char *picture,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
