/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One regular expression, made from what was typed. Names bend in Finnish and Swedish (Virtanen,
 * Virtaselle), stand in either order and in addresses; numbers are written with blanks, hyphens and
 * a country before them.
 */
#include "config.h"

#include "lasna-person-query.h"

#include "lasna-error.h"
#include "lasna-statement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Fewer letters or digits would find half the workbook. */
#define LEAST_LETTERS 3
#define LEAST_DIGITS 5

/* What stands where a name stood. */
#define INSTEAD "…"

/* Letters shown on each side of what was found. */
#define EXCERPT_SIDE 30

#define ENDING "\\p{L}{0,6}"
#define BETWEEN "[\\s._,-]+"
#define DIGIT_GAP "[\\s()./-]*"

struct _LasnaPersonQuery
{
  gatomicrefcount references;
  GRegex *regex;
};

static gboolean
has_only (const char *text, const char *letters, guint *n_digits)
{
  *n_digits = 0;
  for (; *text != '\0'; text++)
    {
      if (!g_ascii_isdigit (*text) && strchr (letters, *text) == NULL)
        return FALSE;
      *n_digits += g_ascii_isdigit (*text) != 0;
    }
  return TRUE;
}

static void
append_digits (GString *pattern, const char *digits)
{
  for (gboolean first = TRUE; *digits != '\0'; digits++, first = FALSE)
    g_string_append_printf (pattern, "%s%c", first ? "" : DIGIT_GAP, *digits);
}

static char *
dup_digits (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (g_ascii_isdigit (*text))
      g_string_append_c (digits, *text);
  return g_string_free (digits, FALSE);
}

/* The same number from here and from abroad: 040 1234567 is +358 40 1234567. */
static char *
make_phone (const char *text)
{
  g_autofree char *digits = dup_digits (text);
  g_autoptr (GString) pattern = g_string_new ("(?<!\\d)(?:");
  gboolean is_abroad = *text == '+' || g_str_has_prefix (text, "00");
  const char *national = digits + (g_str_has_prefix (digits, "00") ? 2 : 0);

  if (is_abroad)
    {
      g_string_append (pattern, "(?:\\+|00)?");
      append_digits (pattern, national);
      for (gsize country = 1; country <= 3 && strlen (national) >= country + LEAST_DIGITS;
           country++)
        {
          g_string_append (pattern, "|0" DIGIT_GAP);
          append_digits (pattern, national + country);
        }
    }
  else
    {
      append_digits (pattern, digits);
      if (*digits == '0')
        {
          g_string_append (pattern, "|(?:\\+|00)\\d{1,3}" DIGIT_GAP "0?" DIGIT_GAP);
          append_digits (pattern, digits + 1);
        }
    }
  g_string_append (pattern, ")(?!\\d)");
  return g_string_free (g_steal_pointer (&pattern), FALSE);
}

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* An address or an id does not bend. */
static char *
make_exact (const char *text)
{
  g_autofree char *escaped = g_regex_escape_string (text, -1);

  return g_strdup_printf ("(?<![\\p{L}\\p{N}])%s(?![\\p{L}\\p{N}])", escaped);
}

static char *
make_word (const char *word)
{
  g_autofree char *escaped = NULL;

  if (g_str_has_suffix (word, "nen") && strlen (word) > strlen ("nen") + 1)
    {
      g_autofree char *stem = g_strndup (word, strlen (word) - strlen ("nen"));

      escaped = g_regex_escape_string (stem, -1);
      return g_strdup_printf ("%s(?:nen|s)" ENDING, escaped);
    }
  escaped = g_regex_escape_string (word, -1);
  return g_strconcat (escaped, ENDING, NULL);
}

static char *
make_name (const char *text)
{
  g_auto (GStrv) words = g_regex_split_simple (BETWEEN, text, 0, 0);
  g_autoptr (GString) forwards = g_string_new (NULL);
  g_autoptr (GString) backwards = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = make_word (words[i]);

      if (*words[i] == '\0')
        continue;
      if (n++ > 0)
        {
          g_string_append (forwards, BETWEEN);
          g_string_prepend (backwards, BETWEEN);
        }
      g_string_append (forwards, word);
      g_string_prepend (backwards, word);
    }

  /* With the rest of an address that begins with the name. */
  return g_strdup_printf ("(?<![\\p{L}\\p{N}])(?:%s%s%s)(?:@[\\w.-]+)?",
                          forwards->str,
                          n > 1 ? "|" : "",
                          n > 1 ? backwards->str : "");
}

static char *
make_pattern (const char *text)
{
  guint n_digits;

  if (has_only (text, " +-()./", &n_digits) && n_digits >= LEAST_DIGITS)
    return make_phone (text);
  return strchr (text, '@') != NULL || has_digit (text) ? make_exact (text) : make_name (text);
}

static guint
count_letters (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    n += g_unichar_isalnum (g_utf8_get_char (text)) != 0;
  return n;
}

/**
 * lasna_person_query_new:
 * @text: a name, an address, a number or an id
 *
 * Returns: (transfer full) (nullable): what finds it; NULL where it is too short to mean somebody
 */
LasnaPersonQuery *
lasna_person_query_new (const char *text, GError **error)
{
  g_autofree char *valid = g_strstrip (g_utf8_make_valid (text, -1));
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autofree char *pattern = NULL;
  GRegex *regex = NULL;
  LasnaPersonQuery *self;

  if (count_letters (composed) < LEAST_LETTERS)
    {
      g_set_error (error,
                   LASNA_ERROR,
                   LASNA_ERROR_USAGE,
                   /* Translators: %d is a number of letters, 3. */
                   _ ("This is too short to mean one person. Nothing was changed; give at least %d "
                      "letters or digits."),
                   LEAST_LETTERS);
      return NULL;
    }
  pattern = make_pattern (composed);
  regex = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, error);
  if (regex == NULL)
    return NULL;
  self = g_new0 (LasnaPersonQuery, 1);
  g_atomic_ref_count_init (&self->references);
  self->regex = regex;
  return self;
}

LasnaPersonQuery *
lasna_person_query_ref (LasnaPersonQuery *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
lasna_person_query_unref (LasnaPersonQuery *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_regex_unref (self->regex);
  g_free (self);
}

/* Some write an umlaut as a letter with a mark after it; both are one here. */
static char *
dup_comparable (const char *text, gssize length)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);

  if (strpbrk (valid, "\xcc\xcd") == NULL)
    return g_steal_pointer (&valid);
  return g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

gboolean
lasna_person_query_is_mentioned (const LasnaPersonQuery *self, const char *text)
{
  g_autofree char *comparable = dup_comparable (text, -1);

  return g_regex_match (self->regex, comparable, 0, NULL);
}

/**
 * lasna_person_query_is_all:
 *
 * Returns: whether @text is who is looked for, and nothing else
 */
gboolean
lasna_person_query_is_all (const LasnaPersonQuery *self, const char *text)
{
  g_autofree char *comparable = g_strstrip (dup_comparable (text, -1));
  g_autoptr (GMatchInfo) match = NULL;
  int start;
  int end;

  return g_regex_match (self->regex, comparable, 0, &match) &&
         g_match_info_fetch_pos (match, 0, &start, &end) && start == 0 &&
         (gsize) end == strlen (comparable);
}

/**
 * lasna_person_query_hide:
 *
 * Returns: (transfer full): @text with an ellipsis wherever the person is mentioned
 */
char *
lasna_person_query_hide (const LasnaPersonQuery *self, const char *text)
{
  g_autofree char *comparable = dup_comparable (text, -1);

  return g_regex_replace_literal (self->regex, comparable, -1, 0, INSTEAD, 0, NULL);
}

/**
 * lasna_person_query_dup_excerpt:
 *
 * Returns: (transfer full): the first place of @text that mentions the person, in one line, with
 *   some letters around it
 */
char *
lasna_person_query_dup_excerpt (const LasnaPersonQuery *self, const char *text)
{
  g_autofree char *comparable = dup_comparable (text, -1);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GString) excerpt = g_string_new (NULL);
  int start = 0;
  int end = 0;
  const char *from;
  const char *to;

  if (g_regex_match (self->regex, comparable, 0, &match))
    g_match_info_fetch_pos (match, 0, &start, &end);
  from = comparable + start;
  to = comparable + end;
  for (guint i = 0; i < EXCERPT_SIDE && from > comparable; i++)
    from = g_utf8_prev_char (from);
  for (guint i = 0; i < EXCERPT_SIDE && *to != '\0'; i++)
    to = g_utf8_next_char (to);
  if (from > comparable)
    g_string_append (excerpt, "…");
  g_string_append_len (excerpt, from, to - from);
  if (*to != '\0')
    g_string_append (excerpt, "…");
  g_strdelimit (excerpt->str, "\n\r\t", ' ');
  return g_string_free (g_steal_pointer (&excerpt), FALSE);
}

/* The text of a value, a file's bytes too; NULL where it is neither. */
static char *
dup_value (sqlite3_value *value)
{
  int type = sqlite3_value_type (value);
  const char *bytes = type == SQLITE_BLOB   ? sqlite3_value_blob (value)
                      : type == SQLITE_TEXT ? (const char *) sqlite3_value_text (value)
                                            : NULL;

  return bytes != NULL ? dup_comparable (bytes, sqlite3_value_bytes (value)) : NULL;
}

static void
mentions_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  const LasnaPersonQuery *self = sqlite3_user_data (context);
  g_autofree char *text = dup_value (values[0]);

  sqlite3_result_int (context, text != NULL && lasna_person_query_is_mentioned (self, text));
}

static void
is_all_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  const LasnaPersonQuery *self = sqlite3_user_data (context);
  g_autofree char *text = dup_value (values[0]);

  sqlite3_result_int (context, text != NULL && lasna_person_query_is_all (self, text));
}

static void
hide_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  const LasnaPersonQuery *self = sqlite3_user_data (context);
  g_autofree char *text = dup_value (values[0]);
  char *hidden = text != NULL ? lasna_person_query_hide (self, text) : NULL;

  if (hidden != NULL)
    sqlite3_result_text (context, hidden, -1, g_free);
  else
    sqlite3_result_null (context);
}

/* Gives @connection, for as long as it lives, the functions mentions (), is_all () and hide (). */
gboolean
_lasna_person_query_teach (LasnaPersonQuery *self, sqlite3 *connection, GError **error)
{
  static const struct
  {
    const char *name;
    void (*func) (sqlite3_context *, int, sqlite3_value **);
  } functions[] = { { "mentions", mentions_cb }, { "is_all", is_all_cb }, { "hide", hide_cb } };

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      int code = sqlite3_create_function_v2 (connection,
                                             functions[i].name,
                                             1,
                                             SQLITE_UTF8 | SQLITE_DIRECTONLY,
                                             lasna_person_query_ref (self),
                                             functions[i].func,
                                             NULL,
                                             NULL,
                                             (void (*) (void *)) lasna_person_query_unref);

      if (code != SQLITE_OK)
        {
          lasna_statement_set_error (error, connection, code);
          return FALSE;
        }
    }
  return TRUE;
}
