/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Journeys as grids: what goes out comes back, in three languages and with every delimiter, and
 * what is at fault changes nothing.
 */
#include "config.h"

#include "lasna-error.h"
#include "lasna-journey-grid.h"
#include "lasna-journey.h"
#include "lasna-template.h"
#include "lasna-test-book.h"

#include <string.h>

static LasnaRecord *
read_in (LasnaWorkbook *workbook, LasnaRecord *journey, const char *text)
{
  g_autoptr (GError) error = NULL;
  LasnaRecord *made =
      lasna_journey_grid_read (workbook, journey, text, strlen (text), "Untitled", &error);

  g_assert_no_error (error);
  g_assert_true (LASNA_IS_JOURNEY (made));
  return made;
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < LASNA_N_LANGUAGES; i++)
    {
      g_autoptr (LasnaTestBook) book = lasna_test_book_new (i);
      const LasnaJourneyTemplate *const *templates =
          lasna_catalogue_get_journeys (lasna_workbook_get_catalogue (book->workbook));

      for (guint n = 0; templates[n] != NULL; n++)
        for (const char *delimiter = ",;\t"; *delimiter != '\0'; delimiter++)
          {
            g_autoptr (GError) error = NULL;
            LasnaRecord *journey =
                lasna_template_add_journey (book->workbook, NULL, templates[n]->id, i, &error);
            g_autofree char *one = lasna_journey_grid_write (journey, *delimiter, i);
            g_autofree char *two = NULL;
            g_autofree char *same = NULL;

            two = lasna_journey_grid_write (read_in (book->workbook, NULL, one), *delimiter, i);
            g_assert_cmpstr (one, ==, two);
            read_in (book->workbook, journey, one);
            same = lasna_journey_grid_write (journey, *delimiter, i);
            g_assert_cmpstr (one, ==, same);
          }
    }
}

/* A grid adds to a journey; one undo takes it back. */
static void
test_update (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  const char *title = lasna_record_get_text (book->stage, "title");
  g_autofree char *text = g_strdup_printf ("\"lane\";%s;New\r\n"
                                           "height;+2;-1\r\n"
                                           "touchpoints;\"A\nB\";'=C\r\n",
                                           title);
  g_autoptr (GError) error = NULL;
  GListModel *touchpoints;

  read_in (book->workbook, book->journey, text);
  touchpoints = lasna_record_get_children (book->stage, "touchpoint", "stage");
  g_assert_cmpint (lasna_record_get_integer (book->stage, "believed-height"), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (touchpoints), ==, 3);
  g_assert_cmpuint (
      g_list_model_get_n_items (lasna_record_get_children (book->journey, "stage", "journey")),
      ==,
      2);
  lasna_workbook_undo (book->workbook, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (touchpoints), ==, 1);
}

static const struct
{
  const char *text;
  const char *said;
} faults[] = {
  { "", "Row 1, column 1: " },
  { "lanes,A\n", "Row 1, column 1: " },
  { "lane", "Row 1, column 1: " },
  { "lane,A,,B\n", "Row 1, column 3: This stage" },
  { "lane,A\nmoon,x\n", "Row 2, column 1: There is no lane" },
  { "lane,A\nheight,3\n", "Row 2, column 2: A height" },
  { "lane,A\ngoal,x\nsituation,moon\n", "Row 3, column 2: “moon” is not known" },
  { "lane,A\nwanted,\"moon\n", "Row 2, column " },
  { "lane,A,B\nwanted,,moon\n", "Row 2, column 3: “moon” is not known" },
};

static void
test_faults (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  GListModel *journeys = lasna_workbook_get_records (book->workbook, "journey");

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lasna_journey_grid_read (
          book->workbook, NULL, faults[i].text, strlen (faults[i].text), "Untitled", &error));
      g_assert_error (error, LASNA_ERROR, LASNA_ERROR_PARSE);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, faults[i].said));
      g_assert_cmpuint (g_list_model_get_n_items (journeys), ==, 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid/round-trip", test_round_trip);
  g_test_add_func ("/grid/update", test_update);
  g_test_add_func ("/grid/faults", test_faults);
  return g_test_run ();
}
