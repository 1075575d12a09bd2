/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file is known by its first bytes, whatever its name says.
 */
#include "config.h"

#include "lasna-source-kind.h"

#include "lasna-error.h"
#include "lasna-ods-reader.h"
#include "lasna-reviews-reader.h"
#include "lasna-source-file.h"
#include "lasna-xlsx-reader.h"
#include "lasna-zip-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BEGINNING 4096

static const LasnaSourceKind reviews = { "json", "JSON", lasna_reviews_reader_new };

/* A package is known by a part that it cannot be without. */
static const struct
{
  const char *part;
  LasnaSourceKind kind;
} packages[] = {
  { "[Content_Types].xml", { "xlsx", "Excel", lasna_xlsx_reader_new } },
  { "content.xml", { "ods", "OpenDocument", lasna_ods_reader_new } },
};

static void
nothing_start (gpointer data, const LasnaXmlElement *element)
{
}

static void
nothing_end (gpointer data, const char *name)
{
}

static gboolean
find_package (GFile *file, const LasnaSourceKind **kind, GCancellable *cancellable, GError **error)
{
  static const LasnaXmlHandler handler = { nothing_start, nothing_end, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (packages); i++)
    {
      g_autoptr (LasnaZipXml) part = NULL;

      if (!lasna_zip_xml_open (
              file, packages[i].part, BEGINNING, &handler, NULL, &part, cancellable, error))
        return FALSE;
      if (part != NULL)
        {
          *kind = &packages[i].kind;
          return TRUE;
        }
    }
  g_set_error_literal (error,
                       LASNA_ERROR,
                       LASNA_ERROR_PARSE,
                       _ ("The file is a package of other files, not a spreadsheet. Nothing was "
                          "imported; unpack it, or choose an .xlsx, .ods or CSV file."));
  return FALSE;
}

/* An object in braces, or a list of them, begins with a name in quotation marks, which no table
 * does.
 */
static gboolean
is_json (const char *start)
{
  if (g_str_has_prefix (start, "\xef\xbb\xbf"))
    start += 3;
  start += strspn (start, " \t\r\n[");
  if (*start != '{')
    return FALSE;
  start += 1 + strspn (start + 1, " \t\r\n");
  return *start == '"' || *start == '}';
}

/**
 * lasna_source_kind_find:
 * @kind: (out) (nullable) (transfer none): the kind of @file; NULL for text
 *
 * Returns: FALSE where the file could not be read, or no rows can be in it
 */
gboolean
lasna_source_kind_find (GFile *file,
                        const LasnaSourceKind **kind,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GFileInputStream) stream = lasna_source_file_open (file, cancellable, error);
  char start[BEGINNING + 1];
  gsize length;

  *kind = NULL;
  if (stream == NULL || !g_input_stream_read_all (
                            G_INPUT_STREAM (stream), start, BEGINNING, &length, cancellable, error))
    return FALSE;
  start[length] = '\0';
  if (length >= 4 && memcmp (start, "PK\3\4", 4) == 0)
    return find_package (file, kind, cancellable, error);
  if (length >= 8 && memcmp (start, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0)
    {
      g_set_error_literal (error,
                           LASNA_ERROR,
                           LASNA_ERROR_PARSE,
                           _ ("The file is an older workbook, or one with a password. Nothing was "
                              "imported; save it as .xlsx without a password, or as CSV."));
      return FALSE;
    }
  if (is_json (start))
    *kind = &reviews;
  return TRUE;
}
