/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names that came with imports and that nobody has assigned yet.
 */
#pragma once

#include <gtk/gtk.h>

#include "lasna-feedback.h"

G_BEGIN_DECLS

#define LASNA_TYPE_VOICE_NAMES (lasna_voice_names_get_type ())
G_DECLARE_FINAL_TYPE (LasnaVoiceNames, lasna_voice_names, LASNA, VOICE_NAMES, GtkWidget)

/* signal "refused" (LasnaVoiceNames *, const GError *): it could not be done */
/* signal "done" (LasnaVoiceNames *): names were assigned, in one step */

guint lasna_voice_names_show (LasnaVoiceNames *self, LasnaFeedback *feedback);
guint lasna_voice_names_count (LasnaFeedback *feedback);

G_END_DECLS
