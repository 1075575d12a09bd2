/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long a workbook keeps who said something and what they said: a rule of its own, applied when
 * somebody says so.
 */
#pragma once

#include "lasna-workbook.h"

G_BEGIN_DECLS

#define LASNA_RETENTION_MOST_MONTHS 1200

/* Days; what is from before them is too old. NULL: kept for ever. */
typedef struct
{
  char *names;
  char *words;
} LasnaRetention;

/* What is too old. */
typedef struct
{
  guint64 names; /* voices, encounters, departures, stories and persons with a name */
  guint64 words; /* voices with words */
} LasnaRetentionCount;

LasnaRetention *
lasna_retention_new (LasnaClock *clock, gint64 names, gint64 words) G_GNUC_WARN_UNUSED_RESULT;
LasnaRetention *lasna_retention_new_of (LasnaWorkbook *workbook) G_GNUC_WARN_UNUSED_RESULT;
void lasna_retention_free (LasnaRetention *self);
gboolean lasna_retention_count (const LasnaRetention *self,
                                LasnaStore *store,
                                LasnaRetentionCount *count,
                                GError **error);
void lasna_retention_count_async (LasnaWorkbook *workbook,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);
gboolean
lasna_retention_count_finish (GAsyncResult *result, LasnaRetentionCount *count, GError **error);
gboolean lasna_retention_apply (const LasnaRetention *self,
                                LasnaStore *store,
                                GCancellable *cancellable,
                                GError **error);
void lasna_retention_apply_async (LasnaWorkbook *workbook,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);
gboolean lasna_retention_apply_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaRetention, lasna_retention_free)

G_END_DECLS
