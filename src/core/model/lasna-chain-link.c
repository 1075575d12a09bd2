/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Link of the chain.
 */
#include "config.h"

#include "lasna-chain-link.h"

#include "lasna-error.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_POSITION (),
  LASNA_REFERENCE ("service", N_ ("Service"), "service", LASNA_OWNER),
  LASNA_REFERENCE ("journey", N_ ("Journey"), "journey", LASNA_OWNER),
  LASNA_TERM ("role", N_ ("Role"), "chain-role", NULL, LASNA_REQUIRED),
  LASNA_TEXT ("name", N_ ("Name or role"), LASNA_REQUIRED),
  LASNA_TERM ("priority", N_ ("Weight of the link"), "priority", "priority.primary", 0),
  LASNA_REFERENCE ("matters-to", N_ ("Matters to"), "chain_link", 0),
  LASNA_TEXT ("weight-reason", N_ ("Reason for the weight"), LASNA_LONG),
  LASNA_TEXT ("value-benefit", N_ ("Benefit"), LASNA_LONG),
  LASNA_TERM ("value-feeling", N_ ("Feeling"), "emotion", NULL, 0),
};

/* A link belongs to the chain of a service or of a journey, and matters to another one. */
static gboolean
check_link (LasnaRecord *self, GError **error)
{
  if ((lasna_record_is_set (self, "service") || lasna_record_is_set (self, "journey")) &&
      lasna_record_get_reference_id (self, "matters-to") != lasna_record_get_id (self))
    return TRUE;
  g_set_error_literal (
      error,
      LASNA_ERROR,
      LASNA_ERROR_RULE,
      _ ("A link belongs to the chain of a service or a journey and matters to another link. What was there before was kept."));
  return FALSE;
}

LASNA_DEFINE_RECORD_WITH_CODE (LasnaChainLink,
                               lasna_chain_link,
                               "chain_link",
                               N_ ("Link of the chain"),
                               properties,
                               klass->check = check_link)
