/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Feedback: the voices, reading them, writing one down, bringing many in.
 */
#pragma once

#include "lasna-page.h"

G_BEGIN_DECLS

#define LASNA_TYPE_FEEDBACK_PAGE (lasna_feedback_page_get_type ())
G_DECLARE_FINAL_TYPE (LasnaFeedbackPage, lasna_feedback_page, LASNA, FEEDBACK_PAGE, LasnaPage)

G_END_DECLS
