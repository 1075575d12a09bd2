/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Question: a row of question.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_QUESTION (lasna_question_get_type ())
LASNA_DECLARE_RECORD (LasnaQuestion, lasna_question, QUESTION)

G_END_DECLS
