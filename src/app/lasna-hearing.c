/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages hold it together; it goes with the last of them.
 */
#include "config.h"

#include "lasna-hearing.h"

struct _LasnaHearing
{
  GObject parent_instance;
};

G_DEFINE_FINAL_TYPE (LasnaHearing, lasna_hearing, G_TYPE_OBJECT)

static void
lasna_hearing_class_init (LasnaHearingClass *klass)
{
  g_signal_new (
      "changed", LASNA_TYPE_HEARING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lasna_hearing_init (LasnaHearing *self)
{
}

LasnaHearing *
lasna_hearing_ref (LasnaWorkbook *workbook)
{
  return g_object_new (LASNA_TYPE_HEARING, NULL);
}

gboolean
lasna_hearing_is_first_load (LasnaHearing *self)
{
  return FALSE;
}

LasnaJourneyFigures *
lasna_hearing_get_figures (LasnaHearing *self, LasnaRecord *journey)
{
  return NULL;
}
