/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Person: a row of person.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_PERSON (lasna_person_get_type ())
LASNA_DECLARE_RECORD (LasnaPerson, lasna_person, PERSON)

G_END_DECLS
