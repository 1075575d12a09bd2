/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command line.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int lasna_cli_main (int argc, char *argv[]);
gboolean lasna_cli_is_verb (const char *word);
int lasna_cli_tell_no_display (void);

G_END_DECLS
