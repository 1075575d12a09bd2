/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Control charts: which changes of a series are more than its usual up and down.
 */
#pragma once

#include "lasna-series.h"

G_BEGIN_DECLS

/* With fewer points there are no limits (Wheeler: "as few as five or six"). */
#define LASNA_CONTROL_MIN 6

typedef enum
{
  LASNA_CONTROL_XMR,     /* single values: individuals and moving ranges */
  LASNA_CONTROL_P,       /* shares of different numbers of answers */
  LASNA_CONTROL_P_PRIME, /* the same, with the spread between the points (Laney) */
  LASNA_CONTROL_I_PRIME, /* means and scores of different numbers of answers */
} LasnaControlKind;

/* Runs on one side of a line (Anhøj). Points on the line do not count. */
typedef struct
{
  guint n_useful;
  guint longest; /* the longest run */
  guint longest_max;
  guint crossings;
  guint crossings_min;
  gboolean is_signal; /* a run too long or too few crossings: something changed */
} LasnaRuns;

typedef struct
{
  guint place; /* in what the chart was made from */
  double value;
  double size; /* answers; 1 in an XmR chart */
  double low;  /* limits of this point, NAN where there are none */
  double high;
  gboolean is_outside;
} LasnaControlPoint;

typedef struct
{
  LasnaControlKind kind;
  double centre; /* NAN where there are no points */
  double range;  /* mean moving range; of I' the mean sigma, of P' sigma z; NAN under two points */
  double range_limit; /* upper limit of the moving ranges of an XmR chart, else NAN */
  guint n;
  LasnaControlPoint *points; /* those with a value only */
  guint n_outside;
  LasnaRuns runs; /* about the centre */
} LasnaControlChart;

LasnaControlChart *lasna_control_chart_new_xmr (const double *values,
                                                guint n) G_GNUC_WARN_UNUSED_RESULT;
LasnaControlChart *lasna_control_chart_new_p (const double *hits,
                                              const double *sizes,
                                              guint n,
                                              gboolean prime) G_GNUC_WARN_UNUSED_RESULT;
LasnaControlChart *lasna_control_chart_new_i_prime (const double *values,
                                                    const double *sizes,
                                                    guint n) G_GNUC_WARN_UNUSED_RESULT;
LasnaControlChart *lasna_control_chart_new_series (const LasnaSeries *series,
                                                   LasnaMeasureKind kind) G_GNUC_WARN_UNUSED_RESULT;
void lasna_control_chart_free (LasnaControlChart *self);

LasnaRuns lasna_runs_count (const double *values, guint n, double line);

const char *lasna_control_chart_get_definition (const LasnaControlChart *self);
char *lasna_control_chart_dup_sentence (const LasnaControlChart *self,
                                        LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaControlChart, lasna_control_chart_free)

G_END_DECLS
