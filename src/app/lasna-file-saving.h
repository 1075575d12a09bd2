/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving something as a file: the person chooses where, a thread writes, the window tells.
 */
#pragma once

#include "lasna-page.h"
#include "lasna-work-bar.h"

G_BEGIN_DECLS

/* How something becomes a file. */
typedef struct
{
  /* Runs in a thread; writes all of the file or leaves what was there. */
  gboolean (*write) (const char *path, gpointer data, GCancellable *cancellable, GError **error);
  LasnaWorkFunc get_progress; /* NULL where it takes a moment only */
  GDestroyNotify free_data;
} LasnaFileSavingKind;

void lasna_file_saving_begin (LasnaPage *page,
                              const char *title,
                              const char *ending,
                              const LasnaFileSavingKind *kind,
                              gpointer data);
void lasna_file_saving_to (LasnaPage *page,
                           const char *path,
                           const LasnaFileSavingKind *kind,
                           gpointer data);

G_END_DECLS
