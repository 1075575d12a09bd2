/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks a workbook over: the file, what refers to what, and every value.
 */
#pragma once

#include "lasna-workbook.h"

G_BEGIN_DECLS

typedef struct
{
  const char *table; /* static; NULL: the file as a whole */
  gint64 id;         /* of the row; 0 where it has none */
  char *sentence;    /* translated */
} LasnaFinding;

GPtrArray *lasna_check_workbook (LasnaWorkbook *workbook, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
