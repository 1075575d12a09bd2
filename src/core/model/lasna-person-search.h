/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything a workbook, its undo and its backups hold about one person.
 */
#pragma once

#include "lasna-person-query.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

/* A place that mentions the person. */
typedef struct
{
  const char *kind;     /* what a record of it is called, untranslated */
  const char *property; /* its label, untranslated */
  const char *table;
  gint64 id;
  gboolean is_hidden; /* in an import that was undone */
  char *excerpt;
} LasnaPersonFind;

typedef struct
{
  GPtrArray *finds;      /* LasnaPersonFind, the first of each kind first */
  guint64 n_finds;       /* of which the first LASNA_PERSON_FINDS_MAX are in the list */
  guint64 n_voices;      /* that the person gave */
  guint64 n_encounters;  /* with the person */
  guint64 n_changes;     /* mentions in what can be undone */
  guint64 n_attachments; /* files that mention the person */
  GPtrArray *backups;    /* paths of backups that mention the person, or cannot be read */
} LasnaPersonReport;

#define LASNA_PERSON_FINDS_MAX 1000

LasnaPersonReport *lasna_person_search (LasnaStore *store,
                                        LasnaPersonQuery *query,
                                        GCancellable *cancellable,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
void lasna_person_search_async (LasnaWorkbook *workbook,
                                LasnaPersonQuery *query,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
LasnaPersonReport *lasna_person_search_finish (GAsyncResult *result,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void lasna_person_report_free (LasnaPersonReport *self);
gboolean lasna_person_report_is_empty (const LasnaPersonReport *self);

char **_lasna_person_list_backups (LasnaStore *store) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaPersonReport, lasna_person_report_free)

G_END_DECLS
