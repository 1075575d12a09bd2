/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What customers said about a journey, stage by stage.
 */
#pragma once

#include "lasna-selection.h"
#include "lasna-totals.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id; /* of the stage; 0 for voices of no stage */
  LasnaTotals totals;
  GArray *feelings; /* (element-type double) each known feeling, for dots */
  guint *emotions;  /* voices by code of emotion */
  guint good;
  guint bad;
  gint64 quote;                     /* the voice to quote, the latest; 0 for none */
  gint64 quotes[LASNA_N_LANGUAGES]; /* the latest that speaks a language */
} LasnaStageFigures;

typedef struct
{
  LasnaColumns *columns;
  LasnaTotals totals;      /* of the whole journey */
  GPtrArray *stages;       /* LasnaStageFigures, in the order asked for */
  GHashTable *touchpoints; /* from the id of a touchpoint to its voices (guint) */
  gint32 first_day;        /* Julian; 0 where there are no voices */
  gint32 last_day;
} LasnaJourneyFigures;

LasnaJourneyFigures *lasna_journey_figures_new (const LasnaSelection *selection,
                                                const gint64 *stages,
                                                guint n_stages) G_GNUC_WARN_UNUSED_RESULT;
void lasna_journey_figures_free (LasnaJourneyFigures *self);
guint lasna_journey_figures_get_touchpoint (const LasnaJourneyFigures *self, gint64 touchpoint);
guint *lasna_stage_figures_rank_emotions (const LasnaStageFigures *self,
                                          const LasnaColumns *columns,
                                          guint *n) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaJourneyFigures, lasna_journey_figures_free)

G_END_DECLS
