/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Problem plan.
 */
#include "config.h"

#include "lasna-problem-plan.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE ("stage", N_ ("Stage"), "stage", LASNA_REQUIRED | LASNA_OWNER),
  LASNA_POSITION (),
  LASNA_TEXT ("title", N_ ("Title"), LASNA_REQUIRED | LASNA_TEMPLATE),
  LASNA_TEXT ("template-id", N_ ("Template"), 0),
  LASNA_INTEGER ("likelihood", N_ ("Likelihood"), 1, 3, "2", 0),
  LASNA_INTEGER ("harm", N_ ("Harm"), 1, 3, "2", 0),
  LASNA_TEXT ("early-sign", N_ ("Early sign"), LASNA_LONG),
  LASNA_TEXT ("who", N_ ("Who acts"), LASNA_REQUIRED | LASNA_TEMPLATE),
  LASNA_TEXT ("first-words", N_ ("First words"), LASNA_REQUIRED | LASNA_LONG | LASNA_TEMPLATE),
  LASNA_TEXT ("help-channel", N_ ("Where help is found"), LASNA_REQUIRED | LASNA_TEMPLATE),
  LASNA_TEXT ("remedy", N_ ("Remedy"), LASNA_LONG),
  LASNA_TEXT ("mandate-limit", N_ ("What may be promised at once"), 0),
  LASNA_TEXT ("vulnerable-note", N_ ("Those who need more care"), LASNA_LONG),
  LASNA_TEXT ("fallback-without-network", N_ ("Without a network"), LASNA_LONG),
  LASNA_TERM ("state", N_ ("State"), "problem-state", "problem.sketched", 0),
};

LASNA_DEFINE_RECORD (
    LasnaProblemPlan, lasna_problem_plan, "problem_plan", N_ ("Problem plan"), properties)
