/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the summary's layout share: the measures of the page and small helpers.
 */
#pragma once

#include "lasna-summary-layout.h"

G_BEGIN_DECLS

/* Points of the drawing in a millimetre. */
#define MM (72.0 / 25.4)

#define RULE (0.25 * MM)
#define HAIR (0.15 * MM)
#define PAD (1.5 * MM) /* between a column's edge and its words */

/* Each corner of the live area is free of words, for a pin. */
#define LASNA_PAGE_PIN (8 * MM)

#define BODY 8.0
#define SMALLEST 7.0

typedef struct
{
  LasnaLayout *layout;
  LasnaTypesetter *typesetter;
  const LasnaSummaryContent *content;
  LasnaLanguage language;
  guint n;     /* stages */
  double left; /* of the live area */
  double right;
  double bottom;
  double first;  /* left edge of the first column */
  double column; /* width of one */
  double taller; /* what the paper is higher than A4 */
} Page;

double lasna_page_get_x (const Page *page, guint column);
const LasnaSummaryStage *lasna_page_get_stage (const Page *page, guint column);
const char *lasna_page_say (const Page *page, const char *msgid) G_GNUC_FORMAT (2);
char *lasna_page_dup_quoted (const Page *page, const char *text) G_GNUC_WARN_UNUSED_RESULT;

void lasna_page_add_label (Page *page, const char *label, double y);
void lasna_page_note_shortening (
    Page *page, const char *role, int column, const char *label, const char *whole);

double lasna_page_get_text_width (const Page *page);
double lasna_page_get_text_x (const Page *page, guint column);
const char *lasna_page_get_silence (const Page *page, guint n);

void lasna_page_add_goals (Page *page, double y);
void lasna_page_add_path (Page *page, double y);
void lasna_page_add_touchpoints (Page *page, double y, double height);
double lasna_page_get_feelings_need (Page *page);
void lasna_page_add_feelings (Page *page, double y, double height);
double lasna_page_get_questions_need (Page *page);
void lasna_page_add_feedback (Page *page, double y, double height);
double lasna_page_get_voices_need (Page *page);
void lasna_page_add_voices (Page *page, double y, double height);

void lasna_page_add_promises (Page *page, LasnaRect box);
void lasna_page_add_problems (Page *page, LasnaRect box);
void lasna_page_add_actions (Page *page, LasnaRect box);
double lasna_page_get_foot_height (const Page *page);
void lasna_page_add_foot (Page *page, double y);

G_END_DECLS
