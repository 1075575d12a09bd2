/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Import: a row of batch.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_BATCH (lasna_batch_get_type ())
LASNA_DECLARE_RECORD (LasnaBatch, lasna_batch, BATCH)

G_END_DECLS
