/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the one-page summary says, in one language, before anybody thinks of its looks.
 */
#pragma once

#include "lasna-path-band.h"

G_BEGIN_DECLS

/* The most stages a page can carry. */
#define LASNA_SUMMARY_STAGES 9

#define LASNA_N_MOMENTS 3
#define LASNA_N_PROMISE_MODES 3

typedef struct
{
  char *letter; /* of the mode */
  char *title;
  char *channel; /* short name; may be NULL */
  char *owner;   /* initials; NULL where names are off */
} LasnaSummaryTouchpoint;

typedef struct
{
  char *label;
  LasnaInk ink; /* of its cluster */
  guint count;
} LasnaSummaryFeeling;

typedef struct
{
  LasnaPathStage *path; /* its title is the stage's */
  char *goal;
  int situation;          /* 1..4 as numbered on the path; 0: none */
  GPtrArray *touchpoints; /* LasnaSummaryTouchpoint */
  char *forest;           /* what we think happens out of sight; may be NULL */
  char *confidence;       /* of that, in words; may be NULL */
  char *wanted;
  LasnaInk wanted_ink;
  GPtrArray *felt; /* LasnaSummaryFeeling, destroying first, then the most frequent */
  guint n_no_feeling;
  guint n; /* voices of the stage */
  char *question;
  double task;    /* 0..100, NAN where not asked */
  double feeling; /* 0..100, NAN where not known */
  guint n_task;
  guint moments[LASNA_N_MOMENTS]; /* at contact, after the service, when wrong */
  char *voice;
  char *between_lines;
} LasnaSummaryStage;

typedef enum
{
  LASNA_PROMISE_NOT_CHECKED,
  LASNA_PROMISE_IN_LINE,
  LASNA_PROMISE_PARTLY,
  LASNA_PROMISE_CONTRADICTS,
} LasnaPromiseState;

typedef struct
{
  char *touchpoint;
  LasnaPromiseState states[LASNA_N_PROMISE_MODES]; /* pictures, words, deeds */
} LasnaSummaryPromise;

typedef struct
{
  char *title;
  char *who;
  char *channel;
  char *first_words;
  char *mandate;
} LasnaSummaryProblem;

typedef struct
{
  char *title;
  char *owner;
  char *due; /* as the language writes it */
} LasnaSummaryAction;

typedef struct
{
  LasnaLanguage language;
  char *title;
  char *promise;
  char *service;
  char *segment;
  char *whose;
  char *period; /* as the language writes it; NULL without feedback */
  guint n;      /* voices of the journey */
  char *nps;    /* a finished figure such as "NPS® 42"; NULL: not printed */
  char *version;
  char *reviewed;
  char *author; /* NULL where names are off */
  char *workbook;
  char *printed;       /* date and time of printing */
  GPtrArray *stages;   /* LasnaSummaryStage */
  GPtrArray *promises; /* LasnaSummaryPromise that are not in line */
  guint n_checked;     /* touchpoints checked, of */
  guint n_touchpoints;
  GPtrArray *problems; /* LasnaSummaryProblem, the likeliest first */
  GPtrArray *actions;  /* LasnaSummaryAction, the next first */
} LasnaSummaryContent;

typedef void (*LasnaTextFunc) (char **text, gpointer data);

LasnaSummaryContent *lasna_summary_content_new (LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;
void lasna_summary_content_free (LasnaSummaryContent *self);
void
lasna_summary_content_foreach_text (LasnaSummaryContent *self, LasnaTextFunc func, gpointer data);
LasnaSummaryStage *lasna_summary_content_add_stage (LasnaSummaryContent *self, const char *title);
LasnaSummaryTouchpoint *
lasna_summary_stage_add_touchpoint (LasnaSummaryStage *self, const char *letter, const char *title);
void lasna_summary_stage_add_feeling (LasnaSummaryStage *self,
                                      const char *label,
                                      LasnaInk ink,
                                      guint count);
LasnaSummaryPromise *lasna_summary_content_add_promise (LasnaSummaryContent *self,
                                                        const char *touchpoint);
LasnaSummaryProblem *lasna_summary_content_add_problem (LasnaSummaryContent *self,
                                                        const char *title);
LasnaSummaryAction *lasna_summary_content_add_action (LasnaSummaryContent *self, const char *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaSummaryContent, lasna_summary_content_free)

G_END_DECLS
