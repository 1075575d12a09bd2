/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checklist templates with their items.
 */
#include "config.h"

#include "lasna-catalogue-private.h"

static void
read_item (JsonObject *object, LasnaItemTemplate *item)
{
  item->id = lasna_catalogue_read_string (object, "id");
  item->text = lasna_catalogue_read_text (object, "text");
  item->why = lasna_catalogue_read_text (object, "why");
  item->check = lasna_catalogue_read_text (object, "check");
  item->tags = lasna_catalogue_read_joined (object, "tags");
}

static LasnaChecklistCatalogue *
read_checklist (JsonObject *object, LasnaCatalogue *catalogue)
{
  LasnaChecklistCatalogue *checklist = g_new0 (LasnaChecklistCatalogue, 1);
  const char *scale = json_object_get_string_member (object, "scale");

  checklist->id = lasna_catalogue_read_string (object, "id");
  checklist->version = (int) json_object_get_int_member (object, "version");
  checklist->title = lasna_catalogue_read_text (object, "title");
  checklist->intro = lasna_catalogue_read_text (object, "intro");
  checklist->scale = lasna_catalogue_find_scale (catalogue, scale);
  checklist->cadence = lasna_catalogue_read_string (object, "cadence");
  checklist->setting = lasna_catalogue_read_string (object, "setting");
  checklist->contact_situations = lasna_catalogue_read_strings (object, "contact_situations");
  checklist->stages = lasna_catalogue_read_strings (object, "stages");
  return checklist;
}

static void
read_items (JsonArray *array, LasnaChecklistCatalogue *checklist, GHashTable *templates)
{
  guint n = json_array_get_length (array);
  LasnaItemTemplate *items = g_new0 (LasnaItemTemplate, n);

  for (guint i = 0; i < n; i++)
    {
      read_item (json_array_get_object_element (array, i), &items[i]);
      lasna_catalogue_add_template (templates, items[i].id, LASNA_TEMPLATE_ITEM, &items[i]);
    }
  checklist->items = items;
  checklist->n_items = n;
}

gpointer
lasna_catalogue_load_checklists (gpointer self)
{
  g_autoptr (JsonObject) root = lasna_catalogue_read ("checklists");
  LasnaChecklistsFile *file = g_new0 (LasnaChecklistsFile, 1);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  file->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  file->templates = g_hash_table_new (g_str_hash, g_str_equal);

  JsonArray *checklists = json_object_get_array_member (root, "checklists");
  for (guint i = 0; i < json_array_get_length (checklists); i++)
    {
      JsonObject *object = json_array_get_object_element (checklists, i);
      LasnaChecklistCatalogue *checklist = read_checklist (object, self);

      read_items (json_object_get_array_member (object, "items"), checklist, file->templates);
      lasna_catalogue_add_template (
          file->templates, checklist->id, LASNA_TEMPLATE_CHECKLIST, checklist);
      g_ptr_array_add (all, checklist);
      g_hash_table_insert (file->by_id, (gpointer) checklist->id, checklist);
    }
  file->checklists = lasna_catalogue_close_list (all);
  return file;
}
