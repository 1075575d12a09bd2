/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file may have its tables in any order, so what refers ahead is remembered and looked up at
 * the end.
 */
#include "config.h"

#include "lasna-workbook-json-check.h"

#include "lasna-attachment.h"
#include "lasna-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Of voices only this is kept, since there may be millions. */
typedef struct
{
  gint64 id;
  guint64 line;
} Voice;

typedef struct
{
  const char *table;
  gint64 id;
  LasnaJsonPlace place;
} Reference;

typedef struct
{
  char *term; /* "set/term" */
  LasnaJsonPlace place;
} Term;

struct _LasnaWorkbookJsonCheck
{
  LasnaWorkbook *workbook;
  GHashTable *tables; /* table to the set of its ids in the file */
  GArray *voices;     /* in the file */
  GArray *references; /* to what was not met yet */
  GArray *terms;      /* that are not known yet */
  GHashTable *codes;  /* "set/term" of own words in the file */
  GArray *batches;
  gboolean is_empty;
  LasnaWorkbookJsonCount count;
  LasnaJsonPlace place; /* of the record that is looked at */
};

static void
term_clear (gpointer data)
{
  g_free (((Term *) data)->term);
}

static gboolean
refuse (LasnaWorkbookJsonCheck *self, GError **error, const char *sentence)
{
  lasna_json_place_set_error (&self->place, error, sentence);
  return FALSE;
}

/* With the place before what was found to be wrong. */
static gboolean
refuse_for (LasnaWorkbookJsonCheck *self, GError **error, const GError *trouble)
{
  return refuse (self, error, trouble->message);
}

static gboolean
is_in_workbook (LasnaWorkbookJsonCheck *self, const char *table, gint64 id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?1", table);
  LasnaStatement *statement =
      lasna_store_prepare (lasna_workbook_get_store (self->workbook), sql, NULL);
  gboolean found;

  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_integer (statement, 1, id);
  found = lasna_statement_step (statement, NULL) == LASNA_STEP_ROW;
  lasna_statement_reset (statement);
  return found;
}

static GHashTable *
get_ids (LasnaWorkbookJsonCheck *self, const char *table)
{
  GHashTable *ids = g_hash_table_lookup (self->tables, table);

  if (ids == NULL)
    {
      ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_hash_table_insert (self->tables, g_strdup (table), ids);
    }
  return ids;
}

static int
compare_voices (gconstpointer one, gconstpointer two)
{
  gint64 a = ((const Voice *) one)->id;
  gint64 b = ((const Voice *) two)->id;

  return (a > b) - (a < b);
}

/* Own words may come later in the file than where they are used. */
static gboolean
knows_cb (const char *set, const char *term, gpointer data)
{
  LasnaWorkbookJsonCheck *self = data;
  Term later = { NULL, self->place };

  if (lasna_record_json_knows (set, term, self->workbook))
    return TRUE;
  if (strcmp (set, "emotion") != 0 && strcmp (set, "channel") != 0)
    return FALSE;
  later.term = g_strconcat (set, "/", term, NULL);
  g_array_append_val (self->terms, later);
  return TRUE;
}

static gboolean
take_id (LasnaWorkbookJsonCheck *self, const LasnaJsonEntry *entry, gint64 *id, GError **error)
{
  if (!lasna_json_get_id (entry->object, "id", id))
    return refuse (
        self,
        error,
        _ ("An id is missing here, or is not written as text. Nothing was changed; take the file "
           "as Läsnä wrote it."));
  if (strcmp (entry->table, "feedback") == 0)
    {
      Voice voice = { *id, entry->place.line };

      g_array_append_val (self->voices, voice);
      return TRUE;
    }
  if (g_hash_table_add (get_ids (self, entry->table), g_memdup2 (id, sizeof *id)))
    return TRUE;
  return refuse (self,
                 error,
                 _ ("This id is in the file twice. Nothing was changed; take one of the two out."));
}

/* The workbook's settings have their own place, and a file that is the same may be there. */
static gboolean
check_free (LasnaWorkbookJsonCheck *self, const LasnaJsonEntry *entry, gint64 id, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *sentence = NULL;

  if (strcmp (entry->table, "workbook") == 0 || !is_in_workbook (self, entry->table, id))
    return TRUE;
  /* Translators: a table and an id, such as journey and 123 */
  sentence = g_strdup_printf (_ ("The workbook has %s %s already. Nothing was changed; bring the "
                                 "file into a new workbook."),
                              entry->table,
                              number);
  return refuse (self, error, sentence);
}

static gboolean
check_reference (LasnaWorkbookJsonCheck *self, const char *table, gint64 id)
{
  Reference reference = { table, id, self->place };

  if (strcmp (table, "feedback") == 0 || !g_hash_table_contains (get_ids (self, table), &id))
    g_array_append_val (self->references, reference);
  return TRUE;
}

static void
check_references (LasnaWorkbookJsonCheck *self, LasnaRecordClass *klass, JsonObject *object)
{
  for (guint i = 0; i < klass->n_properties; i++)
    {
      const LasnaProperty *property = &klass->properties[i];
      gint64 id;

      if ((property->type == LASNA_PROPERTY_REFERENCE ||
           property->type == LASNA_PROPERTY_ATTACHMENT) &&
          lasna_json_get_id (object, property->name, &id))
        check_reference (self, property->target, id);
    }
}

static gboolean
is_expected (LasnaRecordClass *klass, const char *name)
{
  static const char *const beside[] = { "id", "created-at", "updated-at", NULL };
  static const char *const parts[] = { "scores", "feelings", NULL };

  return g_strv_contains (beside, name) || lasna_kinds_find_property (klass, name) != NULL ||
         (strcmp (klass->table, "feedback") == 0 && g_strv_contains (parts, name));
}

/* What is not understood would be lost without a word. */
static gboolean
check_names (LasnaWorkbookJsonCheck *self,
             LasnaRecordClass *klass,
             JsonObject *object,
             GError **error)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *at = names; at != NULL; at = at->next)
    if (!is_expected (klass, at->data))
      {
        g_autofree char *sentence = g_strdup_printf (
            /* Translators: the name of a field in a file */
            _ ("A %s has no “%s”. Nothing was changed; take it out, or the file as Läsnä wrote "
               "it."),
            klass->table,
            (const char *) at->data);

        return refuse (self, error, sentence);
      }
  return TRUE;
}

static gboolean
is_number (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         (json_node_get_value_type (node) == G_TYPE_INT64 ||
          json_node_get_value_type (node) == G_TYPE_DOUBLE);
}

static gboolean
is_score (LasnaWorkbookJsonCheck *self, JsonObject *part)
{
  gint64 question;

  return lasna_json_get_id (part, "question", &question) && is_number (part, "raw") &&
         isfinite (json_object_get_double_member (part, "raw")) &&
         check_reference (self, "question", question);
}

static gboolean
is_feeling (LasnaWorkbookJsonCheck *self, JsonObject *part)
{
  JsonNode *state = json_object_get_member (part, "state");
  gint64 intensity = json_object_get_int_member_with_default (part, "intensity", 2);
  gint64 emotion;

  if (!lasna_json_get_id (part, "emotion", &emotion) ||
      (json_object_has_member (part, "intensity") && !is_number (part, "intensity")) ||
      intensity < 1 || intensity > 3)
    return FALSE;
  if (state != NULL &&
      (!JSON_NODE_HOLDS_VALUE (state) || json_node_get_value_type (state) != G_TYPE_STRING ||
       !lasna_record_json_knows ("suggestion", json_node_get_string (state), self->workbook)))
    return FALSE;
  return check_reference (self, "label", emotion);
}

static gboolean
check_parts (LasnaWorkbookJsonCheck *self,
             JsonObject *voice,
             const char *name,
             const char *key,
             gboolean (*is_sound) (LasnaWorkbookJsonCheck *, JsonObject *),
             GError **error)
{
  JsonNode *node = json_object_get_member (voice, name);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean sound = node == NULL || JSON_NODE_HOLDS_ARRAY (node);
  JsonArray *parts = node != NULL && sound ? json_node_get_array (node) : NULL;

  for (guint i = 0; sound && parts != NULL && i < json_array_get_length (parts); i++)
    {
      JsonNode *part = json_array_get_element (parts, i);

      sound =
          JSON_NODE_HOLDS_OBJECT (part) && is_sound (self, json_node_get_object (part)) &&
          g_hash_table_add (
              seen, (gpointer) json_object_get_string_member (json_node_get_object (part), key));
    }
  return sound ||
         refuse (
             self,
             error,
             _ ("The scores or feelings of this voice cannot be read. Nothing was changed; take "
                "the file as Läsnä wrote it."));
}

static gboolean
take_batch (LasnaWorkbookJsonCheck *self, JsonObject *object, gint64 id, GError **error)
{
  g_array_append_val (self->batches, id);
  if (g_strcmp0 (json_object_get_string_member_with_default (object, "state", NULL),
                 "batch.complete") == 0 &&
      !json_object_get_boolean_member_with_default (object, "undone", FALSE))
    return TRUE;
  return refuse (self,
                 error,
                 _ ("This import was not finished, or was undone. Nothing was changed; leave it "
                    "out together with its voices."));
}

/* Words that a workbook has made itself. */
static void
take_code (LasnaWorkbookJsonCheck *self, const LasnaJsonEntry *entry)
{
  const char *code = json_object_get_string_member_with_default (entry->object, "code", NULL);

  if (code != NULL &&
      (strcmp (entry->table, "emotion") == 0 || strcmp (entry->table, "channel") == 0))
    g_hash_table_add (self->codes, g_strconcat (entry->table, "/", code, NULL));
}

static gboolean
check_attachment (LasnaWorkbookJsonCheck *self, const LasnaJsonEntry *entry, GError **error)
{
  JsonNode *type = json_object_get_member (entry->object, "type");
  JsonNode *bytes = json_object_get_member (entry->object, "bytes");
  gsize most = (LASNA_ATTACHMENT_MOST_BYTES + 2) / 3 * 4;

  if (type != NULL && bytes != NULL && JSON_NODE_HOLDS_VALUE (type) &&
      JSON_NODE_HOLDS_VALUE (bytes) && json_node_get_value_type (type) == G_TYPE_STRING &&
      json_node_get_value_type (bytes) == G_TYPE_STRING &&
      strlen (json_node_get_string (bytes)) <= most)
    return TRUE;
  return refuse (
      self,
      error,
      _ ("This attached file has no type or no content, or is larger than 20 MB. Nothing was "
         "changed; take it out, or make it smaller."));
}

static gboolean
check_record (LasnaWorkbookJsonCheck *self, const LasnaJsonEntry *entry, gint64 id, GError **error)
{
  GType type = lasna_kinds_lookup (entry->table);
  LasnaRecordClass *klass = g_type_class_peek (type);
  g_autoptr (GError) trouble = NULL;

  if (!check_names (self, klass, entry->object, error))
    return FALSE;
  if (!lasna_record_json_check (klass, entry->object, knows_cb, self, &trouble))
    return refuse_for (self, error, trouble);
  if (strcmp (entry->table, "batch") == 0 && !take_batch (self, entry->object, id, error))
    return FALSE;
  if (strcmp (entry->table, "feedback") == 0 &&
      (!check_parts (self, entry->object, "scores", "question", is_score, error) ||
       !check_parts (self, entry->object, "feelings", "emotion", is_feeling, error)))
    return FALSE;
  check_references (self, klass, entry->object);
  take_code (self, entry);
  return TRUE;
}

static gboolean
check_entry (LasnaWorkbookJsonCheck *self, const LasnaJsonEntry *entry, GError **error)
{
  gboolean is_attachment = strcmp (entry->table, "attachment") == 0;
  gint64 id;

  self->place = entry->place;
  if (!is_attachment && lasna_kinds_lookup (entry->table) == G_TYPE_INVALID)
    {
      g_autofree char *sentence = g_strdup_printf (
          /* Translators: the name of a table in a file */
          _ ("A workbook has no “%s”. Nothing was changed; take it out, or the file as Läsnä "
             "wrote it."),
          entry->table);

      return refuse (self, error, sentence);
    }
  if (!take_id (self, entry, &id, error) || !check_free (self, entry, id, error))
    return FALSE;
  if (strcmp (entry->table, "feedback") == 0)
    self->count.voices++;
  else if (!is_attachment)
    self->count.records++;
  if (strcmp (entry->table, "workbook") == 0 && g_hash_table_size (get_ids (self, "workbook")) > 1)
    return refuse (
        self,
        error,
        _ ("A workbook has its settings once. Nothing was changed; take the others out."));
  return is_attachment ? check_attachment (self, entry, error)
                       : check_record (self, entry, id, error);
}

static gboolean
check_voices (LasnaWorkbookJsonCheck *self, GError **error)
{
  g_array_sort (self->voices, compare_voices);
  for (guint i = 1; i < self->voices->len; i++)
    {
      const Voice *voice = &g_array_index (self->voices, Voice, i);

      if (voice->id != g_array_index (self->voices, Voice, i - 1).id)
        continue;
      self->place.line = MAX (voice->line, g_array_index (self->voices, Voice, i - 1).line);
      self->place.column = 1;
      return refuse (
          self,
          error,
          _ ("This id is in the file twice. Nothing was changed; take one of the two out."));
    }
  return TRUE;
}

static gboolean
is_in_file (LasnaWorkbookJsonCheck *self, const char *table, gint64 id)
{
  Voice voice = { id, 0 };

  if (strcmp (table, "feedback") == 0)
    return g_array_binary_search (self->voices, &voice, compare_voices, NULL);
  return g_hash_table_contains (get_ids (self, table), &id);
}

static gboolean
check_later (LasnaWorkbookJsonCheck *self, GError **error)
{
  for (guint i = 0; i < self->references->len; i++)
    {
      const Reference *reference = &g_array_index (self->references, Reference, i);
      g_autofree char *number = NULL;
      g_autofree char *sentence = NULL;

      if (is_in_file (self, reference->table, reference->id) ||
          is_in_workbook (self, reference->table, reference->id))
        continue;
      self->place = reference->place;
      number = g_strdup_printf ("%" G_GINT64_FORMAT, reference->id);
      /* Translators: a table and an id, such as journey and 123 */
      sentence = g_strdup_printf (
          _ ("There is no %s %s, to which this refers. Nothing was changed; put it in the file, "
             "or take out what refers to it."),
          reference->table,
          number);
      return refuse (self, error, sentence);
    }
  for (guint i = 0; i < self->terms->len; i++)
    {
      const Term *term = &g_array_index (self->terms, Term, i);
      g_autofree char *sentence = NULL;

      if (g_hash_table_contains (self->codes, term->term))
        continue;
      self->place = term->place;
      /* Translators: a set of choices and one of them, such as emotion/joy */
      sentence = g_strdup_printf (
          _ ("%s is not known here. Nothing was changed; take the file as Läsnä wrote it."),
          term->term);
      return refuse (self, error, sentence);
    }
  return TRUE;
}

static gboolean
check_file (LasnaWorkbookJsonCheck *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (LasnaWorkbookJsonReader) reader = lasna_workbook_json_reader_new (file, error);
  const LasnaJsonEntry *entry;

  if (reader == NULL)
    return FALSE;
  while (lasna_workbook_json_reader_next (reader, &entry, cancellable, error))
    {
      if (entry->table == NULL)
        return check_voices (self, error) && check_later (self, error);
      if (!check_entry (self, entry, error))
        return FALSE;
    }
  return FALSE;
}

/* Whether the workbook has nothing but its settings. */
static gboolean
look_for_rows (LasnaWorkbookJsonCheck *self)
{
  for (guint i = 0; i < lasna_kinds_get_n (); i++)
    {
      const char *table = lasna_kinds_get_class (i)->table;
      g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s LIMIT 1", table);
      LasnaStatement *statement =
          lasna_store_prepare (lasna_workbook_get_store (self->workbook), sql, NULL);
      gboolean has_rows =
          statement == NULL || lasna_statement_step (statement, NULL) != LASNA_STEP_DONE;

      if (statement != NULL)
        lasna_statement_reset (statement);
      if (has_rows && strcmp (table, "workbook") != 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * lasna_workbook_json_check_new:
 *
 * Returns: (transfer full) (nullable): what was found; NULL with @error set where the workbook
 *   cannot take the file
 */
LasnaWorkbookJsonCheck *
lasna_workbook_json_check_new (LasnaWorkbook *workbook,
                               GFile *file,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (LasnaWorkbookJsonCheck) self = g_new0 (LasnaWorkbookJsonCheck, 1);

  self->workbook = g_object_ref (workbook);
  self->tables =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  self->voices = g_array_new (FALSE, FALSE, sizeof (Voice));
  self->references = g_array_new (FALSE, FALSE, sizeof (Reference));
  self->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  g_array_set_clear_func (self->terms, term_clear);
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->batches = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->is_empty = !look_for_rows (self);
  return check_file (self, file, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

void
lasna_workbook_json_check_free (LasnaWorkbookJsonCheck *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->workbook);
  g_hash_table_unref (self->tables);
  g_array_unref (self->voices);
  g_array_unref (self->references);
  g_array_unref (self->terms);
  g_hash_table_unref (self->codes);
  g_array_unref (self->batches);
  g_free (self);
}

/**
 * lasna_workbook_json_check_get_batches:
 *
 * Returns: (transfer none) (element-type gint64): the ids of the imports in the file
 */
GArray *
lasna_workbook_json_check_get_batches (LasnaWorkbookJsonCheck *self)
{
  return self->batches;
}

/**
 * lasna_workbook_json_check_is_empty:
 *
 * Returns: whether the workbook has nothing but its settings
 */
gboolean
lasna_workbook_json_check_is_empty (LasnaWorkbookJsonCheck *self)
{
  return self->is_empty;
}

LasnaWorkbookJsonCount
lasna_workbook_json_check_get_count (LasnaWorkbookJsonCheck *self)
{
  return self->count;
}
