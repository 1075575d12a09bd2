/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which voices are in view: one filter that the pages of a window share, with a way back.
 */
#pragma once

#include "lasna-filter.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

#define LASNA_TYPE_VIEW (lasna_view_get_type ())
G_DECLARE_FINAL_TYPE (LasnaView, lasna_view, LASNA, VIEW, GObject)

/* signal "changed" (LasnaView *): the filter is another */

LasnaView *lasna_view_get (LasnaWorkbook *workbook);

const LasnaFilter *lasna_view_get_filter (LasnaView *self);
void lasna_view_set_filter (LasnaView *self, const LasnaFilter *filter);
void lasna_view_clear (LasnaView *self);
void lasna_view_hold (LasnaView *self);
void lasna_view_release (LasnaView *self);
gboolean lasna_view_can_go_back (LasnaView *self);
void lasna_view_go_back (LasnaView *self);

G_END_DECLS
