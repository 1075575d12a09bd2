/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A question before what cannot be undone. Nothing else in the program asks whether it is meant.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void lasna_confirm_async (GtkWindow *parent,
                          const char *question,
                          const char *consequence,
                          const char *deed,
                          GAsyncReadyCallback callback,
                          gpointer data);
gboolean lasna_confirm_finish (GAsyncResult *result);

G_END_DECLS
