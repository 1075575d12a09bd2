/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Conditions as the command line writes them: FIELD=VALUE.
 */
#include "config.h"

#include "lasna-catalogue.h"
#include "lasna-day.h"
#include "lasna-error.h"
#include "lasna-filter.h"
#include "lasna-fold.h"
#include "lasna-meanings.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The fields, and what a range means for them. A value is the score of a long file, a respondent
 * the id that the source gave.
 */
static const struct
{
  const char *names; /* with bars between them */
  LasnaDimension dimension;
  const char *method;
} fields[] = {
  { "journey", LASNA_DIMENSION_JOURNEY, NULL },
  { "stage", LASNA_DIMENSION_STAGE, NULL },
  { "touchpoint", LASNA_DIMENSION_TOUCHPOINT, NULL },
  { "channel", LASNA_DIMENSION_CHANNEL, NULL },
  { "segment", LASNA_DIMENSION_SEGMENT, NULL },
  { "link|chain link", LASNA_DIMENSION_LINK, NULL },
  { "moment", LASNA_DIMENSION_MOMENT, NULL },
  { "source", LASNA_DIMENSION_SOURCE, NULL },
  { "language", LASNA_DIMENSION_LANGUAGE, NULL },
  { "task", LASNA_DIMENSION_TASK, NULL },
  { "opinion", LASNA_DIMENSION_OPINION, NULL },
  { "follow up", LASNA_DIMENSION_FOLLOW_UP, NULL },
  { "emotion|emotions", LASNA_DIMENSION_EMOTION, NULL },
  { "cluster", LASNA_DIMENSION_CLUSTER, NULL },
  { "question", LASNA_DIMENSION_QUESTION, NULL },
  { "measure", LASNA_DIMENSION_MEASURE, NULL },
  { "score|value", LASNA_DIMENSION_SCORE, NULL },
  { "nps", LASNA_DIMENSION_SCORE, "nps" },
  { "csat", LASNA_DIMENSION_SCORE, "csat" },
  { "ces", LASNA_DIMENSION_SCORE, "ces" },
  { "date", LASNA_DIMENSION_PERIOD, NULL },
  { "text|comment", LASNA_DIMENSION_TEXT, NULL },
  { "id|respondent", LASNA_DIMENSION_VOICE, NULL },
  { "excluded", LASNA_DIMENSION_EXCLUDED, NULL },
};

/* All that can be said of a dimension whose values are known beforehand. */
typedef struct
{
  GString *list; /* for people; empty where anything can be said */
  char *folded;  /* what was typed */
  const char *typed;
  gboolean is_one_of_them;
} Choice;

static gboolean
fail (GError **error, const char *text)
{
  g_set_error (
      error,
      LASNA_ERROR,
      LASNA_ERROR_USAGE,
      /* Translators: %s is what was typed. */
      _ ("Voices cannot be chosen by “%s”. Write a field and its value, such as channel=phone; "
         "man lasna lists the fields."),
      text);
  return FALSE;
}

static gboolean
read_end (const char *text, LasnaDimension dimension, double open, double *end)
{
  gint32 day;
  char *rest;

  *end = open;
  if (*text == '\0')
    return TRUE;
  if (dimension == LASNA_DIMENSION_PERIOD)
    {
      if (!lasna_day_read (text, &day))
        return FALSE;
      *end = day;
      return TRUE;
    }
  *end = g_ascii_strtod (text, &rest);
  return rest > text && *rest == '\0' && isfinite (*end);
}

/* "0..6", "9..", "..3" or one number. */
static gboolean
read_range (const char *text, LasnaDimension dimension, double *minimum, double *maximum)
{
  const char *dots = strstr (text, "..");
  g_autofree char *start = dots != NULL ? g_strndup (text, dots - text) : g_strdup (text);

  if (*text == '\0' || strcmp (text, "..") == 0 || !read_end (start, dimension, -INFINITY, minimum))
    return FALSE;
  if (dots == NULL)
    {
      *maximum = *minimum;
      return TRUE;
    }
  return read_end (dots + 2, dimension, INFINITY, maximum) && *minimum <= *maximum;
}

static gboolean
is_range (LasnaDimension dimension, const char *value)
{
  return dimension == LASNA_DIMENSION_SCORE || dimension == LASNA_DIMENSION_PERIOD ||
         (dimension == LASNA_DIMENSION_TASK && strstr (value, "..") != NULL);
}

/* By its id, with or without what stands before the dot, or by its name in any language. */
static void
offer (Choice *self, const char *id, const LasnaText *names)
{
  const char *dot = strchr (id, '.');
  const char *tail = dot != NULL ? dot + 1 : id;

  g_string_append_printf (self->list, "%s%s", self->list->len > 0 ? ", " : "", tail);
  if (strcmp (self->typed, id) == 0 || strcmp (self->typed, tail) == 0)
    self->is_one_of_them = TRUE;
  for (LasnaLanguage language = 0; names != NULL && language < LASNA_N_LANGUAGES; language++)
    {
      g_autofree char *name = lasna_fold (names->in[language]);

      if (strcmp (name, self->folded) == 0)
        self->is_one_of_them = TRUE;
    }
}

static void
offer_values (Choice *self, LasnaDimension dimension)
{
  LasnaCatalogue *catalogue = lasna_catalogue_get_default ();
  const char *id = lasna_dimension_get_set (dimension);
  const LasnaTermSet *set = id != NULL ? lasna_catalogue_get_set (catalogue, id) : NULL;
  const LasnaScale *scale = dimension == LASNA_DIMENSION_TASK
                                ? lasna_catalogue_find_scale (catalogue, "scale.task")
                                : NULL;
  const LasnaCluster *const *clusters =
      dimension == LASNA_DIMENSION_CLUSTER ? lasna_catalogue_get_clusters (catalogue) : NULL;

  for (guint i = 0; set != NULL && i < set->n_terms; i++)
    offer (self, set->terms[i].id, &set->terms[i].label);
  for (guint i = 0; scale != NULL && i < scale->n_steps; i++)
    {
      g_autofree char *step = g_strdup_printf ("%d", scale->steps[i].value);

      offer (self, step, &scale->steps[i].label);
    }
  for (guint i = 0; clusters != NULL && clusters[i] != NULL; i++)
    offer (self, clusters[i]->id, &clusters[i]->title);
  for (guint i = 0; dimension == LASNA_DIMENSION_MEASURE && i < LASNA_N_METHODS; i++)
    offer (self, lasna_method_get_id (i), NULL);
  if (self->list->len > 0 && dimension != LASNA_DIMENSION_MEASURE)
    offer (self, "unknown", NULL);
  if (dimension == LASNA_DIMENSION_EXCLUDED)
    {
      offer (self, "yes", NULL);
      offer (self, "no", NULL);
    }
}

/* A value that no voice can have is a slip of the pen, and not a condition that nobody meets. */
static gboolean
can_be_value (LasnaDimension dimension, const char *field, const char *value, GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *folded = lasna_fold (value);
  Choice choice = { list, folded, value, FALSE };

  offer_values (&choice, dimension);
  if (list->len == 0 || choice.is_one_of_them)
    return TRUE;
  g_set_error (error,
               LASNA_ERROR,
               LASNA_ERROR_USAGE,
               /* Translators: %1$s is what was typed, %2$s a field such as moment, %3$s a list of
                * its values.
                */
               _ ("“%1$s” is none of the values of %2$s. Choose one of %3$s."),
               value,
               field,
               list->str);
  return FALSE;
}

/**
 * lasna_filter_add_where:
 * @text: FIELD=VALUE
 *
 * Returns: whether FIELD is known and VALUE can be its value
 */
gboolean
lasna_filter_add_where (LasnaFilter *self, const char *text, GError **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *field = equals != NULL ? g_strndup (text, equals - text) : NULL;
  g_autofree char *name = field != NULL ? lasna_fold (field) : NULL;
  double minimum;
  double maximum;

  if (name == NULL)
    return fail (error, text);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      LasnaDimension dimension = fields[i].dimension;

      if (!lasna_fold_is_listed (name, fields[i].names))
        continue;
      if (is_range (dimension, equals + 1))
        {
          if (!read_range (equals + 1, dimension, &minimum, &maximum))
            return fail (error, text);
          lasna_filter_add_range (self, dimension, fields[i].method, minimum, maximum);
          return TRUE;
        }
      if (equals[1] == '\0')
        return fail (error, text);
      if (!can_be_value (dimension, field, equals + 1, error))
        return FALSE;
      lasna_filter_add_value (self, dimension, equals + 1);
      return TRUE;
    }
  return fail (error, text);
}
