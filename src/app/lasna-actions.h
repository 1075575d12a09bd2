/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done by keyboard: accelerators, local keys and the window that lists them.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  LASNA_ACTIONS_FILE,
  LASNA_ACTIONS_CHANGES,
  LASNA_ACTIONS_PAGES, /* the pages themselves come from the table of pages */
  LASNA_ACTIONS_JOURNEY,
  LASNA_ACTIONS_CHECKLIST,
  LASNA_ACTIONS_PROGRAM,
  LASNA_N_ACTION_GROUPS,
} LasnaActionGroup;

typedef struct
{
  LasnaActionGroup group;
  const char *action; /* detailed name: "win.undo", "page.new" */
  const char *keys;   /* accelerators, separated by spaces; the first one is shown */
  const char *title;  /* untranslated */
} LasnaActionInfo;

const LasnaActionInfo *lasna_actions_get (guint *n_actions);
void lasna_actions_set_accels (GtkApplication *application);
void lasna_actions_bind_keys (GtkWidgetClass *klass, const char *action);
void lasna_actions_add_keys (GtkWidget *widget, const char *prefix);
GtkWindow *lasna_actions_new_shortcuts_window (void);

G_END_DECLS
