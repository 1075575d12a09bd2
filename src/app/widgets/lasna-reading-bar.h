/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A thin line that moves while feedback is being read.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LASNA_TYPE_READING_BAR (lasna_reading_bar_get_type ())
G_DECLARE_FINAL_TYPE (LasnaReadingBar, lasna_reading_bar, LASNA, READING_BAR, AdwBin)

void lasna_reading_bar_set_busy (LasnaReadingBar *self, gboolean busy);

G_END_DECLS
