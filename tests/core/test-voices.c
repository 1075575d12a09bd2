/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding voices by their words, reading them in order, and what is done with them.
 */
#include "config.h"

#include "lasna-day.h"
#include "lasna-error.h"
#include "lasna-feedback.h"
#include "lasna-filter-offers.h"
#include "lasna-test-book.h"
#include "lasna-text-query.h"
#include "lasna-text-search.h"
#include "lasna-voice-deeds.h"
#include "lasna-voice-order.h"

#include <math.h>
#include <string.h>

static gboolean
matches (const char *query, const char *text)
{
  g_autoptr (LasnaTextQuery) parsed = lasna_text_query_new (query);
  g_autoptr (GString) folded = g_string_new (NULL);

  lasna_text_search_fold (text, folded);
  return lasna_text_query_matches (parsed, folded->str, folded->len);
}

static void
test_query (void)
{
  static const struct
  {
    const char *query;
    const char *text;
    gboolean found;
  } cases[] = {
    { "", "Anything", TRUE },
    { "price", "The PRICES were fair", TRUE },
    { "price fair", "The prices were fair", TRUE },
    { "price cheap", "The prices were fair", FALSE },
    { "rice", "The prices were fair", TRUE },
    { "rice*", "The prices were fair", FALSE },
    { "pri*", "The prices were fair", TRUE },
    { "\"were fair\"", "The prices were fair", TRUE },
    { "\"were fai\"", "The prices were fair", FALSE },
    { "\"ere fair\"", "The prices were fair", FALSE },
    { "\"were fair", "The prices were fair, I think", TRUE },
    { "\"fair were\"", "The prices were fair", FALSE },
    { "price -fair", "The prices were fair", FALSE },
    { "price -cheap", "The prices were fair", TRUE },
    { "-\"were fair\" price", "The prices were not fair", TRUE },
    { "-fair", "", FALSE },
    { "- fair", "The prices were fair", TRUE },
    { "check-in", "Check-in was slow", TRUE },
    { "”hyvin hoidettu”", "Asia oli hyvin hoidettu.", TRUE },
    /* A typed a finds ä, a typed ä only itself. */
    { "sahko", "Sähkö oli poikki", TRUE },
    { "sähkö", "sahko oli poikki", FALSE },
    { "\"sahko oli\"", "Sähkö oli poikki", TRUE },
    { "cafe", "Un café, merci", TRUE },
    { "*", "The prices", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s in %s", cases[i].query, cases[i].text);
      g_assert_cmpint (matches (cases[i].query, cases[i].text), ==, cases[i].found);
    }
}

static char *
mark (const char *query, const char *text)
{
  g_autoptr (LasnaTextQuery) parsed = lasna_text_query_new (query);
  g_autoptr (GArray) spans = lasna_text_query_find (parsed, text);
  g_autoptr (GString) marked = g_string_new (text);

  for (guint i = spans->len; i-- > 0;)
    {
      const LasnaTextSpan *span = &g_array_index (spans, LasnaTextSpan, i);

      g_string_insert_c (marked, span->end, ']');
      g_string_insert_c (marked, span->start, '[');
    }
  return g_string_free (g_steal_pointer (&marked), FALSE);
}

static void
test_spans (void)
{
  static const struct
  {
    const char *query;
    const char *text;
    const char *marked;
  } cases[] = {
    { "price", "Prices, prices", "[Price]s, [price]s" },
    { "pri ice", "The price", "The [price]" },
    { "sahko", "Sähkö ja sähköt", "[Sähkö] ja [sähkö]t" },
    /* Marks that follow their letter belong to it. */
    { "cafe", "Un cafe\xcc\x81.", "Un [cafe\xcc\x81]." },
    { "\"the key\" -price", "Where the key was, price", "Where [the key] was, price" },
    { "nothing", "The price", "The price" },
    { "", "The price", "The price" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = mark (cases[i].query, cases[i].text);

      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
}

/* A voice lives while somebody holds it. */
static LasnaVoice *
add_voice (LasnaTestBook *book, const char *day, const char *words)
{
  g_autoptr (LasnaChange) change = lasna_workbook_begin (book->workbook, "Voice");
  LasnaVoice *voice = g_object_ref (lasna_workbook_add (
      book->workbook, LASNA_TYPE_VOICE, "received-at", day, "verbatim", words, NULL));

  lasna_test_assert_accepted (change);
  return voice;
}

static void
feel (LasnaVoice *voice, const char *code, int strength)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (LASNA_RECORD (voice));
  g_autoptr (LasnaChange) change = lasna_workbook_begin (workbook, "Feel");

  lasna_voice_set_emotion (
      voice, lasna_label_take_code (workbook, "label.emotion", code), strength, TRUE);
  lasna_test_assert_accepted (change);
}

static gint64
get_id (gpointer record)
{
  return lasna_record_get_id (record);
}

/* The words of the voices in order, with bars between them. */
static char *
list (LasnaTestBook *book, LasnaVoiceOrder order, gboolean descending, const char *search)
{
  g_autoptr (LasnaFeedback) feedback = lasna_feedback_new (book->workbook);
  g_autoptr (LasnaSelection) selection = lasna_feedback_select (feedback, NULL, NULL);
  g_autoptr (GArray) ids = lasna_voice_order_list (selection,
                                                   order,
                                                   descending,
                                                   LASNA_LANGUAGE_EN,
                                                   search,
                                                   lasna_workbook_get_store (book->workbook),
                                                   NULL);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (LasnaRecord) voice =
          lasna_workbook_find (book->workbook, "feedback", g_array_index (ids, gint64, i));

      g_string_append_printf (
          words, "%s%s", i > 0 ? "|" : "", lasna_record_get_text (voice, "verbatim"));
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
test_order (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (LasnaVoice) old = add_voice (book, "2026-01-01T10:00", "Old and long");
  g_autoptr (LasnaVoice) middle = add_voice (book, "2026-02-01T10:00", "Middle");
  g_autoptr (LasnaVoice) new = add_voice (book, "2026-03-01T10:00", "New");
  LasnaRecord *question;
  static const struct
  {
    LasnaVoiceOrder order;
    gboolean descending;
    const char *words;
  } cases[] = {
    { LASNA_VOICES_BY_DATE, TRUE, "New|Middle|Old and long" },
    { LASNA_VOICES_BY_DATE, FALSE, "Old and long|Middle|New" },
    { LASNA_VOICES_BY_LENGTH, TRUE, "Old and long|Middle|New" },
    { LASNA_VOICES_BY_LENGTH, FALSE, "New|Middle|Old and long" },
    /* What is not known comes last, whichever end is first. */
    { LASNA_VOICES_BY_FEELING, FALSE, "Old and long|Middle|New" },
    { LASNA_VOICES_BY_FEELING, TRUE, "Middle|Old and long|New" },
    { LASNA_VOICES_BY_SCORE, FALSE, "Middle|Old and long|New" },
    { LASNA_VOICES_BY_SCORE, TRUE, "Old and long|Middle|New" },
    { LASNA_VOICES_BY_STAGE, FALSE, "Middle|New|Old and long" },
    { LASNA_VOICES_BY_FOLLOW_UP, FALSE, "Old and long|New|Middle" },
    { LASNA_VOICES_BY_CHANNEL, FALSE, "New|Middle|Old and long" },
  };

  feel (old, "emotion.hurried", 3);
  feel (middle, "emotion.happy", 2);
  question = lasna_workbook_add (book->workbook,
                                 LASNA_TYPE_QUESTION,
                                 "text",
                                 "Would you come again?",
                                 "method",
                                 "method.nps",
                                 "scale-min",
                                 0.0,
                                 "scale-max",
                                 10.0,
                                 NULL);
  g_assert_nonnull (new);
  lasna_voice_set_score (old, LASNA_QUESTION (question), 9);
  lasna_voice_set_score (middle, LASNA_QUESTION (question), 2);
  lasna_voice_set_place (middle, "stage", book->stage);
  g_object_set (old, "follow-up", "follow-up.new", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = list (book, cases[i].order, cases[i].descending, NULL);

      g_test_message ("%s", lasna_voice_order_get_title (cases[i].order, cases[i].descending));
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Whole words count; what is only inside words comes after them, the newest first. */
static void
test_match (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (LasnaVoice) one = add_voice (book, "2026-01-01T10:00", "Price, price and price");
  g_autoptr (LasnaVoice) two =
      add_voice (book, "2026-02-01T10:00", "A long story in which the price is named once");
  g_autoptr (LasnaVoice) three = add_voice (book, "2026-03-01T10:00", "Overpriced");
  g_autofree char *found = list (book, LASNA_VOICES_BY_MATCH, FALSE, "price");
  g_autofree char *all = list (book, LASNA_VOICES_BY_MATCH, FALSE, NULL);

  g_assert_true (g_str_has_prefix (found, "Price, price and price|A long story"));
  g_assert_true (g_str_has_suffix (found, "|Overpriced"));
  g_assert_true (g_str_has_prefix (all, "Overpriced|A long story"));
  g_assert_true (one != NULL && two != NULL && three != NULL);
}

static void
test_assign (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (LasnaVoice) one = add_voice (book, "2026-01-01T10:00", "One");
  g_autoptr (LasnaVoice) two = add_voice (book, "2026-02-01T10:00", "Two");
  gint64 ids[] = { get_id (one), get_id (two) };
  g_autofree char *stage = g_strdup_printf ("%" G_GINT64_FORMAT, get_id (book->stage));
  g_autoptr (GError) error = NULL;
  LasnaRecord *held = LASNA_RECORD (one);

  g_assert_true (lasna_voices_assign (book->workbook, ids, 2, "stage", stage, &error));
  g_assert_no_error (error);
  {
    g_autoptr (LasnaRecord) place = lasna_voice_get_place (LASNA_VOICE (held), "stage");

    g_assert_true (place == book->stage);
  }
  g_assert_true (lasna_voices_assign (book->workbook, ids, 2, "channel", "channel.phone", &error));
  g_assert_true (lasna_voices_leave_out (book->workbook, ids, 2, TRUE, &error));
  g_assert_true (lasna_record_get_flag (held, "excluded"));
  g_assert_true (
      lasna_voices_set_term (book->workbook, ids, 2, "follow-up", "follow-up.resolved", &error));
  g_assert_cmpstr (lasna_record_get_text (held, "follow-up"), ==, "follow-up.resolved");

  /* Each was one step. */
  g_assert_true (lasna_workbook_undo (book->workbook, NULL, NULL));
  g_assert_null (lasna_record_get_text (held, "follow-up"));
  g_assert_true (lasna_workbook_undo (book->workbook, NULL, NULL));
  g_assert_false (lasna_record_get_flag (held, "excluded"));
  g_assert_true (lasna_workbook_undo (book->workbook, NULL, NULL));
  g_assert_true (lasna_workbook_undo (book->workbook, NULL, NULL));
  g_assert_false (lasna_record_is_set (held, "stage"));

  g_assert_false (lasna_voices_assign (book->workbook, ids, 2, "stage", "12345", &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_RULE);
}

/* Names that came with a file: whatever hangs on them follows. */
static void
test_loose_names (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (LasnaVoice) one = add_voice (book, "2026-01-01T10:00", "One");
  g_autoptr (LasnaVoice) two = add_voice (book, "2026-02-01T10:00", "Two");
  g_autofree char *stage = g_strdup_printf ("%" G_GINT64_FORMAT, get_id (book->stage));
  g_autoptr (LasnaChange) change = lasna_workbook_begin (book->workbook, "Labels");
  g_autoptr (GArray) names = NULL;
  g_autoptr (GArray) left = NULL;
  g_autoptr (LasnaRecord) place = NULL;
  gint64 ids[2];

  g_object_set (
      one, "stage", lasna_label_take_text (book->workbook, "label.stage", "booking page"), NULL);
  g_object_set (two, "stage", lasna_label_take_text (book->workbook, "label.stage", "Book"), NULL);
  lasna_test_assert_accepted (change);
  names = lasna_loose_names_list (book->workbook, "stage");
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_cmpstr (g_array_index (names, LasnaLooseName, 0).text, ==, "Book");
  for (guint i = 0; i < 2; i++)
    ids[i] = g_array_index (names, LasnaLooseName, i).label;
  g_assert_true (lasna_loose_names_assign (book->workbook, ids, 2, "stage", stage, NULL));
  left = lasna_loose_names_list (book->workbook, "stage");
  g_assert_cmpuint (left->len, ==, 0);
  place = lasna_voice_get_place (two, "stage");
  g_assert_true (place == book->stage);
  g_assert_true (lasna_workbook_undo (book->workbook, NULL, NULL));
  g_clear_pointer (&left, g_array_unref);
  left = lasna_loose_names_list (book->workbook, "stage");
  g_assert_cmpuint (left->len, ==, 2);
}

static void
test_make (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (LasnaVoice) voice = add_voice (book, "2026-01-01T10:00", "We waited in\nthe cold");
  g_autoptr (LasnaVoice) silent = add_voice (book, "2026-01-02T10:00", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) made = NULL;
  g_autoptr (LasnaRecord) complaint = NULL;
  g_autoptr (LasnaRecord) again = NULL;
  g_autoptr (LasnaRecord) story = NULL;
  g_autoptr (LasnaRecord) action = NULL;
  g_autoptr (LasnaRecord) other = NULL;

  /* A story carries a feeling. */
  g_assert_null (lasna_voice_make_story (voice, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_RULE);
  g_clear_error (&error);
  g_assert_null (lasna_voice_make_story (silent, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_RULE);
  g_clear_error (&error);
  feel (voice, "emotion.happy", 1);
  feel (voice, "emotion.hurried", 3);
  story = lasna_voice_make_story (voice, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lasna_record_get_text (story, "emotion"), ==, "emotion.hurried");
  g_assert_cmpstr (lasna_record_get_text (story, "kind"), ==, "story.failure");
  g_assert_cmpstr (lasna_record_get_text (story, "title"), ==, "We waited in the cold");
  g_assert_cmpstr (lasna_record_get_text (story, "permission"), ==, "permission.none");

  complaint = lasna_voice_make_complaint (voice, &error);
  g_assert_nonnull (complaint);
  again = lasna_voice_make_complaint (voice, &error);
  g_assert_true (again == complaint);
  g_assert_cmpstr (lasna_record_get_text (LASNA_RECORD (voice), "follow-up"), ==, "follow-up.new");
  action = lasna_voice_make_action (voice, &error);
  g_assert_nonnull (action);
  other = lasna_voice_make_action (silent, &error);
  g_assert_nonnull (other);
  made = lasna_voice_list_made (voice);
  g_assert_cmpuint (made->len, ==, 3);
  g_assert_true (made->pdata[0] == complaint);

  g_assert_true (lasna_workbook_undo (book->workbook, NULL, NULL));
  g_assert_true (lasna_workbook_undo (book->workbook, NULL, NULL));
  g_assert_true (lasna_workbook_undo (book->workbook, NULL, NULL));
  g_assert_false (lasna_record_is_set (LASNA_RECORD (voice), "follow-up"));
  g_clear_pointer (&made, g_ptr_array_unref);
  made = lasna_voice_list_made (voice);
  g_assert_cmpuint (made->len, ==, 1);
}

/* 15 May 2024, a Julian day. */
#define TODAY 739021

/* How many offers fit what is typed. */
static guint
count_offers (LasnaTestBook *book, LasnaFilter *filter, const char *typed)
{
  g_autoptr (LasnaFeedback) feedback = lasna_feedback_new (book->workbook);
  g_autoptr (LasnaSelection) selection = lasna_feedback_select (feedback, filter, NULL);
  g_autoptr (GPtrArray) offers =
      lasna_filter_offers_list (filter, selection, TODAY, LASNA_LANGUAGE_EN);
  g_autoptr (GPtrArray) read =
      lasna_filter_offers_read (filter, selection, typed, LASNA_LANGUAGE_EN);
  guint n = read->len;

  for (guint i = 0; i < offers->len; i++)
    n += lasna_filter_offer_matches (offers->pdata[i], typed, LASNA_LANGUAGE_EN);
  return n;
}

static const LasnaFilterOffer *
find_offer (GPtrArray *offers, LasnaDimension dimension)
{
  for (guint i = 0; i < offers->len; i++)
    if (((const LasnaFilterOffer *) offers->pdata[i])->dimension == dimension)
      return offers->pdata[i];
  return NULL;
}

static void
test_offers (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (LasnaVoice) voice = add_voice (book, "2026-01-01T10:00", "One");
  g_autoptr (LasnaFilter) filter = lasna_filter_new ();
  g_autoptr (LasnaFeedback) feedback = lasna_feedback_new (book->workbook);
  g_autoptr (LasnaSelection) selection = NULL;
  g_autoptr (GPtrArray) offers = NULL;
  const LasnaFilterOffer *offer;

  lasna_voice_set_place (voice, "stage", book->stage);
  g_object_set (voice, "moment", "moment.when-wrong", NULL);
  g_assert_cmpuint (count_offers (book, filter, ""), >, 5);
  g_assert_cmpuint (count_offers (book, filter, "no such thing"), ==, 0);
  g_assert_cmpuint (count_offers (book, filter, "janu"), ==, 1);
  g_assert_cmpuint (count_offers (book, filter, "January 2026"), ==, 1);
  g_assert_cmpuint (count_offers (book, filter, "January 2025"), ==, 0);
  g_assert_cmpuint (count_offers (book, filter, "June"), ==, 0);
  selection = lasna_feedback_select (feedback, filter, NULL);
  offers = lasna_filter_offers_list (filter, selection, TODAY, LASNA_LANGUAGE_EN);
  offer = find_offer (offers, LASNA_DIMENSION_MOMENT);
  g_assert_nonnull (offer);
  g_assert_true (lasna_filter_offer_matches (offer, "mome", LASNA_LANGUAGE_EN));
  g_assert_false (lasna_filter_offer_matches (offer, "mome stage", LASNA_LANGUAGE_EN));
  g_assert_cmpint (offer->dimension, ==, LASNA_DIMENSION_MOMENT);
  g_assert_cmpuint (offer->n, ==, 1);
  g_assert_false (offer->is_chosen);
  lasna_filter_offer_toggle (offer, filter, selection->columns);
  g_assert_true (lasna_filter_has_dimension (filter, LASNA_DIMENSION_MOMENT));
  lasna_filter_offer_toggle (offer, filter, selection->columns);
  g_assert_true (lasna_filter_is_empty (filter));

  g_assert_cmpuint (count_offers (book, filter, "nps 0-6"), ==, 1);
  g_assert_cmpuint (count_offers (book, filter, "2026-01"), ==, 1);
}

static void
test_periods (void)
{
  static const struct
  {
    const char *typed;
    const char *first; /* NULL: no period */
    const char *last;
  } cases[] = {
    { "2026", "2026-01-01", "2026-12-31" },
    { "2026-02", "2026-02-01", "2026-02-28" },
    { "2/2024", "2024-02-01", "2024-02-29" },
    { "2.2024", "2024-02-01", "2024-02-29" },
    { "2026-06-15", "2026-06-15", "2026-06-15" },
    { "15.6.2026", "2026-06-15", "2026-06-15" },
    { "2026-06..2026-08", "2026-06-01", "2026-08-31" },
    { "1.6.2026–31.8.2026", "2026-06-01", "2026-08-31" },
    { "2025 - 2026", "2025-01-01", "2026-12-31" },
    { "2026..2025", NULL, NULL },
    { "31.2.2026", NULL, NULL },
    { "2026-13", NULL, NULL },
    { "26", NULL, NULL },
    { "Purchase", NULL, NULL },
    { "", NULL, NULL },
    { "..", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint32 first = 0;
      gint32 last = 0;
      gint32 day;

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpint (lasna_filter_offers_read_period (cases[i].typed, &first, &last),
                       ==,
                       cases[i].first != NULL);
      if (cases[i].first == NULL)
        continue;
      g_assert_true (lasna_day_read (cases[i].first, &day));
      g_assert_cmpint (first, ==, day);
      g_assert_true (lasna_day_read (cases[i].last, &day));
      g_assert_cmpint (last, ==, day);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/voices/query", test_query);
  g_test_add_func ("/voices/spans", test_spans);
  g_test_add_func ("/voices/order", test_order);
  g_test_add_func ("/voices/match", test_match);
  g_test_add_func ("/voices/assign", test_assign);
  g_test_add_func ("/voices/loose-names", test_loose_names);
  g_test_add_func ("/voices/make", test_make);
  g_test_add_func ("/voices/offers", test_offers);
  g_test_add_func ("/voices/periods", test_periods);
  return g_test_run ();
}
