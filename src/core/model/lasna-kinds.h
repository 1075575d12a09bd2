/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The kinds of record, parents before children.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

guint lasna_kinds_get_n (void);
GType lasna_kinds_get_type (guint index);
GType lasna_kinds_lookup (const char *table);
LasnaRecordClass *lasna_kinds_get_class (guint index);
const LasnaProperty *lasna_kinds_find_property (LasnaRecordClass *klass, const char *name);

G_END_DECLS
