/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A voice in the list: first words, signs of its feelings, day, stage, answers.
 */
#pragma once

#include <gtk/gtk.h>

#include "lasna-voice.h"

G_BEGIN_DECLS

#define LASNA_TYPE_VOICE_ROW (lasna_voice_row_get_type ())
G_DECLARE_FINAL_TYPE (LasnaVoiceRow, lasna_voice_row, LASNA, VOICE_ROW, GtkWidget)

GtkWidget *lasna_voice_row_new (void);
void lasna_voice_row_set_voice (LasnaVoiceRow *self, LasnaVoice *voice);
void lasna_voice_row_set_search (LasnaVoiceRow *self, const char *text);

G_END_DECLS
