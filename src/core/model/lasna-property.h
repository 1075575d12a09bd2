/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a property of a record is: plain data from which the base class makes GObject properties,
 * SQL, checks and the labels people see.
 */
#pragma once

#include "lasna-words.h"

G_BEGIN_DECLS

typedef enum
{
  LASNA_PROPERTY_TEXT,       /* string */
  LASNA_PROPERTY_TERM,       /* string: the id of a value of a set */
  LASNA_PROPERTY_TERMS,      /* string: ids of a set, in its order, separated by spaces */
  LASNA_PROPERTY_REFERENCE,  /* LasnaRecord; its id in the file */
  LASNA_PROPERTY_ATTACHMENT, /* int64: a row of attachment */
  LASNA_PROPERTY_INTEGER,    /* int64 or LASNA_UNSET */
  LASNA_PROPERTY_NUMBER,     /* double or NAN */
  LASNA_PROPERTY_FLAG,       /* boolean */
  LASNA_PROPERTY_DATE,       /* string: YYYY-MM-DD */
  LASNA_PROPERTY_TIME,       /* string: YYYY-MM-DDTHH:MM, local wall time, seconds allowed */
} LasnaPropertyType;

typedef enum
{
  LASNA_REQUIRED = 1 << 0, /* must have a value when a change is committed */
  LASNA_OWNER = 1 << 1,    /* the record lives and dies with what this refers to */
  LASNA_PERSONAL = 1 << 2, /* may hold the name of a person: left out where names are */
  LASNA_PRIVATE = 1 << 3,  /* for the writer's eyes: on no page, in no export */
  LASNA_LONG = 1 << 4,     /* text of several lines */
  LASNA_TEMPLATE = 1 << 5, /* text that a template gives in three languages */
} LasnaPropertyFlags;

typedef struct
{
  const char *name;  /* "contact-situation"; its column is contact_situation */
  const char *label; /* what people read, untranslated */
  LasnaPropertyType type;
  const char *target; /* the value set of a term, the table of a reference */
  double minimum;     /* of an integer or a number */
  double maximum;
  const char *initial; /* the value of a new record, as text; NULL: unset */
  LasnaPropertyFlags flags;
} LasnaProperty;

#define LASNA_TEXT(name, label, flags)                                                             \
  {                                                                                                \
    name, label, LASNA_PROPERTY_TEXT, NULL, 0, 0, NULL, flags                                      \
  }
#define LASNA_TERM(name, label, set, initial, flags)                                               \
  {                                                                                                \
    name, label, LASNA_PROPERTY_TERM, set, 0, 0, initial, flags                                    \
  }
#define LASNA_TERMS(name, label, set, flags)                                                       \
  {                                                                                                \
    name, label, LASNA_PROPERTY_TERMS, set, 0, 0, NULL, flags                                      \
  }
#define LASNA_REFERENCE(name, label, table, flags)                                                 \
  {                                                                                                \
    name, label, LASNA_PROPERTY_REFERENCE, table, 0, 0, NULL, flags                                \
  }
#define LASNA_ATTACHMENT(name, label, flags)                                                       \
  {                                                                                                \
    name, label, LASNA_PROPERTY_ATTACHMENT, "attachment", 0, 0, NULL, flags                        \
  }
#define LASNA_INTEGER(name, label, minimum, maximum, initial, flags)                               \
  {                                                                                                \
    name, label, LASNA_PROPERTY_INTEGER, NULL, (double) (minimum), (double) (maximum), initial,    \
        flags                                                                                      \
  }
#define LASNA_NUMBER(name, label, minimum, maximum, initial, flags)                                \
  {                                                                                                \
    name, label, LASNA_PROPERTY_NUMBER, NULL, minimum, maximum, initial, flags                     \
  }
#define LASNA_POSITION()                                                                           \
  {                                                                                                \
    "position", N_ ("Position"), LASNA_PROPERTY_NUMBER, NULL, -1e300, 1e300, "0", 0                \
  }
#define LASNA_FLAG(name, label, flags)                                                             \
  {                                                                                                \
    name, label, LASNA_PROPERTY_FLAG, NULL, 0, 0, NULL, flags                                      \
  }
#define LASNA_DATE(name, label, flags)                                                             \
  {                                                                                                \
    name, label, LASNA_PROPERTY_DATE, NULL, 0, 0, NULL, flags                                      \
  }
#define LASNA_TIME(name, label, flags)                                                             \
  {                                                                                                \
    name, label, LASNA_PROPERTY_TIME, NULL, 0, 0, NULL, flags                                      \
  }

G_END_DECLS
