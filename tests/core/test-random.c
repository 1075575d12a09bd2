/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hundreds of random changes over all kinds: undone they leave the start, redone the end, and the
 * live objects are at every point what the file says.
 */
#include "config.h"

#include "lasna-test-book.h"
#include "lasna-test-random.h"

#include "lasna-error.h"

#define CHANGES 300
#define LOOK_EVERY 50

static guint
undo_all (LasnaWorkbook *workbook)
{
  guint steps = 0;

  while (lasna_workbook_get_undo_label (workbook) != NULL)
    {
      g_autoptr (GError) error = NULL;

      lasna_workbook_undo (workbook, NULL, &error);
      g_assert_no_error (error);
      if (++steps % LOOK_EVERY == 0)
        lasna_test_assert_true_objects (workbook);
    }
  return steps;
}

static guint
redo_all (LasnaWorkbook *workbook)
{
  guint steps = 0;

  while (lasna_workbook_get_redo_label (workbook) != NULL)
    {
      g_autoptr (GError) error = NULL;

      lasna_workbook_redo (workbook, NULL, &error);
      g_assert_no_error (error);
      steps++;
    }
  return steps;
}

static void
test_random (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  guint committed = 0;
  guint steps;

  g_test_message ("seed %u", seed);
  undo_all (book->workbook);
  start = lasna_test_dup_rows (book->workbook);
  lasna_test_random_fill (book->workbook, chance);
  for (guint i = 0; i < CHANGES; i++)
    {
      g_autofree char *before = lasna_test_dup_rows (book->workbook);

      if (lasna_test_random_change (book->workbook, chance))
        committed++;
      else
        {
          g_autofree char *after = lasna_test_dup_rows (book->workbook);
          g_assert_cmpstr (before, ==, after);
        }
      if (i % LOOK_EVERY == 0)
        lasna_test_assert_true_objects (book->workbook);
    }
  g_test_message ("%u of %u changes committed", committed, CHANGES);
  g_assert_cmpuint (committed, >, CHANGES / 4);
  lasna_test_assert_true_objects (book->workbook);
  end = lasna_test_dup_rows (book->workbook);

  steps = undo_all (book->workbook);
  undone = lasna_test_dup_rows (book->workbook);
  g_assert_cmpstr (undone, ==, start);
  lasna_test_assert_true_objects (book->workbook);

  g_assert_cmpuint (redo_all (book->workbook), ==, steps);
  redone = lasna_test_dup_rows (book->workbook);
  g_assert_cmpstr (redone, ==, end);
  lasna_test_assert_true_objects (book->workbook);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random/undo-all-redo-all", test_random);
  return g_test_run ();
}
