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
  const char *title;      /* the question, untranslated */
  const char *definition; /* of the figures, untranslated */
  char *(*dup_answer) (const LasnaChartData *data);
  void (*add) (LasnaChart *chart);
  void (*add_rows) (const LasnaChartData *data, GPtrArray *rows);
} LasnaChartClass;

extern const LasnaChartClass lasna_chart_feelings;
extern const LasnaChartClass lasna_chart_deaf;

LasnaShape *lasna_chart_add_text (LasnaChart *chart,
                                  const char *role,
                                  int column,
                                  const char *text,
                                  const LasnaTextStyle *style,
                                  LasnaRect box,
                                  LasnaInk ink);
void lasna_chart_add_row (GPtrArray *rows, ...) G_GNUC_NULL_TERMINATED;
const char *lasna_chart_get_moment (guint moment, LasnaLanguage language);

G_END_DECLS
