/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journey: its map, and the inspector beside it.
 */
#pragma once

#include "lasna-page.h"

G_BEGIN_DECLS

#define LASNA_TYPE_JOURNEY_PAGE (lasna_journey_page_get_type ())
G_DECLARE_FINAL_TYPE (LasnaJourneyPage, lasna_journey_page, LASNA, JOURNEY_PAGE, LasnaPage)

G_END_DECLS
