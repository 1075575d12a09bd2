/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Service: a row of service.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_SERVICE (lasna_service_get_type ())
LASNA_DECLARE_RECORD (LasnaService, lasna_service, SERVICE)

G_END_DECLS
