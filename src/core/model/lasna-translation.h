/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Translation: a row of translation.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_TRANSLATION (lasna_translation_get_type ())
LASNA_DECLARE_RECORD (LasnaTranslation, lasna_translation, TRANSLATION)

G_END_DECLS
