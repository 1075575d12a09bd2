/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scales that checklists and feedback are answered on.
 */
#include "config.h"

#include "lasna-catalogue-private.h"

static LasnaScale *
read_scale (JsonObject *object)
{
  JsonArray *steps = json_object_get_array_member (object, "steps");
  LasnaScale *scale = g_new0 (LasnaScale, 1);
  LasnaScaleStep *read = g_new0 (LasnaScaleStep, json_array_get_length (steps));

  scale->id = lasna_catalogue_read_string (object, "id");
  scale->title = lasna_catalogue_read_text (object, "title");
  scale->not_relevant = lasna_catalogue_read_text (object, "not_relevant");
  scale->unanswered = lasna_catalogue_read_text (object, "unanswered");
  scale->counts_from = (int) json_object_get_int_member (object, "counts_from");
  scale->steps = read;
  scale->n_steps = json_array_get_length (steps);
  for (guint i = 0; i < scale->n_steps; i++)
    {
      JsonObject *step = json_array_get_object_element (steps, i);

      read[i].value = (int) json_object_get_int_member (step, "value");
      read[i].label = lasna_catalogue_read_text (step, "label");
    }
  return scale;
}

gpointer
lasna_catalogue_load_scales (gpointer self)
{
  g_autoptr (JsonObject) root = lasna_catalogue_read ("scales");
  LasnaScalesFile *file = g_new0 (LasnaScalesFile, 1);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  file->sets = g_hash_table_new (g_str_hash, g_str_equal);
  file->by_id = g_hash_table_new (g_str_hash, g_str_equal);

  JsonArray *scales = json_object_get_array_member (root, "scales");
  guint n = json_array_get_length (scales);
  LasnaTerm *terms = g_new0 (LasnaTerm, n);
  for (guint i = 0; i < n; i++)
    {
      LasnaScale *scale = read_scale (json_array_get_object_element (scales, i));

      g_ptr_array_add (all, scale);
      g_hash_table_insert (file->by_id, (gpointer) scale->id, scale);
      terms[i] = (LasnaTerm){ scale->id, scale->title };
    }
  lasna_catalogue_add_set (
      file->sets, "scale", lasna_catalogue_read_text (root, "title"), terms, n);
  file->scales = lasna_catalogue_close_list (all);
  return file;
}
