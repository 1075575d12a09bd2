/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Too old is what is from before a day. Where names go, they go out of the words of that time too;
 * scores, feelings and places stay, for they are nobody's.
 */
#include "config.h"

#include "lasna-retention.h"

#include "lasna-connection.h"
#include "lasna-names.h"
#include "lasna-purge.h"
#include "lasna-renewal.h"
#include "lasna-side-task.h"

#include <string.h>

/* Rows with names in them: when they are from, and which columns name somebody. */
static const struct
{
  const char *table;
  const char *day;
  const char *has; /* SQL: whether there is a name */
  const char *without;
} named[] = {
  { "feedback",
    "received_at",
    "person IS NOT NULL OR giver IS NOT NULL OR source_response_id IS NOT NULL",
    "person = NULL, giver = NULL, source_response_id = NULL" },
  { "encounter",
    "date_time",
    "customer IS NOT NULL OR who IS NOT NULL",
    "customer = NULL, who = NULL" },
  { "departure", "noticed_at", "person IS NOT NULL", "person = NULL" },
  { "story", "coalesce (date, created_at)", "teller IS NOT NULL", "teller = NULL" },
};

#define HAS_WORDS                                                                                  \
  "verbatim IS NOT NULL OR between_lines IS NOT NULL OR own_lens IS NOT NULL OR "                  \
  "cost_to_customer IS NOT NULL"
#define WITHOUT_WORDS                                                                              \
  "verbatim = NULL, between_lines = NULL, own_lens = NULL, cost_to_customer = NULL"

/* Guests of whom nothing newer is known, and who have no work with us. */
#define OLD_PERSON                                                                                 \
  "is_team = 0 AND is_panel = 0 AND coalesce (last_contact, created_at) < ?1 AND id NOT IN "       \
  "(SELECT person FROM feedback WHERE person IS NOT NULL AND received_at >= ?1 UNION "             \
  "SELECT customer FROM encounter WHERE customer IS NOT NULL AND date_time >= ?1 UNION "           \
  "SELECT person FROM departure WHERE person IS NOT NULL AND noticed_at >= ?1 UNION "              \
  "SELECT follow_up_owner FROM feedback WHERE follow_up_owner IS NOT NULL UNION "                  \
  "SELECT our_person FROM encounter WHERE our_person IS NOT NULL UNION "                           \
  "SELECT owner FROM action WHERE owner IS NOT NULL UNION "                                        \
  "SELECT owner FROM measure WHERE owner IS NOT NULL UNION "                                       \
  "SELECT owner FROM channel_offering WHERE owner IS NOT NULL UNION "                              \
  "SELECT member FROM empathy_log WHERE member IS NOT NULL UNION "                                 \
  "SELECT owner FROM touchpoint WHERE owner IS NOT NULL)"

/* The first day that is kept; NULL where everything is. */
static char *
dup_day (LasnaClock *clock, gint64 months)
{
  g_autofree char *today = lasna_clock_dup_today (clock);
  GDate day;
  char text[sizeof "YYYY-MM-DD"];

  if (months <= 0)
    return NULL;
  g_date_clear (&day, 1);
  g_date_set_parse (&day, today);
  g_date_subtract_months (&day, (guint) MIN (months, LASNA_RETENTION_MOST_MONTHS));
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &day);
  return g_strdup (text);
}

/**
 * lasna_retention_new:
 * @names: the months for which names are kept; 0 or LASNA_UNSET: for ever
 * @words: the months for which words are kept, likewise
 *
 * Returns: (transfer full): the rule as of today
 */
LasnaRetention *
lasna_retention_new (LasnaClock *clock, gint64 names, gint64 words)
{
  LasnaRetention *self = g_new0 (LasnaRetention, 1);

  self->names = dup_day (clock, names);
  self->words = dup_day (clock, words);
  return self;
}

/**
 * lasna_retention_new_of:
 *
 * Returns: (transfer full): the rule of the workbook as of today
 */
LasnaRetention *
lasna_retention_new_of (LasnaWorkbook *workbook)
{
  LasnaRecord *settings = LASNA_RECORD (lasna_workbook_get_settings (workbook));

  return lasna_retention_new (lasna_workbook_get_clock (workbook),
                              lasna_record_get_integer (settings, "keep-names-months"),
                              lasna_record_get_integer (settings, "keep-words-months"));
}

void
lasna_retention_free (LasnaRetention *self)
{
  g_free (self->names);
  g_free (self->words);
  g_free (self);
}

static gboolean
run (sqlite3 *connection, const char *sql, const char *day, guint64 *n, GError **error)
{
  g_autoptr (LasnaStatement) statement = lasna_statement_new (connection, sql, FALSE, error);
  LasnaStep step;

  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_text (statement, 1, day);
  step = lasna_statement_step (statement, error);
  if (step == LASNA_STEP_ROW && n != NULL)
    *n += (guint64) lasna_statement_get_integer (statement, 1);
  return step != LASNA_STEP_ERROR;
}

/**
 * lasna_retention_count:
 * @store: of the thread that calls
 *
 * Returns: whether @count says what is too old
 */
gboolean
lasna_retention_count (const LasnaRetention *self,
                       LasnaStore *store,
                       LasnaRetentionCount *count,
                       GError **error)
{
  sqlite3 *connection = lasna_store_get_connection (store);

  *count = (LasnaRetentionCount){ 0, 0 };
  for (guint i = 0; self->names != NULL && i < G_N_ELEMENTS (named); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE %s < ?1 AND (%s)",
                                              named[i].table,
                                              named[i].day,
                                              named[i].has);

      if (!run (connection, sql, self->names, &count->names, error))
        return FALSE;
    }
  if (self->names != NULL && !run (connection,
                                   "SELECT count (*) FROM person WHERE " OLD_PERSON,
                                   self->names,
                                   &count->names,
                                   error))
    return FALSE;
  return self->words == NULL ||
         run (connection,
              "SELECT count (*) FROM feedback WHERE received_at < ?1 AND (" HAS_WORDS ")",
              self->words,
              &count->words,
              error);
}

static void
hide_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  char *hidden = text != NULL ? _lasna_names_replace (sqlite3_user_data (context), text) : NULL;

  if (hidden != NULL)
    sqlite3_result_text (context, hidden, -1, g_free);
  else
    sqlite3_result_value (context, values[0]);
}

/* Whoever the workbook knows is taken out of the words of that time, while they are still known. */
static gboolean
hide_names (sqlite3 *connection, const char *day, GError **error)
{
  g_autoptr (LasnaNames) names = _lasna_names_new ();
  gboolean hidden;

  if (!_lasna_names_gather (names, connection, error))
    return FALSE;
  sqlite3_create_function_v2 (connection,
                              "hide_names",
                              1,
                              SQLITE_UTF8 | SQLITE_DIRECTONLY,
                              names,
                              hide_cb,
                              NULL,
                              NULL,
                              NULL);
  hidden = run (connection,
                "UPDATE feedback SET verbatim = hide_names (verbatim), "
                "between_lines = hide_names (between_lines), own_lens = hide_names (own_lens), "
                "cost_to_customer = hide_names (cost_to_customer) "
                "WHERE received_at < ?1 AND (" HAS_WORDS ")",
                day,
                NULL,
                error);
  sqlite3_create_function_v2 (
      connection, "hide_names", 1, SQLITE_UTF8, NULL, NULL, NULL, NULL, NULL);
  return hidden;
}

static gboolean
remove_names (sqlite3 *connection, const char *day, GError **error)
{
  if (!hide_names (connection, day, error) ||
      !lasna_connection_execute (
          connection, "DROP TABLE IF EXISTS temp.old; CREATE TEMP TABLE old (id INTEGER)", error) ||
      !run (connection,
            "INSERT INTO temp.old SELECT id FROM person WHERE " OLD_PERSON,
            day,
            NULL,
            error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE %s SET %s WHERE %s < ?1 AND (%s)",
                                              named[i].table,
                                              named[i].without,
                                              named[i].day,
                                              named[i].has);

      if (!run (connection, sql, day, NULL, error))
        return FALSE;
    }
  return _lasna_purge (connection, "person", "id IN (SELECT id FROM temp.old)", error) &&
         lasna_connection_execute (connection, "DROP TABLE temp.old", error);
}

static gboolean
apply_cb (sqlite3 *connection, gpointer data, GError **error)
{
  const LasnaRetention *self = data;

  return (self->words == NULL ||
          run (connection,
               "UPDATE feedback SET " WITHOUT_WORDS " WHERE received_at < ?1 AND (" HAS_WORDS ")",
               self->words,
               NULL,
               error)) &&
         (self->names == NULL || remove_names (connection, self->names, error));
}

/**
 * lasna_retention_apply:
 * @store: a connection for bulk work; see lasna_store_open_side()
 *
 * Removes what is too old. Cannot be undone: the whole undo goes, and the file is written anew. Our
 * own backups stay.
 *
 * Returns: whether it is gone from the file
 */
gboolean
lasna_retention_apply (const LasnaRetention *self,
                       LasnaStore *store,
                       GCancellable *cancellable,
                       GError **error)
{
  return _lasna_renewal_run (store, apply_cb, (gpointer) self, cancellable, error);
}

static gpointer
count_in_thread (LasnaStore *side, gpointer data, GCancellable *cancellable, GError **error)
{
  LasnaRetentionCount count;

  return lasna_retention_count (data, side, &count, error) ? g_memdup2 (&count, sizeof count)
                                                           : NULL;
}

void
lasna_retention_count_async (LasnaWorkbook *workbook,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  lasna_side_task_run (lasna_workbook_get_store (workbook),
                       LASNA_STORE_READ_ONLY,
                       count_in_thread,
                       lasna_retention_new_of (workbook),
                       (GDestroyNotify) lasna_retention_free,
                       g_free,
                       cancellable,
                       callback,
                       data);
}

gboolean
lasna_retention_count_finish (GAsyncResult *result, LasnaRetentionCount *count, GError **error)
{
  g_autofree LasnaRetentionCount *counted = lasna_side_task_finish (result, error);

  if (counted != NULL)
    *count = *counted;
  return counted != NULL;
}

/* The result is nothing but that it worked. */
static gpointer
apply_in_thread (LasnaStore *side, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (lasna_retention_apply (data, side, cancellable, error));
}

/**
 * lasna_retention_apply_async:
 *
 * Removes in a thread; afterwards the workbook has to look, with lasna_workbook_poll().
 */
void
lasna_retention_apply_async (LasnaWorkbook *workbook,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  lasna_side_task_run (lasna_workbook_get_store (workbook),
                       LASNA_STORE_BULK,
                       apply_in_thread,
                       lasna_retention_new_of (workbook),
                       (GDestroyNotify) lasna_retention_free,
                       NULL,
                       cancellable,
                       callback,
                       data);
}

gboolean
lasna_retention_apply_finish (GAsyncResult *result, GError **error)
{
  return lasna_side_task_finish (result, error) != NULL;
}
