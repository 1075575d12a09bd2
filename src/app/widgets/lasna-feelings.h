/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a voice felt, answered and was about, in words and signs.
 */
#pragma once

#include "lasna-palette.h"
#include "lasna-voice.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

typedef struct
{
  char *label;
  LasnaInk ink;          /* of its cluster; LASNA_INK_NONE for a word of no cluster */
  int intensity;         /* 1 to 3; 0 for no feeling */
  char *code;            /* (nullable) of a word of the catalogue or of one's own */
  gint64 word;           /* the id of its label; 0 for no feeling */
  gboolean is_suggested; /* by a program; nobody has confirmed it */
} LasnaFeeling;

GArray *lasna_feelings_list (LasnaVoice *voice) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_feelings_dup_words (GArray *feelings) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_feelings_dup_answers (LasnaVoice *voice, gboolean whole) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_feelings_dup_place (LasnaVoice *voice, const char *property) G_GNUC_WARN_UNUSED_RESULT;
gboolean lasna_feelings_are_destroying (GArray *feelings);

G_END_DECLS
