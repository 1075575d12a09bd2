/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Question.
 */
#include "config.h"

#include "lasna-question.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_POSITION (),
  LASNA_TEXT ("text", N_ ("Question"), LASNA_REQUIRED | LASNA_LONG),
  LASNA_TERM ("method", N_ ("Method"), "method", "method.own", LASNA_REQUIRED),
  LASNA_NUMBER ("scale-min", N_ ("Lowest answer"), -1000000, 1000000, "0", 0),
  LASNA_NUMBER ("scale-max", N_ ("Highest answer"), -1000000, 1000000, "10", 0),
  LASNA_FLAG ("reversed", N_ ("A low answer is good"), 0),
  LASNA_NUMBER ("satisfied-from", N_ ("Satisfied from"), -1000000, 1000000, NULL, 0),
};

LASNA_DEFINE_RECORD (LasnaQuestion, lasna_question, "question", N_ ("Question"), properties)
