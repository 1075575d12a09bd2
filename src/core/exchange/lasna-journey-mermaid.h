/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A journey as the text of a mermaid journey, both ways. What mermaid cannot hold stands in lines
 * that every reader of mermaid skips, so that our own text comes back whole.
 */
#pragma once

#include "lasna-feedback.h"

G_BEGIN_DECLS

/* Before the JSON of a record, which is one line. */
#define LASNA_MERMAID_MARK "%% lasna "

char *lasna_journey_mermaid_write (LasnaRecord *journey,
                                   LasnaFeedback *feedback,
                                   gboolean names,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
gpointer lasna_journey_mermaid_read (LasnaWorkbook *workbook,
                                     const char *text,
                                     gsize length,
                                     const char *name,
                                     guint *n_clamped,
                                     GError **error);

char *lasna_mermaid_encode (const char *text, gboolean is_actor) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_mermaid_decode (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
