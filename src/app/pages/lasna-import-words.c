/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences of the import.
 */
#include "config.h"

#include "lasna-import-words.h"

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

/**
 * lasna_import_words_dup_recognised:
 *
 * Returns: (transfer full): how the file is read
 */
char *
lasna_import_words_dup_recognised (const LasnaImportPlan *plan)
{
  g_autofree char *base = g_file_get_basename (plan->file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *encoding = g_ascii_strup (plan->encoding, -1);
  g_autofree char *headers = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u row of headers", "%u rows of headers", plan->header_rows),
      plan->header_rows);

  if (plan->kind != NULL && g_str_equal (plan->dialect->id, "generic"))
    /* Translators: a file name, the format such as Excel, how many header rows */
    return g_strdup_printf (
        _ ("%s is a table in %s format, with %s."), name, plan->kind->title, headers);
  if (plan->kind != NULL)
    /* Translators: a file name, the tool that wrote it, the format such as Excel, how many header
     * rows */
    return g_strdup_printf (_ ("%s comes from %s, as a file in %s format, with %s."),
                            name,
                            plan->dialect->title,
                            plan->kind->title,
                            headers);
  if (g_str_equal (plan->dialect->id, "generic"))
    /* Translators: a file name, what parts its cells, its encoding, how many header rows */
    return g_strdup_printf (_ ("%s is a table with %s between its cells, written in %s, with %s."),
                            name,
                            name_delimiter (plan->delimiter),
                            encoding,
                            headers);
  /* Translators: a file name, the tool that wrote it, its encoding, how many header rows */
  return g_strdup_printf (_ ("%s comes from %s, written in %s, with %s."),
                          name,
                          plan->dialect->title,
                          encoding,
                          headers);
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
  g_autofree char *made = g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE, "%lu voice will be there.", "%lu voices will be there.", voices),
      voices);
  g_autofree char *known = NULL;

  if (twice == 0)
    return g_steal_pointer (&made);
  known = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        "%lu row is there already and is left out.",
                                        "%lu rows are there already and are left out.",
                                        twice),
                           twice);
  return g_strdup_printf ("%s %s", made, known);
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
