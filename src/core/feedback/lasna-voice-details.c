/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers and feelings are rows without a record of their own: they are written inside a change, so
 * that they are undone with it.
 */
#include "config.h"

#include "lasna-voice-details.h"

#include "lasna-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static LasnaStatement *
prepare (LasnaVoice *self, const char *sql, gint64 detail, GError **error)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (LASNA_RECORD (self));
  LasnaStatement *statement = lasna_store_prepare (lasna_workbook_get_store (workbook), sql, error);

  if (statement == NULL)
    return NULL;
  lasna_statement_bind_integer (statement, 1, lasna_record_get_id (LASNA_RECORD (self)));
  if (detail != 0)
    lasna_statement_bind_integer (statement, 2, detail);
  return statement;
}

static gboolean
commit (LasnaChange *change, gboolean written, GError *trouble)
{
  g_autoptr (GError) error = NULL;

  if (!written)
    lasna_change_fail (change, trouble);
  return lasna_change_commit (change, &error);
}

/**
 * lasna_voice_set_score:
 * @raw: the answer as it was given; NAN takes it away
 *
 * Returns: whether the answer is written, or will be with the change around it
 */
gboolean
lasna_voice_set_score (LasnaVoice *self, LasnaQuestion *question, double raw)
{
  g_autoptr (LasnaChange) change =
      lasna_workbook_begin (lasna_record_get_workbook (LASNA_RECORD (self)), _ ("Change answer"));
  gint64 id = lasna_record_get_id (LASNA_RECORD (question));
  GError *error = NULL;
  LasnaStatement *statement = prepare (
      self,
      isnan (raw) ? "DELETE FROM feedback_score WHERE feedback = ?1 AND question = ?2"
                  : "INSERT INTO feedback_score (feedback, question, raw) VALUES (?1, ?2, ?3) "
                    "ON CONFLICT DO UPDATE SET raw = excluded.raw",
      id,
      &error);

  if (statement == NULL)
    return commit (change, FALSE, error);
  if (!isnan (raw))
    lasna_statement_bind_number (statement, 3, raw);
  return commit (change, lasna_statement_run (statement, &error), error);
}

/**
 * lasna_voice_get_scores:
 *
 * Returns: (transfer full) (element-type LasnaVoiceScore): the answers of the voice
 */
GArray *
lasna_voice_get_scores (LasnaVoice *self)
{
  GArray *scores = g_array_new (FALSE, FALSE, sizeof (LasnaVoiceScore));
  LasnaStatement *statement =
      prepare (self,
               "SELECT question, raw FROM feedback_score WHERE feedback = ?1 ORDER BY question",
               0,
               NULL);

  if (statement == NULL)
    return scores;
  while (lasna_statement_step (statement, NULL) == LASNA_STEP_ROW)
    {
      LasnaVoiceScore score = { lasna_statement_get_integer (statement, 1),
                                lasna_statement_get_number (statement, 2) };

      g_array_append_val (scores, score);
    }
  lasna_statement_reset (statement);
  return scores;
}

/**
 * lasna_voice_set_emotion:
 * @intensity: 1 slight, 2 clear, 3 strong; 0 takes the feeling away
 * @is_confirmed: whether the customer or a person said so, not only a program
 *
 * Returns: whether the feeling is written, or will be with the change around it
 */
gboolean
lasna_voice_set_emotion (LasnaVoice *self,
                         LasnaLabel *emotion,
                         int intensity,
                         gboolean is_confirmed)
{
  g_autoptr (LasnaChange) change =
      lasna_workbook_begin (lasna_record_get_workbook (LASNA_RECORD (self)), _ ("Change feeling"));
  gint64 id = lasna_record_get_id (LASNA_RECORD (emotion));
  GError *error = NULL;
  LasnaStatement *statement = prepare (
      self,
      intensity <= 0
          ? "DELETE FROM feedback_emotion WHERE feedback = ?1 AND emotion = ?2"
          : "INSERT INTO feedback_emotion (feedback, emotion, intensity, state) "
            "VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET intensity = excluded.intensity, "
            "state = excluded.state",
      id,
      &error);

  if (statement == NULL)
    return commit (change, FALSE, error);
  if (intensity > 0)
    {
      lasna_statement_bind_integer (statement, 3, MIN (intensity, 3));
      lasna_statement_bind_text (
          statement, 4, is_confirmed ? "suggestion.confirmed" : "suggestion.suggested");
    }
  return commit (change, lasna_statement_run (statement, &error), error);
}

static void
clear_emotion (gpointer data)
{
  g_clear_object (&((LasnaVoiceEmotion *) data)->label);
}

/**
 * lasna_voice_get_emotions:
 *
 * Returns: (transfer full) (element-type LasnaVoiceEmotion): the feelings of the voice
 */
GArray *
lasna_voice_get_emotions (LasnaVoice *self)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (LASNA_RECORD (self));
  GArray *emotions = g_array_new (FALSE, FALSE, sizeof (LasnaVoiceEmotion));
  LasnaStatement *statement =
      prepare (self,
               "SELECT emotion, intensity, state FROM feedback_emotion WHERE feedback = ?1 "
               "ORDER BY emotion",
               0,
               NULL);

  g_array_set_clear_func (emotions, clear_emotion);
  if (statement == NULL)
    return emotions;
  while (lasna_statement_step (statement, NULL) == LASNA_STEP_ROW)
    {
      LasnaVoiceEmotion emotion = {
        .label =
            lasna_workbook_find (workbook, "label", lasna_statement_get_integer (statement, 1)),
        .intensity = (int) lasna_statement_get_integer (statement, 2),
        .is_confirmed =
            g_strcmp0 (lasna_statement_get_text (statement, 3), "suggestion.confirmed") == 0,
      };

      if (emotion.label != NULL)
        g_array_append_val (emotions, emotion);
    }
  lasna_statement_reset (statement);
  return emotions;
}

/* Asks the file, for a label made earlier in the same change is in no list yet. */
static gint64
find_label (
    LasnaWorkbook *workbook, const char *kind, const char *text, gint64 record, const char *code)
{
  LasnaStatement *statement = lasna_store_prepare (
      lasna_workbook_get_store (workbook),
      "SELECT id FROM label WHERE kind = ?1 AND CASE WHEN ?2 <> 0 THEN record = ?2 "
      "WHEN ?3 IS NOT NULL THEN code = ?3 ELSE text = ?4 END ORDER BY id LIMIT 1",
      NULL);
  gint64 id = 0;

  if (statement == NULL)
    return 0;
  lasna_statement_bind_text (statement, 1, kind);
  lasna_statement_bind_integer (statement, 2, record);
  if (code != NULL)
    lasna_statement_bind_text (statement, 3, code);
  else
    lasna_statement_bind_null (statement, 3);
  lasna_statement_bind_text (statement, 4, text);
  if (lasna_statement_step (statement, NULL) == LASNA_STEP_ROW)
    id = lasna_statement_get_integer (statement, 1);
  lasna_statement_reset (statement);
  return id;
}

/* The label of these, made where there is none; borrowed, as records are from their workbook. */
static LasnaLabel *
take_label (
    LasnaWorkbook *workbook, const char *kind, const char *text, gint64 record, const char *code)
{
  gint64 id = find_label (workbook, kind, text, record, code);
  g_autoptr (LasnaLabel) label = id != 0 ? lasna_workbook_find (workbook, "label", id) : NULL;

  if (label != NULL)
    return label;
  return lasna_workbook_add (workbook,
                             LASNA_TYPE_LABEL,
                             "kind",
                             kind,
                             "text",
                             text,
                             "record",
                             record != 0 ? record : LASNA_UNSET,
                             "code",
                             code,
                             NULL);
}

/**
 * lasna_label_take_record:
 * @record: a stage, touchpoint, own channel, segment or own emotion
 *
 * Returns: (transfer none) (nullable): the label that stands for it
 */
LasnaLabel *
lasna_label_take_record (LasnaWorkbook *workbook, LasnaRecord *record)
{
  static const struct
  {
    const char *table;
    const char *property;
    gboolean has_code;
  } names[] = { { "stage", "title", FALSE },
                { "touchpoint", "title", FALSE },
                { "channel", "title", TRUE },
                { "segment", "name", FALSE },
                { "emotion", "label", TRUE } };
  const char *table = lasna_record_get_table (record);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *kind = NULL;
      const char *code;
      const char *text;

      if (strcmp (names[i].table, table) != 0)
        continue;
      kind = g_strconcat ("label.", table, NULL);
      code = names[i].has_code ? lasna_record_get_text (record, "code") : NULL;
      text = lasna_record_get_text (record, names[i].property);
      return take_label (
          workbook, kind, text != NULL ? text : code, lasna_record_get_id (record), code);
    }
  g_return_val_if_reached (NULL);
}

/**
 * lasna_label_take_code:
 * @kind: label.emotion or label.channel
 * @code: of the catalogue
 *
 * Returns: (transfer none) (nullable): the label that stands for it
 */
LasnaLabel *
lasna_label_take_code (LasnaWorkbook *workbook, const char *kind, const char *code)
{
  const char *set = strcmp (kind, "label.emotion") == 0 ? "emotion" : "channel";
  const char *text =
      lasna_workbook_get_term_label (workbook, set, code, lasna_workbook_get_language (workbook));

  return take_label (workbook, kind, text != NULL ? text : code, 0, code);
}

/**
 * lasna_label_take_text:
 *
 * Returns: (transfer none) (nullable): the label of a name as it came, assigned or not
 */
LasnaLabel *
lasna_label_take_text (LasnaWorkbook *workbook, const char *kind, const char *text)
{
  return take_label (workbook, kind, text, 0, NULL);
}

/**
 * lasna_voice_set_place:
 * @property: stage, touchpoint, channel or segment
 * @place: (nullable): a record of that kind
 *
 * Returns: whether the voice refers to @place, or will with the change around it
 */
gboolean
lasna_voice_set_place (LasnaVoice *self, const char *property, LasnaRecord *place)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (LASNA_RECORD (self));
  g_autoptr (LasnaChange) change = lasna_workbook_begin (workbook, _ ("Change place"));
  LasnaLabel *label = place != NULL ? lasna_label_take_record (workbook, place) : NULL;

  g_object_set (self, property, label, NULL);
  return lasna_change_commit (change, NULL);
}

/**
 * lasna_voice_get_place:
 *
 * Returns: (transfer full) (nullable): the record that the voice refers to; NULL where it refers to
 *   none, or to a name that nobody assigned
 */
LasnaRecord *
lasna_voice_get_place (LasnaVoice *self, const char *property)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (LASNA_RECORD (self));
  LasnaRecord *label = lasna_record_get_reference (LASNA_RECORD (self), property);

  if (label == NULL || !lasna_record_is_set (label, "record"))
    return NULL;
  return lasna_workbook_find (workbook, property, lasna_record_get_integer (label, "record"));
}
