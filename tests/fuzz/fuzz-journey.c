/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads journeys as mermaid and as grids, and workbooks as JSON, that were damaged by chance: no
 * crash, no hang, and what is refused changes nothing. The number of rounds is the argument.
 */
#include "config.h"

#include "lasna-damage.h"
#include "lasna-error.h"
#include "lasna-journey-grid.h"
#include "lasna-journey-mermaid.h"
#include "lasna-template.h"
#include "lasna-test-book.h"
#include "lasna-workbook-json.h"

#include <string.h>

static const char *const pieces[] = { ":", "#",    ";",  "\n", "%% lasna {", "{",
                                      "}", "[",    "\"", ",",  "\t",         "#58;",
                                      "9", "null", "-",  "\\", "\xff",       " " };

typedef struct
{
  LasnaTestBook *book;
  char *seeds[3]; /* mermaid, grid, JSON */
  guint n_read;
} Fixture;

static void
read_in (LasnaTestBook *book, guint form, const GByteArray *bytes, GError **error)
{
  g_autofree char *text = g_malloc0 (bytes->len + 1);

  if (bytes->len > 0)
    memcpy (text, bytes->data, bytes->len);
  if (form == 0)
    lasna_journey_mermaid_read (book->workbook, text, bytes->len, "Untitled", NULL, error);
  else if (form == 1)
    lasna_journey_grid_read (book->workbook, NULL, text, bytes->len, "Untitled", error);
  else
    {
      g_autofree char *path = lasna_test_folder_dup_path (book->folder, "damaged.json");
      g_autoptr (GFile) file = g_file_new_for_path (path);

      lasna_damage_write (path, bytes);
      lasna_workbook_json_read (book->workbook, file, NULL, NULL, error);
    }
}

static void
read_damaged (GRand *chance, guint round, gpointer data)
{
  Fixture *fixture = data;
  LasnaTestBook *book = fixture->book;
  guint form = round % G_N_ELEMENTS (fixture->seeds);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *before = lasna_test_book_dup_dump (book);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_byte_array_append (
      bytes, (const guint8 *) fixture->seeds[form], (guint) strlen (fixture->seeds[form]));
  lasna_damage (chance, bytes, pieces, G_N_ELEMENTS (pieces));
  read_in (book, form, bytes, &error);
  if (error == NULL)
    {
      fixture->n_read++;
      g_assert_true (lasna_workbook_undo (book->workbook, NULL, NULL));
    }
  else
    g_assert_cmpint (error->domain, ==, LASNA_ERROR);
  after = lasna_test_book_dup_dump (book);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char *argv[])
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (LasnaTestBook) other = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaRecord *journey =
      lasna_template_add_journey (other->workbook, NULL, "journey.b2b", LASNA_LANGUAGE_EN, NULL);
  g_autofree char *path = lasna_test_folder_dup_path (other->folder, "whole.json");
  Fixture fixture = { .book = book };
  int status;

  g_assert_true (lasna_workbook_json_write (other->workbook, path, NULL, NULL));
  fixture.seeds[0] = lasna_journey_mermaid_write (journey, NULL, TRUE, NULL);
  fixture.seeds[1] = lasna_journey_grid_write (journey, ',', LASNA_LANGUAGE_EN);
  fixture.seeds[2] = lasna_test_dup_text (path);
  status = lasna_damage_run (argc, argv, read_damaged, &fixture);
  g_print ("%u of them could be read\n", fixture.n_read);
  for (guint i = 0; i < G_N_ELEMENTS (fixture.seeds); i++)
    g_free (fixture.seeds[i]);
  return status;
}
