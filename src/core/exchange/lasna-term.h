/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values of closed lists and emotions, recognised by the words that files have for them.
 */
#pragma once

#include "lasna-catalogue.h"

G_BEGIN_DECLS

const char *lasna_term_recognise (const char *set, const char *text);
gboolean lasna_term_recognise_task (const char *text, int *value);

/* One feeling out of a cell of several. */
typedef struct
{
  char *text;            /* as it came, without its strength */
  const char *code;      /* of the emotion; NULL where the word is not known */
  int intensity;         /* 1 to 3 */
  gboolean is_suggested; /* "(2)?": by a program, and nobody has agreed */
} LasnaFeelingWord;

GArray *lasna_term_read_emotions (const char *text,
                                  GHashTable *known,
                                  gboolean *no_feeling) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
