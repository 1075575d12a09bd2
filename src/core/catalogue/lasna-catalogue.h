/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What ships with the program in three languages: value sets, emotions, channels, journey and
 * checklist templates. Read once, never changed, shared by all workbooks and threads.
 */
#pragma once

#include "lasna-words.h"

G_BEGIN_DECLS

typedef struct _LasnaCatalogue LasnaCatalogue;

/* A text in every language; owned by the catalogue. */
typedef struct
{
  const char *in[LASNA_N_LANGUAGES];
} LasnaText;

/* One value of a closed list, such as visibility.hidden. */
typedef struct
{
  const char *id;
  LasnaText label;
} LasnaTerm;

typedef struct
{
  const char *id;
  LasnaText title;
  const LasnaTerm *terms;
  guint n_terms;
} LasnaTermSet;

typedef struct
{
  const char *id; /* cluster.destroying */
  int level;      /* 1 destroying .. 4 advocacy */
  LasnaText title;
  LasnaText advice;
} LasnaCluster;

typedef struct
{
  const char *id; /* emotion.hurried */
  const LasnaCluster *cluster;
  LasnaText label;
  int valence; /* -2..+2, a suggestion */
} LasnaCatalogueEmotion;

typedef struct
{
  const char *id;    /* channel.web.landing */
  const char *group; /* channel.web */
  LasnaText title;
  LasnaText short_title; /* where there is little room, and as people call it */
  LasnaText examples;
  const char *direct; /* terms of directness, availability, purpose; NULL: does not apply */
  const char *availability;
  const char *purpose;
  const char *carries; /* terms of the set carries, separated by spaces */
} LasnaCatalogueChannel;

typedef struct
{
  const char *id;
  LasnaText title;
  const char *channel; /* terms of channel, visibility, mode, party-role */
  const char *visibility;
  const char *mode;
  const char *customer_role;
  gboolean is_extra;
} LasnaTouchpointTemplate;

typedef struct
{
  const char *id; /* travel.explore */
  LasnaText title;
  LasnaText customer_goal;
  LasnaText hidden_stretch;
  LasnaText typical_problem;
  LasnaText feedback_question;
  LasnaText problem_who; /* a sketch, the same in every stage */
  LasnaText problem_first_words;
  LasnaText problem_help_channel;
  const char *contact_situation;
  const char *chain_link;
  const char *feedback_moment;
  const char *const *desired_emotions; /* NULL-terminated */
  const char *const *avoid_emotions;
  const char *const *checklists;
  const LasnaTouchpointTemplate *touchpoints;
  guint n_touchpoints;
} LasnaStageTemplate;

typedef struct
{
  const char *id; /* journey.travel */
  LasnaText title;
  LasnaText description;
  const char *market; /* market.b2c */
  const LasnaStageTemplate *stages;
  guint n_stages;
} LasnaJourneyTemplate;

typedef struct
{
  const char *id; /* presence-meeting.screens-away */
  LasnaText text;
  LasnaText why;
  LasnaText check;
  const char *tags; /* separated by spaces */
} LasnaItemTemplate;

typedef struct
{
  int value;
  LasnaText label;
} LasnaScaleStep;

typedef struct
{
  const char *id; /* scale.realised */
  LasnaText title;
  LasnaText not_relevant;
  LasnaText unanswered;
  const LasnaScaleStep *steps;
  guint n_steps;
  int counts_from; /* a lower answer adds nothing to a score: 1, but 2 in scale.works */
} LasnaScale;

typedef struct
{
  const char *id; /* checklist.presence-meeting */
  int version;
  LasnaText title;
  LasnaText intro;
  const LasnaScale *scale;
  const char *cadence; /* cadence.weekly */
  const char *setting; /* setting.physical */
  const char *const *contact_situations;
  const char *const *stages; /* stage template ids; empty: every stage */
  const LasnaItemTemplate *items;
  guint n_items;
} LasnaChecklistCatalogue;

LasnaCatalogue *lasna_catalogue_get_default (void);

const LasnaTermSet *lasna_catalogue_get_set (LasnaCatalogue *self, const char *set);
const LasnaTerm *lasna_catalogue_get_term (LasnaCatalogue *self, const char *set, const char *term);
const char *lasna_catalogue_get_label (LasnaCatalogue *self,
                                       const char *set,
                                       const char *term,
                                       LasnaLanguage language);
const LasnaTerm *lasna_catalogue_get_no_feeling (LasnaCatalogue *self);

const LasnaCluster *const *lasna_catalogue_get_clusters (LasnaCatalogue *self);
const LasnaCatalogueEmotion *const *lasna_catalogue_get_emotions (LasnaCatalogue *self);
const LasnaCatalogueChannel *const *lasna_catalogue_get_channels (LasnaCatalogue *self);
const LasnaJourneyTemplate *const *lasna_catalogue_get_journeys (LasnaCatalogue *self);
const LasnaChecklistCatalogue *const *lasna_catalogue_get_checklists (LasnaCatalogue *self);
const LasnaScale *const *lasna_catalogue_get_scales (LasnaCatalogue *self);

const LasnaCatalogueEmotion *lasna_catalogue_find_emotion (LasnaCatalogue *self, const char *id);
const LasnaCatalogueChannel *lasna_catalogue_find_channel (LasnaCatalogue *self, const char *id);
const LasnaJourneyTemplate *lasna_catalogue_find_journey (LasnaCatalogue *self, const char *id);
const LasnaChecklistCatalogue *lasna_catalogue_find_checklist (LasnaCatalogue *self,
                                                               const char *id);
const LasnaScale *lasna_catalogue_find_scale (LasnaCatalogue *self, const char *id);
const LasnaText *lasna_catalogue_find_template_text (LasnaCatalogue *self,
                                                     const char *template_id,
                                                     const char *property);

G_END_DECLS
