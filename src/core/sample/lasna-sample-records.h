/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records of the sample workbook that are written out one by one in data/sample.
 */
#pragma once

#include "lasna-sample-writer.h"

G_BEGIN_DECLS

const char *lasna_sample_get_text (LasnaSampleWriter *writer, JsonObject *object, const char *name);
void lasna_sample_add_records (LasnaSampleWriter *writer, const char *name);

G_END_DECLS
