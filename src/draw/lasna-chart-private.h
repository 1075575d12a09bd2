/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the kinds of chart share, and what each must give.
 */
#pragma once

#include "lasna-chart.h"

G_BEGIN_DECLS

/* Sizes of text, in units of the drawing. */
#define LASNA_CHART_TITLE 15.0
#define LASNA_CHART_TEXT 11.5
#define LASNA_CHART_SMALL 10.0
#define LASNA_CHART_SMALLEST 8.5

#define LASNA_CHART_MOST_HEADS 12

typedef struct
{
  LasnaLayout *layout;
  LasnaTypesetter *typesetter;
  const LasnaChartData *data;
  LasnaRect area; /* for the picture */
} LasnaChart;

/* A kind of chart; a new one is a file with these and a row in lasna-chart.c. */
typedef struct
{
  const char *number;                        /* "C1" */
  const char *name;                          /* as the command line calls it */
  const char *title;                         /* the question, untranslated */
  const char *definition;                    /* of the figures, untranslated */
  const char *empty;                         /* what to do where there is nothing, untranslated */
  const char *heads[LASNA_CHART_MOST_HEADS]; /* of the columns of the table, untranslated */
  gboolean shows_silence;                    /* it is worth looking at without any voice too */
  gboolean counts_answers;                   /* rather than voices */
  char *(*dup_answer) (const LasnaChartData *data);
  void (*add) (LasnaChart *chart);
  void (*add_rows) (const LasnaChartData *data, GPtrArray *rows);
} LasnaChartClass;

extern const LasnaChartClass lasna_chart_feelings;
extern const LasnaChartClass lasna_chart_awakened;
extern const LasnaChartClass lasna_chart_task;
extern const LasnaChartClass lasna_chart_deaf;
extern const LasnaChartClass lasna_chart_channels;
extern const LasnaChartClass lasna_chart_segments;
extern const LasnaChartClass lasna_chart_links;
extern const LasnaChartClass lasna_chart_replies;
extern const LasnaChartClass lasna_chart_scores;
extern const LasnaChartClass lasna_chart_trend;
extern const LasnaChartClass lasna_chart_drivers;

/* What a key shows, which looks like what it names. */
typedef enum
{
  LASNA_CHART_KEY_SIGN,
  LASNA_CHART_KEY_LINE,
  LASNA_CHART_KEY_UPRIGHT, /* a line across the rows */
  LASNA_CHART_KEY_STRIP,   /* a tinted strip between two lines */
  LASNA_CHART_KEY_AREA,    /* as bars are filled */
} LasnaChartKeyMark;

/* A mark and what it stands for. */
typedef struct
{
  LasnaSymbol symbol; /* of a sign */
  LasnaInk ink;
  const char *words;
  LasnaChartKeyMark mark;
} LasnaChartKey;

/* What n counts. */
typedef enum
{
  LASNA_CHART_N_VOICES,
  LASNA_CHART_N_FEELINGS, /* voices whose feeling is known */
} LasnaChartN;

/* One name a row, then n, then the plot. */
typedef struct
{
  LasnaChart *chart;
  LasnaRect plot;
  double names;    /* width for them */
  double counts_x; /* where n stands */
  double counts;   /* width for it */
  double row;      /* height of one */
} LasnaChartRows;

/* Shares of feelings on both sides of a zero line. */
typedef struct
{
  gboolean is_upright;
  double middle;    /* of the bar, across */
  double thickness; /* of the bar */
  double zero;      /* where the line is, along */
  double unit;      /* length of all feelings */
} LasnaChartStack;

void lasna_chart_add_row (GPtrArray *rows, ...) G_GNUC_NULL_TERMINATED;
char *lasna_chart_dup_figure (const LasnaChartData *data, guint n, double value, int decimals)
    G_GNUC_WARN_UNUSED_RESULT;
char *
lasna_chart_dup_count (const LasnaChartData *data, guint n, guint count) G_GNUC_WARN_UNUSED_RESULT;
const char *lasna_chart_get_moment (guint moment, LasnaLanguage language);
const char *lasna_chart_get_cluster (guint cluster, LasnaLanguage language);
LasnaInk lasna_chart_get_cluster_ink (guint cluster);
gboolean lasna_chart_has_mean (const LasnaChartItem *item);

void lasna_chart_add_interval (
    LasnaChart *chart, int column, LasnaPoint from, LasnaPoint to, LasnaInk ink);
double lasna_chart_add_keys (LasnaChart *chart, const LasnaChartKey *keys, guint n, LasnaRect box);

char *lasna_chart_dup_counted (const LasnaChart *chart, LasnaChartN what, guint n, double width)
    G_GNUC_WARN_UNUSED_RESULT;
void lasna_chart_rows_begin (LasnaChartRows *self, LasnaChart *chart, double head, double foot);
double lasna_chart_rows_get_y (const LasnaChartRows *self, guint i);
void
lasna_chart_rows_add_counted (LasnaChartRows *self, guint i, const char *words, const char *brief);
void lasna_chart_rows_add_name (LasnaChartRows *self, guint i, LasnaChartN what, guint n);
void lasna_chart_rows_add_tick (LasnaChartRows *self, double x, const char *words, gboolean strong);
void lasna_chart_rows_add_region (LasnaChartRows *self, guint i, char *sentence);

double lasna_chart_add_cluster_keys (LasnaChart *chart);
int lasna_chart_get_destroying (const LasnaChartItem *item);
void lasna_chart_stack_get_reach (const LasnaChartData *data, double *below, double *above);
void lasna_chart_add_stack (LasnaChart *chart, guint index, const LasnaChartStack *stack);
char *lasna_chart_dup_stack_sentence (const LasnaChartData *data,
                                      const LasnaChartItem *item) G_GNUC_WARN_UNUSED_RESULT;
void lasna_chart_add_stack_rows (const LasnaChartData *data, GPtrArray *rows);

G_END_DECLS
