/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window: the start page, or one workbook with its pages.
 */
#pragma once

#include "lasna-application.h"
#include "lasna-journey.h"
#include "lasna-page.h"
#include "lasna-work-bar.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

#define LASNA_TYPE_WINDOW (lasna_window_get_type ())
G_DECLARE_FINAL_TYPE (LasnaWindow, lasna_window, LASNA, WINDOW, AdwApplicationWindow)

GtkWidget *lasna_window_new (LasnaApplication *application);

LasnaWorkbook *lasna_window_get_workbook (LasnaWindow *self);
void lasna_window_set_workbook (LasnaWindow *self, LasnaWorkbook *workbook);
void lasna_window_show_start (LasnaWindow *self);
LasnaJourney *lasna_window_get_journey (LasnaWindow *self);
void lasna_window_set_journey (LasnaWindow *self, LasnaJourney *journey);

gboolean lasna_window_rename (LasnaWindow *self, const char *name, GError **error);

LasnaPage *lasna_window_get_page (LasnaWindow *self);
void lasna_window_show_page (LasnaWindow *self, const char *id);
gboolean lasna_window_show_record (LasnaWindow *self, LasnaRecord *record);

void lasna_window_say (LasnaWindow *self, const char *sentence);
void lasna_window_show_error (LasnaWindow *self, const GError *error);
void lasna_window_show_work (LasnaWindow *self, LasnaWorkBar *bar);
void lasna_window_offer (LasnaWindow *self,
                         const char *sentence,
                         const char *button,
                         const char *action);
void lasna_window_toast_undo_or (LasnaWindow *self,
                                 const char *sentence,
                                 const char *button,
                                 const char *action);
void lasna_window_toast_undo (LasnaWindow *self, const char *sentence);

G_END_DECLS
