/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where words may be parted: soft hyphens by the rules of a language.
 */
#pragma once

#include "lasna-words.h"

G_BEGIN_DECLS

typedef struct _LasnaHyphen LasnaHyphen;

LasnaHyphen *lasna_hyphen_new (LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;
void lasna_hyphen_free (LasnaHyphen *self);
char *lasna_hyphen_dup_text (LasnaHyphen *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaHyphen, lasna_hyphen_free)

G_END_DECLS
