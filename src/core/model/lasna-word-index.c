/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The index holds no texts of its own, so what leaves it must be given back to it word by word:
 * always the comment as it was indexed, in the transaction that changes it.
 */
#include "config.h"

#include "lasna-word-index.h"

#include "lasna-connection.h"

#include <string.h>

/* Leaves of the index that one step of merging writes, 4 kB each. */
#define LEAVES_AT_ONCE "20"

typedef struct
{
  LasnaStore *store;
  gboolean inverted;
  int column; /* of the comment in the table of voices */
  gboolean failed;
  GError *error;
} Follower;

static gboolean
put (LasnaStore *store, const char *sql, gint64 voice, const char *comment, GError **error)
{
  LasnaStatement *statement;

  if (comment == NULL || *comment == '\0')
    return TRUE;
  statement = lasna_store_prepare (store, sql, error);
  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_integer (statement, 1, voice);
  lasna_statement_bind_text (statement, 2, comment);
  return lasna_statement_run (statement, error);
}

/**
 * lasna_word_index_add:
 * @comment: (nullable)
 *
 * Returns: whether the words of the voice can be found, once the transaction is committed
 */
gboolean
lasna_word_index_add (LasnaStore *store, gint64 voice, const char *comment, GError **error)
{
  return put (
      store, "INSERT INTO feedback_text (rowid, verbatim) VALUES (?1, ?2)", voice, comment, error);
}

/**
 * lasna_word_index_remove:
 * @comment: (nullable): the words with which the voice is in the index
 *
 * Returns: whether it can no longer be found by them
 */
gboolean
lasna_word_index_remove (LasnaStore *store, gint64 voice, const char *comment, GError **error)
{
  return put (store,
              "INSERT INTO feedback_text (feedback_text, rowid, verbatim) "
              "VALUES ('delete', ?1, ?2)",
              voice,
              comment,
              error);
}

static const char *
get_text (sqlite3_value *value)
{
  return value != NULL && sqlite3_value_type (value) == SQLITE_TEXT
             ? (const char *) sqlite3_value_text (value)
             : NULL;
}

static void
follow_cb (const char *table, sqlite3_changeset_iter *row, gpointer data)
{
  Follower *follower = data;
  const char *name;
  int n_columns;
  int operation;
  sqlite3_value *key = NULL;
  sqlite3_value *gone = NULL;
  sqlite3_value *come = NULL;
  gint64 voice;

  if (follower->failed || strcmp (table, "feedback") != 0)
    return;
  sqlite3changeset_op (row, &name, &n_columns, &operation, NULL);
  if (operation != SQLITE_INSERT)
    {
      sqlite3changeset_old (row, 0, &key);
      sqlite3changeset_old (row, follower->column, &gone);
    }
  if (operation != SQLITE_DELETE)
    {
      if (key == NULL)
        sqlite3changeset_new (row, 0, &key);
      sqlite3changeset_new (row, follower->column, &come);
    }
  if (key == NULL)
    return;
  voice = sqlite3_value_int64 (key);
  follower->failed =
      !lasna_word_index_remove (
          follower->store, voice, get_text (follower->inverted ? come : gone), &follower->error) ||
      !lasna_word_index_add (
          follower->store, voice, get_text (follower->inverted ? gone : come), &follower->error);
}

/* Brings the index in step with a change that is about to come true. */
gboolean
_lasna_word_index_follow (LasnaStore *store, const LasnaLogStep *step, GError **error)
{
  Follower follower = { .store = store, .inverted = step->inverted };
  gint64 column = 0;

  if (!lasna_connection_read (lasna_store_get_connection (store),
                              "SELECT cid FROM pragma_table_info ('feedback') "
                              "WHERE name = 'verbatim'",
                              &column,
                              error))
    return FALSE;
  follower.column = (int) column;
  lasna_changeset_scan (step->changeset, follow_cb, &follower);
  if (follower.failed)
    g_propagate_error (error, follower.error);
  return !follower.failed;
}

/* Before voices are removed. @rows: SQL that gives their ids. */
gboolean
lasna_word_index_forget (sqlite3 *connection, const char *rows, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("INSERT INTO feedback_text (feedback_text, rowid, verbatim) "
                       "SELECT 'delete', id, verbatim FROM feedback "
                       "WHERE verbatim IS NOT NULL AND verbatim != '' AND id IN (%s)",
                       rows);

  return lasna_connection_execute (connection, sql, error);
}

/**
 * lasna_word_index_merge:
 * @store: a connection for bulk work, inside a transaction
 *
 * Joins the pieces that many transactions have left, so that looking up a word stays quick. Gives
 * way to others between its steps.
 *
 * Returns: whether nothing is left to join
 */
gboolean
lasna_word_index_merge (LasnaStore *store, GError **error)
{
  sqlite3 *connection = lasna_store_get_connection (store);
  gint64 before;

  do
    {
      before = sqlite3_total_changes64 (connection);
      if (!lasna_store_execute (store,
                                "INSERT INTO feedback_text (feedback_text, rank) "
                                "VALUES ('merge', " LEAVES_AT_ONCE ")",
                                error) ||
          !lasna_store_give_way (store, error))
        return FALSE;
      /* One change is the command itself. */
    }
  while (sqlite3_total_changes64 (connection) - before > 1);
  return TRUE;
}

/**
 * lasna_word_index_rebuild:
 * @connection: inside a transaction
 *
 * Nothing is left of words that were there before.
 *
 * Returns: whether the index is made anew from the comments
 */
gboolean
lasna_word_index_rebuild (sqlite3 *connection, GError **error)
{
  return lasna_connection_execute (
      connection,
      "INSERT INTO feedback_text (feedback_text) VALUES ('delete-all');"
      "INSERT INTO feedback_text (rowid, verbatim) SELECT id, verbatim FROM feedback "
      "WHERE verbatim IS NOT NULL AND verbatim != ''",
      error);
}
