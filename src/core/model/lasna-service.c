/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Service.
 */
#include "config.h"

#include "lasna-service.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_POSITION (),
  LASNA_TEXT ("name", N_ ("Name"), LASNA_REQUIRED | LASNA_TEMPLATE),
  LASNA_TEXT ("description", N_ ("Description"), LASNA_LONG),
  LASNA_TERM ("market", N_ ("Customers"), "market", NULL, 0),
  LASNA_TERM ("state", N_ ("State"), "service-state", "service.in-use", 0),
  LASNA_TEXT ("why-us", N_ ("Why us"), LASNA_LONG),
};

LASNA_DEFINE_RECORD (LasnaService, lasna_service, "service", N_ ("Service"), properties)
