/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done with voices after reading them: each deed is one step that can be undone, however
 * many voices it is about.
 */
#pragma once

#include "lasna-voice-details.h"

G_BEGIN_DECLS

/* A name of a place or a feeling as it came with an import, that nobody has assigned yet. */
typedef struct
{
  gint64 label;
  char *text;
} LasnaLooseName;

gboolean lasna_voices_assign (LasnaWorkbook *workbook,
                              const gint64 *ids,
                              guint n,
                              const char *property,
                              const char *option,
                              GError **error);
gboolean lasna_voices_set_term (LasnaWorkbook *workbook,
                                const gint64 *ids,
                                guint n,
                                const char *property,
                                const char *term,
                                GError **error);
gboolean lasna_voices_leave_out (
    LasnaWorkbook *workbook, const gint64 *ids, guint n, gboolean left_out, GError **error);

GArray *lasna_loose_names_list (LasnaWorkbook *workbook,
                                const char *property) G_GNUC_WARN_UNUSED_RESULT;
gboolean lasna_loose_names_assign (LasnaWorkbook *workbook,
                                   const gint64 *labels,
                                   guint n,
                                   const char *property,
                                   const char *option,
                                   GError **error);

LasnaRecord *lasna_voice_make_action (LasnaVoice *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
LasnaRecord *lasna_voice_make_complaint (LasnaVoice *self,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
LasnaRecord *lasna_voice_make_story (LasnaVoice *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *lasna_voice_list_made (LasnaVoice *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
