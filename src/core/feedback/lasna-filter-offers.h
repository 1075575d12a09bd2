/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a filter can be narrowed by: every value that some voice in view has, with how many, and
 * what somebody means by a few letters of it.
 */
#pragma once

#include "lasna-filter.h"
#include "lasna-selection.h"

G_BEGIN_DECLS

#define LASNA_OFFER_UNCOUNTED G_MAXUINT

typedef struct
{
  LasnaDimension dimension;
  char *label;          /* "Booking" */
  guint n;              /* voices with it; LASNA_OFFER_UNCOUNTED where nobody counted */
  gboolean is_chosen;   /* the filter has it */
  guint code;           /* of a dimension with values */
  LasnaCondition given; /* of any other, but for a period */
  gint32 first;         /* of a period: Julian days; 0 where it is open */
  gint32 last;
} LasnaFilterOffer;

GPtrArray *lasna_filter_offers_list (const LasnaFilter *filter,
                                     const LasnaSelection *selection,
                                     gint32 today,
                                     LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *lasna_filter_offers_read (const LasnaFilter *filter,
                                     const LasnaSelection *selection,
                                     const char *typed,
                                     LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;
gboolean lasna_filter_offer_matches (const LasnaFilterOffer *self,
                                     const char *typed,
                                     LasnaLanguage language);
void lasna_filter_offer_toggle (const LasnaFilterOffer *self,
                                LasnaFilter *filter,
                                const LasnaColumns *columns);
gboolean lasna_filter_offers_read_period (const char *typed, gint32 *first, gint32 *last);

G_END_DECLS
