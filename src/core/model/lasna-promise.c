/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Promise.
 */
#include "config.h"

#include "lasna-promise.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE ("service", N_ ("Service"), "service", LASNA_REQUIRED | LASNA_OWNER),
  LASNA_TEXT ("sentence", N_ ("Promise in one sentence"), LASNA_REQUIRED | LASNA_LONG),
  LASNA_TEXT ("why", N_ ("Why this promise"), LASNA_LONG),
  LASNA_DATE ("valid-from", N_ ("Valid from"), 0),
  LASNA_DATE ("valid-to", N_ ("Valid to"), 0),
};

LASNA_DEFINE_RECORD (LasnaPromise, lasna_promise, "promise", N_ ("Promise"), properties)
