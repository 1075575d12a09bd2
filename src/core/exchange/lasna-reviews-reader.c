/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One business can be in several accounts, and so can its reviews; the newest of each counts.
 */
#include "config.h"

#include "lasna-reviews-reader.h"

#include "lasna-error.h"
#include "lasna-source-file.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define FILE_MAX (256 * 1024 * 1024)
#define DEPTH_MAX 64
#define ORIGINAL "(Original)\n"
#define TRANSLATED "\n\n(Translated by Google)"

enum
{
  ID,
  CREATED,
  STARS,
  COMMENT,
  REVIEWER,
  N_CELLS,
};

typedef struct
{
  char *cells[N_CELLS];
  char *updated;
} Review;

typedef struct
{
  LasnaRowSource source;
  GPtrArray *reviews; /* Review */
  guint next;
  gsize size;
  LasnaRow row;
} Reader;

static const char *const headers[N_CELLS] = {
  "reviewId", "createTime", "starRating", "comment", "reviewer displayName",
};

static const char *const stars[] = { "ONE", "TWO", "THREE", "FOUR", "FIVE" };

static void
review_free (gpointer data)
{
  Review *review = data;

  for (guint i = 0; i < N_CELLS; i++)
    g_free (review->cells[i]);
  g_free (review->updated);
  g_free (review);
}

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return "";
  return json_node_get_string (node);
}

static JsonObject *
get_object (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* "(Translated by Google) ... (Original) ...", or the original first. */
static char *
dup_original (const char *comment)
{
  const char *found = strstr (comment, ORIGINAL);

  if (found != NULL)
    return g_strstrip (g_strdup (found + strlen (ORIGINAL)));
  found = strstr (comment, TRANSLATED);
  return found != NULL ? g_strndup (comment, found - comment) : g_strdup (comment);
}

/* A word, or in what other programs save of the reviews a number. */
static char *
dup_stars (JsonObject *object)
{
  const char *word = get_text (object, "starRating");
  JsonNode *node = json_object_get_member (object, "starRating");
  gint64 number = 0;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
      json_node_get_value_type (node) == G_TYPE_INT64)
    number = json_node_get_int (node);
  for (guint i = 0; i < G_N_ELEMENTS (stars); i++)
    if (strcmp (word, stars[i]) == 0 || number == i + 1)
      return g_strdup_printf ("%u", i + 1);
  return g_strdup ("");
}

static Review *
read_review (JsonObject *object)
{
  Review *review = g_new0 (Review, 1);
  JsonObject *reviewer = get_object (object, "reviewer");
  const char *name = get_text (object, "name");
  const char *place = strstr (name, "locations/");

  review->cells[ID] = g_strdup (place != NULL ? place : name);
  if (*review->cells[ID] == '\0')
    {
      g_free (review->cells[ID]);
      review->cells[ID] = g_strdup (get_text (object, "reviewId"));
    }
  review->cells[CREATED] = g_strdup (get_text (object, "createTime"));
  review->cells[STARS] = dup_stars (object);
  review->cells[COMMENT] = dup_original (get_text (object, "comment"));
  review->cells[REVIEWER] = g_strdup (reviewer != NULL ? get_text (reviewer, "displayName") : "");
  review->updated = g_strdup (get_text (object, "updateTime"));
  return review;
}

/* Stamps of one shape and zone sort as text. */
static void
take_reviews (Reader *self, JsonArray *array)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      Review *review;
      gpointer place;

      if (!JSON_NODE_HOLDS_OBJECT (node))
        continue;
      review = read_review (json_node_get_object (node));
      if (*review->cells[ID] != '\0' &&
          g_hash_table_lookup_extended (places, review->cells[ID], NULL, &place))
        {
          Review *known = self->reviews->pdata[GPOINTER_TO_UINT (place)];

          if (strcmp (review->updated, known->updated) > 0)
            {
              Review swap = *known;

              *known = *review;
              *review = swap;
              g_hash_table_replace (places, known->cells[ID], place);
            }
          review_free (review);
          continue;
        }
      if (*review->cells[ID] != '\0')
        g_hash_table_insert (places, review->cells[ID], GUINT_TO_POINTER (self->reviews->len));
      g_ptr_array_add (self->reviews, review);
    }
}

/* The parser goes down into brackets by calling itself. */
static gboolean
is_shallow (const char *text)
{
  gboolean in_string = FALSE;
  guint depth = 0;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (in_string && *c == '\\' && c[1] != '\0')
        c++;
      else if (*c == '"')
        in_string = !in_string;
      else if (!in_string && (*c == '[' || *c == '{') && ++depth > DEPTH_MAX)
        return FALSE;
      else if (!in_string && (*c == ']' || *c == '}') && depth > 0)
        depth--;
    }
  return TRUE;
}

static void
set_parse_error (GError **error, const char *sentence)
{
  g_set_error_literal (error, LASNA_ERROR, LASNA_ERROR_PARSE, sentence);
}

static gboolean
read_text (Reader *self, const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root = NULL;
  JsonNode *reviews;

  if (g_utf8_validate_len (text, length, NULL) && is_shallow (text) &&
      json_parser_load_from_data (parser, text, length, NULL))
    root = json_parser_get_root (parser);
  if (root == NULL || JSON_NODE_HOLDS_VALUE (root))
    {
      set_parse_error (error,
                       _ ("The file is not whole: its JSON breaks off or has a mistake in it. "
                          "Nothing was imported; save or download it again."));
      return FALSE;
    }
  if (JSON_NODE_HOLDS_OBJECT (root) &&
      strcmp (get_text (json_node_get_object (root), "type"), "FeatureCollection") == 0)
    {
      set_parse_error (
          error,
          _ ("The file holds the reviews that you wrote yourself on Google Maps, not "
             "those that customers gave you. Nothing was imported; choose reviews.json "
             "from the folder Google Business Profile."));
      return FALSE;
    }
  reviews = root;
  if (JSON_NODE_HOLDS_OBJECT (root))
    reviews = json_object_get_member (json_node_get_object (root), "reviews");
  if (reviews == NULL || !JSON_NODE_HOLDS_ARRAY (reviews))
    {
      set_parse_error (error,
                       _ ("The file is JSON, but not the reviews of Google Business Profile. "
                          "Nothing was imported; choose reviews.json, or a table as CSV."));
      return FALSE;
    }
  take_reviews (self, json_node_get_array (reviews));
  return TRUE;
}

static gboolean
read_file (Reader *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (
      file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  g_autofree char *text = NULL;
  const char *start;

  if (info != NULL && g_file_info_get_size (info) > FILE_MAX)
    {
      set_parse_error (error,
                       _ ("The file of reviews is larger than can be read. Nothing was imported; "
                          "import the reviews in parts."));
      return FALSE;
    }
  if (!lasna_source_file_load (file, &text, &self->size, cancellable, error))
    return FALSE;
  start = g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text;
  return read_text (self, start, self->size - (start - text), error);
}

static void
reader_free (LasnaRowSource *source)
{
  Reader *self = (Reader *) source;

  g_ptr_array_unref (self->reviews);
  g_free (self);
}

static gboolean
reader_next (LasnaRowSource *source,
             const LasnaRow **row,
             GCancellable *cancellable,
             GError **error)
{
  Reader *self = (Reader *) source;

  *row = NULL;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (self->next > self->reviews->len)
    return TRUE;
  self->row.cells = headers;
  if (self->next > 0)
    {
      Review *review = self->reviews->pdata[self->next - 1];

      self->row.cells = (const char *const *) review->cells;
    }
  self->row.n_cells = N_CELLS;
  self->row.number = ++self->next;
  *row = &self->row;
  return TRUE;
}

static guint64
reader_get_position (LasnaRowSource *source)
{
  Reader *self = (Reader *) source;

  return self->size * self->next / (self->reviews->len + 1);
}

/**
 * lasna_reviews_reader_new:
 *
 * Returns: (transfer full) (nullable): a row of headers, then a row for each review
 */
LasnaRowSource *
lasna_reviews_reader_new (GFile *file, GCancellable *cancellable, GError **error)
{
  static const LasnaRowSourceClass class = { reader_free, reader_next, reader_get_position };
  Reader *self = g_new0 (Reader, 1);

  self->source.class = &class;
  self->reviews = g_ptr_array_new_with_free_func (review_free);
  if (read_file (self, file, cancellable, error))
    return &self->source;
  reader_free (&self->source);
  return NULL;
}
