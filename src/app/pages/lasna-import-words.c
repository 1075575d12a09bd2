/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences of the import.
 */
#include "config.h"

#include "lasna-import-words.h"

#include "lasna-term.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
name_delimiter (char delimiter)
{
  switch (delimiter)
    {
    case ',':
      return _ ("commas");
    case ';':
      return _ ("semicolons");
    case '\t':
      return _ ("tabs");
    default:
      return _ ("other signs");
    }
}

/* Where it comes from and what it is. */
static char *
dup_kind (const LasnaImportPlan *plan)
{
  g_autofree char *base = g_file_get_basename (plan->file);
  g_autofree char *name = g_filename_display_name (base);
  gboolean is_generic = g_str_equal (plan->dialect->id, "generic");

  if (plan->kind != NULL && is_generic)
    /* Translators: a file name, the format such as Excel */
    return g_strdup_printf (_ ("%s is a table in %s format."), name, plan->kind->title);
  if (plan->kind != NULL)
    /* Translators: a file name, the tool that wrote it, the format such as Excel */
    return g_strdup_printf (_ ("%s comes from %s, as a table in %s format."),
                            name,
                            plan->dialect->title,
                            plan->kind->title);
  if (is_generic)
    /* Translators: a file name, what parts its cells */
    return g_strdup_printf (
        _ ("%s is a table with %s between its cells."), name, name_delimiter (plan->delimiter));
  /* Translators: a file name, the tool that wrote it */
  return g_strdup_printf (_ ("%s comes from %s."), name, plan->dialect->title);
}

static char *
dup_headings (const LasnaImportPlan *plan)
{
  if (plan->header_rows == 0)
    return g_strdup (_ ("Its answers begin in the first row."));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u row of headings stands above its answers.",
                                       "%u rows of headings stand above its answers.",
                                       plan->header_rows),
                          plan->header_rows);
}

/* Today's files have letters that every program reads; of others it is told how they were read. */
static char *
dup_letters (const LasnaImportPlan *plan)
{
  g_autofree char *encoding = g_ascii_strup (plan->encoding, -1);

  if (g_str_equal (encoding, "UTF-8"))
    return NULL;
  if (plan->undefined_bytes == 0)
    /* Translators: %s is a technical name such as WINDOWS-1252 */
    return g_strdup_printf (_ ("Its letters are written in an older way (%s)."), encoding);
  return g_strdup_printf (
      /* Translators: a number, a technical name such as WINDOWS-1252 */
      g_dngettext (GETTEXT_PACKAGE,
                   "%lu of its letters could not be read (%s).",
                   "%lu of its letters could not be read (%s).",
                   (gulong) plan->undefined_bytes),
      (gulong) plan->undefined_bytes,
      encoding);
}

/**
 * lasna_import_words_dup_recognised:
 * @is_known: whether a file of this shape was brought in before
 *
 * Returns: (transfer full): how the file is read
 */
char *
lasna_import_words_dup_recognised (const LasnaImportPlan *plan, gboolean is_known)
{
  g_autofree char *kind = dup_kind (plan);
  g_autofree char *headings = dup_headings (plan);
  g_autofree char *letters = dup_letters (plan);
  const char *sentences[] = { kind, headings, NULL, NULL, NULL };
  guint n = 2;

  if (letters != NULL)
    sentences[n++] = letters;
  if (is_known)
    sentences[n++] = _ ("Its columns become what they became the last time.");
  return g_strjoinv (" ", (GStrv) sentences);
}

/**
 * lasna_import_words_dup_question:
 *
 * Returns: (transfer full): the question that the file leaves open
 */
char *
lasna_import_words_dup_question (const LasnaUndecided *undecided)
{
  const char *column = undecided->column != NULL ? undecided->column : "";

  if (strcmp (undecided->key, "date-order") == 0)
    /* Translators: %s is the name of a column */
    return g_strdup_printf (_ ("In which order are the dates in “%s”?"), column);
  if (strcmp (undecided->key, "date") == 0 && g_strv_length (undecided->choices) > 2)
    return g_strdup (_ ("Several columns hold days. Which of them is the date of the voices?"));
  if (strcmp (undecided->key, "date") == 0)
    return g_strdup (_ ("The file tells no dates. Of which day are the voices?"));
  if (strcmp (undecided->key, "decimal") == 0)
    /* Translators: %s is the name of a column */
    return g_strdup_printf (_ ("What is the decimal sign in “%s”?"), column);
  if (strcmp (undecided->key, "delimiter") == 0)
    return g_strdup (_ ("What stands between the cells?"));
  if (strcmp (undecided->key, "header-rows") == 0)
    return g_strdup (_ ("How many rows at the top are headers?"));
  if (g_str_has_prefix (undecided->key, "scale."))
    /* Translators: %s is the name of a column */
    return g_strdup_printf (_ ("From what to what do the answers in “%s” go?"), column);
  if (g_str_has_prefix (undecided->key, "question."))
    /* Translators: %s is a question of a survey */
    return g_strdup_printf (_ ("What are the answers to “%s”?"),
                            undecided->key + strlen ("question."));
  return g_strdup_printf ("%s: %s", undecided->key, column);
}

/**
 * lasna_import_words_dup_choice:
 *
 * Returns: (transfer full): an answer in words
 */
char *
lasna_import_words_dup_choice (const LasnaUndecided *undecided, const char *choice)
{
  static const struct
  {
    const char *key;
    const char *choice;
    const char *words;
  } table[] = {
    { "date", "today", N_ ("Of today") },
    { "date-order", "ymd", N_ ("Year, month, day") },
    { "date-order", "dmy", N_ ("Day, month, year") },
    { "date-order", "mdy", N_ ("Month, day, year") },
    { "decimal", "comma", N_ ("A comma: 3,5") },
    { "decimal", "point", N_ ("A point: 3.5") },
    { "delimiter", "comma", N_ ("Commas") },
    { "delimiter", "semicolon", N_ ("Semicolons") },
    { "delimiter", "tab", N_ ("Tabs") },
  };
  LasnaField field;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (strcmp (table[i].key, undecided->key) == 0 && strcmp (table[i].choice, choice) == 0)
      return g_strdup (_ (table[i].words));
  if (g_str_has_prefix (undecided->key, "question.") && strcmp (choice, "skip") == 0)
    return g_strdup (_ ("Leave them out"));
  if (g_str_has_prefix (undecided->key, "question.") && lasna_field_from_id (choice, &field))
    return g_strdup (_ (lasna_field_get_info (field)->label));
  return g_strdup (choice);
}

static void
append_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static void
append_scores (GString *text, const LasnaImportPlan *plan, const LasnaDraft *draft)
{
  for (guint i = 0; i < draft->scores->len; i++)
    {
      const LasnaDraftScore *score = &g_array_index (draft->scores, LasnaDraftScore, i);
      const LasnaAnswer *answer = lasna_import_plan_get_answer (plan, score->answer);
      g_autofree char *part =
          g_strdup_printf ("%s %.15g", _ (lasna_field_get_info (answer->field)->label), score->raw);

      append_part (text, part);
    }
}

/**
 * lasna_import_words_dup_voice:
 *
 * Returns: (transfer full): a voice as it will look, in one line
 */
char *
lasna_import_words_dup_voice (const LasnaImportPlan *plan, const LasnaDraft *draft)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *day = lasna_words_date (lasna_language_of_locale (), draft->received_at);
  g_autofree char *comment = g_strdelimit (g_strdup (draft->comment), "\r\n\t", ' ');
  g_autofree char *quoted = NULL;

  append_part (text, day);
  for (guint i = 0; i < LASNA_N_PLACES; i++)
    append_part (text, draft->places[i]);
  append_scores (text, plan, draft);
  for (guint i = 0; draft->feelings != NULL && i < draft->feelings->len; i++)
    append_part (text, g_array_index (draft->feelings, LasnaFeelingWord, i).text);
  if (draft->no_feeling)
    append_part (text, _ ("No feeling"));
  if (*comment != '\0')
    /* Translators: what somebody said, in the quotation marks of the language */
    quoted = g_strdup_printf (_ ("“%s”"), comment);
  append_part (text, quoted);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * lasna_import_words_dup_outcome:
 * @plan: counted
 *
 * Returns: (transfer full): what bringing the file in will do
 */
char *
lasna_import_words_dup_outcome (const LasnaImportPlan *plan)
{
  gulong voices = (gulong) plan->voices;
  gulong twice = (gulong) plan->duplicates;
  gulong others = (gulong) plan->skipped->len - twice;
  LasnaLanguage language = lasna_language_of_locale ();
  g_autofree char *n_voices = lasna_words_count (language, voices);
  g_autofree char *n_twice = lasna_words_count (language, twice);
  g_autofree char *n_others = lasna_words_count (language, others);
  g_autofree char *made = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s voice will be there.", "%s voices will be there.", voices),
      n_voices);
  g_autofree char *known =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "%s row is there already and is left out.",
                                    "%s rows are there already and are left out.",
                                    twice),
                       n_twice);
  g_autofree char *left_out = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s row is left out.", "%s rows are left out.", others),
      n_others);
  const char *sentences[] = { made, NULL, NULL, NULL };
  guint n = 1;

  if (twice > 0)
    sentences[n++] = known;
  if (others > 0)
    sentences[n++] = left_out;
  return g_strjoinv (" ", (GStrv) sentences);
}

/**
 * lasna_import_words_dup_done:
 * @import: that has run
 *
 * Returns: (transfer full): what it did
 */
char *
lasna_import_words_dup_done (LasnaImport *import)
{
  const LasnaImportPlan *plan = lasna_import_get_plan (import);
  GPtrArray *unassigned = lasna_import_get_unassigned (import);
  gulong voices = (gulong) plan->voices;
  LasnaLanguage language = lasna_language_of_locale ();
  g_autofree char *n_voices = lasna_words_count (language, voices);
  g_autofree char *n_left_out = lasna_words_count (language, plan->skipped->len);
  g_autofree char *done = g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE, "%s voice was brought in.", "%s voices were brought in.", voices),
      n_voices);
  g_autofree char *left_out = g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE, "%s row was left out.", "%s rows were left out.", plan->skipped->len),
      n_left_out);
  g_autofree char *names = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                         "%u name stands for nothing here yet.",
                                                         "%u names stand for nothing here yet.",
                                                         unassigned->len),
                                            unassigned->len);
  const char *sentences[] = { done, NULL, NULL, NULL };
  guint n = 1;

  if (plan->skipped->len > 0)
    sentences[n++] = left_out;
  if (unassigned->len > 0)
    sentences[n++] = names;
  return g_strjoinv (" ", (GStrv) sentences);
}

/**
 * lasna_import_words_dup_skipped:
 * @plan: counted
 *
 * Returns: (transfer full) (nullable): what is left out and why, a reason a line with the first
 *   rows it holds for; NULL where nothing is
 */
char *
lasna_import_words_dup_skipped (const LasnaImportPlan *plan)
{
  g_autoptr (GHashTable) reasons = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < plan->skipped->len; i++)
    {
      const LasnaSkip *skip = &g_array_index (plan->skipped, LasnaSkip, i);
      guint n = 0;

      if (!g_hash_table_add (reasons, (gpointer) skip->reason))
        continue;
      for (guint j = i; j < plan->skipped->len; j++)
        n += g_array_index (plan->skipped, LasnaSkip, j).reason == skip->reason;
      g_string_append_printf (
          text,
          /* Translators: why rows are left out, how many, and the number of the first of them */
          g_dngettext (GETTEXT_PACKAGE, "%s %u row: %lu", "%s %u rows, the first: %lu", n),
          _ (skip->reason),
          n,
          (gulong) skip->row);
      g_string_append_c (text, '\n');
    }
  if (text->len == 0)
    return NULL;
  g_string_truncate (text, text->len - 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
