/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One answer on the scale of its question.
 */
#pragma once

#include "lasna-columns.h"

G_BEGIN_DECLS

double lasna_answer_turn (const LasnaColumnsQuestion *question, double raw);
double lasna_answer_to_percent (const LasnaColumnsQuestion *question, double raw);

G_END_DECLS
