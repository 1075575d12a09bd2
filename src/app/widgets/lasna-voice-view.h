/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One voice, large: the words; apart from them what was read between the lines; what was felt.
 */
#pragma once

#include <gtk/gtk.h>

#include "lasna-voice.h"

G_BEGIN_DECLS

#define LASNA_TYPE_VOICE_VIEW (lasna_voice_view_get_type ())
G_DECLARE_FINAL_TYPE (LasnaVoiceView, lasna_voice_view, LASNA, VOICE_VIEW, GtkWidget)

void lasna_voice_view_set_voice (LasnaVoiceView *self, LasnaVoice *voice);
void lasna_voice_view_set_search (LasnaVoiceView *self, const char *text);
void lasna_voice_view_choose_feelings (LasnaVoiceView *self);
void lasna_voice_view_confirm_feelings (LasnaVoiceView *self);
void lasna_voice_view_set_offering (LasnaVoiceView *self, gboolean offering);

G_END_DECLS
