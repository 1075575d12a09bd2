/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Emotions with the workbook's weights and words.
 */
#include "config.h"

#include "lasna-emotions.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The workbook's row of an emotion, or NULL; borrowed from the list of all. */
static LasnaRecord *
find_row (LasnaWorkbook *workbook, const char *emotion)
{
  GListModel *all = lasna_workbook_get_records (workbook, "emotion");

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LasnaRecord) row = g_list_model_get_item (all, i);

      if (g_strcmp0 (lasna_record_get_text (row, "code"), emotion) == 0)
        return row;
    }
  return NULL;
}

static const LasnaCluster *
find_cluster (LasnaWorkbook *workbook, const char *id)
{
  const LasnaCluster *const *clusters =
      lasna_catalogue_get_clusters (lasna_workbook_get_catalogue (workbook));

  for (; id != NULL && *clusters != NULL; clusters++)
    if (strcmp ((*clusters)->id, id) == 0)
      return *clusters;
  return NULL;
}

/**
 * lasna_emotions_get_cluster:
 *
 * Returns: (nullable): the cluster the workbook puts the emotion in, else the catalogue; NULL for a
 *   word that is not assigned yet
 */
const LasnaCluster *
lasna_emotions_get_cluster (LasnaWorkbook *workbook, const char *emotion)
{
  LasnaRecord *row = find_row (workbook, emotion);
  const LasnaCluster *own =
      row != NULL ? find_cluster (workbook, lasna_record_get_text (row, "cluster")) : NULL;
  const LasnaCatalogueEmotion *known;

  if (own != NULL)
    return own;
  known = lasna_catalogue_find_emotion (lasna_workbook_get_catalogue (workbook), emotion);
  return known != NULL ? known->cluster : NULL;
}

/**
 * lasna_emotions_get_valence:
 *
 * Returns: -2..+2 as the workbook weighs the emotion, else as the catalogue suggests; NAN for a
 *   word without a weight, which is in no climate
 */
double
lasna_emotions_get_valence (LasnaWorkbook *workbook, const char *emotion)
{
  LasnaRecord *row = find_row (workbook, emotion);
  const LasnaCatalogueEmotion *known;

  if (row != NULL && lasna_record_is_set (row, "valence"))
    return (double) CLAMP (lasna_record_get_integer (row, "valence"), -2, 2);
  known = lasna_catalogue_find_emotion (lasna_workbook_get_catalogue (workbook), emotion);
  return known != NULL ? known->valence : NAN;
}

/**
 * lasna_emotions_is_destroying:
 */
gboolean
lasna_emotions_is_destroying (LasnaWorkbook *workbook, const char *emotion)
{
  const LasnaCluster *cluster = lasna_emotions_get_cluster (workbook, emotion);

  return cluster != NULL && cluster->level == 1;
}

/* Words without a cluster come last. */
static int
get_level (LasnaWorkbook *workbook, const char *emotion)
{
  const LasnaCluster *cluster = lasna_emotions_get_cluster (workbook, emotion);

  return cluster != NULL ? cluster->level : G_MAXINT;
}

/* The place in the catalogue; own words come after it in the order they were made. */
static guint
get_place (LasnaWorkbook *workbook, const char *emotion)
{
  const LasnaCatalogueEmotion *const *emotions =
      lasna_catalogue_get_emotions (lasna_workbook_get_catalogue (workbook));
  LasnaRecord *row;
  guint place = 0;
  guint n;

  for (; emotions[place] != NULL; place++)
    if (strcmp (emotions[place]->id, emotion) == 0)
      return place;
  row = find_row (workbook, emotion);
  n = g_list_model_get_n_items (lasna_workbook_get_records (workbook, "emotion"));
  for (guint i = 0; row != NULL && i < n; i++)
    {
      g_autoptr (LasnaRecord) at =
          g_list_model_get_item (lasna_workbook_get_records (workbook, "emotion"), i);

      if (at == row)
        return place + i;
    }
  return place + n;
}

/**
 * lasna_emotions_compare:
 *
 * The order of lists and charts: destroying first, then cluster by cluster, words without a cluster
 * last; inside a cluster the catalogue's order, then own words.
 *
 * Returns: less than, equal to or greater than 0
 */
int
lasna_emotions_compare (LasnaWorkbook *workbook, const char *one, const char *two)
{
  int level = get_level (workbook, one);
  int other_level = get_level (workbook, two);
  guint place;
  guint other_place;

  if (level != other_level)
    return level < other_level ? -1 : 1;
  place = get_place (workbook, one);
  other_place = get_place (workbook, two);
  return (place > other_place) - (place < other_place);
}

static int
compare_cb (gconstpointer one, gconstpointer two, gpointer workbook)
{
  return lasna_emotions_compare (workbook, *(const char *const *) one, *(const char *const *) two);
}

/**
 * lasna_emotions_list:
 *
 * Returns: (transfer full): the ids of all emotions that can be chosen, own words included, in the
 *   order of lasna_emotions_compare()
 */
char **
lasna_emotions_list (LasnaWorkbook *workbook)
{
  LasnaCatalogue *catalogue = lasna_workbook_get_catalogue (workbook);
  const LasnaCatalogueEmotion *const *known = lasna_catalogue_get_emotions (catalogue);
  GListModel *rows = lasna_workbook_get_records (workbook, "emotion");
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; known[i] != NULL; i++)
    g_ptr_array_add (ids, g_strdup (known[i]->id));
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (LasnaRecord) row = g_list_model_get_item (rows, i);
      const char *code = lasna_record_get_text (row, "code");

      if (code != NULL && lasna_catalogue_find_emotion (catalogue, code) == NULL)
        g_ptr_array_add (ids, g_strdup (code));
    }
  g_ptr_array_sort_with_data (ids, compare_cb, workbook);
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (ids, FALSE);
}

/**
 * lasna_emotions_match:
 * @wanted: the main desired emotion
 * @felt: those felt most, three at most are looked at; ends in NULL
 *
 * Returns: whether what is wanted is among what is felt most
 */
LasnaTargetMatch
lasna_emotions_match (LasnaWorkbook *workbook, const char *wanted, const char *const *felt)
{
  const LasnaCluster *cluster = lasna_emotions_get_cluster (workbook, wanted);
  LasnaTargetMatch match = LASNA_TARGET_MISSED;

  for (guint i = 0; i < 3 && felt[i] != NULL; i++)
    {
      if (strcmp (felt[i], wanted) == 0)
        return LASNA_TARGET_MET;
      if (cluster != NULL && lasna_emotions_get_cluster (workbook, felt[i]) == cluster)
        match = LASNA_TARGET_CLOSE;
    }
  return match;
}

/**
 * lasna_emotions_set_valence:
 * @valence: -2..+2, or LASNA_UNSET for what the catalogue suggests
 *
 * Returns: whether the weight is saved
 */
gboolean
lasna_emotions_set_valence (LasnaWorkbook *workbook,
                            const char *emotion,
                            gint64 valence,
                            GError **error)
{
  LasnaRecord *row = find_row (workbook, emotion);
  g_autoptr (LasnaChange) change =
      lasna_workbook_begin (workbook, _ ("Change the weight of an emotion"));

  if (row != NULL)
    g_object_set (row, "valence", valence, NULL);
  else
    lasna_workbook_add (workbook, LASNA_TYPE_EMOTION, "code", emotion, "valence", valence, NULL);
  return lasna_change_commit (change, error);
}

/**
 * lasna_emotions_add_own:
 * @cluster: (nullable): such as cluster.destroying
 * @valence: -2..+2, or LASNA_UNSET
 *
 * Returns: (transfer none) (nullable): a new word for a feeling
 */
LasnaEmotion *
lasna_emotions_add_own (LasnaWorkbook *workbook,
                        const char *label,
                        const char *cluster,
                        gint64 valence)
{
  g_autofree char *code = g_strdup_printf (
      "own.%" G_GINT64_FORMAT, lasna_clock_new_id (lasna_workbook_get_clock (workbook)));

  return lasna_workbook_add (workbook,
                             LASNA_TYPE_EMOTION,
                             "code",
                             code,
                             "label",
                             label,
                             "cluster",
                             cluster,
                             "valence",
                             valence,
                             NULL);
}
