/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dictionaries of the columns: what the labels, terms and references of voices stand for.
 */
#pragma once

#include "lasna-meanings.h"

G_BEGIN_DECLS

/* Codes by what stands in the rows. */
typedef struct
{
  GHashTable *labels;                   /* from the id of a label to a code (guint + 1) */
  GHashTable *terms[LASNA_N_COLUMNS];   /* from a term or language to a code */
  GHashTable *touchpoint_stages;        /* from the id of a touchpoint to that of its stage */
  GHashTable *records[LASNA_N_COLUMNS]; /* from the id of a record to a code */
} LasnaCodes;

LasnaCodes *lasna_codes_new (void) G_GNUC_WARN_UNUSED_RESULT;
void lasna_codes_free (LasnaCodes *self);
gboolean
lasna_codes_load (LasnaCodes *self, LasnaMeanings *meanings, LasnaStore *store, GError **error);

guint16 lasna_codes_get_label (const LasnaCodes *self, gint64 label);
guint16 lasna_codes_get_link (const LasnaCodes *self, gint64 link);
guint16 lasna_codes_take_term (LasnaCodes *self,
                               LasnaMeanings *meanings,
                               LasnaDimension dimension,
                               const char *term);
guint16 lasna_codes_get_stage_of_touchpoint (const LasnaCodes *self,
                                             const LasnaMeanings *meanings,
                                             guint16 touchpoint);
guint16 lasna_codes_get_journey_of_stage (const LasnaCodes *self,
                                          const LasnaMeanings *meanings,
                                          guint16 stage);

void lasna_value_free (LasnaValue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaCodes, lasna_codes_free)

G_END_DECLS
