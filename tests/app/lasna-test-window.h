/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window on a workbook of its own, driven through actions and keys.
 */
#pragma once

#include "lasna-making.h"
#include "lasna-test.h"
#include "lasna-window.h"

G_BEGIN_DECLS

typedef struct
{
  LasnaTestFolder *folder;
  char *path;
  LasnaApplication *application; /* one for the whole program */
  LasnaWindow *window;
} LasnaTestWindow;

void lasna_test_window_init (int *argc, char ***argv);
int lasna_test_window_run (void);
LasnaApplication *lasna_test_window_get_application (void);

LasnaTestWindow *lasna_test_window_new (LasnaMakingFlags flags,
                                        const char *template_id) G_GNUC_WARN_UNUSED_RESULT;
void lasna_test_window_free (LasnaTestWindow *self);

typedef gboolean (*LasnaTestCondition) (gpointer data);

void lasna_test_settle (void);
void lasna_test_wait (LasnaTestCondition condition, gpointer data);
void lasna_test_act (gpointer widget, const char *detailed);
gboolean lasna_test_press (gpointer widget, const char *key);

typedef void (*LasnaTestVisit) (GtkWidget *widget, gpointer data);
void lasna_test_walk (gpointer root, LasnaTestVisit visit, gpointer data);
gboolean lasna_test_shows (gpointer root, const char *text);
void lasna_test_await (gpointer root, const char *text);
LasnaWindow *lasna_test_find_window (void);
void lasna_test_close_window (gpointer window);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaTestWindow, lasna_test_window_free)

G_END_DECLS
