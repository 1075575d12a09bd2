/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long a large file takes to come in, next to the least it could take on this machine (reading
 * its cells and inserting the same rows into the same tables without a journal) and to what the
 * shell of SQLite does with it; and how long a person's edit waits meanwhile. Prints figures;
 * judges nothing. LASNA_BENCH_ROWS says how many rows.
 */
#include "config.h"

#include "lasna-import.h"
#include "lasna-journey.h"
#include "lasna-service.h"
#include "lasna-test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#define EDIT_EVERY_MILLISECONDS 50
#define EDITS_MAX 100000

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
  LasnaWorkbook *workbook;
  LasnaRecord *journey;
  gint64 *times;
  guint n;
  gboolean done;
} Person;

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static double
cpu_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / G_USEC_PER_SEC;
}

static void
print_line (const char *what, double wall, double cpu, double wall_floor, double cpu_floor)
{
  printf ("%-44s %7.2f s %7.2f s of processor %6.2f x %6.2f x\n",
          what,
          wall,
          cpu,
          wall / wall_floor,
          cpu / cpu_floor);
  fflush (stdout);
}

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
            char *cells[N_CELLS])
{
  cells[DATE][10] = 'T';
  sqlite3_bind_int64 (voice, 1, id);
  sqlite3_bind_text (voice, 2, cells[DATE], -1, SQLITE_STATIC);
  sqlite3_bind_int64 (voice, 3, G_GINT64_CONSTANT (1) << 61);
  for (int i = STAGE; i <= SEGMENT; i++)
    sqlite3_bind_int64 (voice, 4 + i - STAGE, take_code (codes, cells[i]));
  if (*cells[TASK] != '\0')
    sqlite3_bind_int64 (voice, 8, atoi (cells[TASK]));
  if (*cells[COMMENT] != '\0')
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
insert_all (sqlite3 *connection, char *text, gsize length)
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
    insert_row (voice, score, feeling, codes, id + (G_GINT64_CONSTANT (1) << 61), cells);
  sqlite3_finalize (voice);
  sqlite3_finalize (score);
  sqlite3_finalize (feeling);
}

static void
measure_floor (const char *path, const char *csv, double *wall, double *cpu)
{
  LasnaWorkbook *workbook = lasna_workbook_create (path, LASNA_LANGUAGE_EN, NULL, NULL);
  gint64 start;
  double before;
  sqlite3 *connection = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;

  lasna_workbook_close (workbook, NULL);
  g_object_unref (workbook);
  start = g_get_monotonic_time ();
  before = cpu_seconds ();
  if (!g_file_get_contents (csv, &text, &length, NULL) ||
      sqlite3_open (path, &connection) != SQLITE_OK)
    abort ();
  sqlite3_exec (connection,
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; "
                "PRAGMA cache_size = -64000; BEGIN",
                NULL,
                NULL,
                NULL);
  insert_all (connection, text, length);
  sqlite3_exec (connection, "COMMIT", NULL, NULL, NULL);
  sqlite3_close (connection);
  *wall = seconds_since (start);
  *cpu = cpu_seconds () - before;
}

static gboolean
edit_cb (gpointer data)
{
  Person *person = data;
  g_autofree char *title = g_strdup_printf ("Stay %u", person->n);
  gint64 start = g_get_monotonic_time ();

  g_object_set (person->journey, "title", title, NULL);
  if (person->n < EDITS_MAX)
    person->times[person->n++] = g_get_monotonic_time () - start;
  return G_SOURCE_CONTINUE;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Person *person = data;
  g_autoptr (GError) error = NULL;

  if (!lasna_import_run_finish (LASNA_IMPORT (source), result, &error))
    g_error ("%s", error->message);
  person->done = TRUE;
}

static LasnaImportPlan *
make_plan (const char *csv)
{
  g_autoptr (GFile) file = g_file_new_for_path (csv);
  g_autoptr (LasnaImportOptions) options = lasna_import_options_new ();
  g_autoptr (GError) error = NULL;
  LasnaImportPlan *plan = lasna_import_plan_new (file, options, NULL, &error);

  if (plan == NULL)
    g_error ("%s", error->message);
  return plan;
}

/* Brings the file in while a person edits, or nobody does. */
static void
measure_import (const char *path, const char *csv, Person *person, gboolean edits)
{
  LasnaRecord *service;
  g_autoptr (LasnaImport) import = NULL;
  guint timer = 0;

  person->workbook = lasna_workbook_create (path, LASNA_LANGUAGE_EN, NULL, NULL);
  service = lasna_workbook_add (person->workbook, LASNA_TYPE_SERVICE, "name", "Lodge", NULL);
  person->journey = lasna_workbook_add (
      person->workbook, LASNA_TYPE_JOURNEY, "service", service, "title", "Stay", NULL);
  import = lasna_import_new (person->workbook, make_plan (csv), NULL, FALSE);
  if (edits)
    timer = g_timeout_add (EDIT_EVERY_MILLISECONDS, edit_cb, person);
  lasna_import_run_async (import, NULL, done_cb, person);
  while (!person->done)
    g_main_context_iteration (NULL, TRUE);
  if (timer != 0)
    g_source_remove (timer);
  g_clear_object (&import);
  lasna_workbook_close (person->workbook, NULL);
  g_clear_object (&person->workbook);
}

static int
compare (gconstpointer one, gconstpointer two)
{
  const gint64 *first = one;
  const gint64 *second = two;

  return *first < *second ? -1 : *first > *second;
}

static void
print_edits (Person *person)
{
  if (person->n == 0)
    return;
  qsort (person->times, person->n, sizeof *person->times, compare);
  printf ("%-44s median %.2f ms, p95 %.2f ms, longest %.2f ms, n = %u\n",
          "an edit meanwhile",
          (double) person->times[person->n / 2] / 1000,
          (double) person->times[person->n * 95 / 100] / 1000,
          (double) person->times[person->n - 1] / 1000,
          person->n);
}

/* What people would do instead: import, then index the words. */
static void
measure_shell (const char *folder, const char *csv, double wall_floor, double cpu_floor)
{
  g_autofree char *program = g_find_program_in_path ("sqlite3");
  g_autofree char *command = NULL;
  gint64 start = g_get_monotonic_time ();
  struct rusage usage;
  int status;

  if (program == NULL)
    return;
  command =
      g_strdup_printf ("%s '%s/shell.db' \".import --csv '%s' voice\" "
                       "\"CREATE VIRTUAL TABLE words USING fts5 (comment, content = 'voice')\" "
                       "\"INSERT INTO words (words) VALUES ('rebuild')\" >/dev/null 2>&1",
                       program,
                       folder,
                       csv);
  status = system (command);
  getrusage (RUSAGE_CHILDREN, &usage);
  if (status == 0)
    print_line ("sqlite3 .import, then FTS5 rebuild",
                seconds_since (start),
                (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                    (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / G_USEC_PER_SEC,
                wall_floor,
                cpu_floor);
}

static void
make_file (const char *program, const char *rows, const char *csv)
{
  g_autofree char *command = g_strdup_printf ("'%s' %s > '%s'", program, rows, csv);

  if (system (command) != 0)
    g_error ("The file could not be made.");
}

int
main (int argc, char *argv[])
{
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  g_autofree char *csv = lasna_test_folder_dup_path (folder, "voices.csv");
  g_autofree char *raw = lasna_test_folder_dup_path (folder, "raw.lasna");
  g_autofree char *quiet = lasna_test_folder_dup_path (folder, "quiet.lasna");
  g_autofree char *busy = lasna_test_folder_dup_path (folder, "busy.lasna");
  g_autofree char *directory = g_path_get_dirname (csv);
  const char *rows = g_getenv ("LASNA_BENCH_ROWS");
  Person person = { .times = g_new (gint64, EDITS_MAX) };
  double wall_floor;
  double cpu_floor;
  gint64 start;
  double before;
  struct rusage usage;

  g_assert (argc > 1);
  make_file (argv[1], rows != NULL ? rows : "1000000", csv);
  measure_shell (directory, csv, 1, 1);
  measure_floor (raw, csv, &wall_floor, &cpu_floor);
  print_line ("the floor: read, insert, no journal", wall_floor, cpu_floor, wall_floor, cpu_floor);
  for (guint i = 0; i < 2; i++)
    {
      start = g_get_monotonic_time ();
      before = cpu_seconds ();
      person.done = FALSE;
      measure_import (i == 0 ? quiet : busy, csv, &person, i == 1);
      print_line (i == 0 ? "import, words indexed, all durable" : "the same while a person edits",
                  seconds_since (start),
                  cpu_seconds () - before,
                  wall_floor,
                  cpu_floor);
    }
  print_edits (&person);
  getrusage (RUSAGE_SELF, &usage);
  printf ("%-44s %ld MB\n", "memory at most", usage.ru_maxrss / 1024);
  g_free (person.times);
  return 0;
}
