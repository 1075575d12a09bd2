/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libarchive unpacks, libxml2 parses what it is pushed. A part is bounded in its size, in how many
 * times larger than its packed bytes it may be, and in its depth; a document type, by which XML
 * can be made to grow or to reach outside, ends the reading.
 */
#include "config.h"

#include "lasna-zip-xml.h"

#include "lasna-error.h"
#include "lasna-source-file.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

#define RAW_CHUNK 65536
#define XML_CHUNK 16384
#define ENTRIES_MAX 100000
#define DEPTH_MAX 200

/* Tables compress ten or fifty times; only what is made to harm does more on so long a stretch. */
#define FREE_SIZE (64 * 1024 * 1024)
#define RATIO_MAX 250

struct _LasnaZipXml
{
  GFileInputStream *stream;
  GCancellable *cancellable; /* of the call that is running */
  GError *trouble;           /* of the stream */
  struct archive *archive;
  char *name;
  guint64 limit;
  guint64 unpacked;
  goffset start; /* of the packed bytes */

  const LasnaXmlHandler *handler;
  gpointer data;
  xmlParserCtxt *parser;
  guint depth;
  gboolean is_refused;
  gboolean is_ended;
  guint8 raw[RAW_CHUNK];
  char text[XML_CHUNK];
};

static la_ssize_t
read_cb (struct archive *archive, void *data, const void **buffer)
{
  LasnaZipXml *self = data;
  gssize length;

  g_clear_error (&self->trouble);
  length = g_input_stream_read (
      G_INPUT_STREAM (self->stream), self->raw, RAW_CHUNK, self->cancellable, &self->trouble);
  *buffer = self->raw;
  if (length < 0)
    archive_set_error (archive, EIO, "%s", "stream");
  return length;
}

static la_int64_t
seek_cb (struct archive *archive, void *data, la_int64_t offset, int whence)
{
  LasnaZipXml *self = data;
  GSeekType type = whence == SEEK_SET ? G_SEEK_SET : whence == SEEK_CUR ? G_SEEK_CUR : G_SEEK_END;

  if (!g_seekable_seek (G_SEEKABLE (self->stream), offset, type, self->cancellable, NULL))
    return ARCHIVE_FATAL;
  return g_seekable_tell (G_SEEKABLE (self->stream));
}

static la_int64_t
skip_cb (struct archive *archive, void *data, la_int64_t length)
{
  LasnaZipXml *self = data;

  return g_seekable_seek (G_SEEKABLE (self->stream), length, G_SEEK_CUR, self->cancellable, NULL)
             ? length
             : 0;
}

static void
start_cb (void *data,
          const xmlChar *name,
          const xmlChar *prefix,
          const xmlChar *uri,
          int n_namespaces,
          const xmlChar **namespaces,
          int n_attributes,
          int n_defaulted,
          const xmlChar **attributes)
{
  LasnaZipXml *self = data;
  LasnaXmlElement element = { (const char *) name, n_attributes, attributes };

  if (++self->depth > DEPTH_MAX)
    lasna_zip_xml_refuse (self);
  if (!self->is_refused)
    self->handler->start (self->data, &element);
}

static void
end_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  LasnaZipXml *self = data;

  self->depth--;
  if (!self->is_refused)
    self->handler->end (self->data, (const char *) name);
}

static void
text_cb (void *data, const xmlChar *text, int length)
{
  LasnaZipXml *self = data;

  if (!self->is_refused && self->handler->text != NULL)
    self->handler->text (self->data, (const char *) text, length);
}

static void
document_type_cb (void *data, const xmlChar *name, const xmlChar *id, const xmlChar *system)
{
  lasna_zip_xml_refuse (data);
}

static void
quiet_cb (void *data, xmlError *error)
{
}

static xmlSAXHandler sax = {
  .initialized = XML_SAX2_MAGIC,
  .internalSubset = document_type_cb,
  .characters = text_cb,
  .ignorableWhitespace = text_cb,
  .cdataBlock = text_cb,
  .startElementNs = start_cb,
  .endElementNs = end_cb,
  .serror = quiet_cb,
};

void
lasna_zip_xml_free (LasnaZipXml *self)
{
  if (self->parser != NULL)
    {
      if (self->parser->myDoc != NULL)
        xmlFreeDoc (self->parser->myDoc);
      xmlFreeParserCtxt (self->parser);
    }
  if (self->archive != NULL)
    archive_read_free (self->archive);
  g_clear_object (&self->stream);
  g_clear_error (&self->trouble);
  g_free (self->name);
  g_free (self);
}

static gboolean
set_damaged (LasnaZipXml *self, GError **error)
{
  if (self->trouble != NULL)
    g_propagate_error (error, g_steal_pointer (&self->trouble));
  else
    g_set_error (error,
                 LASNA_ERROR,
                 LASNA_ERROR_PARSE,
                 /* Translators: %s is the name of a part inside the file, such as content.xml. */
                 _ ("The spreadsheet cannot be read: its part “%s” is damaged. Nothing was "
                    "imported; open it in a spreadsheet program and save it again."),
                 self->name);
  return FALSE;
}

/**
 * lasna_zip_xml_set_missing:
 *
 * Sets @error to the sentence for a part that the package should have.
 */
void
lasna_zip_xml_set_missing (const char *name, GError **error)
{
  g_set_error (error,
               LASNA_ERROR,
               LASNA_ERROR_PARSE,
               /* Translators: %s is the name of a part inside the file, such as content.xml. */
               _ ("The spreadsheet cannot be read: it lacks its part “%s”. Nothing was imported; "
                  "open it in a spreadsheet program and save it again."),
               name);
}

static gboolean
is_name (const char *entry, const char *name)
{
  g_autofree char *slashed = NULL;

  if (entry == NULL)
    return FALSE;
  slashed = g_strdelimit (g_strdup (entry), "\\", '/');
  return g_ascii_strcasecmp (slashed, name) == 0;
}

/* Whether the archive could be looked through; then *is_found tells whether the part is there. */
static gboolean
find_part (LasnaZipXml *self, gboolean *is_found, GError **error)
{
  struct archive_entry *entry;

  *is_found = FALSE;
  archive_read_support_format_zip (self->archive);
  archive_read_set_callback_data (self->archive, self);
  archive_read_set_read_callback (self->archive, read_cb);
  archive_read_set_seek_callback (self->archive, seek_cb);
  archive_read_set_skip_callback (self->archive, skip_cb);
  if (archive_read_open1 (self->archive) < ARCHIVE_WARN)
    return set_damaged (self, error);
  for (guint i = 0; i < ENTRIES_MAX; i++)
    {
      int result = archive_read_next_header (self->archive, &entry);

      if (result == ARCHIVE_EOF)
        return TRUE;
      if (result < ARCHIVE_WARN || g_cancellable_is_cancelled (self->cancellable))
        break;
      if (is_name (archive_entry_pathname (entry), self->name))
        {
          self->start = g_seekable_tell (G_SEEKABLE (self->stream));
          *is_found = TRUE;
          return TRUE;
        }
    }
  return set_damaged (self, error);
}

/**
 * lasna_zip_xml_open:
 * @limit: how many bytes the part may have when unpacked
 * @part: (out) (nullable) (transfer full): the part, or NULL where the package has none of that
 *   name
 *
 * Returns: FALSE where the package could not be read
 */
gboolean
lasna_zip_xml_open (GFile *file,
                    const char *name,
                    guint64 limit,
                    const LasnaXmlHandler *handler,
                    gpointer data,
                    LasnaZipXml **part,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (LasnaZipXml) self = g_new0 (LasnaZipXml, 1);
  gboolean is_found;

  *part = NULL;
  self->stream = lasna_source_file_open (file, cancellable, error);
  if (self->stream == NULL)
    return FALSE;
  self->archive = archive_read_new ();
  self->name = g_strdup (name);
  self->limit = limit;
  self->handler = handler;
  self->data = data;
  self->cancellable = cancellable;
  if (!find_part (self, &is_found, error))
    {
      if (g_cancellable_is_cancelled (cancellable))
        {
          g_clear_error (error);
          g_cancellable_set_error_if_cancelled (cancellable, error);
        }
      return FALSE;
    }
  if (!is_found)
    return TRUE;
  self->parser = xmlCreatePushParserCtxt (&sax, self, NULL, 0, NULL);
  g_assert (self->parser != NULL);
  xmlCtxtUseOptions (self->parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  *part = g_steal_pointer (&self);
  return TRUE;
}

static gboolean
is_too_large (LasnaZipXml *self)
{
  guint64 packed = MAX (g_seekable_tell (G_SEEKABLE (self->stream)) - self->start, 0) + RAW_CHUNK;

  return self->unpacked > self->limit ||
         (self->unpacked > FREE_SIZE && self->unpacked / RATIO_MAX > packed);
}

/**
 * lasna_zip_xml_read:
 * @ended: (out): whether the part is read to its end
 *
 * Reads a piece and hands it to the handler.
 *
 * Returns: FALSE where the part is damaged, too large, or refused by the handler
 */
gboolean
lasna_zip_xml_read (LasnaZipXml *self, gboolean *ended, GCancellable *cancellable, GError **error)
{
  la_ssize_t length;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  self->cancellable = cancellable;
  length = self->is_ended ? 0 : archive_read_data (self->archive, self->text, XML_CHUNK);
  if (length < 0)
    return set_damaged (self, error);
  self->unpacked += length;
  if (is_too_large (self))
    {
      g_set_error (error,
                   LASNA_ERROR,
                   LASNA_ERROR_PARSE,
                   /* Translators: %s is the name of a part inside the file. */
                   _ ("The spreadsheet is larger than can be read: its part “%s” unpacks to far "
                      "too much. Nothing was imported; save the table as CSV and import that."),
                   self->name);
      return FALSE;
    }
  self->is_ended = length == 0;
  xmlParseChunk (self->parser, self->text, (int) length, self->is_ended);
  *ended = self->is_ended;
  if (self->is_refused || !self->parser->wellFormed)
    return set_damaged (self, error);
  return TRUE;
}

gboolean
lasna_zip_xml_read_all (LasnaZipXml *self, GCancellable *cancellable, GError **error)
{
  gboolean ended = FALSE;

  while (!ended)
    if (!lasna_zip_xml_read (self, &ended, cancellable, error))
      return FALSE;
  return TRUE;
}

/**
 * lasna_zip_xml_refuse:
 *
 * For the handler: what the part says makes no sense, and it is read no further.
 */
void
lasna_zip_xml_refuse (LasnaZipXml *self)
{
  self->is_refused = TRUE;
  xmlStopParser (self->parser);
}

guint64
lasna_zip_xml_get_position (LasnaZipXml *self)
{
  return g_seekable_tell (G_SEEKABLE (self->stream));
}

/* The namespace is known by a word in it, since the strict and the usual files have different
 * ones; without a word, the attribute has none.
 */
static gboolean
find_attribute (const LasnaXmlElement *self,
                const char *space,
                const char *name,
                const char **value,
                gsize *length)
{
  for (int i = 0; i < self->n_attributes; i++)
    {
      const unsigned char **attribute = self->attributes + (gsize) i * 5;
      const char *uri = (const char *) attribute[2];

      if (strcmp ((const char *) attribute[0], name) != 0)
        continue;
      if (space == NULL ? uri != NULL : uri == NULL || strstr (uri, space) == NULL)
        continue;
      *value = (const char *) attribute[3];
      *length = attribute[4] - attribute[3];
      return TRUE;
    }
  return FALSE;
}

/**
 * lasna_xml_element_dup:
 * @space: (nullable): a word of the attribute's namespace
 *
 * Returns: (transfer full) (nullable): the attribute
 */
char *
lasna_xml_element_dup (const LasnaXmlElement *self, const char *space, const char *name)
{
  const char *value;
  gsize length;

  return find_attribute (self, space, name, &value, &length) ? g_strndup (value, length) : NULL;
}

/**
 * lasna_xml_element_copy:
 *
 * Returns: whether the attribute is there and fits; else @buffer is ""
 */
gboolean
lasna_xml_element_copy (
    const LasnaXmlElement *self, const char *space, const char *name, char *buffer, gsize size)
{
  const char *value;
  gsize length;

  *buffer = '\0';
  if (!find_attribute (self, space, name, &value, &length) || length >= size)
    return FALSE;
  memcpy (buffer, value, length);
  buffer[length] = '\0';
  return TRUE;
}
