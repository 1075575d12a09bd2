/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A word is looked for inside words too, for that is how one searches while typing; a phrase is
 * made of whole words. All terms hold together.
 */
#include "config.h"

#include "lasna-text-query.h"

#include "lasna-text-search.h"

#include <string.h>

static void
term_free (gpointer data)
{
  g_free (((LasnaTextTerm *) data)->needle);
  g_free (data);
}

static char *
fold (const char *text, gsize length)
{
  g_autofree char *part = g_strndup (text, length);
  GString *folded = g_string_new (NULL);

  lasna_text_search_fold (g_strstrip (part), folded);
  return g_string_free (folded, FALSE);
}

static void
add_term (LasnaTextQuery *self, const char *text, gsize length, guint flags)
{
  LasnaTextTerm *term = g_new0 (LasnaTextTerm, 1);

  /* A star at the end of a word: it is the beginning that was typed. */
  if (length > 1 && text[length - 1] == '*' && !(flags & LASNA_TEXT_AT_END))
    {
      length--;
      flags |= LASNA_TEXT_AT_START;
    }
  term->needle = fold (text, length);
  term->flags = flags;
  if (*term->needle != '\0')
    g_ptr_array_add (self->terms, term);
  else
    term_free (term);
}

/* A quotation mark of any kind: Finnish and Swedish keyboards and word processors have their own.
 */
static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e;
}

static gsize
find_end (const char *text, gboolean is_phrase)
{
  const char *end = text;

  while (*end != '\0')
    {
      gunichar c = g_utf8_get_char (end);

      if (is_phrase ? is_quote (c) : g_unichar_isspace (c))
        break;
      end = g_utf8_next_char (end);
    }
  return (gsize) (end - text);
}

/**
 * lasna_text_query_new:
 * @text: what was typed; a phrase that is not closed yet goes on to its end
 *
 * Returns: (transfer full): the query
 */
LasnaTextQuery *
lasna_text_query_new (const char *text)
{
  LasnaTextQuery *self = g_new0 (LasnaTextQuery, 1);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  const char *at = valid;

  self->terms = g_ptr_array_new_with_free_func (term_free);
  while (*at != '\0')
    {
      guint flags = 0;
      gboolean is_phrase;
      gsize length;

      if (g_unichar_isspace (g_utf8_get_char (at)))
        {
          at = g_utf8_next_char (at);
          continue;
        }
      if (*at == '-')
        {
          flags |= LASNA_TEXT_WITHOUT;
          at++;
        }
      is_phrase = is_quote (g_utf8_get_char (at));
      if (is_phrase)
        {
          flags |= LASNA_TEXT_AT_START | LASNA_TEXT_AT_END;
          at = g_utf8_next_char (at);
        }
      length = find_end (at, is_phrase);
      add_term (self, at, length, flags);
      at += length;
      if (is_phrase && *at != '\0')
        at = g_utf8_next_char (at);
    }
  return self;
}

void
lasna_text_query_free (LasnaTextQuery *self)
{
  g_ptr_array_unref (self->terms);
  g_free (self);
}

static gboolean
is_edge (const char *start, const char *at, const char *end, gboolean before)
{
  if (before)
    return at == start || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
  return at == end || !g_unichar_isalnum (g_utf8_get_char (at));
}

/* Where the term is found next, as it asks to stand; NULL where it is not. */
static const char *
find_next (const LasnaTextTerm *self,
           const char *start,
           const char *at,
           const char *end,
           const char **after)
{
  while (at < end)
    {
      gsize length;
      const char *found = lasna_text_search_find (at, (gsize) (end - at), self->needle, &length);

      if (found == NULL)
        return NULL;
      *after = found + length;
      if ((!(self->flags & LASNA_TEXT_AT_START) || is_edge (start, found, end, TRUE)) &&
          (!(self->flags & LASNA_TEXT_AT_END) || is_edge (start, *after, end, FALSE)))
        return found;
      at = g_utf8_next_char (found);
    }
  return NULL;
}

/**
 * lasna_text_term_occurs:
 * @folded: a folded text
 *
 * Returns: whether the term is in it, wanted or not
 */
gboolean
lasna_text_term_occurs (const LasnaTextTerm *self, const char *folded, gsize length)
{
  const char *after;

  return find_next (self, folded, folded, folded + length, &after) != NULL;
}

/**
 * lasna_text_query_matches:
 * @folded: a folded text
 *
 * Nobody is found by words who said none.
 *
 * Returns: whether the text has what is asked for, and nothing of what may not be there
 */
gboolean
lasna_text_query_matches (const LasnaTextQuery *self, const char *folded, gsize length)
{
  if (length == 0)
    return self->terms->len == 0;
  for (guint i = 0; i < self->terms->len; i++)
    {
      const LasnaTextTerm *term = self->terms->pdata[i];
      gboolean unwanted = (term->flags & LASNA_TEXT_WITHOUT) != 0;

      if (lasna_text_term_occurs (term, folded, length) == unwanted)
        return FALSE;
    }
  return TRUE;
}

/* Folds @text letter by letter, with its marks; @places says for each byte where it came from. */
static GString *
fold_with_places (const char *text, GArray *places)
{
  GString *folded = g_string_new (NULL);
  const char *at = text;

  while (*at != '\0')
    {
      const char *next = g_utf8_next_char (at);
      guint place = (guint) (at - text);
      g_autofree char *letter = NULL;

      while (*next != '\0' && g_unichar_ismark (g_utf8_get_char (next)))
        next = g_utf8_next_char (next);
      letter = g_strndup (at, (gsize) (next - at));
      lasna_text_search_fold (letter, folded);
      while (places->len < folded->len)
        g_array_append_val (places, place);
      at = next;
    }
  return folded;
}

static int
compare_spans_cb (gconstpointer one, gconstpointer other)
{
  const LasnaTextSpan *first = one;
  const LasnaTextSpan *second = other;

  return first->start < second->start ? -1 : first->start > second->start;
}

static void
merge_spans (GArray *spans)
{
  guint n = 0;

  g_array_sort (spans, compare_spans_cb);
  for (guint i = 0; i < spans->len; i++)
    {
      LasnaTextSpan span = g_array_index (spans, LasnaTextSpan, i);
      LasnaTextSpan *last = n > 0 ? &g_array_index (spans, LasnaTextSpan, n - 1) : NULL;

      if (last != NULL && span.start <= last->end)
        last->end = MAX (last->end, span.end);
      else
        g_array_index (spans, LasnaTextSpan, n++) = span;
    }
  g_array_set_size (spans, n);
}

/**
 * lasna_text_query_find:
 * @text: UTF-8, as it was said
 *
 * Returns: (transfer full) (element-type LasnaTextSpan): where the wanted terms stand in @text, in
 *   order, none over another
 */
GArray *
lasna_text_query_find (const LasnaTextQuery *self, const char *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (LasnaTextSpan));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) folded = fold_with_places (text, places);
  guint end = (guint) strlen (text);

  g_array_append_val (places, end);
  for (guint i = 0; i < self->terms->len; i++)
    {
      const LasnaTextTerm *term = self->terms->pdata[i];
      const char *at = folded->str;
      const char *after;

      if (term->flags & LASNA_TEXT_WITHOUT)
        continue;
      while ((at = find_next (term, folded->str, at, folded->str + folded->len, &after)) != NULL)
        {
          LasnaTextSpan span = { g_array_index (places, guint, at - folded->str),
                                 g_array_index (places, guint, after - folded->str) };

          g_array_append_val (spans, span);
          at = after;
        }
    }
  merge_spans (spans);
  return spans;
}
