/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Spreadsheets and review files, whole and damaged. The files are made here; their content is
 * invented, their shapes are those of the tools.
 */
#include "config.h"

#include "lasna-cell-format.h"
#include "lasna-draft.h"
#include "lasna-error.h"
#include "lasna-import.h"
#include "lasna-test.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
} Part;

typedef struct
{
  LasnaTestFolder *folder;
  LasnaImportOptions *options;
} Fixture;

#define RELATIONS                                                                                  \
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""

static const Part types = { "[Content_Types].xml",
                            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                            "content-types\"/>" };
static const Part package = { "_rels/.rels",
                              RELATIONS "<Relationship Id=\"rId1\" Type=\"" TYPE
                                        "/officeDocument\" Target=\"xl/workbook.xml\"/>"
                                        "</Relationships>" };
static const Part relations = {
  "xl/_rels/workbook.xml.rels",
  RELATIONS "<Relationship Id=\"r1\" Type=\"" TYPE "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            "<Relationship Id=\"r2\" Type=\"" TYPE
            "/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>"
            "<Relationship Id=\"r3\" Type=\"" TYPE "/styles\" Target=\"styles.xml\"/>"
            "<Relationship Id=\"r4\" Type=\"" TYPE "/sharedStrings\" Target=\"sharedStrings.xml\"/>"
            "</Relationships>"
};
static const Part empty_sheet = { "xl/worksheets/sheet1.xml",
                                  "<worksheet " MAIN "><sheetData/></worksheet>" };
static const Part styles = {
  "xl/styles.xml",
  "<styleSheet " MAIN "><numFmts count=\"1\"><numFmt numFmtId=\"164\" "
  "formatCode=\"[$-409]m/d/yy\\ h:mm:ss;@\"/></numFmts>"
  "<cellStyleXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellStyleXfs>"
  "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"22\"/><xf numFmtId=\"14\"/>"
  "</cellXfs></styleSheet>"
};

static const Part hidden_sheet = { "xl/worksheets/sheet1.xml",
                                   "<worksheet " MAIN "><sheetData><row><c><v>7</v></c></row>"
                                   "</sheetData></worksheet>" };

static char *
dup_workbook (gboolean is_1904)
{
  return g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><workbook " MAIN
                          " xmlns:r=\"" TYPE "\">%s"
                          "<sheets><sheet name=\"Empty\" sheetId=\"1\" r:id=\"r1\"/>"
                          "<sheet name=\"Form1\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>",
                          is_1904 ? "<workbookPr date1904=\"1\"/>" : "");
}

static GBytes *
pack (const Part *parts, guint n_parts)
{
  gsize size = 1024 * 1024;
  g_autofree char *buffer = NULL;
  size_t used = 0;
  struct archive *archive = archive_write_new ();

  for (guint i = 0; i < n_parts; i++)
    size += strlen (parts[i].text);
  buffer = g_malloc (size);
  g_assert_cmpint (archive_write_set_format_zip (archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, size, &used), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_parts; i++)
    {
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, parts[i].name);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      archive_entry_set_size (entry, strlen (parts[i].text));
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      archive_write_data (archive, parts[i].text, strlen (parts[i].text));
      archive_entry_free (entry);
    }
  archive_write_close (archive);
  archive_write_free (archive);
  return g_bytes_new (buffer, used);
}

static GBytes *
pack_xlsx (const char *sheet, const char *strings, gboolean is_1904)
{
  g_autofree char *workbook = dup_workbook (is_1904);
  g_autofree char *rows =
      g_strdup_printf ("<worksheet " MAIN "><sheetData>%s</sheetData></worksheet>", sheet);
  g_autofree char *shared = g_strdup_printf ("<sst " MAIN ">%s</sst>", strings);
  const Part parts[] = {
    types,
    package,
    { "xl/workbook.xml", workbook },
    styles,
    empty_sheet,
    { "xl/worksheets/sheet2.xml", rows },
    relations,
    { "xl/sharedStrings.xml", shared },
  };

  return pack (parts, G_N_ELEMENTS (parts));
}

static GBytes *
pack_styled_ods (const char *styles_of_tables, const char *tables)
{
  g_autofree char *content = g_strdup_printf (
      "<o:document-content xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
      "xmlns:c=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\" "
      "xmlns:s=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
      "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">"
      "<o:automatic-styles>%s</o:automatic-styles><o:body><o:spreadsheet>%s"
      "</o:spreadsheet></o:body></o:document-content>",
      styles_of_tables,
      tables);
  const Part parts[] = {
    { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" },
    { "content.xml", content },
  };

  return pack (parts, G_N_ELEMENTS (parts));
}

static GBytes *
pack_ods (const char *tables)
{
  return pack_styled_ods ("", tables);
}

/* What Microsoft Forms writes: shared texts, days as numbers, an empty cell left out. */
static GBytes *
pack_forms (gboolean is_1904)
{
  const char *start = is_1904 ? "42864.400509259262" : "44326.400509259262";
  const char *end = is_1904 ? "42864.407141203701" : "44326.407141203701";
  g_autofree char *sheet = g_strdup_printf (
      "<row r=\"1\" spans=\"1:7\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
      "<c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>3</v></c><c r=\"E1\" t=\"s\"><v>4</v>"
      "</c><c r=\"F1\" t=\"s\"><v>5</v></c><c r=\"G1\" t=\"inlineStr\"><is><r><t>Would you "
      "</t></r><r><t>recommend us?</t></r><rPh sb=\"0\"><t>xx</t></rPh></is></c></row>"
      "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" s=\"1\"><v>%s</v></c><c r=\"C2\" s=\"1\">"
      "<v>%s</v></c><c r=\"D2\" t=\"s\"><v>6</v></c><c r=\"F2\" t=\"s\"><v>7</v></c>"
      "<c r=\"G2\"><v>9.0</v></c></row>"
      "<row r=\"4\"><c r=\"A4\"><v>2</v></c><c r=\"B4\" s=\"1\"><v>%s</v></c><c r=\"C4\" s=\"1\">"
      "<v>%s</v></c><c r=\"D4\" t=\"s\"><v>6</v></c><c r=\"E4\" t=\"e\"><v>#N/A</v></c>"
      "<c r=\"G4\" t=\"str\"><f>1+2</f><v>3</v></c></row>",
      start,
      end,
      start,
      end);

  return pack_xlsx (sheet,
                    "<si><t>ID</t></si><si><t>Start time</t></si><si><t>Completion time</t></si>"
                    "<si><t>Email</t></si><si><t>Name</t></si><si><t>What stayed with you of the "
                    "visit?</t></si><si><t>anonymous</t></si><si><r><t xml:space=\"preserve\">Warm "
                    "</t></r><r><t>welcome,_x000D_\nslow &amp; good food</t></r></si>",
                    is_1904);
}

static const char forms_csv[] =
    "ID,Start time,Completion time,Email,Name,What stayed with you of the visit?,"
    "Would you recommend us?\n"
    "1,2021-05-10T09:36:44,2021-05-10T09:46:17,anonymous,,\"Warm welcome,\r\nslow & good food\",9\n"
    ",,,,,,\n"
    "2,2021-05-10T09:36:44,2021-05-10T09:46:17,anonymous,,,3\n";

#define CELL(text)                                                                                 \
  "<table:table-cell o:value-type=\"string\"><text:p>" text "</text:p></table:table-cell>"

/* Reviews as Trustpilot writes them, saved by LibreOffice: repeated cells and rows, a note. */
static const char reviews_ods[] =
    "<table:table table:name=\"Empty\"><table:table-row table:number-rows-repeated=\"1048576\">"
    "<table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>"
    "<table:table table:name=\"Reviews\"><table:table-header-rows><table:table-row>" CELL (
        "Review ID") CELL ("Review Created (UTC)") CELL ("Review Content") CELL ("Review Stars")
        CELL ("Tags") CELL (
            "Replied") "</table:table-row></table:table-header-rows>"
                       "<table:table-row>" CELL (
                           "a1") "<table:table-cell o:value-type=\"date\" o:date-value=\"2024-05-08T23:29:00\">"
                                 "<text:p>8.5.2024</text:p></table:table-cell>"
                                 "<table:table-cell o:value-type=\"string\"><o:annotation><text:p>my note</text:p>"
                                 "</o:annotation><text:p>Two<text:s text:c=\"2\"/>words</text:p><text:p>and a "
                                 "<text:span>line</text:span></text:p></table:table-cell>"
                                 "<table:table-cell o:value-type=\"float\" o:value=\"5\"><text:p>5,00</text:p>"
                                 "</table:table-cell>"
                                 "<table:table-cell o:value-type=\"string\" c:value-type=\"error\"><text:p>Err:508"
                                 "</text:p></table:table-cell>"
                                 "<table:table-cell o:value-type=\"boolean\" o:boolean-value=\"true\"><text:p>WAHR"
                                 "</text:p></table:table-cell>"
                                 "<table:table-cell table:number-columns-repeated=\"16378\"/></table:table-row>"
                                 "<table:table-row table:number-rows-repeated=\"2\">"
                                 "<table:table-cell table:number-columns-repeated=\"2\" o:value-type=\"date\" "
                                 "o:date-value=\"2024-05-09\"><text:p>9.5.</text:p></table:table-cell>"
                                 "<table:covered-table-cell/>"
                                 "<table:table-cell o:value-type=\"float\" o:value=\"4.0\"/></table:table-row>"
                                 "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell/>"
                                 "</table:table-row></table:table>"
                                 "<table:table table:name=\"Later\"><table:table-row>" CELL (
                                     "no") "</table:table-row></table:table>";

static const char reviews_csv[] =
    "Review ID,Review Created (UTC),Review Content,Review Stars,Tags,Replied\n"
    "a1,2024-05-08T23:29:00,\"Two  words\nand a line\",5,,TRUE\n"
    "2024-05-09,2024-05-09,,4\n"
    "2024-05-09,2024-05-09,,4\n";

static const char business_json[] =
    "{ \"reviews\": ["
    "{\"name\":\"accounts/1/locations/2/reviews/abc\",\"reviewer\":{\"displayName\":\"Ada\"},"
    "\"starRating\":\"FOUR\",\"comment\":\"older\",\"createTime\":\"2025-08-01T10:20:30.123Z\","
    "\"updateTime\":\"2025-08-01T10:20:30Z\"},"
    "{\"name\":\"accounts/9/locations/2/reviews/abc\",\"starRating\":\"FIVE\",\"comment\":"
    "\"(Translated by Google) Good\\n\\n(Original)\\nHyvä\",\"createTime\":"
    "\"2025-08-01T10:20:30.123Z\",\"updateTime\":\"2025-08-02T10:20:30Z\"},"
    "{\"name\":\"accounts/1/locations/2/reviews/def\",\"starRating\":\"STAR_RATING_UNSPECIFIED\","
    "\"comment\":\"Bra\\n\\n(Translated by Google)\\nGood\",\"createTime\":"
    "\"2025-08-03T10:20:30.123Z\"}, 5, null ] }";

static const char business_csv[] = "reviewId,createTime,starRating,comment,reviewer displayName\n"
                                   "locations/2/reviews/abc,2025-08-01T10:20:30.123Z,5,Hyvä,\n"
                                   "locations/2/reviews/def,2025-08-03T10:20:30.123Z,,Bra,\n";

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = lasna_test_folder_new ();
  fixture->options = lasna_import_options_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  lasna_import_options_free (fixture->options);
  lasna_test_folder_free (fixture->folder);
}

static LasnaImportPlan *
try_plan (Fixture *fixture, const char *name, const void *bytes, gsize length, GError **error)
{
  g_autofree char *path = lasna_test_folder_dup_path (fixture->folder, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  return lasna_import_plan_new (file, fixture->options, NULL, error);
}

static LasnaImportPlan *
plan_text (Fixture *fixture, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  LasnaImportPlan *plan = try_plan (fixture, name, text, strlen (text), &error);

  g_assert_no_error (error);
  return plan;
}

static LasnaImportPlan *
plan_bytes (Fixture *fixture, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  LasnaImportPlan *plan = try_plan (fixture, "export.bin", data, length, &error);

  g_assert_no_error (error);
  return plan;
}

static char *
dup_rows (LasnaImportPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaRowSource) source = lasna_import_plan_open (plan, NULL, &error);
  GString *text = g_string_new (NULL);
  const LasnaRow *row;

  g_assert_no_error (error);
  while (lasna_row_source_next (source, &row, NULL, &error) && row != NULL)
    {
      guint n = row->n_cells;

      g_assert_cmpint (row->trouble, ==, LASNA_ROW_SOUND);
      while (n > 0 && *row->cells[n - 1] == '\0')
        n--;
      g_string_append_printf (text, "%" G_GUINT64_FORMAT, row->number);
      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "|%s", row->cells[i]);
      g_string_append_c (text, '\n');
    }
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static guint64
import (Fixture *fixture, const char *name, LasnaImportPlan *plan)
{
  g_autofree char *path = lasna_test_folder_dup_path (fixture->folder, name);
  g_autoptr (GError) error = NULL;
  LasnaWorkbook *workbook = lasna_workbook_create (path, LASNA_LANGUAGE_EN, NULL, &error);
  g_autoptr (LasnaImport) run = NULL;
  guint64 voices;

  g_assert_no_error (error);
  run = lasna_import_new (workbook, plan, NULL, FALSE);
  lasna_import_run (run, NULL, &error);
  g_assert_no_error (error);
  voices = lasna_import_get_plan (run)->voices;
  g_clear_object (&run);
  lasna_workbook_close (workbook, NULL);
  g_object_unref (workbook);
  return voices;
}

/* Both are taken for the same, read the same and bring the same. */
static void
compare (Fixture *fixture, LasnaImportPlan *plan, const char *csv, const char *dialect)
{
  LasnaImportPlan *expected = plan_text (fixture, "export.csv", csv);
  g_autofree char *rows = dup_rows (plan);
  g_autofree char *expected_rows = dup_rows (expected);
  guint64 voices;

  g_assert_cmpstr (rows, ==, expected_rows);
  g_assert_cmpstr (plan->dialect->id, ==, dialect);
  g_assert_true (plan->dialect == expected->dialect);
  g_assert_cmpuint (plan->header_rows, ==, expected->header_rows);
  g_assert_cmpuint (plan->undecided->len, ==, expected->undecided->len);
  g_assert_cmpuint (plan->columns->len, ==, expected->columns->len);
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const LasnaColumn *column = lasna_import_plan_get_column (plan, i);
      const LasnaColumn *same = lasna_import_plan_get_column (expected, i);

      g_assert_cmpstr (column->name, ==, same->name);
      g_assert_cmpint (column->field, ==, same->field);
    }
  voices = import (fixture, "sheet.lasna", plan);
  g_assert_cmpuint (voices, ==, import (fixture, "csv.lasna", expected));
  g_assert_cmpuint (voices, >, 0);
}

static void
test_xlsx (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = pack_forms (FALSE);

  compare (fixture, plan_bytes (fixture, bytes), forms_csv, "microsoft-forms");
}

static void
test_1904 (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = pack_forms (TRUE);

  compare (fixture, plan_bytes (fixture, bytes), forms_csv, "microsoft-forms");
}

static void
test_ods (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = pack_ods (reviews_ods);

  compare (fixture, plan_bytes (fixture, bytes), reviews_csv, "trustpilot");
}

static void
test_reviews (Fixture *fixture, gconstpointer data)
{
  compare (
      fixture, plan_text (fixture, "reviews.json", business_json), business_csv, "google-business");
}

/* What other programs save of the reviews: a bare list, and stars as numbers. */
static void
test_list_of_reviews (Fixture *fixture, gconstpointer data)
{
  compare (fixture,
           plan_text (fixture,
                      "list.json",
                      "[{\"reviewId\":\"a\",\"starRating\":4,\"comment\":null,\"createTime\":"
                      "\"2025-08-01T10:20:30Z\"},{\"reviewId\":\"b\",\"starRating\":[5],"
                      "\"comment\":\"Bra\",\"createTime\":\"2025-08-02T10:20:30Z\"}]"),
           "reviewId,createTime,starRating,comment,reviewer displayName\n"
           "a,2025-08-01T10:20:30Z,4,,\nb,2025-08-02T10:20:30Z,,Bra,\n",
           "google-business");
}

static void
test_formats (void)
{
  static const struct
  {
    const char *code;
    LasnaCellFormat format;
  } codes[] = {
    { "General", LASNA_CELL_NUMBER },
    { "0.00E+00", LASNA_CELL_NUMBER },
    { "#,##0.00\\ \"days\"", LASNA_CELL_NUMBER },
    { "[Red]0;[Blue]0", LASNA_CELL_NUMBER },
    { "[$kr-41D]0", LASNA_CELL_NUMBER },
    { "yyyy\\-mm\\-dd", LASNA_CELL_DATE },
    { "d.m.yyyy h:mm", LASNA_CELL_DATE },
    { "mmm", LASNA_CELL_DATE },
    { "h:mm AM/PM", LASNA_CELL_TIME },
    { "[h]:mm", LASNA_CELL_DURATION },
    { "0\"", LASNA_CELL_NUMBER },
    { "\\", LASNA_CELL_NUMBER },
    { "", LASNA_CELL_NUMBER },
  };
  static const struct
  {
    LasnaCellFormat format;
    const char *text;
    gboolean is_1904;
    const char *shown;
  } cells[] = {
    { LASNA_CELL_DATE, "45421.978472222225", FALSE, "2024-05-09T23:29:00" },
    { LASNA_CELL_DATE, "45421", FALSE, "2024-05-09" },
    { LASNA_CELL_DATE, "1", FALSE, "1900-01-01" },
    { LASNA_CELL_DATE, "61", FALSE, "1900-03-01" },
    { LASNA_CELL_DATE, "0", TRUE, "1904-01-01" },
    { LASNA_CELL_DATE, "2958465.9999999", FALSE, "9999-12-31T23:59:59" },
    { LASNA_CELL_DATE, "-3", FALSE, "-3" },
    { LASNA_CELL_DATE, "1e300", FALSE, "1e+300" },
    { LASNA_CELL_TIME, "0.5", FALSE, "12:00:00" },
    { LASNA_CELL_DURATION, "1.25", FALSE, "30:00:00" },
    { LASNA_CELL_NUMBER, "5.0", FALSE, "5" },
    { LASNA_CELL_NUMBER, "0.30000000000000004", FALSE, "0.3" },
    { LASNA_CELL_NUMBER, "five", FALSE, NULL },
    { LASNA_CELL_NUMBER, "inf", FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_cmpint (lasna_cell_format_of_code (codes[i].code), ==, codes[i].format);
  g_assert_cmpint (lasna_cell_format_of_number (13), ==, LASNA_CELL_NUMBER);
  g_assert_cmpint (lasna_cell_format_of_number (22), ==, LASNA_CELL_DATE);
  g_assert_cmpint (lasna_cell_format_of_number (47), ==, LASNA_CELL_TIME);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      char shown[64];
      gboolean is_number = lasna_cell_format_write (
          cells[i].format, cells[i].text, cells[i].is_1904, shown, sizeof shown);

      g_assert_cmpstr (is_number ? shown : NULL, ==, cells[i].shown);
    }
}

static void
refuse (Fixture *fixture, const void *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (try_plan (fixture, "bad", bytes, length, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_PARSE);
}

static void
refuse_bytes (Fixture *fixture, GBytes *bytes)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  refuse (fixture, data, length);
  g_bytes_unref (bytes);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const sheets[] = {
    "<row r=\"1048577\"><c><v>1</v></c></row>",
    "<row r=\"99999999999999999999\"/>",
    "<row r=\"1048576\"/><row r=\"1048577\"/>",
    "<row r=\"0\"/>",
    "<row r=\"2\"/><row r=\"2\"/>",
    "<row><c r=\"XFE1\"><v>1</v></c></row>",
    "<row><c r=\"ZZZZZZZZZZZZZZ1\"><v>1</v></c></row>",
    "<row><c r=\"17\"><v>1</v></c></row>",
    "<row><c r=\"B1\"/><c r=\"A1\"/></row>",
    "<row><c t=\"s\"><v>7</v></c></row>",
    "<row><c t=\"s\"><v>-1</v></c></row>",
    "<row><c><v>&unknown;</v></c></row>",
    "<row><c>",
  };
  static const char *const jsons[] = {
    "{\"type\": \"FeatureCollection\", \"features\": []}",
    "{\"reviews\": 5}",
    "{}",
    "{\"reviews\": [",
    "{\"reviews\": [\"\xff\"]}",
  };
  static const Part lone[] = { { "content.xml",
                                 "<!DOCTYPE a [<!ENTITY b \"bbb\"><!ENTITY c \"&b;&b;\">]>"
                                 "<a>&c;</a>" } };
  static const Part other[] = { { "letter.txt", "Hello" } };
  g_autoptr (GString) deep = g_string_new ("{\"reviews\": ");

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    refuse_bytes (fixture, pack_xlsx (sheets[i], "<si><t>a</t></si>", FALSE));
  for (guint i = 0; i < G_N_ELEMENTS (jsons); i++)
    refuse (fixture, jsons[i], strlen (jsons[i]));
  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (deep, '[');
  refuse (fixture, deep->str, deep->len);
  g_string_truncate (deep, 0);
  for (guint i = 0; i < 1000; i++)
    g_string_append (deep, "<a>");
  refuse_bytes (fixture, pack_ods (deep->str));
  refuse_bytes (fixture, pack (lone, 1));
  refuse_bytes (fixture, pack (other, 1));
  refuse_bytes (fixture, pack (&types, 1));
  refuse_bytes (
      fixture,
      pack_ods ("<table:table><table:table-row table:number-rows-repeated=\"99999999\">" CELL (
          "a") "</table:table-row></table:table>"));
  refuse (fixture, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more", 17);
}

/* A small file that unpacks to very much. */
static void
test_bomb (Fixture *fixture, gconstpointer data)
{
  gsize length = 90 * 1024 * 1024;
  g_autofree char *blanks = g_malloc (length + 1);

  memset (blanks, ' ', length);
  blanks[length] = '\0';
  refuse_bytes (fixture, pack_ods (blanks));
}

/* What a person may do with the plan of a damaged file: read all of it. */
static void
try_damaged (Fixture *fixture, const void *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaImportPlan) plan = try_plan (fixture, "damaged", bytes, length, &error);

  if (plan != NULL && lasna_import_plan_is_decided (plan, NULL))
    lasna_import_plan_count (plan, NULL, "2026-11-21", NULL, &error);
  if (error != NULL)
    g_assert_true (error->domain == LASNA_ERROR);
}

static void
damage (Fixture *fixture, GBytes *whole)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (18);
  gsize length;
  const guint8 *bytes = g_bytes_get_data (whole, &length);

  for (guint i = 0; i < 60; i++)
    try_damaged (fixture, bytes, length * i / 60);
  for (guint i = 0; i < 150; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (bytes, length);

      for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
        copy[g_rand_int_range (random, 0, length)] ^= 1 << g_rand_int_range (random, 0, 8);
      try_damaged (fixture, copy, length);
    }
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) forms = pack_forms (FALSE);
  g_autoptr (GBytes) reviews = pack_ods (reviews_ods);
  g_autoptr (GBytes) json = g_bytes_new_static (business_json, strlen (business_json));

  damage (fixture, forms);
  damage (fixture, reviews);
  damage (fixture, json);
}

/* Damage inside the parts, which the sums of the package would tell, had they not been made anew.
 */
static void
test_damaged_parts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = g_strdup (reviews_ods);
      g_autoptr (GBytes) bytes = NULL;
      gsize length;
      const void *packed;

      for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
        text[g_rand_int_range (random, 0, strlen (reviews_ods))] =
            "<>\"/=09a "[g_rand_int_range (random, 0, 9)];
      bytes = pack_ods (text);
      packed = g_bytes_get_data (bytes, &length);
      try_damaged (fixture, packed, length);
    }
}

/* A sheet that its owner has hidden is not the one that is meant. */
static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  const Part parts[] = {
    types,
    package,
    { "xl/workbook.xml",
      "<workbook " MAIN " xmlns:r=\"" TYPE "\"><sheets>"
      "<sheet name=\"Notes\" sheetId=\"1\" state=\"hidden\" r:id=\"r1\"/>"
      "<sheet name=\"Answers\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>" },
    styles,
    hidden_sheet,
    { "xl/worksheets/sheet2.xml",
      "<worksheet " MAIN "><sheetData><row><c t=\"inlineStr\"><is><t>nps</t></is></c></row>"
      "<row><c><v>9</v></c></row></sheetData></worksheet>" },
    relations,
    { "xl/sharedStrings.xml", "<sst " MAIN "/>" },
  };
  g_autoptr (GBytes) bytes = pack (parts, G_N_ELEMENTS (parts));
  g_autoptr (LasnaImportPlan) plan = plan_bytes (fixture, bytes);

  g_assert_cmpuint (plan->columns->len, ==, 1);
  g_assert_cmpstr (lasna_import_plan_get_column (plan, 0)->name, ==, "nps");
}

static void
test_hidden_ods (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = pack_styled_ods (
      "<s:style s:name=\"cell\" s:family=\"table-cell\"/>"
      "<s:style s:name=\"away\" s:family=\"table\"><s:table-properties table:display=\"false\"/>"
      "</s:style><s:style s:name=\"here\" s:family=\"table\">"
      "<s:table-properties table:display=\"true\"/></s:style>",
      "<table:table table:style-name=\"away\"><table:table-row>" CELL ("notes") CELL (
          "more") "</table:table-row></table:table>"
                  "<table:table table:style-name=\"here\"><table:table-row>" CELL (
                      "nps") "</table:table-row><table:table-row>" CELL ("9") "</table:table-row></table:table>");
  g_autoptr (LasnaImportPlan) plan = plan_bytes (fixture, bytes);

  g_assert_cmpuint (plan->columns->len, ==, 1);
  g_assert_cmpstr (lasna_import_plan_get_column (plan, 0)->name, ==, "nps");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheets/formats", test_formats);
  ADD ("/sheets/xlsx", test_xlsx);
  ADD ("/sheets/1904", test_1904);
  ADD ("/sheets/hidden", test_hidden);
  ADD ("/sheets/hidden/ods", test_hidden_ods);
  ADD ("/sheets/ods", test_ods);
  ADD ("/sheets/reviews", test_reviews);
  ADD ("/sheets/reviews/list", test_list_of_reviews);
  ADD ("/sheets/refused", test_refused);
  ADD ("/sheets/bomb", test_bomb);
  ADD ("/sheets/damaged", test_damaged);
  ADD ("/sheets/damaged-parts", test_damaged_parts);
  return g_test_run ();
}
