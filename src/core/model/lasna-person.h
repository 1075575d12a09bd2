/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Person: a row of person.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_PERSON (lasna_person_get_type ())
LASNA_DECLARE_RECORD (LasnaPerson, lasna_person, PERSON)

gboolean lasna_person_is_bare_code (const char *text);
gboolean lasna_person_is_reward_due (LasnaPerson *self);
gboolean lasna_person_is_silent (LasnaPerson *self);

G_END_DECLS
