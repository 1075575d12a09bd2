/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lookups in what ships with the program. Each file is read when it is first asked for: a window
 * that only needs labels never reads the checklists.
 */
#include "config.h"

#include "lasna-catalogue-private.h"

struct _LasnaCatalogue
{
  GOnce terms;
  GOnce emotions;
  GOnce channels;
  GOnce scales;
  GOnce journeys;
  GOnce checklists;
};

static const LasnaTermsFile *
get_terms (LasnaCatalogue *self)
{
  return g_once (&self->terms, lasna_catalogue_load_terms, self);
}

static const LasnaEmotionsFile *
get_emotions (LasnaCatalogue *self)
{
  return g_once (&self->emotions, lasna_catalogue_load_emotions, self);
}

static const LasnaChannelsFile *
get_channels (LasnaCatalogue *self)
{
  return g_once (&self->channels, lasna_catalogue_load_channels, self);
}

static const LasnaScalesFile *
get_scales (LasnaCatalogue *self)
{
  return g_once (&self->scales, lasna_catalogue_load_scales, self);
}

static const LasnaJourneysFile *
get_journeys (LasnaCatalogue *self)
{
  return g_once (&self->journeys, lasna_catalogue_load_journeys, self);
}

static const LasnaChecklistsFile *
get_checklists (LasnaCatalogue *self)
{
  return g_once (&self->checklists, lasna_catalogue_load_checklists, self);
}

/* The vocabularies come first: nearly every set is there. */
static const LasnaIndexedSet *
find_set (LasnaCatalogue *self, const char *id)
{
  const LasnaIndexedSet *set = g_hash_table_lookup (get_terms (self)->sets, id);

  if (set == NULL)
    set = g_hash_table_lookup (get_emotions (self)->sets, id);
  if (set == NULL)
    set = g_hash_table_lookup (get_channels (self)->sets, id);
  if (set == NULL)
    set = g_hash_table_lookup (get_scales (self)->sets, id);
  return set;
}

/**
 * lasna_catalogue_get_default:
 *
 * Returns: (transfer none): the one catalogue there is, for any thread
 */
LasnaCatalogue *
lasna_catalogue_get_default (void)
{
  static LasnaCatalogue catalogue = { G_ONCE_INIT, G_ONCE_INIT, G_ONCE_INIT,
                                      G_ONCE_INIT, G_ONCE_INIT, G_ONCE_INIT };

  return &catalogue;
}

/**
 * lasna_catalogue_get_set:
 * @set: the set's id, such as visibility; emotion, cluster, channel, channel-group and scale too
 *
 * Returns: (nullable): the set with its values in order
 */
const LasnaTermSet *
lasna_catalogue_get_set (LasnaCatalogue *self, const char *set)
{
  g_return_val_if_fail (set != NULL, NULL);

  return (const LasnaTermSet *) find_set (self, set);
}

/**
 * lasna_catalogue_get_term:
 * @term: (nullable): the whole id, such as visibility.hidden
 *
 * Returns: (nullable): the value; NULL where the set has no such value
 */
const LasnaTerm *
lasna_catalogue_get_term (LasnaCatalogue *self, const char *set, const char *term)
{
  g_return_val_if_fail (set != NULL, NULL);

  const LasnaIndexedSet *found = find_set (self, set);

  return found != NULL && term != NULL ? g_hash_table_lookup (found->terms, term) : NULL;
}

/**
 * lasna_catalogue_get_label:
 * @term: (nullable): the whole id
 *
 * Returns: (transfer none): the label of @term; @term itself where the set has no such value, so
 *   that a file with words of its own still shows something
 */
const char *
lasna_catalogue_get_label (LasnaCatalogue *self,
                           const char *set,
                           const char *term,
                           LasnaLanguage language)
{
  g_return_val_if_fail (language < LASNA_N_LANGUAGES, term);

  const LasnaTerm *found = lasna_catalogue_get_term (self, set, term);

  return found != NULL ? found->label.in[language] : term;
}

/**
 * lasna_catalogue_get_no_feeling:
 *
 * An answer, not an emotion: no member of the set of emotions.
 *
 * Returns: (transfer none): emotion.none and its label
 */
const LasnaTerm *
lasna_catalogue_get_no_feeling (LasnaCatalogue *self)
{
  return &get_emotions (self)->no_feeling;
}

/**
 * lasna_catalogue_get_clusters:
 *
 * Returns: (transfer none): from destroying to advocacy, ending in NULL
 */
const LasnaCluster *const *
lasna_catalogue_get_clusters (LasnaCatalogue *self)
{
  return get_emotions (self)->clusters;
}

/**
 * lasna_catalogue_get_emotions:
 *
 * Returns: (transfer none): the 20 emotions, destroying ones first, ending in NULL
 */
const LasnaCatalogueEmotion *const *
lasna_catalogue_get_emotions (LasnaCatalogue *self)
{
  return get_emotions (self)->emotions;
}

/**
 * lasna_catalogue_get_channels:
 *
 * Returns: (transfer none): group by group, ending in NULL
 */
const LasnaCatalogueChannel *const *
lasna_catalogue_get_channels (LasnaCatalogue *self)
{
  return get_channels (self)->channels;
}

/**
 * lasna_catalogue_get_journeys:
 *
 * Returns: (transfer none): the journey templates, ending in NULL
 */
const LasnaJourneyTemplate *const *
lasna_catalogue_get_journeys (LasnaCatalogue *self)
{
  return get_journeys (self)->journeys;
}

/**
 * lasna_catalogue_get_checklists:
 *
 * Returns: (transfer none): the checklist templates, ending in NULL
 */
const LasnaChecklistCatalogue *const *
lasna_catalogue_get_checklists (LasnaCatalogue *self)
{
  return get_checklists (self)->checklists;
}

/**
 * lasna_catalogue_get_scales:
 *
 * Returns: (transfer none): the scales of checklists and feedback, ending in NULL
 */
const LasnaScale *const *
lasna_catalogue_get_scales (LasnaCatalogue *self)
{
  return get_scales (self)->scales;
}

/**
 * lasna_catalogue_find_emotion:
 *
 * Returns: (nullable): the emotion of that id
 */
const LasnaCatalogueEmotion *
lasna_catalogue_find_emotion (LasnaCatalogue *self, const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (get_emotions (self)->by_id, id);
}

/**
 * lasna_catalogue_find_channel:
 *
 * Returns: (nullable): the channel of that id
 */
const LasnaCatalogueChannel *
lasna_catalogue_find_channel (LasnaCatalogue *self, const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (get_channels (self)->by_id, id);
}

/**
 * lasna_catalogue_find_journey:
 *
 * Returns: (nullable): the journey template of that id
 */
const LasnaJourneyTemplate *
lasna_catalogue_find_journey (LasnaCatalogue *self, const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (get_journeys (self)->by_id, id);
}

/**
 * lasna_catalogue_find_checklist:
 *
 * Returns: (nullable): the checklist template of that id
 */
const LasnaChecklistCatalogue *
lasna_catalogue_find_checklist (LasnaCatalogue *self, const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (get_checklists (self)->by_id, id);
}

/**
 * lasna_catalogue_find_scale:
 *
 * Returns: (nullable): the scale of that id
 */
const LasnaScale *
lasna_catalogue_find_scale (LasnaCatalogue *self, const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (get_scales (self)->by_id, id);
}

/**
 * lasna_catalogue_find_template_text:
 * @template_id: what the record was made from: the id of a journey, stage, touchpoint, checklist or
 *   item; a stage's id and ".hidden" for a hidden stretch, and ".problem" for a problem plan
 * @property: the record's property, such as customer-goal
 *
 * Returns: (nullable): what the template says there; NULL where it says nothing
 */
const LasnaText *
lasna_catalogue_find_template_text (LasnaCatalogue *self,
                                    const char *template_id,
                                    const char *property)
{
  g_return_val_if_fail (template_id != NULL, NULL);
  g_return_val_if_fail (property != NULL, NULL);

  const LasnaText *text =
      lasna_catalogue_find_text_of_template (get_journeys (self)->templates, template_id, property);

  if (text == NULL)
    text = lasna_catalogue_find_text_of_template (
        get_checklists (self)->templates, template_id, property);
  return text;
}
