/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long a large file takes to come in, next to the least it could take on this machine: reading
 * its cells and inserting the same rows into the same tables without a journal; and how long a
 * person's edit and the window wait meanwhile. Leaves workbooks for the other parts. import FOLDER
 */
#include "config.h"

#include "lasna-bench.h"

#include "lasna-import.h"
#include "lasna-journey.h"
#include "lasna-service.h"
#include "lasna-stage.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define EDIT_EVERY_MILLISECONDS 50
#define EDITS_MAX 10000
#define STAGES 6

/* The columns of make-voices. */
enum
{
  ID,
  DATE,
  STAGE,
  TOUCHPOINT,
  CHANNEL,
  SEGMENT,
  LANGUAGE,
  NPS,
  TASK,
  FEELINGS,
  COMMENT,
  N_CELLS
};

typedef struct
{
  LasnaRecord *journey;
  double *times;
  double *syncs; /* of the disk, apart */
  guint n;
  gboolean done;
} Person;

/* Reads one row in place. Returns where the next begins; NULL at the end. */
static char *
read_row (char *at, char *end, char *cells[N_CELLS])
{
  if (at >= end)
    return NULL;
  for (guint i = 0; i < N_CELLS; i++)
    {
      cells[i] = at;
      if (*at == '"')
        {
          char *to = ++at;

          for (cells[i] = at; at < end && (*at != '"' || at[1] == '"'); at++)
            {
              at += *at == '"';
              *to++ = *at;
            }
          *to = '\0';
          at++;
        }
      while (at < end && *at != ',' && *at != '\n')
        at++;
      if (at >= end)
        return end;
      *at++ = '\0';
    }
  return at;
}

static gint64
take_code (GHashTable *codes, const char *text)
{
  gpointer code = g_hash_table_lookup (codes, text);

  if (code == NULL)
    {
      code = GINT_TO_POINTER (g_hash_table_size (codes) + 1);
      g_hash_table_insert (codes, g_strdup (text), code);
    }
  return GPOINTER_TO_INT (code) + (G_GINT64_CONSTANT (1) << 60);
}

static void
insert_row (sqlite3_stmt *voice,
            sqlite3_stmt *score,
            sqlite3_stmt *feeling,
            GHashTable *codes,
            gint64 id,
            char *cells[N_CELLS],
            gboolean words)
{
  cells[DATE][10] = 'T';
  sqlite3_bind_int64 (voice, 1, id);
  sqlite3_bind_text (voice, 2, cells[DATE], -1, SQLITE_STATIC);
  sqlite3_bind_int64 (voice, 3, G_GINT64_CONSTANT (1) << 61);
  for (int i = STAGE; i <= SEGMENT; i++)
    sqlite3_bind_int64 (voice, 4 + i - STAGE, take_code (codes, cells[i]));
  if (*cells[TASK] != '\0')
    sqlite3_bind_int64 (voice, 8, atoi (cells[TASK]));
  if (words && *cells[COMMENT] != '\0')
    sqlite3_bind_text (voice, 9, cells[COMMENT], -1, SQLITE_STATIC);
  sqlite3_bind_text (voice, 10, cells[LANGUAGE], -1, SQLITE_STATIC);
  sqlite3_bind_text (voice, 11, cells[ID], -1, SQLITE_STATIC);
  sqlite3_bind_int64 (voice, 12, id * G_GINT64_CONSTANT (0x2545f4914f6cdd1d));
  sqlite3_step (voice);
  sqlite3_reset (voice);
  sqlite3_clear_bindings (voice);
  sqlite3_bind_int64 (score, 1, id);
  sqlite3_bind_int64 (score, 2, G_GINT64_CONSTANT (1) << 59);
  sqlite3_bind_double (score, 3, atoi (cells[NPS]));
  sqlite3_step (score);
  sqlite3_reset (score);
  for (char *word = strtok (cells[FEELINGS], ";"); word != NULL; word = strtok (NULL, ";"))
    {
      sqlite3_bind_int64 (feeling, 1, id);
      sqlite3_bind_int64 (feeling, 2, take_code (codes, word));
      sqlite3_step (feeling);
      sqlite3_reset (feeling);
    }
}

static sqlite3_stmt *
prepare (sqlite3 *connection, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (connection, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (connection));
  return statement;
}

static void
insert_all (sqlite3 *connection, char *text, gsize length, gboolean words)
{
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sqlite3_stmt *voice = prepare (
      connection,
      "INSERT INTO feedback (id, received_at, batch, stage, touchpoint, channel, segment, task, "
      "verbatim, language, source_response_id, fingerprint) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");
  sqlite3_stmt *score = prepare (connection, "INSERT INTO feedback_score VALUES (?1, ?2, ?3)");
  sqlite3_stmt *feeling =
      prepare (connection,
               "INSERT OR IGNORE INTO feedback_emotion (feedback, emotion, intensity, state) "
               "VALUES (?1, ?2, 2, 'suggestion.confirmed')");
  char *cells[N_CELLS];
  char *at = read_row (text, text + length, cells);

  for (gint64 id = 1; (at = read_row (at, text + length, cells)) != NULL && at < text + length;
       id++)
    insert_row (voice, score, feeling, codes, id + (G_GINT64_CONSTANT (1) << 61), cells, words);
  sqlite3_finalize (voice);
  sqlite3_finalize (score);
  sqlite3_finalize (feeling);
}

/* With a journey, whose stages the voices name. */
static LasnaWorkbook *
make_workbook (const char *folder, const char *name, LasnaRecord **journey)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  LasnaWorkbook *workbook = lasna_workbook_create (path, LASNA_LANGUAGE_EN, NULL, NULL);
  LasnaRecord *service = lasna_workbook_add (workbook, LASNA_TYPE_SERVICE, "name", "Lodge", NULL);

  *journey =
      lasna_workbook_add (workbook, LASNA_TYPE_JOURNEY, "service", service, "title", "Stay", NULL);
  for (guint i = 1; i <= STAGES; i++)
    {
      g_autofree char *title = g_strdup_printf ("Stage %u", i);

      lasna_workbook_add (workbook, LASNA_TYPE_STAGE, "journey", *journey, "title", title, NULL);
    }
  return workbook;
}

static void
close_workbook (LasnaWorkbook *workbook)
{
  lasna_workbook_close (workbook, NULL);
  g_object_unref (workbook);
}

static void
measure_floor (const char *folder, const char *csv, gboolean words, const char *figure)
{
  g_autofree char *path = g_build_filename (folder, "floor.lasna", NULL);
  LasnaRecord *journey;
  double start;
  sqlite3 *connection = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;

  close_workbook (make_workbook (folder, "floor.lasna", &journey));
  start = lasna_bench_now ();
  lasna_bench_must (g_file_get_contents (csv, &text, &length, NULL) &&
                        sqlite3_open (path, &connection) == SQLITE_OK,
                    NULL);
  sqlite3_exec (connection,
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; "
                "PRAGMA cache_size = -64000; BEGIN",
                NULL,
                NULL,
                NULL);
  insert_all (connection, text, length, words);
  sqlite3_exec (connection, "COMMIT", NULL, NULL, NULL);
  sqlite3_close (connection);
  lasna_bench_report_value (figure, lasna_bench_now () - start);
  g_unlink (path);
}

static LasnaImport *
make_import (LasnaWorkbook *workbook, LasnaRecord *journey, const char *csv, gboolean words)
{
  g_autoptr (GFile) file = g_file_new_for_path (csv);
  g_autoptr (LasnaImportOptions) options = lasna_import_options_new ();
  g_autoptr (GError) error = NULL;
  LasnaImportPlan *plan;

  lasna_bench_must (
      lasna_import_options_set (options, "moment=at-contact", &error) &&
          lasna_import_options_set (options, "source=survey", &error) &&
          (words || lasna_import_options_set (options, "question.comment=skip", &error)),
      error);
  plan = lasna_import_plan_new (file, options, NULL, &error);
  lasna_bench_must (plan != NULL, error);
  return lasna_import_new (workbook, plan, journey, FALSE);
}

/* Before anything is written: the columns looked through, then every row read and checked. */
static void
measure_parsing (const char *folder, const char *csv)
{
  LasnaRecord *journey;
  LasnaWorkbook *workbook = make_workbook (folder, "parsed.lasna", &journey);
  g_autoptr (LasnaImport) import = NULL;
  g_autoptr (GError) error = NULL;
  double start = lasna_bench_now ();

  import = make_import (workbook, journey, csv, TRUE);
  lasna_bench_report_value ("examine", lasna_bench_now () - start);
  start = lasna_bench_now ();
  lasna_bench_must (lasna_import_count (import, NULL, &error), error);
  lasna_bench_report_value ("parse", lasna_bench_now () - start);
  g_clear_object (&import);
  close_workbook (workbook);
}

static gboolean
edit_cb (gpointer data)
{
  Person *person = data;
  g_autofree char *title = g_strdup_printf ("Stay %u", person->n);
  double start = lasna_bench_now_here ();
  double synced = lasna_bench_get_synced ();

  g_object_set (person->journey, "title", title, NULL);
  if (person->n == EDITS_MAX)
    return G_SOURCE_CONTINUE;
  person->times[person->n] = lasna_bench_now_here () - start;
  person->syncs[person->n++] = lasna_bench_get_synced () - synced;
  return G_SOURCE_CONTINUE;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Person *person = data;
  g_autoptr (GError) error = NULL;

  lasna_bench_must (lasna_import_run_finish (LASNA_IMPORT (source), result, &error), error);
  person->done = TRUE;
}

/* The thread of the window turns its loop as one does that paints. */
static double
wait_for_import (Person *person)
{
  double longest = 0;

  while (!person->done)
    {
      double start = lasna_bench_now_here ();
      gboolean had_events = g_main_context_iteration (NULL, FALSE);
      double pause = lasna_bench_now_here () - start;

      longest = MAX (longest, pause);
      if (!had_events)
        g_usleep (1000);
    }
  return longest;
}

/* Brings the file in while a person edits, or nobody does. */
static void
measure_import (const char *folder,
                const char *csv,
                const char *name,
                const char *figure,
                gboolean words,
                gboolean edits)
{
  Person person = { .times = g_new (double, EDITS_MAX), .syncs = g_new (double, EDITS_MAX) };
  LasnaWorkbook *workbook = make_workbook (folder, name, &person.journey);
  g_autoptr (LasnaImport) import = NULL;
  double start = lasna_bench_now ();
  double longest;
  guint timer = 0;

  import = make_import (workbook, person.journey, csv, words);
  if (edits)
    timer = g_timeout_add (EDIT_EVERY_MILLISECONDS, edit_cb, &person);
  lasna_import_run_async (import, NULL, done_cb, &person);
  longest = wait_for_import (&person);
  g_clear_object (&import);
  close_workbook (workbook);
  if (figure != NULL)
    lasna_bench_report_value (figure, lasna_bench_now () - start);
  if (timer != 0)
    {
      g_source_remove (timer);
      lasna_bench_report_value ("late", longest);
      if (person.n > 0)
        {
          lasna_bench_report ("edit-meanwhile", person.times, person.n);
          lasna_bench_report ("edit-sync", person.syncs, person.n);
        }
    }
  g_free (person.times);
  g_free (person.syncs);
}

int
main (int argc, char *argv[])
{
  g_autofree char *million = NULL;
  g_autofree char *thousand = NULL;

  lasna_bench_must (argc == 2, NULL);
  million = g_build_filename (argv[1], "million.csv", NULL);
  thousand = g_build_filename (argv[1], "thousand.csv", NULL);
  measure_parsing (argv[1], million);
  measure_floor (argv[1], million, TRUE, "floor");
  measure_floor (argv[1], million, FALSE, "floor-plain");
  measure_import (argv[1], million, "plain.lasna", "import-plain", FALSE, FALSE);
  measure_import (argv[1], million, "busy.lasna", "import-busy", TRUE, TRUE);
  measure_import (argv[1], thousand, "thousand.lasna", NULL, TRUE, FALSE);
  measure_import (argv[1], million, "million.lasna", "import", TRUE, FALSE);
  return 0;
}
