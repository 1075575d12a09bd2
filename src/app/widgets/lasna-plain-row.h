/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of a boxed list that is there to be chosen: a title, words below it, a word at its end.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *lasna_plain_row_new (const char *title, const char *subtitle, const char *end);

G_END_DECLS
