/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values of properties, for the base class alone.
 */
#pragma once

#include "lasna-property.h"
#include "lasna-statement.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef union
{
  char *text;
  gint64 integer; /* also the id of a reference; 0 refers to nothing */
  double number;
} LasnaValue;

typedef gboolean (*LasnaTermCheck) (const char *set, const char *term, gpointer data);

gboolean _lasna_property_is_text (const LasnaProperty *property);
char *_lasna_property_dup_column (const LasnaProperty *property) G_GNUC_WARN_UNUSED_RESULT;
GParamSpec *_lasna_property_make_spec (const LasnaProperty *property) G_GNUC_WARN_UNUSED_RESULT;
gboolean _lasna_property_check (const LasnaProperty *property,
                                const LasnaValue *value,
                                LasnaTermCheck known,
                                gpointer data,
                                GError **error);

void _lasna_value_unset (const LasnaProperty *property, LasnaValue *value);
void _lasna_value_clear (const LasnaProperty *property, LasnaValue *value);
gboolean _lasna_value_is_set (const LasnaProperty *property, const LasnaValue *value);
gboolean
_lasna_value_equals (const LasnaProperty *property, const LasnaValue *one, const LasnaValue *two);
void
_lasna_value_from_gvalue (const LasnaProperty *property, LasnaValue *value, const GValue *from);
void _lasna_value_from_initial (const LasnaProperty *property, LasnaValue *value);
void _lasna_value_from_column (const LasnaProperty *property,
                               LasnaValue *value,
                               LasnaStatement *statement,
                               int column);
void _lasna_value_bind (const LasnaProperty *property,
                        const LasnaValue *value,
                        LasnaStatement *statement,
                        int parameter);

G_END_DECLS
