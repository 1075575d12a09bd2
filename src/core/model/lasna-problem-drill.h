/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drill: a row of problem_drill.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_PROBLEM_DRILL (lasna_problem_drill_get_type ())
LASNA_DECLARE_RECORD (LasnaProblemDrill, lasna_problem_drill, PROBLEM_DRILL)

G_END_DECLS
