/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a comma means in "1,234" is decided by the whole column; here only what one cell allows.
 */
#include "config.h"

#include "lasna-number-reader.h"

#include <math.h>
#include <string.h>

/* How tools say that there is no answer. Zero is one. */
static const char *const missing[] = { "-", "–", "—", "n/a", "na", "#n/a", "null", "nan", "." };

/**
 * lasna_cell_is_missing:
 *
 * Returns: whether the cell holds no answer
 */
gboolean
lasna_cell_is_missing (const char *text)
{
  gsize length;

  /* This is asked of every cell, and most begin with a letter or a digit. */
  if (g_ascii_isalnum (*text) && *text != 'n' && *text != 'N')
    return FALSE;
  while (g_ascii_isspace (*text))
    text++;
  if (*text != '\0' && strchr ("-\xe2nN#.", *text) == NULL)
    return FALSE;
  for (length = strlen (text); length > 0 && g_ascii_isspace (text[length - 1]); length--)
    ;
  if (length == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    if (strlen (missing[i]) == length && g_ascii_strncasecmp (text, missing[i], length) == 0)
      return TRUE;
  return FALSE;
}

/**
 * lasna_cell_is_digits:
 *
 * Returns: whether the cell is a whole number without any mark, as tools number their answers
 */
gboolean
lasna_cell_is_digits (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

static const char *
skip_space (const char *text)
{
  while (TRUE)
    {
      if (g_ascii_isspace (*text))
        text++;
      else if (strncmp (text, "\xc2\xa0", 2) == 0)
        text += 2;
      else if (strncmp (text, "\xe2\x80\xaf", 3) == 0)
        text += 3;
      else
        return text;
    }
}

/* Copies the number that begins @text in the way strtod reads it. Returns what follows it, or
 * NULL where no number is there.
 */
static const char *
take_number (const char *text, char decimal, char plain[32])
{
  char grouping = decimal == '.' ? ',' : '.';
  int n_digits = 0;
  int n_group = -1; /* digits since the last grouping mark */
  gsize n = 0;
  gboolean has_decimal = FALSE;

  if (*text == '+' || *text == '-')
    plain[n++] = *text++;
  else if (strncmp (text, "\xe2\x88\x92", 3) == 0)
    {
      plain[n++] = '-';
      text += 3;
    }
  for (; n < 30; text++)
    {
      const char *after_space = skip_space (text);

      if (g_ascii_isdigit (*text))
        {
          n_digits++;
          if (!has_decimal)
            n_group += n_group >= 0;
          plain[n++] = *text;
        }
      else if (*text == decimal && !has_decimal && n_digits > 0 && g_ascii_isdigit (text[1]) &&
               (n_group < 0 || n_group == 3))
        {
          has_decimal = TRUE;
          n_group = -1;
          plain[n++] = '.';
        }
      else if (!has_decimal && n_digits > 0 && (n_group == 3 || (n_group < 0 && n_digits <= 3)) &&
               ((*text == grouping && g_ascii_isdigit (text[1]) && g_ascii_isdigit (text[2]) &&
                 g_ascii_isdigit (text[3])) ||
                (after_space > text && g_ascii_isdigit (after_space[0]) &&
                 g_ascii_isdigit (after_space[1]) && g_ascii_isdigit (after_space[2]) &&
                 !g_ascii_isdigit (after_space[3]))))
        {
          text = after_space > text ? after_space - 1 : text;
          n_group = 0;
        }
      else
        break;
    }
  plain[n] = '\0';
  return n_digits > 0 && n < 30 && (n_group < 0 || n_group == 3) ? text : NULL;
}

static gboolean
read_as (const char *text, char decimal, double *number)
{
  char plain[32];
  const char *rest = take_number (skip_space (text), decimal, plain);

  if (rest == NULL)
    return FALSE;

  /* "10 - very likely", "5 stars", "7/10": a number may be followed by words, not by digits. */
  if (*rest == '%')
    rest++;
  if (*rest != '\0' && !g_ascii_isspace (*rest) && strchr ("-–:=(.)", *rest) == NULL)
    return FALSE;
  for (rest = skip_space (rest); *rest != '\0'; rest++)
    if (g_ascii_isdigit (*rest))
      return FALSE;
  *number = g_ascii_strtod (plain, NULL);
  return isfinite (*number);
}

/* What most answers are: a few digits, the same with either mark. */
static gboolean
read_plain (const char *text, double *number)
{
  int whole = 0;
  int n = 0;

  for (; g_ascii_isdigit (text[n]); n++)
    {
      if (n == 9)
        return FALSE;
      whole = whole * 10 + (text[n] - '0');
    }
  *number = whole;
  return n > 0 && text[n] == '\0';
}

/**
 * lasna_number_examine:
 * @readings_differ: (out) (optional): whether the two decimal marks give two numbers
 *
 * Returns: the decimal marks with which @text is a number; 0 where it is none
 */
LasnaDecimal
lasna_number_examine (const char *text, gboolean *readings_differ)
{
  double point = 0;
  double comma = 0;
  LasnaDecimal decimals = 0;

  if (readings_differ != NULL)
    *readings_differ = FALSE;
  if (read_plain (text, &point))
    return LASNA_DECIMAL_ANY;
  if (read_as (text, '.', &point))
    decimals |= LASNA_DECIMAL_POINT;
  if (read_as (text, ',', &comma))
    decimals |= LASNA_DECIMAL_COMMA;
  if (readings_differ != NULL)
    *readings_differ = decimals == LASNA_DECIMAL_ANY && point != comma;
  return decimals;
}

/**
 * lasna_number_read:
 * @decimals: the decimal marks to try, the point first
 *
 * Returns: whether @text is a number, perhaps with words after it
 */
gboolean
lasna_number_read (const char *text, LasnaDecimal decimals, double *number)
{
  return (decimals != 0 && read_plain (text, number)) ||
         ((decimals & LASNA_DECIMAL_POINT) != 0 && read_as (text, '.', number)) ||
         ((decimals & LASNA_DECIMAL_COMMA) != 0 && read_as (text, ',', number));
}

/* Where the number of "Extremely likely - 10" or "Very good (5)" begins; NULL for none. */
static const char *
find_last_number (const char *text)
{
  const char *digit = strpbrk (text, "0123456789");
  const char *end = digit;
  gunichar mark;

  if (digit == NULL || !g_unichar_isalpha (g_utf8_get_char (text)))
    return NULL;
  while (end[-1] == ' ')
    end--;

  /* A dash right before the number is its sign. */
  mark = g_utf8_get_char (g_utf8_prev_char (end));
  if (mark == '(' || mark == ':' || mark == '=' || (end < digit && (mark == '-' || mark == 0x2013)))
    return digit;
  return NULL;
}

/**
 * lasna_number_read_score:
 * @decimals: the decimal marks to try, the point first
 *
 * Returns: whether @text is a score: a number with words after it or before it, or, as review sites
 *   have it, a number of stars in letters
 */
gboolean
lasna_number_read_score (const char *text, LasnaDecimal decimals, double *number)
{
  static const char *const words[] = { "one", "two", "three", "four", "five" };
  const char *last;

  if (lasna_number_read (text, decimals, number))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      {
        *number = i + 1;
        return TRUE;
      }
  last = find_last_number (text);
  return last != NULL && lasna_number_read (last, decimals, number);
}

/**
 * lasna_decimal_from_id:
 *
 * Returns: the mark that @id names, also when it is the mark itself; 0 for none
 */
LasnaDecimal
lasna_decimal_from_id (const char *id)
{
  if (g_ascii_strcasecmp (id, "comma") == 0 || strcmp (id, ",") == 0)
    return LASNA_DECIMAL_COMMA;
  if (g_ascii_strcasecmp (id, "point") == 0 || strcmp (id, ".") == 0)
    return LASNA_DECIMAL_POINT;
  return 0;
}
