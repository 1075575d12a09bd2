/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A folder with a workbook in it, and the program run there.
 */
#pragma once

#include "lasna-test.h"

G_BEGIN_DECLS

#define BOOK "lodge.lasna"

typedef struct
{
  LasnaTestFolder *folder;
  char *book;
} CliFixture;

void cli_set_up (CliFixture *fixture, gconstpointer data);
void cli_set_up_sample (CliFixture *fixture, gconstpointer data);
void cli_tear_down (CliFixture *fixture, gconstpointer data);

LasnaTestRun *cli_run_words (CliFixture *fixture,
                             const char *language,
                             const char *words) G_GNUC_WARN_UNUSED_RESULT;
LasnaTestRun *
cli_run (CliFixture *fixture, int status, const char *words) G_GNUC_WARN_UNUSED_RESULT;
void cli_expect (CliFixture *fixture, int status, const char *words);
JsonObject *cli_ask (CliFixture *fixture, const char *words) G_GNUC_WARN_UNUSED_RESULT;
char *cli_dup_state (CliFixture *fixture) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
