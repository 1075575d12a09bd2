/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gathers one stage: its path, its touchpoints, what was wanted, felt and said.
 */
#include "config.h"

#include "lasna-summary-stage.h"

#include "lasna-emotions.h"
#include "lasna-heights.h"
#include "lasna-hidden-stretch.h"
#include "lasna-index.h"
#include "lasna-promise-check.h"
#include "lasna-stage.h"
#include "lasna-symbol.h"

#include <math.h>
#include <string.h>

#define MOST_INITIALS 3

/* The main desired emotion, else the first of the desired ones. */
const char *
lasna_summary_get_wanted (LasnaRecord *stage)
{
  GListModel *targets = lasna_record_get_children (stage, "emotion_target", "stage");
  const char *wanted = lasna_heights_get_main_emotion (stage);

  for (guint i = 0; wanted == NULL && i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (LasnaRecord) target = g_list_model_get_item (targets, i);

      if (g_strcmp0 (lasna_record_get_text (target, "kind"), "target.desired") == 0)
        wanted = lasna_record_get_text (target, "emotion");
    }
  return wanted;
}

LasnaInk
lasna_summary_get_ink (LasnaWorkbook *workbook, const char *emotion)
{
  const LasnaCluster *cluster = lasna_emotions_get_cluster (workbook, emotion);

  return lasna_ink_of_cluster (cluster != NULL ? cluster->id : NULL);
}

static char *
dup_text (const Gather *gather, LasnaRecord *record, const char *property)
{
  g_autofree char *text = lasna_record_dup_text_in (record, property, gather->language);

  if (text == NULL || *g_strstrip (text) == '\0')
    return NULL;
  return g_steal_pointer (&text);
}

static const char *
get_label (const Gather *gather, const char *set, const char *term)
{
  return term != NULL
             ? lasna_workbook_get_term_label (gather->workbook, set, term, gather->language)
             : NULL;
}

static char *
dup_initials (const char *name)
{
  GString *out = g_string_new (NULL);
  gboolean start = TRUE;
  guint n = 0;

  for (const char *at = name; *at != '\0' && n < MOST_INITIALS; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (start && g_unichar_isalpha (c))
        {
          g_string_append_unichar (out, g_unichar_toupper (c));
          n++;
        }
      start = g_unichar_isspace (c) || c == '-';
    }
  return g_string_free (out, FALSE);
}

/* The place of a term in its set, from 1; 0 where it is not in it. */
static int
get_number (const Gather *gather, const char *set, const char *term)
{
  const LasnaTermSet *terms =
      lasna_catalogue_get_set (lasna_workbook_get_catalogue (gather->workbook), set);

  for (guint i = 0; terms != NULL && i < terms->n_terms; i++)
    if (g_strcmp0 (terms->terms[i].id, term) == 0)
      return (int) i + 1;
  return 0;
}

static gboolean
is_heard (const LasnaHeard *heard, gint64 touchpoint)
{
  for (guint i = 0; heard != NULL && i < heard->touchpoints->len; i++)
    if (g_array_index (heard->touchpoints, gint64, i) == touchpoint)
      return TRUE;
  return FALSE;
}

static LasnaStopKind
get_stop_kind (LasnaRecord *touchpoint)
{
  const char *visibility = lasna_record_get_text (touchpoint, "visibility");

  if (g_strcmp0 (visibility, "visibility.hidden") == 0)
    return LASNA_STOP_HIDDEN;
  if (g_strcmp0 (visibility, "visibility.glimpsed") == 0)
    return LASNA_STOP_GLIMPSED;
  return LASNA_STOP_VISIBLE;
}

static char *
dup_channel (const Gather *gather, LasnaRecord *touchpoint)
{
  GListModel *channels = lasna_record_get_children (touchpoint, "touchpoint_channel", "touchpoint");
  g_autoptr (LasnaRecord) first = g_list_model_get_item (channels, 0);
  const char *channel = first != NULL ? lasna_record_get_text (first, "channel") : NULL;
  const char *label = get_label (gather, "channel", channel);
  const LasnaCatalogueChannel *known =
      channel != NULL
          ? lasna_catalogue_find_channel (lasna_workbook_get_catalogue (gather->workbook), channel)
          : NULL;

  /* The forest is not a channel, though the catalogue has a name for it. */
  if (label == NULL || g_str_equal (channel, "channel.other.none"))
    return NULL;
  if (known != NULL && g_str_equal (label, known->title.in[gather->language]))
    label = known->short_title.in[gather->language];
  return g_strdup (label);
}

static void
gather_touchpoint (const Gather *gather, LasnaSummaryStage *stage, LasnaRecord *record)
{
  LasnaRecord *owner = lasna_record_get_reference (record, "owner");
  const char *letter =
      lasna_mode_get_letter (lasna_record_get_text (record, "mode"), gather->language);
  g_autofree char *title = dup_text (gather, record, "title");
  LasnaSummaryTouchpoint *touchpoint = lasna_summary_stage_add_touchpoint (stage, letter, title);
  LasnaPathStop *stop = lasna_path_stage_add_stop (stage->path, get_stop_kind (record), title);

  touchpoint->channel = dup_channel (gather, record);
  if (gather->names && owner != NULL)
    touchpoint->owner = dup_initials (lasna_record_get_text (owner, "display-name"));
  stop->letter = g_strdup (letter);
  stop->is_extra = lasna_record_get_flag (record, "is-extra");
  stop->has_feedback = is_heard (gather->heard, lasna_record_get_id (record));
}

static char *
dup_memory (const Gather *gather, LasnaRecord *stretch)
{
  LasnaRecord *encounter = lasna_record_get_reference (stretch, "memory-from");
  char *memory = dup_text (gather, stretch, "memory-carried");

  if (memory == NULL && encounter != NULL)
    memory = dup_text (gather, encounter, "memory");
  return memory;
}

/* Adds the stretches that lie after (or before) @touchpoint; NULL: those between no two. */
static void
gather_stretches (const Gather *gather,
                  LasnaSummaryStage *stage,
                  GListModel *stretches,
                  LasnaRecord *touchpoint,
                  gboolean after)
{
  for (guint i = 0; i < g_list_model_get_n_items (stretches); i++)
    {
      g_autoptr (LasnaRecord) stretch = g_list_model_get_item (stretches, i);
      LasnaRecord *previous = lasna_record_get_reference (stretch, "after-touchpoint");
      LasnaRecord *next = lasna_record_get_reference (stretch, "before-touchpoint");
      gboolean here = touchpoint == NULL ? previous == NULL && next == NULL
                      : after            ? previous == touchpoint
                                         : previous == NULL && next == touchpoint;
      g_autofree char *assumption = NULL;

      if (!here)
        continue;
      assumption = dup_text (gather, stretch, "assumption");
      lasna_path_stage_add_stop (stage->path, LASNA_STOP_STRETCH, assumption)->memory =
          dup_memory (gather, stretch);
    }
}

static void
gather_path (const Gather *gather, LasnaSummaryStage *stage, LasnaRecord *record)
{
  GListModel *touchpoints = lasna_record_get_children (record, "touchpoint", "stage");
  GListModel *stretches = lasna_record_get_children (record, "hidden_stretch", "stage");
  LasnaHiddenStretch *first = lasna_stage_get_stretch (LASNA_STAGE (record));

  for (guint i = 0; i < g_list_model_get_n_items (touchpoints); i++)
    {
      g_autoptr (LasnaRecord) touchpoint = g_list_model_get_item (touchpoints, i);

      if (g_strcmp0 (lasna_record_get_text (touchpoint, "state"), "touchpoint.retired") == 0)
        continue;
      gather_stretches (gather, stage, stretches, touchpoint, FALSE);
      gather_touchpoint (gather, stage, touchpoint);
      gather_stretches (gather, stage, stretches, touchpoint, TRUE);
    }
  gather_stretches (gather, stage, stretches, NULL, FALSE);
  if (first != NULL)
    {
      stage->forest = dup_text (gather, LASNA_RECORD (first), "assumption");
      stage->confidence =
          g_strdup (get_label (gather, "confidence", lasna_hidden_stretch_get_confidence (first)));
    }
}

/* Set by hand on the stage, else the mean of what was set on its touchpoints. */
static double
get_believed (LasnaRecord *record)
{
  GListModel *touchpoints = lasna_record_get_children (record, "touchpoint", "stage");
  double sum = 0;
  guint n = 0;

  if (!isnan (lasna_heights_get_believed (record)))
    return lasna_heights_get_believed (record);
  for (guint i = 0; i < g_list_model_get_n_items (touchpoints); i++)
    {
      g_autoptr (LasnaRecord) touchpoint = g_list_model_get_item (touchpoints, i);

      double height = lasna_heights_get_believed (touchpoint);

      if (isnan (height))
        continue;
      sum += height;
      n++;
    }
  return n > 0 ? sum / n : NAN;
}

typedef struct
{
  const LasnaHeardFeeling *feeling;
  LasnaInk ink;
} Felt;

/* Destroying first; then the most frequent. */
static int
compare_felt (gconstpointer first, gconstpointer second)
{
  const Felt *one = first;
  const Felt *other = second;
  gboolean bad = one->ink == LASNA_INK_DESTROYING;
  gboolean other_bad = other->ink == LASNA_INK_DESTROYING;

  if (bad != other_bad)
    return other_bad - bad;
  return (one->feeling->count < other->feeling->count) -
         (one->feeling->count > other->feeling->count);
}

/* The two most frequent feelings; where a destroying one was felt, the most frequent of those comes
 * first and the most frequent of all others second.
 */
static void
gather_felt (const Gather *gather, LasnaSummaryStage *stage, const LasnaHeardStage *heard)
{
  g_autoptr (GArray) felt = g_array_new (FALSE, FALSE, sizeof (Felt));

  for (guint i = 0; i < heard->feelings->len; i++)
    {
      const LasnaHeardFeeling *feeling = &g_array_index (heard->feelings, LasnaHeardFeeling, i);
      Felt one = { feeling, lasna_summary_get_ink (gather->workbook, feeling->emotion) };

      if (feeling->count > 0)
        g_array_append_val (felt, one);
    }
  g_array_sort (felt, compare_felt);
  for (guint i = 0; i < felt->len; i++)
    {
      const Felt *one = &g_array_index (felt, Felt, i);

      if (i > 0 && i + 1 < felt->len && one->ink == LASNA_INK_DESTROYING)
        continue;
      lasna_summary_stage_add_feeling (stage,
                                       get_label (gather, "emotion", one->feeling->emotion),
                                       one->ink,
                                       one->feeling->count);
    }
}

static void
gather_heard (const Gather *gather, LasnaSummaryStage *stage, const LasnaHeardStage *heard)
{
  LasnaPathStage *path = stage->path;

  path->felt = heard->climate;
  path->n_felt = heard->n_entries;
  path->n_entries = heard->n_entries;
  path->entries = g_memdup2 (heard->entries, heard->n_entries * sizeof *heard->entries);
  path->measured = heard->measured;
  path->measure = g_strdup (heard->measure);
  stage->n = heard->n;
  stage->n_task = heard->n_task;
  stage->task = heard->task;
  stage->feeling = lasna_index_feeling (heard->climate);
  stage->n_no_feeling = heard->n_no_feeling;
  memcpy (stage->moments, heard->moments, sizeof stage->moments);
  /* Among a few, words may tell who said them: a page gives only their number. */
  if (!lasna_is_small (heard->n))
    {
      stage->voice = g_strdup (heard->verbatim);
      stage->between_lines = g_strdup (heard->between_lines);
    }
  gather_felt (gather, stage, heard);
}

/* Adds a stage to the content. */
void
lasna_summary_gather_stage (Gather *gather, LasnaRecord *record)
{
  g_autofree char *title = dup_text (gather, record, "title");
  LasnaSummaryStage *stage = lasna_summary_content_add_stage (gather->content, title);
  const char *wanted = lasna_summary_get_wanted (record);
  const LasnaHeardStage *heard = lasna_heard_find (gather->heard, lasna_record_get_id (record));

  stage->goal = dup_text (gather, record, "customer-goal");
  stage->situation =
      get_number (gather, "contact-situation", lasna_record_get_text (record, "contact-situation"));
  stage->question = dup_text (gather, record, "feedback-question");
  stage->wanted = g_strdup (get_label (gather, "emotion", wanted));
  if (wanted != NULL)
    stage->wanted_ink = lasna_summary_get_ink (gather->workbook, wanted);
  stage->path->wanted = lasna_heights_get_wanted (record);
  stage->path->believed = get_believed (record);
  gather_path (gather, stage, record);
  if (heard != NULL)
    gather_heard (gather, stage, heard);
}

static LasnaPromiseState
read_state (const char *term)
{
  static const char *const terms[] = {
    [LASNA_PROMISE_NOT_CHECKED] = "promise-state.not-checked",
    [LASNA_PROMISE_IN_LINE] = "promise-state.in-line",
    [LASNA_PROMISE_PARTLY] = "promise-state.partly",
    [LASNA_PROMISE_CONTRADICTS] = "promise-state.contradicts",
  };

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    if (g_strcmp0 (term, terms[i]) == 0)
      return i;
  return LASNA_PROMISE_NOT_CHECKED;
}

/* The checks of each mode; returns the worst of them. */
static LasnaPromiseState
read_checks (LasnaRecord *touchpoint, LasnaPromiseState *states)
{
  static const char *const modes[] = { "promise.pictures", "promise.words", "promise.deeds" };

  for (guint i = 0; i < LASNA_N_PROMISE_MODES; i++)
    {
      LasnaPromiseCheck *check = lasna_promise_check_find (LASNA_TOUCHPOINT (touchpoint), modes[i]);

      if (check != NULL)
        states[i] = read_state (lasna_record_get_text (LASNA_RECORD (check), "state"));
    }
  return read_state (lasna_promise_check_get_state (LASNA_TOUCHPOINT (touchpoint)));
}

static gboolean
is_checked (const LasnaPromiseState *states)
{
  for (guint i = 0; i < LASNA_N_PROMISE_MODES; i++)
    if (states[i] != LASNA_PROMISE_NOT_CHECKED)
      return TRUE;
  return FALSE;
}

/* Adds the touchpoints where the promise is not kept, those that contradict it first. */
void
lasna_summary_gather_promises (Gather *gather)
{
  for (LasnaPromiseState wanted = LASNA_PROMISE_CONTRADICTS; wanted >= LASNA_PROMISE_PARTLY;
       wanted--)
    for (guint i = 0; i < gather->stages->len; i++)
      {
        GListModel *touchpoints = lasna_record_get_children (
            g_ptr_array_index (gather->stages, i), "touchpoint", "stage");

        for (guint j = 0; j < g_list_model_get_n_items (touchpoints); j++)
          {
            g_autoptr (LasnaRecord) touchpoint = g_list_model_get_item (touchpoints, j);
            LasnaPromiseState states[LASNA_N_PROMISE_MODES] = { 0 };
            LasnaPromiseState worst = read_checks (touchpoint, states);
            g_autofree char *title = dup_text (gather, touchpoint, "title");

            if (wanted == LASNA_PROMISE_PARTLY)
              {
                gather->content->n_touchpoints++;
                gather->content->n_checked += is_checked (states);
              }
            if (worst == wanted)
              memcpy (lasna_summary_content_add_promise (gather->content, title)->states,
                      states,
                      sizeof states);
          }
      }
}
