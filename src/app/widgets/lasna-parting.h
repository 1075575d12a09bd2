/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Long words in narrow places.
 */
#pragma once

#include "lasna-words.h"

G_BEGIN_DECLS

/* Stands between the parts of a line; a line may end after it, but not begin with it. */
#define LASNA_PARTING_DOT "\302\240· "

char *lasna_parting_dup (LasnaLanguage language, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
