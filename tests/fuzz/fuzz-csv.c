/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans the import of files that were damaged by chance: no crash, no end of memory, no hang.
 * Rounds and, to repeat one, the number of the first are the arguments.
 */
#include "config.h"

#include "lasna-damage.h"
#include "lasna-draft.h"
#include "lasna-test.h"

#include <string.h>

/* Invented files in the shapes of several tools. */
static const char *const seeds[] = {
  "date,nps,csat,comment,stage,feelings\n"
  "2026-01-02,9,4,\"Fine, thanks\",Booking,Happy 3; Hurried\n"
  "3/4/2026 4:01 PM,0,1,\"two\nlines \"\"here\"\"\",Arrival,Odd word (1)\n",
  "\xef\xbb\xbfP\xc3\xa4iv\xc3\xa4;Arvosana;Kommentti\r\n17.5.2026 18.23;4,5;Hyv\xc3\xa4\r\n"
  "18.5.2026 klo 9.05;1.234;\r\n\r\n",
  "StartDate,IPAddress,ResponseId,Q1\nStart,IP,Id,How?\n"
  "\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"ipAddress\"\"}\","
  "\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"QID1_TEXT\"\"}\"\n"
  "2026-07-18 08:28:09,10.0.0.1,R_2abcdefghijk,Well\n",
  "Respondent ID,End Date,What?,,Why?\n,,Phone,Web,Open-Ended Response\n"
  "118052219061,5/10/26 4:01,Phone,,Easy\n",
  "question\tvalue\tdate\trespondent\nNPS\t9\t2026-01-01\t7\ncomment\tGood\t2026-01-01\t7\n",
  "ID,Start time,Completion time,Email,Name,\"Consent:\nread\",2\r\n"
  "1,5/10/26 9:36:44,5/10/26 9:46:17,anonymous,,Agree,A;B;\r\n",
  "d\0a\0t\0e\0,\0n\0p\0s\0\n\0",
};

static const gsize wide_seed_length = 18; /* the last seed is UTF-16 and holds NUL */

/* Pieces that mean something to a reader; the empty one stands for NUL. */
static const char *const pieces[] = { "\"",         "\"\"",         ",",
                                      ";",          "\t",           "\n",
                                      "\r",         "\xff\xfe",     "\xef\xbb\xbf",
                                      "\x90",       "\xf0\x9f\x98", "",
                                      "sep=;\n",    "1e308",        "-",
                                      "31/31/2026", "9999-12-31",   "(1-5)",
                                      "NPS",        "question",     "ImportId",
                                      "  " };

static void
check_plan (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LasnaImportOptions) options = lasna_import_options_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaImportPlan) plan = lasna_import_plan_new (file, options, NULL, &error);
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *json = NULL;

  if (plan == NULL)
    {
      g_assert_nonnull (error);
      return;
    }
  if (!lasna_import_plan_count (plan, NULL, "2026-11-21", NULL, &error))
    g_error ("%s", error->message);
  node = lasna_import_plan_to_json (plan);
  json = json_to_string (node, FALSE);
  g_assert_true (g_utf8_validate (json, -1, NULL));
}

static void
read_damaged (GRand *chance, guint round, gpointer data)
{
  const char *path = data;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint seed = (guint) g_rand_int_range (chance, 0, G_N_ELEMENTS (seeds));
  gsize length = seed == G_N_ELEMENTS (seeds) - 1 ? wide_seed_length : strlen (seeds[seed]);

  g_byte_array_append (bytes, (const guint8 *) seeds[seed], (guint) length);
  lasna_damage (chance, bytes, pieces, G_N_ELEMENTS (pieces));
  lasna_damage_write (path, bytes);
  check_plan (path);
}

int
main (int argc, char *argv[])
{
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  g_autofree char *path = lasna_test_folder_dup_path (folder, "export.csv");

  return lasna_damage_run (argc, argv, read_damaged, path);
}
