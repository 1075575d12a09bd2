/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The time to the first frame of our window on few voices and on many, turn by turn with that of
 * the smallest window and of a bare one with the same widgets. start-up FOLDER
 */
#include "config.h"

#include "lasna-bench.h"

#include <stdlib.h>

#define TURNS 9

static const struct
{
  const char *figure;
  const char *program;
  const char *file;
} windows[] = {
  { "start-smallest", "start-smallest", NULL },
  { "start-bare", "start-bare", NULL },
  { "start-thousand", "start-window", "thousand.lasna" },
  { "start-million", "start-window", "million.lasna" },
};

/* Each ends with its first frame, and says how many megabytes it had then. */
static double
run (guint i, const char *programs, const char *folder, double *memory)
{
  g_autofree char *program = g_build_filename (programs, windows[i].program, NULL);
  g_autofree char *file =
      windows[i].file != NULL ? g_build_filename (folder, windows[i].file, NULL) : NULL;
  const char *argv[] = { program, file, NULL };
  g_autofree char *output = NULL;
  double start = lasna_bench_now ();

  lasna_bench_must (lasna_bench_run (argv, NULL, NULL, &output), NULL);
  start = lasna_bench_now () - start;
  *memory = g_ascii_strtod (output, NULL);
  return start;
}

int
main (int argc, char *argv[])
{
  double times[G_N_ELEMENTS (windows)][TURNS];
  double memory[G_N_ELEMENTS (windows)];
  g_autofree char *programs = g_path_get_dirname (argv[0]);

  lasna_bench_must (argc == 2, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    run (i, programs, argv[1], &memory[i]);
  for (guint turn = 0; turn < TURNS; turn++)
    for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
      times[i][turn] = run (i, programs, argv[1], &memory[i]);
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    lasna_bench_report (windows[i].figure, times[i], TURNS);
  lasna_bench_report_value ("smallest-memory", memory[0]);
  return 0;
}
