/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the inspector parts the properties and parts of a record: the most used first.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *table;      /* of the records it is about */
  const char *title;      /* untranslated; NULL for the first, which is always open */
  const char *properties; /* separated by spaces */
  const char *children;   /* the table of parts whose properties these are; NULL: own ones */
  const char *owner;      /* of the parts: the property that refers to the record */
} LasnaSection;

const LasnaSection *lasna_sections_get (guint *n_sections);
gboolean lasna_sections_name (const char *table, const char *property);

G_END_DECLS
