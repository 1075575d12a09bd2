/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Read from the file once, so that a chart over any choice of voices only looks them up.
 */
#include "config.h"

#include "lasna-waits.h"

#include <math.h>

/* A complaint's first reply is the answer where there is one. */
static const char waits_sql[] =
    "SELECT v.id, (julianday (coalesce (c.first_reply_at, v.responded_at)) - "
    "julianday (v.received_at)) * 24 "
    "FROM voice AS v LEFT JOIN complaint AS c ON c.feedback = v.id "
    "WHERE v.responded_at IS NOT NULL OR c.first_reply_at IS NOT NULL "
    "OR v.follow_up = 'follow-up.new'";

/**
 * lasna_waits_load:
 *
 * Returns: (transfer full) (element-type LasnaWait) (nullable): the voices that were answered or
 *   are to be followed up
 */
GArray *
lasna_waits_load (LasnaStore *store, const LasnaColumns *columns, GError **error)
{
  LasnaStatement *statement = lasna_store_prepare (store, waits_sql, error);
  g_autoptr (GArray) waits = g_array_new (FALSE, FALSE, sizeof (LasnaWait));
  LasnaStep step = LASNA_STEP_DONE;

  if (statement == NULL)
    return NULL;
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    {
      LasnaWait wait = { 0, NAN };

      if (!lasna_columns_find_row (columns, lasna_statement_get_integer (statement, 1), &wait.row))
        continue;
      if (!lasna_statement_is_null (statement, 2))
        wait.hours = MAX (lasna_statement_get_number (statement, 2), 0);
      g_array_append_val (waits, wait);
    }
  lasna_statement_reset (statement);
  return step == LASNA_STEP_DONE ? g_steal_pointer (&waits) : NULL;
}
