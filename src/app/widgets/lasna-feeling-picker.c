/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every feeling is a toggle button. Arrow keys walk over them, Space chooses.
 */
#include "config.h"

#include "lasna-feeling-picker.h"

#include "lasna-sign.h"

#include <glib/gi18n-lib.h>

struct _LasnaFeelingPicker
{
  GtkBox parent_instance;

  /* Owned */
  LasnaWorkbook *workbook;
  GPtrArray *buttons; /* borrowed: of feelings, each with its code */

  /* Borrowed */
  GtkToggleButton *no_feeling;
  gboolean is_changing;
};

G_DEFINE_FINAL_TYPE (LasnaFeelingPicker, lasna_feeling_picker, GTK_TYPE_BOX)

/* No feeling is an answer of its own: it and the feelings put each other out. */
static void
toggled_cb (GtkToggleButton *button, LasnaFeelingPicker *self)
{
  if (self->is_changing || !gtk_toggle_button_get_active (button))
    return;
  self->is_changing = TRUE;
  if (button != self->no_feeling)
    gtk_toggle_button_set_active (self->no_feeling, FALSE);
  else
    for (guint i = 0; i < self->buttons->len; i++)
      gtk_toggle_button_set_active (self->buttons->pdata[i], FALSE);
  self->is_changing = FALSE;
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
  guint from = 0;

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

  gtk_box_append (GTK_BOX (box), lasna_sign_new (ink));
  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "feeling");
  g_object_set_data_full (G_OBJECT (button), "label", g_strdup (label), g_free);
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
  gtk_flow_box_append (GTK_FLOW_BOX (row), button);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

static GtkWidget *
make_row (LasnaFeelingPicker *self, const LasnaCluster *cluster)
{
  GtkWidget *row = gtk_flow_box_new ();
  const char *title = cluster->title.in[lasna_language_of_locale ()];

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (row), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (row), 8);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (row), 2);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (row), 3);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (row), 3);
  gtk_widget_set_tooltip_text (row, cluster->advice.in[lasna_language_of_locale ()]);
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
  const LasnaTerm *none = lasna_catalogue_get_no_feeling (catalogue);

  self->workbook = g_object_ref (workbook);
  self->no_feeling = GTK_TOGGLE_BUTTON (
      make_button (self, none->label.in[lasna_language_of_locale ()], LASNA_INK_NO_FEELING));
  gtk_widget_set_halign (GTK_WIDGET (self->no_feeling), GTK_ALIGN_START);
  for (int level = 1; level <= 4; level++)
    for (guint i = 0; clusters[i] != NULL; i++)
      if (clusters[i]->level == level)
        {
          GtkWidget *row = make_row (self, clusters[i]);

          fill_row (self, row, clusters[i]);
          gtk_box_append (GTK_BOX (self), row);
        }
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->no_feeling));
  return GTK_WIDGET (self);
}

/**
 * lasna_feeling_picker_clear:
 *
 * Chooses nothing, which means that the feeling is not known.
 */
void
lasna_feeling_picker_clear (LasnaFeelingPicker *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_toggle_button_set_active (self->buttons->pdata[i], FALSE);
  gtk_toggle_button_set_active (self->no_feeling, FALSE);
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
