/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The short help.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWindow *lasna_help_new_window (void);

G_END_DECLS
