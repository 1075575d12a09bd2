/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Long words in narrow places.
 */
#pragma once

#include "lasna-words.h"

G_BEGIN_DECLS

char *lasna_parting_dup (LasnaLanguage language, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
