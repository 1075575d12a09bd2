/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The emotions of a workbook: the catalogue's with the workbook's weights and words, and own words.
 */
#pragma once

#include "lasna-emotion.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

typedef enum
{
  LASNA_TARGET_MISSED,
  LASNA_TARGET_CLOSE, /* another emotion of the same cluster is among those felt most */
  LASNA_TARGET_MET,
} LasnaTargetMatch;

const LasnaCluster *lasna_emotions_get_cluster (LasnaWorkbook *workbook, const char *emotion);
double lasna_emotions_get_valence (LasnaWorkbook *workbook, const char *emotion);
gboolean lasna_emotions_is_destroying (LasnaWorkbook *workbook, const char *emotion);
int lasna_emotions_compare (LasnaWorkbook *workbook, const char *one, const char *two);
char **lasna_emotions_list (LasnaWorkbook *workbook) G_GNUC_WARN_UNUSED_RESULT;
LasnaTargetMatch
lasna_emotions_match (LasnaWorkbook *workbook, const char *wanted, const char *const *felt);

gboolean lasna_emotions_set_valence (LasnaWorkbook *workbook,
                                     const char *emotion,
                                     gint64 valence,
                                     GError **error);
LasnaEmotion *lasna_emotions_add_own (LasnaWorkbook *workbook,
                                      const char *label,
                                      const char *cluster,
                                      gint64 valence);

G_END_DECLS
