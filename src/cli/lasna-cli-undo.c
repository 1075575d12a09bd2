/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * lasna undo and lasna redo: the last change, with its label.
 */
#include "config.h"

#include "lasna-cli-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *summary;
  const char *(*get_label) (LasnaWorkbook *workbook);
  gboolean (*step) (LasnaWorkbook *workbook, char **label, GError **error);
  void (*tell) (const char *label);
  const char *nothing; /* untranslated */
} Direction;

static void
tell_undone (const char *label)
{
  /* Translators: %s is the name of a change, such as Add touchpoint. */
  g_print (_ ("“%s” was undone."), label);
}

static void
tell_redone (const char *label)
{
  /* Translators: %s is the name of a change, such as Add touchpoint. */
  g_print (_ ("“%s” was done again."), label);
}

static const Direction back = {
  N_ ("Takes back the last change."),
  lasna_workbook_get_undo_label,
  lasna_workbook_undo,
  tell_undone,
  N_ ("There is nothing to undo."),
};

static const Direction again = {
  N_ ("Does again what was undone."),
  lasna_workbook_get_redo_label,
  lasna_workbook_redo,
  tell_redone,
  N_ ("There is nothing to redo."),
};

static int
step (const Direction *direction, int argc, char *argv[])
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_auto (GStrv) files = NULL;
  g_autoptr (LasnaWorkbook) workbook = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  if (!lasna_cli_parse (entries, N_ ("FILE"), direction->summary, 1, 1, argc, argv, &files))
    return LASNA_CLI_WRONG_USE;
  workbook = lasna_cli_open (files[0], 0);
  if (workbook == NULL)
    return LASNA_CLI_FAILED;
  /* Where there is nothing to do, not a byte is written. */
  if (direction->get_label (workbook) == NULL)
    {
      lasna_cli_say (_ (direction->nothing));
      return LASNA_CLI_FAILED;
    }
  if (!direction->step (workbook, &label, &error) || !lasna_workbook_close (workbook, &error))
    return lasna_cli_fail (error);
  direction->tell (label);
  g_print ("\n");
  return LASNA_CLI_DONE;
}

int
lasna_cli_undo (int argc, char *argv[])
{
  return step (&back, argc, argv);
}

int
lasna_cli_redo (int argc, char *argv[])
{
  return step (&again, argc, argv);
}
