/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Key drivers: which parts of the experience go together with the whole.
 */
#pragma once

#include "lasna-measures.h"
#include "lasna-selection.h"
#include "lasna-shapley.h"

G_BEGIN_DECLS

/* Voices for each driver: under the first there is no answer, under the second it is indicative. */
#define LASNA_DRIVERS_VOICES_MIN 5
#define LASNA_DRIVERS_VOICES_GOOD 10

/* Why a part is not weighed. */
typedef enum
{
  LASNA_DRIVER_WEIGHED,
  LASNA_DRIVER_SELDOM,   /* fewer than half of those who answered the outcome answered it */
  LASNA_DRIVER_CONSTANT, /* all gave the same answer */
  LASNA_DRIVER_ECHO,     /* the others say the same already (collinear) */
  LASNA_DRIVER_TOO_MANY, /* others that were answered more often are weighed already */
} LasnaDriverState;

/* The quadrants of importance and performance (Martilla and James 1977). */
typedef enum
{
  LASNA_QUADRANT_CONCENTRATE, /* important and weak */
  LASNA_QUADRANT_KEEP,        /* important and strong */
  LASNA_QUADRANT_LOW,         /* less important and weak */
  LASNA_QUADRANT_OVERKILL,    /* less important and strong */
} LasnaQuadrant;

/* What is weighed. */
typedef enum
{
  LASNA_DRIVER_QUESTION,
  LASNA_DRIVER_TASK,
  LASNA_DRIVER_FEELING,
} LasnaDriverKind;

typedef struct
{
  LasnaDriverKind kind;
  guint question;         /* its place in the questions of the columns */
  char *title;            /* the question as it was asked */
  LasnaDriverState state; /* the figures below are NAN unless it is weighed */
  guint n;                /* voices in view that answered it */
  double importance;      /* its share of what is explained, 0 to 100 */
  double performance;     /* its mean on 0 to 100, 100 the best */
  double correlation;     /* with the outcome, -1 to +1, and its 95 % interval (Fisher) */
  double low;
  double high;
  LasnaQuadrant quadrant; /* by the means of the weighed ones */
} LasnaDriver;

typedef enum
{
  LASNA_DRIVERS_READY,
  LASNA_DRIVERS_NO_OUTCOME, /* nobody in view answered the outcome, or all gave the same answer */
  LASNA_DRIVERS_NO_PARTS,   /* fewer than two parts can be weighed */
  LASNA_DRIVERS_FEW,        /* too few voices for so many parts */
} LasnaDriversState;

typedef struct
{
  LasnaDriversState state;
  LasnaMeasureKind outcome;
  guint question;    /* that tells the outcome; G_MAXUINT for climate */
  guint n;           /* voices that answered the outcome and every weighed part */
  guint n_left_out;  /* voices that answered the outcome but not every weighed part */
  gboolean is_small; /* indicative: fewer than ten voices for each part */
  double r2;         /* how much of the outcome they explain together, 0 to 1 */
  double importance; /* means of the weighed ones, where the quadrants meet */
  double performance;
  GPtrArray *drivers; /* LasnaDriver, weighed ones first, the most important first */
} LasnaDrivers;

LasnaDrivers *lasna_drivers_new (const LasnaSelection *selection,
                                 LasnaMeasureKind outcome,
                                 LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;
LasnaDrivers *lasna_drivers_new_any (const LasnaSelection *selection,
                                     LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;
void lasna_drivers_free (LasnaDrivers *self);

const char *lasna_drivers_get_definition (void);
const char *lasna_driver_state_get_sentence (LasnaDriverState state);
const char *lasna_quadrant_get_code (LasnaQuadrant quadrant);
const char *lasna_quadrant_get_title (LasnaQuadrant quadrant);
char *lasna_drivers_dup_sentence (const LasnaDrivers *self,
                                  LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaDrivers, lasna_drivers_free)

G_END_DECLS
