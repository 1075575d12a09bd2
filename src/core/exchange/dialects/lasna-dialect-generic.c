/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any table with one row of headers.
 */
#include "config.h"

#include "lasna-dialect.h"

static guint
recognise (const LasnaSample *sample)
{
  return 1;
}

const LasnaDialect lasna_dialect_generic = {
  .id = "generic",
  .title = "CSV",
  .recognise = recognise,
};
