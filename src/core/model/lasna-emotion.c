/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Own emotion.
 */
#include "config.h"

#include "lasna-emotion.h"

#include "lasna-error.h"
#include "lasna-workbook.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_TEXT ("code", N_ ("Code"), LASNA_REQUIRED),
  LASNA_TERM ("cluster", N_ ("Cluster"), "cluster", NULL, 0),
  LASNA_TEXT ("label", N_ ("Label"), 0),
  LASNA_INTEGER ("valence", N_ ("Weight"), -2, 2, NULL, 0),
};

/* An own word is a word; a changed emotion of the catalogue may keep its own. */
static gboolean
check_emotion (LasnaRecord *self, GError **error)
{
  LasnaCatalogue *catalogue = lasna_workbook_get_catalogue (lasna_record_get_workbook (self));

  if (lasna_record_is_set (self, "label") ||
      lasna_catalogue_find_emotion (catalogue, lasna_record_get_text (self, "code")) != NULL)
    return TRUE;
  g_set_error_literal (error,
                       LASNA_ERROR,
                       LASNA_ERROR_RULE,
                       _ ("An emotion of your own needs a word. What was there before was kept."));
  return FALSE;
}

LASNA_DEFINE_RECORD_WITH_CODE (LasnaEmotion,
                               lasna_emotion,
                               "emotion",
                               N_ ("Own emotion"),
                               properties,
                               klass->check = check_emotion)
