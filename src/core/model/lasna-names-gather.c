/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose names a workbook holds, read out of its file.
 */
#include "config.h"

#include "lasna-names.h"

#include "lasna-catalogue.h"
#include "lasna-kinds.h"
#include "lasna-property-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static LasnaLanguage
read_language (sqlite3 *connection)
{
  g_autoptr (LasnaStatement) statement =
      lasna_statement_new (connection, "SELECT language FROM workbook", FALSE, NULL);
  LasnaLanguage language = LASNA_LANGUAGE_EN;

  if (statement != NULL && lasna_statement_step (statement, NULL) == LASNA_STEP_ROW)
    {
      const char *term = lasna_statement_get_text (statement, 1);

      if (term != NULL && g_str_has_prefix (term, "language."))
        lasna_language_from_code (term + strlen ("language."), &language);
    }
  return language;
}

/* Returns: (transfer full) (nullable): persons: id, name, is_team, chain_role, segment's name */
LasnaStatement *
_lasna_names_list_persons (sqlite3 *connection, GError **error)
{
  return lasna_statement_new (
      connection,
      "SELECT person.id, display_name, is_team, chain_role, segment.name FROM person "
      "LEFT JOIN segment ON segment.id = person.segment ORDER BY person.id",
      FALSE,
      error);
}

/* Returns: (transfer full): what stands for the person under @persons: what they are to us */
char *
_lasna_names_dup_role (sqlite3 *connection, LasnaStatement *persons)
{
  LasnaLanguage language = read_language (connection);
  const char *role = lasna_statement_get_text (persons, 4);
  const char *segment = lasna_statement_get_text (persons, 5);

  if (lasna_statement_get_integer (persons, 3) != 0)
    return g_strdup (lasna_words (language, N_ ("A colleague")));
  if (role != NULL)
    role = lasna_catalogue_get_label (lasna_catalogue_get_default (), "chain-role", role, language);
  if (role != NULL)
    return g_strdup (role);
  return segment != NULL ? g_utf8_make_valid (segment, -1)
                         : g_strdup (lasna_words (language, N_ ("A guest")));
}

static gboolean
add_persons (LasnaNames *names, sqlite3 *connection, GError **error)
{
  g_autoptr (LasnaStatement) persons = _lasna_names_list_persons (connection, error);
  LasnaStep step;

  if (persons == NULL)
    return FALSE;
  while ((step = lasna_statement_step (persons, error)) == LASNA_STEP_ROW)
    {
      g_autofree char *role = _lasna_names_dup_role (connection, persons);

      _lasna_names_add (names, lasna_statement_get_text (persons, 2), role, TRUE);
    }
  return step == LASNA_STEP_DONE;
}

/* Words for many persons that may stand where the name of one could. */
static gboolean
spare_common_words (LasnaNames *names, sqlite3 *connection, GError **error)
{
  g_autoptr (LasnaStatement) segments =
      lasna_statement_new (connection, "SELECT name FROM segment", FALSE, error);
  const LasnaTermSet *roles =
      lasna_catalogue_get_set (lasna_catalogue_get_default (), "chain-role");
  LasnaStep step;

  for (guint i = 0; roles != NULL && i < roles->n_terms; i++)
    for (guint language = 0; language < LASNA_N_LANGUAGES; language++)
      _lasna_names_spare (names, roles->terms[i].label.in[language]);
  for (guint language = 0; language < LASNA_N_LANGUAGES; language++)
    {
      _lasna_names_spare (names, lasna_words (language, N_ ("A guest")));
      _lasna_names_spare (names, lasna_words (language, N_ ("A colleague")));
    }
  if (segments == NULL)
    return FALSE;
  while ((step = lasna_statement_step (segments, error)) == LASNA_STEP_ROW)
    _lasna_names_spare (names, lasna_statement_get_text (segments, 1));
  return step == LASNA_STEP_DONE;
}

/* Other places that hold names. */
static gboolean
add_column (LasnaNames *names,
            sqlite3 *connection,
            const char *table,
            const LasnaProperty *property,
            GError **error)
{
  const char *guest = lasna_words (read_language (connection), N_ ("A guest"));
  g_autofree char *column = _lasna_property_dup_column (property);
  g_autofree char *sql =
      g_strdup_printf ("SELECT DISTINCT %s FROM %s WHERE %s IS NOT NULL", column, table, column);
  g_autoptr (LasnaStatement) statement = lasna_statement_new (connection, sql, FALSE, error);
  LasnaStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    _lasna_names_add (names, lasna_statement_get_text (statement, 1), guest, FALSE);
  return step == LASNA_STEP_DONE;
}

/* The id of a response is of a person, but it is no name; there may be a million of them. */
static gboolean
holds_names (LasnaRecordClass *klass, const LasnaProperty *property)
{
  return property->flags & LASNA_PERSONAL && strcmp (klass->table, "person") != 0 &&
         strcmp (property->name, "source-response-id") != 0;
}

/* Adds everybody whom the workbook names. */
gboolean
_lasna_names_gather (LasnaNames *names, sqlite3 *connection, GError **error)
{
  if (!spare_common_words (names, connection, error) || !add_persons (names, connection, error))
    return FALSE;
  for (guint kind = 0; kind < lasna_kinds_get_n (); kind++)
    {
      LasnaRecordClass *klass = lasna_kinds_get_class (kind);

      for (guint i = 0; i < klass->n_properties; i++)
        if (holds_names (klass, &klass->properties[i]) &&
            !add_column (names, connection, klass->table, &klass->properties[i], error))
          return FALSE;
    }
  return TRUE;
}

/**
 * lasna_names_new_of_people:
 * @language: of the page that is to be without names
 *
 * Returns: (transfer full): the people of @workbook, as they are now, to be hidden on a page
 */
LasnaNames *
lasna_names_new_of_people (LasnaWorkbook *workbook, LasnaLanguage language)
{
  LasnaNames *names = _lasna_names_new ();
  GListModel *people = lasna_workbook_get_records (workbook, "person");
  /* Translators: stands where a name was hidden. */
  const char *instead = lasna_words (language, N_ ("N.N."));

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (LasnaRecord) person = g_list_model_get_item (people, i);

      _lasna_names_add (names, lasna_record_get_text (person, "display-name"), instead, TRUE);
    }
  return names;
}

/**
 * lasna_names_hide:
 * @text: (inout) (nullable): replaced where it has a name in it
 * @names: a LasnaNames
 *
 * Puts something else where a name stands.
 */
void
lasna_names_hide (char **text, gpointer names)
{
  char *hidden = *text != NULL ? _lasna_names_replace (names, *text) : NULL;

  if (hidden == NULL)
    return;
  g_free (*text);
  *text = hidden;
}
