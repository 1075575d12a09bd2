/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of the window, in the order of the sidebar.
 */
#pragma once

#include "lasna-workbook.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;
  const char *title; /* untranslated */
  const char *icon;
  GType (*get_type) (void);
  guint (*count) (
      LasnaWorkbook *workbook); /* (nullable): what waits on the page, shown beside it */
} LasnaPageInfo;

const LasnaPageInfo *lasna_pages_get (guint *n_pages);

G_END_DECLS
