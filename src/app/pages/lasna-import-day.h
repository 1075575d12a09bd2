/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The day of voices whose file tells none.
 */
#pragma once

#include "lasna-workbook.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *lasna_import_day_new (GtkWidget *drop_down, LasnaWorkbook *workbook);
void lasna_import_day_add (GListStore *options, const char *day);

G_END_DECLS
