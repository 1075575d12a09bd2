/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The voices in view as a table for other programs.
 */
#pragma once

#include "lasna-page.h"

G_BEGIN_DECLS

void lasna_voice_saving_add_actions (LasnaPage *page);

G_END_DECLS
