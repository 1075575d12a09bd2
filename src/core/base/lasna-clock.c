/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Time, chance and ids.
 */
#include "config.h"

#include "lasna-clock.h"

#include <gio/gio.h>
#include <stdio.h>

/* An id is 42 bits of milliseconds since 1970 and 21 bits of chance: it fits a positive SQLite
 * rowid, sorts by time of making, and two laptops do not make the same one.
 */
#define CHANCE_BITS 21
#define MILLISECOND_MASK ((G_GINT64_CONSTANT (1) << 42) - 1)

struct _LasnaClock
{
  gatomicrefcount references;
  GMutex lock;
  GRand *chance;
  guint32 seed;
  gboolean stands; /* LASNA_TODAY: time moves only when an id is drawn */
  gint64 now;      /* milliseconds since 1970, where the clock stands */
  gint64 last_id;
};

static LasnaClock *
clock_new (gboolean stands, gint64 now, guint32 seed)
{
  LasnaClock *self = g_new0 (LasnaClock, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->lock);
  self->chance = stands ? g_rand_new_with_seed (seed) : g_rand_new ();
  self->seed = seed;
  self->stands = stands;
  self->now = now;
  return self;
}

/**
 * lasna_clock_new:
 *
 * Returns: (transfer full): the computer's clock, or a standing one where LASNA_TODAY says a date
 */
LasnaClock *
lasna_clock_new (void)
{
  const char *today = g_getenv ("LASNA_TODAY");

  if (today != NULL && *today != '\0')
    return lasna_clock_new_at (today);
  return clock_new (FALSE, 0, 0);
}

/**
 * lasna_clock_new_at:
 * @date: YYYY-MM-DD; anything else stands for the first day of 2000
 *
 * Returns: (transfer full): a clock that stands at noon of @date, with chance seeded by it
 */
LasnaClock *
lasna_clock_new_at (const char *date)
{
  int year = 2000;
  int month = 1;
  int day = 1;

  if (sscanf (date, "%4d-%2d-%2d", &year, &month, &day) != 3 || year < 1970 || year > 2100 ||
      !g_date_valid_dmy (day, month, year))
    year = 2000, month = 1, day = 1;

  g_autoptr (GTimeZone) here = g_time_zone_new_local ();
  g_autoptr (GDateTime) noon = g_date_time_new (here, year, month, day, 12, 0, 0);
  return clock_new (TRUE, g_date_time_to_unix (noon) * 1000, year * 10000 + month * 100 + day);
}

LasnaClock *
lasna_clock_ref (LasnaClock *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
lasna_clock_unref (LasnaClock *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_rand_free (self->chance);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * lasna_clock_get_now:
 *
 * Returns: milliseconds since 1970, UTC
 */
gint64
lasna_clock_get_now (LasnaClock *self)
{
  return self->stands ? self->now : g_get_real_time () / 1000;
}

static GDateTime *
local_time (LasnaClock *self)
{
  return g_date_time_new_from_unix_local (lasna_clock_get_now (self) / 1000);
}

/**
 * lasna_clock_dup_stamp:
 *
 * Returns: (transfer full): the moment in UTC, as 2026-11-21T10:00:00.000Z
 */
char *
lasna_clock_dup_stamp (LasnaClock *self)
{
  gint64 now = lasna_clock_get_now (self);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now / 1000);
  g_autofree char *seconds = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%03dZ", seconds, (int) (now % 1000));
}

/**
 * lasna_clock_dup_local:
 *
 * Returns: (transfer full): local wall time to the minute, as 2026-11-21T12:00
 */
char *
lasna_clock_dup_local (LasnaClock *self)
{
  g_autoptr (GDateTime) local = local_time (self);

  return g_date_time_format (local, "%Y-%m-%dT%H:%M");
}

/**
 * lasna_clock_dup_today:
 *
 * Returns: (transfer full): the local day, as 2026-11-21
 */
char *
lasna_clock_dup_today (LasnaClock *self)
{
  return lasna_clock_dup_day (self, 0);
}

/**
 * lasna_clock_dup_day:
 * @days: how many days after today; negative for the past
 *
 * Returns: (transfer full): that local day, as 2026-11-21
 */
char *
lasna_clock_dup_day (LasnaClock *self, int days)
{
  g_autoptr (GDateTime) local = local_time (self);
  g_autoptr (GDateTime) day = g_date_time_add_days (local, days);

  return g_date_time_format (day, "%Y-%m-%d");
}

/**
 * lasna_clock_new_id:
 *
 * Returns: a positive id that no other workbook has; each is greater than the one before it
 */
gint64
lasna_clock_new_id (LasnaClock *self)
{
  g_mutex_lock (&self->lock);
  if (self->stands)
    self->now++;

  gint64 now = lasna_clock_get_now (self) & MILLISECOND_MASK;
  gint64 id = (now << CHANCE_BITS) | (g_rand_int (self->chance) & ((1 << CHANCE_BITS) - 1));

  if (id <= self->last_id)
    id = self->last_id + 1;
  self->last_id = id;
  g_mutex_unlock (&self->lock);
  return id;
}

/**
 * lasna_clock_new_id_block:
 *
 * For the rows of one import, which count up from a common start so that they are appended to
 * their table. The start has 20 bits of time to the hour, 19 of chance and 24 free ones.
 *
 * Returns: the first of 2^24 ids
 */
gint64
lasna_clock_new_id_block (LasnaClock *self)
{
  g_mutex_lock (&self->lock);
  if (self->stands)
    self->now++;

  gint64 hours = (lasna_clock_get_now (self) / 3600000) & ((1 << 20) - 1);
  gint64 chance = g_rand_int (self->chance) & ((1 << 19) - 1);
  g_mutex_unlock (&self->lock);
  return (hours << 43) | (chance << 24);
}

/**
 * lasna_clock_stir:
 * @done: how often something has been done to a workbook
 *
 * A standing clock begins anew in each process, and would draw ids that the workbook has from an
 * earlier one. What it draws still repeats where the same is done to the same workbook. A clock
 * that runs is left alone.
 */
void
lasna_clock_stir (LasnaClock *self, gint64 done)
{
  if (!self->stands || done == 0)
    return;
  g_mutex_lock (&self->lock);
  g_rand_set_seed (self->chance, self->seed + (guint32) done * 2654435761u);
  g_mutex_unlock (&self->lock);
}

/**
 * lasna_clock_random:
 *
 * Returns: a number from 0 to @below - 1
 */
guint32
lasna_clock_random (LasnaClock *self, guint32 below)
{
  g_mutex_lock (&self->lock);
  guint32 number = g_rand_int_range (self->chance, 0, below);
  g_mutex_unlock (&self->lock);
  return number;
}
