/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names of one kind with how many voices carry them; those that are ticked are assigned
 * together.
 */
#include "config.h"

#include "lasna-voice-names.h"

#include "lasna-naming.h"
#include "lasna-options.h"
#include "lasna-voice-deeds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *property;
  const char *title;
  const char *set; /* of terms; NULL for records */
  LasnaDimension dimension;
} kinds[] = {
  { "stage", N_ ("Stages"), NULL, LASNA_DIMENSION_STAGE },
  { "touchpoint", N_ ("Touchpoints"), NULL, LASNA_DIMENSION_TOUCHPOINT },
  { "channel", N_ ("Channels"), "channel", LASNA_DIMENSION_CHANNEL },
  { "segment", N_ ("Customer segments"), NULL, LASNA_DIMENSION_SEGMENT },
  { "emotion", N_ ("Feelings"), "emotion", LASNA_DIMENSION_EMOTION },
};

struct _LasnaVoiceNames
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *content;
  GtkBox *groups;
  GtkWidget *nothing;

  /* Owned */
  LasnaFeedback *feedback;
};

G_DEFINE_FINAL_TYPE (LasnaVoiceNames, lasna_voice_names, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_REFUSED,
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static LasnaWorkbook *
get_workbook (LasnaVoiceNames *self)
{
  return lasna_feedback_get_workbook (self->feedback);
}

/* How many voices carry the name, whatever is in view. */
static guint
count_voices (const guint *counts,
              const LasnaColumns *columns,
              LasnaDimension dimension,
              const char *text)
{
  guint n = 0;

  for (guint code = 1; code < lasna_columns_get_n_values (columns, dimension); code++)
    {
      const LasnaValue *value = lasna_columns_get_value (columns, dimension, code);

      if (value->record == 0 && value->code == NULL && g_strcmp0 (value->text, text) == 0)
        n += counts[code];
    }
  return n;
}

static GtkWidget *
make_check (const LasnaLooseName *name, guint n)
{
  g_autofree char *count = lasna_words_count (lasna_language_of_locale (), n);
  g_autofree char *label = g_strdup_printf (
      /* Translators: a name as it came with a file, and how many voices carry it */
      g_dngettext (GETTEXT_PACKAGE, "%s (%s voice)", "%s (%s voices)", n),
      name->text,
      count);
  GtkWidget *check = gtk_check_button_new_with_label (label);

  g_object_set_data_full (
      G_OBJECT (check), "label", g_memdup2 (&name->label, sizeof name->label), g_free);
  return check;
}

static void
assign_cb (GtkButton *button, LasnaVoiceNames *self)
{
  GtkWidget *group = g_object_get_data (G_OBJECT (button), "group");
  GtkWidget *choice = g_object_get_data (G_OBJECT (button), "choice");
  guint kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "kind"));
  const char *option = lasna_options_get_selected (choice);
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (group); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_CHECK_BUTTON (child) && gtk_check_button_get_active (GTK_CHECK_BUTTON (child)))
      g_array_append_vals (labels, g_object_get_data (G_OBJECT (child), "label"), 1);
  if (labels->len == 0 || option == NULL)
    return;
  if (lasna_loose_names_assign (get_workbook (self),
                                (const gint64 *) labels->data,
                                labels->len,
                                kinds[kind].property,
                                option,
                                &error))
    g_signal_emit (self, signals[SIGNAL_DONE], 0);
  else
    g_signal_emit (self, signals[SIGNAL_REFUSED], 0, error);
}

static GtkWidget *
make_choice (LasnaVoiceNames *self, guint kind)
{
  GListStore *options = lasna_options_new ();
  GtkWidget *choice;

  lasna_options_add (options, NULL, _ ("They stand for …"), LASNA_INK_NONE);
  if (kinds[kind].set != NULL)
    lasna_options_add_terms (options, get_workbook (self), kinds[kind].set);
  else
    lasna_options_add_records (
        options, lasna_workbook_get_records (get_workbook (self), kinds[kind].property), NULL);
  choice = lasna_options_new_drop_down (options);
  gtk_widget_set_hexpand (choice, TRUE);
  lasna_options_step_by_keys (choice);
  lasna_naming_name_inside (choice, _ ("What the ticked names stand for"));
  return choice;
}

static void
add_group (LasnaVoiceNames *self, guint kind, GArray *names, const guint *counts)
{
  const LasnaColumns *columns = lasna_feedback_get_columns (self->feedback);
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title =
      g_object_new (GTK_TYPE_LABEL, "label", _ (kinds[kind].title), "xalign", 0.0, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *choice = make_choice (self, kind);
  GtkWidget *button = gtk_button_new_with_label (_ ("Assign"));

  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (group), title);
  for (guint i = 0; i < names->len; i++)
    {
      const LasnaLooseName *name = &g_array_index (names, LasnaLooseName, i);

      gtk_box_append (
          GTK_BOX (group),
          make_check (name, count_voices (counts, columns, kinds[kind].dimension, name->text)));
    }
  g_object_set_data (G_OBJECT (button), "group", group);
  g_object_set_data (G_OBJECT (button), "choice", choice);
  g_object_set_data (G_OBJECT (button), "kind", GUINT_TO_POINTER (kind));
  g_signal_connect_object (button, "clicked", G_CALLBACK (assign_cb), self, 0);
  gtk_box_append (GTK_BOX (line), choice);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (group), line);
  gtk_box_append (self->groups, group);
}

static void
lasna_voice_names_dispose (GObject *object)
{
  LasnaVoiceNames *self = LASNA_VOICE_NAMES (object);

  g_clear_object (&self->feedback);
  gtk_widget_dispose_template (GTK_WIDGET (self), LASNA_TYPE_VOICE_NAMES);
  G_OBJECT_CLASS (lasna_voice_names_parent_class)->dispose (object);
}

static void
lasna_voice_names_class_init (LasnaVoiceNamesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lasna_voice_names_dispose;
  signals[SIGNAL_REFUSED] = g_signal_new ("refused",
                                          LASNA_TYPE_VOICE_NAMES,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          G_TYPE_ERROR);
  signals[SIGNAL_DONE] = g_signal_new (
      "done", LASNA_TYPE_VOICE_NAMES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "voicenames");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/lasna/Lasna/lasna-voice-names.ui");
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceNames, content);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceNames, groups);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceNames, nothing);
}

static void
lasna_voice_names_init (LasnaVoiceNames *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lasna_voice_names_show:
 * @feedback: loaded
 *
 * Shows the names that nobody has assigned, as they are now.
 *
 * Returns: how many there are
 */
guint
lasna_voice_names_show (LasnaVoiceNames *self, LasnaFeedback *feedback)
{
  g_autoptr (LasnaSelection) selection = NULL;
  GtkWidget *group;
  guint n = 0;

  g_return_val_if_fail (LASNA_IS_VOICE_NAMES (self), 0);
  g_set_object (&self->feedback, feedback);
  while ((group = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, group);
  selection = lasna_feedback_select (feedback, NULL, NULL);
  for (guint i = 0; selection != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GArray) names = lasna_loose_names_list (get_workbook (self), kinds[i].property);
      g_autofree guint *counts = NULL;

      if (names->len == 0)
        continue;
      counts = lasna_selection_tally (selection, kinds[i].dimension);
      add_group (self, i, names, counts);
      n += names->len;
    }
  gtk_widget_set_visible (self->nothing, n == 0);
  return n;
}

/**
 * lasna_voice_names_count:
 *
 * Returns: how many names nobody has assigned
 */
guint
lasna_voice_names_count (LasnaFeedback *feedback)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GArray) names =
          lasna_loose_names_list (lasna_feedback_get_workbook (feedback), kinds[i].property);

      n += names->len;
    }
  return n;
}
