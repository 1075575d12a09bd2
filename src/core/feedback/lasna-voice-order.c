/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every order is a small number a row, so that a million rows are sorted by counting.
 */
#include "config.h"

#include "lasna-voice-order.h"

#include "lasna-catalogue.h"
#include "lasna-full-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Where there is nothing to sort by, a voice comes last in either direction. */
#define KEY_UNKNOWN G_MAXUINT16
#define KEY_MOST (KEY_UNKNOWN - 1)

static const struct
{
  const char *titles[2]; /* ascending, descending */
} orders[LASNA_N_VOICE_ORDERS] = {
  [LASNA_VOICES_BY_DATE] = { { N_ ("Oldest first"), N_ ("Newest first") } },
  [LASNA_VOICES_BY_FEELING] = { { N_ ("Hardest feelings first"), N_ ("Best feelings first") } },
  [LASNA_VOICES_BY_SCORE] = { { N_ ("Lowest scores first"), N_ ("Highest scores first") } },
  [LASNA_VOICES_BY_LENGTH] = { { N_ ("Shortest first"), N_ ("Longest first") } },
  [LASNA_VOICES_BY_STAGE] = { { N_ ("By stage"), N_ ("By stage, from the end") } },
  [LASNA_VOICES_BY_TOUCHPOINT] = { { N_ ("By touchpoint"), N_ ("By touchpoint, from the end") } },
  [LASNA_VOICES_BY_CHANNEL] = { { N_ ("By channel, A to Z"), N_ ("By channel, Z to A") } },
  [LASNA_VOICES_BY_SEGMENT] = { { N_ ("By segment, A to Z"), N_ ("By segment, Z to A") } },
  [LASNA_VOICES_BY_MATCH] = { { N_ ("Best match first"), N_ ("Best match first") } },
  [LASNA_VOICES_BY_FOLLOW_UP] = { { N_ ("To be followed up first"), N_ ("Followed up first") } },
};

/**
 * lasna_voice_order_get_title:
 *
 * Returns: what people read, untranslated
 */
const char *
lasna_voice_order_get_title (LasnaVoiceOrder order, gboolean descending)
{
  g_return_val_if_fail (order < LASNA_N_VOICE_ORDERS, NULL);
  return orders[order].titles[descending != FALSE];
}

static guint16
make_key (double value, double minimum, double maximum)
{
  if (isnan (value) || !(maximum > minimum))
    return KEY_UNKNOWN;
  return (guint16) lround (CLAMP ((value - minimum) / (maximum - minimum), 0, 1) * KEY_MOST);
}

/* The hardest answer of a voice, on its own scale, turned so that more is better. */
static guint16
get_score_key (const LasnaColumns *columns, guint row)
{
  guint16 key = KEY_UNKNOWN;

  for (guint i = 0; i < lasna_columns_get_n_answers (columns, row); i++)
    {
      LasnaColumnsAnswer answer = lasna_columns_get_answer (columns, row, i);
      const LasnaColumnsQuestion *question = columns->questions->pdata[answer.question];
      guint16 one = make_key (answer.raw, question->scale_min, question->scale_max);

      if (one != KEY_UNKNOWN && question->is_reversed)
        one = KEY_MOST - one;
      key = MIN (key, one);
    }
  return key;
}

typedef struct
{
  const char *name;
  guint code;
} Named;

static int
compare_names_cb (gconstpointer one, gconstpointer other)
{
  return g_utf8_collate (((const Named *) one)->name, ((const Named *) other)->name);
}

/* Stages and touchpoints are numbered along the path already; names go by the alphabet. */
static guint16 *
rank_names (const LasnaColumns *columns, LasnaDimension dimension, LasnaLanguage language)
{
  guint n = lasna_columns_get_n_values (columns, dimension);
  guint16 *ranks = g_new0 (guint16, n);
  g_autofree Named *named = g_new0 (Named, n);

  for (guint code = 1; code < n; code++)
    {
      const char *name = lasna_columns_get_value (columns, dimension, code)->names[language];

      named[code].name = name != NULL ? name : "";
      named[code].code = code;
    }
  if (n > 1)
    qsort (named + 1, n - 1, sizeof *named, compare_names_cb);
  ranks[0] = KEY_UNKNOWN;
  for (guint i = 1; i < n; i++)
    ranks[named[i].code] = (guint16) i;
  return ranks;
}

static guint16 *
rank_codes (const LasnaColumns *columns, LasnaDimension dimension)
{
  guint n = lasna_columns_get_n_values (columns, dimension);
  guint16 *ranks = g_new0 (guint16, n);

  ranks[0] = KEY_UNKNOWN;
  for (guint code = 1; code < n; code++)
    ranks[code] = (guint16) code;
  return ranks;
}

static guint16 *
rank_terms (const LasnaColumns *columns, LasnaDimension dimension, const char *set)
{
  const LasnaTermSet *terms = lasna_catalogue_get_set (lasna_catalogue_get_default (), set);
  guint16 *ranks = rank_codes (columns, dimension);
  guint n = lasna_columns_get_n_values (columns, dimension);

  for (guint code = 1; code < n; code++)
    for (guint i = 0; terms != NULL && i < terms->n_terms; i++)
      if (g_strcmp0 (terms->terms[i].id,
                     lasna_columns_get_value (columns, dimension, code)->code) == 0)
        ranks[code] = (guint16) i;
  return ranks;
}

static void
fill_by_rank (guint16 *keys, const LasnaColumns *columns, LasnaDimension dimension, guint16 *ranks)
{
  for (guint row = 0; row < columns->n; row++)
    keys[row] = ranks[lasna_columns_get_code (columns, dimension, row)];
  g_free (ranks);
}

static void
fill_keys (guint16 *keys,
           const LasnaColumns *columns,
           const guint32 *lengths,
           LasnaVoiceOrder order,
           LasnaLanguage language)
{
  switch (order)
    {
    case LASNA_VOICES_BY_FEELING:
      for (guint row = 0; row < columns->n; row++)
        keys[row] = make_key (lasna_columns_get_feeling (columns, row), -1, 1);
      break;
    case LASNA_VOICES_BY_SCORE:
      for (guint row = 0; row < columns->n; row++)
        keys[row] = get_score_key (columns, row);
      break;
    case LASNA_VOICES_BY_LENGTH:
      for (guint row = 0; row < columns->n; row++)
        keys[row] = lengths[row] > 0 ? (guint16) MIN (lengths[row], KEY_MOST) : KEY_UNKNOWN;
      break;
    case LASNA_VOICES_BY_STAGE:
      fill_by_rank (
          keys, columns, LASNA_DIMENSION_STAGE, rank_codes (columns, LASNA_DIMENSION_STAGE));
      break;
    case LASNA_VOICES_BY_TOUCHPOINT:
      fill_by_rank (keys,
                    columns,
                    LASNA_DIMENSION_TOUCHPOINT,
                    rank_codes (columns, LASNA_DIMENSION_TOUCHPOINT));
      break;
    case LASNA_VOICES_BY_CHANNEL:
      fill_by_rank (keys,
                    columns,
                    LASNA_DIMENSION_CHANNEL,
                    rank_names (columns, LASNA_DIMENSION_CHANNEL, language));
      break;
    case LASNA_VOICES_BY_SEGMENT:
      fill_by_rank (keys,
                    columns,
                    LASNA_DIMENSION_SEGMENT,
                    rank_names (columns, LASNA_DIMENSION_SEGMENT, language));
      break;
    case LASNA_VOICES_BY_FOLLOW_UP:
      fill_by_rank (keys,
                    columns,
                    LASNA_DIMENSION_FOLLOW_UP,
                    rank_terms (columns, LASNA_DIMENSION_FOLLOW_UP, "follow-up"));
      break;
    case LASNA_VOICES_BY_DATE:
    case LASNA_VOICES_BY_MATCH:
    default:
      break;
    }
}

/* Rows stand in the order of their days; of what is alike the newest comes first. */
static void
append_by_date (GArray *ids, const LasnaSelection *selection, gboolean descending)
{
  const LasnaColumns *columns = selection->columns;

  for (guint i = 0; i < columns->n; i++)
    {
      guint row = descending ? columns->n - 1 - i : i;

      if (lasna_selection_has (selection, row))
        g_array_append_val (ids, columns->ids[row]);
    }
}

static void
place_by_key (GArray *ids,
              const LasnaSelection *selection,
              const guint16 *keys,
              gboolean descending)
{
  const LasnaColumns *columns = selection->columns;
  g_autofree guint *starts = g_new0 (guint, G_MAXUINT16 + 2);

#define PLACE(row)                                                                                 \
  (keys[row] == KEY_UNKNOWN ? KEY_UNKNOWN : descending ? KEY_MOST - keys[row] : keys[row])
  for (guint row = 0; row < columns->n; row++)
    if (lasna_selection_has (selection, row))
      starts[PLACE (row) + 1]++;
  for (guint i = 1; i < G_MAXUINT16 + 2; i++)
    starts[i] += starts[i - 1];
  g_array_set_size (ids, selection->n);
  for (guint row = columns->n; row-- > 0;)
    if (lasna_selection_has (selection, row))
      g_array_index (ids, gint64, starts[PLACE (row)]++) = columns->ids[row];
#undef PLACE
}

/* Those that are found only inside words have no rank and come last, as do all where ranking would
 * take long.
 */
static gboolean
fill_ranks (guint16 *keys,
            const LasnaColumns *columns,
            const char *search,
            LasnaStore *store,
            GError **error)
{
  g_autoptr (LasnaTextQuery) query = lasna_text_query_new (search);
  gboolean is_ranked;
  g_autoptr (GArray) ids = lasna_full_text_rank (store, query, KEY_MOST, &is_ranked, error);

  if (ids == NULL)
    return FALSE;
  memset (keys, 0xff, columns->n * sizeof *keys);
  for (guint i = 0; is_ranked && i < ids->len; i++)
    {
      guint row;

      if (lasna_columns_find_row (columns, g_array_index (ids, gint64, i), &row))
        keys[row] = (guint16) i;
    }
  return TRUE;
}

/**
 * lasna_voice_order_list:
 * @search: (nullable): what is looked for, where there is anything
 * @store: a connection of the calling thread: lengths are known from the words
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of the voices that pass, in
 *   order; NULL where the words could not be read
 */
GArray *
lasna_voice_order_list (const LasnaSelection *selection,
                        LasnaVoiceOrder order,
                        gboolean descending,
                        LasnaLanguage language,
                        const char *search,
                        LasnaStore *store,
                        GError **error)
{
  g_autofree guint16 *keys = NULL;
  g_autofree guint32 *lengths = NULL;
  gboolean is_match = order == LASNA_VOICES_BY_MATCH;
  gboolean has_search = search != NULL && *search != '\0';
  GArray *ids;

  if (order == LASNA_VOICES_BY_LENGTH)
    {
      const LasnaSearchBuffer *buffer = lasna_columns_get_buffer (selection->columns, store, error);

      if (buffer == NULL)
        return NULL;
      lengths = lasna_search_buffer_dup_lengths (buffer, selection->columns->rows);
    }
  keys = g_new0 (guint16, MAX (selection->columns->n, 1));
  if (is_match && has_search && !fill_ranks (keys, selection->columns, search, store, error))
    return NULL;
  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), MAX (selection->n, 1));
  if (order == LASNA_VOICES_BY_DATE || (is_match && !has_search))
    {
      append_by_date (ids, selection, is_match || descending);
      return ids;
    }
  if (!is_match)
    fill_keys (keys, selection->columns, lengths, order, language);
  place_by_key (ids, selection, keys, descending && !is_match);
  return ids;
}
