/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts stand in the order of ids with a zero byte between them. A search looks for the longest
 * part of a needle that can be written in one way only, sixteen bytes at a time, and then looks
 * closer.
 */
#include "config.h"

#include "lasna-search-buffer.h"

#include "lasna-text-search.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* With more texts changed than this it is quicker to read all of them again. */
#define MOST_CHANGED 1000
#define NO_ROW G_MAXUINT32

/* Shared by the versions of the buffer. */
typedef struct
{
  gatomicrefcount references;
  guint n;
  GString *text;
  GArray *starts; /* (element-type gsize) n + 1 of them */
  GArray *ids;    /* (element-type gint64) */
} Texts;

struct _LasnaSearchBuffer
{
  Texts *texts;
  GBytes *id_bytes;    /* of the rows that the next one speaks of */
  GBytes *row_bytes;   /* shared by versions in which every voice stands where it stood */
  const guint32 *rows; /* of each text; NO_ROW where its voice is gone */
  GHashTable *changed; /* from the id of a voice to its text, which holds instead */
};

static void
texts_unref (Texts *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_array_unref (self->ids);
  g_free (self);
}

static gsize
get_start (const Texts *self, guint i)
{
  return g_array_index (self->starts, gsize, i);
}

static gint64
get_id (const Texts *self, guint i)
{
  return g_array_index (self->ids, gint64, i);
}

static void
add_text (Texts *self, gint64 id, const char *text)
{
  gsize end;

  lasna_text_search_fold (text, self->text);
  g_string_append_c (self->text, '\0');
  end = self->text->len;
  g_array_append_val (self->starts, end);
  g_array_append_val (self->ids, id);
  self->n++;
}

static Texts *
texts_new (void)
{
  Texts *self = g_new0 (Texts, 1);
  const gsize zero = 0;

  g_atomic_ref_count_init (&self->references);
  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->starts, zero);
  return self;
}

/* Both stand in the order of ids. */
static GBytes *
find_rows (const Texts *texts, const LasnaRows *rows)
{
  guint32 *found = g_new (guint32, texts->n + 1);
  guint next = 0;

  for (guint i = 0; i < texts->n; i++)
    {
      gint64 id = get_id (texts, i);

      while (next < rows->n && rows->ids[rows->rows_by_id[next]] < id)
        next++;
      found[i] = next < rows->n && rows->ids[rows->rows_by_id[next]] == id ? rows->rows_by_id[next]
                                                                           : NO_ROW;
    }
  return g_bytes_new_take (found, texts->n * sizeof *found);
}

/* @before: (nullable): a version over the same texts */
static LasnaSearchBuffer *
buffer_new (Texts *texts, const LasnaRows *rows, const LasnaSearchBuffer *before)
{
  LasnaSearchBuffer *self = g_new0 (LasnaSearchBuffer, 1);

  self->texts = texts;
  self->id_bytes = g_bytes_ref (rows->id_bytes);
  self->row_bytes = before != NULL && before->id_bytes == rows->id_bytes
                        ? g_bytes_ref (before->row_bytes)
                        : find_rows (texts, rows);
  self->rows = g_bytes_get_data (self->row_bytes, NULL);
  self->changed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

void
lasna_search_buffer_free (LasnaSearchBuffer *self)
{
  texts_unref (self->texts);
  g_bytes_unref (self->id_bytes);
  g_bytes_unref (self->row_bytes);
  g_hash_table_unref (self->changed);
  g_free (self);
}

/**
 * lasna_search_buffer_load:
 * @store: a connection of the calling thread
 *
 * Returns: (transfer full) (nullable): the words of all voices in @rows
 */
LasnaSearchBuffer *
lasna_search_buffer_load (const LasnaRows *rows, LasnaStore *store, GError **error)
{
  Texts *texts;
  LasnaStatement *statement = lasna_store_prepare (
      store, "SELECT id, verbatim FROM feedback WHERE verbatim IS NOT NULL ORDER BY id", error);
  LasnaStep step;

  if (statement == NULL)
    return NULL;
  texts = texts_new ();
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    add_text (
        texts, lasna_statement_get_integer (statement, 1), lasna_statement_get_text (statement, 2));
  lasna_statement_reset (statement);
  if (step == LASNA_STEP_DONE)
    return buffer_new (texts, rows, NULL);
  texts_unref (texts);
  return NULL;
}

static void
copy_changed (gpointer id, gpointer text, gpointer data)
{
  g_hash_table_insert (data, g_memdup2 (id, sizeof (gint64)), g_strdup (text));
}

/**
 * lasna_search_buffer_change:
 * @rows: as they are now
 * @ids: voices that were added, edited or deleted
 *
 * Returns: (transfer full) (nullable): the buffer as it is now; NULL where it must be loaded anew
 */
LasnaSearchBuffer *
lasna_search_buffer_change (const LasnaSearchBuffer *self,
                            const LasnaRows *rows,
                            LasnaStore *store,
                            const gint64 *ids,
                            guint n)
{
  LasnaStatement *statement =
      lasna_store_prepare (store, "SELECT verbatim FROM feedback WHERE id = ?1", NULL);
  LasnaSearchBuffer *next;

  if (statement == NULL || g_hash_table_size (self->changed) + n > MOST_CHANGED)
    return NULL;
  g_atomic_ref_count_inc (&self->texts->references);
  next = buffer_new (self->texts, rows, self);
  g_hash_table_foreach (self->changed, copy_changed, next->changed);
  for (guint i = 0; i < n; i++)
    {
      GString *folded = g_string_new (NULL);

      lasna_statement_bind_integer (statement, 1, ids[i]);
      if (lasna_statement_step (statement, NULL) == LASNA_STEP_ROW &&
          !lasna_statement_is_null (statement, 1))
        lasna_text_search_fold (lasna_statement_get_text (statement, 1), folded);
      lasna_statement_reset (statement);
      g_hash_table_insert (
          next->changed, g_memdup2 (&ids[i], sizeof *ids), g_string_free (folded, FALSE));
    }
  return next;
}

/* The first place of @length bytes that are @needle; NULL where there is none. */
static const char *
find_bytes (const char *at, const char *end, const char *needle, gsize length)
{
#ifdef __SSE2__
  const __m128i first = _mm_set1_epi8 (needle[0]);
  const __m128i last = _mm_set1_epi8 (needle[length - 1]);

  for (; at + length + 15 <= end; at += 16)
    {
      __m128i starts = _mm_cmpeq_epi8 (first, _mm_loadu_si128 ((const __m128i *) at));
      __m128i ends = _mm_cmpeq_epi8 (last, _mm_loadu_si128 ((const __m128i *) (at + length - 1)));
      guint both = (guint) _mm_movemask_epi8 (_mm_and_si128 (starts, ends));

      for (; both != 0; both &= both - 1)
        {
          const char *found = at + __builtin_ctz (both);

          if (length <= 2 || memcmp (found + 1, needle + 1, length - 2) == 0)
            return found;
        }
    }
#endif
  return memmem (at, (gsize) (end - at), needle, length);
}

/* The longest part of a needle without letters that stand for others too: a finds å and ä. */
typedef struct
{
  const char *start;
  gsize length;
  guint letters; /* of the needle before it */
} Anchor;

static Anchor
find_anchor (const char *needle)
{
  Anchor longest = { needle, 0, 0 };
  Anchor anchor = longest;
  guint letters = 0;

  for (const char *c = needle;; c = g_utf8_next_char (c))
    {
      if (*c == 'a' || *c == 'o' || *c == '\0')
        {
          anchor.length = (gsize) (c - anchor.start);
          if (anchor.length > longest.length)
            longest = anchor;
          if (*c == '\0')
            return longest;
          anchor.start = c + 1;
          anchor.letters = letters + 1;
        }
      letters++;
    }
}

static gboolean
is_here (const LasnaTextTerm *term,
         const Anchor *anchor,
         const char *start,
         const char *end,
         const char *at)
{
  gsize length = strlen (term->needle);

  if (term->flags & (LASNA_TEXT_AT_START | LASNA_TEXT_AT_END))
    return lasna_text_term_occurs (term, start, (gsize) (end - start));
  if (anchor->length == length)
    return TRUE;
  for (guint i = 0; i < anchor->letters; i++)
    {
      if (at == start)
        return FALSE;
      at = g_utf8_prev_char (at);
    }
  return lasna_text_search_is_at (at, end, term->needle);
}

/* Marks the texts in which the term is found, wanted or not. */
static void
scan (const Texts *texts, const LasnaTextTerm *term, const Anchor *anchor, guint8 *hits)
{
  const char *text = texts->text->str;
  const char *end = text + texts->text->len;
  const char *at = text;
  guint i = 0;

  while ((at = find_bytes (at, end, anchor->start, anchor->length)) != NULL)
    {
      while (get_start (texts, i + 1) <= (gsize) (at - text))
        i++;
      hits[i] = is_here (
          term, anchor, text + get_start (texts, i), text + get_start (texts, i + 1) - 1, at);
      at = hits[i] || term->flags != 0 ? text + get_start (texts, i + 1) : at + 1;
    }
}

static void
keep_term (const Texts *texts, const LasnaTextTerm *term, guint8 *kept)
{
  Anchor anchor = find_anchor (term->needle);
  g_autofree guint8 *hits = g_new0 (guint8, texts->n + 1);
  guint8 unwanted = (term->flags & LASNA_TEXT_WITHOUT) != 0;

  if (anchor.length > 0)
    scan (texts, term, &anchor, hits);
  else
    for (guint i = 0; i < texts->n; i++)
      hits[i] =
          kept[i] && lasna_text_term_occurs (term,
                                             texts->text->str + get_start (texts, i),
                                             get_start (texts, i + 1) - get_start (texts, i) - 1);
  for (guint i = 0; i < texts->n; i++)
    kept[i] &= hits[i] ^ unwanted;
}

static gboolean
find_text (const Texts *self, gint64 id, guint *i)
{
  guint low = 0;
  guint high = self->n;

  while (low < high)
    {
      *i = low + (high - low) / 2;
      if (get_id (self, *i) == id)
        return TRUE;
      if (get_id (self, *i) < id)
        low = *i + 1;
      else
        high = *i;
    }
  return FALSE;
}

static void
find_in_changed (const LasnaSearchBuffer *self,
                 const LasnaRows *rows,
                 const LasnaTextQuery *query,
                 LasnaBits *bits)
{
  GHashTableIter iterator;
  gpointer id;
  gpointer text;
  guint row;

  g_hash_table_iter_init (&iterator, self->changed);
  while (g_hash_table_iter_next (&iterator, &id, &text))
    if (lasna_text_query_matches (query, text, strlen (text)) &&
        lasna_rows_find (rows, *(gint64 *) id, &row))
      lasna_bits_set (bits, row);
}

/* An empty text has no words, so that nobody is found by it. */
static void
drop_others (const LasnaSearchBuffer *self, guint8 *kept)
{
  GHashTableIter iterator;
  gpointer id;
  guint i;

  for (i = 0; i < self->texts->n; i++)
    if (get_start (self->texts, i + 1) - get_start (self->texts, i) <= 1)
      kept[i] = FALSE;
  g_hash_table_iter_init (&iterator, self->changed);
  while (g_hash_table_iter_next (&iterator, &id, NULL))
    if (find_text (self->texts, *(gint64 *) id, &i))
      kept[i] = FALSE;
}

/**
 * lasna_search_buffer_find:
 * @rows: those the buffer was made for
 * @query: with at least one term
 *
 * Returns: (transfer full): a bit for each row whose words have what is asked for
 */
LasnaBits *
lasna_search_buffer_find (const LasnaSearchBuffer *self,
                          const LasnaRows *rows,
                          const LasnaTextQuery *query)
{
  const Texts *texts = self->texts;
  LasnaBits *bits = g_new0 (LasnaBits, rows->n / 64 + 1);
  g_autofree guint8 *kept = g_malloc (texts->n + 1);

  memset (kept, TRUE, texts->n + 1);
  for (guint i = 0; i < query->terms->len; i++)
    keep_term (texts, query->terms->pdata[i], kept);
  drop_others (self, kept);
  for (guint i = 0; i < texts->n; i++)
    if (kept[i] && self->rows[i] != NO_ROW)
      lasna_bits_set (bits, self->rows[i]);
  find_in_changed (self, rows, query, bits);
  return bits;
}

/**
 * lasna_search_buffer_dup_lengths:
 * @rows: those the buffer was made for
 *
 * Returns: (transfer full): for each row the bytes of its folded words
 */
guint32 *
lasna_search_buffer_dup_lengths (const LasnaSearchBuffer *self, const LasnaRows *rows)
{
  const Texts *texts = self->texts;
  guint32 *lengths = g_new0 (guint32, MAX (rows->n, 1));
  GHashTableIter iterator;
  gpointer id;
  gpointer text;
  guint row;

  for (guint i = 0; i < texts->n; i++)
    if (self->rows[i] != NO_ROW)
      lengths[self->rows[i]] = (guint32) (get_start (texts, i + 1) - get_start (texts, i) - 1);
  g_hash_table_iter_init (&iterator, self->changed);
  while (g_hash_table_iter_next (&iterator, &id, &text))
    if (lasna_rows_find (rows, *(gint64 *) id, &row))
      lengths[row] = (guint32) strlen (text);
  return lengths;
}

/**
 * lasna_search_buffer_get_bytes:
 *
 * Returns: how much memory it takes
 */
gsize
lasna_search_buffer_get_bytes (const LasnaSearchBuffer *self)
{
  const Texts *texts = self->texts;

  return texts->text->len + texts->n * (sizeof (gsize) + sizeof (gint64) + sizeof *self->rows);
}
