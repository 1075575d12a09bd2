/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which voices are in view. Conditions on one dimension are alternatives; those on different ones
 * hold together. A filter is kept in words, ids and codes, so that it outlives the columns and can
 * be saved.
 */
#pragma once

#include "lasna-columns.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  LASNA_CONDITION_TYPED, /* an id, a code, a name in any language or a text, as somebody typed it */
  LASNA_CONDITION_RECORD,  /* a record, by its id */
  LASNA_CONDITION_CODE,    /* a term, or what the catalogue knows, by its id */
  LASNA_CONDITION_LABEL,   /* a text that nobody assigned, exactly as it came */
  LASNA_CONDITION_UNKNOWN, /* what is not known */
  LASNA_CONDITION_RANGE,   /* numbers, or days as GDate counts them, with both ends */
} LasnaConditionKind;

typedef struct
{
  LasnaDimension dimension;
  LasnaConditionKind kind;
  gint64 record;      /* of a record; of a range of scores the only question meant, or 0 */
  char *text;         /* (nullable) of what is typed, a code or a label */
  const char *method; /* (nullable) of a range of scores: the only answers meant, such as "nps" */
  double minimum;     /* of a range; -INFINITY where it is open */
  double maximum;
} LasnaCondition;

typedef struct _LasnaFilter LasnaFilter;

#define LASNA_TYPE_FILTER (lasna_filter_get_type ())
GType lasna_filter_get_type (void);

LasnaFilter *lasna_filter_new (void) G_GNUC_WARN_UNUSED_RESULT;
LasnaFilter *lasna_filter_copy (const LasnaFilter *self) G_GNUC_WARN_UNUSED_RESULT;
void lasna_filter_free (LasnaFilter *self);
gboolean lasna_filter_equal (const LasnaFilter *self, const LasnaFilter *other);
gboolean
lasna_filter_equal_in (const LasnaFilter *self, const LasnaFilter *other, LasnaDimension dimension);
gboolean lasna_filter_is_empty (const LasnaFilter *self);

/* What is in it */
guint lasna_filter_get_n_conditions (const LasnaFilter *self);
const LasnaCondition *lasna_filter_get_condition (const LasnaFilter *self, guint index);
gboolean lasna_filter_has_dimension (const LasnaFilter *self, LasnaDimension dimension);
const char *lasna_filter_get_search (const LasnaFilter *self);
gboolean lasna_filter_get_days (const LasnaFilter *self, gint32 *first, gint32 *last);
gboolean lasna_filter_has_code (const LasnaFilter *self,
                                const LasnaColumns *columns,
                                LasnaDimension dimension,
                                guint code);
guint8 *lasna_filter_accept_codes (const LasnaFilter *self,
                                   const LasnaColumns *columns,
                                   LasnaDimension dimension) G_GNUC_WARN_UNUSED_RESULT;

/* Changing it */
gboolean lasna_filter_add_condition (LasnaFilter *self, const LasnaCondition *condition);
gboolean lasna_filter_remove_condition (LasnaFilter *self, const LasnaCondition *condition);
void lasna_filter_add_value (LasnaFilter *self, LasnaDimension dimension, const char *value);
void lasna_filter_add_record (LasnaFilter *self, LasnaDimension dimension, gint64 record);
void lasna_filter_add_range (LasnaFilter *self,
                             LasnaDimension dimension,
                             const char *method,
                             double minimum,
                             double maximum);
gboolean lasna_filter_toggle_value (LasnaFilter *self, LasnaDimension dimension, const char *value);
gboolean lasna_filter_toggle_code (LasnaFilter *self,
                                   const LasnaColumns *columns,
                                   LasnaDimension dimension,
                                   guint code);
void lasna_filter_clear_dimension (LasnaFilter *self, LasnaDimension dimension);
void lasna_filter_clear (LasnaFilter *self);
gboolean
lasna_filter_set_period (LasnaFilter *self, const char *from, const char *to, GError **error);
void lasna_filter_set_days (LasnaFilter *self, gint32 first, gint32 last);

/* As the command line writes it (lasna-filter-where.c) */
gboolean lasna_filter_add_where (LasnaFilter *self, const char *text, GError **error);

/* As it is saved (lasna-filter-json.c) */
char *lasna_filter_to_json (const LasnaFilter *self) G_GNUC_WARN_UNUSED_RESULT;
LasnaFilter *lasna_filter_from_json (const char *json, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* As people read it (lasna-filter-words.c) */
char *lasna_condition_dup_words (const LasnaCondition *self,
                                 const LasnaColumns *columns,
                                 LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_filter_dup_dimension_words (const LasnaFilter *self,
                                        LasnaDimension dimension,
                                        const LasnaColumns *columns,
                                        LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_filter_dup_words (const LasnaFilter *self,
                              const LasnaColumns *columns,
                              LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaFilter, lasna_filter_free)

G_END_DECLS
