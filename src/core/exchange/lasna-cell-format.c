/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ECMA-376, 18.8.30: formats by number, formats by code, and days counted from 1900 or 1904.
 */
#include "config.h"

#include "lasna-cell-format.h"

#include <math.h>
#include <string.h>

#define DAYS_MAX 2958466 /* after the last day of the year 9999 */
#define DAY 86400

/* 27-36 and 50-58 are days where Excel speaks Chinese, Japanese or Korean. */
static const struct
{
  guint first;
  guint last;
  LasnaCellFormat format;
} by_number[] = {
  { 14, 17, LASNA_CELL_DATE }, { 18, 21, LASNA_CELL_TIME },     { 22, 22, LASNA_CELL_DATE },
  { 27, 31, LASNA_CELL_DATE }, { 32, 33, LASNA_CELL_TIME },     { 34, 36, LASNA_CELL_DATE },
  { 45, 45, LASNA_CELL_TIME }, { 46, 46, LASNA_CELL_DURATION }, { 47, 47, LASNA_CELL_TIME },
  { 50, 58, LASNA_CELL_DATE },
};

LasnaCellFormat
lasna_cell_format_of_number (guint id)
{
  for (guint i = 0; i < G_N_ELEMENTS (by_number); i++)
    if (id >= by_number[i].first && id <= by_number[i].last)
      return by_number[i].format;
  return LASNA_CELL_NUMBER;
}

/* Hours, minutes or seconds in brackets run on over the day. Other brackets are colours, places and
 * conditions.
 */
static gboolean
is_duration (const char *bracket, gsize length)
{
  return length > 0 && strchr ("hHmMsS", *bracket) != NULL &&
         strspn (bracket, (char[]){ *bracket, '\0' }) == length;
}

/**
 * lasna_cell_format_of_code:
 *
 * Returns: what a number shown by @code, such as `yyyy\-mm\-dd`, is
 */
LasnaCellFormat
lasna_cell_format_of_code (const char *code)
{
  gboolean has_day = FALSE;
  gboolean has_month = FALSE;
  gboolean has_time = FALSE;

  for (const char *c = code; *c != '\0' && *c != ';'; c++)
    {
      const char *end;

      if (*c == '"' || *c == '[')
        {
          end = strchr (c + 1, *c == '"' ? '"' : ']');
          if (end == NULL)
            break;
          if (*c == '[' && is_duration (c + 1, end - c - 1))
            return LASNA_CELL_DURATION;
          c = end;
        }
      else if ((*c == '\\' || *c == '_' || *c == '*') && c[1] != '\0')
        c++;
      else if (strchr ("yYdD", *c) != NULL)
        has_day = TRUE;
      else if (strchr ("hHsS", *c) != NULL)
        has_time = TRUE;
      else if (*c == 'm' || *c == 'M')
        has_month |= c == code || (c[-1] != '/' && c[-1] != 'A' && c[-1] != 'P');
    }
  if (has_day)
    return LASNA_CELL_DATE;
  return has_time ? LASNA_CELL_TIME : has_month ? LASNA_CELL_DATE : LASNA_CELL_NUMBER;
}

static void
write_number (double number, char *buffer, gsize size)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  gboolean is_whole = floor (number) == number && fabs (number) < 1e15;

  g_strlcpy (
      buffer, g_ascii_formatd (digits, sizeof digits, is_whole ? "%.0f" : "%.15g", number), size);
}

static void
write_day (gint64 day, gint64 second, gboolean is_1904, char *buffer, gsize size)
{
  GDate date;

  /* Excel's 1900 is a leap year, so days before its March are counted one short. */
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, is_1904 ? 1904 : 1900);
  g_date_add_days (&date, is_1904 ? day : day < 60 ? MAX (day - 1, 0) : day - 2);
  g_snprintf (buffer,
              size,
              "%04d-%02d-%02d",
              g_date_get_year (&date),
              g_date_get_month (&date),
              g_date_get_day (&date));
  if (second > 0)
    g_snprintf (buffer + strlen (buffer),
                size - strlen (buffer),
                "T%02d:%02d:%02d",
                (int) (second / 3600),
                (int) (second / 60 % 60),
                (int) (second % 60));
}

/**
 * lasna_cell_format_write:
 * @text: the number, as the file writes it
 * @is_1904: whether days are counted from 1904
 * @buffer: (out caller-allocates): what a person would see: a day as ISO 8601, a number with up to
 *   15 digits
 *
 * Returns: FALSE where @text is no number; then it stands for itself
 */
gboolean
lasna_cell_format_write (
    LasnaCellFormat format, const char *text, gboolean is_1904, char *buffer, gsize size)
{
  char *end;
  double number = g_ascii_strtod (text, &end);
  gint64 seconds;

  while (g_ascii_isspace (*end))
    end++;
  if (end == text || *end != '\0' || !isfinite (number))
    return FALSE;
  if (format == LASNA_CELL_NUMBER || number < 0 || number >= DAYS_MAX)
    {
      write_number (number, buffer, size);
      return TRUE;
    }
  seconds = MIN ((gint64) floor (number * DAY + 0.5), (gint64) DAYS_MAX * DAY - 1);
  if (format == LASNA_CELL_DURATION || (format == LASNA_CELL_TIME && seconds < DAY))
    g_snprintf (buffer,
                size,
                "%02d:%02d:%02d",
                (int) (seconds / 3600),
                (int) (seconds / 60 % 60),
                (int) (seconds % 60));
  else
    write_day (seconds / DAY, seconds % DAY, is_1904, buffer, size);
  return TRUE;
}
