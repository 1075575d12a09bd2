/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Snapshot.
 */
#include "config.h"

#include "lasna-snapshot.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE ("journey", N_ ("Journey"), "journey", LASNA_REQUIRED | LASNA_OWNER),
  LASNA_TEXT ("name", N_ ("Name"), LASNA_REQUIRED),
  LASNA_DATE ("date", N_ ("Date"), LASNA_REQUIRED),
  LASNA_TEXT ("content", N_ ("Content"), LASNA_REQUIRED | LASNA_LONG),
};

LASNA_DEFINE_RECORD (LasnaSnapshot, lasna_snapshot, "snapshot", N_ ("Snapshot"), properties)
