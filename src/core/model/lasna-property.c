/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading and checking values of properties.
 */
#include "config.h"

#include "lasna-property-private.h"

#include "lasna-error.h"
#include "lasna-record.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

gboolean
_lasna_property_is_text (const LasnaProperty *property)
{
  switch (property->type)
    {
    case LASNA_PROPERTY_TEXT:
    case LASNA_PROPERTY_TERM:
    case LASNA_PROPERTY_TERMS:
    case LASNA_PROPERTY_DATE:
    case LASNA_PROPERTY_TIME:
      return TRUE;
    case LASNA_PROPERTY_REFERENCE:
    case LASNA_PROPERTY_ATTACHMENT:
    case LASNA_PROPERTY_INTEGER:
    case LASNA_PROPERTY_NUMBER:
    case LASNA_PROPERTY_FLAG:
    default:
      return FALSE;
    }
}

char *
_lasna_property_dup_column (const LasnaProperty *property)
{
  return g_strdelimit (g_strdup (property->name), "-", '_');
}

GParamSpec *
_lasna_property_make_spec (const LasnaProperty *property)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  switch (property->type)
    {
    case LASNA_PROPERTY_REFERENCE:
      return g_param_spec_object (property->name, property->label, NULL, LASNA_TYPE_RECORD, flags);
    case LASNA_PROPERTY_ATTACHMENT:
    case LASNA_PROPERTY_INTEGER:
      return g_param_spec_int64 (
          property->name, property->label, NULL, G_MININT64, G_MAXINT64, LASNA_UNSET, flags);
    case LASNA_PROPERTY_NUMBER:
      return g_param_spec_double (
          property->name, property->label, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case LASNA_PROPERTY_FLAG:
      return g_param_spec_boolean (property->name, property->label, NULL, FALSE, flags);
    case LASNA_PROPERTY_TEXT:
    case LASNA_PROPERTY_TERM:
    case LASNA_PROPERTY_TERMS:
    case LASNA_PROPERTY_DATE:
    case LASNA_PROPERTY_TIME:
    default:
      return g_param_spec_string (property->name, property->label, NULL, NULL, flags);
    }
}

void
_lasna_value_clear (const LasnaProperty *property, LasnaValue *value)
{
  if (_lasna_property_is_text (property))
    g_free (value->text);
  _lasna_value_unset (property, value);
}

void
_lasna_value_unset (const LasnaProperty *property, LasnaValue *value)
{
  if (_lasna_property_is_text (property))
    value->text = NULL;
  else if (property->type == LASNA_PROPERTY_NUMBER)
    value->number = NAN;
  else if (property->type == LASNA_PROPERTY_INTEGER)
    value->integer = LASNA_UNSET;
  else
    value->integer = 0;
}

gboolean
_lasna_value_is_set (const LasnaProperty *property, const LasnaValue *value)
{
  if (_lasna_property_is_text (property))
    return value->text != NULL;
  if (property->type == LASNA_PROPERTY_NUMBER)
    return !isnan (value->number);
  if (property->type == LASNA_PROPERTY_INTEGER)
    return value->integer != LASNA_UNSET;
  return value->integer != 0;
}

gboolean
_lasna_value_equals (const LasnaProperty *property, const LasnaValue *one, const LasnaValue *two)
{
  if (_lasna_property_is_text (property))
    return g_strcmp0 (one->text, two->text) == 0;
  if (property->type == LASNA_PROPERTY_NUMBER)
    return one->number == two->number || (isnan (one->number) && isnan (two->number));
  return one->integer == two->integer;
}

/* Takes the value that a GObject setter gives; empty text is no text. */
void
_lasna_value_from_gvalue (const LasnaProperty *property, LasnaValue *value, const GValue *from)
{
  LasnaRecord *record;

  switch (property->type)
    {
    case LASNA_PROPERTY_REFERENCE:
      record = g_value_get_object (from);
      value->integer = record != NULL ? lasna_record_get_id (record) : 0;
      break;
    case LASNA_PROPERTY_ATTACHMENT:
    case LASNA_PROPERTY_INTEGER:
      value->integer = g_value_get_int64 (from);
      break;
    case LASNA_PROPERTY_NUMBER:
      value->number = g_value_get_double (from);
      break;
    case LASNA_PROPERTY_FLAG:
      value->integer = g_value_get_boolean (from);
      break;
    case LASNA_PROPERTY_TEXT:
    case LASNA_PROPERTY_TERM:
    case LASNA_PROPERTY_TERMS:
    case LASNA_PROPERTY_DATE:
    case LASNA_PROPERTY_TIME:
    default:
      value->text = g_value_dup_string (from);
      if (value->text != NULL && *value->text == '\0')
        g_clear_pointer (&value->text, g_free);
      break;
    }
}

/* Parses the text that a property table gives for a new record. */
void
_lasna_value_from_initial (const LasnaProperty *property, LasnaValue *value)
{
  _lasna_value_unset (property, value);
  if (property->initial == NULL)
    return;
  if (_lasna_property_is_text (property))
    value->text = g_strdup (property->initial);
  else if (property->type == LASNA_PROPERTY_NUMBER)
    value->number = g_ascii_strtod (property->initial, NULL);
  else
    value->integer = g_ascii_strtoll (property->initial, NULL, 10);
}

/* A file may hold anything: text is made UTF-8 here, the rest is checked when it is used. */
void
_lasna_value_from_column (const LasnaProperty *property,
                          LasnaValue *value,
                          LasnaStatement *statement,
                          int column)
{
  _lasna_value_unset (property, value);
  if (lasna_statement_is_null (statement, column))
    return;
  if (_lasna_property_is_text (property))
    value->text = g_utf8_make_valid (lasna_statement_get_text (statement, column), -1);
  else if (property->type == LASNA_PROPERTY_NUMBER)
    value->number = lasna_statement_get_number (statement, column);
  else
    value->integer = lasna_statement_get_integer (statement, column);
}

void
_lasna_value_bind (const LasnaProperty *property,
                   const LasnaValue *value,
                   LasnaStatement *statement,
                   int parameter)
{
  if (property->type == LASNA_PROPERTY_FLAG)
    lasna_statement_bind_integer (statement, parameter, value->integer != 0);
  else if (!_lasna_value_is_set (property, value))
    lasna_statement_bind_null (statement, parameter);
  else if (_lasna_property_is_text (property))
    lasna_statement_bind_text (statement, parameter, value->text);
  else if (property->type == LASNA_PROPERTY_NUMBER)
    lasna_statement_bind_number (statement, parameter, value->number);
  else
    lasna_statement_bind_integer (statement, parameter, value->integer);
}

static gboolean
is_date (const char *text)
{
  int year;
  int month;
  int day;
  int end = 0;

  return sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &end) == 3 && end == 10 && year > 0 &&
         g_date_valid_dmy (day, month, year);
}

static gboolean
is_time (const char *text)
{
  int hour;
  int minute;
  int second = 0;
  int end = 0;
  g_autofree char *day = g_strndup (text, 10);

  if (!is_date (day))
    return FALSE;
  if (text[10] == '\0')
    return TRUE;
  if (sscanf (text + 10, "T%2d:%2d%n", &hour, &minute, &end) != 2 || end != 6)
    return FALSE;
  if (text[16] != '\0' &&
      (sscanf (text + 16, ":%2d%n", &second, &end) != 1 || end != 3 || text[19] != '\0'))
    return FALSE;
  return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 61;
}

/* A macro, so that the compiler sees each format. */
#define REFUSE(format)                                                                             \
  do                                                                                               \
    {                                                                                              \
      g_set_error (error, LASNA_ERROR, LASNA_ERROR_RULE, format, label);                           \
      return FALSE;                                                                                \
    }                                                                                              \
  while (0)

static gboolean
is_within (const LasnaProperty *property, double number)
{
  return number >= property->minimum && number <= property->maximum;
}

static gboolean
are_terms (const LasnaProperty *property, const char *text, LasnaTermCheck known, gpointer data)
{
  g_auto (GStrv) terms = g_strsplit (text, " ", -1);

  for (guint i = 0; terms[i] != NULL; i++)
    if (!known (property->target, terms[i], data))
      return FALSE;
  return TRUE;
}

/**
 * _lasna_property_check:
 * @known: says whether a set has a term
 *
 * Returns: whether @value may stand in @property
 */
gboolean
_lasna_property_check (const LasnaProperty *property,
                       const LasnaValue *value,
                       LasnaTermCheck known,
                       gpointer data,
                       GError **error)
{
  const char *label = _ (property->label);

  if (!_lasna_value_is_set (property, value))
    {
      if (property->flags & LASNA_REQUIRED && property->type != LASNA_PROPERTY_FLAG)
        /* Translators: the name of a field, such as Title */
        REFUSE (_ ("“%s” needs a value. What was there before was kept."));
      return TRUE;
    }
  switch (property->type)
    {
    case LASNA_PROPERTY_TERM:
    case LASNA_PROPERTY_TERMS:
      if (!are_terms (property, value->text, known, data))
        REFUSE (_ ("“%s” takes one of its own choices. What was there before was kept."));
      break;
    case LASNA_PROPERTY_DATE:
      if (!is_date (value->text))
        REFUSE (_ ("“%s” takes a day. What was there before was kept."));
      break;
    case LASNA_PROPERTY_TIME:
      if (!is_time (value->text))
        REFUSE (_ ("“%s” takes a day and a time. What was there before was kept."));
      break;
    case LASNA_PROPERTY_INTEGER:
      if (!is_within (property, (double) value->integer))
        REFUSE (_ ("“%s” cannot be that large or small. What was there before was kept."));
      break;
    case LASNA_PROPERTY_NUMBER:
      if (!isfinite (value->number) || !is_within (property, value->number))
        REFUSE (_ ("“%s” cannot be that large or small. What was there before was kept."));
      break;
    case LASNA_PROPERTY_TEXT:
    case LASNA_PROPERTY_REFERENCE:
    case LASNA_PROPERTY_ATTACHMENT:
    case LASNA_PROPERTY_FLAG:
    default:
      break;
    }
  return TRUE;
}
