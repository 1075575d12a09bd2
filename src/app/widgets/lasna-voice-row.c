/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two lines of fixed height: rows of different heights would make a long list jump.
 */
#include "config.h"

#include "lasna-voice-row.h"

#include "lasna-feelings.h"
#include "lasna-sign.h"
#include "lasna-text-query.h"
#include "lasna-workbook.h"

#include <glib/gi18n-lib.h>

struct _LasnaVoiceRow
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *content;
  GtkLabel *words;
  GtkBox *signs;
  GtkLabel *about;
  GtkLabel *answers;

  /* Owned */
  LasnaVoice *voice;
  LasnaTextQuery *query; /* what is marked in the words; NULL for nothing */
  char *name;

  /* Borrowed */
  LasnaWorkbook *heard; /* that is listened to */
};

G_DEFINE_FINAL_TYPE (LasnaVoiceRow, lasna_voice_row, GTK_TYPE_WIDGET)

static void
show_signs (LasnaVoiceRow *self, GArray *feelings)
{
  LasnaInk last = LASNA_INK_NONE;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->signs))) != NULL)
    gtk_box_remove (self->signs, child);
  for (guint i = 0; i < feelings->len; i++)
    {
      const LasnaFeeling *feeling = &g_array_index (feelings, LasnaFeeling, i);

      /* One sign a cluster: the list is about where to look. */
      if (feeling->ink != last && feeling->ink != LASNA_INK_NONE)
        gtk_box_append (self->signs, lasna_sign_new (feeling->ink));
      last = feeling->ink;
    }
}

static char *
dup_about (LasnaVoice *voice)
{
  LasnaRecord *record = LASNA_RECORD (voice);
  g_autofree char *day =
      lasna_words_date (lasna_language_of_locale (), lasna_record_get_text (record, "received-at"));
  g_autofree char *stage = lasna_feelings_dup_place (voice, "stage");

  return stage != NULL ? g_strdup_printf ("%s · %s", day, stage) : g_steal_pointer (&day);
}

/* So many letters stand before what is looked for, where it is far from the beginning. */
#define BEFORE_FOUND 24
#define MOST_LETTERS 400

static const char *
find_start (LasnaVoiceRow *self, const char *verbatim)
{
  g_autoptr (GArray) spans =
      self->query != NULL ? lasna_text_query_find (self->query, verbatim) : NULL;
  const char *start;

  if (spans == NULL || spans->len == 0)
    return verbatim;
  start = verbatim + g_array_index (spans, LasnaTextSpan, 0).start;
  for (guint i = 0; i < BEFORE_FOUND && start > verbatim; i++)
    start = g_utf8_prev_char (start);
  if (g_utf8_pointer_to_offset (verbatim, start) <= BEFORE_FOUND)
    return verbatim;
  while (start > verbatim && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  return start;
}

/* What was said, in one line: from the beginning, or from before what is looked for. */
static char *
dup_first_words (LasnaVoiceRow *self, const char *felt)
{
  const char *verbatim = lasna_record_get_text (LASNA_RECORD (self->voice), "verbatim");
  const char *start;
  g_autofree char *words = NULL;

  if (verbatim == NULL)
    return g_strdup (*felt != '\0' ? felt : _ ("No words"));
  start = find_start (self, verbatim);
  /* The label cuts what is too long, so a little more than the widest row is enough. */
  words = g_utf8_substring (start, 0, MIN (MOST_LETTERS, g_utf8_strlen (start, 4 * MOST_LETTERS)));
  g_strdelimit (words, "\r\n\t", ' ');
  g_strstrip (words);
  return start > verbatim ? g_strdup_printf ("… %s", words) : g_steal_pointer (&words);
}

static void
mark_found (LasnaVoiceRow *self, const char *words)
{
  g_autoptr (PangoAttrList) marks = pango_attr_list_new ();
  g_autoptr (GArray) spans =
      self->query != NULL ? lasna_text_query_find (self->query, words) : NULL;

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const LasnaTextSpan *span = &g_array_index (spans, LasnaTextSpan, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = span->start;
      bold->end_index = span->end;
      pango_attr_list_insert (marks, bold);
    }
  gtk_label_set_attributes (self->words, marks);
}

static void
show (LasnaVoiceRow *self)
{
  g_autoptr (GArray) feelings = NULL;
  g_autofree char *words = NULL;
  g_autofree char *about = NULL;
  g_autofree char *answers = NULL;
  g_autofree char *felt = NULL;

  if (self->voice == NULL || lasna_record_get_workbook (LASNA_RECORD (self->voice)) == NULL ||
      lasna_record_is_deleted (LASNA_RECORD (self->voice)))
    return;
  feelings = lasna_feelings_list (self->voice);
  felt = lasna_feelings_dup_words (feelings);
  words = dup_first_words (self, felt);
  about = dup_about (self->voice);
  answers = lasna_feelings_dup_answers (self->voice, FALSE);
  gtk_label_set_label (self->words, words);
  mark_found (self, words);
  gtk_label_set_label (self->about, about);
  gtk_label_set_label (self->answers, answers);
  if (lasna_record_is_set (LASNA_RECORD (self->voice), "verbatim"))
    gtk_widget_remove_css_class (GTK_WIDGET (self->words), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->words), "dim-label");
  show_signs (self, feelings);
  g_free (self->name);
  self->name = g_strjoin (". ", about, words, *felt != '\0' ? felt : NULL, NULL);
}

/* Feelings and answers are rows of their own, of which the record hears nothing. */
static void
changed_cb (LasnaVoiceRow *self)
{
  if (self->voice != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show (self);
}

static void
listen (LasnaVoiceRow *self, LasnaWorkbook *workbook)
{
  if (self->heard == workbook)
    return;
  self->heard = workbook;
  g_signal_connect_object (workbook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
lasna_voice_row_dispose (GObject *object)
{
  LasnaVoiceRow *self = LASNA_VOICE_ROW (object);

  g_clear_object (&self->voice);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->query, lasna_text_query_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), LASNA_TYPE_VOICE_ROW);
  G_OBJECT_CLASS (lasna_voice_row_parent_class)->dispose (object);
}

static void
lasna_voice_row_class_init (LasnaVoiceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lasna_voice_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "voicerow");
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/lasna/Lasna/lasna-voice-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceRow, content);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceRow, words);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceRow, signs);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceRow, about);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceRow, answers);
}

static void
lasna_voice_row_init (LasnaVoiceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lasna_voice_row_new (void)
{
  return g_object_new (LASNA_TYPE_VOICE_ROW, NULL);
}

/**
 * lasna_voice_row_set_voice:
 * @voice: (nullable): what to show
 */
void
lasna_voice_row_set_voice (LasnaVoiceRow *self, LasnaVoice *voice)
{
  g_return_if_fail (LASNA_IS_VOICE_ROW (self));
  if (self->voice != NULL)
    g_signal_handlers_disconnect_by_func (self->voice, show, self);
  g_set_object (&self->voice, voice);
  if (voice != NULL)
    {
      g_signal_connect_object (voice, "notify", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
      listen (self, lasna_record_get_workbook (LASNA_RECORD (voice)));
    }
  show (self);
}

/**
 * lasna_voice_row_set_search:
 * @text: what is looked for; "" for nothing
 *
 * Marks what is looked for, and shows the words around it.
 */
void
lasna_voice_row_set_search (LasnaVoiceRow *self, const char *text)
{
  g_return_if_fail (LASNA_IS_VOICE_ROW (self));
  g_clear_pointer (&self->query, lasna_text_query_free);
  if (*text != '\0')
    self->query = lasna_text_query_new (text);
  show (self);
}

/**
 * lasna_voice_row_get_name:
 *
 * Returns: (transfer none) (nullable): the row in words
 */
const char *
lasna_voice_row_get_name (LasnaVoiceRow *self)
{
  return self->name;
}
