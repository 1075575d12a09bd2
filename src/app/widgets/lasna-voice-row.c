/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two lines of fixed height: rows of different heights would make a long list jump. A row draws
 * itself, and reads its voice only when it comes near the view.
 */
#include "config.h"

#include "lasna-voice-row.h"

#include "lasna-drawn-text.h"
#include "lasna-feelings.h"
#include "lasna-naming.h"
#include "lasna-sign.h"
#include "lasna-text-query.h"
#include "lasna-workbook.h"

#include <glib/gi18n-lib.h>

/* Sizes in pixels. */
#define LINE_GAP 3
#define GAP 6
#define MIN_WIDTH 120

#define CLUSTERS_MOST 5

struct _LasnaVoiceRow
{
  GtkWidget parent_instance;

  /* Owned */
  LasnaVoice *voice;
  LasnaTextQuery *query; /* what is marked in the words; NULL for nothing */
  PangoLayout *words;    /* NULL until the row is read */
  PangoLayout *about;
  PangoLayout *answers;

  /* Borrowed */
  LasnaWorkbook *heard;  /* that is listened to */
  GtkAdjustment *scroll; /* of the list around */

  LasnaInk signs[CLUSTERS_MOST];
  guint n_signs;
  gboolean has_words;
  int heights[2]; /* of the lines; 0 until they are known */
};

G_DEFINE_FINAL_TYPE (LasnaVoiceRow, lasna_voice_row, GTK_TYPE_WIDGET)

/* One sign a cluster: the list is about where to look. */
static void
find_signs (LasnaVoiceRow *self, GArray *feelings)
{
  LasnaInk last = LASNA_INK_NONE;

  self->n_signs = 0;
  for (guint i = 0; i < feelings->len && self->n_signs < CLUSTERS_MOST; i++)
    {
      LasnaInk ink = g_array_index (feelings, LasnaFeeling, i).ink;

      if (ink != last && ink != LASNA_INK_NONE)
        self->signs[self->n_signs++] = ink;
      last = ink;
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
  /* The line cuts what is too long, so a little more than the widest row is enough. */
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
  pango_layout_set_attributes (self->words, marks);
}

static PangoLayout *
make_layout (LasnaVoiceRow *self, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

static PangoLayout *
make_small_layout (LasnaVoiceRow *self, const char *text)
{
  PangoLayout *layout = make_layout (self, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/* What was read is of the past; it is read again when it is looked at. */
static void
forget (LasnaVoiceRow *self)
{
  g_clear_object (&self->words);
  g_clear_object (&self->about);
  g_clear_object (&self->answers);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
read_voice (LasnaVoiceRow *self)
{
  g_autoptr (GArray) feelings = lasna_feelings_list (self->voice);
  g_autofree char *felt = lasna_feelings_dup_words (feelings);
  g_autofree char *words = dup_first_words (self, felt);
  g_autofree char *about = dup_about (self->voice);
  g_autofree char *answers = lasna_feelings_dup_answers (self->voice, FALSE);
  g_autofree char *name = g_strjoin (". ", about, words, *felt != '\0' ? felt : NULL, NULL);

  find_signs (self, feelings);
  self->has_words = lasna_record_is_set (LASNA_RECORD (self->voice), "verbatim");
  self->words = make_layout (self, words);
  mark_found (self, words);
  self->about = make_small_layout (self, about);
  self->answers = make_small_layout (self, answers);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    lasna_naming_name (gtk_widget_get_parent (GTK_WIDGET (self)), name);
}

/* The list keeps a couple of hundred rows, of which a dozen are in view. Those of the pages before
 * and after are read too, so that where the focus goes next has its name already.
 */
static gboolean
is_near (LasnaVoiceRow *self)
{
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_VIEW);
  graphene_rect_t bounds;
  float height;

  if (list == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (self), list, &bounds))
    return TRUE;
  height = (float) gtk_widget_get_height (list);
  return bounds.origin.y < 2 * height && bounds.origin.y + bounds.size.height > -height;
}

static gboolean
can_be_read (LasnaVoiceRow *self)
{
  return self->voice != NULL && lasna_record_get_workbook (LASNA_RECORD (self->voice)) != NULL &&
         !lasna_record_is_deleted (LASNA_RECORD (self->voice));
}

/* Each line with something at its end, for which it leaves room. */
static void
append_line (GtkSnapshot *snapshot, PangoLayout *layout, const GdkRGBA *colour, float y, int width)
{
  pango_layout_set_width (layout, MAX (width, 0) * PANGO_SCALE);
  lasna_drawn_text_append (snapshot, layout, colour, 0, y);
}

static void
lasna_voice_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LasnaVoiceRow *self = LASNA_VOICE_ROW (widget);
  int width = gtk_widget_get_width (widget);
  int signs;
  int answers;
  float second = (float) (self->heights[0] + LINE_GAP);
  GdkRGBA colour;
  GdkRGBA quiet;

  if (self->words == NULL)
    {
      if (!can_be_read (self) || !is_near (self))
        return;
      read_voice (self);
    }
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  quiet = colour;
  quiet.alpha *= LASNA_DRAWN_TEXT_QUIET;
  signs = (int) self->n_signs * (LASNA_SIGN_SIZE + LINE_GAP);
  append_line (snapshot,
               self->words,
               self->has_words ? &colour : &quiet,
               0,
               width - signs - (signs > 0 ? GAP : 0));
  for (guint i = 0; i < self->n_signs; i++)
    lasna_sign_append (snapshot,
                       self->signs[i],
                       (float) (width - signs) + (float) i * (LASNA_SIGN_SIZE + LINE_GAP),
                       (float) (self->heights[0] - LASNA_SIGN_SIZE) / 2);
  pango_layout_get_pixel_size (self->answers, &answers, NULL);
  append_line (snapshot, self->about, &quiet, second, width - answers - GAP);
  lasna_drawn_text_append (snapshot, self->answers, &quiet, (float) (width - answers), second);
}

/* Always as high as two lines, whatever they say. */
static void
lasna_voice_row_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  LasnaVoiceRow *self = LASNA_VOICE_ROW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = MIN_WIDTH;
      return;
    }
  if (self->heights[0] == 0)
    {
      g_autoptr (PangoLayout) words = make_layout (self, "Ag");
      g_autoptr (PangoLayout) about = make_small_layout (self, "Ag");

      pango_layout_get_pixel_size (words, NULL, &self->heights[0]);
      pango_layout_get_pixel_size (about, NULL, &self->heights[1]);
    }
  *minimum = *natural = self->heights[0] + LINE_GAP + self->heights[1];
}

static void
lasna_voice_row_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  LasnaVoiceRow *self = LASNA_VOICE_ROW (widget);

  GTK_WIDGET_CLASS (lasna_voice_row_parent_class)->system_setting_changed (widget, setting);
  if (setting == GTK_SYSTEM_SETTING_DISPLAY)
    return;
  self->heights[0] = 0;
  forget (self);
  gtk_widget_queue_resize (widget);
}

static void
scrolled_cb (LasnaVoiceRow *self)
{
  if (self->words == NULL)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
lasna_voice_row_map (GtkWidget *widget)
{
  LasnaVoiceRow *self = LASNA_VOICE_ROW (widget);
  GtkWidget *list = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_VIEW);
  GtkAdjustment *scroll =
      list != NULL ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)) : NULL;

  GTK_WIDGET_CLASS (lasna_voice_row_parent_class)->map (widget);
  if (scroll == NULL || scroll == self->scroll)
    return;
  self->scroll = scroll;
  g_signal_connect_object (
      scroll, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

static void
lasna_voice_row_dispose (GObject *object)
{
  LasnaVoiceRow *self = LASNA_VOICE_ROW (object);

  g_clear_object (&self->voice);
  g_clear_object (&self->words);
  g_clear_object (&self->about);
  g_clear_object (&self->answers);
  g_clear_pointer (&self->query, lasna_text_query_free);
  G_OBJECT_CLASS (lasna_voice_row_parent_class)->dispose (object);
}

static void
lasna_voice_row_class_init (LasnaVoiceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lasna_voice_row_dispose;
  widget_class->measure = lasna_voice_row_measure;
  widget_class->snapshot = lasna_voice_row_snapshot;
  widget_class->system_setting_changed = lasna_voice_row_system_setting_changed;
  widget_class->map = lasna_voice_row_map;
  gtk_widget_class_set_css_name (widget_class, "voicerow");
}

static void
lasna_voice_row_init (LasnaVoiceRow *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
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
  LasnaWorkbook *workbook;

  g_return_if_fail (LASNA_IS_VOICE_ROW (self));
  g_set_object (&self->voice, voice);
  forget (self);
  workbook = voice != NULL ? lasna_record_get_workbook (LASNA_RECORD (voice)) : NULL;
  if (workbook == NULL || workbook == self->heard)
    return;
  self->heard = workbook;
  g_signal_connect_object (workbook, "changed", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);
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
  forget (self);
}
