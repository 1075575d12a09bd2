/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a filter holds, and which codes of the columns it means.
 */
#include "config.h"

#include "lasna-filter.h"

#include "lasna-day.h"
#include "lasna-error.h"
#include "lasna-fold.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

struct _LasnaFilter
{
  GPtrArray *conditions; /* LasnaCondition */
  gint32 first;          /* Julian days of the period, which holds whatever days conditions name */
  gint32 last;           /* 0 where it is open */
};

G_DEFINE_BOXED_TYPE (LasnaFilter, lasna_filter, lasna_filter_copy, lasna_filter_free)

static void
condition_free (gpointer data)
{
  g_free (((LasnaCondition *) data)->text);
  g_free (data);
}

static gboolean
condition_equal (const LasnaCondition *self, const LasnaCondition *other)
{
  return self->dimension == other->dimension && self->kind == other->kind &&
         self->record == other->record && g_strcmp0 (self->text, other->text) == 0 &&
         g_strcmp0 (self->method, other->method) == 0 && self->minimum == other->minimum &&
         self->maximum == other->maximum;
}

/**
 * lasna_filter_new:
 *
 * Returns: (transfer full): a filter that everything passes but what is left out of the figures
 */
LasnaFilter *
lasna_filter_new (void)
{
  LasnaFilter *self = g_new0 (LasnaFilter, 1);

  self->conditions = g_ptr_array_new_with_free_func (condition_free);
  return self;
}

void
lasna_filter_free (LasnaFilter *self)
{
  g_ptr_array_unref (self->conditions);
  g_free (self);
}

LasnaFilter *
lasna_filter_copy (const LasnaFilter *self)
{
  LasnaFilter *copy = lasna_filter_new ();

  copy->first = self->first;
  copy->last = self->last;
  for (guint i = 0; i < self->conditions->len; i++)
    lasna_filter_add_condition (copy, self->conditions->pdata[i]);
  return copy;
}

static int
find_condition (const LasnaFilter *self, const LasnaCondition *condition)
{
  for (guint i = 0; i < self->conditions->len; i++)
    if (condition_equal (self->conditions->pdata[i], condition))
      return (int) i;
  return -1;
}

/**
 * lasna_filter_equal:
 *
 * Returns: whether both have the same period and the same conditions, in whatever order
 */
gboolean
lasna_filter_equal (const LasnaFilter *self, const LasnaFilter *other)
{
  if (self->first != other->first || self->last != other->last ||
      self->conditions->len != other->conditions->len)
    return FALSE;
  for (guint i = 0; i < self->conditions->len; i++)
    if (find_condition (other, self->conditions->pdata[i]) < 0)
      return FALSE;
  return TRUE;
}

/* How many conditions there are on @dimension; FALSE where one of them is missing in @other. */
static gboolean
is_within (const LasnaFilter *self, const LasnaFilter *other, LasnaDimension dimension, guint *n)
{
  *n = 0;
  for (guint i = 0; i < self->conditions->len; i++)
    if (lasna_filter_get_condition (self, i)->dimension == dimension)
      {
        (*n)++;
        if (find_condition (other, self->conditions->pdata[i]) < 0)
          return FALSE;
      }
  return TRUE;
}

/**
 * lasna_filter_equal_in:
 *
 * Returns: whether both say the same about @dimension; the period is about that of the date
 */
gboolean
lasna_filter_equal_in (const LasnaFilter *self, const LasnaFilter *other, LasnaDimension dimension)
{
  guint n;
  guint n_other;

  if (dimension == LASNA_DIMENSION_PERIOD &&
      (self->first != other->first || self->last != other->last))
    return FALSE;
  return is_within (self, other, dimension, &n) && is_within (other, self, dimension, &n_other) &&
         n == n_other;
}

gboolean
lasna_filter_is_empty (const LasnaFilter *self)
{
  return self->conditions->len == 0 && self->first == 0 && self->last == 0;
}

guint
lasna_filter_get_n_conditions (const LasnaFilter *self)
{
  return self->conditions->len;
}

/**
 * lasna_filter_get_condition:
 *
 * Returns: (transfer none): a condition, in the order in which they were added. The period is none
 *   of them.
 */
const LasnaCondition *
lasna_filter_get_condition (const LasnaFilter *self, guint index)
{
  g_return_val_if_fail (index < self->conditions->len, NULL);
  return self->conditions->pdata[index];
}

/**
 * lasna_filter_has_dimension:
 *
 * Returns: whether anything is said about @dimension; the period is about that of the date
 */
gboolean
lasna_filter_has_dimension (const LasnaFilter *self, LasnaDimension dimension)
{
  for (guint i = 0; i < self->conditions->len; i++)
    if (lasna_filter_get_condition (self, i)->dimension == dimension)
      return TRUE;
  return dimension == LASNA_DIMENSION_PERIOD && (self->first != 0 || self->last != 0);
}

/**
 * lasna_filter_get_search:
 *
 * Returns: (transfer none): the first thing that is looked for in the words; "" for nothing
 */
const char *
lasna_filter_get_search (const LasnaFilter *self)
{
  for (guint i = 0; i < self->conditions->len; i++)
    if (lasna_filter_get_condition (self, i)->dimension == LASNA_DIMENSION_TEXT)
      return lasna_filter_get_condition (self, i)->text;
  return "";
}

/**
 * lasna_filter_get_days:
 * @first: (out): the first Julian day of the period; 0 where it is open
 * @last: (out): the last one
 *
 * Returns: whether there is a period
 */
gboolean
lasna_filter_get_days (const LasnaFilter *self, gint32 *first, gint32 *last)
{
  *first = self->first;
  *last = self->last;
  return self->first != 0 || self->last != 0;
}

/**
 * lasna_filter_set_days:
 * @first: a Julian day, 0 for from the beginning
 * @last: the last day that belongs to it, 0 for until the end
 *
 * Sets the period, which narrows what conditions on the date let pass.
 */
void
lasna_filter_set_days (LasnaFilter *self, gint32 first, gint32 last)
{
  self->first = first;
  self->last = last;
}

/**
 * lasna_filter_set_period:
 * @from: (nullable): the first day, YYYY-MM-DD
 * @to: (nullable): the last day
 *
 * Returns: whether both are days; where not, the period is as it was
 */
gboolean
lasna_filter_set_period (LasnaFilter *self, const char *from, const char *to, GError **error)
{
  gint32 first = 0;
  gint32 last = 0;

  if ((from == NULL || lasna_day_read (from, &first)) && (to == NULL || lasna_day_read (to, &last)))
    {
      lasna_filter_set_days (self, first, last);
      return TRUE;
    }
  g_set_error (error,
               LASNA_ERROR,
               LASNA_ERROR_USAGE,
               /* Translators: %s is what was typed. */
               _ ("“%s” is not a day. Days are written like 2026-01-31."),
               from != NULL && !lasna_day_read (from, &first) ? from : to);
  return FALSE;
}

/**
 * lasna_filter_add_condition:
 * @condition: (transfer none): copied
 *
 * Returns: whether it is new
 */
gboolean
lasna_filter_add_condition (LasnaFilter *self, const LasnaCondition *condition)
{
  LasnaCondition *copy;

  g_return_val_if_fail (condition->dimension < LASNA_N_DIMENSIONS, FALSE);
  if (find_condition (self, condition) >= 0)
    return FALSE;
  copy = g_memdup2 (condition, sizeof *condition);
  copy->text = g_strdup (condition->text);
  copy->method = g_intern_string (condition->method);
  g_ptr_array_add (self->conditions, copy);
  return TRUE;
}

/**
 * lasna_filter_remove_condition:
 * @condition: one that is equal, such as that of lasna_filter_get_condition()
 *
 * Returns: whether it was there
 */
gboolean
lasna_filter_remove_condition (LasnaFilter *self, const LasnaCondition *condition)
{
  int index = find_condition (self, condition);

  if (index < 0)
    return FALSE;
  g_ptr_array_remove_index (self->conditions, (guint) index);
  return TRUE;
}

/**
 * lasna_filter_add_value:
 * @value: an id, a code, a name in any language, or a text; "" and "unknown" for what is not known
 */
void
lasna_filter_add_value (LasnaFilter *self, LasnaDimension dimension, const char *value)
{
  lasna_filter_add_condition (self,
                              &(LasnaCondition){ .dimension = dimension,
                                                 .kind = LASNA_CONDITION_TYPED,
                                                 .text = (char *) value });
}

void
lasna_filter_add_record (LasnaFilter *self, LasnaDimension dimension, gint64 record)
{
  lasna_filter_add_condition (self,
                              &(LasnaCondition){ .dimension = dimension,
                                                 .kind = LASNA_CONDITION_RECORD,
                                                 .record = record });
}

/**
 * lasna_filter_add_range:
 * @dimension: scores, tasks or the date
 * @method: (nullable): "nps", "csat", "ces" or "own" where only such answers are meant
 * @minimum: the least that passes; -INFINITY for none
 * @maximum: the most that passes
 */
void
lasna_filter_add_range (
    LasnaFilter *self, LasnaDimension dimension, const char *method, double minimum, double maximum)
{
  lasna_filter_add_condition (self,
                              &(LasnaCondition){ .dimension = dimension,
                                                 .kind = LASNA_CONDITION_RANGE,
                                                 .method = method,
                                                 .minimum = minimum,
                                                 .maximum = maximum });
}

/**
 * lasna_filter_toggle_value:
 * @value: as for lasna_filter_add_value()
 *
 * Takes the value out where it was added, adds it where not.
 *
 * Returns: whether it is in now
 */
gboolean
lasna_filter_toggle_value (LasnaFilter *self, LasnaDimension dimension, const char *value)
{
  const LasnaCondition condition = { .dimension = dimension,
                                     .kind = LASNA_CONDITION_TYPED,
                                     .text = (char *) value };

  return !lasna_filter_remove_condition (self, &condition) &&
         lasna_filter_add_condition (self, &condition);
}

/**
 * lasna_filter_clear_dimension:
 *
 * Forgets what was said about @dimension; for that of the date the period, too.
 */
void
lasna_filter_clear_dimension (LasnaFilter *self, LasnaDimension dimension)
{
  for (guint i = self->conditions->len; i-- > 0;)
    if (lasna_filter_get_condition (self, i)->dimension == dimension)
      g_ptr_array_remove_index (self->conditions, i);
  if (dimension == LASNA_DIMENSION_PERIOD)
    lasna_filter_set_days (self, 0, 0);
}

void
lasna_filter_clear (LasnaFilter *self)
{
  g_ptr_array_set_size (self->conditions, 0);
  lasna_filter_set_days (self, 0, 0);
}

static gboolean
is_typed (const LasnaValue *value, guint code, const char *typed, const char *folded)
{
  g_autofree char *id = NULL;
  const char *tail;

  if (code == 0)
    return *folded == '\0' || strcmp (folded, "unknown") == 0;
  for (guint i = 0; i < LASNA_N_LANGUAGES; i++)
    {
      g_autofree char *name = value->names[i] != NULL ? lasna_fold (value->names[i]) : NULL;

      if (g_strcmp0 (name, folded) == 0)
        return TRUE;
    }
  tail = value->code != NULL ? strchr (value->code, '.') : NULL;
  if (g_strcmp0 (value->code, typed) == 0 || (tail != NULL && strcmp (tail + 1, typed) == 0))
    return TRUE;
  id = g_strdup_printf ("%" G_GINT64_FORMAT, value->record);
  return value->record != 0 && strcmp (id, typed) == 0;
}

static gboolean
is_meant (const LasnaCondition *condition, const char *folded, const LasnaValue *value, guint code)
{
  double number;

  switch (condition->kind)
    {
    case LASNA_CONDITION_RECORD:
      return condition->record != 0 && value->record == condition->record;
    case LASNA_CONDITION_CODE:
      return code > 0 && g_strcmp0 (value->code, condition->text) == 0;
    case LASNA_CONDITION_LABEL:
      return code > 0 && g_strcmp0 (value->text, condition->text) == 0;
    case LASNA_CONDITION_UNKNOWN:
      return code == 0;
    case LASNA_CONDITION_RANGE:
      number = code > 0 && value->code != NULL ? g_ascii_strtod (value->code, NULL) : NAN;
      return number >= condition->minimum && number <= condition->maximum;
    case LASNA_CONDITION_TYPED:
    default:
      return is_typed (value, code, condition->text, folded);
    }
}

/* Questions and methods are in no dictionary of values, but are chosen like one. */
static gboolean
get_choice (const LasnaColumns *columns, LasnaDimension dimension, guint code, LasnaValue *value)
{
  if (dimension <= LASNA_DIMENSION_CLUSTER)
    *value = *lasna_columns_get_value (columns, dimension, code);
  else if (dimension == LASNA_DIMENSION_QUESTION)
    {
      const LasnaColumnsQuestion *question = columns->questions->pdata[code];

      *value = (LasnaValue){ .record = question->id, .names = { question->text } };
    }
  else if (dimension == LASNA_DIMENSION_MEASURE)
    *value = (LasnaValue){ .code = lasna_method_get_id (code) };
  else
    return FALSE;
  return TRUE;
}

static guint
count_choices (const LasnaColumns *columns, LasnaDimension dimension)
{
  if (dimension <= LASNA_DIMENSION_CLUSTER)
    return lasna_columns_get_n_values (columns, dimension);
  if (dimension == LASNA_DIMENSION_QUESTION)
    return columns->questions->len;
  return dimension == LASNA_DIMENSION_MEASURE ? LASNA_N_METHODS : 0;
}

/**
 * lasna_filter_accept_codes:
 * @dimension: one with values, that of questions or that of measures. Codes of questions are their
 *   places in the columns, codes of measures are methods.
 *
 * Returns: (transfer full) (nullable): for each code whether it passes; NULL where nothing is said
 *   about @dimension
 */
guint8 *
lasna_filter_accept_codes (const LasnaFilter *self,
                           const LasnaColumns *columns,
                           LasnaDimension dimension)
{
  /* Only columns have a code for what is not known. */
  guint known = dimension <= LASNA_DIMENSION_CLUSTER ? 0 : 1;
  guint n = count_choices (columns, dimension);
  guint8 *accepted = NULL;

  for (guint i = 0; i < self->conditions->len; i++)
    {
      const LasnaCondition *condition = self->conditions->pdata[i];
      g_autofree char *folded = NULL;

      if (condition->dimension != dimension)
        continue;
      if (accepted == NULL)
        accepted = g_new0 (guint8, MAX (n, 1));
      folded = condition->text != NULL ? lasna_fold (condition->text) : g_strdup ("");
      for (guint code = 0; code < n; code++)
        {
          LasnaValue value;

          if (get_choice (columns, dimension, code, &value))
            accepted[code] |= is_meant (condition, folded, &value, code + known);
        }
    }
  return accepted;
}

/**
 * lasna_filter_has_code:
 *
 * Returns: whether @code was chosen; FALSE where nothing is said about @dimension
 */
gboolean
lasna_filter_has_code (const LasnaFilter *self,
                       const LasnaColumns *columns,
                       LasnaDimension dimension,
                       guint code)
{
  g_autofree guint8 *accepted = lasna_filter_accept_codes (self, columns, dimension);

  return accepted != NULL && code < count_choices (columns, dimension) && accepted[code];
}

/* By what outlives the columns. */
static void
add_code (LasnaFilter *self, const LasnaColumns *columns, LasnaDimension dimension, guint code)
{
  LasnaCondition condition = { .dimension = dimension };
  LasnaValue value;

  if (!get_choice (columns, dimension, code, &value))
    return;
  condition.record = value.record;
  if (value.record != 0)
    condition.kind = LASNA_CONDITION_RECORD;
  else if (value.code != NULL)
    {
      condition.kind = LASNA_CONDITION_CODE;
      condition.text = (char *) value.code;
    }
  else if (value.text != NULL)
    {
      condition.kind = LASNA_CONDITION_LABEL;
      condition.text = value.text;
    }
  else
    condition.kind = LASNA_CONDITION_UNKNOWN;
  lasna_filter_add_condition (self, &condition);
}

/**
 * lasna_filter_toggle_code:
 * @code: as for lasna_filter_accept_codes()
 *
 * What a click on a bar does: takes the value out where it was chosen, adds it where not.
 *
 * Returns: whether it is chosen now
 */
gboolean
lasna_filter_toggle_code (LasnaFilter *self,
                          const LasnaColumns *columns,
                          LasnaDimension dimension,
                          guint code)
{
  guint n = count_choices (columns, dimension);
  g_autofree guint8 *accepted = lasna_filter_accept_codes (self, columns, dimension);

  g_return_val_if_fail (code < n, FALSE);
  if (accepted == NULL || !accepted[code])
    {
      add_code (self, columns, dimension, code);
      return TRUE;
    }
  lasna_filter_clear_dimension (self, dimension);
  for (guint i = 0; i < n; i++)
    if (accepted[i] && i != code)
      add_code (self, columns, dimension, i);
  return FALSE;
}
