/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A drop-down a place, each beginning with "as it is". What is chosen is written when somebody says
 * so, for all the voices together.
 */
#include "config.h"

#include "lasna-voice-many.h"

#include "lasna-naming.h"
#include "lasna-options.h"
#include "lasna-voice-deeds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The option that leaves a voice as it is; no term and no record is called so. */
#define AS_IT_IS "as-it-is"

static const struct
{
  const char *property;
  const char *title;
  const char *set; /* of terms; NULL for records */
  gboolean (*write) (LasnaWorkbook *workbook,
                     const gint64 *ids,
                     guint n,
                     const char *property,
                     const char *option,
                     GError **error);
} fields[] = {
  { "stage", N_ ("Stage"), NULL, lasna_voices_assign },
  { "touchpoint", N_ ("Touchpoint"), NULL, lasna_voices_assign },
  { "channel", N_ ("Channel"), "channel", lasna_voices_assign },
  { "segment", N_ ("Customer segment"), NULL, lasna_voices_assign },
  { "moment", N_ ("Moment"), "feedback-moment", lasna_voices_set_term },
  { "follow-up", N_ ("Follow-up"), "follow-up", lasna_voices_set_term },
};

struct _LasnaVoiceMany
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *content;
  GtkLabel *title;
  GtkGrid *grid;

  /* Owned */
  LasnaWorkbook *workbook;
  GArray *ids; /* gint64 */

  /* Borrowed */
  GtkWidget *choices[G_N_ELEMENTS (fields)];
};

G_DEFINE_FINAL_TYPE (LasnaVoiceMany, lasna_voice_many, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_REFUSED,
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_field (LasnaVoiceMany *self, guint i)
{
  GListStore *options = lasna_options_new ();
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", _ (fields[i].title), "xalign", 0.0, NULL);

  lasna_options_add (options, AS_IT_IS, _ ("As it is"), LASNA_INK_NONE);
  lasna_options_add (options, NULL, _ ("Not known"), LASNA_INK_NONE);
  if (fields[i].set != NULL)
    lasna_options_add_terms (options, self->workbook, fields[i].set);
  else
    lasna_options_add_records (
        options, lasna_workbook_get_records (self->workbook, fields[i].property), NULL);
  self->choices[i] = lasna_options_new_drop_down (options);
  gtk_widget_set_hexpand (self->choices[i], TRUE);
  lasna_options_step_by_keys (self->choices[i]);
  lasna_naming_name_inside (self->choices[i], _ (fields[i].title));
  gtk_grid_attach (self->grid, label, 0, (int) i, 1, 1);
  gtk_grid_attach (self->grid, self->choices[i], 1, (int) i, 1, 1);
}

static gboolean
write_field (LasnaVoiceMany *self, guint i, GError **error)
{
  const char *option = lasna_options_get_selected (self->choices[i]);

  return g_strcmp0 (option, AS_IT_IS) == 0 || fields[i].write (self->workbook,
                                                               (const gint64 *) self->ids->data,
                                                               self->ids->len,
                                                               fields[i].property,
                                                               option,
                                                               error);
}

static void
end (LasnaVoiceMany *self, const GError *error)
{
  if (error != NULL)
    g_signal_emit (self, signals[SIGNAL_REFUSED], 0, error);
  else
    g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static LasnaChange *
begin (LasnaVoiceMany *self, const char *deed)
{
  g_autofree char *n = lasna_words_count (lasna_language_of_locale (), self->ids->len);
  g_autofree char *label = g_strdup_printf (
      /* Translators: the name of a change in the undo list; what was changed, how many voices */
      g_dngettext (GETTEXT_PACKAGE, "%s: %s voice", "%s: %s voices", self->ids->len),
      deed,
      n);

  return lasna_workbook_begin (self->workbook, label);
}

static void
apply_cb (LasnaVoiceMany *self)
{
  g_autoptr (LasnaChange) change = begin (self, _ ("Assign"));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!write_field (self, i, &error))
      {
        end (self, error);
        return;
      }
  lasna_change_commit (change, &error);
  for (guint i = 0; error == NULL && i < G_N_ELEMENTS (fields); i++)
    lasna_options_select (self->choices[i], AS_IT_IS);
  end (self, error);
}

static void
leave_out_cb (LasnaVoiceMany *self)
{
  g_autoptr (GError) error = NULL;

  lasna_voices_leave_out (
      self->workbook, (const gint64 *) self->ids->data, self->ids->len, TRUE, &error);
  end (self, error);
}

static void
count_again_cb (LasnaVoiceMany *self)
{
  g_autoptr (GError) error = NULL;

  lasna_voices_leave_out (
      self->workbook, (const gint64 *) self->ids->data, self->ids->len, FALSE, &error);
  end (self, error);
}

static void
lasna_voice_many_dispose (GObject *object)
{
  LasnaVoiceMany *self = LASNA_VOICE_MANY (object);

  g_clear_object (&self->workbook);
  g_clear_pointer (&self->ids, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LASNA_TYPE_VOICE_MANY);
  G_OBJECT_CLASS (lasna_voice_many_parent_class)->dispose (object);
}

static void
lasna_voice_many_class_init (LasnaVoiceManyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lasna_voice_many_dispose;
  signals[SIGNAL_REFUSED] = g_signal_new ("refused",
                                          LASNA_TYPE_VOICE_MANY,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          G_TYPE_ERROR);
  signals[SIGNAL_DONE] = g_signal_new (
      "done", LASNA_TYPE_VOICE_MANY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "voicemany");
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/lasna/Lasna/lasna-voice-many.ui");
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceMany, content);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceMany, title);
  gtk_widget_class_bind_template_child (widget_class, LasnaVoiceMany, grid);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, count_again_cb);
}

static void
lasna_voice_many_init (LasnaVoiceMany *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lasna_voice_many_set_voices:
 * @ids: (element-type gint64): the voices; their number is shown
 */
void
lasna_voice_many_set_voices (LasnaVoiceMany *self, LasnaWorkbook *workbook, GArray *ids)
{
  g_autofree char *n = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (LASNA_IS_VOICE_MANY (self));
  g_set_object (&self->workbook, workbook);
  g_clear_pointer (&self->ids, g_array_unref);
  self->ids = g_array_ref (ids);
  if (self->choices[0] == NULL)
    for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
      add_field (self, i);
  n = lasna_words_count (lasna_language_of_locale (), ids->len);
  title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s voice chosen", "%s voices chosen", ids->len), n);
  gtk_label_set_label (self->title, title);
}
