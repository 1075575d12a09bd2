/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Label: a row of label.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_LABEL (lasna_label_get_type ())
LASNA_DECLARE_RECORD (LasnaLabel, lasna_label, LABEL)

G_END_DECLS
