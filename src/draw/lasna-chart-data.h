/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a chart shows, as plain data in one language, before anybody thinks of its looks.
 */
#pragma once

#include "lasna-dots.h"
#include "lasna-palette.h"
#include "lasna-words.h"

G_BEGIN_DECLS

#define LASNA_CHART_MOMENTS 3
#define LASNA_CHART_CLUSTERS 4
#define LASNA_CHART_TASKS 4

typedef enum
{
  LASNA_CHART_FEELINGS, /* where on the path do feelings sink? */
  LASNA_CHART_AWAKENED,
  LASNA_CHART_TASK,
  LASNA_CHART_DEAF,
  LASNA_CHART_CHANNELS,
  LASNA_CHART_SEGMENTS,
  LASNA_CHART_LINKS,
  LASNA_CHART_REPLIES,
  LASNA_CHART_SCORES,
  LASNA_CHART_TREND,
  LASNA_CHART_DRIVERS,
} LasnaChartKind;

#define LASNA_N_CHARTS 11

/* One stage, channel, score or whatever else a mark of the chart stands for. What a kind of chart
 * does not show is left unset.
 */
typedef struct
{
  char *title;
  char *note;      /* what it is besides, such as its rank; may be NULL */
  char *where;     /* conditions that choose its voices, one a line; may be NULL */
  char *question;  /* to ask where nobody was heard; may be NULL */
  char *target;    /* the main wanted feeling; may be NULL */
  GArray *hours;   /* (element-type double) how long answered ones waited; NULL: none */
  LasnaInk ink;    /* of its target or its class */
  guint panel;     /* the part of the chart it stands in */
  gboolean is_out; /* others were chosen, not this one */
  guint n;         /* voices; in a distribution answers */
  double mean;     /* of the feelings, -1..+1, NAN where not known; else that of the chart */
  double low;      /* its interval, 95 %; NAN where there is none */
  double high;
  guint feelings[LASNA_DOTS_BINS]; /* single feelings by height */
  guint n_entries;                 /* voices with a known feeling */
  guint n_destroying;
  guint n_no_feeling;
  guint clusters[LASNA_CHART_CLUSTERS]; /* feelings named: destroying, attention, recommendation,
                                           advocacy; a voice may name several */
  guint moments[LASNA_CHART_MOMENTS];   /* at contact, after the service, when wrong */
  guint n_unknown;                      /* voices whose moment nobody knows */
  double task;                          /* how far matters were settled, 0..100, or NAN */
  double task_low;
  double task_high;
  guint tasks[LASNA_CHART_TASKS]; /* voices by how far: not at all ... completely */
  guint n_task;
  double index;     /* of task and feeling, 0..100; NAN where it is left out */
  guint n_open;     /* who waits still */
  double promised;  /* within so many hours, NAN where nothing is promised */
  double rolling;   /* of a trend, in the measure's units: with the periods before; or NAN */
  double limit_low; /* the usual up and down, or NAN */
  double limit_high;
  gboolean is_signal; /* outside of it */
  double importance;  /* of a driver, 0..100 */
} LasnaChartItem;

/* A part of a chart with a heading of its own. */
typedef struct
{
  char *title;
  char *figure;   /* its measure in words, with n; may be NULL */
  double minimum; /* of its scale */
  double maximum;
  double centre;     /* the middle of its values, NAN for none */
  int decimals;      /* that people read */
  gboolean has_mark; /* whether it names NPS, which asks for a note */
} LasnaChartPanel;

typedef struct
{
  LasnaChartKind kind;
  LasnaLanguage language;
  char *view;   /* which voices are in view, in words; may be NULL */
  gboolean few; /* whether single entries are shown where there are few: on the own screen only */
  char *remark; /* the answer, where whoever counted knows it; may be NULL */
  guint n;      /* voices or answers the chart is made from */
  GPtrArray *items;  /* LasnaChartItem */
  GPtrArray *panels; /* LasnaChartPanel */
} LasnaChartData;

LasnaChartData *lasna_chart_data_new (LasnaChartKind kind,
                                      LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;
void lasna_chart_data_free (LasnaChartData *self);
LasnaChartItem *lasna_chart_data_add_item (LasnaChartData *self, const char *title);
gboolean lasna_chart_data_equal (const LasnaChartData *self, const LasnaChartData *other);
LasnaChartPanel *lasna_chart_data_add_panel (LasnaChartData *self, const char *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaChartData, lasna_chart_data_free)

G_END_DECLS
