/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long an edit takes: a small one, with and without a disk that must be waited for, and one of
 * ten thousand rows with its undo. Prints figures; judges nothing.
 */
#include "config.h"

#include "lasna-journey.h"
#include "lasna-service.h"
#include "lasna-stage.h"
#include "lasna-test.h"
#include "lasna-voice.h"
#include "lasna-workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define EDITS 1000
#define ROWS 10000

static int
compare (gconstpointer one, gconstpointer two)
{
  const gint64 *first = one;
  const gint64 *second = two;

  return *first < *second ? -1 : *first > *second;
}

static void
print_times (const char *name, gint64 *times, guint n)
{
  qsort (times, n, sizeof *times, compare);
  printf ("%-36s median %7.3f ms, p95 %7.3f ms\n",
          name,
          (double) times[n / 2] / 1000,
          (double) times[n * 95 / 100] / 1000);
}

static LasnaWorkbook *
make_workbook (LasnaTestFolder *folder, LasnaRecord **journey)
{
  g_autofree char *path = lasna_test_folder_dup_path (folder, "bench.lasna");
  LasnaWorkbook *workbook = lasna_workbook_create (path, LASNA_LANGUAGE_EN, NULL, NULL);
  LasnaRecord *service = lasna_workbook_add (workbook, LASNA_TYPE_SERVICE, "name", "Lodge", NULL);

  *journey =
      lasna_workbook_add (workbook, LASNA_TYPE_JOURNEY, "service", service, "title", "Stay", NULL);
  return workbook;
}

static void
measure_small_edits (const char *name)
{
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  LasnaRecord *journey;
  g_autoptr (LasnaWorkbook) workbook = make_workbook (folder, &journey);
  static gint64 times[EDITS];

  for (int i = 0; i < EDITS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %d", i);
      gint64 start = g_get_monotonic_time ();

      g_object_set (journey, "title", title, NULL);
      times[i] = g_get_monotonic_time () - start;
    }
  print_times (name, times, EDITS);
  lasna_workbook_close (workbook, NULL);
}

static void
print_time (const char *name, gint64 start)
{
  printf ("%-36s %7.1f ms\n", name, (double) (g_get_monotonic_time () - start) / 1000);
}

static void
add_voice (LasnaWorkbook *workbook, LasnaRecord *journey G_GNUC_UNUSED)
{
  lasna_workbook_add (workbook, LASNA_TYPE_VOICE, "received-at", "2026-11-21", NULL);
}

static void
add_stage (LasnaWorkbook *workbook, LasnaRecord *journey)
{
  lasna_workbook_add (workbook, LASNA_TYPE_STAGE, "journey", journey, "title", "Stage", NULL);
}

static void
measure_large_edit (const char *name, void (*add) (LasnaWorkbook *workbook, LasnaRecord *journey))
{
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  LasnaRecord *journey;
  g_autoptr (LasnaWorkbook) workbook = make_workbook (folder, &journey);
  g_autoptr (LasnaChange) change = NULL;
  gint64 start = g_get_monotonic_time ();

  change = lasna_workbook_begin (workbook, "Many");
  for (int i = 0; i < ROWS; i++)
    add (workbook, journey);
  if (!lasna_change_commit (change, NULL))
    abort ();
  print_time (name, start);
  start = g_get_monotonic_time ();
  lasna_workbook_undo (workbook, NULL);
  print_time ("undo it", start);
  start = g_get_monotonic_time ();
  lasna_workbook_redo (workbook, NULL);
  print_time ("redo it", start);
  lasna_workbook_close (workbook, NULL);
}

int
main (void)
{
  measure_small_edits ("small edit, on the disk");
  measure_large_edit ("add " G_STRINGIFY (ROWS) " voices in one change", add_voice);
  measure_large_edit ("add " G_STRINGIFY (ROWS) " stages in one change", add_stage);

  /* The folder for temporary files is asked for once a process, so memory comes in another one. */
  if (g_getenv ("LASNA_BENCH_IN_MEMORY") == NULL && access ("/dev/shm", W_OK) == 0)
    {
      g_setenv ("TMPDIR", "/dev/shm", TRUE);
      g_setenv ("LASNA_BENCH_IN_MEMORY", "1", TRUE);
      printf ("\nThe same in memory:\n");
      fflush (stdout);
      execl ("/proc/self/exe", "edit", NULL);
    }
  return 0;
}
