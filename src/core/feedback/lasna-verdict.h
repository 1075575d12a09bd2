/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a filter says of the codes of the raw columns: for each, by which dimensions a row that has
 * it fails.
 */
#pragma once

#include "lasna-filter.h"

G_BEGIN_DECLS

typedef struct
{
  LasnaFilter *filter;
  GBytes *fails[LASNA_N_RAW]; /* guint32 for each raw code; NULL where none fails */
  GBytes *words;              /* LasnaBits of the rows whose words pass; NULL: all of them */
  GBytes *voices;             /* LasnaBits of the rows that are named; NULL: all of them */
} LasnaVerdict;

LasnaVerdict *lasna_verdict_new (const LasnaFilter *filter,
                                 LasnaColumns *columns,
                                 LasnaStore *store,
                                 const LasnaVerdict *before,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void lasna_verdict_free (LasnaVerdict *self);
const guint32 *lasna_verdict_get_fails (const LasnaVerdict *self, guint raw);
guint32 lasna_verdict_get_dimensions (const LasnaVerdict *self);
void lasna_verdict_judge (
    const LasnaVerdict *self, const LasnaColumns *columns, guint start, guint n, guint32 *failing);
void lasna_verdict_judge_words (const LasnaVerdict *self, guint start, guint n, guint32 *failing);
void lasna_verdict_judge_voices (const LasnaVerdict *self, guint start, guint n, guint32 *failing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaVerdict, lasna_verdict_free)

G_END_DECLS
