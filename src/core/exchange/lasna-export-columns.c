/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table for writing and reading, so that what was written in one of the three languages is read
 * again in any.
 */
#include "config.h"

#include "lasna-export-columns.h"

#include "lasna-fingerprint.h"
#include "lasna-fold.h"
#include "lasna-kinds.h"
#include "lasna-number-reader.h"
#include "lasna-voice.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define VALUE(column, name, label, ...)                                                            \
  {                                                                                                \
    LASNA_EXPORT_VALUE, label, "voice." column, { .property = name }, __VA_ARGS__                  \
  }
#define FIELD(column, becomes, label, ...)                                                         \
  {                                                                                                \
    LASNA_EXPORT_VALUE, label, "voice." column, { .field = becomes }, __VA_ARGS__                  \
  }
#define PLACE(column, becomes, label)                                                              \
  {                                                                                                \
    LASNA_EXPORT_PLACE, label, "voice." column, { .field = becomes }                               \
  }

/* Headers are the labels of the properties, whatever else a voice has beside them. */
static const LasnaExportColumn columns[] = {
  { LASNA_EXPORT_ID, N_ ("Läsnä id"), "voice.fingerprint", { .property = "fingerprint" } },
  FIELD ("received_at", LASNA_FIELD_DATE, N_ ("Received"), .width = 18),
  VALUE ("zone", "zone", N_ ("Time zone")),
  { LASNA_EXPORT_ANSWERS },
  FIELD ("task", LASNA_FIELD_TASK, N_ ("Was the matter settled")),
  { LASNA_EXPORT_FEELINGS,
    N_ ("Feelings"),
    "voice.no_feeling",
    { .field = LASNA_FIELD_EMOTIONS },
    .width = 30 },
  VALUE ("opinion", "opinion", N_ ("Opinion")),
  VALUE ("aspect", "aspect", N_ ("Content or delivery")),
  FIELD ("verbatim", LASNA_FIELD_COMMENT, N_ ("The customer's words"), .width = 60),
  VALUE ("between_lines", "between-lines", N_ ("Between the lines"), .width = 40),
  VALUE ("confidence", "confidence", N_ ("Confidence of the interpretation")),
  VALUE ("cost_to_customer", "cost-to-customer", N_ ("What it cost the customer")),
  { LASNA_EXPORT_JOURNEY, N_ ("Journey") },
  PLACE ("stage", LASNA_FIELD_STAGE, N_ ("Stage")),
  PLACE ("touchpoint", LASNA_FIELD_TOUCHPOINT, N_ ("Touchpoint")),
  PLACE ("channel", LASNA_FIELD_CHANNEL, N_ ("Channel")),
  PLACE ("segment", LASNA_FIELD_SEGMENT, N_ ("Customer segment")),
  { LASNA_EXPORT_VALUE, N_ ("Link of the chain"), "chain_link.name" },
  { LASNA_EXPORT_VALUE, N_ ("Organisation"), "organisation.name", .is_personal = TRUE },
  { LASNA_EXPORT_VALUE,
    N_ ("Who said it"),
    "coalesce (voice.giver, person.display_name)",
    { .property = "giver" },
    .is_personal = TRUE },
  FIELD ("moment", LASNA_FIELD_MOMENT, N_ ("Moment")),
  FIELD ("source", LASNA_FIELD_SOURCE, N_ ("Source")),
  FIELD ("language", LASNA_FIELD_LANGUAGE, N_ ("Language")),
  VALUE ("would_return", "would-return", N_ ("Would return")),
  VALUE ("would_tell", "would-tell", N_ ("Would tell others")),
  VALUE ("answered", "answered", N_ ("We have answered")),
  VALUE ("responded_at", "responded-at", N_ ("When we answered"), .width = 18),
  VALUE ("told_back_at", "told-back-at", N_ ("Told back"), .width = 18),
  VALUE ("tags", "tags", N_ ("Tags")),
  VALUE ("excluded", "excluded", N_ ("Left out of the figures")),
  VALUE ("follow_up", "follow-up", N_ ("Follow-up")),
  { LASNA_EXPORT_VALUE, N_ ("Person in charge"), "owner.display_name", .is_personal = TRUE },
  VALUE ("follow_up_due", "follow-up-due", N_ ("Due")),
  FIELD ("source_response_id", LASNA_FIELD_ID, N_ ("Response id"), .is_personal = TRUE),
  { LASNA_EXPORT_VALUE, N_ ("Import"), "batch.name", .is_personal = TRUE },
};

/* Before the question in a header, as the fields are called. */
static const LasnaDialectColumn scores[] = {
  { .field = LASNA_FIELD_NPS },
  { .field = LASNA_FIELD_CSAT },
  { .field = LASNA_FIELD_CES },
  { .field = LASNA_FIELD_SCORE },
};

/**
 * lasna_export_columns_get:
 *
 * Returns: (transfer none) (array length=n): the columns in their order
 */
const LasnaExportColumn *
lasna_export_columns_get (guint *n)
{
  *n = G_N_ELEMENTS (columns);
  return columns;
}

static gboolean
is_header (const char *folded, const char *msgid)
{
  for (LasnaLanguage language = 0; language < LASNA_N_LANGUAGES; language++)
    {
      g_autofree char *header = lasna_fold (lasna_words (language, msgid));

      if (strcmp (header, folded) == 0)
        return TRUE;
    }
  return FALSE;
}

static gpointer
make_headers (gpointer data G_GNUC_UNUSED)
{
  GHashTable *headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    for (LasnaLanguage language = 0; columns[i].header != NULL && language < LASNA_N_LANGUAGES;
         language++)
      g_hash_table_insert (
          headers, lasna_fold (lasna_words (language, columns[i].header)), (gpointer) &columns[i]);
  return headers;
}

/**
 * lasna_export_columns_find:
 *
 * Returns: (transfer none) (nullable): the column of that header, in any language
 */
const LasnaExportColumn *
lasna_export_columns_find (const char *header)
{
  static GOnce once = G_ONCE_INIT;
  g_autofree char *folded = lasna_fold (header);

  return g_hash_table_lookup (g_once (&once, make_headers, NULL), folded);
}

/**
 * lasna_export_columns_find_property:
 *
 * Returns: (transfer none) (nullable): the property of voices called @name
 */
const LasnaProperty *
lasna_export_columns_find_property (const char *name)
{
  LasnaRecordClass *klass = NULL;

  for (guint i = 0; i < lasna_kinds_get_n () && klass == NULL; i++)
    if (lasna_kinds_get_type (i) == LASNA_TYPE_VOICE)
      klass = lasna_kinds_get_class (i);
  return name != NULL ? lasna_kinds_find_property (klass, name) : NULL;
}

/**
 * lasna_export_write_number:
 * @mark: of decimals
 * @buffer: (out caller-allocates): the number; three decimals get a fourth, for "4.125" is four
 *   thousand somewhere
 */
void
lasna_export_write_number (double number, char mark, char *buffer, gsize size)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  char *point;

  g_strlcpy (buffer, g_ascii_formatd (digits, sizeof digits, "%.15g", number), size);
  point = strchr (buffer, '.');
  if (point == NULL)
    return;
  *point = mark;
  if (strlen (point + 1) == 3)
    g_strlcat (buffer, "0", size);
}

/**
 * lasna_export_dup_question_header:
 * @method: the term of the question
 *
 * Returns: (transfer full): such as "NPS: Would you recommend us? (0–10)". The scale goes from the
 *   worst answer to the best, so that one that is reversed falls, and "?" is one that nobody knows;
 *   after a semicolon stands from where on people are satisfied
 */
char *
lasna_export_dup_question_header (LasnaLanguage language,
                                  const LasnaDialectQuestion *question,
                                  const char *method)
{
  const LasnaFieldInfo *info = NULL;
  g_autoptr (GString) header = g_string_new (NULL);
  char first[G_ASCII_DTOSTR_BUF_SIZE];
  char last[G_ASCII_DTOSTR_BUF_SIZE];
  char from[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    {
      info = lasna_field_get_info (scores[i].field);
      if (g_strcmp0 (info->method, method) == 0)
        break;
    }
  lasna_export_write_number (
      question->is_reversed ? question->scale_max : question->scale_min, '.', first, sizeof first);
  lasna_export_write_number (
      question->is_reversed ? question->scale_min : question->scale_max, '.', last, sizeof last);
  g_string_append_printf (header, "%s: %s (", lasna_words (language, info->label), question->text);
  if (question->scale_max > question->scale_min)
    g_string_append_printf (header, "%s–%s", first, last);
  else
    g_string_append_c (header, '?');
  if (!isnan (question->satisfied_from))
    {
      lasna_export_write_number (question->satisfied_from, '.', from, sizeof from);
      g_string_append_printf (header, "; %s", from);
    }
  g_string_append_c (header, ')');
  return g_string_free (g_steal_pointer (&header), FALSE);
}

/**
 * lasna_export_find_question:
 *
 * Returns: (transfer none) (nullable): what the column of a question becomes
 */
const LasnaDialectColumn *
lasna_export_find_question (const char *header)
{
  const char *colon = strstr (header, ": ");
  g_autofree char *prefix = colon != NULL ? g_strndup (header, colon - header) : NULL;
  g_autofree char *folded = prefix != NULL ? lasna_fold (prefix) : NULL;

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (scores); i++)
    if (is_header (folded, lasna_field_get_info (scores[i].field)->label))
      return &scores[i];
  return NULL;
}

/* Reads "0–10)", "7–1)", "?", each perhaps with "; 4" after it. */
static gboolean
read_scale (const char *text, LasnaDialectQuestion *question)
{
  char *end = (char *) text;

  question->scale_min = question->scale_max = 0;
  question->satisfied_from = NAN;
  question->is_reversed = FALSE;
  if (*text == '?')
    end++;
  else
    {
      double first = g_ascii_strtod (text, &end);
      const char *second = end + strlen ("–");

      if (end == text || !g_str_has_prefix (end, "–"))
        return FALSE;
      question->scale_max = g_ascii_strtod (second, &end);
      question->scale_min = MIN (first, question->scale_max);
      question->is_reversed = first > question->scale_max;
      question->scale_max = MAX (first, question->scale_max);
      if (end == second || !isfinite (first) || !isfinite (question->scale_max))
        return FALSE;
    }
  if (g_str_has_prefix (end, "; "))
    question->satisfied_from = g_ascii_strtod (end + 2, &end);
  return strcmp (end, ")") == 0;
}

/**
 * lasna_export_read_question:
 * @question: (out): its text is owned by the caller
 *
 * Returns: whether @header is one of lasna_export_dup_question_header()
 */
gboolean
lasna_export_read_question (const char *header, LasnaDialectQuestion *question)
{
  const char *open = strrchr (header, '(');
  const char *text = strstr (header, ": ");

  if (text == NULL || open == NULL || open <= text + 2 || open[-1] != ' ' ||
      !read_scale (open + 1, question))
    return FALSE;
  text += 2;
  question->text = g_strndup (text, open - 1 - text);
  return TRUE;
}

/* What a spreadsheet would take for a formula, and what an import would take for no answer. */
static gboolean
is_dangerous (const char *text)
{
  return *text != '\0' && (strchr ("=+-@\t\r\n", *text) != NULL || lasna_cell_is_missing (text));
}

/**
 * lasna_export_needs_mark:
 *
 * Returns: whether an apostrophe has to stand before @text, so that a spreadsheet takes it for text
 *   and nothing else; a text with such an apostrophe of its own gets a second one
 */
gboolean
lasna_export_needs_mark (const char *text)
{
  return is_dangerous (text + strspn (text, "'"));
}

/**
 * lasna_export_skip_mark:
 *
 * Returns: (transfer none): @text without the apostrophe that lasna_export_needs_mark() asked for
 */
const char *
lasna_export_skip_mark (const char *text)
{
  return *text == '\'' && lasna_export_needs_mark (text) ? text + 1 : text;
}

/**
 * lasna_export_dup_id:
 *
 * Returns: (transfer full): the fingerprint with a letter before it, so that no spreadsheet takes
 *   it for a number and rounds it
 */
char *
lasna_export_dup_id (guint64 fingerprint)
{
  return g_strdup_printf ("v%016" G_GINT64_MODIFIER "x", fingerprint);
}

gboolean
lasna_export_read_id (const char *text, guint64 *fingerprint)
{
  return *text == 'v' && strlen (text) == 17 &&
         g_ascii_string_to_unsigned (text + 1, 16, 1, G_MAXUINT64, fingerprint, NULL);
}

/**
 * lasna_export_fingerprint_voice:
 * @id: of a voice
 *
 * Returns: what stands for a voice that was not imported, or whose own fingerprint would tell who
 *   it is to those who know the survey
 */
guint64
lasna_export_fingerprint_voice (gint64 id)
{
  guint64 hash = lasna_fingerprint_add_text (LASNA_FINGERPRINT_START, lasna_dialect_lasna.id);

  return lasna_fingerprint_finish (lasna_fingerprint_add_number (hash, (guint64) id));
}
