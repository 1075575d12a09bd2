/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Link of the chain: a row of chain_link.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_CHAIN_LINK (lasna_chain_link_get_type ())
LASNA_DECLARE_RECORD (LasnaChainLink, lasna_chain_link, CHAIN_LINK)

G_END_DECLS
