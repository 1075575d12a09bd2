/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The index of words: what it finds, and that it stays in step with the comments.
 */
#include "config.h"

#include "lasna-full-text.h"
#include "lasna-test-book.h"
#include "lasna-voice.h"
#include "lasna-word-index.h"

static LasnaStore *
get_store (LasnaTestBook *book)
{
  return lasna_workbook_get_store (book->workbook);
}

/* Nobody holds the voice but who asks for it. */
static gint64
add_voice (LasnaTestBook *book, const char *words)
{
  g_autoptr (LasnaChange) change = lasna_workbook_begin (book->workbook, "Note");
  LasnaRecord *voice = lasna_workbook_add (
      book->workbook, LASNA_TYPE_VOICE, "received-at", "2026-11-21", "verbatim", words, NULL);
  gint64 id = lasna_record_get_id (voice);

  lasna_test_assert_accepted (change);
  return id;
}

static guint
count_found (LasnaTestBook *book, const char *text)
{
  g_autoptr (LasnaTextQuery) query = lasna_text_query_new (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = lasna_full_text_search (get_store (book), query, NULL, &error);

  g_assert_no_error (error);
  return found->len;
}

static void
assert_sound (LasnaTestBook *book)
{
  gboolean is_sound = FALSE;

  g_assert_true (lasna_full_text_check (get_store (book), &is_sound, NULL));
  g_assert_true (is_sound);
}

static void
test_words (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  static const struct
  {
    const char *query;
    guint found;
  } cases[] = {
    { "sauna", 2 },
    { "SAUNA", 2 },
    { "sau", 0 },
    { "sau*", 3 },
    { "\"sauna was\"", 1 },
    { "\"was sauna\"", 0 },
    { "sauna -cold", 1 },
    { "-sauna", 3 },
    { "sauna warm", 1 },
    { "hyva", 2 },
    { "hyvä", 1 },
    { "-hyvä hyva", 1 },
    { "cafe", 0 },
    { "!!", 5 },
    { "\"NEAR (a b)\" OR", 0 },
    { "", 5 },
  };

  add_voice (book, "The sauna was warm");
  add_voice (book, "A cold sauna");
  add_voice (book, "Saunat olivat hyvä juttu");
  add_voice (book, "hyva, sanoi toinen");
  add_voice (book, "Nothing much");
  add_voice (book, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].query);
      g_assert_cmpuint (count_found (book, cases[i].query), ==, cases[i].found);
    }
  assert_sound (book);
}

static void
test_step (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (LasnaRecord) voice =
      lasna_workbook_find (book->workbook, "feedback", add_voice (book, "first words"));

  g_assert_cmpuint (count_found (book, "first"), ==, 1);
  g_object_set (voice, "verbatim", "other words", NULL);
  g_assert_cmpuint (count_found (book, "first"), ==, 0);
  g_assert_cmpuint (count_found (book, "other"), ==, 1);
  assert_sound (book);
  lasna_workbook_undo (book->workbook, NULL, NULL);
  g_assert_cmpuint (count_found (book, "first"), ==, 1);
  g_assert_cmpuint (count_found (book, "other"), ==, 0);
  lasna_workbook_redo (book->workbook, NULL, NULL);
  g_assert_cmpuint (count_found (book, "other"), ==, 1);
  g_object_set (voice, "verbatim", NULL, NULL);
  g_assert_cmpuint (count_found (book, "words"), ==, 0);
  lasna_workbook_undo (book->workbook, NULL, NULL);
  lasna_workbook_undo (book->workbook, NULL, NULL);
  lasna_workbook_undo (book->workbook, NULL, NULL);
  g_assert_cmpuint (count_found (book, "words"), ==, 0);
  assert_sound (book);
  lasna_workbook_redo (book->workbook, NULL, NULL);
  g_assert_cmpuint (count_found (book, "first"), ==, 1);
  assert_sound (book);
}

static void
test_rank (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (LasnaTextQuery) query = lasna_text_query_new ("queue");
  g_autoptr (LasnaTextQuery) none = lasna_text_query_new ("-queue");
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) rest = NULL;
  gboolean is_ranked;
  gint64 best;

  add_voice (book, "a queue");
  best = add_voice (book, "queue, queue and again queue");
  add_voice (book, "nobody waited");
  found = lasna_full_text_rank (get_store (book), query, 10, &is_ranked, NULL);
  g_assert_cmpuint (found->len, ==, 2);
  if (is_ranked)
    g_assert_cmpint (g_array_index (found, gint64, 0), ==, best);
  rest = lasna_full_text_rank (get_store (book), none, 10, &is_ranked, NULL);
  g_assert_cmpuint (rest->len, ==, 1);
  g_assert_false (is_ranked);
}

/* An index that has lost something is noticed, and can be made anew. */
static void
test_rebuild (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  gint64 voice = add_voice (book, "lost words");
  LasnaStore *store = get_store (book);
  gboolean is_sound = TRUE;

  g_assert_true (lasna_word_index_remove (store, voice, "lost words", NULL));
  g_assert_true (lasna_full_text_check (store, &is_sound, NULL));
  g_assert_false (is_sound);
  g_assert_cmpuint (count_found (book, "lost"), ==, 0);
  g_assert_true (lasna_word_index_rebuild (lasna_store_get_connection (store), NULL));
  g_assert_cmpuint (count_found (book, "lost"), ==, 1);
  assert_sound (book);
  for (guint i = 0; i < 10; i++)
    add_voice (book, "more words");
  g_assert_true (lasna_store_begin (store, NULL));
  g_assert_true (lasna_word_index_merge (store, NULL));
  g_assert_true (lasna_store_commit (store, NULL));
  g_assert_cmpuint (count_found (book, "words"), ==, 11);
  assert_sound (book);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/full-text/words", test_words);
  g_test_add_func ("/full-text/step", test_step);
  g_test_add_func ("/full-text/rank", test_rank);
  g_test_add_func ("/full-text/rebuild", test_rebuild);
  return g_test_run ();
}
