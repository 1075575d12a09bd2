/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words and interpretation stand apart, in typography of their own.
 */
#include "config.h"

#include "lasna-voice-view.h"

#include "lasna-feeling-picker.h"
#include "lasna-feelings.h"
#include "lasna-heading.h"
#include "lasna-naming.h"
#include "lasna-parting.h"
#include "lasna-property-row.h"
#include "lasna-sign.h"
#include "lasna-text-query.h"
#include "lasna-voice-deeds.h"
#include "lasna-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _LasnaVoiceView
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *scroller;
  GtkRevealer *offer;
  GtkWidget *left_out;
  GtkLabel *about;
  GtkLabel *words;
  GtkWidget *feelings;
  GtkWidget *confirm;
  GtkBox *choosing;
  GtkLabel *answers;
  GtkWidget *reading;
  GtkLabel *between;
  GtkLabel *confidence;
  GtkWidget *states;
  GtkExpander *more;
  GtkBox *rows;
  GtkWidget *made_box;
  GtkWidget *made;
  GtkButton *leave_out;

  /* Owned */
  LasnaVoice *voice;
  LasnaTextQuery *query; /* what is marked in the words; NULL for nothing */

  /* Borrowed */
  LasnaWorkbook *workbook; /* that the picker was made for */
  LasnaWorkbook *heard;    /* that is listened to */
  GtkWidget *picker;

  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (LasnaVoiceView, lasna_voice_view, GTK_TYPE_WIDGET)

static char *
dup_about (LasnaVoice *voice)
{
  static const char *const places[] = { "stage", "touchpoint", "channel", "segment" };
  LasnaRecord *record = LASNA_RECORD (voice);
  LasnaLanguage language = lasna_language_of_locale ();
  g_autofree char *day = lasna_words_date (language, lasna_record_get_text (record, "received-at"));
  g_autoptr (GString) about = g_string_new (day);
  const char *moment = lasna_record_get_term_label (record, "moment", language);
  const char *source = lasna_record_get_term_label (record, "source", language);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *place = lasna_feelings_dup_place (voice, places[i]);

      if (place != NULL)
        g_string_append_printf (about, LASNA_PARTING_DOT "%s", place);
    }
  if (moment != NULL)
    g_string_append_printf (about, LASNA_PARTING_DOT "%s", moment);
  if (source != NULL)
    g_string_append_printf (about, LASNA_PARTING_DOT "%s", source);
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

static GtkWidget *
make_chip (LasnaVoiceView *self, const LasnaFeeling *feeling)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *strength = dup_strength (self->voice, feeling->intensity);
  g_autofree char *felt = strength != NULL ? g_strdup_printf ("%s, %s", feeling->label, strength)
                                           : g_strdup (feeling->label);
  /* Translators: a feeling that a program has found and nobody has confirmed */
  g_autofree char *text =
      feeling->is_suggested ? g_strdup_printf (_ ("%s (suggested)"), felt) : g_strdup (felt);

  if (feeling->ink != LASNA_INK_NONE)
    gtk_box_append (GTK_BOX (chip), lasna_sign_new (feeling->ink));
  gtk_box_append (GTK_BOX (chip), gtk_label_new (text));
  gtk_widget_add_css_class (chip, "feeling-chip");
  if (feeling->is_suggested)
    gtk_widget_add_css_class (chip, "suggested");
  return chip;
}

static void
show_feelings (LasnaVoiceView *self)
{
  g_autoptr (GArray) feelings = lasna_feelings_list (self->voice);
  gboolean has_suggested = FALSE;

  lasna_wrap_box_clear (LASNA_WRAP_BOX (self->feelings));
  for (guint i = 0; i < feelings->len; i++)
    {
      const LasnaFeeling *feeling = &g_array_index (feelings, LasnaFeeling, i);

      gtk_widget_set_parent (make_chip (self, feeling), self->feelings);
      has_suggested |= feeling->is_suggested;
    }
  gtk_widget_set_visible (self->feelings, feelings->len > 0);
  gtk_widget_set_visible (self->confirm, has_suggested);
  if (self->picker == NULL)
    return;
  lasna_feeling_picker_clear (LASNA_FEELING_PICKER (self->picker));
  for (guint i = 0; i < feelings->len; i++)
    {
      const LasnaFeeling *feeling = &g_array_index (feelings, LasnaFeeling, i);

      if (feeling->code != NULL || feeling->ink == LASNA_INK_NO_FEELING)
        lasna_feeling_picker_set (
            LASNA_FEELING_PICKER (self->picker), feeling->code, feeling->intensity);
    }
}

static const LasnaFeeling *
find_feeling (GArray *feelings, const char *code)
{
  for (guint i = 0; i < feelings->len; i++)
    if (g_strcmp0 (g_array_index (feelings, LasnaFeeling, i).code, code) == 0)
      return &g_array_index (feelings, LasnaFeeling, i);
  return NULL;
}

static void
take_away (LasnaVoiceView *self, const LasnaFeeling *feeling)
{
  g_autoptr (LasnaLabel) label = lasna_workbook_find (self->workbook, "label", feeling->word);

  if (label != NULL)
    lasna_voice_set_emotion (self->voice, label, 0, TRUE);
}

/* What the picker says now becomes what the voice felt, as one step. No feeling and feelings put
 * each other out, so what goes is written before what comes.
 */
static void
write_feelings (LasnaVoiceView *self)
{
  LasnaFeelingPicker *picker = LASNA_FEELING_PICKER (self->picker);
  g_autoptr (GArray) feelings = lasna_feelings_list (self->voice);
  g_autoptr (GPtrArray) chosen = lasna_feeling_picker_list_codes (picker);
  gboolean none = lasna_feeling_picker_is_no_feeling (picker);
  g_autoptr (LasnaChange) change = lasna_workbook_begin (self->workbook, _ ("Say how it felt"));

  for (guint i = 0; i < feelings->len; i++)
    {
      const LasnaFeeling *feeling = &g_array_index (feelings, LasnaFeeling, i);

      if (feeling->word != 0 &&
          (none || (feeling->code != NULL &&
                    lasna_feeling_picker_get_strength (picker, feeling->code) == 0)))
        take_away (self, feeling);
    }
  if (none != lasna_record_get_flag (LASNA_RECORD (self->voice), "no-feeling"))
    g_object_set (self->voice, "no-feeling", none, NULL);
  for (guint i = 0; i < chosen->len; i++)
    {
      const LasnaFeeling *old = find_feeling (feelings, chosen->pdata[i]);
      int strength = lasna_feeling_picker_get_strength (picker, chosen->pdata[i]);

      if (old == NULL || old->intensity != strength || old->is_suggested)
        lasna_voice_set_emotion (
            self->voice,
            lasna_label_take_code (self->workbook, "label.emotion", chosen->pdata[i]),
            strength,
            TRUE);
    }
  lasna_change_commit (change, NULL);
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
  const char *term = lasna_voice_get_confidence (self->voice);
  const char *confidence =
      term != NULL
          ? lasna_workbook_get_term_label (lasna_record_get_workbook (LASNA_RECORD (self->voice)),
                                           "confidence",
                                           term,
                                           lasna_language_of_locale ())
          : NULL;

  gtk_widget_set_visible (self->reading, between != NULL);
  gtk_label_set_label (self->between, between != NULL ? between : "");
  gtk_label_set_label (self->confidence, confidence != NULL ? confidence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->confidence), confidence != NULL);
}

static void
show_words (LasnaVoiceView *self)
{
  const char *verbatim = lasna_record_get_text (LASNA_RECORD (self->voice), "verbatim");
  g_autoptr (PangoAttrList) marks = pango_attr_list_new ();
  g_autoptr (GArray) spans = NULL;

  gtk_label_set_label (self->words, verbatim != NULL ? verbatim : _ ("No words"));
  gtk_label_select_region (self->words, 0, 0);
  spans = self->query != NULL && verbatim != NULL ? lasna_text_query_find (self->query, verbatim)
                                                  : NULL;
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const LasnaTextSpan *span = &g_array_index (spans, LasnaTextSpan, i);
      PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      line->start_index = bold->start_index = span->start;
      line->end_index = bold->end_index = span->end;
      pango_attr_list_insert (marks, line);
      pango_attr_list_insert (marks, bold);
    }
  gtk_label_set_attributes (self->words, marks);
}

static void
show_states (LasnaVoiceView *self)
{
  const char *state = lasna_record_get_text (LASNA_RECORD (self->voice), "follow-up");

  for (GtkWidget *button = gtk_widget_get_first_child (self->states); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (
        GTK_TOGGLE_BUTTON (button),
        g_strcmp0 (g_object_get_data (G_OBJECT (button), "term"), state) == 0);
}

/* Pressing what is so takes it back. */
static void
state_cb (GtkToggleButton *button, LasnaVoiceView *self)
{
  const char *term = g_object_get_data (G_OBJECT (button), "term");

  if (self->is_showing || self->voice == NULL)
    return;
  g_object_set (
      self->voice, "follow-up", gtk_toggle_button_get_active (button) ? term : NULL, NULL);
}

static void
need_states (LasnaVoiceView *self)
{
  const LasnaTermSet *set = lasna_catalogue_get_set (
      lasna_workbook_get_catalogue (lasna_record_get_workbook (LASNA_RECORD (self->voice))),
      "follow-up");

  if (gtk_widget_get_first_child (self->states) != NULL)
    return;
  for (guint i = 0; set != NULL && i < set->n_terms; i++)
    {
      GtkWidget *button =
          gtk_toggle_button_new_with_label (set->terms[i].label.in[lasna_language_of_locale ()]);

      g_object_set_data (G_OBJECT (button), "term", (gpointer) set->terms[i].id);
      gtk_widget_add_css_class (button, "feeling");
      g_signal_connect_object (button, "clicked", G_CALLBACK (state_cb), self, 0);
      gtk_widget_set_parent (button, self->states);
    }
}

/* Rows are made for a voice when somebody opens them. */
static void
show_rows (LasnaVoiceView *self)
{
  static const char *const names[] = { "follow-up-owner", "follow-up-due", "tags" };
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  for (guint i = 0;
       self->voice != NULL && gtk_expander_get_expanded (self->more) && i < G_N_ELEMENTS (names);
       i++)
    gtk_box_append (self->rows, lasna_property_row_new (LASNA_RECORD (self->voice), names[i]));
}

static void
show_made (LasnaVoiceView *self)
{
  g_autoptr (GPtrArray) made = lasna_voice_list_made (self->voice);

  lasna_wrap_box_clear (LASNA_WRAP_BOX (self->made));
  for (guint i = 0; i < made->len; i++)
    {
      LasnaRecord *record = made->pdata[i];
      const char *kind = _ (LASNA_RECORD_GET_CLASS (record)->label);
      g_autofree char *heading = lasna_heading_dup (record);
      g_autofree char *text = g_strcmp0 (heading, kind) == 0
                                  ? g_strdup (kind)
                                  : g_strdup_printf ("%s: %s", kind, heading);
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                       "label",
                                       text,
                                       "ellipsize",
                                       PANGO_ELLIPSIZE_END,
                                       "max-width-chars",
                                       40,
                                       NULL);
      GtkWidget *button = gtk_button_new ();

      gtk_button_set_child (GTK_BUTTON (button), label);
      gtk_widget_add_css_class (button, "chip");
      gtk_widget_add_css_class (button, "flat");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button),
                                        "(sx)",
                                        lasna_record_get_table (record),
                                        lasna_record_get_id (record));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "voice.open-made");
      lasna_naming_name (button, text);
      gtk_widget_set_parent (button, self->made);
    }
  gtk_widget_set_visible (self->made_box, made->len > 0);
}

static void
show (LasnaVoiceView *self)
{
  LasnaRecord *record = LASNA_RECORD (self->voice);
  g_autofree char *about = NULL;
  g_autofree char *answers = NULL;
  gboolean is_left_out;

  gtk_widget_set_visible (self->scroller, record != NULL);
  if (record == NULL || self->is_showing || lasna_record_get_workbook (record) == NULL ||
      lasna_record_is_deleted (record))
    return;
  self->is_showing = TRUE;
  about = dup_about (self->voice);
  answers = dup_answers (self->voice);
  is_left_out = lasna_record_get_flag (record, "excluded");
  gtk_label_set_label (self->about, about);
  show_words (self);
  gtk_label_set_label (self->answers, answers);
  gtk_widget_set_visible (GTK_WIDGET (self->answers), *answers != '\0');
  gtk_widget_set_visible (self->left_out, is_left_out);
  gtk_button_set_label (self->leave_out,
                        is_left_out ? _ ("Count again") : _ ("Leave out of figures"));
  show_feelings (self);
  show_reading (self);
  need_states (self);
  show_states (self);
  show_made (self);
  self->is_showing = FALSE;
}

static void
picked_cb (LasnaVoiceView *self)
{
  g_autoptr (GArray) feelings = NULL;

  if (self->voice == NULL || lasna_record_is_deleted (LASNA_RECORD (self->voice)))
    return;
  self->is_showing = TRUE;
  write_feelings (self);
  self->is_showing = FALSE;
  show (self);
  feelings = lasna_feelings_list (self->voice);
  lasna_voice_view_set_offering (self, lasna_feelings_are_destroying (feelings));
}

static void
need_picker (LasnaVoiceView *self)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (LASNA_RECORD (self->voice));

  if (self->picker != NULL && self->workbook == workbook)
    return;
  if (self->picker != NULL)
    gtk_box_remove (self->choosing, self->picker);
  self->workbook = workbook;
  self->picker = lasna_feeling_picker_new (workbook);
  lasna_naming_name (self->picker, _ ("Feelings"));
  gtk_box_append (self->choosing, self->picker);
  g_signal_connect_object (
      self->picker, "changed", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
}

/* Feelings and what was made of a voice are rows of their own, of which the record hears nothing.
 */
static void
changed_cb (LasnaVoiceView *self)
{
  if (self->voice != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show (self);
}

static void
listen (LasnaVoiceView *self, LasnaWorkbook *workbook)
{
  if (self->heard == workbook)
    return;
  self->heard = workbook;
  g_signal_connect_object (workbook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
lasna_voice_view_dispose (GObject *object)
{
  LasnaVoiceView *self = LASNA_VOICE_VIEW (object);

  g_clear_object (&self->voice);
  g_clear_pointer (&self->query, lasna_text_query_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), LASNA_TYPE_VOICE_VIEW);
  G_OBJECT_CLASS (lasna_voice_view_parent_class)->dispose (object);
}

static void
lasna_voice_view_class_init (LasnaVoiceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lasna_voice_view_dispose;
  g_type_ensure (LASNA_TYPE_WRAP_BOX);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "voiceview");
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/lasna/Lasna/lasna-voice-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, scroller);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, offer);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, left_out);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, about);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, words);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, feelings);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, confirm);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, choosing);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, answers);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, reading);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, between);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, confidence);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, states);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, more);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, rows);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, made_box);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, made);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceView, leave_out);
  gtk_widget_class_bind_template_callback (widget_class, show_rows);
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
  if (self->voice == voice)
    return;
  if (self->voice != NULL)
    g_signal_handlers_disconnect_by_func (self->voice, show, self);
  g_set_object (&self->voice, voice);
  gtk_widget_set_visible (GTK_WIDGET (self->choosing), FALSE);
  if (voice != NULL)
    {
      g_signal_connect_object (voice, "notify", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
      listen (self, lasna_record_get_workbook (LASNA_RECORD (voice)));
    }
  lasna_voice_view_set_offering (self, FALSE);
  show (self);
  show_rows (self);
}

/**
 * lasna_voice_view_set_search:
 * @text: what is looked for; "" for nothing
 *
 * Marks what is looked for in the words.
 */
void
lasna_voice_view_set_search (LasnaVoiceView *self, const char *text)
{
  g_return_if_fail (LASNA_IS_VOICE_VIEW (self));
  g_clear_pointer (&self->query, lasna_text_query_free);
  if (*text != '\0')
    self->query = lasna_text_query_new (text);
  show (self);
}

/**
 * lasna_voice_view_choose_feelings:
 *
 * Brings the feelings to choose from into view, and the keys to them; or puts them away.
 */
void
lasna_voice_view_choose_feelings (LasnaVoiceView *self)
{
  g_return_if_fail (LASNA_IS_VOICE_VIEW (self));
  if (self->voice == NULL)
    return;
  if (gtk_widget_get_visible (GTK_WIDGET (self->choosing)))
    {
      gtk_widget_set_visible (GTK_WIDGET (self->choosing), FALSE);
      return;
    }
  need_picker (self);
  gtk_widget_set_visible (GTK_WIDGET (self->choosing), TRUE);
  show (self);
  lasna_feeling_picker_focus (LASNA_FEELING_PICKER (self->picker));
}

/**
 * lasna_voice_view_confirm_feelings:
 *
 * What a program has suggested is so, says the person who reads.
 */
void
lasna_voice_view_confirm_feelings (LasnaVoiceView *self)
{
  g_autoptr (GArray) emotions = NULL;
  g_autoptr (LasnaChange) change = NULL;

  g_return_if_fail (LASNA_IS_VOICE_VIEW (self));
  if (self->voice == NULL)
    return;
  emotions = lasna_voice_get_emotions (self->voice);
  change = lasna_workbook_begin (lasna_record_get_workbook (LASNA_RECORD (self->voice)),
                                 _ ("Confirm feelings"));
  for (guint i = 0; i < emotions->len; i++)
    {
      const LasnaVoiceEmotion *emotion = &g_array_index (emotions, LasnaVoiceEmotion, i);

      if (!emotion->is_confirmed)
        lasna_voice_set_emotion (self->voice, emotion->label, emotion->intensity, TRUE);
    }
  lasna_change_commit (change, NULL);
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
