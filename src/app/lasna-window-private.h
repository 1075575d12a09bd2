/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window's inside, for the files that make it up.
 */
#pragma once

#include "lasna-keeper.h"
#include "lasna-pages.h"
#include "lasna-sidebar.h"
#include "lasna-toast.h"
#include "lasna-window.h"

G_BEGIN_DECLS

struct _LasnaWindow
{
  AdwApplicationWindow parent_instance;

  /* Template children */
  LasnaToast *toast;
  GtkStack *views;
  AdwBin *start;
  GtkMenuButton *start_menu;
  GtkWidget *side;
  GtkWidget *side_title;
  GtkWidget *side_icon;
  LasnaSidebar *sidebar;
  GtkWidget *side_line;
  GtkMenuButton *pages_button;
  GtkMenuButton *journeys;
  GtkLabel *journey_title;
  GtkMenuButton *name_button;
  GtkLabel *name;
  GtkEntry *name_entry;
  GtkLabel *folder;
  GtkRevealer *read_only;
  GtkRevealer *error_bar;
  GtkBox *works;
  GtkLabel *error;
  GtkButton *undo;
  GtkButton *redo;
  GtkMenuButton *menu;
  GtkStack *pages;

  /* Owned */
  LasnaWorkbook *workbook;
  LasnaJourney *journey;
  LasnaKeeper *keeper;
  GtkWindow *help;

  const LasnaPageInfo *waiting; /* the page that comes when the window is on the screen */

  guint fold_source;
  int fold; /* LasnaFold */
};

void _lasna_window_class_install_actions (GtkWidgetClass *klass);
void _lasna_window_update_actions (LasnaWindow *self);
void _lasna_window_update_journeys (LasnaWindow *self);
void _lasna_window_let_go (LasnaWindow *self);
void _lasna_window_show_name (LasnaWindow *self);

void _lasna_window_open_cb (GtkWidget *widget, const char *action, GVariant *parameter);
void _lasna_window_rename_cb (GtkWidget *widget, const char *action, GVariant *parameter);
void _lasna_window_move_cb (GtkWidget *widget, const char *action, GVariant *parameter);
void _lasna_window_save_copy_cb (GtkWidget *widget, const char *action, GVariant *parameter);
void _lasna_window_reveal_cb (GtkWidget *widget, const char *action, GVariant *parameter);
void _lasna_window_name_entered_cb (LasnaWindow *self);

G_END_DECLS
