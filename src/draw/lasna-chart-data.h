/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a chart shows, as plain data in one language, before anybody thinks of its looks.
 */
#pragma once

#include "lasna-palette.h"
#include "lasna-words.h"

G_BEGIN_DECLS

#define LASNA_CHART_MOMENTS 3

typedef enum
{
  LASNA_CHART_FEELINGS, /* where on the path do feelings sink? */
  LASNA_CHART_DEAF,     /* where are we deaf? */
} LasnaChartKind;

#define LASNA_N_CHARTS 2

typedef struct
{
  char *title;
  char *question; /* to ask where nobody was heard; may be NULL */
  char *target;   /* the main wanted feeling; may be NULL */
  LasnaInk target_ink;
  double mean;     /* -1..+1, NAN where not known */
  double *entries; /* n_entries single feelings, -1..+1 */
  guint n_entries; /* voices with a known feeling */
  guint n_destroying;
  guint n_no_feeling;
  guint moments[LASNA_CHART_MOMENTS]; /* at contact, after the service, when wrong */
  guint n_unknown;                    /* voices whose moment nobody knows */
} LasnaChartStage;

typedef struct
{
  LasnaChartKind kind;
  LasnaLanguage language;
  char *period; /* what the voices are limited to, in words; may be NULL */
  gboolean few; /* whether single entries are shown where there are few: on the own screen only */
  GPtrArray *stages; /* LasnaChartStage */
} LasnaChartData;

LasnaChartData *lasna_chart_data_new (LasnaChartKind kind,
                                      LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;
void lasna_chart_data_free (LasnaChartData *self);
LasnaChartStage *lasna_chart_data_add_stage (LasnaChartData *self, const char *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaChartData, lasna_chart_data_free)

G_END_DECLS
