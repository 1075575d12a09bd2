/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saved filter: which voices were in view, under a name.
 */
#include "config.h"

#include "lasna-saved-filter.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_POSITION (),
  LASNA_TEXT ("name", N_ ("Name"), LASNA_REQUIRED),
  LASNA_TEXT ("filter", N_ ("Voices in view"), LASNA_REQUIRED | LASNA_LONG),
};

LASNA_DEFINE_RECORD (
    LasnaSavedFilter, lasna_saved_filter, "saved_filter", N_ ("Saved view"), properties)
