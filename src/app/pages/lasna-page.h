/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a page of the window is: it shows one workbook, and one of its journeys.
 */
#pragma once

#include "lasna-journey.h"
#include "lasna-workbook.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LASNA_TYPE_PAGE (lasna_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (LasnaPage, lasna_page, LASNA, PAGE, AdwBin)

struct _LasnaPageClass
{
  AdwBinClass parent_class;

  /* Reveals the place a change touched; FALSE where the page has nothing to do with it. */
  gboolean (*show_record) (LasnaPage *self, LasnaRecord *record);
  /* Takes the focus to where work on the page begins; NULL: to the first thing that takes it. */
  gboolean (*enter) (LasnaPage *self);
};

LasnaWorkbook *lasna_page_get_workbook (LasnaPage *self);
LasnaJourney *lasna_page_get_journey (LasnaPage *self);
GSimpleActionGroup *lasna_page_get_actions (LasnaPage *self);

void lasna_page_enter (LasnaPage *self);
gboolean lasna_page_show_record (LasnaPage *self, LasnaRecord *record);
void lasna_page_show_error (LasnaPage *self, const GError *error);
void lasna_page_tell (LasnaPage *self, const char *sentence);

G_END_DECLS
