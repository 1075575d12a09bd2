/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The voices of the sample workbook.
 */
#pragma once

#include "lasna-sample-writer.h"

G_BEGIN_DECLS

void lasna_sample_add_voices (LasnaSampleWriter *writer);

G_END_DECLS
