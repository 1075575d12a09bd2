/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stage.
 */
#include "config.h"

#include "lasna-stage.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE ("journey", N_ ("Journey"), "journey", LASNA_REQUIRED | LASNA_OWNER),
  LASNA_POSITION (),
  LASNA_TEXT ("title", N_ ("Title"), LASNA_REQUIRED | LASNA_TEMPLATE),
  LASNA_TEXT ("template-id", N_ ("Template"), 0),
  LASNA_REFERENCE ("origin", N_ ("Made from"), "stage", 0),
  LASNA_TEXT ("customer-goal", N_ ("The customer's goal"), LASNA_LONG | LASNA_TEMPLATE),
  LASNA_TERM ("goal-evidence", N_ ("How we know the goal"), "evidence", NULL, 0),
  LASNA_TEXT ("goal-source", N_ ("Source of the goal"), 0),
  LASNA_DATE ("goal-date", N_ ("Date of the goal"), 0),
  LASNA_TERM ("contact-situation", N_ ("Contact situation"), "contact-situation", NULL, 0),
  LASNA_REFERENCE ("chain-link", N_ ("Link of the chain"), "chain_link", 0),
  LASNA_INTEGER ("believed-height", N_ ("Believed height"), -2, 2, NULL, 0),
  LASNA_TERM ("height-evidence", N_ ("How we know the height"), "evidence", NULL, 0),
  LASNA_TEXT ("height-source", N_ ("Source of the height"), 0),
  LASNA_DATE ("height-date", N_ ("Date of the height"), 0),
  LASNA_TEXT ("plan-note", N_ ("Plan"), LASNA_LONG),
  LASNA_TEXT ("feedback-question", N_ ("Feedback question"), LASNA_LONG | LASNA_TEMPLATE),
  LASNA_TERM ("question-moment", N_ ("When the question is asked"), "feedback-moment", NULL, 0),
  LASNA_TEXT ("typical-problem", N_ ("Typical problem"), LASNA_LONG | LASNA_TEMPLATE),
  LASNA_DATE ("planned-from", N_ ("Planned from"), 0),
  LASNA_DATE ("planned-to", N_ ("Planned to"), 0),
};

LASNA_DEFINE_RECORD (LasnaStage, lasna_stage, "stage", N_ ("Stage"), properties)
