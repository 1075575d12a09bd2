/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The frame of the file is read here, so that memory holds one record at a time and every place is
 * known; json-glib reads the records.
 */
#include "config.h"

#include "lasna-workbook-json-reader.h"

#include "lasna-error.h"
#include "lasna-source-file.h"
#include "lasna-workbook-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PIECE (64 * 1024)

/* A record with its answers has three levels; an attachment of 20 MB has 27 as text. */
#define MOST_LEVELS 8
#define MOST_BYTES (64 * 1024 * 1024)
#define MOST_NAME 64

#define END (-1)
#define BROKEN (-2)

struct _LasnaWorkbookJsonReader
{
  GInputStream *stream;
  GCancellable *cancellable; /* borrowed, while a record is read */
  GError *error;
  guint8 *bytes;
  gsize n_bytes;
  gsize at;
  LasnaJsonPlace place; /* of the byte that comes next */
  GString *text;        /* the record under way */
  JsonParser *parser;
  guint parser_line; /* where the record could not be read */
  guint parser_position;
  char *table;
  gboolean is_begun;
  gboolean is_in_table;
  gboolean has_records; /* of the table */
  LasnaJsonEntry entry;
};

/**
 * lasna_json_place_set_error:
 * @sentence: what is wrong there, and that nothing was changed
 */
void
lasna_json_place_set_error (const LasnaJsonPlace *place, GError **error, const char *sentence)
{
  g_set_error (error,
               LASNA_ERROR,
               LASNA_ERROR_PARSE,
               /* Translators: where in a file, and a sentence that says what is wrong there */
               _ ("Line %lu, column %lu: %s"),
               (gulong) place->line,
               (gulong) place->column,
               sentence);
}

static gboolean
damaged (LasnaWorkbookJsonReader *self, const LasnaJsonPlace *place, GError **error)
{
  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  else
    lasna_json_place_set_error (place,
                                error,
                                _ ("This is not how the JSON of a workbook goes on. Nothing was "
                                   "changed; take the file as Läsnä wrote it."));
  return FALSE;
}

/* The byte that comes next, END or BROKEN. */
static int
peek (LasnaWorkbookJsonReader *self)
{
  gssize n;

  if (self->at < self->n_bytes)
    return self->bytes[self->at];
  if (self->error != NULL)
    return BROKEN;
  n = g_input_stream_read (self->stream, self->bytes, PIECE, self->cancellable, &self->error);
  if (n <= 0)
    return n == 0 ? END : BROKEN;
  self->n_bytes = (gsize) n;
  self->at = 0;
  return self->bytes[0];
}

/* Columns count characters. */
static int
take (LasnaWorkbookJsonReader *self)
{
  int byte = peek (self);

  if (byte < 0)
    return byte;
  self->at++;
  if (byte == '\n')
    {
      self->place.line++;
      self->place.column = 1;
    }
  else if ((byte & 0xc0) != 0x80)
    self->place.column++;
  return byte;
}

static int
peek_sign (LasnaWorkbookJsonReader *self)
{
  int byte;

  while ((byte = peek (self)) == ' ' || byte == '\t' || byte == '\n' || byte == '\r')
    take (self);
  return byte;
}

static gboolean
take_sign (LasnaWorkbookJsonReader *self, char sign, GError **error)
{
  if (peek_sign (self) != sign)
    return damaged (self, &self->place, error);
  take (self);
  return TRUE;
}

/* A name, or a short text without escapes. */
static char *
take_name (LasnaWorkbookJsonReader *self, GError **error)
{
  g_autoptr (GString) name = g_string_new (NULL);
  LasnaJsonPlace place;

  peek_sign (self);
  place = self->place;
  if (!take_sign (self, '"', error))
    return NULL;
  while (peek (self) >= ' ' && peek (self) != '"' && peek (self) != '\\' && name->len < MOST_NAME)
    g_string_append_c (name, (char) take (self));
  if (peek (self) != '"' || !g_utf8_validate (name->str, (gssize) name->len, NULL))
    {
      damaged (self, &place, error);
      return NULL;
    }
  take (self);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static gboolean
set_foreign (LasnaWorkbookJsonReader *self, GError **error)
{
  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  else
    g_set_error_literal (error,
                         LASNA_ERROR,
                         LASNA_ERROR_FOREIGN,
                         _ ("This JSON is not a workbook. Nothing was changed; a workbook as JSON "
                            "begins with its format."));
  return FALSE;
}

static gboolean
take_format (LasnaWorkbookJsonReader *self, GError **error)
{
  static const char mark[] = "\xef\xbb\xbf";
  g_autofree char *name = NULL;
  g_autofree char *format = NULL;

  for (guint i = 0; mark[i] != '\0' && peek (self) == (guint8) mark[i]; i++)
    take (self);
  self->place.column = 1;
  if (!take_sign (self, '{', NULL) || (name = take_name (self, NULL)) == NULL ||
      strcmp (name, "format") != 0 || !take_sign (self, ':', NULL) ||
      (format = take_name (self, NULL)) == NULL || strcmp (format, LASNA_WORKBOOK_JSON_FORMAT) != 0)
    return set_foreign (self, error);
  return TRUE;
}

static gboolean
take_version (LasnaWorkbookJsonReader *self, GError **error)
{
  g_autofree char *name = NULL;
  LasnaJsonPlace place;
  int version = 0;

  if (!take_sign (self, ',', error))
    return FALSE;
  peek_sign (self);
  place = self->place;
  name = take_name (self, error);
  if (name == NULL)
    return FALSE;
  if (strcmp (name, "version") != 0 || !take_sign (self, ':', NULL))
    return damaged (self, &place, error);
  peek_sign (self);
  place = self->place;
  while (g_ascii_isdigit (peek (self)) && version < 1000)
    version = version * 10 + (take (self) - '0');
  if (version < 1)
    return damaged (self, &place, error);
  if (version <= LASNA_WORKBOOK_JSON_VERSION)
    return TRUE;
  g_set_error_literal (error,
                       LASNA_ERROR,
                       LASNA_ERROR_TOO_NEW,
                       _ ("A later version of Läsnä wrote this JSON. Nothing was changed; read it "
                          "with that version."));
  return FALSE;
}

/* Takes a record as text, to where its last brace closes. */
static gboolean
take_text (LasnaWorkbookJsonReader *self, GError **error)
{
  guint levels = 0;
  gboolean is_quoted = FALSE;
  gboolean is_escaped = FALSE;

  g_string_truncate (self->text, 0);
  do
    {
      LasnaJsonPlace place = self->place;
      int byte = take (self);

      if (byte <= 0 || self->text->len >= MOST_BYTES)
        return damaged (self, &place, error);
      g_string_append_c (self->text, (char) byte);
      if (is_escaped)
        is_escaped = FALSE;
      else if (is_quoted && byte == '\\')
        is_escaped = TRUE;
      else if (byte == '"')
        is_quoted = !is_quoted;
      else if (!is_quoted && (byte == '{' || byte == '['))
        levels++;
      else if (!is_quoted && (byte == '}' || byte == ']'))
        levels--;
      /* What stands in quotes ends on its line. */
      if (levels > MOST_LEVELS || (is_quoted && byte == '\n'))
        return damaged (self, &place, error);
    }
  while (levels > 0);
  return TRUE;
}

/* A place inside the record. */
static LasnaJsonPlace
find_place (LasnaWorkbookJsonReader *self, gsize offset)
{
  LasnaJsonPlace place = self->entry.place;

  for (gsize i = 0; i < offset && i < self->text->len; i++)
    if (self->text->str[i] == '\n')
      {
        place.line++;
        place.column = 1;
      }
    else if (((guint8) self->text->str[i] & 0xc0) != 0x80)
      place.column++;
  return place;
}

/* The parser forgets the place as soon as it has failed. */
static void
error_cb (JsonParser *parser, const GError *error G_GNUC_UNUSED, gpointer data)
{
  LasnaWorkbookJsonReader *self = data;

  self->parser_line = json_parser_get_current_line (parser);
  self->parser_position = json_parser_get_current_pos (parser);
}

static LasnaJsonPlace
find_parser_place (LasnaWorkbookJsonReader *self)
{
  const char *line = self->text->str;

  for (guint i = 1; i < self->parser_line && strchr (line, '\n') != NULL; i++)
    line = strchr (line, '\n') + 1;
  return find_place (self, (gsize) (line - self->text->str) + self->parser_position);
}

static gboolean
take_record (LasnaWorkbookJsonReader *self, GError **error)
{
  const char *end;

  self->entry.place = self->place;
  if (peek (self) != '{')
    return damaged (self, &self->place, error);
  if (!take_text (self, error))
    return FALSE;
  if (!g_utf8_validate (self->text->str, (gssize) self->text->len, &end))
    {
      LasnaJsonPlace place = find_place (self, (gsize) (end - self->text->str));

      return damaged (self, &place, error);
    }
  if (!json_parser_load_from_data (self->parser, self->text->str, (gssize) self->text->len, NULL) ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (self->parser)))
    {
      LasnaJsonPlace place = find_parser_place (self);

      return damaged (self, &place, error);
    }
  self->entry.object = json_node_get_object (json_parser_get_root (self->parser));
  self->entry.table = self->table;
  self->has_records = TRUE;
  return TRUE;
}

/* To the first record of the next table that has one, or the end. */
static gboolean
find_record (LasnaWorkbookJsonReader *self, gboolean *found, GError **error)
{
  *found = FALSE;
  while (!*found)
    {
      int sign = peek_sign (self);

      if (!self->is_in_table && sign == '}')
        {
          take (self);
          return peek_sign (self) == END || damaged (self, &self->place, error);
        }
      if (self->is_in_table && sign == ']')
        {
          take (self);
          self->is_in_table = FALSE;
        }
      else if (self->is_in_table)
        {
          if (self->has_records && !take_sign (self, ',', error))
            return FALSE;
          peek_sign (self);
          *found = TRUE;
        }
      else
        {
          if (!take_sign (self, ',', error))
            return FALSE;
          g_free (self->table);
          self->table = take_name (self, error);
          if (self->table == NULL || !take_sign (self, ':', error) || !take_sign (self, '[', error))
            return FALSE;
          self->is_in_table = TRUE;
          self->has_records = FALSE;
        }
    }
  return TRUE;
}

/**
 * lasna_workbook_json_reader_new:
 *
 * Returns: (transfer full) (nullable): a reader before the first record
 */
LasnaWorkbookJsonReader *
lasna_workbook_json_reader_new (GFile *file, GError **error)
{
  g_autoptr (GFileInputStream) stream = lasna_source_file_open (file, NULL, error);
  LasnaWorkbookJsonReader *self;

  if (stream == NULL)
    return NULL;
  self = g_new0 (LasnaWorkbookJsonReader, 1);
  self->stream = G_INPUT_STREAM (g_steal_pointer (&stream));
  self->bytes = g_malloc (PIECE);
  self->text = g_string_new (NULL);
  self->parser = json_parser_new ();
  g_signal_connect (self->parser, "error", G_CALLBACK (error_cb), self);
  self->place.line = 1;
  self->place.column = 1;
  return self;
}

void
lasna_workbook_json_reader_free (LasnaWorkbookJsonReader *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->stream);
  g_object_unref (self->parser);
  g_string_free (self->text, TRUE);
  g_clear_error (&self->error);
  g_free (self->bytes);
  g_free (self->table);
  g_free (self);
}

/**
 * lasna_workbook_json_reader_next:
 * @entry: (out) (transfer none): valid until the next call; its table is NULL at the end
 *
 * Returns: whether the file was sound so far
 */
gboolean
lasna_workbook_json_reader_next (LasnaWorkbookJsonReader *self,
                                 const LasnaJsonEntry **entry,
                                 GCancellable *cancellable,
                                 GError **error)
{
  gboolean found;

  *entry = &self->entry;
  self->cancellable = cancellable;
  self->entry.table = NULL;
  if (!self->is_begun && (!take_format (self, error) || !take_version (self, error)))
    return FALSE;
  self->is_begun = TRUE;
  return find_record (self, &found, error) && (!found || take_record (self, error));
}
