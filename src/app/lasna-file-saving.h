/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving something as a file: the person chooses where, a thread writes, the window tells.
 */
#pragma once

#include "lasna-page.h"

G_BEGIN_DECLS

/* Runs in a thread; writes all of the file or leaves what was there. */
typedef gboolean (*LasnaFileSavingFunc) (const char *path, gpointer data, GError **error);

void lasna_file_saving_begin (LasnaPage *page,
                              const char *title,
                              const char *ending,
                              LasnaFileSavingFunc func,
                              gpointer data,
                              GDestroyNotify destroy);
void lasna_file_saving_to (LasnaPage *page,
                           const char *path,
                           LasnaFileSavingFunc func,
                           gpointer data,
                           GDestroyNotify destroy);

G_END_DECLS
