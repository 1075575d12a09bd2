/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The error domain.
 */
#include "config.h"

#include "lasna-error.h"

G_DEFINE_QUARK (lasna - error - quark, lasna_error)
