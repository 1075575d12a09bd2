/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Piece by piece, so that whoever edits goes first.
 */
#include "config.h"

#include "lasna-import-renaming.h"

#include "lasna-import-rows.h"

/* Few enough voices to take less than a piece of time. */
#define VOICES_AT_ONCE 500

typedef struct
{
  gint64 from;
  gint64 to;
} Renamed;

struct _LasnaImportRenaming
{
  GArray *all; /* Renamed */
  guint kinds; /* a bit for each that occurs */
};

/* The voices of a piece are those from ?1 to ?2. */
static const char *const updates[LASNA_N_LABEL_KINDS + 1] = {
  [LASNA_PLACE_STAGE] = "UPDATE feedback SET stage = (SELECT new FROM renamed WHERE old = stage) "
                        "WHERE id BETWEEN ?1 AND ?2 AND stage IN (SELECT old FROM renamed)",
  [LASNA_PLACE_TOUCHPOINT] =
      "UPDATE feedback SET touchpoint = (SELECT new FROM renamed WHERE old = touchpoint) "
      "WHERE id BETWEEN ?1 AND ?2 AND touchpoint IN (SELECT old FROM renamed)",
  [LASNA_PLACE_CHANNEL] =
      "UPDATE feedback SET channel = (SELECT new FROM renamed WHERE old = channel) "
      "WHERE id BETWEEN ?1 AND ?2 AND channel IN (SELECT old FROM renamed)",
  [LASNA_PLACE_SEGMENT] =
      "UPDATE feedback SET segment = (SELECT new FROM renamed WHERE old = segment) "
      "WHERE id BETWEEN ?1 AND ?2 AND segment IN (SELECT old FROM renamed)",
  [LASNA_LABEL_EMOTION] =
      "UPDATE feedback_emotion SET emotion = (SELECT new FROM renamed WHERE old = emotion) "
      "WHERE feedback BETWEEN ?1 AND ?2 AND emotion IN (SELECT old FROM renamed)",
  [LASNA_RENAMED_QUESTION] =
      "UPDATE feedback_score SET question = (SELECT new FROM renamed WHERE old = question) "
      "WHERE feedback BETWEEN ?1 AND ?2 AND question IN (SELECT old FROM renamed)",
};

LasnaImportRenaming *
lasna_import_renaming_new (void)
{
  LasnaImportRenaming *self = g_new0 (LasnaImportRenaming, 1);

  self->all = g_array_new (FALSE, FALSE, sizeof (Renamed));
  return self;
}

void
lasna_import_renaming_free (LasnaImportRenaming *self)
{
  g_array_unref (self->all);
  g_free (self);
}

/**
 * lasna_import_renaming_add:
 * @kind: a LasnaPlace, LASNA_LABEL_EMOTION or LASNA_RENAMED_QUESTION
 */
void
lasna_import_renaming_add (LasnaImportRenaming *self, guint kind, gint64 from, gint64 to)
{
  Renamed one = { from, to };

  g_return_if_fail (kind <= LASNA_RENAMED_QUESTION);
  g_array_append_val (self->all, one);
  self->kinds |= 1u << kind;
}

gboolean
lasna_import_renaming_is_empty (const LasnaImportRenaming *self)
{
  return self->all->len == 0;
}

static gboolean
run (LasnaStore *side, const char *sql, gint64 first, gint64 second, GError **error)
{
  LasnaStatement *statement = lasna_store_prepare (side, sql, error);

  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_integer (statement, 1, first);
  lasna_statement_bind_integer (statement, 2, second);
  return lasna_statement_run (statement, error);
}

/* An id is that of one thing only, so that all kinds fit into one table. */
static gboolean
list (LasnaImportRenaming *self, LasnaStore *side, GError **error)
{
  if (!lasna_store_execute (side,
                            "CREATE TEMP TABLE IF NOT EXISTS renamed "
                            "(old INTEGER PRIMARY KEY, new INTEGER NOT NULL); DELETE FROM renamed",
                            error))
    return FALSE;
  for (guint i = 0; i < self->all->len; i++)
    {
      const Renamed *one = &g_array_index (self->all, Renamed, i);

      if (!run (side, "INSERT INTO renamed (old, new) VALUES (?1, ?2)", one->from, one->to, error))
        return FALSE;
    }
  return TRUE;
}

/* The last of the next few voices of a batch; @after where there are no more. */
static gboolean
find_piece (LasnaStore *side, gint64 batch, gint64 after, gint64 *last, GError **error)
{
  LasnaStatement *statement =
      lasna_store_prepare (side,
                           "SELECT max (id) FROM (SELECT id FROM feedback "
                           "WHERE id > ?2 AND id <= ?1 ORDER BY id LIMIT ?3)",
                           error);
  LasnaStep step;

  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_integer (statement, 1, batch + LASNA_BATCH_VOICES);
  lasna_statement_bind_integer (statement, 2, after);
  lasna_statement_bind_integer (statement, 3, VOICES_AT_ONCE);
  step = lasna_statement_step (statement, error);
  if (step == LASNA_STEP_ROW)
    *last = MAX (after, lasna_statement_get_integer (statement, 1));
  lasna_statement_reset (statement);
  return step == LASNA_STEP_ROW;
}

static gboolean
rename_all (LasnaImportRenaming *self, LasnaStore *side, gint64 batch, GError **error)
{
  gint64 after = batch;
  gint64 last;

  if (!list (self, side, error))
    return FALSE;
  for (; find_piece (side, batch, after, &last, error); after = last)
    {
      if (last == after)
        return TRUE;
      for (guint kind = 0; kind < G_N_ELEMENTS (updates); kind++)
        if (self->kinds & 1u << kind && !run (side, updates[kind], after + 1, last, error))
          return FALSE;
      if (!lasna_store_give_way (side, error))
        return FALSE;
    }
  return FALSE;
}

/**
 * lasna_import_renaming_run:
 * @side: a connection for bulk work
 *
 * Returns: whether the voices of @batch have the ids that hold; then the list is empty again
 */
gboolean
lasna_import_renaming_run (LasnaImportRenaming *self,
                           LasnaStore *side,
                           gint64 batch,
                           GError **error)
{
  if (!lasna_store_begin (side, error))
    return FALSE;
  if (!rename_all (self, side, batch, error) || !lasna_store_commit (side, error))
    {
      lasna_store_roll_back (side);
      return FALSE;
    }
  g_array_set_size (self->all, 0);
  self->kinds = 0;
  return TRUE;
}
