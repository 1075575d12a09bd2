/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making the file of a workbook: whole or not at all.
 */
#pragma once

#include "lasna-workbook.h"

G_BEGIN_DECLS

typedef enum
{
  LASNA_MAKING_REPLACE = 1 << 0, /* a file that is there already gives way */
  LASNA_MAKING_SAMPLE = 1 << 1,  /* the sample instead of a template */
} LasnaMakingFlags;

gboolean lasna_making_create (const char *path,
                              LasnaMakingFlags flags,
                              const char *template_id,
                              LasnaLanguage language,
                              LasnaClock *clock,
                              GError **error);

G_END_DECLS
