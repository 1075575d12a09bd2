/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What somebody types to find voices by their words: words, beginnings*, "phrases", and -without.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LASNA_TEXT_WITHOUT = 1 << 0,  /* it may not occur */
  LASNA_TEXT_AT_START = 1 << 1, /* where a word begins */
  LASNA_TEXT_AT_END = 1 << 2,   /* where a word ends */
} LasnaTextFlags;

/* One word or phrase of a query. */
typedef struct
{
  char *needle; /* folded, never empty */
  guint flags;  /* LasnaTextFlags */
} LasnaTextTerm;

/* Where a query is found in a text, in bytes. */
typedef struct
{
  guint start;
  guint end;
} LasnaTextSpan;

typedef struct
{
  GPtrArray *terms; /* LasnaTextTerm */
} LasnaTextQuery;

LasnaTextQuery *lasna_text_query_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void lasna_text_query_free (LasnaTextQuery *self);

gboolean lasna_text_term_occurs (const LasnaTextTerm *self, const char *folded, gsize length);
gboolean lasna_text_query_matches (const LasnaTextQuery *self, const char *folded, gsize length);
GArray *lasna_text_query_find (const LasnaTextQuery *self,
                               const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaTextQuery, lasna_text_query_free)

G_END_DECLS
