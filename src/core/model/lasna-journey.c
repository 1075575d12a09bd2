/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Journey.
 */
#include "config.h"

#include "lasna-journey.h"

#include "lasna-stage.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_POSITION (),
  LASNA_REFERENCE ("service", N_ ("Service"), "service", LASNA_REQUIRED | LASNA_OWNER),
  LASNA_REFERENCE ("segment", N_ ("Customer segment"), "segment", 0),
  LASNA_REFERENCE ("chain-link", N_ ("Whose journey"), "chain_link", 0),
  LASNA_TEXT ("title", N_ ("Title"), LASNA_REQUIRED | LASNA_TEMPLATE),
  LASNA_TEXT ("description", N_ ("Description"), LASNA_LONG | LASNA_TEMPLATE),
  LASNA_TEXT ("template-id", N_ ("Template"), 0),
  LASNA_REFERENCE ("origin", N_ ("Made from"), "journey", 0),
  LASNA_TERM ("state", N_ ("State"), "journey-state", "journey.draft", 0),
  LASNA_TEXT ("version", N_ ("Version"), 0),
  LASNA_TERM ("deciding-feeling", N_ ("Deciding feeling"), "emotion", NULL, 0),
  LASNA_TEXT ("author", N_ ("Author"), LASNA_PERSONAL),
  LASNA_DATE ("reviewed-at", N_ ("Reviewed"), 0),
  LASNA_DATE ("next-review", N_ ("Next review"), 0),
};

LASNA_DEFINE_RECORD (LasnaJourney, lasna_journey, "journey", N_ ("Journey"), properties)

/**
 * lasna_journey_lacks_after_service:
 *
 * Returns: whether nobody is asked after the service: the last stage has no question of that
 *   moment. A journey without stages lacks nothing yet.
 */
gboolean
lasna_journey_lacks_after_service (LasnaJourney *self)
{
  GListModel *stages = lasna_record_get_children (LASNA_RECORD (self), "stage", "journey");
  guint n = g_list_model_get_n_items (stages);
  g_autoptr (LasnaStage) last = n > 0 ? g_list_model_get_item (stages, n - 1) : NULL;

  return last != NULL && !lasna_stage_asks_after_service (last);
}
