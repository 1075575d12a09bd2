/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schema of a later version.
 */
#include "config.h"

#include "lasna-test-schema.h"

#include "lasna-test-schema-resource.h"

static gpointer
make_next (gpointer data G_GNUC_UNUSED)
{
  g_resources_register (lasna_test_schema_get_resource ());
  return lasna_schema_new ("/fi/lasna/test-schema");
}

/**
 * lasna_test_schema_get_next:
 *
 * Returns: (transfer none): the program's schema with one more migration
 */
const LasnaSchema *
lasna_test_schema_get_next (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_next, NULL);
}
