/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the catalogue's JSON out of the program. A fault in it is a fault of the program, found by
 * its tests, so reading has no errors to return.
 */
#include "config.h"

#include "lasna-catalogue-private.h"

#include "lasna-catalogue-resource.h"

/**
 * lasna_catalogue_read:
 * @name: a file of data/catalogue without its suffix
 *
 * Returns: (transfer full): what is in it
 */
JsonObject *
lasna_catalogue_read (const char *name)
{
  g_autofree char *path = g_strdup_printf ("/fi/lasna/catalogue/%s.json", name);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_resource_lookup_data (
      lasna_catalogue_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL ||
      !json_parser_load_from_data (
          parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    g_error ("%s: %s", path, error->message);
  return json_node_dup_object (json_parser_get_root (parser));
}

/**
 * lasna_catalogue_keep_string:
 *
 * Not g_intern_string (): thousands of quarks make GLib grow a table that it cannot free.
 *
 * Returns: (nullable): the same as @string, to stay as long as the process
 */
const char *
lasna_catalogue_keep_string (const char *string)
{
  static GMutex lock;
  static GStringChunk *strings;
  const char *kept;

  if (string == NULL)
    return NULL;
  g_mutex_lock (&lock);
  if (strings == NULL)
    strings = g_string_chunk_new (16 * 1024);
  kept = g_string_chunk_insert_const (strings, string);
  g_mutex_unlock (&lock);
  return kept;
}

/**
 * lasna_catalogue_read_string:
 *
 * Returns: (nullable): the member; NULL where it is null or not there
 */
const char *
lasna_catalogue_read_string (JsonObject *object, const char *member)
{
  return lasna_catalogue_keep_string (
      json_object_get_string_member_with_default (object, member, NULL));
}

LasnaText
lasna_catalogue_read_text (JsonObject *object, const char *member)
{
  JsonObject *languages = json_object_get_object_member (object, member);
  LasnaText text;

  for (guint i = 0; i < LASNA_N_LANGUAGES; i++)
    text.in[i] = lasna_catalogue_read_string (languages, lasna_language_to_code (i));
  return text;
}

/**
 * lasna_catalogue_read_strings:
 *
 * Returns: the strings of an array, ending in NULL
 */
const char *const *
lasna_catalogue_read_strings (JsonObject *object, const char *member)
{
  JsonArray *array = json_object_get_array_member (object, member);
  guint n = json_array_get_length (array);
  const char **strings = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    strings[i] = lasna_catalogue_keep_string (json_array_get_string_element (array, i));
  return strings;
}

/**
 * lasna_catalogue_read_joined:
 *
 * Returns: the strings of an array, separated by spaces
 */
const char *
lasna_catalogue_read_joined (JsonObject *object, const char *member)
{
  JsonArray *array = json_object_get_array_member (object, member);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (i > 0)
        g_string_append_c (joined, ' ');
      g_string_append (joined, json_array_get_string_element (array, i));
    }
  return lasna_catalogue_keep_string (joined->str);
}

/**
 * lasna_catalogue_close_list:
 *
 * Returns: what is in @list, ending in NULL, to stay as long as the process; @list is empty then
 */
gpointer
lasna_catalogue_close_list (GPtrArray *list)
{
  g_ptr_array_add (list, NULL);
  return g_ptr_array_steal (list, NULL);
}
