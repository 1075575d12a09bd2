/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filled-in checklists of the sample workbook.
 */
#pragma once

#include "lasna-sample-writer.h"

G_BEGIN_DECLS

void lasna_sample_add_run (LasnaSampleWriter *writer, JsonObject *object);

G_END_DECLS
