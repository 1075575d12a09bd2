/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sample: the workbook of a wilderness lodge.
 */
#pragma once

#include "lasna-workbook.h"

G_BEGIN_DECLS

gboolean lasna_lodge_fill (LasnaWorkbook *workbook, LasnaLanguage language, GError **error);

G_END_DECLS
