/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The clusters from destroying to advocacy, and their emotions.
 */
#include "config.h"

#include "lasna-catalogue-private.h"

static LasnaCluster *
read_cluster (JsonObject *object)
{
  LasnaCluster *cluster = g_new0 (LasnaCluster, 1);

  cluster->id = lasna_catalogue_read_string (object, "id");
  cluster->level = (int) json_object_get_int_member (object, "level");
  cluster->title = lasna_catalogue_read_text (object, "title");
  cluster->advice = lasna_catalogue_read_text (object, "advice");
  return cluster;
}

static LasnaCatalogueEmotion *
read_emotion (JsonObject *object, const LasnaCluster *cluster)
{
  LasnaCatalogueEmotion *emotion = g_new0 (LasnaCatalogueEmotion, 1);

  emotion->id = lasna_catalogue_read_string (object, "id");
  emotion->cluster = cluster;
  emotion->label = lasna_catalogue_read_text (object, "label");
  emotion->valence = (int) json_object_get_int_member (object, "valence");
  return emotion;
}

static void
add_sets (JsonObject *root, LasnaEmotionsFile *file, guint n_clusters, guint n_emotions)
{
  LasnaTerm *clusters = g_new0 (LasnaTerm, n_clusters);
  LasnaTerm *emotions = g_new0 (LasnaTerm, n_emotions);

  for (guint i = 0; i < n_clusters; i++)
    clusters[i] = (LasnaTerm){ file->clusters[i]->id, file->clusters[i]->title };
  for (guint i = 0; i < n_emotions; i++)
    emotions[i] = (LasnaTerm){ file->emotions[i]->id, file->emotions[i]->label };
  file->sets = g_hash_table_new (g_str_hash, g_str_equal);
  lasna_catalogue_add_set (file->sets,
                           "cluster",
                           lasna_catalogue_read_text (root, "cluster_title"),
                           clusters,
                           n_clusters);
  lasna_catalogue_add_set (
      file->sets, "emotion", lasna_catalogue_read_text (root, "title"), emotions, n_emotions);
}

gpointer
lasna_catalogue_load_emotions (gpointer self)
{
  g_autoptr (JsonObject) root = lasna_catalogue_read ("emotions");
  LasnaEmotionsFile *file = g_new0 (LasnaEmotionsFile, 1);
  g_autoptr (GPtrArray) all_clusters = g_ptr_array_new ();
  g_autoptr (GPtrArray) all_emotions = g_ptr_array_new ();

  file->by_id = g_hash_table_new (g_str_hash, g_str_equal);

  JsonArray *clusters = json_object_get_array_member (root, "clusters");
  for (guint i = 0; i < json_array_get_length (clusters); i++)
    {
      JsonObject *object = json_array_get_object_element (clusters, i);
      JsonArray *emotions = json_object_get_array_member (object, "emotions");
      LasnaCluster *cluster = read_cluster (object);

      g_ptr_array_add (all_clusters, cluster);
      for (guint j = 0; j < json_array_get_length (emotions); j++)
        {
          LasnaCatalogueEmotion *emotion =
              read_emotion (json_array_get_object_element (emotions, j), cluster);

          g_ptr_array_add (all_emotions, emotion);
          g_hash_table_insert (file->by_id, (gpointer) emotion->id, emotion);
        }
    }

  JsonObject *none = json_object_get_object_member (root, "no_feeling");
  file->no_feeling.id = lasna_catalogue_read_string (none, "id");
  file->no_feeling.label = lasna_catalogue_read_text (none, "label");

  guint n_clusters = all_clusters->len;
  guint n_emotions = all_emotions->len;
  file->clusters = lasna_catalogue_close_list (all_clusters);
  file->emotions = lasna_catalogue_close_list (all_emotions);
  add_sets (root, file, n_clusters, n_emotions);
  return file;
}
