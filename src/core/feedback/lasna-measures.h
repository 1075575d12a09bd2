/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measures of customer experience: pure functions over counts. Nothing is rounded here, and no
 * data is NAN, never zero.
 */
#pragma once

#include "lasna-small.h"

#include <glib.h>

G_BEGIN_DECLS

/* Under this many answers a page shows only how many there are, and a screen single dots. */
#define LASNA_MEASURE_FEW LASNA_SMALL_N

/* Under this many a figure is shown as indicative. */
#define LASNA_MEASURE_INDICATIVE 30

typedef enum
{
  LASNA_MEASURE_NPS,
  LASNA_MEASURE_CSAT,
  LASNA_MEASURE_CES,
  LASNA_MEASURE_CLIMATE,
  LASNA_MEASURE_NET_EMOTION,
} LasnaMeasureKind;

#define LASNA_N_MEASURES 5

/* What a measure is, whatever its figures. */
typedef struct
{
  const char *id;         /* "nps", as files and the command line name it */
  const char *title;      /* untranslated */
  const char *definition; /* untranslated sentence that is shown with the figure */
  double minimum;         /* the range of the value */
  double maximum;
  int decimals; /* with how many people read it */
} LasnaMeasureInfo;

typedef struct
{
  const char *id; /* "promoters" */
  gint64 count;
} LasnaMeasureCount;

/* A share of n in per cent, with its interval. */
typedef struct
{
  const char *id;
  double value;
  double low;
  double high;
} LasnaMeasureShare;

/* A figure with what it was made from. The interval is that of 95 %. */
typedef struct
{
  LasnaMeasureKind kind;
  gint64 n;
  double value;
  double low;
  double high;
  double centre; /* of the interval before it is clipped, and its standard error, in units of the */
  double error;  /* value; NAN where the interval is Wilson's, or there is none */
  guint n_counts;
  LasnaMeasureCount counts[5];
  guint n_shares;
  LasnaMeasureShare shares[2];
} LasnaMeasureResult;

/* Running sums, from which mean and spread follow. Values are added relative to the first one, so
 * that large numbers close to each other keep their differences.
 */
typedef struct
{
  gint64 n;
  double origin;
  double sum;
  double squares;
} LasnaSums;

const LasnaMeasureInfo *lasna_measure_get_info (LasnaMeasureKind kind);
const char *lasna_measure_get_mark_note (void);

LasnaMeasureResult lasna_measure_nps (gint64 detractors, gint64 passives, gint64 promoters);
LasnaMeasureResult lasna_measure_csat (gint64 satisfied, gint64 dissatisfied);
LasnaMeasureResult lasna_measure_ces (const LasnaSums *ease, gint64 easy);
LasnaMeasureResult
lasna_measure_climate (const LasnaSums *feelings, gint64 destroying, gint64 no_feeling);
LasnaMeasureResult
lasna_measure_net_emotion (gint64 n, gint64 positive, gint64 negative, gint64 both);

int lasna_measure_nps_class (double score);
double lasna_measure_feeling (gint64 valence_times_intensity, guint n_emotions);

void lasna_sums_add (LasnaSums *self, double value);
void lasna_sums_merge (LasnaSums *self, const LasnaSums *other);
double lasna_sums_get_mean (const LasnaSums *self);
double lasna_sums_get_deviation (const LasnaSums *self);

G_END_DECLS
