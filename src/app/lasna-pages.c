/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of pages. Sidebar, Ctrl+1..9, the shortcuts window and the tests are made from it.
 */
#include "config.h"

#include "lasna-pages.h"

#include "lasna-charts-page.h"
#include "lasna-checklists-page.h"
#include "lasna-feedback-page.h"
#include "lasna-journey-page.h"
#include "lasna-summary-page.h"

#include <glib/gi18n-lib.h>

static const LasnaPageInfo pages[] = {
  { "journey", N_ ("Journey"), "lasna-journey-symbolic", lasna_journey_page_get_type },
  { "checklists",
    N_ ("Checklists"),
    "lasna-checklists-symbolic",
    lasna_checklists_page_get_type,
    lasna_checklists_page_count },
  { "feedback", N_ ("Feedback"), "lasna-feedback-symbolic", lasna_feedback_page_get_type },
  { "charts", N_ ("Charts"), "lasna-charts-symbolic", lasna_charts_page_get_type },
  { "summary", N_ ("Summary"), "lasna-summary-symbolic", lasna_summary_page_get_type },
};

/**
 * lasna_pages_get:
 *
 * Returns: (transfer none) (array length=n_pages): the pages
 */
const LasnaPageInfo *
lasna_pages_get (guint *n_pages)
{
  *n_pages = G_N_ELEMENTS (pages);
  return pages;
}
