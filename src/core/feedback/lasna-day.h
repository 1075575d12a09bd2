/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days as GDate counts them, and as texts.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean lasna_day_read (const char *text, gint32 *day);
char *lasna_day_dup_text (gint32 day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
