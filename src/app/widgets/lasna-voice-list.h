/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The voices that pass a filter, the newest first. Only those on screen are live records.
 */
#pragma once

#include "lasna-feedback.h"
#include "lasna-voice-order.h"

G_BEGIN_DECLS

#define LASNA_TYPE_VOICE_LIST (lasna_voice_list_get_type ())
G_DECLARE_FINAL_TYPE (LasnaVoiceList, lasna_voice_list, LASNA, VOICE_LIST, GObject)

/* signal "renewed" (LasnaVoiceList *, const GError *): the list is what was asked for */

LasnaVoiceList *lasna_voice_list_new (LasnaFeedback *feedback) G_GNUC_WARN_UNUSED_RESULT;
void lasna_voice_list_set_filter (LasnaVoiceList *self, const LasnaFilter *filter);
void lasna_voice_list_set_order (LasnaVoiceList *self, LasnaVoiceOrder order, gboolean descending);
void lasna_voice_list_renew (LasnaVoiceList *self);
gboolean lasna_voice_list_is_busy (LasnaVoiceList *self);
gint64 lasna_voice_list_get_id (LasnaVoiceList *self, guint position);
gboolean lasna_voice_list_find (LasnaVoiceList *self, gint64 id, guint *position);

G_END_DECLS
