/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A journey as a grid, as people keep it in a spreadsheet: a row for each lane, a column for each
 * stage; for files and for the clipboard.
 */
#pragma once

#include "lasna-workbook.h"

G_BEGIN_DECLS

char *lasna_journey_grid_write (LasnaRecord *journey,
                                char delimiter,
                                LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;
gpointer lasna_journey_grid_read (LasnaWorkbook *workbook,
                                  LasnaRecord *journey,
                                  const char *text,
                                  gsize length,
                                  const char *name,
                                  GError **error);

G_END_DECLS
