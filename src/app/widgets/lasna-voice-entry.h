/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing down what a customer said, by keyboard alone.
 */
#pragma once

#include <gtk/gtk.h>

#include "lasna-voice.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

#define LASNA_TYPE_VOICE_ENTRY (lasna_voice_entry_get_type ())
G_DECLARE_FINAL_TYPE (LasnaVoiceEntry, lasna_voice_entry, LASNA, VOICE_ENTRY, GtkWidget)

void lasna_voice_entry_begin (LasnaVoiceEntry *self, LasnaWorkbook *workbook, LasnaRecord *journey);
void lasna_voice_entry_set_stage (LasnaVoiceEntry *self, gint64 stage);
gboolean lasna_voice_entry_has_stage (LasnaVoiceEntry *self);
void lasna_voice_entry_set_offering (LasnaVoiceEntry *self, gboolean offering);
LasnaVoice *lasna_voice_entry_save (LasnaVoiceEntry *self,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
