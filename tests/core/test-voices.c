/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding voices by their words.
 */
#include "config.h"

#include "lasna-text-query.h"
#include "lasna-text-search.h"

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/voices/query", test_query);
  g_test_add_func ("/voices/spans", test_spans);
  return g_test_run ();
}
