/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window as a fixture of tests, and finding things on its pages.
 */
#pragma once

#include "lasna-test-window.h"

G_BEGIN_DECLS

typedef struct
{
  LasnaTestWindow *test;
  LasnaTestFolder *folder;
  LasnaWindow *window;
  LasnaWorkbook *workbook;
} LasnaTestPage;

void lasna_test_page_set_up (LasnaTestPage *self, gconstpointer sample);
void lasna_test_page_tear_down (LasnaTestPage *self, gconstpointer sample);
LasnaPage *lasna_test_page_show (LasnaTestPage *self, const char *page);
void lasna_test_page_act (LasnaTestPage *self, const char *action);
GtkWidget *lasna_test_page_find (GtkWidget *root, GType type, guint index);
void lasna_test_page_assert_named (GtkWidget *root);

/* A test of a page: "sample" for the sample, NULL for a workbook without a journey. */
#define lasna_test_page_add(path, sample, func)                                                    \
  g_test_add (path, LasnaTestPage, sample, lasna_test_page_set_up, func, lasna_test_page_tear_down)

G_END_DECLS
