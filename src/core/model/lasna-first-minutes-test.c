/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * First minutes test.
 */
#include "config.h"

#include "lasna-first-minutes-test.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE ("touchpoint", N_ ("Touchpoint"), "touchpoint", LASNA_REQUIRED | LASNA_OWNER),
  LASNA_DATE ("date", N_ ("Date"), LASNA_REQUIRED),
  LASNA_TEXT ("observer", N_ ("Observer"), LASNA_PERSONAL),
  LASNA_TEXT ("tester", N_ ("Tester"), LASNA_PERSONAL),
  LASNA_INTEGER ("seconds-watched", N_ ("Seconds watched"), 0, 86400, NULL, 0),
  LASNA_TEXT ("understood-for-whom", N_ ("Understood for whom"), LASNA_LONG),
  LASNA_INTEGER ("key-messages-met", N_ ("Key messages met"), 0, 3, NULL, 0),
  LASNA_TEXT ("hesitations", N_ ("Hesitations"), LASNA_LONG),
  LASNA_TERM ("left-feeling", N_ ("Feeling left"), "emotion", NULL, 0),
};

LASNA_DEFINE_RECORD (LasnaFirstMinutesTest,
                     lasna_first_minutes_test,
                     "first_minutes_test",
                     N_ ("First minutes test"),
                     properties)
