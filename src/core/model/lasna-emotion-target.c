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

/* The id of another main target of the same place, or 0. Asked of the file, since lists do not
 * show what the change under way has made.
 */
static gint64
find_other_main (LasnaRecord *self)
{
  LasnaStatement *statement = lasna_store_prepare (
      lasna_workbook_get_store (lasna_record_get_workbook (self)),
      "SELECT id FROM emotion_target WHERE is_main = 1 AND id <> ?1 AND stage IS ?2 AND "
      "touchpoint IS ?3",
      NULL);
  static const char *const places[] = { "stage", "touchpoint" };
  gint64 id = 0;

  if (statement == NULL)
    return 0;
  lasna_statement_bind_integer (statement, 1, lasna_record_get_id (self));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (lasna_record_is_set (self, places[i]))
      lasna_statement_bind_integer (
          statement, (int) i + 2, lasna_record_get_reference_id (self, places[i]));
    else
      lasna_statement_bind_null (statement, (int) i + 2);
  if (lasna_statement_step (statement, NULL) == LASNA_STEP_ROW)
    id = lasna_statement_get_integer (statement, 1);
  lasna_statement_reset (statement);
  return id;
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
  if (find_other_main (self) != 0)
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
  LasnaWorkbook *workbook = lasna_record_get_workbook (record);
  g_autoptr (LasnaChange) change = NULL;
  g_autoptr (LasnaRecord) other = NULL;

  g_return_val_if_fail (workbook != NULL, FALSE);
  change = lasna_workbook_begin (workbook, _ ("Choose the main feeling"));
  other = lasna_workbook_find (workbook, "emotion_target", find_other_main (record));
  if (other != NULL)
    g_object_set (other, "is-main", FALSE, NULL);
  g_object_set (record, "kind", "target.desired", "is-main", TRUE, NULL);
  return lasna_change_commit (change, error);
}
