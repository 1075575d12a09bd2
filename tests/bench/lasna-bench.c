/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where LASNA_BENCH_CPU is set, what counts is not the time that passes but that of the processor:
 * for machines that are busy with other things.
 */
#include "config.h"

#include "lasna-bench.h"

#include <errno.h>
#include <gio/gio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static double
read_clock (clockid_t id)
{
  struct timespec time;

  clock_gettime (id, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

static double
to_ms (struct timeval time)
{
  return (double) time.tv_sec * 1000 + (double) time.tv_usec / 1000;
}

/* How long the disk took to have what this thread wrote: that hangs on the disk, not on us. */
static _Thread_local double synced;

static int
sync_file (long call, int fd)
{
  double start = read_clock (CLOCK_MONOTONIC);
  int result = (int) syscall (call, fd);

  synced += read_clock (CLOCK_MONOTONIC) - start;
  return result;
}

/* These stand before those of the C library, so SQLite calls them too. */
int
fsync (int fd)
{
  return sync_file (SYS_fsync, fd);
}

int
fdatasync (int fd)
{
  return sync_file (SYS_fdatasync, fd);
}

/**
 * lasna_bench_get_synced:
 *
 * Returns: milliseconds that the disk took so far to have what this thread wrote
 */
double
lasna_bench_get_synced (void)
{
  return synced;
}

/**
 * lasna_bench_now:
 *
 * Returns: milliseconds; of the processor, those of all our threads and of the programs we started
 *   and that ended
 */
double
lasna_bench_now (void)
{
  struct rusage others;

  if (g_getenv ("LASNA_BENCH_CPU") == NULL)
    return read_clock (CLOCK_MONOTONIC);
  getrusage (RUSAGE_CHILDREN, &others);
  return read_clock (CLOCK_PROCESS_CPUTIME_ID) + to_ms (others.ru_utime) + to_ms (others.ru_stime);
}

/**
 * lasna_bench_now_here:
 *
 * Returns: the same, of the processor those of this thread only: what a person waits for while
 *   others work; the disk stands still meanwhile, see lasna_bench_get_synced()
 */
double
lasna_bench_now_here (void)
{
  if (g_getenv ("LASNA_BENCH_CPU") != NULL)
    return read_clock (CLOCK_THREAD_CPUTIME_ID);
  return read_clock (CLOCK_MONOTONIC) - synced;
}

/**
 * lasna_bench_get_memory:
 *
 * Returns: megabytes that this program has in memory
 */
double
lasna_bench_get_memory (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;
  pages = g_strsplit (text, " ", 3);
  return g_ascii_strtod (pages[1], NULL) * (double) sysconf (_SC_PAGESIZE) / (1 << 20);
}

static int
compare_cb (gconstpointer first, gconstpointer second)
{
  double one = *(const double *) first;
  double other = *(const double *) second;

  return (one > other) - (one < other);
}

/**
 * lasna_bench_report:
 * @times: sorted afterwards
 *
 * Prints a line with the median, with what 95 of 100 are not above, and with the longest.
 */
void
lasna_bench_report (const char *name, double *times, guint n)
{
  g_assert (n > 0);
  qsort (times, n, sizeof *times, compare_cb);
  printf ("%s %.6f %.6f %.6f\n", name, times[n / 2], times[n * 95 / 100], times[n - 1]);
  fflush (stdout);
}

void
lasna_bench_report_value (const char *name, double value)
{
  lasna_bench_report (name, &value, 1);
}

/**
 * lasna_bench_must:
 *
 * Ends the program where something could not be done.
 */
void
lasna_bench_must (gboolean done, const GError *error)
{
  if (done)
    return;
  fprintf (
      stderr, "%s: %s\n", program_invocation_short_name, error != NULL ? error->message : "failed");
  exit (1);
}

/**
 * lasna_bench_run:
 * @input: (nullable): what the program reads
 * @folder: (nullable): where it runs
 * @output: (out) (optional): what it said
 *
 * Returns: whether the program ran and was content
 */
gboolean
lasna_bench_run (const char *const *argv, const char *input, const char *folder, char **output)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) process = NULL;

  if (folder != NULL)
    g_subprocess_launcher_set_cwd (launcher, folder);
  process = g_subprocess_launcher_spawnv (launcher, argv, NULL);
  return process != NULL &&
         g_subprocess_communicate_utf8 (process, input, NULL, output, NULL, NULL) &&
         g_subprocess_get_successful (process);
}

/**
 * lasna_bench_make_voices:
 * @programs: the folder of make-voices
 *
 * Returns: whether @name in @folder is a file of voices now
 */
gboolean
lasna_bench_make_voices (const char *programs,
                         const char *rows,
                         const char *folder,
                         const char *name)
{
  g_autofree char *program = g_build_filename (programs, "make-voices", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GSubprocess) process = NULL;

  g_subprocess_launcher_set_stdout_file_path (launcher, path);
  process = g_subprocess_launcher_spawn (launcher, NULL, program, rows, NULL);
  return process != NULL && g_subprocess_wait_check (process, NULL, NULL);
}
