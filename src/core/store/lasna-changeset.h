/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether bytes are a changeset.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean lasna_changeset_is_sound (GBytes *changeset);

G_END_DECLS
