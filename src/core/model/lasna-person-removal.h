/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking a person out of a workbook, for good.
 */
#pragma once

#include "lasna-person-query.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

typedef enum
{
  LASNA_PERSON_ANONYMISE, /* what the person said stays, and nobody knows who it was */
  LASNA_PERSON_ERASE,     /* what the person said goes too */
} LasnaPersonRemoval;

gboolean lasna_person_remove (LasnaStore *store,
                              LasnaPersonQuery *query,
                              LasnaPersonRemoval removal,
                              gboolean backups,
                              GCancellable *cancellable,
                              GError **error);
void lasna_person_remove_async (LasnaWorkbook *workbook,
                                LasnaPersonQuery *query,
                                LasnaPersonRemoval removal,
                                gboolean backups,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
gboolean lasna_person_remove_finish (GAsyncResult *result, GError **error);

G_END_DECLS
