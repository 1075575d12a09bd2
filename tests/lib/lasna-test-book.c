/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Workbooks for tests.
 */
#include "config.h"

#include "lasna-test-book.h"

#include "lasna-journey.h"
#include "lasna-kinds.h"
#include "lasna-service.h"
#include "lasna-stage.h"
#include "lasna-touchpoint.h"

/**
 * lasna_test_book_new:
 *
 * Returns: (transfer full): a workbook with one service, journey, stage and touchpoint, on
 *   2026-11-21
 */
LasnaTestBook *
lasna_test_book_new (LasnaLanguage language)
{
  g_autoptr (GError) error = NULL;
  LasnaTestBook *self = g_new0 (LasnaTestBook, 1);

  self->folder = lasna_test_folder_new ();
  self->path = lasna_test_folder_dup_path (self->folder, "book.lasna");
  self->clock = lasna_clock_new_at ("2026-11-21");
  self->workbook = lasna_workbook_create (self->path, language, self->clock, &error);
  g_assert_no_error (error);
  self->service = lasna_workbook_add (
      self->workbook, lasna_service_get_type (), "name", "Wilderness lodge", NULL);
  self->journey = lasna_workbook_add (self->workbook,
                                      lasna_journey_get_type (),
                                      "service",
                                      self->service,
                                      "title",
                                      "A week in the fells",
                                      NULL);
  self->stage = lasna_workbook_add (
      self->workbook, lasna_stage_get_type (), "journey", self->journey, "title", "Before", NULL);
  self->touchpoint = lasna_workbook_add (
      self->workbook, lasna_touchpoint_get_type (), "stage", self->stage, "title", "Call", NULL);
  g_assert_nonnull (self->touchpoint);
  return self;
}

static LasnaRecord *
find_first (LasnaTestBook *self, const char *table)
{
  g_autoptr (LasnaRecord) first =
      g_list_model_get_item (lasna_workbook_get_records (self->workbook, table), 0);

  return first;
}

/** lasna_test_close: Closes a workbook that nobody else holds. */
void
lasna_test_close (LasnaWorkbook *workbook)
{
  g_autoptr (GError) error = NULL;

  lasna_workbook_close (workbook, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (workbook);
}

/**
 * lasna_test_book_reopen:
 *
 * Closes the workbook and opens it again: what is in memory is gone, what is in the file stays.
 */
void
lasna_test_book_reopen (LasnaTestBook *self)
{
  g_autoptr (GError) error = NULL;

  lasna_test_close (self->workbook);
  self->workbook = lasna_workbook_open (self->path, 0, self->clock, &error);
  g_assert_no_error (error);
  self->service = find_first (self, "service");
  self->journey = find_first (self, "journey");
  self->stage = find_first (self, "stage");
  self->touchpoint = find_first (self, "touchpoint");
}

void
lasna_test_book_free (LasnaTestBook *self)
{
  lasna_test_close (self->workbook);
  lasna_clock_unref (self->clock);
  lasna_test_folder_free (self->folder);
  g_free (self->path);
  g_free (self);
}

/**
 * lasna_test_book_dup_dump:
 *
 * Returns: (transfer full): every row of every kind as text
 */
char *
lasna_test_book_dup_dump (LasnaTestBook *self)
{
  g_autoptr (GString) dump = g_string_new (NULL);

  for (guint i = 0; i < lasna_kinds_get_n (); i++)
    {
      const LasnaRecordClass *klass = lasna_kinds_get_class (i);
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", klass->table);
      g_autoptr (LasnaStatement) statement = lasna_statement_new (
          lasna_store_get_connection (lasna_workbook_get_store (self->workbook)), sql, FALSE, NULL);

      g_assert_nonnull (statement);
      g_string_append_printf (dump, "%s\n", klass->table);
      while (lasna_statement_step (statement, NULL) == LASNA_STEP_ROW)
        for (guint column = 1; column <= klass->n_properties + 3; column++)
          g_string_append_printf (dump,
                                  "%s%c",
                                  lasna_statement_is_null (statement, (int) column)
                                      ? "-"
                                      : lasna_statement_get_text (statement, (int) column),
                                  column == klass->n_properties + 3 ? '\n' : '\t');
    }
  return g_string_free (g_steal_pointer (&dump), FALSE);
}

/** lasna_test_ask: Returns: the whole number that @sql answers with, in its only row. */
gint64
lasna_test_ask (LasnaWorkbook *workbook, const char *sql)
{
  g_autoptr (GError) error = NULL;
  LasnaStatement *statement =
      lasna_store_prepare (lasna_workbook_get_store (workbook), sql, &error);
  gint64 answer;

  g_assert_no_error (error);
  g_assert_cmpint (lasna_statement_step (statement, &error), ==, LASNA_STEP_ROW);
  answer = lasna_statement_get_integer (statement, 1);
  lasna_statement_reset (statement);
  return answer;
}
