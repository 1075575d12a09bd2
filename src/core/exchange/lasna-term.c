/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words of three languages, in any case and with or without their accents.
 */
#include "config.h"

#include "lasna-term.h"

#include "lasna-fold.h"

#include <string.h>

/* Words whose meaning is remembered. */
#define KNOWN_MAX 10000

#define NO_FEELING "no feeling|none|neutral|ei tunnetta|ei mitaan|ingen kansla|inga kanslor"

static gboolean
is_text (const char *folded, const LasnaText *text)
{
  for (guint i = 0; i < LASNA_N_LANGUAGES; i++)
    {
      g_autofree char *label = lasna_fold (text->in[i]);

      if (strcmp (label, folded) == 0)
        return TRUE;
    }
  return FALSE;
}

/* "survey" and "measure.survey" are the same. */
static gboolean
is_id (const char *text, const char *id)
{
  const char *tail = strchr (id, '.');

  return g_ascii_strcasecmp (text, id) == 0 ||
         (tail != NULL && g_ascii_strcasecmp (text, tail + 1) == 0);
}

/**
 * lasna_term_recognise:
 * @text: an id, with or without its prefix, or a label in any language
 *
 * Returns: (transfer none) (nullable): the id of the term of @set
 */
const char *
lasna_term_recognise (const char *set, const char *text)
{
  const LasnaTermSet *terms = lasna_catalogue_get_set (lasna_catalogue_get_default (), set);
  g_autofree char *folded = lasna_fold (text);

  for (guint i = 0; terms != NULL && i < terms->n_terms; i++)
    if (is_id (text, terms->terms[i].id) || is_text (folded, &terms->terms[i].label))
      return terms->terms[i].id;
  return NULL;
}

/**
 * lasna_term_recognise_task:
 * @value: (out): 0 to 3
 *
 * Returns: whether @text is one of the answers to "Was the matter settled?"
 */
gboolean
lasna_term_recognise_task (const char *text, int *value)
{
  const LasnaScale *scale =
      lasna_catalogue_find_scale (lasna_catalogue_get_default (), "scale.task");
  g_autofree char *folded = lasna_fold (text);

  for (guint i = 0; scale != NULL && i < scale->n_steps; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", scale->steps[i].value);

      if (strcmp (folded, number) == 0 || is_text (folded, &scale->steps[i].label))
        {
          *value = scale->steps[i].value;
          return TRUE;
        }
    }
  return FALSE;
}

static const char *
find_emotion (GHashTable *known, const char *folded, const char *text)
{
  const LasnaCatalogueEmotion *const *emotions =
      lasna_catalogue_get_emotions (lasna_catalogue_get_default ());
  gpointer code = NULL;

  if (g_hash_table_lookup_extended (known, text, NULL, &code))
    return code;
  for (guint i = 0; emotions[i] != NULL && code == NULL; i++)
    if (is_id (text, emotions[i]->id) || is_text (folded, &emotions[i]->label))
      code = (gpointer) emotions[i]->id;
  if (g_hash_table_size (known) < KNOWN_MAX)
    g_hash_table_insert (known, g_strdup (text), code);
  return code;
}

static void
clear_word (gpointer word)
{
  g_free (((LasnaFeelingWord *) word)->text);
}

/* Takes "3", "(3)" or "x3" from the end of @word. */
static int
take_intensity (char *word)
{
  gsize length = strlen (word);
  int intensity = 2;

  while (length > 0 && (word[length - 1] == ')' || g_ascii_isspace (word[length - 1])))
    length--;
  if (length > 1 && word[length - 1] >= '1' && word[length - 1] <= '3' &&
      strchr (" (x:=", word[length - 2]) != NULL)
    {
      intensity = word[length - 1] - '0';
      for (length--; length > 0 && strchr (" (:=", word[length - 1]) != NULL; length--)
        ;
      if (length > 1 && word[length - 1] == 'x' && word[length - 2] == ' ')
        length -= 2;
    }
  word[length] = '\0';
  return intensity;
}

/* Takes the question mark of a suggestion from behind the strength. */
static gboolean
take_doubt (char *word)
{
  if (!g_str_has_suffix (word, ")?"))
    return FALSE;
  word[strlen (word) - 1] = '\0';
  return TRUE;
}

/**
 * lasna_term_read_emotions:
 * @text: words with ";", ",", "|", "/" or line breaks between them, each perhaps with a strength
 * @known: a table of texts, empty at first, in which the words of this call help the next
 * @no_feeling: (out): whether one of them says that there was none
 *
 * Returns: (transfer full) (element-type LasnaFeelingWord): the feelings, each once
 */
GArray *
lasna_term_read_emotions (const char *text, GHashTable *known, gboolean *no_feeling)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (LasnaFeelingWord));
  g_auto (GStrv) parts = g_strsplit_set (text, ";,|/\n\r+", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  *no_feeling = FALSE;
  g_array_set_clear_func (words, clear_word);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      LasnaFeelingWord word = { .is_suggested = take_doubt (g_strstrip (parts[i])) };
      int intensity = take_intensity (g_strstrip (parts[i]));
      g_autofree char *folded = lasna_fold (g_strstrip (parts[i]));

      if (*folded == '\0')
        continue;
      if (lasna_fold_is_listed (folded, NO_FEELING) || strcmp (parts[i], "emotion.none") == 0)
        {
          *no_feeling = TRUE;
          continue;
        }
      word.code = find_emotion (known, folded, parts[i]);
      if (!g_hash_table_add (seen,
                             word.code != NULL ? g_strdup (word.code) : g_steal_pointer (&folded)))
        continue;
      word.text = g_strdup (parts[i]);
      word.intensity = intensity;
      g_array_append_val (words, word);
    }
  if (words->len > 0)
    *no_feeling = FALSE;
  return words;
}
