/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the message catalogues that are compiled into the program.
 */
#include "config.h"

#include "lasna-words.h"

#include "lasna-words-resource.h"

#include <gio/gio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define MO_MAGIC 0x950412de

typedef struct
{
  const guint8 *bytes;
  guint32 length;
  guint32 count;
  guint32 originals;    /* offset of a sorted table of (length, offset) */
  guint32 translations; /* offset of the table beside it */
} Catalogue;

static const char *const codes[LASNA_N_LANGUAGES] = { "en", "fi", "sv" };

const char *
lasna_language_to_code (LasnaLanguage language)
{
  g_return_val_if_fail (language < LASNA_N_LANGUAGES, "en");
  return codes[language];
}

/**
 * lasna_language_from_code:
 * @code: (nullable): "fi", or a locale such as "fi_FI.UTF-8"
 *
 * Returns: whether @code is one of our languages
 */
gboolean
lasna_language_from_code (const char *code, LasnaLanguage *language)
{
  for (guint i = 0; code != NULL && i < LASNA_N_LANGUAGES; i++)
    {
      if (g_str_has_prefix (code, codes[i]) && strchr ("_.@-", code[2]) != NULL)
        {
          *language = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * lasna_language_of_locale:
 *
 * Returns: the first of our languages that the environment asks for; English where it asks for none
 */
LasnaLanguage
lasna_language_of_locale (void)
{
  const char *const *names = g_get_language_names ();
  LasnaLanguage language = LASNA_LANGUAGE_EN;

  for (guint i = 0; names[i] != NULL; i++)
    if (lasna_language_from_code (names[i], &language))
      break;
  return language;
}

static guint32
number_at (const Catalogue *catalogue, guint32 offset)
{
  guint32 number;

  memcpy (&number, catalogue->bytes + offset, sizeof number);
  return number;
}

static gpointer
load_catalogue (gpointer language)
{
  Catalogue *catalogue = g_new0 (Catalogue, 1);
  g_autofree char *path =
      g_strdup_printf ("/fi/lasna/po/%s/LC_MESSAGES/lasna.mo", codes[GPOINTER_TO_UINT (language)]);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (
      lasna_words_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes == NULL)
    return catalogue;

  /* The bytes live as long as the resource, and that as long as the process. */
  gsize length;
  catalogue->bytes = g_bytes_get_data (bytes, &length);
  catalogue->length = length;
  if (length < 28 || number_at (catalogue, 0) != MO_MAGIC)
    return catalogue;
  catalogue->count = number_at (catalogue, 8);
  catalogue->originals = number_at (catalogue, 12);
  catalogue->translations = number_at (catalogue, 16);
  return catalogue;
}

static const Catalogue *
get_catalogue (LasnaLanguage language)
{
  static GOnce once[LASNA_N_LANGUAGES] = { G_ONCE_INIT, G_ONCE_INIT, G_ONCE_INIT };

  return g_once (&once[language], load_catalogue, GUINT_TO_POINTER (language));
}

/* The translation of @msgid, or NULL. Strings in the table end in NUL; plural forms follow the
 * first one, so comparing up to the first NUL is right.
 */
static const char *
look_up (LasnaLanguage language, const char *msgid)
{
  const Catalogue *catalogue = get_catalogue (language);
  guint32 low = 0;
  guint32 high = catalogue->count;

  while (low < high)
    {
      guint32 middle = (low + high) / 2;
      const char *original = (const char *) catalogue->bytes +
                             number_at (catalogue, catalogue->originals + middle * 8 + 4);
      int order = strcmp (msgid, original);

      if (order == 0)
        {
          const char *found = (const char *) catalogue->bytes +
                              number_at (catalogue, catalogue->translations + middle * 8 + 4);
          return *found != '\0' ? found : NULL;
        }
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

/**
 * lasna_words:
 *
 * Returns: (transfer none): @msgid in @language, or @msgid itself
 */
const char *
lasna_words (LasnaLanguage language, const char *msgid)
{
  const char *found = look_up (language, msgid);

  return found != NULL ? found : msgid;
}

/**
 * lasna_words_plural:
 *
 * Finnish and Swedish have two forms, as English has. Both are given plain, without N_ (): the
 * words are gathered by the call itself, as a pair.
 *
 * Returns: (transfer none): the form for @n
 */
const char *
lasna_words_plural (LasnaLanguage language, const char *msgid, const char *plural, gulong n)
{
  const char *found = look_up (language, msgid);

  if (found == NULL)
    return n == 1 ? msgid : plural;
  return n == 1 ? found : found + strlen (found) + 1;
}

/**
 * lasna_words_context:
 *
 * Returns: (transfer none): what pgettext would say in @language
 */
const char *
lasna_words_context (LasnaLanguage language, const char *context, const char *msgid)
{
  g_autofree char *key = g_strconcat (context, "\004", msgid, NULL);
  const char *found = look_up (language, key);

  return found != NULL ? found : msgid;
}

/**
 * lasna_words_date:
 * @date: text that begins with YYYY-MM-DD
 *
 * Returns: (transfer full): the day as the language writes it: 21.11.2026 in Finnish,
 *   21 nov. 2026 in Swedish, 21 Nov 2026 in English; @date itself where it is no date
 */
char *
lasna_words_date (LasnaLanguage language, const char *date)
{
  static const char *const english[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  static const char *const swedish[] = { "jan.", "feb.", "mars", "apr.", "maj",  "juni",
                                         "juli", "aug.", "sep.", "okt.", "nov.", "dec." };
  int year;
  int month;
  int day;

  if (date == NULL || sscanf (date, "%4d-%2d-%2d", &year, &month, &day) != 3 || month < 1 ||
      month > 12)
    return g_strdup (date);
  switch (language)
    {
    case LASNA_LANGUAGE_FI:
      return g_strdup_printf ("%d.%d.%d", day, month, year);
    case LASNA_LANGUAGE_SV:
      return g_strdup_printf ("%d %s %d", day, swedish[month - 1], year);
    case LASNA_LANGUAGE_EN:
    default:
      return g_strdup_printf ("%d %s %d", day, english[month - 1], year);
    }
}

/**
 * lasna_words_number:
 *
 * Rounds half away from zero, so that a display never shows -0.
 *
 * Returns: (transfer full): the number with the language's decimal sign and a real minus sign;
 *   an en dash where @value is not a number
 */
char *
lasna_words_number (LasnaLanguage language, double value, int decimals)
{
  if (!isfinite (value))
    return g_strdup ("–");

  double scale = pow (10, decimals);
  double rounded = round (value * scale) / scale;
  char digits[64];

  g_snprintf (digits, sizeof digits, "%.*f", decimals, fabs (rounded));
  if (language != LASNA_LANGUAGE_EN)
    g_strdelimit (digits, ".", ',');
  return g_strconcat (rounded < 0 ? "−" : "", digits, NULL);
}

/**
 * lasna_words_count:
 *
 * For people only; programs take digits and nothing else.
 *
 * Returns: (transfer full): @n with its thousands apart: 1 000 000 in Finnish and Swedish, with
 *   spaces that never break, and 1,000,000 in English
 */
char *
lasna_words_count (LasnaLanguage language, guint64 n)
{
  const char *separator = language == LASNA_LANGUAGE_EN ? "," : "\u00a0";
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, n);
  gsize length = strlen (digits);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (text, separator);
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}
