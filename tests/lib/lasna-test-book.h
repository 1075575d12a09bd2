/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A workbook in a folder of its own, on a fixed day, for tests of the model.
 */
#pragma once

#include "lasna-test.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

typedef struct
{
  LasnaTestFolder *folder;
  char *path;
  LasnaClock *clock;
  LasnaWorkbook *workbook;
  LasnaRecord *service; /* a service with a journey, a stage and a touchpoint, borrowed */
  LasnaRecord *journey;
  LasnaRecord *stage;
  LasnaRecord *touchpoint;
} LasnaTestBook;

LasnaTestBook *lasna_test_book_new (LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;
void lasna_test_book_reopen (LasnaTestBook *self);
void lasna_test_book_free (LasnaTestBook *self);

char *lasna_test_book_dup_dump (LasnaTestBook *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaTestBook, lasna_test_book_free)

gint64 lasna_test_ask (LasnaWorkbook *workbook, const char *sql);
void lasna_test_close (LasnaWorkbook *workbook);

/* The change must be refused, by a rule. */
#define lasna_test_assert_refused(change)                                                          \
  do                                                                                               \
    {                                                                                              \
      g_autoptr (GError) error_ = NULL;                                                            \
      g_assert_false (lasna_change_commit (change, &error_));                                      \
      g_assert_error (error_, LASNA_ERROR, LASNA_ERROR_RULE);                                      \
    }                                                                                              \
  while (0)

#define lasna_test_assert_accepted(change)                                                         \
  do                                                                                               \
    {                                                                                              \
      g_autoptr (GError) error_ = NULL;                                                            \
      gboolean accepted_ = lasna_change_commit (change, &error_);                                  \
      g_assert_no_error (error_);                                                                  \
      g_assert_true (accepted_);                                                                   \
    }                                                                                              \
  while (0)

G_END_DECLS
