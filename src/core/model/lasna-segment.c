/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Customer segment.
 */
#include "config.h"

#include "lasna-segment.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_POSITION (),
  LASNA_TEXT ("name", N_ ("Name"), LASNA_REQUIRED),
  LASNA_TERM ("digital-lifestyle", N_ ("Digital lifestyle"), "lifestyle", NULL, 0),
  LASNA_FLAG ("is-target-group", N_ ("Target group"), 0),
  LASNA_TEXT ("expectations", N_ ("Expectations"), LASNA_LONG),
  LASNA_TEXT ("type-note", N_ ("What kind of customers"), LASNA_LONG),
  LASNA_TEXT ("location", N_ ("Location"), 0),
  LASNA_TEXT ("online-behaviour", N_ ("Online behaviour"), LASNA_LONG),
  LASNA_TEXT ("interests", N_ ("Interests"), LASNA_LONG),
  LASNA_INTEGER ("skill", N_ ("Skill"), 1, 3, NULL, 0),
  LASNA_TEXT ("access-needs", N_ ("Access needs"), LASNA_LONG),
  LASNA_TEXT ("languages", N_ ("Languages"), 0),
  LASNA_INTEGER ("share-percent", N_ ("Share, per cent"), 0, 100, NULL, 0),
};

LASNA_DEFINE_RECORD (LasnaSegment, lasna_segment, "segment", N_ ("Customer segment"), properties)
