/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels of one record or code share a value; a label that nobody assigned is a value of its own.
 */
#include "config.h"

#include "lasna-values.h"

#include "lasna-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *kind;
  LasnaDimension dimension;
} label_kinds[] = {
  { "label.stage", LASNA_DIMENSION_STAGE },     { "label.touchpoint", LASNA_DIMENSION_TOUCHPOINT },
  { "label.channel", LASNA_DIMENSION_CHANNEL }, { "label.segment", LASNA_DIMENSION_SEGMENT },
  { "label.emotion", LASNA_DIMENSION_EMOTION },
};

void
lasna_value_free (LasnaValue *self)
{
  g_free (self->text);
  for (guint i = 0; i < LASNA_N_LANGUAGES; i++)
    g_free (self->names[i]);
  g_free (self);
}

LasnaCodes *
lasna_codes_new (void)
{
  LasnaCodes *self = g_new0 (LasnaCodes, 1);

  self->labels = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->touchpoint_stages = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < LASNA_N_COLUMNS; i++)
    {
      self->terms[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      self->records[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    }
  return self;
}

void
lasna_codes_free (LasnaCodes *self)
{
  g_hash_table_unref (self->labels);
  g_hash_table_unref (self->touchpoint_stages);
  for (guint i = 0; i < LASNA_N_COLUMNS; i++)
    {
      g_hash_table_unref (self->terms[i]);
      g_hash_table_unref (self->records[i]);
    }
  g_free (self);
}

static void
remember (GHashTable *codes, gint64 id, guint code)
{
  g_hash_table_insert (codes, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (code));
}

static guint
look_up (GHashTable *codes, gint64 id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (codes, &id));
}

/* A column has room for 65,535 values; those that come later share "not known". */
static guint
add_value (LasnaMeanings *meanings, LasnaDimension dimension, LasnaValue *value)
{
  GPtrArray *values = meanings->values[dimension];

  if (values->len > G_MAXUINT16)
    {
      lasna_value_free (value);
      return 0;
    }
  g_ptr_array_add (values, value);
  return values->len - 1;
}

static LasnaValue *
new_value (const char *name, const LasnaText *names)
{
  LasnaValue *value = g_new0 (LasnaValue, 1);

  for (guint i = 0; i < LASNA_N_LANGUAGES; i++)
    value->names[i] = g_strdup (names != NULL ? names->in[i] : name);
  return value;
}

/* The template's texts, where the record still has one of them. */
static const LasnaText *
find_template_names (const char *template_id, const char *title)
{
  const LasnaText *text = template_id != NULL
                              ? lasna_catalogue_find_template_text (
                                    lasna_catalogue_get_default (), template_id, "title")
                              : NULL;

  for (guint i = 0; text != NULL && i < LASNA_N_LANGUAGES; i++)
    if (g_strcmp0 (text->in[i], title) == 0)
      return text;
  return NULL;
}

/* Every record of a kind is a value, so that a place without voices can be filtered and counted.
 * The columns are id, name, template or code, owner.
 */
static gboolean
load_records (LasnaCodes *self,
              LasnaMeanings *meanings,
              LasnaStore *store,
              LasnaDimension dimension,
              const char *sql,
              GHashTable *owners,
              GError **error)
{
  LasnaStatement *statement = lasna_store_prepare (store, sql, error);
  LasnaStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    {
      gint64 id = lasna_statement_get_integer (statement, 1);
      const char *name = lasna_statement_get_text (statement, 2);
      const char *template_id = lasna_statement_get_text (statement, 3);
      LasnaValue *value = new_value (name, find_template_names (template_id, name));

      value->record = id;
      if (dimension == LASNA_DIMENSION_CHANNEL)
        value->code = g_intern_string (template_id);
      remember (self->records[dimension], id, add_value (meanings, dimension, value));
      if (owners != NULL)
        {
          gint64 owner = lasna_statement_get_integer (statement, 4);

          g_hash_table_insert (
              owners, g_memdup2 (&id, sizeof id), g_memdup2 (&owner, sizeof owner));
        }
    }
  lasna_statement_reset (statement);
  return step == LASNA_STEP_DONE;
}

static void
add_term (LasnaCodes *self,
          LasnaMeanings *meanings,
          LasnaDimension dimension,
          const char *id,
          const LasnaText *names)
{
  LasnaValue *value = new_value (id, names);

  value->code = g_intern_string (id);
  g_hash_table_insert (self->terms[dimension],
                       g_strdup (id),
                       GUINT_TO_POINTER (add_value (meanings, dimension, value)));
}

static void
load_terms (LasnaCodes *self, LasnaMeanings *meanings)
{
  LasnaCatalogue *catalogue = lasna_catalogue_get_default ();
  const LasnaScale *task = lasna_catalogue_find_scale (catalogue, "scale.task");
  const LasnaCluster *const *clusters = lasna_catalogue_get_clusters (catalogue);

  for (guint i = 0; i < LASNA_N_COLUMNS; i++)
    {
      const char *id = lasna_dimension_get_set (i);
      const LasnaTermSet *set = id != NULL ? lasna_catalogue_get_set (catalogue, id) : NULL;

      for (guint j = 0; set != NULL && j < set->n_terms; j++)
        add_term (self, meanings, i, set->terms[j].id, &set->terms[j].label);
    }
  for (guint i = 0; task != NULL && i < task->n_steps; i++)
    {
      g_autofree char *id = g_strdup_printf ("%d", task->steps[i].value);

      add_term (self, meanings, LASNA_DIMENSION_TASK, id, &task->steps[i].label);
    }
  for (guint i = 0; clusters[i] != NULL; i++)
    {
      LasnaValue *value = new_value (NULL, &clusters[i]->title);

      value->code = g_intern_string (clusters[i]->id);
      add_value (meanings, LASNA_DIMENSION_CLUSTER, value);
    }
}

static void
add_no_feeling (LasnaMeanings *meanings)
{
  LasnaValue *value = g_new0 (LasnaValue, 1);
  guint code;

  value->code = g_intern_static_string ("emotion.none");
  for (LasnaLanguage language = 0; language < LASNA_N_LANGUAGES; language++)
    value->names[language] = g_strdup (lasna_words (language, N_ ("No feeling")));
  code = add_value (meanings, LASNA_DIMENSION_EMOTION, value);
  g_assert (code == LASNA_EMOTION_NONE);
}

/* The twenty first; then the workbook's own words and weights. */
static gboolean
load_emotions (LasnaMeanings *meanings, LasnaStore *store, GError **error)
{
  const LasnaCatalogueEmotion *const *emotions =
      lasna_catalogue_get_emotions (lasna_catalogue_get_default ());
  LasnaStatement *statement = lasna_store_prepare (
      store, "SELECT id, code, cluster, label, valence FROM emotion ORDER BY id", error);
  LasnaStep step;

  if (statement == NULL)
    return FALSE;
  add_no_feeling (meanings);
  for (guint i = 0; emotions[i] != NULL; i++)
    {
      LasnaValue *value = new_value (NULL, &emotions[i]->label);

      value->code = g_intern_string (emotions[i]->id);
      value->cluster = g_intern_string (emotions[i]->cluster->id);
      value->valence = emotions[i]->valence;
      add_value (meanings, LASNA_DIMENSION_EMOTION, value);
    }
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    {
      const char *code = lasna_statement_get_text (statement, 2);
      const char *cluster = lasna_statement_get_text (statement, 3);
      const char *label = lasna_statement_get_text (statement, 4);
      guint found = lasna_meanings_find_code (meanings, LASNA_DIMENSION_EMOTION, code);
      LasnaValue *value;

      if (found == 0)
        {
          value = new_value (label != NULL ? label : code, NULL);
          value->code = g_intern_string (code);
          found = add_value (meanings, LASNA_DIMENSION_EMOTION, value);
        }
      value = meanings->values[LASNA_DIMENSION_EMOTION]->pdata[found];
      value->record = lasna_statement_get_integer (statement, 1);
      for (guint i = 0; label != NULL && i < LASNA_N_LANGUAGES; i++)
        {
          g_free (value->names[i]);
          value->names[i] = g_strdup (label);
        }
      if (cluster != NULL)
        value->cluster = g_intern_string (cluster);
      if (!lasna_statement_is_null (statement, 5))
        value->valence = (int) CLAMP (lasna_statement_get_integer (statement, 5), -2, 2);
    }
  lasna_statement_reset (statement);
  for (guint i = 1; i < meanings->values[LASNA_DIMENSION_EMOTION]->len; i++)
    {
      LasnaValue *value = meanings->values[LASNA_DIMENSION_EMOTION]->pdata[i];

      if (value->cluster != NULL)
        value->cluster_code =
            lasna_meanings_find_code (meanings, LASNA_DIMENSION_CLUSTER, value->cluster);
    }
  return step == LASNA_STEP_DONE;
}

/* Channels of the catalogue become values when somebody uses them. */
static guint
take_channel (LasnaMeanings *meanings, const char *code)
{
  guint found = lasna_meanings_find_code (meanings, LASNA_DIMENSION_CHANNEL, code);
  const LasnaCatalogueChannel *channel;
  LasnaValue *value;

  if (found != 0)
    return found;
  channel = lasna_catalogue_find_channel (lasna_catalogue_get_default (), code);
  if (channel == NULL)
    return 0;
  value = new_value (NULL, &channel->title);
  value->code = g_intern_string (code);
  return add_value (meanings, LASNA_DIMENSION_CHANNEL, value);
}

static guint
find_assigned (LasnaCodes *self,
               LasnaMeanings *meanings,
               LasnaDimension dimension,
               gint64 record,
               const char *code)
{
  if (record != 0 && dimension == LASNA_DIMENSION_EMOTION)
    {
      guint found = lasna_meanings_find_record (meanings, dimension, record);

      if (found != 0)
        return found;
    }
  else if (record != 0)
    {
      guint found = look_up (self->records[dimension], record);

      if (found != 0)
        return found;
    }
  if (code == NULL)
    return 0;
  if (dimension == LASNA_DIMENSION_CHANNEL)
    return take_channel (meanings, code);
  return lasna_meanings_find_code (meanings, dimension, code);
}

static gboolean
load_labels (LasnaCodes *self, LasnaMeanings *meanings, LasnaStore *store, GError **error)
{
  LasnaStatement *statement = lasna_store_prepare (
      store, "SELECT id, kind, text, coalesce (record, 0), code FROM label ORDER BY id", error);
  LasnaStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    {
      const char *kind = lasna_statement_get_text (statement, 2);
      const char *text = lasna_statement_get_text (statement, 3);
      gint64 record = lasna_statement_get_integer (statement, 4);
      const char *code = lasna_statement_get_text (statement, 5);

      for (guint i = 0; i < G_N_ELEMENTS (label_kinds); i++)
        {
          guint found;

          if (strcmp (label_kinds[i].kind, kind) != 0)
            continue;
          found = find_assigned (self, meanings, label_kinds[i].dimension, record, code);
          if (found == 0)
            {
              LasnaValue *value = new_value (text, NULL);

              value->text = g_strdup (text);
              found = add_value (meanings, label_kinds[i].dimension, value);
            }
          remember (self->labels, lasna_statement_get_integer (statement, 1), found);
        }
    }
  lasna_statement_reset (statement);
  return step == LASNA_STEP_DONE;
}

/**
 * lasna_codes_load:
 * @meanings: whose dictionaries are filled
 *
 * Returns: whether the file could be read
 */
gboolean
lasna_codes_load (LasnaCodes *self, LasnaMeanings *meanings, LasnaStore *store, GError **error)
{
  load_terms (self, meanings);
  return load_records (self,
                       meanings,
                       store,
                       LASNA_DIMENSION_JOURNEY,
                       "SELECT id, title, template_id FROM journey ORDER BY position, id",
                       NULL,
                       error) &&
         load_records (self,
                       meanings,
                       store,
                       LASNA_DIMENSION_STAGE,
                       "SELECT id, title, template_id, journey FROM stage "
                       "ORDER BY journey, position, id",
                       meanings->stage_journeys,
                       error) &&
         load_records (self,
                       meanings,
                       store,
                       LASNA_DIMENSION_TOUCHPOINT,
                       "SELECT id, title, template_id, stage FROM touchpoint "
                       "ORDER BY stage, position, id",
                       self->touchpoint_stages,
                       error) &&
         load_records (self,
                       meanings,
                       store,
                       LASNA_DIMENSION_CHANNEL,
                       "SELECT id, title, code FROM channel ORDER BY id",
                       NULL,
                       error) &&
         load_records (self,
                       meanings,
                       store,
                       LASNA_DIMENSION_SEGMENT,
                       "SELECT id, name, NULL FROM segment ORDER BY position, id",
                       NULL,
                       error) &&
         load_records (self,
                       meanings,
                       store,
                       LASNA_DIMENSION_LINK,
                       "SELECT id, name, NULL FROM chain_link ORDER BY id",
                       NULL,
                       error) &&
         load_emotions (meanings, store, error) && load_labels (self, meanings, store, error);
}

guint16
lasna_codes_get_label (const LasnaCodes *self, gint64 label)
{
  return label != 0 ? look_up (self->labels, label) : 0;
}

guint16
lasna_codes_get_link (const LasnaCodes *self, gint64 link)
{
  return link != 0 ? look_up (self->records[LASNA_DIMENSION_LINK], link) : 0;
}

/**
 * lasna_codes_take_term:
 * @term: (nullable): a term, or for languages any code
 *
 * Returns: its code, which is new where the term is
 */
guint16
lasna_codes_take_term (LasnaCodes *self,
                       LasnaMeanings *meanings,
                       LasnaDimension dimension,
                       const char *term)
{
  gpointer code;

  if (term == NULL)
    return 0;
  if (!g_hash_table_lookup_extended (self->terms[dimension], term, NULL, &code))
    {
      add_term (self, meanings, dimension, term, NULL);
      code = g_hash_table_lookup (self->terms[dimension], term);
    }
  return GPOINTER_TO_UINT (code);
}

guint16
lasna_codes_get_stage_of_touchpoint (const LasnaCodes *self,
                                     const LasnaMeanings *meanings,
                                     guint16 touchpoint)
{
  const LasnaValue *value =
      lasna_meanings_get_value (meanings, LASNA_DIMENSION_TOUCHPOINT, touchpoint);
  const gint64 *stage =
      value != NULL ? g_hash_table_lookup (self->touchpoint_stages, &value->record) : NULL;

  return stage != NULL ? look_up (self->records[LASNA_DIMENSION_STAGE], *stage) : 0;
}

guint16
lasna_codes_get_journey_of_stage (const LasnaCodes *self,
                                  const LasnaMeanings *meanings,
                                  guint16 stage)
{
  const LasnaValue *value = lasna_meanings_get_value (meanings, LASNA_DIMENSION_STAGE, stage);
  const gint64 *journey =
      value != NULL ? g_hash_table_lookup (meanings->stage_journeys, &value->record) : NULL;

  return journey != NULL ? look_up (self->records[LASNA_DIMENSION_JOURNEY], *journey) : 0;
}
