/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Voices are counted once for a filter; each letter that is typed only chooses among the offers.
 */
#include "config.h"

#include "lasna-filter-offers.h"

#include "lasna-day.h"
#include "lasna-fold.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* In the order in which people ask. */
static const LasnaDimension with_values[] = {
  LASNA_DIMENSION_STAGE,    LASNA_DIMENSION_CLUSTER,   LASNA_DIMENSION_EMOTION,
  LASNA_DIMENSION_MOMENT,   LASNA_DIMENSION_CHANNEL,   LASNA_DIMENSION_SEGMENT,
  LASNA_DIMENSION_LINK,     LASNA_DIMENSION_TASK,      LASNA_DIMENSION_OPINION,
  LASNA_DIMENSION_SOURCE,   LASNA_DIMENSION_FOLLOW_UP, LASNA_DIMENSION_TOUCHPOINT,
  LASNA_DIMENSION_LANGUAGE, LASNA_DIMENSION_JOURNEY,
};

/* Further back nobody looks for a month by its name alone. */
#define MOST_YEARS 4

typedef struct
{
  const LasnaFilter *filter;
  const LasnaSelection *selection;
  LasnaLanguage language;
  GPtrArray *offers;
} Making;

static void
offer_free (gpointer data)
{
  LasnaFilterOffer *offer = data;

  g_free (offer->label);
  g_free (offer->given.text);
  g_free (offer);
}

/* Takes @label. */
static LasnaFilterOffer *
add (Making *making, LasnaDimension dimension, char *label, guint n, gboolean is_chosen)
{
  LasnaFilterOffer *offer = g_new0 (LasnaFilterOffer, 1);

  offer->dimension = dimension;
  offer->label = label;
  offer->n = n;
  offer->is_chosen = is_chosen;
  offer->given.dimension = dimension;
  g_ptr_array_add (making->offers, offer);
  return offer;
}

static void
add_values (Making *making, LasnaDimension dimension)
{
  const LasnaColumns *columns = making->selection->columns;
  guint n_values = lasna_columns_get_n_values (columns, dimension);
  g_autofree guint *counts = lasna_selection_tally (making->selection, dimension);

  /* What is not known comes last. */
  for (guint i = 1; i <= n_values; i++)
    {
      guint code = i % n_values;
      const LasnaValue *value = lasna_columns_get_value (columns, dimension, code);
      const char *name = code > 0 ? value->names[making->language] : NULL;
      gboolean is_chosen = lasna_filter_has_code (making->filter, columns, dimension, code);

      if (name == NULL)
        name = lasna_words (making->language, N_ ("Not known"));
      if (counts[code] > 0 || is_chosen)
        add (making, dimension, g_strdup (name), counts[code], is_chosen)->code = code;
    }
}

static guint
count_days (const LasnaSelection *selection, gint32 first, gint32 last)
{
  const LasnaColumns *columns = selection->columns;
  guint n = 0;

  for (guint row = 0; row < columns->n; row++)
    if ((first == 0 || lasna_columns_get_day (columns, row) >= first) &&
        (last == 0 || lasna_columns_get_day (columns, row) <= last))
      n += lasna_selection_has_but (selection, row, LASNA_OWN (LASNA_DIMENSION_PERIOD));
  return n;
}

static void
add_period (Making *making, char *label, gint32 first, gint32 last)
{
  gint32 chosen_first;
  gint32 chosen_last;
  gboolean has_period = lasna_filter_get_days (making->filter, &chosen_first, &chosen_last);
  LasnaFilterOffer *offer = add (making,
                                 LASNA_DIMENSION_PERIOD,
                                 label,
                                 count_days (making->selection, first, last),
                                 has_period && first == chosen_first && last == chosen_last);

  offer->first = first;
  offer->last = last;
}

static gint32
get_julian (int day, int month, int year)
{
  GDate date;

  g_date_set_dmy (&date, (GDateDay) day, month, (GDateYear) year);
  return (gint32) g_date_get_julian (&date);
}

static gint32
get_month_end (int month, int year)
{
  return get_julian (g_date_get_days_in_month (month, (GDateYear) year), month, year);
}

static void
add_periods (Making *making, gint32 today)
{
  GDate date;
  int year;
  int month;
  int last_month;
  int year_of_last;
  struct
  {
    const char *label;
    gint32 first;
    gint32 last;
  } periods[6];

  g_date_set_julian (&date, (guint32) today);
  year = g_date_get_year (&date);
  month = g_date_get_month (&date);
  last_month = month > 1 ? month - 1 : 12;
  year_of_last = month > 1 ? year : year - 1;
  periods[0].label = N_ ("The last 30 days");
  periods[0].first = today - 29;
  periods[0].last = today;
  periods[1].label = N_ ("The last 90 days");
  periods[1].first = today - 89;
  periods[1].last = today;
  periods[2].label = N_ ("This month");
  periods[2].first = get_julian (1, month, year);
  periods[2].last = get_month_end (month, year);
  periods[3].label = N_ ("Last month");
  periods[3].first = get_julian (1, last_month, year_of_last);
  periods[3].last = get_month_end (last_month, year_of_last);
  periods[4].label = N_ ("This year");
  periods[4].first = get_julian (1, 1, year);
  periods[4].last = get_julian (31, 12, year);
  periods[5].label = N_ ("Last year");
  periods[5].first = get_julian (1, 1, year - 1);
  periods[5].last = get_julian (31, 12, year - 1);
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      const char *label = lasna_words (making->language, periods[i].label);

      add_period (making, g_strdup (label), periods[i].first, periods[i].last);
    }
}

/* One end of a period: a year, a month or a day, in the order of either notation. */
static gboolean
read_end (const char *text, gint32 *first, gint32 *last)
{
  int year;
  int month;
  int day;
  int end = 0;

  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &end) == 3 && text[end] == '\0')
    ;
  else if (sscanf (text, "%2d.%2d.%4d%n", &day, &month, &year, &end) == 3 && text[end] == '\0')
    ;
  else if ((sscanf (text, "%4d-%2d%n", &year, &month, &end) == 2 && text[end] == '\0') ||
           (sscanf (text, "%2d.%4d%n", &month, &year, &end) == 2 && text[end] == '\0') ||
           (sscanf (text, "%2d/%4d%n", &month, &year, &end) == 2 && text[end] == '\0'))
    {
      if (!g_date_valid_dmy (1, month, (GDateYear) year) || year < 1000)
        return FALSE;
      *first = get_julian (1, month, year);
      *last = get_month_end (month, year);
      return TRUE;
    }
  else if (sscanf (text, "%4d%n", &year, &end) == 1 && end == 4 && text[end] == '\0' &&
           year >= 1000)
    {
      *first = get_julian (1, 1, year);
      *last = get_julian (31, 12, year);
      return TRUE;
    }
  else
    return FALSE;
  if (year < 1000 || !g_date_valid_dmy ((GDateDay) day, month, (GDateYear) year))
    return FALSE;
  *first = *last = get_julian (day, month, year);
  return TRUE;
}

/**
 * lasna_filter_offers_read_period:
 * @typed: a year, month or day, or two of them with ".." or a dash between them, as "2026",
 *   "2026-06", "1.6.2026..31.8.2026"
 * @first: (out): the first Julian day
 * @last: (out): the last one
 *
 * Returns: whether it is a period
 */
gboolean
lasna_filter_offers_read_period (const char *typed, gint32 *first, gint32 *last)
{
  static const char *const between[] = { "..", "–", " - " };
  g_autofree char *text = g_strstrip (g_strdup (typed));
  gint32 unused;

  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    {
      g_auto (GStrv) ends = g_strsplit (text, between[i], 2);

      if (ends[0] != NULL && ends[1] != NULL)
        return read_end (g_strstrip (ends[0]), first, &unused) &&
               read_end (g_strstrip (ends[1]), &unused, last) && *first <= *last;
    }
  return read_end (text, first, last);
}

static void
add_typed_period (Making *making, const char *typed)
{
  gint32 first;
  gint32 last;

  if (lasna_filter_offers_read_period (typed, &first, &last))
    {
      g_autofree char *from = lasna_day_dup_text (first);
      g_autofree char *to = lasna_day_dup_text (last);
      g_autofree char *start = lasna_words_date (making->language, from);
      g_autofree char *end = lasna_words_date (making->language, to);

      add_period (making,
                  first == last ? g_strdup (start) : g_strdup_printf ("%s–%s", start, end),
                  first,
                  last);
    }
}

/* Whether each word that was typed begins one of @text. */
static gboolean
begins_words (const char *text, const char *typed)
{
  g_autofree char *folded = lasna_fold (typed);
  g_auto (GStrv) wanted = g_strsplit (folded, " ", -1);
  g_autofree char *words = lasna_fold (text);
  g_autofree char *all = g_strconcat (" ", words, NULL);

  for (guint i = 0; wanted[i] != NULL; i++)
    {
      g_autofree char *start = g_strconcat (" ", wanted[i], NULL);

      if (*wanted[i] != '\0' && strstr (all, start) == NULL)
        return FALSE;
    }
  return TRUE;
}

static int
get_last_year (const LasnaColumns *columns)
{
  GDate date;
  gint32 day = 0;

  for (guint row = 0; row < columns->n; row++)
    day = MAX (day, lasna_columns_get_day (columns, row));
  if (day <= 0)
    return 0;
  g_date_set_julian (&date, (guint32) day);
  return g_date_get_year (&date);
}

static const char *
get_month_name (LasnaLanguage language, int month)
{
  static const char *const names[LASNA_N_LANGUAGES][12] = {
    [LASNA_LANGUAGE_EN] = { "January",
                            "February",
                            "March",
                            "April",
                            "May",
                            "June",
                            "July",
                            "August",
                            "September",
                            "October",
                            "November",
                            "December" },
    [LASNA_LANGUAGE_FI] = { "tammikuu",
                            "helmikuu",
                            "maaliskuu",
                            "huhtikuu",
                            "toukokuu",
                            "kesäkuu",
                            "heinäkuu",
                            "elokuu",
                            "syyskuu",
                            "lokakuu",
                            "marraskuu",
                            "joulukuu" },
    [LASNA_LANGUAGE_SV] = { "januari",
                            "februari",
                            "mars",
                            "april",
                            "maj",
                            "juni",
                            "juli",
                            "augusti",
                            "september",
                            "oktober",
                            "november",
                            "december" },
  };

  return names[language][month - 1];
}

/* "June", "jun 2026": such months of the latest years in which somebody was heard. */
static void
add_typed_months (Making *making, const char *typed)
{
  int last_year;

  if (!g_unichar_isalpha (g_utf8_get_char (typed)))
    return;
  last_year = get_last_year (making->selection->columns);
  for (int year = last_year; year > MAX (0, last_year - MOST_YEARS); year--)
    for (int month = 1; month <= 12; month++)
      {
        g_autofree char *name =
            g_strdup_printf ("%s %d", get_month_name (making->language, month), year);
        gint32 first;

        if (!begins_words (name, typed))
          continue;
        first = get_julian (1, month, year);
        if (count_days (making->selection, first, get_month_end (month, year)) > 0)
          add_period (making, g_steal_pointer (&name), first, get_month_end (month, year));
      }
}

static gboolean
has_condition (const LasnaFilter *filter, const LasnaCondition *condition)
{
  g_autoptr (LasnaFilter) copy = lasna_filter_copy (filter);

  return lasna_filter_remove_condition (copy, condition);
}

static void
add_condition (Making *making, char *label, const LasnaCondition *condition)
{
  LasnaFilterOffer *offer = add (making,
                                 condition->dimension,
                                 label,
                                 LASNA_OFFER_UNCOUNTED,
                                 has_condition (making->filter, condition));

  offer->given = *condition;
  offer->given.text = g_strdup (condition->text);
}

static gboolean
has_method (const LasnaColumns *columns, LasnaMethod method)
{
  for (guint i = 0; i < columns->questions->len; i++)
    if (((const LasnaColumnsQuestion *) columns->questions->pdata[i])->method == method)
      return TRUE;
  return FALSE;
}

static void
add_scores (Making *making)
{
  static const struct
  {
    const char *label;
    LasnaMethod method;
    double minimum;
    double maximum;
  } ranges[] = {
    { N_ ("Detractors, NPS 0–6"), LASNA_METHOD_NPS, 0, 6 },
    { N_ ("Passives, NPS 7–8"), LASNA_METHOD_NPS, 7, 8 },
    { N_ ("Promoters, NPS 9–10"), LASNA_METHOD_NPS, 9, 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      const char *label = lasna_words (making->language, ranges[i].label);

      if (has_method (making->selection->columns, ranges[i].method))
        add_condition (making,
                       g_strdup (label),
                       &(LasnaCondition){ .dimension = LASNA_DIMENSION_SCORE,
                                          .kind = LASNA_CONDITION_RANGE,
                                          .method = lasna_method_get_id (ranges[i].method),
                                          .minimum = ranges[i].minimum,
                                          .maximum = ranges[i].maximum });
    }
}

static void
add_measures (Making *making)
{
  for (LasnaMethod method = 0; method < LASNA_N_METHODS; method++)
    {
      LasnaCondition condition = { .dimension = LASNA_DIMENSION_MEASURE,
                                   .kind = LASNA_CONDITION_CODE,
                                   .text = (char *) lasna_method_get_id (method) };
      g_autofree char *label =
          lasna_condition_dup_words (&condition, making->selection->columns, making->language);

      if (has_method (making->selection->columns, method))
        add_condition (making, g_steal_pointer (&label), &condition);
    }
}

static void
add_questions (Making *making)
{
  const LasnaColumns *columns = making->selection->columns;

  for (guint i = 0; i < columns->questions->len; i++)
    {
      const LasnaColumnsQuestion *question = columns->questions->pdata[i];

      if (question->text != NULL)
        add_condition (making,
                       g_strdup (question->text),
                       &(LasnaCondition){ .dimension = LASNA_DIMENSION_QUESTION,
                                          .kind = LASNA_CONDITION_RECORD,
                                          .record = question->id });
    }
}

/* "nps 0-6", "csat 1..2", "7-8": a range of scores as somebody types it. */
static void
add_typed_score (Making *making, const char *typed)
{
  LasnaCondition condition = { .dimension = LASNA_DIMENSION_SCORE, .kind = LASNA_CONDITION_RANGE };
  g_autofree char *small = g_ascii_strdown (typed, -1);
  const char *at = g_strchug (small);
  int end = 0;

  for (LasnaMethod method = 0; method < LASNA_N_METHODS; method++)
    if (g_str_has_prefix (at, lasna_method_get_id (method)))
      {
        condition.method = lasna_method_get_id (method);
        at += strlen (condition.method);
        break;
      }
  while (*at == ' ')
    at++;
  if (sscanf (at, "%lf..%lf%n", &condition.minimum, &condition.maximum, &end) != 2 &&
      sscanf (at, "%lf -%lf%n", &condition.minimum, &condition.maximum, &end) != 2)
    {
      if (condition.method == NULL || sscanf (at, "%lf%n", &condition.minimum, &end) != 1)
        return;
      condition.maximum = condition.minimum;
    }
  if (at[end] != '\0' || condition.minimum > condition.maximum || !isfinite (condition.minimum) ||
      !isfinite (condition.maximum))
    return;
  add_condition (
      making,
      lasna_condition_dup_words (&condition, making->selection->columns, making->language),
      &condition);
}

/* Who looks for what was left out wants to see only that. */
static void
add_excluded (Making *making)
{
  LasnaCondition condition = { .dimension = LASNA_DIMENSION_EXCLUDED,
                               .kind = LASNA_CONDITION_CODE,
                               .text = (char *) "yes" };
  g_autofree char *label =
      lasna_condition_dup_words (&condition, making->selection->columns, making->language);

  add_condition (making, g_steal_pointer (&label), &condition);
}

/**
 * lasna_filter_offers_list:
 * @selection: what passes @filter now
 * @today: a Julian day
 *
 * Returns: (transfer full) (element-type LasnaFilterOffer): everything that @filter can be narrowed
 *   by, those of a dimension together
 */
GPtrArray *
lasna_filter_offers_list (const LasnaFilter *filter,
                          const LasnaSelection *selection,
                          gint32 today,
                          LasnaLanguage language)
{
  Making making = { filter, selection, language, g_ptr_array_new_with_free_func (offer_free) };

  add_periods (&making, today);
  for (guint i = 0; i < G_N_ELEMENTS (with_values); i++)
    add_values (&making, with_values[i]);
  add_scores (&making);
  add_measures (&making);
  add_questions (&making);
  add_excluded (&making);
  return making.offers;
}

/**
 * lasna_filter_offers_read:
 *
 * Returns: (transfer full) (element-type LasnaFilterOffer): what @typed says by itself: a period, a
 *   month by its name or a range of scores
 */
GPtrArray *
lasna_filter_offers_read (const LasnaFilter *filter,
                          const LasnaSelection *selection,
                          const char *typed,
                          LasnaLanguage language)
{
  Making making = { filter, selection, language, g_ptr_array_new_with_free_func (offer_free) };

  add_typed_period (&making, typed);
  add_typed_months (&making, typed);
  add_typed_score (&making, typed);
  return making.offers;
}

/**
 * lasna_filter_offer_matches:
 * @typed: the letters typed so far
 *
 * Returns: whether each word that was typed begins a word of the offer, or of what it is one of
 */
gboolean
lasna_filter_offer_matches (const LasnaFilterOffer *self, const char *typed, LasnaLanguage language)
{
  const char *title = lasna_words (language, lasna_dimension_get_title (self->dimension));
  g_autofree char *all = g_strdup_printf ("%s %s", title, self->label);

  return begins_words (all, typed);
}

/**
 * lasna_filter_offer_toggle:
 * @columns: those that the offer was made from
 *
 * Adds the offer to @filter, or takes it away where it is chosen.
 */
void
lasna_filter_offer_toggle (const LasnaFilterOffer *self,
                           LasnaFilter *filter,
                           const LasnaColumns *columns)
{
  if (self->dimension == LASNA_DIMENSION_PERIOD)
    lasna_filter_set_days (
        filter, self->is_chosen ? 0 : self->first, self->is_chosen ? 0 : self->last);
  else if (self->dimension <= LASNA_DIMENSION_CLUSTER)
    lasna_filter_toggle_code (filter, columns, self->dimension, self->code);
  else if (!lasna_filter_add_condition (filter, &self->given))
    lasna_filter_remove_condition (filter, &self->given);
}
