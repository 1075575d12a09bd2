/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every feeling is a toggle button. Arrow keys walk over them, Space chooses, 1 to 3 say how
 * strong.
 */
#include "config.h"

#include "lasna-feeling-picker.h"

#include "lasna-emotions.h"
#include "lasna-naming.h"
#include "lasna-sign.h"
#include "lasna-wrap-box.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LasnaFeelingPicker
{
  GtkBox parent_instance;

  /* Owned */
  LasnaWorkbook *workbook;
  GPtrArray *buttons; /* borrowed: of feelings, each with its code */

  /* Borrowed */
  GtkToggleButton *no_feeling;
  GtkWidget *own; /* the row of own words */
  GtkWidget *strength;
  GtkLabel *strength_title;
  GtkWidget *steps[3];
  GtkEditable *word;
  GtkToggleButton *latest; /* the feeling whose strength is asked for */

  gboolean is_changing;
};

G_DEFINE_FINAL_TYPE (LasnaFeelingPicker, lasna_feeling_picker, GTK_TYPE_BOX)

/* How strong a feeling is where nobody says otherwise. */
#define USUAL_STRENGTH 2

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
get_strength (gpointer button)
{
  return GPOINTER_TO_INT (g_object_get_data (button, "strength"));
}

/* Dots after the word, as many as it is strong. */
static void
set_strength (GtkToggleButton *button, int strength)
{
  static const char *const dots[] = { "", "•", "••", "•••" };
  GtkLabel *marks = g_object_get_data (G_OBJECT (button), "marks");

  strength = CLAMP (strength, 0, 3);
  g_object_set_data (G_OBJECT (button), "strength", GINT_TO_POINTER (strength));
  gtk_label_set_label (marks, dots[strength]);
  gtk_widget_set_visible (GTK_WIDGET (marks), strength > 0);
}

static void
show_strength (LasnaFeelingPicker *self)
{
  gboolean shown = self->latest != NULL && gtk_toggle_button_get_active (self->latest);
  g_autofree char *title = NULL;

  gtk_widget_set_visible (self->strength, shown);
  if (!shown)
    return;
  /* Translators: %s is a feeling, such as Hurried */
  title = g_strdup_printf (_ ("%s: how strong?"),
                           (char *) g_object_get_data (G_OBJECT (self->latest), "label"));
  gtk_label_set_label (self->strength_title, title);
  self->is_changing = TRUE;
  for (int i = 0; i < 3; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->steps[i]),
                                  get_strength (self->latest) == i + 1);
  self->is_changing = FALSE;
}

static void
tell (LasnaFeelingPicker *self)
{
  show_strength (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* No feeling is an answer of its own: it and the feelings put each other out. */
static void
put_others_out (LasnaFeelingPicker *self, GtkToggleButton *button)
{
  if (button != self->no_feeling)
    gtk_toggle_button_set_active (self->no_feeling, FALSE);
  else
    for (guint i = 0; i < self->buttons->len; i++)
      {
        gtk_toggle_button_set_active (self->buttons->pdata[i], FALSE);
        set_strength (self->buttons->pdata[i], 0);
      }
}

static void
toggled_cb (GtkToggleButton *button, LasnaFeelingPicker *self)
{
  gboolean active = gtk_toggle_button_get_active (button);

  if (self->is_changing)
    return;
  self->is_changing = TRUE;
  if (active)
    put_others_out (self, button);
  if (button != self->no_feeling)
    {
      set_strength (button, active ? USUAL_STRENGTH : 0);
      self->latest = button;
    }
  self->is_changing = FALSE;
  tell (self);
}

static void
choose_strength (LasnaFeelingPicker *self, GtkToggleButton *button, int strength)
{
  self->is_changing = TRUE;
  gtk_toggle_button_set_active (button, strength > 0);
  if (strength > 0)
    put_others_out (self, button);
  set_strength (button, strength);
  self->latest = button;
  self->is_changing = FALSE;
  tell (self);
}

static void
step_cb (GtkToggleButton *step, LasnaFeelingPicker *self)
{
  if (self->is_changing || self->latest == NULL)
    return;
  for (int i = 0; i < 3; i++)
    if (self->steps[i] == GTK_WIDGET (step))
      choose_strength (self, self->latest, i + 1);
}

static gboolean
begins_with (GtkWidget *button, gunichar letter)
{
  g_autofree char *label = g_utf8_strdown (g_object_get_data (G_OBJECT (button), "label"), -1);

  return g_utf8_get_char (label) == g_unichar_tolower (letter);
}

/* A letter goes to the next feeling that begins with it. */
static gboolean
key_pressed_cb (LasnaFeelingPicker *self, guint key, guint code, GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  guint from = 0;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->word)))
    return GDK_EVENT_PROPAGATE;
  if (letter >= '0' && letter <= '3')
    for (guint i = 0; i < self->buttons->len; i++)
      if (gtk_widget_has_focus (self->buttons->pdata[i]))
        {
          choose_strength (self, self->buttons->pdata[i], (int) (letter - '0'));
          return GDK_EVENT_STOP;
        }
  if (!g_unichar_isalpha (letter) || state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_widget_has_focus (self->buttons->pdata[i]))
      from = i + 1;
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = self->buttons->pdata[(from + i) % self->buttons->len];

      if (begins_with (button, letter))
        return gtk_widget_grab_focus (button);
    }
  return GDK_EVENT_PROPAGATE;
}

static GtkWidget *
make_button (LasnaFeelingPicker *self, const char *label, LasnaInk ink)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *marks = gtk_label_new (NULL);

  if (ink != LASNA_INK_NONE)
    gtk_box_append (GTK_BOX (box), lasna_sign_new (ink));
  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_box_append (GTK_BOX (box), marks);
  gtk_widget_set_visible (marks, FALSE);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "feeling");
  g_object_set_data_full (G_OBJECT (button), "label", g_strdup (label), g_free);
  g_object_set_data (G_OBJECT (button), "marks", marks);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, 0);
  return button;
}

static void
add_feeling (LasnaFeelingPicker *self, GtkWidget *row, const char *code, LasnaInk ink)
{
  GtkWidget *button = make_button (
      self,
      lasna_workbook_get_term_label (self->workbook, "emotion", code, lasna_language_of_locale ()),
      ink);

  g_object_set_data_full (G_OBJECT (button), "code", g_strdup (code), g_free);
  g_ptr_array_add (self->buttons, button);
  gtk_widget_set_parent (button, row);
}

static GtkWidget *
make_row (const char *title, const char *advice)
{
  GtkWidget *row =
      g_object_new (LASNA_TYPE_WRAP_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_set_tooltip_text (row, advice);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}

static void
fill_row (LasnaFeelingPicker *self, GtkWidget *row, const LasnaCluster *cluster)
{
  LasnaCatalogue *catalogue = lasna_workbook_get_catalogue (self->workbook);
  const LasnaCatalogueEmotion *const *emotions = lasna_catalogue_get_emotions (catalogue);
  GListModel *own = lasna_workbook_get_records (self->workbook, "emotion");
  LasnaInk ink = lasna_ink_of_cluster (cluster->id);

  for (guint i = 0; emotions[i] != NULL; i++)
    if (emotions[i]->cluster == cluster)
      add_feeling (self, row, emotions[i]->id, ink);
  for (guint i = 0; i < g_list_model_get_n_items (own); i++)
    {
      g_autoptr (LasnaRecord) record = g_list_model_get_item (own, i);
      const char *code = lasna_record_get_text (record, "code");

      if (g_strcmp0 (lasna_record_get_text (record, "cluster"), cluster->id) == 0 && code != NULL &&
          lasna_catalogue_find_emotion (catalogue, code) == NULL)
        add_feeling (self, row, code, ink);
    }
}

/* Words of nobody's cluster yet. */
static void
fill_own (LasnaFeelingPicker *self)
{
  GListModel *own = lasna_workbook_get_records (self->workbook, "emotion");

  for (guint i = 0; i < g_list_model_get_n_items (own); i++)
    {
      g_autoptr (LasnaRecord) record = g_list_model_get_item (own, i);
      const char *code = lasna_record_get_text (record, "code");

      if (!lasna_record_is_set (record, "cluster") && code != NULL &&
          lasna_catalogue_find_emotion (lasna_workbook_get_catalogue (self->workbook), code) ==
              NULL)
        add_feeling (self, self->own, code, LASNA_INK_NONE);
    }
}

static GtkToggleButton *
find_button (LasnaFeelingPicker *self, const char *code)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (g_strcmp0 (g_object_get_data (self->buttons->pdata[i], "code"), code) == 0)
      return self->buttons->pdata[i];
  return NULL;
}

static GtkToggleButton *
find_word (LasnaFeelingPicker *self, const char *word)
{
  g_autofree char *wanted = g_utf8_casefold (word, -1);

  for (guint i = 0; i < self->buttons->len; i++)
    {
      g_autofree char *label =
          g_utf8_casefold (g_object_get_data (self->buttons->pdata[i], "label"), -1);

      if (strcmp (label, wanted) == 0)
        return self->buttons->pdata[i];
    }
  return NULL;
}

/* A word that is there is chosen; another one becomes a word of the workbook. */
static void
word_cb (LasnaFeelingPicker *self)
{
  g_autofree char *word = g_strstrip (g_strdup (gtk_editable_get_text (self->word)));
  GtkToggleButton *button = find_word (self, word);

  if (*word == '\0')
    return;
  if (button == NULL)
    {
      LasnaEmotion *emotion = lasna_emotions_add_own (self->workbook, word, NULL, LASNA_UNSET);

      if (emotion == NULL)
        return;
      add_feeling (
          self, self->own, lasna_record_get_text (LASNA_RECORD (emotion), "code"), LASNA_INK_NONE);
      button = self->buttons->pdata[self->buttons->len - 1];
    }
  gtk_editable_set_text (self->word, "");
  choose_strength (self, button, USUAL_STRENGTH);
  gtk_widget_grab_focus (GTK_WIDGET (button));
}

static void
make_strength (LasnaFeelingPicker *self)
{
  const LasnaScale *scale =
      lasna_catalogue_find_scale (lasna_workbook_get_catalogue (self->workbook), "scale.feeling");
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->strength = g_object_new (LASNA_TYPE_WRAP_BOX, NULL);
  self->strength_title = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->strength_title), "caption");
  gtk_widget_add_css_class (line, "linked");
  gtk_widget_set_parent (GTK_WIDGET (self->strength_title), self->strength);
  gtk_widget_set_parent (line, self->strength);
  for (guint i = 0; i < scale->n_steps; i++)
    {
      int value = scale->steps[i].value;
      g_autofree char *label = NULL;

      if (value < 1 || value > 3)
        continue;
      label =
          g_strdup_printf ("%d %s", value, scale->steps[i].label.in[lasna_language_of_locale ()]);
      self->steps[value - 1] = gtk_toggle_button_new_with_label (label);
      gtk_widget_add_css_class (self->steps[value - 1], "feeling");
      g_signal_connect_object (self->steps[value - 1], "clicked", G_CALLBACK (step_cb), self, 0);
      gtk_box_append (GTK_BOX (line), self->steps[value - 1]);
    }
  gtk_widget_set_visible (self->strength, FALSE);
  gtk_box_append (GTK_BOX (self), self->strength);
}

static void
make_last_line (LasnaFeelingPicker *self)
{
  const LasnaTerm *none =
      lasna_catalogue_get_no_feeling (lasna_workbook_get_catalogue (self->workbook));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->no_feeling = GTK_TOGGLE_BUTTON (
      make_button (self, none->label.in[lasna_language_of_locale ()], LASNA_INK_NO_FEELING));
  self->word = GTK_EDITABLE (gtk_entry_new ());
  g_object_set (self->word,
                "placeholder-text",
                _ ("A word of your own"),
                "width-chars",
                12,
                "hexpand",
                TRUE,
                NULL);
  lasna_naming_name_inside (GTK_WIDGET (self->word), _ ("A word of your own"));
  g_signal_connect_object (self->word, "activate", G_CALLBACK (word_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->no_feeling));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->word));
  gtk_box_append (GTK_BOX (self), line);
}

static void
lasna_feeling_picker_dispose (GObject *object)
{
  LasnaFeelingPicker *self = LASNA_FEELING_PICKER (object);

  g_clear_object (&self->workbook);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  G_OBJECT_CLASS (lasna_feeling_picker_parent_class)->dispose (object);
}

static void
lasna_feeling_picker_class_init (LasnaFeelingPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lasna_feeling_picker_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * LasnaFeelingPicker::changed:
   *
   * Somebody chose otherwise.
   */
  signals[SIGNAL_CHANGED] = g_signal_new (
      "changed", LASNA_TYPE_FEELING_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lasna_feeling_picker_init (LasnaFeelingPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->buttons = g_ptr_array_new ();
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * lasna_feeling_picker_new:
 *
 * Returns: (transfer floating): a picker of the twenty feelings and the workbook's own
 */
GtkWidget *
lasna_feeling_picker_new (LasnaWorkbook *workbook)
{
  LasnaFeelingPicker *self = g_object_new (LASNA_TYPE_FEELING_PICKER, NULL);
  LasnaCatalogue *catalogue = lasna_workbook_get_catalogue (workbook);
  const LasnaCluster *const *clusters = lasna_catalogue_get_clusters (catalogue);

  self->workbook = g_object_ref (workbook);
  for (int level = 1; level <= 4; level++)
    for (guint i = 0; clusters[i] != NULL; i++)
      if (clusters[i]->level == level)
        {
          GtkWidget *row = make_row (clusters[i]->title.in[lasna_language_of_locale ()],
                                     clusters[i]->advice.in[lasna_language_of_locale ()]);

          fill_row (self, row, clusters[i]);
          gtk_box_append (GTK_BOX (self), row);
        }
  self->own = make_row (_ ("Own words"), NULL);
  fill_own (self);
  gtk_box_append (GTK_BOX (self), self->own);
  make_strength (self);
  make_last_line (self);
  return GTK_WIDGET (self);
}

/**
 * lasna_feeling_picker_clear:
 *
 * Chooses nothing, which means that the feeling is not known. Nobody is told.
 */
void
lasna_feeling_picker_clear (LasnaFeelingPicker *self)
{
  self->is_changing = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    {
      gtk_toggle_button_set_active (self->buttons->pdata[i], FALSE);
      set_strength (self->buttons->pdata[i], 0);
    }
  gtk_toggle_button_set_active (self->no_feeling, FALSE);
  self->is_changing = FALSE;
  show_strength (self);
}

/**
 * lasna_feeling_picker_set:
 * @code: (nullable): a feeling; NULL for no feeling, which is an answer
 * @strength: 1 to 3
 *
 * Shows what is so. Nobody is told.
 */
void
lasna_feeling_picker_set (LasnaFeelingPicker *self, const char *code, int strength)
{
  GtkToggleButton *button = code != NULL ? find_button (self, code) : self->no_feeling;

  if (button == NULL)
    return;
  self->is_changing = TRUE;
  gtk_toggle_button_set_active (button, TRUE);
  if (code != NULL)
    set_strength (button, strength);
  self->is_changing = FALSE;
  show_strength (self);
}

/**
 * lasna_feeling_picker_get_strength:
 *
 * Returns: how strong the feeling is, 1 to 3; 0 where it is not chosen
 */
int
lasna_feeling_picker_get_strength (LasnaFeelingPicker *self, const char *code)
{
  GtkToggleButton *button = find_button (self, code);

  return button != NULL && gtk_toggle_button_get_active (button) ? get_strength (button) : 0;
}

/**
 * lasna_feeling_picker_focus:
 *
 * Brings the keys to the first feeling that is chosen, else to the first.
 */
void
lasna_feeling_picker_focus (LasnaFeelingPicker *self)
{
  GtkWidget *wanted = self->buttons->pdata[0];

  for (guint i = self->buttons->len; i-- > 0;)
    if (gtk_toggle_button_get_active (self->buttons->pdata[i]))
      wanted = self->buttons->pdata[i];
  self->latest = GTK_TOGGLE_BUTTON (wanted);
  show_strength (self);
  gtk_widget_grab_focus (wanted);
}

gboolean
lasna_feeling_picker_is_no_feeling (LasnaFeelingPicker *self)
{
  return gtk_toggle_button_get_active (self->no_feeling);
}

/**
 * lasna_feeling_picker_list_codes:
 *
 * Returns: (transfer container) (element-type utf8): the feelings that are chosen
 */
GPtrArray *
lasna_feeling_picker_list_codes (LasnaFeelingPicker *self)
{
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_toggle_button_get_active (self->buttons->pdata[i]))
      g_ptr_array_add (codes, g_object_get_data (self->buttons->pdata[i], "code"));
  return codes;
}
