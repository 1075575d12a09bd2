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

static gboolean
is_visible (LasnaRecord *touchpoint)
{
  return g_strcmp0 (lasna_record_get_text (touchpoint, "visibility"), "visibility.visible") == 0 &&
         g_strcmp0 (lasna_record_get_text (touchpoint, "state"), "touchpoint.retired") != 0;
}

/**
 * lasna_stage_is_forest:
 *
 * Returns: whether we never see the customer there: no touchpoint that is still in use or planned
 *   is visible
 */
gboolean
lasna_stage_is_forest (LasnaStage *self)
{
  GListModel *touchpoints = lasna_record_get_children (LASNA_RECORD (self), "touchpoint", "stage");

  for (guint i = 0; i < g_list_model_get_n_items (touchpoints); i++)
    {
      g_autoptr (LasnaRecord) touchpoint = g_list_model_get_item (touchpoints, i);

      if (is_visible (touchpoint))
        return FALSE;
    }
  return TRUE;
}

/**
 * lasna_stage_get_stretch:
 *
 * Returns: (transfer none) (nullable): what is assumed of the whole stage: a hidden stretch that is
 *   tied to no touchpoint, else the first one
 */
LasnaHiddenStretch *
lasna_stage_get_stretch (LasnaStage *self)
{
  GListModel *stretches =
      lasna_record_get_children (LASNA_RECORD (self), "hidden_stretch", "stage");
  LasnaRecord *first = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (stretches); i++)
    {
      /* The list keeps it alive. */
      g_autoptr (LasnaRecord) stretch = g_list_model_get_item (stretches, i);

      if (!lasna_record_is_set (stretch, "after-touchpoint") &&
          !lasna_record_is_set (stretch, "before-touchpoint"))
        return LASNA_HIDDEN_STRETCH (stretch);
      if (first == NULL)
        first = stretch;
    }
  return first != NULL ? LASNA_HIDDEN_STRETCH (first) : NULL;
}

/**
 * lasna_stage_asks_after_service:
 */
gboolean
lasna_stage_asks_after_service (LasnaStage *self)
{
  return lasna_record_is_set (LASNA_RECORD (self), "feedback-question") &&
         g_strcmp0 (lasna_record_get_text (LASNA_RECORD (self), "question-moment"),
                    "feedback.after-service") == 0;
}
