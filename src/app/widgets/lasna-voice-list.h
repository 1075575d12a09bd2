/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The voices that pass a filter, the newest first. Only those on screen are live records.
 */
#pragma once

#include "lasna-feedback.h"

G_BEGIN_DECLS

#define LASNA_TYPE_VOICE_LIST (lasna_voice_list_get_type ())
G_DECLARE_FINAL_TYPE (LasnaVoiceList, lasna_voice_list, LASNA, VOICE_LIST, GObject)

LasnaVoiceList *lasna_voice_list_new (LasnaFeedback *feedback) G_GNUC_WARN_UNUSED_RESULT;
gboolean
lasna_voice_list_set_filter (LasnaVoiceList *self, const LasnaFilter *filter, GError **error);
gboolean lasna_voice_list_find (LasnaVoiceList *self, gint64 id, guint *position);

G_END_DECLS
