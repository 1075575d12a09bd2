/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bringing in the answers of a survey: what the file is, what its columns become, what is open.
 */
#pragma once

#include <gtk/gtk.h>

#include "lasna-workbook.h"

G_BEGIN_DECLS

#define LASNA_TYPE_IMPORT_ASSISTANT (lasna_import_assistant_get_type ())
G_DECLARE_FINAL_TYPE (
    LasnaImportAssistant, lasna_import_assistant, LASNA, IMPORT_ASSISTANT, GtkWidget)

void lasna_import_assistant_begin (LasnaImportAssistant *self,
                                   LasnaWorkbook *workbook,
                                   LasnaRecord *journey,
                                   const char *path);

G_END_DECLS
