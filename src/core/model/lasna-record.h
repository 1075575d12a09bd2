/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of the workbook as a live object. A kind of record is a table of properties; the base
 * class owns the values, the SQL, the references and the checking.
 */
#pragma once

#include <gio/gio.h>

#include "lasna-property.h"

G_BEGIN_DECLS

typedef struct _LasnaWorkbook LasnaWorkbook;

/* The value of an integer property that was never set: no data is not zero. */
#define LASNA_UNSET G_MININT64

#define LASNA_TYPE_RECORD (lasna_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (LasnaRecord, lasna_record, LASNA, RECORD, GObject)

struct _LasnaRecordClass
{
  GObjectClass parent_class;

  const char *table;
  const char *label; /* what one of these is called, untranslated */
  const LasnaProperty *properties;
  guint n_properties;

  /* The rules of the kind, asked before a change that touched the record is committed. */
  gboolean (*check) (LasnaRecord *self, GError **error);

  /*< private >*/
  char *select;     /* one row by id: id, then the properties in order */
  char *select_all; /* every row, in order */
  char *insert;
  char **updates; /* one for each property */
};

void lasna_record_class_bind (LasnaRecordClass *klass,
                              const char *table,
                              const char *label,
                              const LasnaProperty *properties,
                              guint n_properties);
char *lasna_record_class_dup_noun (LasnaRecordClass *klass) G_GNUC_WARN_UNUSED_RESULT;

gint64 lasna_record_get_id (LasnaRecord *self);
LasnaWorkbook *lasna_record_get_workbook (LasnaRecord *self);
const char *lasna_record_get_table (LasnaRecord *self);
gboolean lasna_record_is_deleted (LasnaRecord *self);

const char *lasna_record_get_text (LasnaRecord *self, const char *property);
gint64 lasna_record_get_integer (LasnaRecord *self, const char *property);
double lasna_record_get_number (LasnaRecord *self, const char *property);
gboolean lasna_record_get_flag (LasnaRecord *self, const char *property);
gpointer lasna_record_get_reference (LasnaRecord *self, const char *property);
gint64 lasna_record_get_reference_id (LasnaRecord *self, const char *property);
gboolean lasna_record_is_set (LasnaRecord *self, const char *property);
gboolean lasna_record_has_term (LasnaRecord *self, const char *property, const char *term);

gboolean
lasna_record_write (LasnaRecord *self, const char *property, const GValue *value, GError **error);

GListModel *lasna_record_get_children (LasnaRecord *self, const char *table, const char *property);
char *lasna_record_dup_text_in (LasnaRecord *self,
                                const char *property,
                                LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

void lasna_record_delete (LasnaRecord *self);
void lasna_record_move (LasnaRecord *self, LasnaRecord *before);

#define LASNA_DECLARE_RECORD(TypeName, type_name, TYPE_NAME)                                       \
  G_DECLARE_FINAL_TYPE (TypeName, type_name, LASNA, TYPE_NAME, LasnaRecord)

/* A kind without behaviour of its own is defined by one line. */
#define LASNA_DEFINE_RECORD(TypeName, type_name, table, label, properties)                         \
  LASNA_DEFINE_RECORD_WITH_CODE (TypeName, type_name, table, label, properties, {})

/* The same with statements that see klass, such as klass->check = check_story; */
#define LASNA_DEFINE_RECORD_WITH_CODE(TypeName, type_name, table, label, properties, code)         \
  struct _##TypeName                                                                               \
  {                                                                                                \
    LasnaRecord parent_instance;                                                                   \
  };                                                                                               \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, LASNA_TYPE_RECORD)                                     \
  static void type_name##_init (TypeName *self G_GNUC_UNUSED) {}                                   \
  static void type_name##_class_init (TypeName##Class *record_class)                               \
  {                                                                                                \
    LasnaRecordClass *klass = LASNA_RECORD_CLASS (record_class);                                   \
    lasna_record_class_bind (klass, table, label, properties, G_N_ELEMENTS (properties));          \
    code;                                                                                          \
  }

G_END_DECLS
