/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days and times as survey tools, shops and spreadsheets write them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The orders in which a text can be read as a day. */
typedef enum
{
  LASNA_DATE_YMD = 1 << 0,
  LASNA_DATE_DMY = 1 << 1,
  LASNA_DATE_MDY = 1 << 2,
} LasnaDateOrder;

#define LASNA_DATE_ANY (LASNA_DATE_YMD | LASNA_DATE_DMY | LASNA_DATE_MDY)

/* Room for YYYY-MM-DDTHH:MM:SS and a NUL. */
#define LASNA_WHEN_MAX 20

/* Local wall time, as it was written. */
typedef struct
{
  int year;
  int month;
  int day;
  int hour; /* -1 where only a day is written */
  int minute;
  int second;   /* -1 where it is not written */
  char zone[8]; /* "Z", "+03:00" or "" where it is not written */
} LasnaWhen;

LasnaDateOrder lasna_date_examine (const char *text, gboolean *orders_differ);
gboolean lasna_date_read (const char *text, LasnaDateOrder orders, LasnaWhen *when);
gboolean lasna_date_is_day (const char *text);
gboolean lasna_date_is_time (const char *text);
gsize lasna_when_write (const LasnaWhen *when, char text[LASNA_WHEN_MAX]);

const char *lasna_date_order_to_id (LasnaDateOrder order);
LasnaDateOrder lasna_date_order_from_id (const char *id);

G_END_DECLS
