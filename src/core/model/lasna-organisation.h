/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Organisation: a row of organisation.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_ORGANISATION (lasna_organisation_get_type ())
LASNA_DECLARE_RECORD (LasnaOrganisation, lasna_organisation, ORGANISATION)

gboolean lasna_organisation_is_without_persons (LasnaOrganisation *self);

G_END_DECLS
