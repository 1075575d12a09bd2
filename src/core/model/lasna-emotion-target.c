/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Emotional target.
 */
#include "config.h"

#include "lasna-emotion-target.h"

#include "lasna-error.h"
#include "lasna-workbook.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_POSITION (),
  LASNA_REFERENCE ("stage", N_ ("Stage"), "stage", LASNA_OWNER),
  LASNA_REFERENCE ("touchpoint", N_ ("Touchpoint"), "touchpoint", LASNA_OWNER),
  LASNA_TERM ("emotion", N_ ("Emotion"), "emotion", NULL, LASNA_REQUIRED),
  LASNA_TERM ("kind", N_ ("Kind"), "target-kind", "target.desired", LASNA_REQUIRED),
  LASNA_FLAG ("is-main", N_ ("Main feeling of the stage"), 0),
};

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, LASNA_ERROR, LASNA_ERROR_RULE, sentence);
  return FALSE;
}

/* Another main target of the same place, or NULL; borrowed. */
static LasnaRecord *
find_other_main (LasnaRecord *self)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (self);
  GListModel *all = lasna_workbook_get_records (workbook, "emotion_target");

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LasnaRecord) other = g_list_model_get_item (all, i);

      if (other != self && !lasna_record_is_deleted (other) &&
          lasna_record_get_flag (other, "is-main") &&
          lasna_record_get_reference_id (other, "stage") ==
              lasna_record_get_reference_id (self, "stage") &&
          lasna_record_get_reference_id (other, "touchpoint") ==
              lasna_record_get_reference_id (self, "touchpoint"))
        return other;
    }
  return NULL;
}

static gboolean
check_target (LasnaRecord *self, GError **error)
{
  if (!lasna_record_is_set (self, "stage") && !lasna_record_is_set (self, "touchpoint"))
    return refuse (
        error, _ ("An emotional target belongs to a stage or a touchpoint. Nothing was changed."));
  if (!lasna_record_get_flag (self, "is-main"))
    return TRUE;
  if (g_strcmp0 (lasna_record_get_text (self, "kind"), "target.desired") != 0)
    return refuse (
        error, _ ("The main feeling is one that you wish for. What was there before was kept."));
  if (find_other_main (self) != NULL)
    return refuse (error, _ ("There is one main feeling. What was there before was kept."));
  return TRUE;
}

LASNA_DEFINE_RECORD_WITH_CODE (LasnaEmotionTarget,
                               lasna_emotion_target,
                               "emotion_target",
                               N_ ("Emotional target"),
                               properties,
                               klass->check = check_target)

/**
 * lasna_emotion_target_make_main:
 *
 * Makes this the one main feeling of its place, and a desired one, in one change.
 *
 * Returns: whether that is saved
 */
gboolean
lasna_emotion_target_make_main (LasnaEmotionTarget *self, GError **error)
{
  LasnaRecord *record = LASNA_RECORD (self);
  g_autoptr (LasnaChange) change = NULL;
  LasnaRecord *other;

  g_return_val_if_fail (lasna_record_get_workbook (record) != NULL, FALSE);
  change = lasna_workbook_begin (lasna_record_get_workbook (record), _ ("Choose the main feeling"));
  other = find_other_main (record);
  if (other != NULL)
    g_object_set (other, "is-main", FALSE, NULL);
  g_object_set (record, "kind", "target.desired", "is-main", TRUE, NULL);
  return lasna_change_commit (change, error);
}
