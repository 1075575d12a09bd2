/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One stage of the path: its heights, its stops, and what they are in words.
 */
#include "config.h"

#include "lasna-path-stage.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * lasna_path_stage_new:
 *
 * Returns: (transfer full): a stage of which nothing is known
 */
LasnaPathStage *
lasna_path_stage_new (void)
{
  LasnaPathStage *self = g_new0 (LasnaPathStage, 1);

  self->wanted = self->believed = self->felt = self->measured = NAN;
  return self;
}

static void
stop_free (gpointer data)
{
  LasnaPathStop *stop = data;

  g_free (stop->title);
  g_free (stop->letter);
  g_free (stop->memory);
  g_free (stop);
}

void
lasna_path_stage_free (LasnaPathStage *self)
{
  g_free (self->title);
  g_free (self->measure);
  g_free (self->entries);
  g_clear_pointer (&self->stops, g_ptr_array_unref);
  g_free (self);
}

/**
 * lasna_path_stage_add_stop:
 *
 * Returns: (transfer none): the new last stop
 */
LasnaPathStop *
lasna_path_stage_add_stop (LasnaPathStage *self, LasnaStopKind kind, const char *title)
{
  LasnaPathStop *stop = g_new0 (LasnaPathStop, 1);

  if (self->stops == NULL)
    self->stops = g_ptr_array_new_with_free_func (stop_free);
  stop->kind = kind;
  stop->title = g_strdup (title);
  g_ptr_array_add (self->stops, stop);
  return stop;
}

/**
 * lasna_path_stage_has_mean:
 *
 * Returns: whether enough voices carry a feeling for their mean to be drawn
 */
gboolean
lasna_path_stage_has_mean (const LasnaPathStage *self)
{
  return self->n_felt >= LASNA_SMALL_N && !isnan (self->felt);
}

/**
 * lasna_path_stage_dup_sentence:
 *
 * Returns: (transfer full): the stage's three heights in words
 */
char *
lasna_path_stage_dup_sentence (const LasnaPathStage *self, LasnaLanguage language)
{
  const struct
  {
    const char *sentence;
    double height;
  } heights[] = {
    /* Translators: %s is a height from −1 to +1 on the path. */
    { N_ ("Wanted: %s."), self->wanted },
    { N_ ("Believed: %s."), self->believed },
    { N_ ("Felt: %s."), lasna_path_stage_has_mean (self) ? self->felt : NAN },
  };
  GString *out = g_string_new (self->title);

  g_string_append_c (out, '.');
  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      if (isnan (heights[i].height))
        continue;

      g_autofree char *number = lasna_words_number (language, heights[i].height, 1);

      g_string_append_c (out, ' ');
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_string_append_printf (out, lasna_words (language, heights[i].sentence), number);
#pragma GCC diagnostic pop
    }
  g_string_append_c (out, ' ');
  if (self->n_felt == 0)
    g_string_append (out, lasna_words (language, N_ ("No feelings recorded yet.")));
  else
    g_string_append_printf (
        out,
        lasna_words_plural (
            language, "%u voice with a feeling.", "%u voices with a feeling.", self->n_felt),
        self->n_felt);
  return g_string_free (out, FALSE);
}
