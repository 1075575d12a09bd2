/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one source of time, chance and ids. Where LASNA_TODAY holds a date (YYYY-MM-DD), the clock
 * stands at noon of that day and everything drawn from it repeats from run to run.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _LasnaClock LasnaClock;

LasnaClock *lasna_clock_new (void) G_GNUC_WARN_UNUSED_RESULT;
LasnaClock *lasna_clock_new_at (const char *date) G_GNUC_WARN_UNUSED_RESULT;
LasnaClock *lasna_clock_ref (LasnaClock *self) G_GNUC_WARN_UNUSED_RESULT;
void lasna_clock_unref (LasnaClock *self);

gint64 lasna_clock_get_now (LasnaClock *self);
char *lasna_clock_dup_stamp (LasnaClock *self) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_clock_dup_local (LasnaClock *self) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_clock_dup_today (LasnaClock *self) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_clock_dup_day (LasnaClock *self, int days) G_GNUC_WARN_UNUSED_RESULT;

gint64 lasna_clock_new_id (LasnaClock *self);
gint64 lasna_clock_new_id_block (LasnaClock *self);
void lasna_clock_stir (LasnaClock *self, gint64 done);
guint32 lasna_clock_random (LasnaClock *self, guint32 below);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaClock, lasna_clock_unref)

G_END_DECLS
