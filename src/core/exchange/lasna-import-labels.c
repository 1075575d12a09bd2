/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A name is known when exactly one record or code has it, in any of the three languages, whatever
 * its case and accents. Of several the one of a journey in use is meant; where that does not
 * decide, it is left to a person.
 */
#include "config.h"

#include "lasna-import-labels.h"

#include "lasna-error.h"
#include "lasna-fold.h"
#include "lasna-import-renaming.h"
#include "lasna-term.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a name stands for. */
typedef struct
{
  gint64 record;
  char *code;
  int rank;           /* how likely it is meant */
  gboolean is_shared; /* by several that are as likely */
} Known;

struct _LasnaImportLabels
{
  LasnaClock *clock;
  GHashTable *known[LASNA_N_LABEL_KINDS];  /* from a folded name to Known */
  GHashTable *labels[LASNA_N_LABEL_KINDS]; /* from a text to its LasnaImportLabel */
  GPtrArray *all;                          /* LasnaImportLabel */
};

static const struct
{
  const char *term;
  const char *table;
  const char *property; /* its name */
  const char *title;    /* untranslated */
} kinds[LASNA_N_LABEL_KINDS] = {
  [LASNA_PLACE_STAGE] = { "label.stage", "stage", "title", N_ ("Stage") },
  [LASNA_PLACE_TOUCHPOINT] = { "label.touchpoint", "touchpoint", "title", N_ ("Touchpoint") },
  [LASNA_PLACE_CHANNEL] = { "label.channel", "channel", "title", N_ ("Channel") },
  [LASNA_PLACE_SEGMENT] = { "label.segment", "segment", "name", N_ ("Customer segment") },
  [LASNA_LABEL_EMOTION] = { "label.emotion", "emotion", "label", N_ ("Emotion") },
};

static void
known_free (gpointer data)
{
  g_free (((Known *) data)->code);
  g_free (data);
}

static void
label_free (gpointer data)
{
  LasnaImportLabel *label = data;

  g_free (label->text);
  g_free (label->stage);
  g_free (label);
}

static void
learn (LasnaImportLabels *self,
       guint kind,
       const char *name,
       gint64 record,
       const char *code,
       int rank)
{
  g_autofree char *folded = name != NULL ? lasna_fold (name) : g_strdup ("");
  Known *known = g_hash_table_lookup (self->known[kind], folded);

  if (*folded == '\0' || (known != NULL && known->rank > rank))
    return;
  if (known != NULL && known->rank == rank)
    {
      known->is_shared |= known->record != record || g_strcmp0 (known->code, code) != 0;
      return;
    }
  known = g_new0 (Known, 1);
  known->record = record;
  known->code = g_strdup (code);
  known->rank = rank;
  g_hash_table_replace (self->known[kind], g_steal_pointer (&folded), known);
}

static LasnaRecord *
find_journey (LasnaRecord *record)
{
  LasnaRecord *stage = strcmp (lasna_record_get_table (record), "touchpoint") == 0
                           ? lasna_record_get_reference (record, "stage")
                           : record;

  return stage != NULL ? lasna_record_get_reference (stage, "journey") : NULL;
}

/* Journeys in use come before drafts and those before archived ones; of two of a kind, the one that
 * is no copy of the other.
 */
static int
rank_place (LasnaRecord *record)
{
  static const char *const states[] = { "journey.archived", "journey.draft", "journey.in-use" };
  LasnaRecord *journey = find_journey (record);
  int rank = lasna_record_is_set (record, "origin") ? 0 : 1;

  for (guint i = 0; journey != NULL && i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (lasna_record_get_text (journey, "state"), states[i]) == 0)
      rank += 2 * (int) i;
  return rank;
}

static void
learn_records (LasnaImportLabels *self, LasnaWorkbook *workbook, guint kind, LasnaRecord *journey)
{
  GListModel *records = lasna_workbook_get_records (workbook, kinds[kind].table);
  gboolean is_own = kind == LASNA_PLACE_CHANNEL || kind == LASNA_LABEL_EMOTION;

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (LasnaRecord) record = g_list_model_get_item (records, i);
      const char *code = is_own ? lasna_record_get_text (record, "code") : NULL;
      gint64 id = lasna_record_get_id (record);
      gboolean is_place = kind <= LASNA_PLACE_TOUCHPOINT;
      int rank = is_place ? rank_place (record) : 1;

      if (is_place && journey != NULL && find_journey (record) != journey)
        continue;
      for (LasnaLanguage language = 0; language < LASNA_N_LANGUAGES; language++)
        {
          g_autofree char *name = lasna_record_dup_text_in (record, kinds[kind].property, language);

          learn (self, kind, name, id, code, rank);
        }
    }
}

static void
learn_catalogue (LasnaImportLabels *self, LasnaCatalogue *catalogue)
{
  const LasnaCatalogueChannel *const *channels = lasna_catalogue_get_channels (catalogue);
  const LasnaCatalogueEmotion *const *emotions = lasna_catalogue_get_emotions (catalogue);

  /* The workbook's own names come before those of the catalogue. */
  for (guint i = 0; channels[i] != NULL; i++)
    for (guint j = 0; j < LASNA_N_LANGUAGES; j++)
      {
        learn (self, LASNA_PLACE_CHANNEL, channels[i]->title.in[j], 0, channels[i]->id, 0);
        learn (self, LASNA_PLACE_CHANNEL, channels[i]->short_title.in[j], 0, channels[i]->id, 0);
      }
  for (guint i = 0; emotions[i] != NULL; i++)
    for (guint j = 0; j < LASNA_N_LANGUAGES; j++)
      learn (self, LASNA_LABEL_EMOTION, emotions[i]->label.in[j], 0, emotions[i]->id, 0);
}

static guint
kind_from_term (const char *term)
{
  guint kind = 0;

  while (kind < LASNA_N_LABEL_KINDS && g_strcmp0 (kinds[kind].term, term) != 0)
    kind++;
  return kind;
}

static void
add_label (LasnaImportLabels *self, LasnaImportLabel *label)
{
  g_ptr_array_add (self->all, label);
  g_hash_table_insert (self->labels[label->kind], label->text, label);
}

/* A label that stands for nothing is left behind once its name is known, and one that means a place
 * of another journey where this one was asked for.
 */
static gboolean
is_meant (LasnaImportLabels *self,
          LasnaWorkbook *workbook,
          const LasnaImportLabel *label,
          LasnaRecord *journey)
{
  g_autofree char *folded = lasna_fold (label->text);
  const Known *known = g_hash_table_lookup (self->known[label->kind], folded);
  g_autoptr (LasnaRecord) record = NULL;

  if (label->record == 0 && label->code == NULL)
    return known == NULL || known->is_shared;
  if (journey == NULL || label->kind > LASNA_PLACE_TOUCHPOINT)
    return TRUE;
  record = lasna_workbook_find (workbook, kinds[label->kind].table, label->record);
  return record == NULL || find_journey (record) == journey;
}

/* Labels that are there already keep what a person assigned them to. */
static void
load_labels (LasnaImportLabels *self, LasnaWorkbook *workbook, LasnaRecord *journey)
{
  GListModel *records = lasna_workbook_get_records (workbook, "label");

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (LasnaRecord) record = g_list_model_get_item (records, i);
      guint kind = kind_from_term (lasna_record_get_text (record, "kind"));
      const char *text = lasna_record_get_text (record, "text");
      LasnaImportLabel *label;

      if (kind == LASNA_N_LABEL_KINDS || text == NULL ||
          g_hash_table_contains (self->labels[kind], text))
        continue;
      label = g_new0 (LasnaImportLabel, 1);
      label->id = lasna_record_get_id (record);
      label->kind = kind;
      label->text = g_strdup (text);
      label->record =
          lasna_record_is_set (record, "record") ? lasna_record_get_integer (record, "record") : 0;
      label->code = lasna_record_is_set (record, "code")
                        ? g_intern_string (lasna_record_get_text (record, "code"))
                        : NULL;
      if (is_meant (self, workbook, label, journey))
        add_label (self, label);
      else
        label_free (label);
    }
}

/**
 * lasna_import_labels_new:
 * @journey: (nullable): whose stages and touchpoints are meant; NULL for any
 *
 * Takes from @workbook what is needed, so that a thread can go on with it.
 *
 * Returns: (transfer full): the labels of the workbook
 */
LasnaImportLabels *
lasna_import_labels_new (LasnaWorkbook *workbook, LasnaRecord *journey)
{
  LasnaImportLabels *self = g_new0 (LasnaImportLabels, 1);

  self->clock = lasna_clock_ref (lasna_workbook_get_clock (workbook));
  self->all = g_ptr_array_new_with_free_func (label_free);
  for (guint kind = 0; kind < LASNA_N_LABEL_KINDS; kind++)
    {
      self->known[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
      self->labels[kind] = g_hash_table_new (g_str_hash, g_str_equal);
      learn_records (self, workbook, kind, journey);
    }
  learn_catalogue (self, lasna_workbook_get_catalogue (workbook));
  load_labels (self, workbook, journey);
  return self;
}

void
lasna_import_labels_free (LasnaImportLabels *self)
{
  for (guint kind = 0; kind < LASNA_N_LABEL_KINDS; kind++)
    {
      g_hash_table_unref (self->known[kind]);
      g_hash_table_unref (self->labels[kind]);
    }
  g_ptr_array_unref (self->all);
  lasna_clock_unref (self->clock);
  g_free (self);
}

/**
 * lasna_import_labels_take:
 * @kind: a LasnaPlace, or LASNA_LABEL_EMOTION
 *
 * Returns: (transfer none) (nullable): the label of @text, counted once more; NULL where there are
 *   too many different ones
 */
LasnaImportLabel *
lasna_import_labels_take (LasnaImportLabels *self, guint kind, const char *text, GError **error)
{
  LasnaImportLabel *label = g_hash_table_lookup (self->labels[kind], text);
  g_autofree char *folded = NULL;
  const Known *known;

  if (label != NULL)
    {
      label->count++;
      return label;
    }
  if (g_hash_table_size (self->labels[kind]) >= LASNA_LABELS_MAX)
    {
      g_set_error (error,
                   LASNA_ERROR,
                   LASNA_ERROR_PARSE,
                   /* Translators: %s is what a column becomes, such as Stage; %d a number. */
                   _ ("The column for “%s” holds more than %d different names. Nothing was "
                      "imported; choose another column."),
                   _ (kinds[kind].title),
                   LASNA_LABELS_MAX);
      return NULL;
    }
  folded = lasna_fold (text);
  known = g_hash_table_lookup (self->known[kind], folded);
  label = g_new0 (LasnaImportLabel, 1);
  label->id = lasna_clock_new_id (self->clock);
  label->kind = kind;
  label->text = g_strdup (text);
  label->is_new = TRUE;
  label->count = 1;
  if (known != NULL && !known->is_shared)
    {
      label->record = known->record;
      label->code = known->code;
    }
  add_label (self, label);
  return label;
}

/* What the name stands for now; a word for a feeling has its code from whoever read it. */
static void
learn_meaning (LasnaImportLabel *label, LasnaImportLabels *now)
{
  g_autofree char *folded = lasna_fold (label->text);
  const Known *known = g_hash_table_lookup (now->known[label->kind], folded);
  gboolean is_known = known != NULL && !known->is_shared;

  label->record = is_known ? known->record : 0;
  if (is_known || label->kind != LASNA_LABEL_EMOTION)
    label->code = is_known ? g_intern_string (known->code) : NULL;
}

/**
 * lasna_import_labels_meet:
 * @journey: (nullable): as for lasna_import_labels_new()
 *
 * Looks the labels up again inside a change, when nobody else can make or undo any.
 */
void
lasna_import_labels_meet (LasnaImportLabels *self,
                          LasnaWorkbook *workbook,
                          LasnaRecord *journey,
                          LasnaImportRenaming *renaming)
{
  g_autoptr (LasnaImportLabels) now = lasna_import_labels_new (workbook, journey);

  for (guint i = 0; i < self->all->len; i++)
    {
      LasnaImportLabel *label = self->all->pdata[i];
      const LasnaImportLabel *found = g_hash_table_lookup (now->labels[label->kind], label->text);
      gint64 id = label->id;

      if (label->count == 0)
        continue;
      if (found != NULL)
        {
          label->id = found->id;
          label->record = found->record;
          label->code = found->code;
        }
      else
        {
          if (!label->is_new)
            label->id = lasna_clock_new_id (self->clock);
          learn_meaning (label, now);
        }
      label->is_new = found == NULL;
      if (label->id != id)
        lasna_import_renaming_add (renaming, label->kind, id, label->id);
    }
}

/**
 * lasna_import_labels_get_all:
 *
 * Returns: (transfer none) (element-type LasnaImportLabel): all labels, those with a count of 0 too
 */
GPtrArray *
lasna_import_labels_get_all (LasnaImportLabels *self)
{
  return self->all;
}

const char *
lasna_import_label_get_kind_term (const LasnaImportLabel *label)
{
  return kinds[label->kind].term;
}
