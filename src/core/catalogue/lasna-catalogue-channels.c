/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Channels in their groups.
 */
#include "config.h"

#include "lasna-catalogue-private.h"

static LasnaCatalogueChannel *
read_channel (JsonObject *object, const char *group)
{
  LasnaCatalogueChannel *channel = g_new0 (LasnaCatalogueChannel, 1);

  channel->id = lasna_catalogue_read_string (object, "id");
  channel->group = group;
  channel->title = lasna_catalogue_read_text (object, "title");
  channel->short_title = lasna_catalogue_read_text (
      object, json_object_has_member (object, "short") ? "short" : "title");
  channel->examples = lasna_catalogue_read_text (object, "examples");
  channel->direct = lasna_catalogue_read_string (object, "direct");
  channel->availability = lasna_catalogue_read_string (object, "availability");
  channel->purpose = lasna_catalogue_read_string (object, "purpose");
  channel->carries = lasna_catalogue_read_joined (object, "carries");
  return channel;
}

static void
add_channel_set (JsonObject *root, LasnaChannelsFile *file, guint n)
{
  LasnaTerm *terms = g_new0 (LasnaTerm, n);

  for (guint i = 0; i < n; i++)
    terms[i] = (LasnaTerm){ file->channels[i]->id, file->channels[i]->title };
  lasna_catalogue_add_set (
      file->sets, "channel", lasna_catalogue_read_text (root, "title"), terms, n);
}

gpointer
lasna_catalogue_load_channels (gpointer self)
{
  g_autoptr (JsonObject) root = lasna_catalogue_read ("channels");
  LasnaChannelsFile *file = g_new0 (LasnaChannelsFile, 1);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  file->sets = g_hash_table_new (g_str_hash, g_str_equal);
  file->by_id = g_hash_table_new (g_str_hash, g_str_equal);

  JsonArray *groups = json_object_get_array_member (root, "groups");
  guint n_groups = json_array_get_length (groups);
  LasnaTerm *group_terms = g_new0 (LasnaTerm, n_groups);
  for (guint i = 0; i < n_groups; i++)
    {
      JsonObject *group = json_array_get_object_element (groups, i);
      JsonArray *channels = json_object_get_array_member (group, "channels");

      group_terms[i].id = lasna_catalogue_read_string (group, "id");
      group_terms[i].label = lasna_catalogue_read_text (group, "title");
      for (guint j = 0; j < json_array_get_length (channels); j++)
        {
          LasnaCatalogueChannel *channel =
              read_channel (json_array_get_object_element (channels, j), group_terms[i].id);

          g_ptr_array_add (all, channel);
          g_hash_table_insert (file->by_id, (gpointer) channel->id, channel);
        }
    }
  lasna_catalogue_add_set (file->sets,
                           "channel-group",
                           lasna_catalogue_read_text (root, "group_title"),
                           group_terms,
                           n_groups);

  guint n = all->len;
  file->channels = lasna_catalogue_close_list (all);
  add_channel_set (root, file, n);
  return file;
}
