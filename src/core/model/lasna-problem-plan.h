/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Problem plan: a row of problem_plan.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_PROBLEM_PLAN (lasna_problem_plan_get_type ())
LASNA_DECLARE_RECORD (LasnaProblemPlan, lasna_problem_plan, PROBLEM_PLAN)

G_END_DECLS
