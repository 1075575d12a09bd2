/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * FIELD=COLUMN and KEY=VALUE, checked as far as that needs no file.
 */
#include "config.h"

#include "lasna-import-options.h"

#include "lasna-catalogue.h"
#include "lasna-date-reader.h"
#include "lasna-dialect.h"
#include "lasna-encoding.h"
#include "lasna-error.h"
#include "lasna-fold.h"
#include "lasna-number-reader.h"
#include "lasna-term.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

struct _LasnaImportOptions
{
  GArray *choices;       /* (element-type LasnaColumnChoice) */
  GHashTable *settings;  /* from key to value */
  GHashTable *questions; /* from a folded text to the id of a field, or "skip" */
  gboolean asks_for_day;
};

static void
clear_choice (gpointer choice)
{
  g_free (((LasnaColumnChoice *) choice)->column);
}

LasnaImportOptions *
lasna_import_options_new (void)
{
  LasnaImportOptions *self = g_new0 (LasnaImportOptions, 1);

  self->choices = g_array_new (FALSE, FALSE, sizeof (LasnaColumnChoice));
  g_array_set_clear_func (self->choices, clear_choice);
  self->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->questions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
lasna_import_options_free (LasnaImportOptions *self)
{
  g_array_unref (self->choices);
  g_hash_table_unref (self->settings);
  g_hash_table_unref (self->questions);
  g_free (self);
}

static gboolean
fail (GError **error, const char *text)
{
  g_set_error (
      error,
      LASNA_ERROR,
      LASNA_ERROR_USAGE,
      /* Translators: %s is what was typed, such as "date-order=abc". */
      _ ("An import does not understand “%s”. Nothing was imported; man lasna lists the words it "
         "knows."),
      text);
  return FALSE;
}

/**
 * lasna_import_options_ask_for_day:
 *
 * For where somebody can answer: a file that tells no dates leaves the day open. Else its voices
 * are of today.
 */
void
lasna_import_options_ask_for_day (LasnaImportOptions *self)
{
  self->asks_for_day = TRUE;
}

gboolean
lasna_import_options_asks_for_day (const LasnaImportOptions *self)
{
  return self->asks_for_day;
}

/**
 * lasna_import_options_map:
 * @text: FIELD=COLUMN
 *
 * Returns: whether FIELD is known
 */
gboolean
lasna_import_options_map (LasnaImportOptions *self, const char *text, GError **error)
{
  const char *equals = strchr (text, '=');
  LasnaColumnChoice choice;

  if (equals == NULL || equals[1] == '\0')
    return fail (error, text);

  g_autofree char *id = g_strndup (text, equals - text);
  if (!lasna_field_from_id (id, &choice.field))
    return fail (error, text);
  choice.column = g_strdup (equals + 1);
  g_array_append_val (self->choices, choice);
  return TRUE;
}

static gboolean
is_dialect (const char *value)
{
  return lasna_dialect_from_id (value) != NULL;
}

static gboolean
is_delimiter (const char *value)
{
  return lasna_import_options_read_delimiter (value) != '\0';
}

static gboolean
is_header_rows (const char *value)
{
  return strlen (value) == 1 && *value >= '0' && *value <= '9';
}

static gboolean
is_date_order (const char *value)
{
  return lasna_date_order_from_id (value) != 0;
}

/* "today", a day, or the header of a column of days. */
static gboolean
is_date (const char *value)
{
  return *value != '\0';
}

static gboolean
is_decimal (const char *value)
{
  return lasna_decimal_from_id (value) != 0;
}

static gboolean
is_moment (const char *value)
{
  return g_ascii_strcasecmp (value, "unknown") == 0 ||
         lasna_term_recognise ("feedback-moment", value) != NULL;
}

static gboolean
is_source (const char *value)
{
  return g_ascii_strcasecmp (value, "unknown") == 0 ||
         lasna_term_recognise ("evidence-source", value) != NULL;
}

static gboolean
is_count (const char *value)
{
  return strlen (value) <= 12 && *value != '\0' && strspn (value, "0123456789") == strlen (value);
}

static gboolean
is_scale (const char *value)
{
  double minimum;
  double maximum;

  return lasna_import_options_read_scale (value, &minimum, &maximum);
}

static gboolean
is_yes_or_no (const char *value)
{
  return lasna_fold_is_listed (value, "yes|no|true|false|1|0");
}

/**
 * lasna_import_options_is_yes:
 *
 * Returns: whether @value, of a setting that is yes or no, is yes
 */
gboolean
lasna_import_options_is_yes (const char *value)
{
  return lasna_fold_is_listed (value, "yes|true|1");
}

static gboolean
is_field_or_skip (const char *value)
{
  LasnaField field;

  return strcmp (value, "skip") == 0 || lasna_field_from_id (value, &field);
}

static const struct
{
  const char *key; /* with a point at its end: a field or a text follows */
  gboolean (*is_value) (const char *value);
} keys[] = {
  { "dialect", is_dialect },
  { "encoding", lasna_encoding_is_known },
  { "delimiter", is_delimiter },
  { "header-rows", is_header_rows },
  { "date", is_date },
  { "date-order", is_date_order },
  { "decimal", is_decimal },
  { "moment", is_moment },
  { "source", is_source },
  { "asked", is_count },
  { "undelivered", is_count },
  { "not-meant", is_count },
  { "began", is_count },
  { "trials", is_yes_or_no },
  { "scale.", is_scale },
  { "reversed.", is_yes_or_no },
  { "question.", is_field_or_skip },
};

/**
 * lasna_import_options_set:
 * @text: KEY=VALUE
 *
 * Returns: whether KEY is known and VALUE can be its value
 */
gboolean
lasna_import_options_set (LasnaImportOptions *self, const char *text, GError **error)
{
  gboolean is_question = g_str_has_prefix (text, "question.");
  const char *equals = is_question ? strrchr (text, '=') : strchr (text, '=');
  LasnaField field;

  if (equals == NULL)
    return fail (error, text);

  g_autofree char *key = g_strndup (text, equals - text);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gboolean has_part = g_str_has_suffix (keys[i].key, ".");

      if (has_part ? !g_str_has_prefix (key, keys[i].key) : strcmp (key, keys[i].key) != 0)
        continue;
      if (!keys[i].is_value (equals + 1) ||
          (has_part && !is_question && !lasna_field_from_id (key + strlen (keys[i].key), &field)))
        break;
      if (is_question)
        g_hash_table_replace (
            self->questions, lasna_fold (key + strlen ("question.")), g_strdup (equals + 1));
      else
        g_hash_table_replace (self->settings, g_steal_pointer (&key), g_strdup (equals + 1));
      return TRUE;
    }
  return fail (error, text);
}

guint
lasna_import_options_get_n_choices (const LasnaImportOptions *self)
{
  return self->choices->len;
}

const LasnaColumnChoice *
lasna_import_options_get_choice (const LasnaImportOptions *self, guint index)
{
  return &g_array_index (self->choices, LasnaColumnChoice, index);
}

gboolean
lasna_import_options_has_choice (const LasnaImportOptions *self, LasnaField field)
{
  for (guint i = 0; i < self->choices->len; i++)
    if (lasna_import_options_get_choice (self, i)->field == field)
      return TRUE;
  return FALSE;
}

/**
 * lasna_import_options_get:
 *
 * Returns: (transfer none) (nullable): what was set for @key
 */
const char *
lasna_import_options_get (const LasnaImportOptions *self, const char *key)
{
  return g_hash_table_lookup (self->settings, key);
}

/**
 * lasna_import_options_get_of_field:
 *
 * Returns: (transfer none) (nullable): what was set for "@key.FIELD"
 */
const char *
lasna_import_options_get_of_field (const LasnaImportOptions *self, const char *key, LasnaField of)
{
  g_autofree char *full = g_strconcat (key, ".", lasna_field_get_info (of)->id, NULL);

  return lasna_import_options_get (self, full);
}

/**
 * lasna_import_options_get_question:
 *
 * Returns: (transfer none) (nullable): the id of the field that a question was said to be, or
 *   "skip"
 */
const char *
lasna_import_options_get_question (const LasnaImportOptions *self, const char *text)
{
  g_autofree char *folded = lasna_fold (text);

  return g_hash_table_lookup (self->questions, folded);
}

/**
 * lasna_import_options_read_scale:
 * @text: such as "1-5" or "-2..2"
 *
 * Returns: whether @text is a scale
 */
gboolean
lasna_import_options_read_scale (const char *text, double *minimum, double *maximum)
{
  char *end;

  *minimum = g_ascii_strtod (text, &end);
  if (end == text)
    return FALSE;
  while (*end == ' ')
    end++;
  if (g_str_has_prefix (end, ".."))
    text = end + 2;
  else if (*end == '-')
    text = end + 1;
  else if (g_str_has_prefix (end, "–"))
    text = end + strlen ("–");
  else
    return FALSE;
  *maximum = g_ascii_strtod (text, &end);
  return end > text && *end == '\0' && isfinite (*minimum) && isfinite (*maximum) &&
         *minimum < *maximum;
}

/**
 * lasna_import_options_read_delimiter:
 *
 * Returns: the delimiter that is named or given; NUL for none
 */
char
lasna_import_options_read_delimiter (const char *text)
{
  static const struct
  {
    const char *name;
    char delimiter;
  } names[] = {
    { "comma", ',' }, { "semicolon", ';' }, { "tab", '\t' }, { "\\t", '\t' }, { "bar", '|' }
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (names[i].name, text) == 0)
      return names[i].delimiter;
  if (strlen (text) != 1 || (g_ascii_isalnum (*text) || strchr ("\"\r\n", *text) != NULL))
    return '\0';
  return *text;
}
