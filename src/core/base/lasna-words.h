/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words by language rather than by locale: one process prints a page in three languages, on
 * machines that have one locale or none.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LASNA_LANGUAGE_EN,
  LASNA_LANGUAGE_FI,
  LASNA_LANGUAGE_SV,
} LasnaLanguage;

#define LASNA_N_LANGUAGES 3

const char *lasna_language_to_code (LasnaLanguage language);
gboolean lasna_language_from_code (const char *code, LasnaLanguage *language);
LasnaLanguage lasna_language_of_locale (void);

const char *lasna_words (LasnaLanguage language, const char *msgid) G_GNUC_FORMAT (2);
const char *
lasna_words_plural (LasnaLanguage language, const char *msgid, const char *plural, gulong n)
    G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);
const char *lasna_words_context (LasnaLanguage language, const char *context, const char *msgid);

char *lasna_words_date (LasnaLanguage language, const char *date) G_GNUC_WARN_UNUSED_RESULT;
char *
lasna_words_number (LasnaLanguage language, double value, int decimals) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_words_count (LasnaLanguage language, guint64 n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
