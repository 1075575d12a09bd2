/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Compares the time to our first window with that of the smallest one, turn by turn in one run. The
 * bar is 1.5 times.
 */
#include "config.h"

#include "lasna-making.h"
#include "lasna-test.h"

#include <stdlib.h>

#define TURNS 9

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static gint64
run (const char *program, const char *file)
{
  const char *argv[] = { program, file, NULL };
  g_autofree char *started = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv ("BENCH_STARTED", started, TRUE);
  g_spawn_sync (
      NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error);
  if (error != NULL)
    g_error ("%s", error->message);
  return g_ascii_strtoll (output, NULL, 10);
}

static double
find_median (gint64 *times)
{
  qsort (times, TURNS, sizeof *times, compare);
  return (double) times[TURNS / 2] / 1000;
}

int
main (int argc, char *argv[])
{
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  g_autofree char *file = lasna_test_folder_dup_path (folder, "sample.lasna");
  gint64 smallest[TURNS];
  gint64 start[TURNS];
  gint64 workbook[TURNS];
  g_autoptr (GError) error = NULL;
  double base;

  if (argc != 3)
    g_error ("start-up SMALLEST WINDOW");
  if (!lasna_making_create (file, LASNA_MAKING_SAMPLE, NULL, LASNA_LANGUAGE_EN, NULL, &error))
    g_error ("%s", error->message);
  run (argv[1], NULL);
  run (argv[2], NULL);
  for (guint i = 0; i < TURNS; i++)
    {
      smallest[i] = run (argv[1], NULL);
      start[i] = run (argv[2], NULL);
      workbook[i] = run (argv[2], file);
    }
  base = find_median (smallest);
  g_print ("smallest window  %6.0f ms\n", base);
  g_print ("start page       %6.0f ms  x %.2f\n", find_median (start), find_median (start) / base);
  g_print (
      "sample workbook  %6.0f ms  x %.2f\n", find_median (workbook), find_median (workbook) / base);
  return 0;
}
