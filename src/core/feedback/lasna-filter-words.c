/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A filter in words, for the bar above the voices and for what is printed.
 */
#include "config.h"

#include "lasna-day.h"
#include "lasna-filter.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static char *
dup_name (const LasnaCondition *self, const LasnaColumns *columns, LasnaLanguage language)
{
  g_autoptr (LasnaFilter) alone = lasna_filter_new ();
  g_autofree guint8 *accepted = NULL;

  lasna_filter_add_condition (alone, self);
  accepted = lasna_filter_accept_codes (alone, columns, self->dimension);
  if (self->dimension == LASNA_DIMENSION_QUESTION)
    {
      for (guint i = 0; i < columns->questions->len; i++)
        if (accepted[i])
          return g_strdup (((LasnaColumnsQuestion *) columns->questions->pdata[i])->text);
    }
  else if (self->dimension <= LASNA_DIMENSION_CLUSTER)
    for (guint i = 0; i < lasna_columns_get_n_values (columns, self->dimension); i++)
      if (accepted[i])
        return g_strdup (lasna_columns_get_value (columns, self->dimension, i)->names[language]);
  return NULL;
}

static char *
dup_end (const LasnaCondition *self, double end, LasnaLanguage language)
{
  g_autofree char *day = NULL;

  if (!isfinite (end))
    return NULL;
  if (self->dimension != LASNA_DIMENSION_PERIOD)
    return lasna_words_number (language, end, end == floor (end) ? 0 : 1);
  day = lasna_day_dup_text ((gint32) end);
  return lasna_words_date (language, day);
}

static char *
dup_between (const char *first, const char *last, LasnaLanguage language)
{
  if (first != NULL && g_strcmp0 (first, last) == 0)
    return g_strdup (first);
  if (first != NULL && last != NULL)
    return g_strdup_printf ("%s–%s", first, last);
  if (first != NULL)
    /* Translators: a number or a day from which on everything counts */
    return g_strdup_printf (lasna_words (language, N_ ("from %s")), first);
  /* Translators: a number or a day up to which everything counts */
  return last != NULL ? g_strdup_printf (lasna_words (language, N_ ("up to %s")), last)
                      : g_strdup ("–");
}

/* Names of methods are the same in every language, but for the last one. */
static const char *
get_method_name (const char *method, LasnaLanguage language)
{
  static const char *const names[][2] = { { "nps", N_ ("NPS") },
                                          { "csat", N_ ("Satisfaction") },
                                          { "ces", N_ ("Ease") },
                                          { "own", N_ ("Own question") } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i][0], method) == 0)
      return lasna_words (language, names[i][1]);
  return method;
}

static char *
dup_range (const LasnaCondition *self, const LasnaColumns *columns, LasnaLanguage language)
{
  g_autofree char *first = dup_end (self, self->minimum, language);
  g_autofree char *last = dup_end (self, self->maximum, language);
  g_autofree char *range = dup_between (first, last, language);
  const LasnaCondition question = { .dimension = LASNA_DIMENSION_QUESTION,
                                    .kind = LASNA_CONDITION_RECORD,
                                    .record = self->record };
  g_autofree char *name = self->record != 0 ? dup_name (&question, columns, language)
                                            : g_strdup (get_method_name (self->method, language));

  return name != NULL ? g_strdup_printf ("%s %s", name, range) : g_steal_pointer (&range);
}

/**
 * lasna_condition_dup_words:
 *
 * Returns: (transfer full): what a chip says: the name as the columns have it, else what was typed
 */
char *
lasna_condition_dup_words (const LasnaCondition *self,
                           const LasnaColumns *columns,
                           LasnaLanguage language)
{
  char *name;

  if (self->kind == LASNA_CONDITION_RANGE)
    return dup_range (self, columns, language);
  if (self->dimension == LASNA_DIMENSION_MEASURE)
    return g_strdup (get_method_name (self->text, language));
  if (self->dimension == LASNA_DIMENSION_EXCLUDED)
    return g_strdup (lasna_words (
        language, g_strcmp0 (self->text, "yes") == 0 ? N_ ("Left out") : N_ ("In the figures")));
  if (self->dimension == LASNA_DIMENSION_TEXT)
    /* Translators: the quotation marks around what was searched for */
    return g_strdup_printf (lasna_words (language, N_ ("“%s”")), self->text);
  name = dup_name (self, columns, language);
  if (name != NULL)
    return name;
  return self->text != NULL && *self->text != '\0'
             ? g_strdup (self->text)
             : g_strdup (lasna_words (language, N_ ("Not known")));
}

static char *
dup_period (const LasnaFilter *self, LasnaLanguage language)
{
  LasnaCondition period = { .dimension = LASNA_DIMENSION_PERIOD };
  gint32 first;
  gint32 last;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!lasna_filter_get_days (self, &first, &last))
    return NULL;
  from = dup_end (&period, first != 0 ? first : -INFINITY, language);
  to = dup_end (&period, last != 0 ? last : INFINITY, language);
  return dup_between (from, to, language);
}

/**
 * lasna_filter_dup_dimension_words:
 *
 * Returns: (transfer full) (nullable): the values that pass, such as "Purchase or Delivery"; NULL
 *   where nothing is said about @dimension
 */
char *
lasna_filter_dup_dimension_words (const LasnaFilter *self,
                                  LasnaDimension dimension,
                                  const LasnaColumns *columns,
                                  LasnaLanguage language)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *period =
      dimension == LASNA_DIMENSION_PERIOD ? dup_period (self, language) : NULL;

  for (guint i = 0; i < lasna_filter_get_n_conditions (self); i++)
    {
      const LasnaCondition *condition = lasna_filter_get_condition (self, i);
      g_autofree char *name = NULL;

      if (condition->dimension != dimension)
        continue;
      name = lasna_condition_dup_words (condition, columns, language);
      if (words->len > 0)
        /* Translators: between alternatives: Purchase or Delivery */
        g_string_append (words, lasna_words (language, N_ (" or ")));
      g_string_append (words, name);
    }
  if (period != NULL && words->len > 0)
    g_string_append (words, ", ");
  if (period != NULL)
    g_string_append (words, period);
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

/**
 * lasna_filter_dup_words:
 *
 * Returns: (transfer full): what is in view, such as "Stage: Purchase or Delivery; Score: NPS 0–6"
 */
char *
lasna_filter_dup_words (const LasnaFilter *self,
                        const LasnaColumns *columns,
                        LasnaLanguage language)
{
  GString *words = g_string_new (NULL);

  for (guint dimension = 0; dimension < LASNA_N_DIMENSIONS; dimension++)
    {
      g_autofree char *values =
          lasna_filter_dup_dimension_words (self, dimension, columns, language);

      if (values == NULL)
        continue;
      g_string_append_printf (words,
                              "%s%s: %s",
                              words->len > 0 ? "; " : "",
                              lasna_words (language, lasna_dimension_get_title (dimension)),
                              values);
    }
  if (words->len == 0)
    g_string_append (words, lasna_words (language, N_ ("All voices")));
  return g_string_free (words, FALSE);
}
