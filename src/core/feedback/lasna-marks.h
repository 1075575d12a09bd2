/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a change of filter turns over, by the raw codes of a column.
 */
#pragma once

#include "lasna-narrow.h"

G_BEGIN_DECLS

/* So many codes are looked for one by one. */
#define LASNA_MARKS_FEW 8

typedef struct
{
  guint32 *bits; /* for each raw code; NULL where none changes */
  guint32 any;   /* all of them together */

  /* The codes that change, where they are few, fit a byte and change by the same. */
  guint n_few;
  guint8 few[LASNA_MARKS_FEW];
} LasnaMarks;

void
lasna_marks_init (LasnaMarks *self, const guint32 *before, const guint32 *after, gsize n_codes);
void lasna_marks_clear (LasnaMarks *self);
void lasna_marks_turn (
    const LasnaMarks *self, const LasnaNarrow *column, guint start, guint n, guint32 *failing);
guint lasna_marks_find (
    const LasnaMarks *self, const LasnaNarrow *column, guint start, guint n, guint32 *rows);
void lasna_marks_turn_codes (
    const LasnaNarrow *column, const guint32 *bits, guint start, guint n, guint32 *failing);

G_END_DECLS
