/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A month to choose a day from. GTK's own speaks the language of the locale, begins its weeks where
 * the locale does, and has buttons without names.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LASNA_TYPE_CALENDAR (lasna_calendar_get_type ())
G_DECLARE_FINAL_TYPE (LasnaCalendar, lasna_calendar, LASNA, CALENDAR, GtkBox)

GtkWidget *lasna_calendar_new (void);
void lasna_calendar_show (LasnaCalendar *self,
                          const char *day,
                          const char *today,
                          GDateWeekday week_start);

G_END_DECLS
