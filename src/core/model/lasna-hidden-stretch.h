/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hidden stretch: a row of hidden_stretch.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_HIDDEN_STRETCH (lasna_hidden_stretch_get_type ())
LASNA_DECLARE_RECORD (LasnaHiddenStretch, lasna_hidden_stretch, HIDDEN_STRETCH)

const char *lasna_hidden_stretch_get_confidence (LasnaHiddenStretch *self);

G_END_DECLS
