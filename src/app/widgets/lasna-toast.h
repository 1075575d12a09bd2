/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sentence that comes up for a few seconds at the lower edge of the window.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LASNA_TYPE_TOAST (lasna_toast_get_type ())
G_DECLARE_FINAL_TYPE (LasnaToast, lasna_toast, LASNA, TOAST, AdwBin)

void
lasna_toast_show (LasnaToast *self, const char *sentence, const char *button, const char *action);
void lasna_toast_offer_more (LasnaToast *self, const char *button, const char *action);
gboolean lasna_toast_withdraw (LasnaToast *self);
void lasna_toast_hide (LasnaToast *self);

G_END_DECLS
