/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The property that names a record, found by what such properties are called.
 */
#include "config.h"

#include "lasna-heading.h"

#include "lasna-kinds.h"
#include "lasna-workbook.h"

#include <glib/gi18n-lib.h>

/* The property that names records of the kind; NULL where none does. */
static const char *
get_property (LasnaRecordClass *klass)
{
  static const char *const names[] = {
    "title", "name",  "display-name", "name-or-role", "sentence",    "question", "assumption",
    "text",  "label", "emotion",      "channel",      "received-at", "date",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (lasna_kinds_find_property (klass, names[i]) != NULL)
      return names[i];
  return NULL;
}

/**
 * lasna_heading_dup:
 *
 * Returns: (transfer full): what the record is called; the name of its kind where it has no own
 */
char *
lasna_heading_dup (LasnaRecord *record)
{
  LasnaRecordClass *klass = LASNA_RECORD_GET_CLASS (record);
  const char *name = get_property (klass);
  const LasnaProperty *property = name != NULL ? lasna_kinds_find_property (klass, name) : NULL;

  if (property == NULL || property->type == LASNA_PROPERTY_REFERENCE ||
      !lasna_record_is_set (record, name))
    return g_strdup (_ (klass->label));
  if (property->type == LASNA_PROPERTY_TERM)
    return g_strdup (lasna_record_get_term_label (record, name, lasna_language_of_locale ()));
  return g_strdup (lasna_record_get_text (record, name));
}
