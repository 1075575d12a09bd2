/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Conditions as the command line writes them: FIELD=VALUE.
 */
#include "config.h"

#include "lasna-day.h"
#include "lasna-error.h"
#include "lasna-filter.h"
#include "lasna-fold.h"

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

static gboolean
fail (GError **error, const char *text)
{
  g_set_error (error,
               LASNA_ERROR,
               LASNA_ERROR_USAGE,
               /* Translators: %s is what was typed. */
               _ ("“%s” is not something voices can be chosen by. See the manual for the words it "
                  "knows."),
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

static gboolean
can_be_value (LasnaDimension dimension, const char *value)
{
  if (dimension == LASNA_DIMENSION_EXCLUDED)
    return strcmp (value, "yes") == 0 || strcmp (value, "no") == 0;
  return *value != '\0';
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
      if (!can_be_value (dimension, equals + 1))
        return fail (error, text);
      lasna_filter_add_value (self, dimension, equals + 1);
      return TRUE;
    }
  return fail (error, text);
}
