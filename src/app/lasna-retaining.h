/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rule of how long names and words are kept, in a window: a reminder, a question, the deed.
 */
#pragma once

#include "lasna-window.h"

G_BEGIN_DECLS

void lasna_retaining_remind (LasnaWindow *window);
void lasna_retaining_ask (LasnaWindow *window, GtkWindow *parent);

G_END_DECLS
