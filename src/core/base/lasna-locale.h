/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The language this process speaks through gettext: that of the person, also on a machine that has
 * no locale installed but C.UTF-8.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void lasna_locale_set_up (void);
void lasna_locale_set_language (const char *code);

G_END_DECLS
