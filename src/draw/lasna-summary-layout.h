/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one-page summary of a journey as a picture: zones, columns and what fits into them.
 */
#pragma once

#include "lasna-summary-content.h"

G_BEGIN_DECLS

typedef enum
{
  LASNA_PAPER_A4,
  LASNA_PAPER_A3,
  LASNA_PAPER_LETTER,
} LasnaPaper;

#define LASNA_N_PAPERS 3

gboolean lasna_paper_from_name (const char *name, LasnaPaper *paper);

LasnaLayout *lasna_summary_layout_new (const LasnaSummaryContent *content,
                                       LasnaPaper paper,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
