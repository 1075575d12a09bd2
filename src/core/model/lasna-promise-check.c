/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Promise check.
 */
#include "config.h"

#include "lasna-promise-check.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE ("touchpoint", N_ ("Touchpoint"), "touchpoint", LASNA_REQUIRED | LASNA_OWNER),
  LASNA_TERM ("mode", N_ ("Pictures, words or deeds"), "promise-mode", NULL, LASNA_REQUIRED),
  LASNA_TERM ("state", N_ ("State"), "promise-state", "promise-state.not-checked", LASNA_REQUIRED),
  LASNA_TEXT ("evidence", N_ ("Evidence"), LASNA_LONG),
  LASNA_ATTACHMENT ("attachment", N_ ("File"), 0),
  LASNA_DATE ("checked-at", N_ ("Checked"), 0),
  LASNA_TEXT ("checked-by", N_ ("Checked by"), LASNA_PERSONAL),
};

LASNA_DEFINE_RECORD (
    LasnaPromiseCheck, lasna_promise_check, "promise_check", N_ ("Promise check"), properties)
