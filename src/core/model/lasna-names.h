/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding the names of known persons in texts, and saying something else instead.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _LasnaNames LasnaNames;

LasnaNames *_lasna_names_new (void) G_GNUC_WARN_UNUSED_RESULT;
void _lasna_names_free (LasnaNames *self);
void _lasna_names_spare (LasnaNames *self, const char *word);
void _lasna_names_add (LasnaNames *self, const char *name, const char *instead, gboolean parts);
char *_lasna_names_replace (LasnaNames *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaNames, _lasna_names_free)

G_END_DECLS
