/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A journey that was read from a file and is not in the workbook yet: records as JSON that refer to
 * each other by number.
 */
#pragma once

#include "lasna-workbook-json-reader.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

typedef struct _LasnaJourneyDraft LasnaJourneyDraft;

LasnaJourneyDraft *lasna_journey_draft_new (LasnaWorkbook *workbook) G_GNUC_WARN_UNUSED_RESULT;
void lasna_journey_draft_free (LasnaJourneyDraft *self);
gint64 lasna_journey_draft_next (LasnaJourneyDraft *self);
void lasna_journey_draft_take (LasnaJourneyDraft *self,
                               const char *table,
                               gint64 number,
                               JsonObject *object,
                               const LasnaJsonPlace *place);
gboolean lasna_journey_draft_rename (LasnaJourneyDraft *self, gint64 number, gint64 to);
gpointer lasna_journey_draft_add (LasnaJourneyDraft *self, const char *label, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaJourneyDraft, lasna_journey_draft_free)

G_END_DECLS
