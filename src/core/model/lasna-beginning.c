/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A new workbook.
 */
#include "config.h"

#include "lasna-workbook.h"

#include <string.h>

typedef struct
{
  LasnaLanguage language;
  LasnaClock *clock;
  char *name;
} Beginning;

/* The one row of settings is part of what makes a file a workbook, so it has no undo. */
static gboolean
write_settings (sqlite3 *connection, gpointer data, GError **error)
{
  const Beginning *beginning = data;
  g_autofree char *stamp = lasna_clock_dup_stamp (beginning->clock);
  g_autofree char *code =
      g_strconcat ("language.", lasna_language_to_code (beginning->language), NULL);
  g_autoptr (LasnaStatement) statement = lasna_statement_new (
      connection,
      "INSERT INTO workbook (id, created_at, updated_at, name, language, weight_task, "
      "weight_feeling, start_of_week, reminder_days, silence_days) "
      "VALUES (?1, ?2, ?2, ?3, ?4, 20, 80, 1, 180, 90)",
      FALSE,
      error);

  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_integer (statement, 1, lasna_clock_new_id (beginning->clock));
  lasna_statement_bind_text (statement, 2, stamp);
  lasna_statement_bind_text (statement, 3, beginning->name);
  lasna_statement_bind_text (statement, 4, code);
  return lasna_statement_run (statement, error);
}

static char *
name_from_path (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);

  if (g_str_has_suffix (name, ".lasna"))
    name[strlen (name) - strlen (".lasna")] = '\0';
  return g_strdup (*name != '\0' ? name : "Läsnä");
}

/**
 * lasna_workbook_create:
 * @path: where nothing is yet
 * @clock: (nullable): a new one by default
 *
 * Returns: (transfer full) (nullable): a new, empty workbook, open
 */
LasnaWorkbook *
lasna_workbook_create (const char *path, LasnaLanguage language, LasnaClock *clock, GError **error)
{
  g_autoptr (LasnaClock) source = clock != NULL ? lasna_clock_ref (clock) : lasna_clock_new ();
  g_autofree char *name = name_from_path (path);
  Beginning beginning = { language, source, name };

  if (!lasna_store_create (path, NULL, write_settings, &beginning, error))
    return NULL;
  return lasna_workbook_open (path, 0, source, error);
}
