/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An open workbook: its records, its changes, what was undone. Belongs to one thread.
 */
#pragma once

#include "lasna-catalogue.h"
#include "lasna-clock.h"
#include "lasna-record.h"
#include "lasna-settings.h"
#include "lasna-store.h"

G_BEGIN_DECLS

#define LASNA_TYPE_WORKBOOK (lasna_workbook_get_type ())
G_DECLARE_FINAL_TYPE (LasnaWorkbook, lasna_workbook, LASNA, WORKBOOK, GObject)

/* One user-visible step. Freed without commit it is rolled back, the objects too. */
typedef struct _LasnaChange LasnaChange;

/* What a commit, an undo, a redo or somebody else did to one row. */
typedef struct
{
  char operation; /* 'i' inserted, 'u' updated, 'd' deleted */
  const char *table;
  gint64 id;
} LasnaTouch;

/* signal "changed" (LasnaWorkbook *, const char *label, GArray *touches (LasnaTouch), int cause) */
typedef enum
{
  LASNA_CAUSE_CHANGE,
  LASNA_CAUSE_UNDO,
  LASNA_CAUSE_REDO,
  LASNA_CAUSE_OTHERS,
  LASNA_CAUSE_RELOAD, /* touches is NULL: anything may be new */
} LasnaCause;

LasnaWorkbook *lasna_workbook_create (const char *path,
                                      LasnaLanguage language,
                                      LasnaClock *clock,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
LasnaWorkbook *lasna_workbook_open (const char *path,
                                    LasnaStoreFlags flags,
                                    LasnaClock *clock,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void lasna_workbook_set_daily_backup (LasnaWorkbook *self, gboolean daily);
gboolean lasna_workbook_move (LasnaWorkbook *self, const char *path, GError **error);
gboolean lasna_workbook_close (LasnaWorkbook *self, GError **error);

LasnaStore *lasna_workbook_get_store (LasnaWorkbook *self);
LasnaClock *lasna_workbook_get_clock (LasnaWorkbook *self);
LasnaCatalogue *lasna_workbook_get_catalogue (LasnaWorkbook *self);
LasnaSettings *lasna_workbook_get_settings (LasnaWorkbook *self);
LasnaLanguage lasna_workbook_get_language (LasnaWorkbook *self);

GListModel *lasna_workbook_get_records (LasnaWorkbook *self, const char *table);
gpointer
lasna_workbook_find (LasnaWorkbook *self, const char *table, gint64 id) G_GNUC_WARN_UNUSED_RESULT;
const char *lasna_workbook_get_term_label (LasnaWorkbook *self,
                                           const char *set,
                                           const char *term,
                                           LasnaLanguage language);
const char *
lasna_record_get_term_label (LasnaRecord *self, const char *property, LasnaLanguage language);

LasnaChange *lasna_workbook_begin (LasnaWorkbook *self,
                                   const char *label) G_GNUC_WARN_UNUSED_RESULT;
gpointer lasna_workbook_add (LasnaWorkbook *self, GType type, const char *first_property, ...)
    G_GNUC_NULL_TERMINATED;
gpointer lasna_workbook_addv (
    LasnaWorkbook *self, GType type, guint n, const char *const *names, const GValue *values);
gboolean lasna_change_is_failed (LasnaChange *change);
void lasna_change_fail (LasnaChange *change, GError *error);
gboolean lasna_change_commit (LasnaChange *change, GError **error);
void lasna_change_free (LasnaChange *change);

void lasna_workbook_set_typing (LasnaWorkbook *self, gboolean typing);

gboolean lasna_workbook_undo (LasnaWorkbook *self, char **label, GError **error);
gboolean lasna_workbook_redo (LasnaWorkbook *self, char **label, GError **error);
const char *lasna_workbook_get_undo_label (LasnaWorkbook *self);
const char *lasna_workbook_get_redo_label (LasnaWorkbook *self);

char **lasna_workbook_list_recorded_tables (void) G_GNUC_WARN_UNUSED_RESULT;

gboolean lasna_workbook_poll (LasnaWorkbook *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaChange, lasna_change_free)

G_END_DECLS
