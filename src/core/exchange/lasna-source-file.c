/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says in one sentence of ours why a file cannot be read.
 */
#include "config.h"

#include "lasna-source-file.h"

#include "lasna-error.h"

#include <glib/gi18n-lib.h>

/* @trouble: (nullable) (transfer full) */
static void
set_error (GFile *file, GError *trouble, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, trouble);
      return;
    }
  g_clear_error (&trouble);
  g_set_error (error,
               LASNA_ERROR,
               LASNA_ERROR_NOT_FOUND,
               /* Translators: %s is the name of a file. */
               _ ("“%s” could not be read as a file. Nothing was imported; check its name and "
                  "that you may read it."),
               name);
}

/**
 * lasna_source_file_open:
 *
 * Files are read several times, which a pipe does not allow.
 *
 * Returns: (transfer full) (nullable): the bytes of a regular file
 */
GFileInputStream *
lasna_source_file_open (GFile *file, GCancellable *cancellable, GError **error)
{
  GError *trouble = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (
      file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, cancellable, &trouble);
  GFileInputStream *stream = NULL;

  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    stream = g_file_read (file, cancellable, &trouble);
  if (stream == NULL)
    set_error (file, trouble, error);
  return stream;
}

/**
 * lasna_source_file_load:
 * @text: (out) (transfer full): everything in the file, with a NUL after it
 *
 * Returns: whether it could be read
 */
gboolean
lasna_source_file_load (
    GFile *file, char **text, gsize *length, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = lasna_source_file_open (file, cancellable, error);
  GError *trouble = NULL;

  if (stream == NULL)
    return FALSE;
  if (g_file_load_contents (file, cancellable, text, length, NULL, &trouble))
    return TRUE;
  set_error (file, trouble, error);
  return FALSE;
}
