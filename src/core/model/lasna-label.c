/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Label.
 */
#include "config.h"

#include "lasna-label.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_TERM ("kind", N_ ("Kind"), "label-kind", NULL, LASNA_REQUIRED),
  LASNA_TEXT ("text", N_ ("Text"), LASNA_REQUIRED),
  LASNA_INTEGER ("record", N_ ("Record"), 0, G_MAXINT64, NULL, 0),
  LASNA_TEXT ("code", N_ ("Code"), 0),
};

LASNA_DEFINE_RECORD (LasnaLabel, lasna_label, "label", N_ ("Label"), properties)
