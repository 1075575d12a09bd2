/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans the import of spreadsheets and review files that were damaged by chance, in their packing
 * or inside it: no crash, no end of memory, no hang. Rounds and, to repeat one, the number of the
 * first are the arguments.
 */
#include "config.h"

#include "lasna-damage.h"
#include "lasna-draft.h"
#include "lasna-test.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

typedef struct
{
  const char *name;
  const char *text;
} Part;

static const Part xlsx[] = {
  { "_rels/.rels",
    "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"r\" Type=\"" OFFICE
    "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>" },
  { "xl/workbook.xml",
    "<workbook " MAIN " xmlns:r=\"" OFFICE "\"><workbookPr date1904=\"0\"/><sheets>"
    "<sheet name=\"A\" sheetId=\"1\" state=\"hidden\" r:id=\"r3\"/>"
    "<sheet name=\"B\" sheetId=\"2\" r:id=\"r1\"/></sheets></workbook>" },
  { "xl/_rels/workbook.xml.rels",
    "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"r1\" Type=\"" OFFICE
    "/worksheet\" Target=\"sheet.xml\"/><Relationship Id=\"r2\" Type=\"" OFFICE
    "/styles\" Target=\"styles.xml\"/><Relationship Id=\"r3\" Type=\"" OFFICE
    "/worksheet\" Target=\"hidden.xml\"/><Relationship Id=\"r4\" Type=\"" OFFICE
    "/sharedStrings\" Target=\"strings.xml\"/></Relationships>" },
  { "xl/styles.xml",
    "<styleSheet " MAIN "><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy-mm-dd\"/></numFmts>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"22\"/></cellXfs>"
    "</styleSheet>" },
  { "xl/strings.xml",
    "<sst " MAIN "><si><t>Date</t></si><si><t>NPS</t></si><si><r><t>Com</t></r><r><t>ment</t></r>"
    "</si><si><t xml:space=\"preserve\"> warm_x000D_ </t></si></sst>" },
  { "xl/hidden.xml",
    "<worksheet " MAIN "><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>" },
  { "xl/sheet.xml",
    "<worksheet " MAIN "><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>"
    "<c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c></row>"
    "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>46000</v></c><c r=\"B2\"><v>9</v></c>"
    "<c r=\"C2\" t=\"s\"><v>3</v></c></row><row r=\"7\"><c r=\"A7\" s=\"2\"><v>46001.5</v></c>"
    "<c r=\"B7\" t=\"e\"><v>#N/A</v></c><c r=\"XFD7\" t=\"inlineStr\"><is><t>cold</t></is></c>"
    "</row></sheetData></worksheet>" },
};

static const Part ods[] = {
  { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" },
  { "content.xml",
    "<o:document-content xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
    "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><o:body><o:spreadsheet>"
    "<table:table><table:table-row><table:table-cell><text:p>Date</text:p></table:table-cell>"
    "<table:table-cell><text:p>NPS</text:p></table:table-cell></table:table-row>"
    "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell "
    "o:value-type=\"date\" o:date-value=\"2026-01-02T03:04:05\"><text:p>2.1.</text:p>"
    "</table:table-cell><table:table-cell o:value-type=\"float\" o:value=\"7\" "
    "table:number-columns-repeated=\"2\"><text:p>7</text:p></table:table-cell></table:table-row>"
    "<table:table-row table:number-rows-repeated=\"1048573\"><table:table-cell "
    "table:number-columns-repeated=\"1024\"/></table:table-row></table:table>"
    "</o:spreadsheet></o:body></o:document-content>" },
};

static const Part reviews[] = {
  { "reviews.json",
    "{\"reviews\":[{\"name\":\"accounts/1/locations/2/reviews/abc\",\"reviewer\":"
    "{\"displayName\":\"A\"},\"starRating\":\"FIVE\",\"comment\":\"(Translated by Google) Good"
    "\\n\\n(Original)\\nHyv\\u00e4\",\"createTime\":\"2026-08-01T10:20:30.123Z\","
    "\"updateTime\":\"2026-08-02T10:20:30Z\"},{\"name\":\"accounts/1/locations/2/reviews/b\","
    "\"starRating\":\"STAR_RATING_UNSPECIFIED\",\"createTime\":\"2026-08-01T10:20:30Z\"}]}" },
};

static const struct
{
  const Part *parts;
  guint n_parts;
  const char *file;
} seeds[] = {
  { xlsx, G_N_ELEMENTS (xlsx), "export.xlsx" },
  { ods, G_N_ELEMENTS (ods), "export.ods" },
  { reviews, G_N_ELEMENTS (reviews), "reviews.json" },
};

/* The empty one stands for NUL. */
static const char *const pieces[] = {
  "<row r=\"1048577\">",
  "<c r=\"ZZZZ1\">",
  "number-columns-repeated=\"4294967295\"",
  "number-rows-repeated=\"-1\"",
  "<v>99999999999</v>",
  "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>",
  "&b;",
  "]]>",
  "<",
  ">",
  "\"",
  "</row>",
  "t=\"s\"",
  "1e308",
  "{\"reviews\":[",
  "[[[[[[[[",
  "\\ud800",
  "null",
  "PK\x03\x04",
  "",
};

static void
append_part (struct archive *archive, const char *name, const GByteArray *bytes)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, bytes->len);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  archive_write_data (archive, bytes->data, bytes->len);
  archive_entry_free (entry);
}

static GByteArray *
read_part (const Part *part)
{
  GByteArray *bytes = g_byte_array_new ();

  return g_byte_array_append (bytes, (const guint8 *) part->text, (guint) strlen (part->text));
}

/* Packs the parts, one of them damaged; none where @damaged is too large. */
static GByteArray *
pack (GRand *chance, const Part *parts, guint n_parts, guint damaged)
{
  gsize room = 4 * 1024 * 1024;
  GByteArray *packed = g_byte_array_sized_new ((guint) room);
  size_t used = 0;
  struct archive *archive = archive_write_new ();

  g_byte_array_set_size (packed, (guint) room);
  g_assert_cmpint (archive_write_set_format_zip (archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_memory (archive, packed->data, room, &used), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_parts; i++)
    {
      g_autoptr (GByteArray) bytes = read_part (&parts[i]);

      if (i == damaged)
        lasna_damage (chance, bytes, pieces, G_N_ELEMENTS (pieces));
      append_part (archive, parts[i].name, bytes);
    }
  archive_write_close (archive);
  archive_write_free (archive);
  g_byte_array_set_size (packed, (guint) used);
  return packed;
}

/* Three files of four are whole on the outside, so that the damage reaches the inner reader. */
static GByteArray *
make_file (GRand *chance, guint seed)
{
  guint n_parts = seeds[seed].n_parts;
  gboolean is_outside = g_rand_int_range (chance, 0, 4) == 0;
  GByteArray *bytes;

  if (n_parts == 1)
    {
      bytes = read_part (&seeds[seed].parts[0]);
      is_outside = TRUE;
    }
  else
    bytes = pack (chance,
                  seeds[seed].parts,
                  n_parts,
                  is_outside ? n_parts : (guint) g_rand_int_range (chance, 0, (int) n_parts));
  if (is_outside)
    lasna_damage (chance, bytes, pieces, G_N_ELEMENTS (pieces));
  return bytes;
}

static void
check_plan (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LasnaImportOptions) options = lasna_import_options_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaImportPlan) plan = lasna_import_plan_new (file, options, NULL, &error);

  if (plan == NULL || !lasna_import_plan_count (plan, NULL, "2026-11-21", NULL, &error))
    g_assert_nonnull (error);
  if (error != NULL)
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
read_damaged (GRand *chance, guint round, gpointer folder)
{
  guint seed = (guint) g_rand_int_range (chance, 0, G_N_ELEMENTS (seeds));
  g_autofree char *path = lasna_test_folder_dup_path (folder, seeds[seed].file);
  g_autoptr (GByteArray) bytes = make_file (chance, seed);

  lasna_damage_write (path, bytes);
  check_plan (path);
}

int
main (int argc, char *argv[])
{
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();

  return lasna_damage_run (argc, argv, read_damaged, folder);
}
