/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step along a thread.
 */
#include "config.h"

#include "lasna-thread-pull.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE ("thread", N_ ("Thread"), "thread", LASNA_REQUIRED | LASNA_OWNER),
  LASNA_DATE ("date", N_ ("Date"), LASNA_REQUIRED),
  LASNA_TEXT ("note", N_ ("Note"), LASNA_REQUIRED | LASNA_LONG),
};

LASNA_DEFINE_RECORD (
    LasnaThreadPull, lasna_thread_pull, "thread_pull", N_ ("Step along a thread"), properties)
