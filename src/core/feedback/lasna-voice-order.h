/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In which order voices are read.
 */
#pragma once

#include "lasna-selection.h"

G_BEGIN_DECLS

typedef enum
{
  LASNA_VOICES_BY_DATE,
  LASNA_VOICES_BY_FEELING,
  LASNA_VOICES_BY_SCORE,
  LASNA_VOICES_BY_LENGTH,
  LASNA_VOICES_BY_STAGE,
  LASNA_VOICES_BY_TOUCHPOINT,
  LASNA_VOICES_BY_CHANNEL,
  LASNA_VOICES_BY_SEGMENT,
  LASNA_VOICES_BY_FOLLOW_UP,
  LASNA_VOICES_BY_MATCH, /* the whole words that are looked for, the rarest and densest first */
} LasnaVoiceOrder;

#define LASNA_N_VOICE_ORDERS (LASNA_VOICES_BY_MATCH + 1)

const char *lasna_voice_order_get_title (LasnaVoiceOrder order, gboolean descending);
GArray *lasna_voice_order_list (const LasnaSelection *selection,
                                LasnaVoiceOrder order,
                                gboolean descending,
                                LasnaLanguage language,
                                const char *search,
                                LasnaStore *store,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
