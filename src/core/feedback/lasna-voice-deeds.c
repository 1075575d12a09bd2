/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Many voices are written row by row in the file; the walk after the commit brings those somebody
 * is looking at in step.
 */
#include "config.h"

#include "lasna-voice-deeds.h"

#include "lasna-action.h"
#include "lasna-complaint.h"
#include "lasna-emotions.h"
#include "lasna-error.h"
#include "lasna-story.h"
#include "lasna-touchpoint.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More rows at once would hold the window up, and the log would not keep the step. */
#define MOST_VOICES 20000

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, LASNA_ERROR, LASNA_ERROR_RULE, sentence);
  return FALSE;
}

static char *
dup_column (const char *property)
{
  return g_strdelimit (g_strdup (property), "-", '_');
}

/* Writes a value into a column of all rows; the text, where there is none the number. */
static gboolean
write_rows (LasnaWorkbook *workbook,
            const gint64 *ids,
            guint n,
            const char *property,
            const char *text,
            gint64 number,
            GError **error)
{
  g_autofree char *column = dup_column (property);
  g_autofree char *sql = g_strdup_printf ("UPDATE feedback SET %s = ?2 WHERE id = ?1", column);
  LasnaStatement *statement = lasna_store_prepare (lasna_workbook_get_store (workbook), sql, error);

  for (guint i = 0; statement != NULL && i < n; i++)
    {
      lasna_statement_bind_integer (statement, 1, ids[i]);
      if (text != NULL)
        lasna_statement_bind_text (statement, 2, text);
      else if (number == LASNA_UNSET)
        lasna_statement_bind_null (statement, 2);
      else
        lasna_statement_bind_integer (statement, 2, number);
      if (!lasna_statement_run (statement, error))
        return FALSE;
    }
  return statement != NULL;
}

static LasnaChange *
begin_many (LasnaWorkbook *workbook, const char *label, guint n)
{
  g_autofree char *count = lasna_words_count (lasna_language_of_locale (), n);
  g_autofree char *text = g_strdup_printf (
      /* Translators: the name of a change in the undo list; what was changed, how many voices */
      g_dngettext (GETTEXT_PACKAGE, "%s: %s voice", "%s: %s voices", n),
      label,
      count);

  return lasna_workbook_begin (workbook, text);
}

static gboolean
commit (LasnaChange *change, gboolean written, GError *trouble, GError **error)
{
  if (!written)
    lasna_change_fail (change, trouble);
  return lasna_change_commit (change, error);
}

static gboolean
is_too_many (guint n, GError **error)
{
  if (n <= MOST_VOICES)
    return FALSE;
  g_set_error (error,
               LASNA_ERROR,
               LASNA_ERROR_RULE,
               /* Translators: %d is the largest number of voices */
               _ ("That is more than %d voices at once. Nothing was changed; choose fewer."),
               MOST_VOICES);
  return TRUE;
}

/* The label of what somebody chose: the id of a record, or the code of a channel or an emotion. */
static LasnaLabel *
take_label (LasnaWorkbook *workbook, const char *property, const char *option)
{
  g_autofree char *kind = g_strconcat ("label.", property, NULL);
  g_autoptr (LasnaRecord) place = NULL;

  if (strcmp (property, "channel") == 0 || strcmp (property, "emotion") == 0)
    return lasna_label_take_code (workbook, kind, option);
  place = lasna_workbook_find (workbook, property, g_ascii_strtoll (option, NULL, 10));
  return place != NULL ? lasna_label_take_record (workbook, place) : NULL;
}

/**
 * lasna_voices_assign:
 * @property: stage, touchpoint, channel or segment
 * @option: (nullable): the id of a record, or the code of a channel; NULL for not known
 *
 * Says of all these voices where they belong, as one step.
 *
 * Returns: whether it is written
 */
gboolean
lasna_voices_assign (LasnaWorkbook *workbook,
                     const gint64 *ids,
                     guint n,
                     const char *property,
                     const char *option,
                     GError **error)
{
  g_autoptr (LasnaChange) change = NULL;
  LasnaLabel *label;
  GError *trouble = NULL;
  gboolean written;

  if (is_too_many (n, error))
    return FALSE;
  change = begin_many (workbook, _ ("Assign"), n);
  label = option != NULL ? take_label (workbook, property, option) : NULL;
  if (option != NULL && label == NULL)
    written = refuse (
        &trouble, _ ("That place is not there any more. Nothing was changed; choose another one."));
  else
    written = write_rows (workbook,
                          ids,
                          n,
                          property,
                          NULL,
                          label != NULL ? lasna_record_get_id (LASNA_RECORD (label)) : LASNA_UNSET,
                          &trouble);
  return commit (change, written, trouble, error);
}

/**
 * lasna_voices_set_term:
 * @property: follow-up or moment
 * @term: (nullable): a term of its set; NULL for not known
 */
gboolean
lasna_voices_set_term (LasnaWorkbook *workbook,
                       const gint64 *ids,
                       guint n,
                       const char *property,
                       const char *term,
                       GError **error)
{
  g_autoptr (LasnaChange) change = NULL;
  GError *trouble = NULL;
  gboolean written;

  if (is_too_many (n, error))
    return FALSE;
  change = begin_many (workbook, _ ("Change"), n);
  written = write_rows (workbook, ids, n, property, term, LASNA_UNSET, &trouble);
  return commit (change, written, trouble, error);
}

/**
 * lasna_voices_leave_out:
 *
 * Leaves the voices out of all figures, or counts them again. They are kept.
 */
gboolean
lasna_voices_leave_out (
    LasnaWorkbook *workbook, const gint64 *ids, guint n, gboolean left_out, GError **error)
{
  g_autoptr (LasnaChange) change = NULL;
  GError *trouble = NULL;
  gboolean written;

  if (is_too_many (n, error))
    return FALSE;
  change = begin_many (
      workbook, left_out ? _ ("Leave out of the figures") : _ ("Count in the figures again"), n);
  written = write_rows (workbook, ids, n, "excluded", NULL, left_out != FALSE, &trouble);
  return commit (change, written, trouble, error);
}

static void
clear_name (gpointer data)
{
  g_free (((LasnaLooseName *) data)->text);
}

/**
 * lasna_loose_names_list:
 * @property: stage, touchpoint, channel, segment or emotion
 *
 * Returns: (transfer full) (element-type LasnaLooseName): names as they came that nobody assigned,
 *   by the alphabet
 */
GArray *
lasna_loose_names_list (LasnaWorkbook *workbook, const char *property)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (LasnaLooseName));
  g_autofree char *kind = g_strconcat ("label.", property, NULL);
  LasnaStatement *statement =
      lasna_store_prepare (lasna_workbook_get_store (workbook),
                           "SELECT id, text FROM label WHERE kind = ?1 AND record IS NULL "
                           "AND code IS NULL AND text <> '' ORDER BY text, id",
                           NULL);

  g_array_set_clear_func (names, clear_name);
  if (statement == NULL)
    return names;
  lasna_statement_bind_text (statement, 1, kind);
  while (lasna_statement_step (statement, NULL) == LASNA_STEP_ROW)
    {
      LasnaLooseName name = { lasna_statement_get_integer (statement, 1),
                              g_strdup (lasna_statement_get_text (statement, 2)) };

      g_array_append_val (names, name);
    }
  lasna_statement_reset (statement);
  return names;
}

/* One row a name, whatever hangs on it. */
static gboolean
assign_name (LasnaWorkbook *workbook, gint64 id, const char *property, const char *option)
{
  g_autoptr (LasnaRecord) label = lasna_workbook_find (workbook, "label", id);

  if (label == NULL)
    return FALSE;
  if (strcmp (property, "channel") == 0 || strcmp (property, "emotion") == 0)
    g_object_set (label, "code", option, NULL);
  else
    g_object_set (label, "record", g_ascii_strtoll (option, NULL, 10), NULL);
  return TRUE;
}

/**
 * lasna_loose_names_assign:
 * @labels: ids of labels
 * @option: the id of a record, or the code of a channel or an emotion
 *
 * Says what the names stand for, as one step; every voice that carries one follows.
 */
gboolean
lasna_loose_names_assign (LasnaWorkbook *workbook,
                          const gint64 *labels,
                          guint n,
                          const char *property,
                          const char *option,
                          GError **error)
{
  g_autofree char *text = g_strdup_printf (
      /* Translators: the name of a change in the undo list */
      g_dngettext (GETTEXT_PACKAGE, "Assign %u name", "Assign %u names", n),
      n);
  g_autoptr (LasnaChange) change = lasna_workbook_begin (workbook, text);
  GError *trouble = NULL;
  gboolean written = TRUE;

  for (guint i = 0; written && i < n; i++)
    written = assign_name (workbook, labels[i], property, option);
  if (!written)
    refuse (&trouble,
            _ ("One of the names is not there any more. Nothing was changed; choose them again."));
  return commit (change, written, trouble, error);
}

/* The beginning of what was said, in one line. */
static char *
dup_start (LasnaVoice *self)
{
  const char *words = lasna_record_get_text (LASNA_RECORD (self), "verbatim");
  g_autofree char *start = NULL;

  if (words == NULL)
    return NULL;
  start = g_utf8_substring (words, 0, MIN (60, g_utf8_strlen (words, -1)));
  g_strdelimit (start, "\r\n\t", ' ');
  return g_strdup (g_strstrip (start));
}

/**
 * lasna_voice_make_action:
 *
 * Returns: (transfer full) (nullable): an action that follows from the voice
 */
LasnaRecord *
lasna_voice_make_action (LasnaVoice *self, GError **error)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (LASNA_RECORD (self));
  g_autoptr (LasnaChange) change = lasna_workbook_begin (workbook, _ ("Make an action"));
  g_autofree char *start = dup_start (self);
  g_autofree char *title =
      start != NULL
          /* Translators: the title of an action; %s is the beginning of what a customer said */
          ? g_strdup_printf (_ ("About “%s…”"), start)
          : g_strdup (_ ("Do something about a voice"));
  g_autoptr (LasnaRecord) stage = lasna_voice_get_place (self, "stage");
  g_autoptr (LasnaRecord) action = lasna_workbook_add (
      workbook, LASNA_TYPE_ACTION, "title", title, "feedback", self, "stage", stage, NULL);

  if (action != NULL)
    g_object_ref (action);
  return lasna_change_commit (change, error) ? g_steal_pointer (&action) : NULL;
}

static LasnaRecord *
find_made (LasnaVoice *self, const char *table)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (LASNA_RECORD (self));
  GListModel *all = lasna_workbook_get_records (workbook, table);
  gint64 id = lasna_record_get_id (LASNA_RECORD (self));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LasnaRecord) record = g_list_model_get_item (all, i);

      if (lasna_record_get_reference_id (record, "feedback") == id)
        return g_steal_pointer (&record);
    }
  return NULL;
}

/**
 * lasna_voice_make_complaint:
 *
 * A complaint wants to be followed up, so the voice is marked as new where nobody has begun.
 *
 * Returns: (transfer full) (nullable): the complaint; the one that is there where it was made
 * before
 */
LasnaRecord *
lasna_voice_make_complaint (LasnaVoice *self, GError **error)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (LASNA_RECORD (self));
  g_autoptr (LasnaRecord) complaint = find_made (self, "complaint");
  g_autoptr (LasnaChange) change = NULL;

  if (complaint != NULL)
    return g_steal_pointer (&complaint);
  change = lasna_workbook_begin (workbook, _ ("Make a complaint"));
  complaint = lasna_workbook_add (workbook, LASNA_TYPE_COMPLAINT, "feedback", self, NULL);
  if (complaint != NULL)
    g_object_ref (complaint);
  if (!lasna_record_is_set (LASNA_RECORD (self), "follow-up"))
    g_object_set (self, "follow-up", "follow-up.new", NULL);
  return lasna_change_commit (change, error) ? g_steal_pointer (&complaint) : NULL;
}

/* The feeling that a story would carry: the strongest, of equals the most destroying. */
static char *
dup_main_emotion (LasnaVoice *self)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (LASNA_RECORD (self));
  g_autoptr (GArray) emotions = lasna_voice_get_emotions (self);
  g_autofree char *best = NULL;
  int strongest = 0;

  for (guint i = 0; i < emotions->len; i++)
    {
      const LasnaVoiceEmotion *emotion = &g_array_index (emotions, LasnaVoiceEmotion, i);
      const char *code = lasna_record_get_text (LASNA_RECORD (emotion->label), "code");

      if (code == NULL || emotion->intensity < strongest ||
          (emotion->intensity == strongest && best != NULL &&
           lasna_emotions_compare (workbook, code, best) >= 0))
        continue;
      strongest = emotion->intensity;
      g_free (best);
      best = g_strdup (code);
    }
  return g_steal_pointer (&best);
}

/**
 * lasna_voice_make_story:
 *
 * A story has the customer's words, a feeling and a permission, which nobody has given yet.
 *
 * Returns: (transfer full) (nullable): the story; NULL with @error set where the voice has no words
 *   or no feeling
 */
LasnaRecord *
lasna_voice_make_story (LasnaVoice *self, GError **error)
{
  LasnaRecord *record = LASNA_RECORD (self);
  LasnaWorkbook *workbook = lasna_record_get_workbook (record);
  g_autofree char *start = dup_start (self);
  g_autofree char *emotion = dup_main_emotion (self);
  g_autofree char *today = lasna_clock_dup_today (lasna_workbook_get_clock (workbook));
  g_autoptr (LasnaRecord) touchpoint = lasna_voice_get_place (self, "touchpoint");
  g_autoptr (LasnaChange) change = NULL;
  g_autoptr (LasnaRecord) story = NULL;

  if (start == NULL || emotion == NULL)
    {
      refuse (
          error,
          start == NULL
              ? _ ("A story needs words, and this voice has none. Nothing was changed; write down "
                   "what was said first.")
              : _ ("A story carries a feeling. Say first how it felt; nothing was changed."));
      return NULL;
    }
  change = lasna_workbook_begin (workbook, _ ("Make a story"));
  story = lasna_workbook_add (workbook,
                              LASNA_TYPE_STORY,
                              "title",
                              start,
                              "text",
                              lasna_record_get_text (record, "verbatim"),
                              "emotion",
                              emotion,
                              "kind",
                              lasna_emotions_is_destroying (workbook, emotion) ? "story.failure"
                                                                               : "story.success",
                              "teller",
                              lasna_record_get_text (record, "giver"),
                              "touchpoint",
                              touchpoint,
                              "feedback",
                              self,
                              "date",
                              today,
                              NULL);
  if (story != NULL)
    g_object_ref (story);
  return lasna_change_commit (change, error) ? g_steal_pointer (&story) : NULL;
}

/**
 * lasna_voice_list_made:
 *
 * Returns: (transfer full) (element-type LasnaRecord): complaints, actions and stories that were
 *   made of the voice
 */
GPtrArray *
lasna_voice_list_made (LasnaVoice *self)
{
  static const char *const tables[] = { "complaint", "action", "story" };
  GPtrArray *made = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 id = lasna_record_get_id (LASNA_RECORD (self));

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      GListModel *all =
          lasna_workbook_get_records (lasna_record_get_workbook (LASNA_RECORD (self)), tables[t]);

      for (guint i = 0; i < g_list_model_get_n_items (all); i++)
        {
          g_autoptr (LasnaRecord) record = g_list_model_get_item (all, i);

          if (lasna_record_get_reference_id (record, "feedback") == id)
            g_ptr_array_add (made, g_steal_pointer (&record));
        }
    }
  return made;
}
