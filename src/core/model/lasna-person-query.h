/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is looked for: a name, an e-mail address, a phone number or the id of a respondent, found in
 * texts however it is bent, spaced or capitalised.
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _LasnaPersonQuery LasnaPersonQuery;

LasnaPersonQuery *lasna_person_query_new (const char *text,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
LasnaPersonQuery *lasna_person_query_ref (LasnaPersonQuery *self) G_GNUC_WARN_UNUSED_RESULT;
void lasna_person_query_unref (LasnaPersonQuery *self);

gboolean lasna_person_query_is_mentioned (const LasnaPersonQuery *self, const char *text);
gboolean lasna_person_query_is_all (const LasnaPersonQuery *self, const char *text);
char *lasna_person_query_hide (const LasnaPersonQuery *self,
                               const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_person_query_dup_excerpt (const LasnaPersonQuery *self,
                                      const char *text) G_GNUC_WARN_UNUSED_RESULT;

gboolean _lasna_person_query_teach (LasnaPersonQuery *self, sqlite3 *connection, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaPersonQuery, lasna_person_query_unref)

G_END_DECLS
