/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words and interpretation stand apart, in typography of their own.
 */
#include "config.h"

#include "lasna-voice-view.h"

#include "lasna-feelings.h"
#include "lasna-sign.h"
#include "lasna-workbook.h"

#include <glib/gi18n-lib.h>

struct _LasnaVoiceView
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *scroller;
  GtkRevealer *offer;
  GtkLabel *about;
  GtkLabel *words;
  GtkFlowBox *feelings;
  GtkLabel *answers;
  GtkWidget *reading;
  GtkLabel *between;
  GtkLabel *confidence;

  /* Owned */
  LasnaVoice *voice;
};

G_DEFINE_FINAL_TYPE (LasnaVoiceView, lasna_voice_view, GTK_TYPE_WIDGET)

static const char *
get_term (LasnaVoice *voice, const char *property, const char *set)
{
  LasnaRecord *record = LASNA_RECORD (voice);
  const char *term = lasna_record_get_text (record, property);

  return term != NULL
             ? lasna_workbook_get_term_label (
                   lasna_record_get_workbook (record), set, term, lasna_language_of_locale ())
             : NULL;
}

static char *
dup_about (LasnaVoice *voice)
{
  static const char *const places[] = { "stage", "touchpoint", "channel", "segment" };
  g_autofree char *day = lasna_words_date (
      lasna_language_of_locale (), lasna_record_get_text (LASNA_RECORD (voice), "received-at"));
  g_autoptr (GString) about = g_string_new (day);
  const char *moment = get_term (voice, "moment", "feedback-moment");
  const char *source = get_term (voice, "source", "evidence-source");

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *place = lasna_feelings_dup_place (voice, places[i]);

      if (place != NULL)
        g_string_append_printf (about, " · %s", place);
    }
  if (moment != NULL)
    g_string_append_printf (about, " · %s", moment);
  if (source != NULL)
    g_string_append_printf (about, " · %s", source);
  return g_string_free (g_steal_pointer (&about), FALSE);
}

static char *
dup_strength (LasnaVoice *voice, int intensity)
{
  const LasnaScale *scale = lasna_catalogue_find_scale (
      lasna_workbook_get_catalogue (lasna_record_get_workbook (LASNA_RECORD (voice))),
      "scale.feeling");

  for (guint i = 0; scale != NULL && intensity > 0 && i < scale->n_steps; i++)
    if (scale->steps[i].value == intensity)
      return g_utf8_strdown (scale->steps[i].label.in[lasna_language_of_locale ()], -1);
  return NULL;
}

static void
show_feelings (LasnaVoiceView *self)
{
  g_autoptr (GArray) feelings = lasna_feelings_list (self->voice);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->feelings))) != NULL)
    gtk_flow_box_remove (self->feelings, child);
  for (guint i = 0; i < feelings->len; i++)
    {
      const LasnaFeeling *feeling = &g_array_index (feelings, LasnaFeeling, i);
      g_autofree char *strength = dup_strength (self->voice, feeling->intensity);
      g_autofree char *text = strength != NULL
                                  ? g_strdup_printf ("%s, %s", feeling->label, strength)
                                  : g_strdup (feeling->label);
      GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      if (feeling->ink != LASNA_INK_NONE)
        gtk_box_append (GTK_BOX (chip), lasna_sign_new (feeling->ink));
      gtk_box_append (GTK_BOX (chip), gtk_label_new (text));
      gtk_widget_add_css_class (chip, "feeling-chip");
      gtk_flow_box_append (self->feelings, chip);
      gtk_widget_set_focusable (gtk_widget_get_parent (chip), FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->feelings), feelings->len > 0);
}

static char *
dup_answers (LasnaVoice *voice)
{
  g_autofree char *answers = lasna_feelings_dup_answers (voice, TRUE);
  gint64 task = lasna_record_get_integer (LASNA_RECORD (voice), "task");
  const LasnaScale *scale = lasna_catalogue_find_scale (
      lasna_workbook_get_catalogue (lasna_record_get_workbook (LASNA_RECORD (voice))),
      "scale.task");

  for (guint i = 0; task != LASNA_UNSET && scale != NULL && i < scale->n_steps; i++)
    if (scale->steps[i].value == task)
      return g_strdup_printf ("%s %s%s%s",
                              scale->title.in[lasna_language_of_locale ()],
                              scale->steps[i].label.in[lasna_language_of_locale ()],
                              *answers != '\0' ? "\n" : "",
                              answers);
  return g_steal_pointer (&answers);
}

static void
show_reading (LasnaVoiceView *self)
{
  const char *between = lasna_record_get_text (LASNA_RECORD (self->voice), "between-lines");
  const char *confidence = get_term (self->voice, "confidence", "confidence");

  gtk_widget_set_visible (self->reading, between != NULL);
  gtk_label_set_label (self->between, between != NULL ? between : "");
  gtk_label_set_label (self->confidence, confidence != NULL ? confidence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->confidence), confidence != NULL);
}

static void
show (LasnaVoiceView *self)
{
  LasnaRecord *record = LASNA_RECORD (self->voice);
  g_autofree char *about = NULL;
  g_autofree char *answers = NULL;
  const char *verbatim;

  gtk_widget_set_visible (self->scroller, record != NULL);
  if (record == NULL || lasna_record_get_workbook (record) == NULL ||
      lasna_record_is_deleted (record))
    return;
  about = dup_about (self->voice);
  answers = dup_answers (self->voice);
  verbatim = lasna_record_get_text (record, "verbatim");
  gtk_label_set_label (self->about, about);
  gtk_label_set_label (self->words, verbatim != NULL ? verbatim : _ ("No words"));
  gtk_label_select_region (self->words, 0, 0);
  gtk_label_set_label (self->answers, answers);
  gtk_widget_set_visible (GTK_WIDGET (self->answers), *answers != '\0');
  show_feelings (self);
  show_reading (self);
}

static void
lasna_voice_view_dispose (GObject *object)
{
  LasnaVoiceView *self = LASNA_VOICE_VIEW (object);

  g_clear_object (&self->voice);
  gtk_widget_dispose_template (GTK_WIDGET (self), LASNA_TYPE_VOICE_VIEW);
  G_OBJECT_CLASS (lasna_voice_view_parent_class)->dispose (object);
}

static void
lasna_voice_view_class_init (LasnaVoiceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lasna_voice_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "voiceview");
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/lasna/Lasna/lasna-voice-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, scroller);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, offer);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, about);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, words);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, feelings);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, answers);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, reading);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, between);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, confidence);
}

static void
lasna_voice_view_init (LasnaVoiceView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lasna_voice_view_set_voice:
 * @voice: (nullable): what to read
 */
void
lasna_voice_view_set_voice (LasnaVoiceView *self, LasnaVoice *voice)
{
  g_return_if_fail (LASNA_IS_VOICE_VIEW (self));
  if (self->voice != NULL)
    g_signal_handlers_disconnect_by_func (self->voice, show, self);
  g_set_object (&self->voice, voice);
  if (voice != NULL)
    g_signal_connect_object (voice, "notify", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  lasna_voice_view_set_offering (self, FALSE);
  show (self);
}

/**
 * lasna_voice_view_set_offering:
 *
 * Offers to make an action of the voice.
 */
void
lasna_voice_view_set_offering (LasnaVoiceView *self, gboolean offering)
{
  g_return_if_fail (LASNA_IS_VOICE_VIEW (self));
  gtk_revealer_set_reveal_child (self->offer, offering);
  gtk_widget_set_visible (GTK_WIDGET (self->offer), offering);
}
