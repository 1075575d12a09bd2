/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Organisation.
 */
#include "config.h"

#include "lasna-organisation.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_TEXT ("name", N_ ("Name"), LASNA_REQUIRED),
  LASNA_TEXT ("business-id", N_ ("Business ID"), LASNA_PERSONAL),
  LASNA_TEXT ("relation", N_ ("Relation"), 0),
};

LASNA_DEFINE_RECORD (
    LasnaOrganisation, lasna_organisation, "organisation", N_ ("Organisation"), properties)

/**
 * lasna_organisation_is_without_persons:
 *
 * Returns: whether nobody is known there: an organisation does not feel, people do
 */
gboolean
lasna_organisation_is_without_persons (LasnaOrganisation *self)
{
  return g_list_model_get_n_items (
             lasna_record_get_children (LASNA_RECORD (self), "person", "organisation")) == 0;
}
