/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture before it is painted: boxes, lines, signs and texts with their meaning, and the regions
 * a person can point at, each with its sentence. Tests compare it, hover and keyboard focus use it,
 * the accessible description is made from it.
 */
#pragma once

#include "lasna-palette.h"
#include "lasna-text.h"

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} LasnaRect;

typedef struct
{
  double x;
  double y;
} LasnaPoint;

typedef enum
{
  LASNA_SHAPE_BOX,
  LASNA_SHAPE_LINE,
  LASNA_SHAPE_SYMBOL,
  LASNA_SHAPE_TEXT,
} LasnaShapeKind;

typedef struct
{
  LasnaShapeKind kind;
  const char *role; /* what it is in the picture, such as "stage-name"; static */
  int column;       /* the stage or datum it belongs to; -1: none */
  LasnaRect rect;
  LasnaInk ink;  /* of the text, sign or line */
  LasnaInk fill; /* of the area; LASNA_INK_NONE leaves it open */
  LasnaDash dash;
  double line;     /* width of the line; 0: none */
  double radius;   /* of the corners of a box */
  gboolean curved; /* points are a start and triples of Bezier points */
  gboolean closed;
  gboolean faded; /* stands back, because something else was chosen */
  gboolean halo;  /* a rim of the ground parts the text from what lies below */
  LasnaSymbol symbol;
  LasnaPoint *points; /* of a line */
  guint n_points;
  LasnaTextBlock *text;
} LasnaShape;

/* A thing a person can point at or move the focus to. */
typedef struct
{
  const char *role; /* static */
  int column;
  LasnaRect rect;
  char *sentence;
  char *where; /* conditions that choose what it stands for, one a line; may be NULL */
} LasnaRegion;

/* A text that did not fit. */
typedef struct
{
  const char *role; /* static: "voice", "touchpoint", ... */
  int column;
  char *place; /* what it is called, in the language of the picture */
  char *whole; /* the text as it was to be */
} LasnaShortening;

typedef struct
{
  double width; /* of the whole, enlarged */
  double height;
  double scale;      /* what shapes and regions are enlarged by when painted */
  char *title;       /* the accessible name, and that of the file */
  char *description; /* the picture in words */
  char *author;      /* may be NULL */
  GPtrArray *shapes; /* LasnaShape, in the order of painting */
  GPtrArray *regions;
  GPtrArray *shortenings;
} LasnaLayout;

LasnaLayout *lasna_layout_new (double width, double height) G_GNUC_WARN_UNUSED_RESULT;
void lasna_layout_free (LasnaLayout *self);

LasnaShape *lasna_layout_add_box (
    LasnaLayout *self, const char *role, int column, LasnaRect rect, LasnaInk fill);
LasnaShape *lasna_layout_add_rule (
    LasnaLayout *self, const char *role, LasnaPoint from, LasnaPoint to, LasnaInk ink, double line);
LasnaShape *lasna_layout_add_line (LasnaLayout *self,
                                   const char *role,
                                   int column,
                                   const LasnaPoint *points,
                                   guint n_points,
                                   LasnaInk ink,
                                   double line);
LasnaShape *lasna_layout_add_symbol (LasnaLayout *self,
                                     const char *role,
                                     int column,
                                     LasnaSymbol symbol,
                                     LasnaPoint middle,
                                     double size,
                                     LasnaInk ink);
LasnaShape *lasna_layout_add_text (LasnaLayout *self,
                                   const char *role,
                                   int column,
                                   LasnaTextBlock *text,
                                   double x,
                                   double y,
                                   LasnaInk ink);
LasnaShape *lasna_layout_set_text (LasnaLayout *self,
                                   LasnaTypesetter *typesetter,
                                   const char *role,
                                   int column,
                                   const char *text,
                                   const LasnaTextStyle *style,
                                   LasnaRect box,
                                   LasnaInk ink);
LasnaRegion *lasna_layout_add_region (
    LasnaLayout *self, const char *role, int column, LasnaRect rect, char *sentence);
void lasna_layout_add_shortening (
    LasnaLayout *self, const char *role, int column, const char *place, const char *whole);

const LasnaRegion *lasna_layout_find_region (const LasnaLayout *self, double x, double y);
gboolean lasna_rect_overlaps (const LasnaRect *one, const LasnaRect *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaLayout, lasna_layout_free)

G_END_DECLS
