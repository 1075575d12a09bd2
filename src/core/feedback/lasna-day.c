/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days.
 */
#include "config.h"

#include "lasna-day.h"

#include <stdio.h>

/**
 * lasna_day_read:
 * @text: YYYY-MM-DD
 * @day: (out): its Julian day
 *
 * Returns: whether @text is a day and nothing else
 */
gboolean
lasna_day_read (const char *text, gint32 *day)
{
  int year;
  int month;
  int date;
  int end = 0;

  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &date, &end) != 3 || end != 10 ||
      text[10] != '\0' || year < 1 || !g_date_valid_dmy (date, month, year))
    return FALSE;

  g_autoptr (GDate) parsed = g_date_new_dmy (date, month, year);
  *day = (gint32) g_date_get_julian (parsed);
  return TRUE;
}

/**
 * lasna_day_dup_text:
 * @day: a Julian day
 *
 * Returns: (transfer full): YYYY-MM-DD
 */
char *
lasna_day_dup_text (gint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, MAX (day, 1));
  return g_strdup_printf (
      "%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}
