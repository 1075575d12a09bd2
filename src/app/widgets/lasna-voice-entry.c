/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words, who, stage, channel, moment, was it settled, feelings; Tab leads through them, Ctrl+Enter
 * saves. Where it was stays from one voice to the next.
 */
#include "config.h"

#include "lasna-voice-entry.h"

#include "lasna-error.h"
#include "lasna-feeling-picker.h"
#include "lasna-naming.h"
#include "lasna-options.h"
#include "lasna-voice-details.h"

#include <glib/gi18n-lib.h>

struct _LasnaVoiceEntry
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *content;
  GtkRevealer *offer;
  GtkTextView *words;
  GtkEditable *giver;
  GtkGrid *places;
  GtkLabel *task_title;
  GtkBox *tasks;
  GtkBox *feelings;

  /* Owned */
  LasnaWorkbook *workbook;
  LasnaRecord *journey;

  /* Borrowed */
  GtkWidget *stage;
  GtkWidget *channel;
  GtkWidget *moment;
  GtkWidget *picker;
};

G_DEFINE_FINAL_TYPE (LasnaVoiceEntry, lasna_voice_entry, GTK_TYPE_WIDGET)

/* Most voices that are written down by hand were heard on the phone. */
#define USUAL_CHANNEL "channel.phone.line"

static GtkWidget *
add_place (LasnaVoiceEntry *self, GListStore *options, const char *name, int row)
{
  GtkWidget *old = gtk_grid_get_child_at (self->places, 1, row);
  GtkWidget *drop_down = lasna_options_new_drop_down (options);

  if (old != NULL)
    gtk_grid_remove (self->places, old);
  gtk_widget_set_hexpand (drop_down, TRUE);
  lasna_options_step_by_keys (drop_down);
  lasna_naming_name_inside (drop_down, name);
  gtk_grid_attach (self->places, drop_down, 1, row, 1, 1);
  return drop_down;
}

static void
add_places (LasnaVoiceEntry *self)
{
  GListStore *stages = lasna_options_new ();
  GListStore *channels = lasna_options_new ();
  GListStore *moments = lasna_options_new ();

  lasna_options_add (stages, NULL, _ ("Not known"), LASNA_INK_NONE);
  if (self->journey != NULL)
    lasna_options_add_records (
        stages, lasna_record_get_children (self->journey, "stage", "journey"), NULL);
  lasna_options_add (channels, NULL, _ ("Not known"), LASNA_INK_NONE);
  lasna_options_add_terms (channels, self->workbook, "channel");
  lasna_options_add (moments, NULL, _ ("Not known"), LASNA_INK_NONE);
  lasna_options_add_terms (moments, self->workbook, "feedback-moment");
  self->stage = add_place (self, stages, _ ("Stage"), 0);
  self->channel = add_place (self, channels, _ ("Channel"), 1);
  self->moment = add_place (self, moments, _ ("Moment"), 2);
  lasna_options_select (self->channel, USUAL_CHANNEL);
}

/* Pressing the chosen answer again takes it back: they are not radio buttons. */
static void
task_toggled_cb (GtkToggleButton *button, LasnaVoiceEntry *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->tasks)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != GTK_WIDGET (button))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), FALSE);
}

/* A side is narrow: a label of two words takes two lines, so that all answers stand in one row. */
static GtkWidget *
new_task_button (const char *label)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);
  GtkLabel *inside = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_wrap (inside, TRUE);
  gtk_label_set_justify (inside, GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (button, "lasna-answer");
  return button;
}

static void
add_tasks (LasnaVoiceEntry *self)
{
  const LasnaScale *scale =
      lasna_catalogue_find_scale (lasna_workbook_get_catalogue (self->workbook), "scale.task");
  LasnaLanguage language = lasna_language_of_locale ();

  gtk_label_set_label (self->task_title, scale->title.in[language]);
  lasna_naming_name (GTK_WIDGET (self->tasks), scale->title.in[language]);
  for (guint i = 0; i < scale->n_steps; i++)
    {
      GtkWidget *button = new_task_button (scale->steps[i].label.in[language]);

      g_signal_connect_object (button, "toggled", G_CALLBACK (task_toggled_cb), self, 0);
      gtk_box_append (self->tasks, button);
    }
}

static gint64
get_task (LasnaVoiceEntry *self)
{
  gint64 step = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->tasks)); child != NULL;
       child = gtk_widget_get_next_sibling (child), step++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
      return step;
  return LASNA_UNSET;
}

static char *
dup_words (LasnaVoiceEntry *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->words);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
clear (LasnaVoiceEntry *self)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->words), "", -1);
  gtk_editable_set_text (self->giver, "");
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->tasks)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), FALSE);
  lasna_feeling_picker_clear (LASNA_FEELING_PICKER (self->picker));
}

static void
lasna_voice_entry_dispose (GObject *object)
{
  LasnaVoiceEntry *self = LASNA_VOICE_ENTRY (object);

  g_clear_object (&self->workbook);
  g_clear_object (&self->journey);
  gtk_widget_dispose_template (GTK_WIDGET (self), LASNA_TYPE_VOICE_ENTRY);
  G_OBJECT_CLASS (lasna_voice_entry_parent_class)->dispose (object);
}

static void
lasna_voice_entry_class_init (LasnaVoiceEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lasna_voice_entry_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "voiceentry");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/lasna/Lasna/lasna-voice-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceEntry, content);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceEntry, offer);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceEntry, words);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceEntry, giver);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceEntry, places);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceEntry, task_title);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceEntry, tasks);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceEntry, feelings);
}

static void
lasna_voice_entry_init (LasnaVoiceEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lasna_naming_name_inside (GTK_WIDGET (self->giver), _ ("Who said it"));
}

/**
 * lasna_voice_entry_begin:
 * @journey: (nullable): whose stages can be chosen
 *
 * Gets ready for a voice. What was being written stays.
 */
void
lasna_voice_entry_begin (LasnaVoiceEntry *self, LasnaWorkbook *workbook, LasnaRecord *journey)
{
  g_return_if_fail (LASNA_IS_VOICE_ENTRY (self));
  if (g_set_object (&self->workbook, workbook))
    {
      add_tasks (self);
      self->picker = lasna_feeling_picker_new (workbook);
      lasna_naming_name (self->picker, _ ("Feelings"));
      gtk_box_append (self->feelings, self->picker);
    }
  if (g_set_object (&self->journey, journey) || self->stage == NULL)
    add_places (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

/**
 * lasna_voice_entry_set_stage:
 * @stage: the id of a stage; 0 for not known
 */
void
lasna_voice_entry_set_stage (LasnaVoiceEntry *self, gint64 stage)
{
  g_return_if_fail (LASNA_IS_VOICE_ENTRY (self));
  lasna_options_select_record (self->stage, stage);
}

static void
set_places (LasnaVoiceEntry *self, LasnaVoice *voice)
{
  const char *stage = lasna_options_get_selected (self->stage);
  const char *channel = lasna_options_get_selected (self->channel);

  if (stage != NULL)
    {
      g_autoptr (LasnaRecord) place =
          lasna_workbook_find (self->workbook, "stage", g_ascii_strtoll (stage, NULL, 10));

      lasna_voice_set_place (voice, "stage", place);
    }
  if (channel != NULL)
    g_object_set (
        voice, "channel", lasna_label_take_code (self->workbook, "label.channel", channel), NULL);
}

static LasnaVoice *
add_voice (LasnaVoiceEntry *self, const char *words)
{
  g_autofree char *now = lasna_clock_dup_local (lasna_workbook_get_clock (self->workbook));
  g_autofree char *giver = g_strstrip (g_strdup (gtk_editable_get_text (self->giver)));
  gboolean no_feeling = lasna_feeling_picker_is_no_feeling (LASNA_FEELING_PICKER (self->picker));
  g_autoptr (GPtrArray) codes =
      lasna_feeling_picker_list_codes (LASNA_FEELING_PICKER (self->picker));
  LasnaVoice *voice = lasna_workbook_add (self->workbook,
                                          LASNA_TYPE_VOICE,
                                          "received-at",
                                          now,
                                          "verbatim",
                                          *words != '\0' ? words : NULL,
                                          "giver",
                                          *giver != '\0' ? giver : NULL,
                                          "moment",
                                          lasna_options_get_selected (self->moment),
                                          "source",
                                          "measure.direct",
                                          "task",
                                          get_task (self),
                                          "no-feeling",
                                          no_feeling,
                                          NULL);

  if (voice == NULL)
    return NULL;
  set_places (self, voice);
  for (guint i = 0; i < codes->len; i++)
    lasna_voice_set_emotion (
        voice,
        lasna_label_take_code (self->workbook, "label.emotion", codes->pdata[i]),
        lasna_feeling_picker_get_strength (LASNA_FEELING_PICKER (self->picker), codes->pdata[i]),
        TRUE);
  return g_object_ref (voice);
}

static gboolean
is_empty (LasnaVoiceEntry *self, const char *words)
{
  g_autoptr (GPtrArray) codes =
      lasna_feeling_picker_list_codes (LASNA_FEELING_PICKER (self->picker));

  return *words == '\0' && codes->len == 0 && get_task (self) == LASNA_UNSET &&
         !lasna_feeling_picker_is_no_feeling (LASNA_FEELING_PICKER (self->picker));
}

/**
 * lasna_voice_entry_save:
 *
 * Saves what was written as one change, and clears the form for the next.
 *
 * Returns: (transfer full) (nullable): the voice; NULL with @error set where there is nothing to
 *   save or it was refused, and the form is as it was
 */
LasnaVoice *
lasna_voice_entry_save (LasnaVoiceEntry *self, GError **error)
{
  g_autofree char *words = dup_words (self);
  g_autoptr (LasnaChange) change = NULL;
  g_autoptr (LasnaVoice) voice = NULL;

  g_return_val_if_fail (LASNA_IS_VOICE_ENTRY (self), NULL);
  if (is_empty (self, words))
    {
      g_set_error_literal (error,
                           LASNA_ERROR,
                           LASNA_ERROR_RULE,
                           _ ("Nothing is written yet. Words or a feeling are enough."));
      return NULL;
    }
  change = lasna_workbook_begin (self->workbook, _ ("Add a voice"));
  voice = add_voice (self, words);
  if (!lasna_change_commit (change, error))
    return NULL;
  clear (self);
  return g_steal_pointer (&voice);
}

/**
 * lasna_voice_entry_set_offering:
 *
 * Offers to do something about the voice that was saved last.
 */
void
lasna_voice_entry_set_offering (LasnaVoiceEntry *self, gboolean offering)
{
  g_return_if_fail (LASNA_IS_VOICE_ENTRY (self));
  gtk_revealer_set_reveal_child (self->offer, offering);
  gtk_widget_set_visible (GTK_WIDGET (self->offer), offering);
}

/**
 * lasna_voice_entry_has_stage:
 *
 * Returns: whether a stage is chosen
 */
gboolean
lasna_voice_entry_has_stage (LasnaVoiceEntry *self)
{
  g_return_val_if_fail (LASNA_IS_VOICE_ENTRY (self), FALSE);
  return self->stage != NULL && lasna_options_get_selected (self->stage) != NULL;
}
