/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What labels and questions are called is taken from the workbook once; the voices are then read
 * one by one in a thread.
 */
#include "config.h"

#include "lasna-export-voices.h"

#include "lasna-export-columns.h"
#include "lasna-names.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What a label stands for. */
typedef struct
{
  char *name;
  char *journey; /* (nullable) where a stage or touchpoint belongs */
} Place;

typedef struct
{
  gint64 id;
  char *header;
} Question;

typedef struct
{
  const char *name;
  int intensity;
  gboolean is_suggested;
} Feeling;

struct _LasnaExportVoices
{
  LasnaLanguage language;
  gboolean has_names;
  GHashTable *places;   /* from the id of a label to Place */
  GPtrArray *questions; /* Question; in the end only those that were answered */
  LasnaNames *names;    /* of whom nothing may be told; NULL where all may be */

  /* Of the table under way, borrowed */
  LasnaStore *store;
  LasnaExportTable *table;
  LasnaStatement *voice;
  LasnaStatement *answers;
  LasnaStatement *feelings;
  const LasnaProperty **properties; /* by column; NULL where it is none of its own */
  double *raws;                     /* of one voice, by question; NAN for none */
};

static void
place_free (gpointer data)
{
  Place *place = data;

  g_free (place->name);
  g_free (place->journey);
  g_free (place);
}

static void
question_free (gpointer data)
{
  g_free (((Question *) data)->header);
  g_free (data);
}

static const char *
get_table (const char *kind)
{
  return kind != NULL && g_str_has_prefix (kind, "label.") ? kind + strlen ("label.") : "";
}

static LasnaRecord *
find_record (LasnaWorkbook *workbook, LasnaRecord *label)
{
  const char *table = get_table (lasna_record_get_text (label, "kind"));

  if (!lasna_record_is_set (label, "record") ||
      lasna_workbook_get_records (workbook, table) == NULL)
    return NULL;
  return lasna_workbook_find (workbook, table, lasna_record_get_integer (label, "record"));
}

static char *
dup_name (LasnaWorkbook *workbook, LasnaRecord *label, LasnaRecord *record, LasnaLanguage language)
{
  const char *table = get_table (lasna_record_get_text (label, "kind"));
  const char *code = lasna_record_get_text (label, "code");
  const char *property = g_str_equal (table, "segment")   ? "name"
                         : g_str_equal (table, "emotion") ? "label"
                                                          : "title";
  char *name = record != NULL ? lasna_record_dup_text_in (record, property, language) : NULL;

  if (name == NULL && code != NULL)
    name = g_strdup (lasna_workbook_get_term_label (workbook, table, code, language));
  return name != NULL ? name : g_strdup (lasna_record_get_text (label, "text"));
}

static char *
dup_journey (LasnaRecord *label, LasnaRecord *record, LasnaLanguage language)
{
  const char *kind = lasna_record_get_text (label, "kind");
  LasnaRecord *stage = record;
  LasnaRecord *journey = NULL;

  if (record != NULL && g_strcmp0 (kind, "label.touchpoint") == 0)
    stage = lasna_record_get_reference (record, "stage");
  else if (g_strcmp0 (kind, "label.stage") != 0)
    return NULL;
  if (stage != NULL)
    journey = lasna_record_get_reference (stage, "journey");
  return journey != NULL ? lasna_record_dup_text_in (journey, "title", language) : NULL;
}

static void
take_places (LasnaExportVoices *self, LasnaWorkbook *workbook)
{
  GListModel *labels = lasna_workbook_get_records (workbook, "label");

  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    {
      g_autoptr (LasnaRecord) label = g_list_model_get_item (labels, i);
      g_autoptr (LasnaRecord) record = find_record (workbook, label);
      gint64 id = lasna_record_get_id (label);
      Place *place = g_new0 (Place, 1);

      place->name = dup_name (workbook, label, record, self->language);
      place->journey = dup_journey (label, record, self->language);
      g_hash_table_insert (self->places, g_memdup2 (&id, sizeof id), place);
    }
}

static void
take_questions (LasnaExportVoices *self, LasnaWorkbook *workbook)
{
  GListModel *questions = lasna_workbook_get_records (workbook, "question");

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (LasnaRecord) record = g_list_model_get_item (questions, i);
      g_autofree char *text = lasna_record_dup_text_in (record, "text", self->language);
      LasnaDialectQuestion told = { .text = text,
                                    .scale_min = lasna_record_get_number (record, "scale-min"),
                                    .scale_max = lasna_record_get_number (record, "scale-max"),
                                    .satisfied_from =
                                        lasna_record_get_number (record, "satisfied-from"),
                                    .is_reversed = lasna_record_get_flag (record, "reversed") };
      Question *question = g_new0 (Question, 1);

      question->id = lasna_record_get_id (record);
      question->header = lasna_export_dup_question_header (
          self->language, &told, lasna_record_get_text (record, "method"));
      g_ptr_array_add (self->questions, question);
    }
}

/**
 * lasna_export_voices_new:
 * @names: whether who said it may be told
 *
 * Takes from @workbook what is needed, so that a thread can go on with it.
 *
 * Returns: (transfer full): what writes voices into one table
 */
LasnaExportVoices *
lasna_export_voices_new (LasnaWorkbook *workbook, LasnaLanguage language, gboolean names)
{
  LasnaExportVoices *self = g_new0 (LasnaExportVoices, 1);

  self->language = language;
  self->has_names = names;
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, place_free);
  self->questions = g_ptr_array_new_with_free_func (question_free);
  take_places (self, workbook);
  take_questions (self, workbook);
  return self;
}

void
lasna_export_voices_free (LasnaExportVoices *self)
{
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->questions);
  g_clear_pointer (&self->names, _lasna_names_free);
  g_free (self->properties);
  g_free (self->raws);
  g_free (self);
}

/* A question that nobody answered needs no column. */
static gboolean
drop_unanswered (LasnaExportVoices *self, GError **error)
{
  g_autoptr (GHashTable) answered =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  LasnaStatement *statement =
      lasna_store_prepare (self->store, "SELECT DISTINCT question FROM feedback_score", error);
  LasnaStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    {
      gint64 id = lasna_statement_get_integer (statement, 1);

      g_hash_table_add (answered, g_memdup2 (&id, sizeof id));
    }
  for (guint i = self->questions->len; i > 0; i--)
    if (!g_hash_table_contains (answered, &((Question *) self->questions->pdata[i - 1])->id))
      g_ptr_array_remove_index (self->questions, i - 1);
  self->raws = g_new (double, self->questions->len + 1);
  return step == LASNA_STEP_DONE;
}

static gboolean
is_shown (LasnaExportVoices *self, const LasnaExportColumn *column)
{
  return self->has_names || !column->is_personal;
}

static const LasnaProperty **
list_properties (void)
{
  const LasnaExportColumn *columns;
  const LasnaProperty **properties;
  guint n;

  columns = lasna_export_columns_get (&n);
  properties = g_new0 (const LasnaProperty *, n);
  for (guint i = 0; i < n; i++)
    properties[i] = lasna_export_columns_find_property (columns[i].reads.property);
  return properties;
}

static char *
make_select (LasnaExportVoices *self)
{
  GString *sql = g_string_new ("SELECT voice.id");
  const LasnaExportColumn *columns;
  guint n;

  columns = lasna_export_columns_get (&n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (sql,
                            ", %s",
                            columns[i].sql != NULL && is_shown (self, &columns[i]) ? columns[i].sql
                                                                                   : "NULL");
  g_string_append (sql,
                   " FROM feedback AS voice LEFT JOIN person ON person.id = voice.person "
                   "LEFT JOIN person AS owner ON owner.id = voice.follow_up_owner "
                   "LEFT JOIN chain_link ON chain_link.id = voice.chain_link "
                   "LEFT JOIN organisation ON organisation.id = voice.organisation "
                   "LEFT JOIN batch ON batch.id = voice.batch WHERE voice.id = ?1");
  return g_string_free (sql, FALSE);
}

/* Once, for looking a statement up takes as long as running it. */
static gboolean
prepare (LasnaExportVoices *self, GError **error)
{
  g_autofree char *select = make_select (self);

  self->voice = lasna_store_prepare (self->store, select, error);
  self->answers =
      self->voice != NULL
          ? lasna_store_prepare (
                self->store, "SELECT question, raw FROM feedback_score WHERE feedback = ?1", error)
          : NULL;
  self->feelings =
      self->answers != NULL
          ? lasna_store_prepare (self->store,
                                 "SELECT emotion, intensity, state = 'suggestion.suggested' "
                                 "FROM feedback_emotion WHERE feedback = ?1",
                                 error)
          : NULL;
  return self->feelings != NULL;
}

static gboolean
write_headers (LasnaExportVoices *self)
{
  LasnaExportTable *table = self->table;
  const LasnaExportColumn *columns;
  guint n;

  columns = lasna_export_columns_get (&n);
  for (guint i = 0; i < n; i++)
    {
      if (columns[i].kind == LASNA_EXPORT_ANSWERS)
        {
          for (guint j = 0; j < self->questions->len; j++)
            if (!table->class->add_header (
                    table, ((Question *) self->questions->pdata[j])->header, 0))
              return FALSE;
        }
      else if (is_shown (self, &columns[i]) &&
               !table->class->add_header (
                   table, lasna_words (self->language, columns[i].header), columns[i].width))
        return FALSE;
    }
  return table->class->end_row (table);
}

static gboolean
propagate (LasnaExportVoices *self, gboolean written, GError **error)
{
  if (!written)
    g_propagate_error (error, g_steal_pointer (&self->table->error));
  return written;
}

/**
 * lasna_export_voices_begin:
 * @store: of the thread that calls
 *
 * Returns: whether the headers are written
 */
gboolean
lasna_export_voices_begin (LasnaExportVoices *self,
                           LasnaStore *store,
                           LasnaExportTable *table,
                           GError **error)
{
  self->store = store;
  self->table = table;
  self->properties = list_properties ();
  if (!self->has_names)
    {
      self->names = _lasna_names_new ();
      if (!_lasna_names_gather (self->names, lasna_store_get_connection (store), error))
        return FALSE;
    }
  return prepare (self, error) && drop_unanswered (self, error) &&
         propagate (self, write_headers (self), error);
}

static gboolean
write_words (LasnaExportVoices *self, const char *text)
{
  g_autofree char *hidden =
      self->names != NULL && text != NULL ? _lasna_names_replace (self->names, text) : NULL;

  if (text == NULL || *text == '\0')
    return self->table->class->skip_cell (self->table);
  return self->table->class->add_text (self->table, hidden != NULL ? hidden : text);
}

static gboolean
write_id (LasnaExportVoices *self, LasnaStatement *statement, int column)
{
  guint64 fingerprint = (guint64) lasna_statement_get_integer (statement, column);
  g_autofree char *text = NULL;

  if (fingerprint == 0 || !self->has_names)
    fingerprint = lasna_export_fingerprint_voice (lasna_statement_get_integer (statement, 1));
  text = lasna_export_dup_id (fingerprint);
  return self->table->class->add_text (self->table, text);
}

static const Place *
find_place (LasnaExportVoices *self, LasnaStatement *statement, int column)
{
  gint64 id = lasna_statement_get_integer (statement, column);

  return id != 0 ? g_hash_table_lookup (self->places, &id) : NULL;
}

static const char *
get_term_label (LasnaExportVoices *self, const char *set, const char *term)
{
  const char *label =
      lasna_catalogue_get_label (lasna_catalogue_get_default (), set, term, self->language);

  return label != NULL ? label : term;
}

/* The value sets of terms that an import reads by fields of its own. */
static const char *
find_set (const LasnaExportColumn *column, const LasnaProperty *property)
{
  if (property != NULL && property->type == LASNA_PROPERTY_TERM)
    return property->target;
  if (column->reads.field == LASNA_FIELD_MOMENT)
    return "feedback-moment";
  return column->reads.field == LASNA_FIELD_SOURCE ? "evidence-source" : NULL;
}

static gboolean
write_value (LasnaExportVoices *self,
             const LasnaExportColumn *column,
             const LasnaProperty *property,
             LasnaStatement *statement,
             int at)
{
  const LasnaExportTableClass *class = self->table->class;
  const char *set = find_set (column, property);

  if (lasna_statement_is_null (statement, at))
    return class->skip_cell (self->table);
  if (set != NULL)
    return class->add_text (self->table,
                            get_term_label (self, set, lasna_statement_get_text (statement, at)));
  if (column->reads.field == LASNA_FIELD_TASK)
    return class->add_number (self->table, lasna_statement_get_number (statement, at));
  if (column->reads.field == LASNA_FIELD_DATE ||
      (property != NULL &&
       (property->type == LASNA_PROPERTY_TIME || property->type == LASNA_PROPERTY_DATE)))
    return class->add_time (self->table, lasna_statement_get_text (statement, at));
  if (property != NULL && property->type == LASNA_PROPERTY_FLAG)
    return lasna_statement_get_integer (statement, at) != 0
               ? class->add_text (self->table, get_term_label (self, "yes-no", "yes-no.yes"))
               : class->skip_cell (self->table);
  return write_words (self, lasna_statement_get_text (statement, at));
}

static gboolean
write_answers (LasnaExportVoices *self, gint64 id, GError **error)
{
  const LasnaExportTableClass *class = self->table->class;
  LasnaStatement *statement = self->answers;
  LasnaStep step;

  for (guint i = 0; i < self->questions->len; i++)
    self->raws[i] = NAN;
  lasna_statement_bind_integer (statement, 1, id);
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    for (guint i = 0; i < self->questions->len; i++)
      if (((Question *) self->questions->pdata[i])->id ==
          lasna_statement_get_integer (statement, 1))
        self->raws[i] = lasna_statement_get_number (statement, 2);
  lasna_statement_reset (statement);
  if (step != LASNA_STEP_DONE)
    return FALSE;
  for (guint i = 0; i < self->questions->len; i++)
    if (!propagate (self,
                    isnan (self->raws[i]) ? class->skip_cell (self->table)
                                          : class->add_number (self->table, self->raws[i]),
                    error))
      return FALSE;
  return TRUE;
}

/* The strongest first, and those of one strength by name, so that a table repeats. */
static int
compare_feelings (gconstpointer one, gconstpointer other)
{
  const Feeling *first = one;
  const Feeling *second = other;

  return first->intensity != second->intensity ? second->intensity - first->intensity
                                               : strcmp (first->name, second->name);
}

/* Such as "Happy (3); Hurried (1)?", the question mark for what is only suggested. */
static char *
join_feelings (GArray *feelings)
{
  GString *text = g_string_new (NULL);

  g_array_sort (feelings, compare_feelings);
  for (guint i = 0; i < feelings->len; i++)
    {
      const Feeling *feeling = &g_array_index (feelings, Feeling, i);

      g_string_append_printf (text,
                              "%s%s (%d)%s",
                              i > 0 ? "; " : "",
                              feeling->name,
                              feeling->intensity,
                              feeling->is_suggested ? "?" : "");
    }
  return g_string_free (text, FALSE);
}

static gboolean
write_feelings (LasnaExportVoices *self, gint64 id, gboolean no_feeling, GError **error)
{
  g_autoptr (GArray) feelings = g_array_new (FALSE, FALSE, sizeof (Feeling));
  LasnaStatement *statement = self->feelings;
  g_autofree char *text = NULL;
  LasnaStep step;

  lasna_statement_bind_integer (statement, 1, id);
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    {
      const Place *place = find_place (self, statement, 1);
      Feeling feeling = { place != NULL ? place->name : NULL,
                          (int) lasna_statement_get_integer (statement, 2),
                          lasna_statement_get_integer (statement, 3) != 0 };

      if (feeling.name != NULL)
        g_array_append_val (feelings, feeling);
    }
  lasna_statement_reset (statement);
  if (step != LASNA_STEP_DONE)
    return FALSE;
  text = feelings->len == 0 && no_feeling
             ? g_strdup (lasna_words (self->language, N_ ("No feeling")))
             : join_feelings (feelings);
  return propagate (self, write_words (self, text), error);
}

static const char *
find_journey (LasnaExportVoices *self, LasnaStatement *statement)
{
  const LasnaExportColumn *columns;
  guint n;

  columns = lasna_export_columns_get (&n);
  for (guint i = 0; i < n; i++)
    {
      const Place *place =
          columns[i].kind == LASNA_EXPORT_PLACE ? find_place (self, statement, (int) i + 2) : NULL;

      if (place != NULL && place->journey != NULL)
        return place->journey;
    }
  return NULL;
}

static gboolean
write_column (LasnaExportVoices *self,
              const LasnaExportColumn *column,
              LasnaStatement *statement,
              int at,
              GError **error)
{
  gint64 id = lasna_statement_get_integer (statement, 1);
  const Place *place;

  switch (column->kind)
    {
    case LASNA_EXPORT_ANSWERS:
      return write_answers (self, id, error);
    case LASNA_EXPORT_FEELINGS:
      return write_feelings (self, id, lasna_statement_get_integer (statement, at) != 0, error);
    case LASNA_EXPORT_ID:
      return propagate (self, write_id (self, statement, at), error);
    case LASNA_EXPORT_JOURNEY:
      return propagate (self, write_words (self, find_journey (self, statement)), error);
    case LASNA_EXPORT_PLACE:
      place = find_place (self, statement, at);
      return propagate (self, write_words (self, place != NULL ? place->name : NULL), error);
    case LASNA_EXPORT_VALUE:
    default:
      return propagate (
          self, write_value (self, column, self->properties[at - 2], statement, at), error);
    }
}

/**
 * lasna_export_voices_add:
 *
 * Returns: whether the voice is a row of the table now, or is not there any more
 */
gboolean
lasna_export_voices_add (LasnaExportVoices *self, gint64 id, GError **error)
{
  LasnaStatement *statement = self->voice;
  const LasnaExportColumn *columns;
  gboolean written = TRUE;
  LasnaStep step;
  guint n;

  lasna_statement_bind_integer (statement, 1, id);
  step = lasna_statement_step (statement, error);
  if (step != LASNA_STEP_ROW)
    {
      lasna_statement_reset (statement);
      return step == LASNA_STEP_DONE;
    }
  columns = lasna_export_columns_get (&n);
  for (guint i = 0; written && i < n; i++)
    if (is_shown (self, &columns[i]))
      written = write_column (self, &columns[i], statement, (int) i + 2, error);
  lasna_statement_reset (statement);
  return written && propagate (self, self->table->class->end_row (self->table), error);
}
