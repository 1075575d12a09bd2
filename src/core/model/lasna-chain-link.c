/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Link of the chain.
 */
#include "config.h"

#include "lasna-chain-link.h"

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

LASNA_DEFINE_RECORD (
    LasnaChainLink, lasna_chain_link, "chain_link", N_ ("Link of the chain"), properties)
