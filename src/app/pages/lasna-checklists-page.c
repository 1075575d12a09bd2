/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of checklists.
 */
#include "config.h"

#include "lasna-checklists-page.h"

struct _LasnaChecklistsPage
{
  LasnaPage parent_instance;
};

G_DEFINE_FINAL_TYPE (LasnaChecklistsPage, lasna_checklists_page, LASNA_TYPE_PAGE)

static void
lasna_checklists_page_class_init (LasnaChecklistsPageClass *klass)
{
}

static void
lasna_checklists_page_init (LasnaChecklistsPage *self)
{
}
