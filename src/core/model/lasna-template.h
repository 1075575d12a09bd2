/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records made from the templates of the catalogue.
 */
#pragma once

#include "lasna-workbook.h"

G_BEGIN_DECLS

gpointer lasna_template_add_journey (LasnaWorkbook *workbook,
                                     LasnaRecord *service,
                                     const char *template_id,
                                     LasnaLanguage language,
                                     GError **error);

G_END_DECLS
