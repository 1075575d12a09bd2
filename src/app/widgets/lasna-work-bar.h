/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Work that takes its time: how far it is, and a button to stop it.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LASNA_TYPE_WORK_BAR (lasna_work_bar_get_type ())
G_DECLARE_FINAL_TYPE (LasnaWorkBar, lasna_work_bar, LASNA, WORK_BAR, AdwBin)

/* Returns how far the work is, from 0 to 1; it may give a new @sentence about it. */
typedef double (*LasnaWorkFunc) (gpointer data, char **sentence);

GtkWidget *lasna_work_bar_new (const char *sentence,
                               LasnaWorkFunc func,
                               gpointer data,
                               GCancellable *cancellable);
void lasna_work_bar_end (LasnaWorkBar *self);

G_END_DECLS
