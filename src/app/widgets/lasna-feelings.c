/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Destroying feelings come first, in lists as in charts.
 */
#include "config.h"

#include "lasna-feelings.h"

#include "lasna-options.h"
#include "lasna-voice-details.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
feeling_clear (gpointer data)
{
  g_free (((LasnaFeeling *) data)->label);
  g_free (((LasnaFeeling *) data)->code);
}

static int
get_rank (LasnaInk ink)
{
  static const LasnaInk order[] = {
    LASNA_INK_DESTROYING, LASNA_INK_ATTENTION,  LASNA_INK_RECOMMENDATION,
    LASNA_INK_ADVOCACY,   LASNA_INK_NO_FEELING,
  };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i] == ink)
      return (int) i;
  return G_N_ELEMENTS (order);
}

static int
compare_cb (gconstpointer one, gconstpointer other)
{
  const LasnaFeeling *first = one;
  const LasnaFeeling *second = other;

  if (get_rank (first->ink) != get_rank (second->ink))
    return get_rank (first->ink) - get_rank (second->ink);
  return second->intensity - first->intensity;
}

/* What a label of an emotion is called: a term of the catalogue, an own word, or as it came. */
static LasnaFeeling
read_label (LasnaWorkbook *workbook, LasnaRecord *label, int intensity)
{
  LasnaFeeling feeling = { .ink = LASNA_INK_NONE,
                           .intensity = intensity,
                           .word = lasna_record_get_id (label) };
  const char *code = lasna_record_get_text (label, "code");
  gint64 id = lasna_record_get_integer (label, "record");
  g_autoptr (LasnaRecord) own =
      id != LASNA_UNSET && id != 0 ? lasna_workbook_find (workbook, "emotion", id) : NULL;

  if (own != NULL)
    code = lasna_record_get_text (own, "code");
  if (code != NULL)
    {
      feeling.label = g_strdup (
          lasna_workbook_get_term_label (workbook, "emotion", code, lasna_language_of_locale ()));
      feeling.ink = lasna_option_find_sign (workbook, "emotion", code);
      feeling.code = g_strdup (code);
    }
  else
    feeling.label = g_strdup (lasna_record_get_text (label, "text"));
  return feeling;
}

/**
 * lasna_feelings_list:
 *
 * Returns: (transfer full) (element-type LasnaFeeling): the feelings of the voice, destroying
 * first; no feeling is one of them
 */
GArray *
lasna_feelings_list (LasnaVoice *voice)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (LASNA_RECORD (voice));
  GArray *feelings = g_array_new (FALSE, FALSE, sizeof (LasnaFeeling));
  g_autoptr (GArray) emotions = lasna_voice_get_emotions (voice);

  g_array_set_clear_func (feelings, feeling_clear);
  for (guint i = 0; emotions != NULL && i < emotions->len; i++)
    {
      LasnaVoiceEmotion *emotion = &g_array_index (emotions, LasnaVoiceEmotion, i);
      LasnaFeeling feeling =
          read_label (workbook, LASNA_RECORD (emotion->label), emotion->intensity);

      feeling.is_suggested = !emotion->is_confirmed;
      g_array_append_val (feelings, feeling);
    }
  if (lasna_record_get_flag (LASNA_RECORD (voice), "no-feeling"))
    {
      LasnaFeeling none = { .label = g_strdup (_ ("No feeling")), .ink = LASNA_INK_NO_FEELING };

      g_array_append_val (feelings, none);
    }
  g_array_sort (feelings, compare_cb);
  return feelings;
}

/**
 * lasna_feelings_dup_words:
 *
 * Returns: (transfer full): the feelings with commas between them
 */
char *
lasna_feelings_dup_words (GArray *feelings)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < feelings->len; i++)
    g_string_append_printf (
        words, "%s%s", i > 0 ? ", " : "", g_array_index (feelings, LasnaFeeling, i).label);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

gboolean
lasna_feelings_are_destroying (GArray *feelings)
{
  for (guint i = 0; i < feelings->len; i++)
    if (g_array_index (feelings, LasnaFeeling, i).ink == LASNA_INK_DESTROYING)
      return TRUE;
  return FALSE;
}

static char *
dup_answer (LasnaWorkbook *workbook, const LasnaVoiceScore *score, gboolean whole)
{
  g_autoptr (LasnaRecord) question = lasna_workbook_find (workbook, "question", score->question);
  LasnaLanguage language = lasna_language_of_locale ();
  g_autofree char *raw =
      lasna_words_number (language, score->raw, score->raw == round (score->raw) ? 0 : 1);
  g_autofree char *best = NULL;
  const char *method;

  if (question == NULL)
    return NULL;
  best = lasna_words_number (language, lasna_record_get_number (question, "scale-max"), 0);
  method = lasna_record_get_term_label (question, "method", language);
  if (!whole)
    return g_strdup_printf ("%s/%s", raw, best);
  /* Translators: an answer: how it was measured, the answer, the best one, the question */
  return g_strdup_printf (
      _ ("%s: %s of %s. %s"), method, raw, best, lasna_record_get_text (question, "text"));
}

/**
 * lasna_feelings_dup_answers:
 * @whole: with questions, one a line; else only the figures
 *
 * Returns: (transfer full): the answers of the voice
 */
char *
lasna_feelings_dup_answers (LasnaVoice *voice, gboolean whole)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (LASNA_RECORD (voice));
  g_autoptr (GArray) scores = lasna_voice_get_scores (voice);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; scores != NULL && i < scores->len; i++)
    {
      g_autofree char *answer =
          dup_answer (workbook, &g_array_index (scores, LasnaVoiceScore, i), whole);

      if (answer != NULL)
        g_string_append_printf (text, "%s%s", text->len == 0 ? "" : whole ? "\n" : " · ", answer);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * lasna_feelings_dup_place:
 * @property: stage, touchpoint, channel or segment
 *
 * Returns: (transfer full) (nullable): what the place is called, assigned or as it came
 */
char *
lasna_feelings_dup_place (LasnaVoice *voice, const char *property)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (LASNA_RECORD (voice));
  LasnaRecord *label = lasna_record_get_reference (LASNA_RECORD (voice), property);
  g_autoptr (LasnaRecord) place = NULL;
  const char *code;

  if (label == NULL)
    return NULL;
  place = lasna_voice_get_place (voice, property);
  code = lasna_record_get_text (label, "code");
  if (place != NULL && g_object_class_find_property (G_OBJECT_GET_CLASS (place), "title") != NULL)
    return g_strdup (lasna_record_get_text (place, "title"));
  if (place != NULL && strcmp (property, "segment") == 0)
    return g_strdup (lasna_record_get_text (place, "name"));
  if (code != NULL)
    return g_strdup (
        lasna_workbook_get_term_label (workbook, property, code, lasna_language_of_locale ()));
  return g_strdup (lasna_record_get_text (label, "text"));
}
