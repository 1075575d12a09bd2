/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a voice has several of: answers and feelings. And the labels through which a voice refers to
 * places and emotions.
 */
#pragma once

#include "lasna-label.h"
#include "lasna-question.h"
#include "lasna-voice.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 question;
  double raw;
} LasnaVoiceScore;

typedef struct
{
  LasnaLabel *label; /* owned */
  int intensity;     /* 1 to 3 */
  gboolean is_confirmed;
} LasnaVoiceEmotion;

gboolean lasna_voice_set_score (LasnaVoice *self, LasnaQuestion *question, double raw);
GArray *lasna_voice_get_scores (LasnaVoice *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean lasna_voice_set_emotion (LasnaVoice *self,
                                  LasnaLabel *emotion,
                                  int intensity,
                                  gboolean is_confirmed);
GArray *lasna_voice_get_emotions (LasnaVoice *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean lasna_voice_set_place (LasnaVoice *self, const char *property, LasnaRecord *place);
LasnaRecord *lasna_voice_get_place (LasnaVoice *self,
                                    const char *property) G_GNUC_WARN_UNUSED_RESULT;

LasnaLabel *lasna_label_take_record (LasnaWorkbook *workbook, LasnaRecord *record);
LasnaLabel *lasna_label_take_code (LasnaWorkbook *workbook, const char *kind, const char *code);
LasnaLabel *lasna_label_take_text (LasnaWorkbook *workbook, const char *kind, const char *text);

G_END_DECLS
