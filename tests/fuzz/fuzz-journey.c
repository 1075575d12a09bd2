/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads journeys as mermaid and as grids, and workbooks as JSON, that were damaged by chance: no
 * crash, no hang, and what is refused changes nothing. The number of rounds is the argument.
 */
#include "config.h"

#include "lasna-error.h"
#include "lasna-journey-grid.h"
#include "lasna-journey-mermaid.h"
#include "lasna-template.h"
#include "lasna-test-book.h"
#include "lasna-workbook-json.h"

#include <stdlib.h>
#include <string.h>

static const char *const pieces[] = { ":", "#",    ";",  "\n", "%% lasna {", "{",
                                      "}", "[",    "\"", ",",  "\t",         "#58;",
                                      "9", "null", "-",  "\\", "\xff",       " " };

static GString *
damage (GRand *chance, const char *text)
{
  GString *damaged = g_string_new (text);
  int times = g_rand_int_range (chance, 1, 6);

  for (int i = 0; i < times && damaged->len > 0; i++)
    {
      gssize at = g_rand_int_range (chance, 0, (int) damaged->len);

      switch (g_rand_int_range (chance, 0, 3))
        {
        case 0:
          g_string_erase (damaged, at, MIN ((gssize) damaged->len - at, 9));
          break;
        case 1:
          g_string_truncate (damaged, (gsize) at);
          break;
        default:
          g_string_insert (
              damaged, at, pieces[g_rand_int_range (chance, 0, G_N_ELEMENTS (pieces))]);
          break;
        }
    }
  return damaged;
}

static void
read_in (LasnaTestBook *book, guint form, const GString *text, GError **error)
{
  if (form == 0)
    lasna_journey_mermaid_read (book->workbook, text->str, text->len, "Untitled", NULL, error);
  else if (form == 1)
    lasna_journey_grid_read (book->workbook, NULL, text->str, text->len, "Untitled", error);
  else
    {
      g_autofree char *path = lasna_test_folder_dup_path (book->folder, "damaged.json");
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
      lasna_workbook_json_read (book->workbook, file, NULL, NULL, error);
    }
}

static void
run (LasnaTestBook *book, char *const *seeds, guint rounds)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (20260602);
  guint n_read = 0;

  for (guint i = 0; i < rounds; i++)
    {
      g_autoptr (GString) text = damage (chance, seeds[i % 3]);
      g_autofree char *before = lasna_test_book_dup_dump (book);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      read_in (book, i % 3, text, &error);
      if (error == NULL)
        {
          n_read++;
          g_assert_true (lasna_workbook_undo (book->workbook, NULL));
          continue;
        }
      g_assert_cmpint (error->domain, ==, LASNA_ERROR);
      after = lasna_test_book_dup_dump (book);
      g_assert_cmpstr (before, ==, after);
    }
  g_print ("%u of %u could be read\n", n_read, rounds);
}

int
main (int argc, char *argv[])
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (LasnaTestBook) other = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaRecord *journey =
      lasna_template_add_journey (other->workbook, NULL, "journey.b2b", LASNA_LANGUAGE_EN, NULL);
  g_autofree char *path = lasna_test_folder_dup_path (other->folder, "whole.json");
  char *seeds[3] = { NULL };

  g_assert_true (lasna_workbook_json_write (other->workbook, path, NULL, NULL));
  seeds[0] = lasna_journey_mermaid_write (journey, NULL, TRUE, NULL);
  seeds[1] = lasna_journey_grid_write (journey, ',', LASNA_LANGUAGE_EN);
  seeds[2] = lasna_test_dup_text (path);
  run (book, seeds, argc > 1 ? (guint) atoi (argv[1]) : 300);
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    g_free (seeds[i]);
  return 0;
}
