/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The small parts of the package, and the shared texts, which may be all that people wrote.
 */
#include "config.h"

#include "lasna-xlsx-book.h"

#include "lasna-error.h"
#include "lasna-zip-xml.h"

#include <string.h>

#define STRINGS_LIMIT (512 * 1024 * 1024)
#define SMALL_LIMIT (64 * 1024 * 1024)
#define SHEETS_MAX 1000
#define STYLES_MAX 100000

typedef struct
{
  LasnaXlsxBook *book;
  LasnaZipXml *part;
  const char *kind;         /* of the relations that are looked for */
  GHashTable *targets;      /* from the id of a relation to a part */
  char *base;               /* the folder that targets stand in */
  char *found;              /* the first of them */
  GHashTable *custom;       /* from the number of a format to what it means */
  gboolean in_cell_formats; /* those of cells, not of named styles */
  guint in_text;            /* depth in what holds letters */
  guint in_phonetic;        /* how to say it, which is no text */
} Reading;

static gboolean
read_number (const char *text, guint max, guint *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 0, max, &value, NULL))
    return FALSE;
  *number = (guint) value;
  return TRUE;
}

static void
end_nothing (gpointer data, const char *name)
{
}

static void
relation_start (gpointer data, const LasnaXmlElement *element)
{
  Reading *reading = data;
  g_autofree char *type = lasna_xml_element_dup (element, NULL, "Type");
  g_autofree char *id = lasna_xml_element_dup (element, NULL, "Id");
  g_autofree char *target = lasna_xml_element_dup (element, NULL, "Target");
  g_autofree char *path = NULL;

  if (strcmp (element->name, "Relationship") != 0 || type == NULL || id == NULL || target == NULL ||
      !g_str_has_suffix (type, reading->kind))
    return;
  path = g_canonicalize_filename (target, reading->base);
  if (reading->found == NULL)
    reading->found = g_strdup (path + 1);
  g_hash_table_insert (reading->targets, g_steal_pointer (&id), g_strdup (path + 1));
}

static void
workbook_start (gpointer data, const LasnaXmlElement *element)
{
  Reading *reading = data;

  if (strcmp (element->name, "workbookPr") == 0)
    {
      g_autofree char *is_1904 = lasna_xml_element_dup (element, NULL, "date1904");

      reading->book->is_1904 =
          is_1904 != NULL && (strcmp (is_1904, "1") == 0 || strcmp (is_1904, "true") == 0);
    }
  else if (strcmp (element->name, "sheet") == 0)
    {
      g_autofree char *id = lasna_xml_element_dup (element, "relationships", "id");
      const char *part = id != NULL ? g_hash_table_lookup (reading->targets, id) : NULL;
      char state[16];

      /* What its owner has hidden is not meant. */
      if (lasna_xml_element_copy (element, NULL, "state", state, sizeof state) &&
          strcmp (state, "visible") != 0)
        return;
      if (reading->book->sheets->len >= SHEETS_MAX)
        lasna_zip_xml_refuse (reading->part);
      else if (part != NULL)
        g_ptr_array_add (reading->book->sheets, g_strdup (part));
    }
}

static void
styles_start (gpointer data, const LasnaXmlElement *element)
{
  Reading *reading = data;
  char number[16];
  guint id = 0;

  if (strcmp (element->name, "cellXfs") == 0)
    reading->in_cell_formats = TRUE;
  lasna_xml_element_copy (element, NULL, "numFmtId", number, sizeof number);
  read_number (number, G_MAXUINT, &id);
  if (strcmp (element->name, "numFmt") == 0)
    {
      g_autofree char *code = lasna_xml_element_dup (element, NULL, "formatCode");

      if (code != NULL)
        g_hash_table_insert (reading->custom,
                             GUINT_TO_POINTER (id),
                             GUINT_TO_POINTER (lasna_cell_format_of_code (code)));
    }
  else if (strcmp (element->name, "xf") == 0 && reading->in_cell_formats)
    {
      gpointer custom;
      guint8 format = lasna_cell_format_of_number (id);

      if (g_hash_table_lookup_extended (reading->custom, GUINT_TO_POINTER (id), NULL, &custom))
        format = GPOINTER_TO_UINT (custom);
      g_array_append_val (reading->book->formats, format);
      if (reading->book->formats->len > STYLES_MAX)
        lasna_zip_xml_refuse (reading->part);
    }
}

static void
styles_end (gpointer data, const char *name)
{
  Reading *reading = data;

  if (strcmp (name, "cellXfs") == 0)
    reading->in_cell_formats = FALSE;
}

static void
strings_start (gpointer data, const LasnaXmlElement *element)
{
  Reading *reading = data;

  if (strcmp (element->name, "si") == 0)
    {
      guint32 start = reading->book->strings->len;

      g_array_append_val (reading->book->starts, start);
    }
  else if (strcmp (element->name, "rPh") == 0)
    reading->in_phonetic++;
  else if (strcmp (element->name, "t") == 0)
    reading->in_text++;
}

static void
strings_end (gpointer data, const char *name)
{
  Reading *reading = data;
  LasnaXlsxBook *book = reading->book;

  if (strcmp (name, "rPh") == 0)
    reading->in_phonetic--;
  else if (strcmp (name, "t") == 0)
    reading->in_text--;
  else if (strcmp (name, "si") == 0 && book->starts->len > 0)
    {
      lasna_xlsx_unescape (book->strings,
                           g_array_index (book->starts, guint32, book->starts->len - 1));
      g_string_append_c (book->strings, '\0');
    }
}

static void
strings_text (gpointer data, const char *text, gsize length)
{
  Reading *reading = data;

  if (reading->in_text > 0 && reading->in_phonetic == 0 && reading->book->starts->len > 0)
    g_string_append_len (reading->book->strings, text, length);
}

static const LasnaXmlHandler relations = { relation_start, end_nothing, NULL };
static const LasnaXmlHandler workbook = { workbook_start, end_nothing, NULL };
static const LasnaXmlHandler styles = { styles_start, styles_end, NULL };
static const LasnaXmlHandler strings = { strings_start, strings_end, strings_text };

/* Whether the part is there and sound, or is not there and need not be. */
static gboolean
read_part (Reading *reading,
           const char *name,
           guint64 limit,
           const LasnaXmlHandler *handler,
           gboolean is_needed,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (LasnaZipXml) part = NULL;

  if (!lasna_zip_xml_open (
          reading->book->file, name, limit, handler, reading, &part, cancellable, error))
    return FALSE;
  if (part == NULL)
    {
      if (is_needed)
        lasna_zip_xml_set_missing (name, error);
      return !is_needed;
    }
  reading->part = part;
  return lasna_zip_xml_read_all (part, cancellable, error);
}

/* Of a part, or with NULL of the package. */
static gboolean
read_relations (Reading *reading,
                const char *owner,
                const char *kind,
                GCancellable *cancellable,
                GError **error)
{
  g_autofree char *path = g_strconcat ("/", owner, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = owner != NULL ? g_path_get_basename (path) : g_strdup ("");
  g_autofree char *file = g_strconcat (name, ".rels", NULL);
  g_autofree char *part = g_build_filename (folder, "_rels", file, NULL);

  g_clear_pointer (&reading->found, g_free);
  g_free (reading->base);
  reading->base = g_steal_pointer (&folder);
  reading->kind = kind;
  return read_part (reading, part + 1, SMALL_LIMIT, &relations, FALSE, cancellable, error);
}

/* The names of the parts are those that the package gives them; the usual ones are only usual. */
static gboolean
read_book (Reading *reading, GCancellable *cancellable, GError **error)
{
  g_autofree char *book = NULL;

  if (!read_relations (reading, NULL, "/officeDocument", cancellable, error))
    return FALSE;
  book = reading->found != NULL ? g_strdup (reading->found) : g_strdup ("xl/workbook.xml");
  if (!read_relations (reading, book, "/worksheet", cancellable, error) ||
      !read_part (reading, book, SMALL_LIMIT, &workbook, TRUE, cancellable, error) ||
      !read_relations (reading, book, "/styles", cancellable, error) ||
      (reading->found != NULL &&
       !read_part (reading, reading->found, SMALL_LIMIT, &styles, FALSE, cancellable, error)) ||
      !read_relations (reading, book, "/sharedStrings", cancellable, error))
    return FALSE;
  return reading->found == NULL ||
         read_part (reading, reading->found, STRINGS_LIMIT, &strings, FALSE, cancellable, error);
}

/**
 * lasna_xlsx_book_new:
 *
 * Returns: (transfer full) (nullable): what the workbook says apart from its rows
 */
LasnaXlsxBook *
lasna_xlsx_book_new (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (LasnaXlsxBook) self = g_new0 (LasnaXlsxBook, 1);
  Reading reading = { .book = self };
  gboolean is_read;

  self->file = g_object_ref (file);
  self->sheets = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->formats = g_array_new (FALSE, FALSE, sizeof (guint8));
  reading.targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reading.custom = g_hash_table_new (NULL, NULL);
  is_read = read_book (&reading, cancellable, error);
  g_hash_table_unref (reading.targets);
  g_hash_table_unref (reading.custom);
  g_free (reading.base);
  g_free (reading.found);
  return is_read ? g_steal_pointer (&self) : NULL;
}

void
lasna_xlsx_book_free (LasnaXlsxBook *self)
{
  g_object_unref (self->file);
  g_ptr_array_unref (self->sheets);
  g_string_free (self->strings, TRUE);
  g_array_unref (self->starts);
  g_array_unref (self->formats);
  g_free (self);
}

/**
 * lasna_xlsx_book_get_string:
 *
 * Returns: (transfer none) (nullable): the shared text; NULL where there is none of that number
 */
const char *
lasna_xlsx_book_get_string (const LasnaXlsxBook *self, const char *index)
{
  guint number;

  if (!read_number (index, G_MAXUINT, &number) || number >= self->starts->len)
    return NULL;
  return self->strings->str + g_array_index (self->starts, guint32, number);
}

LasnaCellFormat
lasna_xlsx_book_get_format (const LasnaXlsxBook *self, const char *style)
{
  guint number;

  if (!read_number (style, G_MAXUINT, &number) || number >= self->formats->len)
    return LASNA_CELL_NUMBER;
  return g_array_index (self->formats, guint8, number);
}

/**
 * lasna_xlsx_unescape:
 *
 * Replaces, from @start on, letters that XML cannot write, such as `_x000D_`.
 */
void
lasna_xlsx_unescape (GString *text, gsize start)
{
  char *to = text->str + start;
  const char *from = to;

  if (strstr (from, "_x") == NULL)
    return;
  while (*from != '\0')
    {
      gunichar letter = 0;
      gboolean is_escape = from[0] == '_' && from[1] == 'x';

      for (int i = 2; is_escape && i < 6; i++)
        {
          is_escape = g_ascii_isxdigit (from[i]);
          letter = letter * 16 + (is_escape ? g_ascii_xdigit_value (from[i]) : 0);
        }
      if (is_escape && from[6] == '_' && letter != 0 && g_unichar_validate (letter))
        {
          to += g_unichar_to_utf8 (letter, to);
          from += 7;
        }
      else
        *to++ = *from++;
    }
  g_string_truncate (text, to - text->str);
}
