/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small scanner over the parts of a written time: numbers, names of months, marks of the day's
 * half, zones. Which of two numbers is the day is not decided here but by the whole column.
 */
#include "config.h"

#include "lasna-date-reader.h"

#include <string.h>

typedef struct
{
  const char *at;
  int numbers[3];
  int digits[3];
  int n_numbers;
  int month;       /* by name */
  int month_place; /* how many numbers stood before the name */
  char separator;  /* between the numbers of the day */
  int half;        /* 1 before noon, 2 after noon */
  LasnaWhen when;
} Scan;

typedef struct
{
  const char *name; /* in lower case */
  int number;
} Name;

/* Beginnings of the names of months in English, Finnish and Swedish. Longer ones stand first. */
static const Name months[] = {
  { "tammi", 1 },   { "helmi", 2 },  { "maalis", 3 }, { "huhti", 4 }, { "touko", 5 },
  { "kesä", 6 },    { "heinä", 7 },  { "elo", 8 },    { "syys", 9 },  { "loka", 10 },
  { "marras", 11 }, { "joulu", 12 }, { "jan", 1 },    { "feb", 2 },   { "mar", 3 },
  { "apr", 4 },     { "maj", 5 },    { "may", 5 },    { "jun", 6 },   { "jul", 7 },
  { "aug", 8 },     { "sep", 9 },    { "okt", 10 },   { "oct", 10 },  { "nov", 11 },
  { "dec", 12 },
};

/* The Spanish "p. m." is read by its letters. */
static const Name halves[] = {
  { "오전", 1 }, { "오후", 2 }, { "上午", 1 }, { "下午", 2 }, { "午前", 1 }, { "午後", 2 },
  { "am", 1 },   { "pm", 2 },   { "ap.", 1 },  { "ip.", 2 },  { "fm", 1 },   { "em", 2 },
  { "de.", 1 },  { "du.", 2 },  { "π.μ.", 1 }, { "μ.μ.", 2 }, { "ص", 1 },    { "م", 2 },
};

/* Zones by their names, in minutes from UTC. */
static const Name zones[] = {
  { "utc", 0 },    { "gmt", 0 },    { "z", 0 },       { "wet", 0 },     { "west", 60 },
  { "bst", 60 },   { "cet", 60 },   { "cest", 120 },  { "mez", 60 },    { "mesz", 120 },
  { "eet", 120 },  { "eest", 180 }, { "oez", 120 },   { "oesz", 180 },  { "msk", 180 },
  { "nst", -210 }, { "ndt", -150 }, { "ast", -240 },  { "adt", -180 },  { "est", -300 },
  { "edt", -240 }, { "cst", -360 }, { "cdt", -300 },  { "mst", -420 },  { "mdt", -360 },
  { "pst", -480 }, { "pdt", -420 }, { "akst", -540 }, { "akdt", -480 }, { "hst", -600 },
  { "jst", 540 },  { "kst", 540 },  { "awst", 480 },  { "acst", 570 },  { "acdt", 630 },
  { "aest", 600 }, { "aedt", 660 }, { "nzst", 720 },  { "nzdt", 780 },
};

/* Words that say nothing new: days of the week, "at", "o'clock". */
static const char *const fillers[] = {
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed",
  "thu",    "fri",     "sat",       "sun",      "klo",    "kl.",      "kl",     "at",  "the", "uhr",
};

static void
skip_space (Scan *scan)
{
  while (TRUE)
    {
      if (*scan->at == ' ' || *scan->at == '\t' || *scan->at == ',' || *scan->at == '\n')
        scan->at++;
      else if (strncmp (scan->at, "\xc2\xa0", 2) == 0) /* no-break space */
        scan->at += 2;
      else if (strncmp (scan->at, "\xe2\x80\xaf", 3) == 0) /* the narrow one, before AM and PM */
        scan->at += 3;
      else
        return;
    }
}

static gboolean
take_number (Scan *scan, int max_digits, int *number, int *digits)
{
  *number = 0;
  for (*digits = 0; g_ascii_isdigit (scan->at[*digits]); (*digits)++)
    {
      if (*digits == max_digits)
        return FALSE;
      *number = *number * 10 + (scan->at[*digits] - '0');
    }
  scan->at += *digits;
  return *digits > 0;
}

/* Whether the text goes on with @name, whatever its case, and no other letter follows. */
static gboolean
take_word (Scan *scan, const char *name, gboolean is_beginning)
{
  gsize length = strlen (name);

  if (g_ascii_strncasecmp (scan->at, name, length) != 0)
    return FALSE;
  if (is_beginning)
    {
      const char *next = scan->at + length;

      while (g_unichar_isalpha (g_utf8_get_char (next)))
        next = g_utf8_next_char (next);
      scan->at = *next == '.' ? next + 1 : next;
      return TRUE;
    }
  if (g_ascii_isalpha (name[length - 1]) && g_ascii_isalpha (scan->at[length]))
    return FALSE;
  scan->at += length;
  return TRUE;
}

static int
take_name (Scan *scan, const Name *names, gsize n_names, gboolean is_beginning)
{
  for (gsize i = 0; i < n_names; i++)
    if (take_word (scan, names[i].name, is_beginning))
      return names[i].number;
  return 0;
}

static gboolean
take_filler (Scan *scan)
{
  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (take_word (scan, fillers[i], FALSE))
      {
        if (*scan->at == '.')
          scan->at++;
        return TRUE;
      }
  return FALSE;
}

static void
write_zone (Scan *scan, char sign, int hours, int minutes)
{
  if (hours == 0 && minutes == 0)
    g_strlcpy (scan->when.zone, "Z", sizeof scan->when.zone);
  else
    g_snprintf (scan->when.zone,
                sizeof scan->when.zone,
                "%c%02u:%02u",
                sign,
                (guint) hours % 100,
                (guint) minutes % 100);
}

static gboolean
take_named_zone (Scan *scan)
{
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    if (take_word (scan, zones[i].name, FALSE))
      {
        int minutes = ABS (zones[i].number);

        write_zone (scan, zones[i].number < 0 ? '-' : '+', minutes / 60, minutes % 60);
        return TRUE;
      }
  return FALSE;
}

/* A name that several zones share, such as IST, tells none, but is no reason to refuse the time. */
static void
take_unknown_zone (Scan *scan)
{
  gsize length = 0;

  while (g_ascii_isupper (scan->at[length]))
    length++;
  if (scan->n_numbers == (scan->month != 0 ? 2 : 3) && length >= 2 && length <= 5 &&
      !g_unichar_isalnum (g_utf8_get_char (scan->at + length)))
    scan->at += length;
}

/* Z, UTC, EST, GMT+3, +0300, -05:00. Returns FALSE only where one begins and is none. */
static gboolean
take_zone (Scan *scan)
{
  gboolean is_named = take_named_zone (scan);
  int hours;
  int minutes = 0;
  int digits;
  char sign = *scan->at;

  if (strncmp (scan->at, "\xe2\x88\x92", 3) == 0)
    {
      sign = '-';
      scan->at += 2;
    }
  if (sign != '+' && sign != '-')
    {
      if (!is_named)
        take_unknown_zone (scan);
      return TRUE;
    }
  scan->at++;
  if (!take_number (scan, 4, &hours, &digits))
    return FALSE;
  if (digits > 2)
    {
      minutes = hours % 100;
      hours /= 100;
    }
  else if (*scan->at == ':')
    {
      scan->at++;
      if (!take_number (scan, 2, &minutes, &digits) || digits != 2)
        return FALSE;
    }
  if (hours > 14 || minutes > 59)
    return FALSE;
  write_zone (scan, sign, hours, minutes);
  return TRUE;
}

/* The half of the day, perhaps as the letters of "p. m." with any space between them. */
static int
take_half (Scan *scan)
{
  int half = take_name (scan, halves, G_N_ELEMENTS (halves), FALSE);
  char letter = g_ascii_tolower (*scan->at);
  Scan rest;

  if (half != 0 || (letter != 'a' && letter != 'p') || scan->at[1] != '.')
    return half;
  rest = (Scan){ .at = scan->at + 2 };
  skip_space (&rest);
  if (g_ascii_tolower (*rest.at) != 'm')
    return 0;
  scan->at = rest.at[1] == '.' ? rest.at + 2 : rest.at + 1;
  return letter == 'a' ? 1 : 2;
}

static void
take_parenthesis (Scan *scan)
{
  const char *close;

  skip_space (scan);
  if (*scan->at == '(' && (close = strchr (scan->at, ')')) != NULL)
    scan->at = close + 1;
}

/* The hour is read; minutes and seconds follow after ':' or, as in Finnish, after '.'. */
static gboolean
take_rest_of_time (Scan *scan, int hour)
{
  char separator = *scan->at++;
  int digits;

  scan->when.hour = hour;
  if (!take_number (scan, 2, &scan->when.minute, &digits) || digits != 2)
    return FALSE;
  if (*scan->at == separator && g_ascii_isdigit (scan->at[1]))
    {
      scan->at++;
      if (!take_number (scan, 2, &scan->when.second, &digits) || digits != 2)
        return FALSE;
      if ((*scan->at == '.' || *scan->at == ',') && g_ascii_isdigit (scan->at[1]))
        for (scan->at++; g_ascii_isdigit (*scan->at); scan->at++)
          ;
    }
  skip_space (scan);
  if (scan->half == 0)
    scan->half = take_half (scan);
  skip_space (scan);
  if (!take_zone (scan))
    return FALSE;
  take_parenthesis (scan);
  return TRUE;
}

/* Whether the number just read is the hour: the day is complete and a time goes on. */
static gboolean
is_hour (const Scan *scan, int digits)
{
  int needed = scan->month != 0 ? 2 : 3;

  if (digits > 2)
    return FALSE;
  if (*scan->at == ':')
    return g_ascii_isdigit (scan->at[1]);
  return *scan->at == '.' && scan->n_numbers == needed && g_ascii_isdigit (scan->at[1]);
}

static gboolean
take_part (Scan *scan)
{
  int number;
  int digits;

  if (g_ascii_isdigit (*scan->at))
    {
      if (!take_number (scan, 4, &number, &digits))
        return FALSE;
      if (is_hour (scan, digits))
        return scan->when.hour < 0 && take_rest_of_time (scan, number);
      if (scan->n_numbers == 3)
        return FALSE;
      scan->numbers[scan->n_numbers] = number;
      scan->digits[scan->n_numbers] = digits;
      scan->n_numbers++;
      if (*scan->at != '\0' && strchr ("/.-", *scan->at) != NULL)
        {
          if (scan->separator == '\0')
            scan->separator = *scan->at;
          scan->at++;
        }
      else if ((*scan->at == 'T' || *scan->at == 't') && g_ascii_isdigit (scan->at[1]))
        scan->at++;
      return TRUE;
    }
  if (scan->half == 0 && (scan->half = take_half (scan)) != 0)
    return TRUE;
  if (scan->month == 0)
    {
      /* Days of the week that begin as a month does come first: "Mar" is no "Mon". */
      if (take_filler (scan))
        return TRUE;
      scan->month = take_name (scan, months, G_N_ELEMENTS (months), TRUE);
      scan->month_place = scan->n_numbers;
      if (scan->month != 0 && (*scan->at == '-' || *scan->at == '/'))
        scan->at++;
      return scan->month != 0;
    }
  return take_filler (scan);
}

static gboolean
scan_text (Scan *scan, const char *text)
{
  *scan = (Scan){ .at = text, .when = { .hour = -1, .second = -1 } };
  for (skip_space (scan); *scan->at != '\0'; skip_space (scan))
    if (!take_part (scan))
      return FALSE;
  if (scan->n_numbers != (scan->month != 0 ? 2 : 3))
    return FALSE;
  if (scan->half != 0 && scan->when.hour > 12)
    scan->half = 0; /* "13:05 PM" says the same twice */
  if (scan->half != 0 && scan->when.hour >= 0)
    scan->when.hour = scan->when.hour % 12 + (scan->half == 2 ? 12 : 0);
  return scan->when.hour < 24 && scan->when.minute < 60 && scan->when.second < 61;
}

static int
full_year (int number, int digits)
{
  if (digits == 2)
    return number < 70 ? 2000 + number : 1900 + number;
  return digits == 4 ? number : 0;
}

static gboolean
set_day (const Scan *scan, int year_place, int month_place, int day_place, LasnaWhen *when)
{
  when->year = full_year (scan->numbers[year_place], scan->digits[year_place]);
  when->month = month_place < 0 ? scan->month : scan->numbers[month_place];
  when->day = scan->numbers[day_place];
  return scan->digits[day_place] <= 2 && (month_place < 0 || scan->digits[month_place] <= 2) &&
         when->year >= 1900 && when->year <= 2200 && when->month >= 1 && when->month <= 12 &&
         when->day >= 1 && g_date_valid_dmy (when->day, when->month, when->year);
}

/* Reads the scanned numbers in one order. Points never stand in the American order. */
static gboolean
apply_order (const Scan *scan, LasnaDateOrder order, LasnaWhen *when)
{
  *when = scan->when;
  if (scan->month != 0)
    {
      if (scan->digits[0] == 4)
        return order == LASNA_DATE_YMD && set_day (scan, 0, -1, 1, when);
      return order == (scan->month_place == 0 ? LASNA_DATE_MDY : LASNA_DATE_DMY) &&
             set_day (scan, 1, -1, 0, when);
    }
  if (order == LASNA_DATE_YMD)
    return scan->digits[0] == 4 && set_day (scan, 0, 1, 2, when);
  if (order == LASNA_DATE_DMY)
    return set_day (scan, 2, 1, 0, when);
  return scan->separator != '.' && set_day (scan, 2, 0, 1, when);
}

/* Reads @n digits; -1 where they are none. */
static int
read_digits (const char *text, int n)
{
  int number = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + (text[i] - '0');
    }
  return number;
}

/* What most tools write, YYYY-MM-DD and perhaps HH:MM or HH:MM:SS, read at once. */
static gboolean
read_common (const char *text, LasnaWhen *when)
{
  *when = (LasnaWhen){ .hour = -1, .second = -1 };
  when->year = read_digits (text, 4);
  if (when->year < 1900 || when->year > 2200 || text[4] != '-')
    return FALSE;
  when->month = read_digits (text + 5, 2);
  if (when->month < 1 || when->month > 12 || text[7] != '-')
    return FALSE;
  when->day = read_digits (text + 8, 2);
  if (when->day < 1 || (when->day > 28 && !g_date_valid_dmy (when->day, when->month, when->year)))
    return FALSE;
  if (text[10] == '\0')
    return TRUE;
  if (text[10] != ' ' && text[10] != 'T')
    return FALSE;
  when->hour = read_digits (text + 11, 2);
  if (when->hour < 0 || when->hour > 23 || text[13] != ':')
    return FALSE;
  when->minute = read_digits (text + 14, 2);
  if (when->minute < 0 || when->minute > 59)
    return FALSE;
  if (text[16] == '\0')
    return TRUE;
  if (text[16] != ':')
    return FALSE;
  when->second = read_digits (text + 17, 2);
  return when->second >= 0 && when->second < 60 && text[19] == '\0';
}

/**
 * lasna_date_read:
 * @orders: the orders to try, in the order of their values
 *
 * Returns: whether @text is a day or a time in one of @orders; a name of a month and a year that
 *   stands first are read in any
 */
gboolean
lasna_date_read (const char *text, LasnaDateOrder orders, LasnaWhen *when)
{
  Scan scan;

  if (read_common (text, when))
    return TRUE;
  if (!scan_text (&scan, text))
    return FALSE;
  if (scan.month != 0 || scan.digits[0] == 4)
    orders = LASNA_DATE_ANY;
  for (LasnaDateOrder order = LASNA_DATE_YMD; order <= LASNA_DATE_MDY; order <<= 1)
    if ((orders & order) != 0 && apply_order (&scan, order, when))
      return TRUE;
  return FALSE;
}

/**
 * lasna_date_examine:
 * @orders_differ: (out) (optional): whether two of the orders give different days
 *
 * Returns: the orders in which @text is a day: all where the year stands first or the month has
 *   its name; 0 where it is none
 */
LasnaDateOrder
lasna_date_examine (const char *text, gboolean *orders_differ)
{
  Scan scan;
  LasnaDateOrder orders = 0;
  LasnaWhen first = { 0 };

  if (orders_differ != NULL)
    *orders_differ = FALSE;
  if (read_common (text, &first))
    return LASNA_DATE_ANY;
  if (!scan_text (&scan, text))
    return 0;
  if (scan.month != 0 || scan.digits[0] == 4)
    return lasna_date_read (text, LASNA_DATE_ANY, &first) ? LASNA_DATE_ANY : 0;
  for (LasnaDateOrder order = LASNA_DATE_YMD; order <= LASNA_DATE_MDY; order <<= 1)
    {
      LasnaWhen when;

      if (!apply_order (&scan, order, &when))
        continue;
      if (orders == 0)
        first = when;
      else if (orders_differ != NULL && (when.day != first.day || when.month != first.month))
        *orders_differ = TRUE;
      orders |= order;
    }
  return orders;
}

/**
 * lasna_date_is_day:
 *
 * Returns: whether @text is a day, with or without a time
 */
gboolean
lasna_date_is_day (const char *text)
{
  return lasna_date_examine (text, NULL) != 0;
}

/**
 * lasna_date_is_time:
 *
 * Returns: whether @text is a day with a time
 */
gboolean
lasna_date_is_time (const char *text)
{
  LasnaWhen when;

  return lasna_date_read (text, LASNA_DATE_ANY, &when) && when.hour >= 0;
}

static char *
put (char *at, char before, int number)
{
  *at++ = before;
  *at++ = (char) ('0' + number / 10 % 10);
  *at++ = (char) ('0' + number % 10);
  return at;
}

/**
 * lasna_when_write:
 *
 * Writes YYYY-MM-DD, or YYYY-MM-DDTHH:MM, with seconds where they are known.
 *
 * Returns: the length of @text
 */
gsize
lasna_when_write (const LasnaWhen *when, char text[LASNA_WHEN_MAX])
{
  char *at = text;

  *at++ = (char) ('0' + when->year / 1000 % 10);
  at = put (at, (char) ('0' + when->year / 100 % 10), when->year);
  at = put (at, '-', when->month);
  at = put (at, '-', when->day);
  if (when->hour >= 0)
    {
      at = put (at, 'T', when->hour);
      at = put (at, ':', when->minute);
      if (when->second >= 0)
        at = put (at, ':', MIN (when->second, 59));
    }
  *at = '\0';
  return at - text;
}

static const struct
{
  LasnaDateOrder order;
  const char *id;
} order_ids[] = {
  { LASNA_DATE_YMD, "ymd" },
  { LASNA_DATE_DMY, "dmy" },
  { LASNA_DATE_MDY, "mdy" },
};

/**
 * lasna_date_order_to_id:
 *
 * Returns: (nullable): "ymd", "dmy" or "mdy"
 */
const char *
lasna_date_order_to_id (LasnaDateOrder order)
{
  for (guint i = 0; i < G_N_ELEMENTS (order_ids); i++)
    if (order_ids[i].order == order)
      return order_ids[i].id;
  return NULL;
}

/**
 * lasna_date_order_from_id:
 *
 * Returns: the order that @id names; 0 for none
 */
LasnaDateOrder
lasna_date_order_from_id (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (order_ids); i++)
    if (g_ascii_strcasecmp (order_ids[i].id, id) == 0)
      return order_ids[i].order;
  return 0;
}
