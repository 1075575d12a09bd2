/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done with many voices at once.
 */
#pragma once

#include <gtk/gtk.h>

#include "lasna-workbook.h"

G_BEGIN_DECLS

#define LASNA_TYPE_VOICE_MANY (lasna_voice_many_get_type ())
G_DECLARE_FINAL_TYPE (LasnaVoiceMany, lasna_voice_many, LASNA, VOICE_MANY, GtkWidget)

/* signal "refused" (LasnaVoiceMany *, const GError *): it could not be done */
/* signal "done" (LasnaVoiceMany *): it is done, in one step */

void lasna_voice_many_set_voices (LasnaVoiceMany *self, LasnaWorkbook *workbook, GArray *ids);

G_END_DECLS
