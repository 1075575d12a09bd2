/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text set in lines: which size fits, where lines break, whether something was left out. One unit
 * is one unit of the drawing, so that lines break alike on screen, printer and file.
 */
#pragma once

#include <pango/pangocairo.h>

#include "lasna-hyphen.h"

G_BEGIN_DECLS

/* The font of pages and charts: Debian package fonts-open-sans. Of the fonts tried at 7 pt in
 * Finnish and Swedish it takes the least width with open letters, and has italics of its own.
 */
#define LASNA_PAGE_FONT "Open Sans"

/* Lines stand this many sizes apart. */
#define LASNA_LINE_PITCH 1.15

/* The baseline of a line is so many sizes below its upper edge. */
#define LASNA_BASELINE 0.9

typedef enum
{
  LASNA_ALIGN_START,
  LASNA_ALIGN_MIDDLE,
  LASNA_ALIGN_END,
} LasnaAlign;

typedef struct
{
  double size;
  double smallest; /* 0: the size itself */
  int max_lines;   /* 0: one */
  int weight;      /* 400, 600, 700; 0: 400 */
  gboolean italic;
  LasnaAlign align;
} LasnaTextStyle;

typedef struct
{
  char *text; /* what was to be said, whole */
  PangoLayout *layout;
  double size;
  double pitch;
  double box_width; /* what lines are aligned in */
  double width;     /* of the widest line */
  double last_width;
  double height;
  int n_lines;
  LasnaAlign align;
  gboolean parted; /* inside a word */
  gboolean shortened;
} LasnaTextBlock;

typedef struct _LasnaTypesetter LasnaTypesetter;

LasnaTypesetter *lasna_typesetter_new (LasnaLanguage language,
                                       const char *font) G_GNUC_WARN_UNUSED_RESULT;
void lasna_typesetter_free (LasnaTypesetter *self);
LasnaLanguage lasna_typesetter_get_language (LasnaTypesetter *self);
LasnaTextBlock *lasna_typesetter_set (LasnaTypesetter *self,
                                      const char *text,
                                      const LasnaTextStyle *style,
                                      double width) G_GNUC_WARN_UNUSED_RESULT;

void lasna_text_block_free (LasnaTextBlock *self);
void lasna_text_block_fade_from (LasnaTextBlock *self, const char *rest);
void lasna_text_block_draw (LasnaTextBlock *self, cairo_t *cr, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaTypesetter, lasna_typesetter_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaTextBlock, lasna_text_block_free)

G_END_DECLS
