/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bytes, rows, days and numbers as files have them.
 */
#include "config.h"

#include "lasna-csv-reader.h"
#include "lasna-date-reader.h"
#include "lasna-encoding.h"
#include "lasna-fingerprint.h"
#include "lasna-fold.h"
#include "lasna-number-reader.h"

#include <string.h>

static GInputStream *
new_stream (const char *bytes, gssize length)
{
  return g_memory_input_stream_new_from_data (g_memdup2 (bytes, MAX (length, 1)), length, g_free);
}

static LasnaEncodingScan
scan_bytes (const char *bytes, gssize length)
{
  g_autoptr (GInputStream) stream = new_stream (bytes, length);
  g_autoptr (GError) error = NULL;
  LasnaEncodingScan scan;

  g_assert_true (lasna_encoding_scan (stream, &scan, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (scan.size, ==, length);
  return scan;
}

static void
test_encoding_scan (void)
{
  static const struct
  {
    const char *bytes;
    gssize length;
    const char *encoding;
    gboolean has_mark;
    guint undefined;
  } cases[] = {
    { "", 0, "utf-8", FALSE, 0 },
    { "plain", 5, "utf-8", FALSE, 0 },
    { "\xef\xbb\xbfn\xc3\xa4", 6, "utf-8", TRUE, 0 },
    { "l\xc3\xa4sn\xc3\xa4", 7, "utf-8", FALSE, 0 },
    { "l\xe4sn\xe4", 5, "windows-1252", FALSE, 0 },
    { "caf\xc3", 4, "windows-1252", FALSE, 0 },
    { "a\x90\x81 \xe9", 5, "windows-1252", FALSE, 2 },
    { "\xff\xfe"
      "a\0,\0",
      6,
      "utf-16le",
      TRUE,
      0 },
    { "\xfe\xff\0a\0,", 6, "utf-16be", TRUE, 0 },
    { "d\0a\0t\0e\0,\0n\0", 12, "utf-16le", FALSE, 0 },
    { "\0d\0a\0t\0e\0,\0n", 12, "utf-16be", FALSE, 0 },
    /* The low half of U+1F600 ends in a zero byte. */
    { "d\0a\0t\0e\0,\0n\0p\0s\0,\0c\0o\0m\0m\0e\0n\0t\0=\xd8\0\xde", 34, "utf-16le", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LasnaEncodingScan scan = scan_bytes (cases[i].bytes, cases[i].length);

      g_assert_cmpstr (scan.encoding, ==, cases[i].encoding);
      g_assert_cmpint (scan.has_mark, ==, cases[i].has_mark);
      g_assert_cmpuint (scan.undefined, ==, cases[i].undefined);
    }
}

/* A letter that two chunks share is still one letter. */
static void
test_encoding_chunks (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 65535; i++)
    g_string_append_c (text, 'x');
  g_string_append (text, "\xe2\x82\xac end");
  g_assert_cmpstr (scan_bytes (text->str, text->len).encoding, ==, "utf-8");

  g_autoptr (GInputStream) stream = new_stream (text->str, text->len);
  g_autoptr (LasnaDecoder) decoder = lasna_decoder_new (stream, "utf-8", NULL);
  g_autoptr (GString) decoded = g_string_new (NULL);
  const char *piece;
  gsize length;

  while (lasna_decoder_next (decoder, &piece, &length, NULL, NULL) && length > 0)
    g_string_append_len (decoded, piece, length);
  g_assert_cmpstr (decoded->str, ==, text->str);
}

static char *
decode (const char *bytes, gssize length, const char *encoding)
{
  g_autoptr (GInputStream) stream = new_stream (bytes, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaDecoder) decoder = lasna_decoder_new (stream, encoding, &error);
  GString *text = g_string_new (NULL);
  const char *piece;
  gsize n;

  g_assert_no_error (error);
  while (lasna_decoder_next (decoder, &piece, &n, NULL, &error) && n > 0)
    g_string_append_len (text, piece, n);
  g_assert_no_error (error);
  g_assert_true (g_utf8_validate_len (text->str, text->len, NULL));
  return g_string_free (text, FALSE);
}

static void
test_decoder (void)
{
  static const struct
  {
    const char *bytes;
    gssize length;
    const char *encoding;
    const char *text;
  } cases[] = {
    { "\xef\xbb\xbfn\xc3\xa4", 6, "utf-8", "nä" },
    { "a\xff"
      "b\0c",
      5,
      "utf-8",
      "a\xef\xbf\xbd"
      "b\xef\xbf\xbd"
      "c" },
    { "x\xe2\x82", 3, "utf-8", "x\xef\xbf\xbd\xef\xbf\xbd" },
    { "\x80\x90\xe4", 3, "windows-1252", "€\xc2\x90ä" },
    { "\xff\xfe"
      "a\0\xe4\0\x3d\xd8\x00\xde",
      10,
      "utf-16le",
      "aä😀" },
    { "\xff\xfe\x3d\xd8"
      "a\0b",
      7,
      "utf-16le",
      "\xef\xbf\xbd"
      "a\xef\xbf\xbd" },
    { "\xfe\xff\0a", 4, "UTF-16BE", "a" },
    { "\xa4", 1, "iso-8859-15", "€" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = decode (cases[i].bytes, cases[i].length, cases[i].encoding);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
  g_assert_true (lasna_encoding_is_known ("macintosh"));
  g_assert_false (lasna_encoding_is_known ("no-such-thing"));
  g_assert_false (lasna_encoding_is_known ("utf-32le"));
}

/* Rows as one text: cells between bars, rows on lines. */
static char *
read_rows (const char *csv, gssize length, char delimiter)
{
  g_autoptr (GInputStream) stream = new_stream (csv, length < 0 ? (gssize) strlen (csv) : length);
  g_autoptr (LasnaCsvReader) reader = lasna_csv_reader_new (stream, "utf-8", delimiter, NULL);
  GString *text = g_string_new (NULL);
  const LasnaRow *row;

  while (lasna_csv_reader_next (reader, &row, NULL, NULL) && row != NULL)
    {
      for (guint i = 0; i < row->n_cells; i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", row->cells[i]);
      if (row->trouble != LASNA_ROW_SOUND)
        g_string_append_printf (
            text, "!%u@%" G_GUINT64_FORMAT ",%u", row->trouble, row->number, row->trouble_column);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
test_csv (void)
{
  static const struct
  {
    const char *csv;
    const char *rows;
  } cases[] = {
    { "", "" },
    { "a,b\n1,2\n", "a|b\n1|2\n" },
    { "a,b\r\n1,2", "a|b\n1|2\n" },
    { "a,b\r1,2\r", "a|b\n1|2\n" },
    { "\"a,b\",\"say \"\"yes\"\"\"\n", "a,b|say \"yes\"\n" },
    { "\"two\nlines\",x\n", "two\nlines|x\n" },
    { "\"cr\r\nlf\",x\r\n", "cr\r\nlf|x\n" },
    { "a,,\n,,\n", "a||\n||\n" },
    { "a\n\nb\n", "a\n\nb\n" },
    { "a b\"c\",d\n", "a b\"c\"|d\n" },
    { "\"a\"b,c\n", "ab|c\n" },
    { "\"\"", "\n" },
    { "x,\"open\ny,z\n", "x|open\ny,z\n!1@1,1\n" },
    { "sep=,\na,b\n", "a|b\n" },
    { "\n\na,b\n", "a|b\n" },
    { "\xef\xbb\xbf\"a\",b\n", "a|b\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = read_rows (cases[i].csv, -1, ',');
      g_assert_cmpstr (rows, ==, cases[i].rows);
    }
  g_autofree char *tabs = read_rows ("a\tb,c\n", -1, '\t');
  g_assert_cmpstr (tabs, ==, "a|b,c\n");
}

/* What grows without end is cut, said, and the next row is read. */
static void
test_csv_bounds (void)
{
  g_autoptr (GString) csv = g_string_new (NULL);
  const LasnaRow *row;

  for (guint i = 0; i < LASNA_COLUMNS_MAX + 10; i++)
    g_string_append (csv, "a,");
  g_string_append (csv, "\nb,");
  for (guint i = 0; i < LASNA_CELL_MAX + 10; i++)
    g_string_append_c (csv, 'x');
  g_string_append (csv, "\nc\n");

  g_autoptr (GInputStream) stream = new_stream (csv->str, csv->len);
  g_autoptr (LasnaCsvReader) reader = lasna_csv_reader_new (stream, "utf-8", ',', NULL);

  g_assert_true (lasna_csv_reader_next (reader, &row, NULL, NULL));
  g_assert_cmpint (row->trouble, ==, LASNA_ROW_MANY_CELLS);
  g_assert_cmpuint (row->n_cells, ==, LASNA_COLUMNS_MAX);
  g_assert_true (lasna_csv_reader_next (reader, &row, NULL, NULL));
  g_assert_cmpint (row->trouble, ==, LASNA_ROW_LONG_CELL);
  g_assert_cmpuint (row->trouble_column, ==, 1);
  g_assert_true (lasna_csv_reader_next (reader, &row, NULL, NULL));
  g_assert_cmpint (row->trouble, ==, LASNA_ROW_SOUND);
  g_assert_cmpstr (row->cells[0], ==, "c");
  g_assert_cmpuint (row->number, ==, 3);
}

static void
test_date (void)
{
  static const struct
  {
    const char *text;
    LasnaDateOrder orders;
    const char *written;
    const char *zone;
  } cases[] = {
    { "2021-04-10 18:00:02", LASNA_DATE_ANY, "2021-04-10T18:00:02", "" },
    { "2026-01-02T03:04:05Z", LASNA_DATE_ANY, "2026-01-02T03:04:05", "Z" },
    { "2025-08-01T10:20:30.123Z", LASNA_DATE_ANY, "2025-08-01T10:20:30", "Z" },
    { "2025-08-01T10:20:30+03:00", LASNA_DATE_ANY, "2025-08-01T10:20:30", "+03:00" },
    { "2025-08-01", LASNA_DATE_ANY, "2025-08-01", "" },
    { "2025/06/23 5:42:25 PM GMT+3", LASNA_DATE_ANY, "2025-06-23T17:42:25", "+03:00" },
    { "2018/10/24 8:52:35 PM GMT+3", LASNA_DATE_ANY, "2018-10-24T20:52:35", "+03:00" },
    { "2018/10/24 12:05:00 AM GMT-10", LASNA_DATE_ANY, "2018-10-24T00:05:00", "-10:00" },
    { "2018/10/24 11:07:29 AM AST", LASNA_DATE_ANY, "2018-10-24T11:07:29", "-04:00" },
    { "2018/10/24 1:15:25 PM EDT", LASNA_DATE_ANY, "2018-10-24T13:15:25", "-04:00" },
    { "2018/10/24 1:15:25 PM MESZ", LASNA_DATE_ANY, "2018-10-24T13:15:25", "+02:00" },
    { "2018/10/24 1:15:25 PM GMT+5:30", LASNA_DATE_ANY, "2018-10-24T13:15:25", "+05:30" },
    { "2018/10/24 1:15:25 PM IST", LASNA_DATE_ANY, "2018-10-24T13:15:25", "" },
    { "2018/10/24 12:52:07 p.\xc2\xa0m. GMT-5", LASNA_DATE_ANY, "2018-10-24T12:52:07", "-05:00" },
    { "2018/10/24 9:27:04 a. m. EET", LASNA_DATE_ANY, "2018-10-24T09:27:04", "+02:00" },
    { "2018/10/24 6.23.29 ip. UTC+3", LASNA_DATE_ANY, "2018-10-24T18:23:29", "+03:00" },
    { "Wed Oct 24 13:58:23 EST 2018", LASNA_DATE_ANY, "2018-10-24T13:58:23", "-05:00" },
    { "24.10.2018 18:23 Uhr", LASNA_DATE_DMY, "2018-10-24T18:23", "" },
    { "4/27/2021 11:02:10", LASNA_DATE_MDY, "2021-04-27T11:02:10", "" },
    { "27/4/2021", LASNA_DATE_DMY, "2021-04-27", "" },
    { "5/10/18 4:01", LASNA_DATE_DMY | LASNA_DATE_MDY, "2018-10-05T04:01", "" },
    { "2025. 6. 3 오후 1:05:57", LASNA_DATE_ANY, "2025-06-03T13:05:57", "" },
    { "Mon Sep 08 2025 13:58:23 GMT-0500 (Central Daylight Time)",
      LASNA_DATE_ANY,
      "2025-09-08T13:58:23",
      "-05:00" },
    { "17.5.2023 18.23.29", LASNA_DATE_DMY, "2023-05-17T18:23:29", "" },
    { "17.5.2023 klo 18.23", LASNA_DATE_DMY, "2023-05-17T18:23", "" },
    { "3.5.2023", LASNA_DATE_DMY, "2023-05-03", "" },
    { "03.05.23", LASNA_DATE_DMY, "2023-05-03", "" },
    { "Sep 8, 2025 1:58 PM", LASNA_DATE_ANY, "2025-09-08T13:58", "" },
    { "8 September 2025", LASNA_DATE_ANY, "2025-09-08", "" },
    { "8. syyskuuta 2025", LASNA_DATE_ANY, "2025-09-08", "" },
    { "8 maj 2025 kl. 09:15", LASNA_DATE_ANY, "2025-05-08T09:15", "" },
    { "03-Feb-2024", LASNA_DATE_ANY, "2024-02-03", "" },
    { "2024-02-29", LASNA_DATE_ANY, "2024-02-29", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LasnaWhen when;
      char written[LASNA_WHEN_MAX];

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (lasna_date_examine (cases[i].text, NULL), ==, cases[i].orders);
      g_assert_true (lasna_date_read (cases[i].text, cases[i].orders, &when));
      g_assert_cmpuint (lasna_when_write (&when, written), ==, strlen (cases[i].written));
      g_assert_cmpstr (written, ==, cases[i].written);
      g_assert_cmpstr (when.zone, ==, cases[i].zone);
    }
}

static void
test_date_none (void)
{
  static const char *const cases[] = {
    "",        "12",        "hello", "2023-02-29", "31/31/2023", "2021-04-10 25:00",
    "1.2.3.4", "10:30",     "5-10",  "99999999",   "2021-13-01", "130.92.34.66",
    "Mar",     "1/2/3 4/5", "5.0",   "\xc3\xa4",   "EST",        "2021-04-10 10:00 GMT+x"
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i]);
      g_assert_cmpint (lasna_date_examine (cases[i], NULL), ==, 0);
    }
}

static void
test_date_orders (void)
{
  gboolean differ;
  LasnaWhen when;

  lasna_date_examine ("3/4/2024", &differ);
  g_assert_true (differ);
  lasna_date_examine ("4/4/2024", &differ);
  g_assert_false (differ);
  g_assert_true (lasna_date_read ("3/4/2024", LASNA_DATE_MDY, &when));
  g_assert_cmpint (when.month, ==, 3);
  g_assert_true (lasna_date_read ("3/4/2024", LASNA_DATE_DMY, &when));
  g_assert_cmpint (when.month, ==, 4);
  g_assert_false (lasna_date_read ("13/4/2024", LASNA_DATE_MDY, &when));
  g_assert_true (lasna_date_read ("2024-03-04", LASNA_DATE_DMY, &when));
}

static void
test_number (void)
{
  static const struct
  {
    const char *text;
    LasnaDecimal decimals;
    double number;
  } cases[] = {
    { "0", LASNA_DECIMAL_ANY, 0 },
    { " 10 ", LASNA_DECIMAL_ANY, 10 },
    { "8,5", LASNA_DECIMAL_COMMA, 8.5 },
    { "8.5", LASNA_DECIMAL_POINT, 8.5 },
    { "5.0", LASNA_DECIMAL_POINT, 5 },
    { "-3", LASNA_DECIMAL_ANY, -3 },
    { "1 234,5", LASNA_DECIMAL_COMMA, 1234.5 },
    { "1,234.5", LASNA_DECIMAL_POINT, 1234.5 },
    { "1.234.567", LASNA_DECIMAL_COMMA, 1234567 },
    { "10 - Extremely likely", LASNA_DECIMAL_ANY, 10 },
    { "5 stars", LASNA_DECIMAL_ANY, 5 },
    { "80%", LASNA_DECIMAL_ANY, 80 },
    { "7/10", 0, 0 },
    { "ten", 0, 0 },
    { "", 0, 0 },
    { "-", 0, 0 },
    { "1,23,4", 0, 0 },
    { "12ab", 0, 0 },
    { "18-29", 0, 0 },
    { "2021-04-10", 0, 0 },
    { "999999999999999999999999999999999999", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double number;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (lasna_number_examine (cases[i].text, NULL), ==, cases[i].decimals);
      if (cases[i].decimals == 0)
        continue;
      g_assert_true (lasna_number_read (cases[i].text, cases[i].decimals, &number));
      g_assert_cmpfloat (number, ==, cases[i].number);
    }

  gboolean differ;
  g_assert_cmpint (lasna_number_examine ("1,234", &differ), ==, LASNA_DECIMAL_ANY);
  g_assert_true (differ);
  lasna_number_examine ("7", &differ);
  g_assert_false (differ);
}

static void
test_missing (void)
{
  g_assert_true (lasna_cell_is_missing (""));
  g_assert_true (lasna_cell_is_missing (" N/A "));
  g_assert_true (lasna_cell_is_missing ("-"));
  g_assert_false (lasna_cell_is_missing ("0"));
  g_assert_false (lasna_cell_is_missing ("nothing"));
}

static void
test_fold (void)
{
  static const char *const cases[][2] = {
    { "  Päivä-Määrä: ", "paiva maara" },
    { "E-POST", "e post" },
    { "#", "#" },
    { "Straße", "strasse" },
    { "ﬁ 2", "fi 2" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = lasna_fold (cases[i][0]);
      g_assert_cmpstr (folded, ==, cases[i][1]);
    }
  g_assert_true (lasna_fold_is_listed ("b", "a|b|c"));
  g_assert_false (lasna_fold_is_listed ("b", "a|bb|c"));
  g_assert_false (lasna_fold_is_listed ("", "a||c"));
}

/* Fingerprints are kept in files, so their values must never change. */
static void
test_fingerprint (void)
{
  g_autoptr (LasnaFingerprints) set = lasna_fingerprints_new (TRUE);
  gboolean is_new;

  g_assert_cmpuint (lasna_fingerprint_add (LASNA_FINGERPRINT_START, "foobar", 6),
                    ==,
                    G_GUINT64_CONSTANT (0x85944171f73967e8));
  g_assert_cmpuint (lasna_fingerprint_finish (0), !=, 0);
  for (guint i = 1; i <= 10000; i++)
    {
      guint64 hash = lasna_fingerprint_finish (lasna_fingerprint_add_number (1, i));

      *lasna_fingerprints_add (set, hash, &is_new) = i;
      g_assert_true (is_new);
    }
  g_assert_cmpuint (lasna_fingerprints_get_size (set), ==, 10000);
  for (guint i = 1; i <= 10000; i++)
    {
      guint64 hash = lasna_fingerprint_finish (lasna_fingerprint_add_number (1, i));

      g_assert_true (lasna_fingerprints_contains (set, hash));
      g_assert_cmpuint (*lasna_fingerprints_add (set, hash, &is_new), ==, i);
      g_assert_false (is_new);
    }
  g_assert_false (lasna_fingerprints_contains (set, 12345));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading/encoding/scan", test_encoding_scan);
  g_test_add_func ("/reading/encoding/chunks", test_encoding_chunks);
  g_test_add_func ("/reading/decoder", test_decoder);
  g_test_add_func ("/reading/csv", test_csv);
  g_test_add_func ("/reading/csv/bounds", test_csv_bounds);
  g_test_add_func ("/reading/date", test_date);
  g_test_add_func ("/reading/date/none", test_date_none);
  g_test_add_func ("/reading/date/orders", test_date_orders);
  g_test_add_func ("/reading/number", test_number);
  g_test_add_func ("/reading/missing", test_missing);
  g_test_add_func ("/reading/fold", test_fold);
  g_test_add_func ("/reading/fingerprint", test_fingerprint);
  return g_test_run ();
}
