/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Thread.
 */
#include "config.h"

#include "lasna-thread.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_TEXT ("question", N_ ("Question"), LASNA_REQUIRED | LASNA_LONG),
  LASNA_DATE ("opened-at", N_ ("Opened"), 0),
  LASNA_TEXT ("answer", N_ ("Answer"), LASNA_LONG),
  LASNA_TERM ("state", N_ ("State"), "thread-state", "thread.open", 0),
};

LASNA_DEFINE_RECORD (LasnaThread, lasna_thread, "thread", N_ ("Thread"), properties)
