/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The records of a workbook as JSON, one at a time, each with its place in the file.
 */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 line; /* from 1 */
  guint64 column;
} LasnaJsonPlace;

typedef struct
{
  const char *table; /* NULL at the end */
  JsonObject *object;
  LasnaJsonPlace place;
} LasnaJsonEntry;

typedef struct _LasnaWorkbookJsonReader LasnaWorkbookJsonReader;

LasnaWorkbookJsonReader *lasna_workbook_json_reader_new (GFile *file,
                                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
void lasna_workbook_json_reader_free (LasnaWorkbookJsonReader *self);
gboolean lasna_workbook_json_reader_next (LasnaWorkbookJsonReader *self,
                                          const LasnaJsonEntry **entry,
                                          GCancellable *cancellable,
                                          GError **error);

void lasna_json_place_set_error (const LasnaJsonPlace *place, GError **error, const char *sentence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaWorkbookJsonReader, lasna_workbook_json_reader_free)

G_END_DECLS
