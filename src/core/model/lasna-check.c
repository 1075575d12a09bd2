/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything that ought to hold in a file and that nothing but our own care keeps. Opening has
 * compared the schema already.
 */
#include "config.h"

#include "lasna-check.h"

#include "lasna-kinds.h"
#include "lasna-record-private.h"
#include "lasna-workbook-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A file that is wrong everywhere is told of in so many lines. */
#define MOST_FINDINGS 1000

/* The longest value that is shown in a finding, in letters. */
#define SHOWN_LETTERS 60

typedef struct
{
  LasnaWorkbook *workbook;
  GPtrArray *findings; /* LasnaFinding, owned */
} Check;

#define NOT_THERE N_ ("It refers to something that is not there.")

/* Rows that ought not to be: those whose id is selected. */
static const struct
{
  const char *table;
  const char *select;
  const char *sentence;
} queries[] = {
  { "label",
    "SELECT id FROM label WHERE kind = 'label.stage' AND record IS NOT NULL AND "
    "record NOT IN (SELECT id FROM stage)",
    NOT_THERE },
  { "label",
    "SELECT id FROM label WHERE kind = 'label.touchpoint' AND record IS NOT NULL AND "
    "record NOT IN (SELECT id FROM touchpoint)",
    NOT_THERE },
  { "label",
    "SELECT id FROM label WHERE kind = 'label.segment' AND record IS NOT NULL AND "
    "record NOT IN (SELECT id FROM segment)",
    NOT_THERE },
  { "feedback",
    "SELECT id FROM voice WHERE stage IS NOT NULL AND "
    "stage NOT IN (SELECT id FROM label WHERE kind = 'label.stage')",
    NOT_THERE },
  { "feedback",
    "SELECT id FROM voice WHERE touchpoint IS NOT NULL AND "
    "touchpoint NOT IN (SELECT id FROM label WHERE kind = 'label.touchpoint')",
    NOT_THERE },
  { "feedback",
    "SELECT id FROM voice WHERE channel IS NOT NULL AND "
    "channel NOT IN (SELECT id FROM label WHERE kind = 'label.channel')",
    NOT_THERE },
  { "feedback",
    "SELECT id FROM voice WHERE segment IS NOT NULL AND "
    "segment NOT IN (SELECT id FROM label WHERE kind = 'label.segment')",
    NOT_THERE },
  { "feedback",
    "SELECT id FROM feedback WHERE batch IS NOT NULL AND batch NOT IN (SELECT id FROM batch)",
    NOT_THERE },
  { "feedback",
    "SELECT feedback FROM feedback_score WHERE feedback NOT IN (SELECT id FROM feedback) OR "
    "(question NOT IN (SELECT id FROM question) AND feedback IN (SELECT id FROM voice))",
    N_ ("An answer belongs to no voice or to no question.") },
  { "feedback",
    "SELECT feedback FROM feedback_emotion WHERE feedback NOT IN (SELECT id FROM feedback) OR "
    "(emotion NOT IN (SELECT id FROM label WHERE kind = 'label.emotion') AND "
    "feedback IN (SELECT id FROM voice))",
    N_ ("A feeling belongs to no voice, or is not known.") },
  { "feedback",
    "SELECT feedback FROM feedback_emotion WHERE intensity NOT BETWEEN 1 AND 3 OR "
    "state NOT IN ('suggestion.suggested', 'suggestion.confirmed')",
    N_ ("A feeling has a strength or a state that it cannot have.") },
  { "feedback",
    "SELECT id FROM feedback WHERE no_feeling = 1 AND "
    "id IN (SELECT feedback FROM feedback_emotion)",
    N_ ("It has feelings and “No feeling” at once.") },
  { "complaint",
    "SELECT id FROM complaint WHERE closed_at IS NOT NULL AND close_reason IS NULL AND "
    "(solved_at IS NULL OR asked_after_at IS NULL)",
    N_ ("It is closed without being solved and asked after, and without a reason.") },
  { "workbook",
    "SELECT 0 FROM (SELECT count (*) AS n FROM workbook) WHERE n <> 1",
    N_ ("The workbook should have one row of settings.") },
};

static void
finding_free (gpointer data)
{
  LasnaFinding *finding = data;

  g_free (finding->sentence);
  g_free (finding);
}

static gboolean
is_full (Check *check)
{
  return check->findings->len >= MOST_FINDINGS;
}

static void
add (Check *check, const char *table, gint64 id, const char *sentence)
{
  LasnaFinding *finding = g_new (LasnaFinding, 1);

  *finding = (LasnaFinding){ table, id, g_strdup (sentence) };
  g_ptr_array_add (check->findings, finding);
}

static LasnaStatement *
prepare (Check *check, const char *sql, GError **error)
{
  return lasna_statement_new (
      lasna_store_get_connection (lasna_workbook_get_store (check->workbook)), sql, FALSE, error);
}

static gboolean
check_integrity (Check *check, GError **error)
{
  g_autoptr (LasnaStatement) statement = prepare (check, "PRAGMA integrity_check (20)", error);
  LasnaStep step = LASNA_STEP_ERROR;

  while (statement != NULL && (step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    {
      const char *told = lasna_statement_get_text (statement, 1);
      g_autofree char *sentence = NULL;

      if (strcmp (told, "ok") == 0)
        continue;
      /* Translators: %s is what SQLite says about a damaged file, in English */
      sentence = g_strdup_printf (_ ("The file is damaged: %s."), told);
      add (check, NULL, 0, sentence);
    }
  return step == LASNA_STEP_DONE;
}

/* The table's name as the kinds know it, which stays. */
static const char *
find_table (const char *table)
{
  GType type = lasna_kinds_lookup (table);

  return type != G_TYPE_INVALID ? ((LasnaRecordClass *) g_type_class_peek (type))->table : NULL;
}

static gboolean
check_foreign_keys (Check *check, GError **error)
{
  g_autoptr (LasnaStatement) statement = prepare (check, "PRAGMA foreign_key_check", error);
  LasnaStep step = LASNA_STEP_ERROR;

  while (statement != NULL && (step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    if (!is_full (check))
      add (check,
           find_table (lasna_statement_get_text (statement, 1)),
           lasna_statement_get_integer (statement, 2),
           _ (NOT_THERE));
  return step == LASNA_STEP_DONE;
}

static gboolean
check_queries (Check *check, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (LasnaStatement) statement = prepare (check, queries[i].select, error);
      LasnaStep step = LASNA_STEP_ERROR;

      while (statement != NULL &&
             (step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
        if (!is_full (check))
          add (check,
               queries[i].table,
               lasna_statement_get_integer (statement, 1),
               _ (queries[i].sentence));
      if (step != LASNA_STEP_DONE)
        return FALSE;
    }
  return TRUE;
}

static char *
dup_shown (const LasnaProperty *property, const LasnaValue *value)
{
  if (_lasna_property_is_text (property))
    return g_utf8_strlen (value->text, -1) > SHOWN_LETTERS
               ? g_utf8_substring (value->text, 0, SHOWN_LETTERS)
               : g_strdup (value->text);
  if (property->type == LASNA_PROPERTY_NUMBER)
    return g_strdup_printf ("%g", value->number);
  return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
}

static void
check_value (Check *check,
             LasnaRecordClass *klass,
             const LasnaProperty *property,
             LasnaStatement *statement,
             int column)
{
  gint64 id = lasna_statement_get_integer (statement, 1);
  LasnaValue value;
  g_autofree char *sentence = NULL;

  if (_lasna_property_is_text (property) && !lasna_statement_is_null (statement, column) &&
      !g_utf8_validate (lasna_statement_get_text (statement, column), -1, NULL))
    {
      /* Translators: the name of a field, such as Title */
      sentence =
          g_strdup_printf (_ ("“%s” has characters that cannot be read."), _ (property->label));
      add (check, klass->table, id, sentence);
      return;
    }
  _lasna_value_from_column (property, &value, statement, column);
  /* Empty text is no text. */
  if (_lasna_property_is_text (property) && value.text != NULL && *value.text == '\0')
    _lasna_value_clear (property, &value);
  if (!_lasna_property_check (property, &value, _lasna_workbook_knows_term, check->workbook, NULL))
    {
      g_autofree char *shown =
          _lasna_value_is_set (property, &value) ? dup_shown (property, &value) : NULL;

      sentence = shown != NULL
                     /* Translators: the name of a field, such as State, and what stands in it */
                     ? g_strdup_printf (_ ("“%s” cannot be “%s”."), _ (property->label), shown)
                     /* Translators: the name of a field, such as Title */
                     : g_strdup_printf (_ ("“%s” has no value."), _ (property->label));
      add (check, klass->table, id, sentence);
    }
  _lasna_value_clear (property, &value);
}

/* Rows are read and not made into objects: voices come by the million. */
static gboolean
check_values (Check *check, LasnaRecordClass *klass, GError **error)
{
  g_autoptr (LasnaStatement) statement =
      prepare (check, _lasna_record_class_get_select_all (klass), error);
  LasnaStep step = LASNA_STEP_ERROR;

  while (statement != NULL && (step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    for (guint i = 0; i < klass->n_properties && !is_full (check); i++)
      check_value (check, klass, &klass->properties[i], statement, (int) i + 2);
  return step == LASNA_STEP_DONE;
}

/* A label of a channel or an emotion names it by its code. */
static void
check_codes (Check *check)
{
  GListModel *labels = lasna_workbook_get_records (check->workbook, "label");

  for (guint i = 0; i < g_list_model_get_n_items (labels) && !is_full (check); i++)
    {
      g_autoptr (LasnaRecord) label = g_list_model_get_item (labels, i);
      const char *kind = lasna_record_get_text (label, "kind");
      const char *code = lasna_record_get_text (label, "code");

      if (code == NULL || kind == NULL || !g_str_has_prefix (kind, "label."))
        continue;
      if (!_lasna_workbook_knows_term (kind + strlen ("label."), code, check->workbook))
        add (check, "label", lasna_record_get_id (label), _ (NOT_THERE));
    }
}

static gboolean
is_of_something (Check *check, LasnaRecord *translation)
{
  const char *table = lasna_record_get_text (translation, "table-name");
  const char *property = lasna_record_get_text (translation, "property");
  GType type = table != NULL ? lasna_kinds_lookup (table) : G_TYPE_INVALID;
  g_autoptr (LasnaRecord) record = NULL;

  if (type == G_TYPE_INVALID || property == NULL ||
      lasna_kinds_find_property (g_type_class_peek (type), property) == NULL)
    return FALSE;
  record = lasna_workbook_find (
      check->workbook, table, lasna_record_get_integer (translation, "record"));
  return record != NULL;
}

static void
check_translations (Check *check)
{
  GListModel *translations = lasna_workbook_get_records (check->workbook, "translation");

  for (guint i = 0; i < g_list_model_get_n_items (translations) && !is_full (check); i++)
    {
      g_autoptr (LasnaRecord) translation = g_list_model_get_item (translations, i);

      if (!is_of_something (check, translation))
        add (check, "translation", lasna_record_get_id (translation), _ (NOT_THERE));
    }
}

/**
 * lasna_check_workbook:
 *
 * Changes nothing. May take as long as reading the whole file.
 *
 * Returns: (transfer full) (nullable) (element-type LasnaFinding): what was found, up to a
 * thousand; empty where all is well; NULL with @error set where the file could not be read
 */
GPtrArray *
lasna_check_workbook (LasnaWorkbook *workbook, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (finding_free);
  Check check = { workbook, findings };

  g_return_val_if_fail (LASNA_IS_WORKBOOK (workbook), NULL);
  if (!check_integrity (&check, error) || !check_foreign_keys (&check, error) ||
      !check_queries (&check, error))
    return NULL;
  for (guint i = 0; i < lasna_kinds_get_n (); i++)
    if (!check_values (&check, lasna_kinds_get_class (i), error))
      return NULL;
  check_codes (&check);
  check_translations (&check);
  return g_steal_pointer (&findings);
}
