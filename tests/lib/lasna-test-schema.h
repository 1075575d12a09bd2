/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schema of a later version.
 */
#pragma once

#include "lasna-schema.h"

G_BEGIN_DECLS

const LasnaSchema *lasna_test_schema_get_next (void);

G_END_DECLS
