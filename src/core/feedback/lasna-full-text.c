/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The index folds å, ä and ö to a and o, so that these find them; where they are typed themselves,
 * what the index found is read again.
 */
#include "config.h"

#include "lasna-full-text.h"

#include "lasna-text-search.h"

#include <string.h>

/* Words that half of all voices have take long to rank and tell little. */
#define RANKING_MICROSECONDS 50000

/* How many steps of SQLite's machine lie between two looks at the clock. */
#define STEPS_BETWEEN_LOOKS 1000

#define VISIBLE                                                                                    \
  "JOIN feedback ON feedback.id = found.rowid LEFT JOIN batch ON batch.id = feedback.batch "       \
  "WHERE (feedback.batch IS NULL OR (batch.state = 'batch.complete' AND batch.undone = 0)) "

/* A query for the index, and what it cannot tell. */
typedef struct
{
  GString *wanted;   /* NULL where all is wanted that is not unwanted */
  GString *unwanted; /* likewise */
  GPtrArray *exact;  /* borrowed LasnaTextTerm, to be compared letter by letter */
} Search;

static void
add_needle (GString **text, const char *operator, const LasnaTextTerm * term)
{
  if (*text == NULL)
    *text = g_string_new (NULL);
  else
    g_string_append (*text, operator);
  g_string_append_c (*text, '"');
  for (const char *c = term->needle; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (*text, '"');
      g_string_append_c (*text, *c);
    }
  g_string_append_c (*text, '"');
  if (term->flags & LASNA_TEXT_AT_START && !(term->flags & LASNA_TEXT_AT_END))
    g_string_append_c (*text, '*');
}

static gboolean
has_word (const char *needle)
{
  for (const char *c = needle; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      return TRUE;
  return FALSE;
}

/* Folding leaves only these. */
static gboolean
has_own_letters (const char *needle)
{
  return strstr (needle, "å") != NULL || strstr (needle, "ä") != NULL ||
         strstr (needle, "ö") != NULL;
}

static void
search_init (Search *self, const LasnaTextQuery *query)
{
  *self = (Search){ .exact = g_ptr_array_new () };
  for (guint i = 0; i < query->terms->len; i++)
    {
      LasnaTextTerm *term = query->terms->pdata[i];
      gboolean is_unwanted = (term->flags & LASNA_TEXT_WITHOUT) != 0;
      gboolean is_exact = has_own_letters (term->needle);

      if (is_exact)
        g_ptr_array_add (self->exact, term);
      if (!has_word (term->needle))
        continue;
      if (!is_unwanted)
        add_needle (&self->wanted, " AND ", term);
      else if (!is_exact)
        add_needle (&self->unwanted, " OR ", term);
    }
}

static void
search_clear (Search *self)
{
  if (self->wanted != NULL)
    g_string_free (self->wanted, TRUE);
  if (self->unwanted != NULL)
    g_string_free (self->unwanted, TRUE);
  g_ptr_array_unref (self->exact);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/* Whether the comment has the words with å, ä and ö, or has them not, as is asked for. */
static gboolean
is_exact (const Search *self, const char *comment)
{
  g_autoptr (GString) folded = NULL;

  if (self->exact->len == 0)
    return TRUE;
  folded = g_string_new (NULL);
  lasna_text_search_fold (comment != NULL ? comment : "", folded);
  for (guint i = 0; i < self->exact->len; i++)
    {
      LasnaTextTerm term = *(const LasnaTextTerm *) self->exact->pdata[i];
      gboolean is_unwanted = (term.flags & LASNA_TEXT_WITHOUT) != 0;

      if (!(term.flags & LASNA_TEXT_AT_START))
        term.flags |= LASNA_TEXT_AT_START | LASNA_TEXT_AT_END;
      if (lasna_text_term_occurs (&term, folded->str, folded->len) == is_unwanted)
        return FALSE;
    }
  return TRUE;
}

static LasnaStatement *
prepare (LasnaStore *store, const Search *search, const char *order, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *sql = NULL;
  LasnaStatement *statement;

  if (search->wanted == NULL)
    {
      text = g_strdup (search->unwanted != NULL ? search->unwanted->str : "\"\"");
      sql = g_strdup_printf ("SELECT found.id, found.verbatim FROM voice AS found "
                             "WHERE found.verbatim IS NOT NULL AND found.verbatim != '' AND "
                             "found.id NOT IN (SELECT rowid FROM feedback_text "
                             "WHERE feedback_text MATCH ?1) ORDER BY found.id");
    }
  else
    {
      text = search->unwanted != NULL
                 ? g_strdup_printf ("(%s) NOT (%s)", search->wanted->str, search->unwanted->str)
                 : g_strdup (search->wanted->str);
      sql = g_strdup_printf ("SELECT found.rowid%s FROM feedback_text AS found CROSS " VISIBLE
                             "AND found.feedback_text MATCH ?1 ORDER BY %s",
                             search->exact->len > 0 ? ", feedback.verbatim" : "",
                             order);
    }
  statement = lasna_statement_new (lasna_store_get_connection (store), sql, FALSE, error);
  if (statement != NULL)
    lasna_statement_bind_text (statement, 1, text);
  return statement;
}

/* The voices in @order; NULL where it failed or was stopped. */
static GArray *
run (LasnaStore *store, const Search *search, const char *order, guint limit, GError **error)
{
  g_autoptr (LasnaStatement) statement = prepare (store, search, order, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  LasnaStep step = LASNA_STEP_ROW;

  if (statement == NULL)
    return NULL;
  while (ids->len < limit && (step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    {
      gint64 id = lasna_statement_get_integer (statement, 1);

      if (search->exact->len == 0 || is_exact (search, lasna_statement_get_text (statement, 2)))
        g_array_append_val (ids, id);
    }
  return step != LASNA_STEP_ERROR ? g_steal_pointer (&ids) : NULL;
}

static int
is_cancelled_cb (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

static int
is_late_cb (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *) data;
}

/**
 * lasna_full_text_search:
 * @store: a connection of the calling thread
 * @query: its words are whole words here, unless a star ends them
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of all voices found, growing
 */
GArray *
lasna_full_text_search (LasnaStore *store,
                        const LasnaTextQuery *query,
                        GCancellable *cancellable,
                        GError **error)
{
  g_auto (Search) search = { 0 };
  GArray *ids;

  search_init (&search, query);
  if (cancellable != NULL)
    sqlite3_progress_handler (
        lasna_store_get_connection (store), STEPS_BETWEEN_LOOKS, is_cancelled_cb, cancellable);
  ids = run (store, &search, "found.rowid", G_MAXUINT, error);
  lasna_store_set_cancellable (store, NULL);
  return ids;
}

/**
 * lasna_full_text_rank:
 * @store: a connection of the calling thread
 * @limit: how many are wanted at most
 * @is_ranked: (out): whether the best stand first; where ranking would take long, the newest do
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of the voices found
 */
GArray *
lasna_full_text_rank (LasnaStore *store,
                      const LasnaTextQuery *query,
                      guint limit,
                      gboolean *is_ranked,
                      GError **error)
{
  g_auto (Search) search = { 0 };
  g_autoptr (GError) late = NULL;
  gint64 deadline = g_get_monotonic_time () + RANKING_MICROSECONDS;
  GArray *ids;

  search_init (&search, query);
  *is_ranked = search.wanted != NULL;
  if (!*is_ranked)
    return run (store, &search, "found.rowid DESC", limit, error);
  sqlite3_progress_handler (
      lasna_store_get_connection (store), STEPS_BETWEEN_LOOKS, is_late_cb, &deadline);
  ids = run (store, &search, "found.rank", limit, &late);
  lasna_store_set_cancellable (store, NULL);
  if (ids != NULL)
    return ids;
  *is_ranked = FALSE;
  return run (store, &search, "found.rowid DESC", limit, error);
}

/**
 * lasna_full_text_check:
 * @store: a connection that may write
 * @is_sound: (out): whether the index holds the words of the comments, and no others
 *
 * Returns: whether it could be looked at
 */
gboolean
lasna_full_text_check (LasnaStore *store, gboolean *is_sound, GError **error)
{
  int code =
      sqlite3_exec (lasna_store_get_connection (store),
                    "INSERT INTO feedback_text (feedback_text, rank) VALUES ('integrity-check', 1)",
                    NULL,
                    NULL,
                    NULL);

  *is_sound = code == SQLITE_OK;
  if (code == SQLITE_OK || (code & 0xff) == SQLITE_CORRUPT)
    return TRUE;
  lasna_statement_set_error (error, lasna_store_get_connection (store), code);
  return FALSE;
}
