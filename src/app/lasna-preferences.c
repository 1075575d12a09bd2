/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person prefers on this computer, and what belongs to a workbook.
 */
#include "config.h"

#include "lasna-preferences.h"

#include "lasna-focus-ring.h"
#include "lasna-naming.h"
#include "lasna-retaining.h"
#include "lasna-window.h"

#include <glib/gi18n-lib.h>

struct _LasnaPreferences
{
  AdwPreferencesWindow parent_instance;

  /* Template children */
  AdwComboRow *language;
  AdwComboRow *week_start;
  GtkWidget *reminder_row;
  GtkSpinButton *reminder;
  GtkWidget *habit_group;
  GtkWidget *keep_group;
  GtkWidget *names_row;
  GtkSpinButton *names;
  GtkWidget *words_row;
  GtkSpinButton *words;
  GtkWidget *retain;
  GtkWidget *index_group;
  AdwActionRow *weight_row;
  GtkSpinButton *weight;
  GtkWidget *index_row;
  GtkSwitch *index;

  /* Owned */
  GSettings *settings;
  LasnaWorkbook *workbook;

  gboolean showing; /* values of the workbook are being shown */
};

G_DEFINE_FINAL_TYPE (LasnaPreferences, lasna_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
language_cb (LasnaPreferences *self)
{
  g_settings_set_enum (
      self->settings, "language", (int) adw_combo_row_get_selected (self->language));
}

static double
get_months (LasnaRecord *record, const char *property)
{
  return lasna_record_is_set (record, property)
             ? (double) lasna_record_get_integer (record, property)
             : 0;
}

static void
show_workbook (LasnaPreferences *self)
{
  LasnaRecord *record = LASNA_RECORD (lasna_workbook_get_settings (self->workbook));
  gint64 feeling = lasna_record_get_integer (record, "weight-feeling");
  /* Translators: beside the weight of the task; %d is a number. */
  g_autofree char *rest = g_strdup_printf (_ ("Weight of the feeling: %d"), (int) feeling);

  self->showing = TRUE;
  adw_combo_row_set_selected (self->week_start,
                              (guint) lasna_record_get_integer (record, "start-of-week") - 1);
  gtk_spin_button_set_value (self->reminder,
                             (double) lasna_record_get_integer (record, "reminder-days"));
  gtk_spin_button_set_value (self->names, get_months (record, "keep-names-months"));
  gtk_spin_button_set_value (self->words, get_months (record, "keep-words-months"));
  gtk_spin_button_set_value (self->weight,
                             (double) lasna_record_get_integer (record, "weight-task"));
  gtk_switch_set_active (self->index, !lasna_record_get_flag (record, "index-hidden"));
  adw_action_row_set_subtitle (self->weight_row, rest);
  self->showing = FALSE;
}

/* What the workbook refuses is said in its window; the old value is shown again. */
static void
weight_cb (LasnaPreferences *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;

  if (self->showing)
    return;
  if (!lasna_settings_set_weight_task (lasna_workbook_get_settings (self->workbook),
                                       gtk_spin_button_get_value_as_int (self->weight),
                                       &error) &&
      LASNA_IS_WINDOW (window))
    lasna_window_show_error (LASNA_WINDOW (window), error);
  show_workbook (self);
}

static void
week_start_cb (LasnaPreferences *self)
{
  if (!self->showing)
    g_object_set (lasna_workbook_get_settings (self->workbook),
                  "start-of-week",
                  (gint64) adw_combo_row_get_selected (self->week_start) + 1,
                  NULL);
}

static void
reminder_cb (LasnaPreferences *self)
{
  if (!self->showing)
    g_object_set (lasna_workbook_get_settings (self->workbook),
                  "reminder-days",
                  (gint64) gtk_spin_button_get_value_as_int (self->reminder),
                  NULL);
}

static void
set_months (LasnaPreferences *self, const char *property, GtkSpinButton *button)
{
  gint64 months = gtk_spin_button_get_value_as_int (button);

  if (!self->showing)
    g_object_set (lasna_workbook_get_settings (self->workbook),
                  property,
                  months > 0 ? months : LASNA_UNSET,
                  NULL);
}

static void
names_cb (LasnaPreferences *self)
{
  set_months (self, "keep-names-months", self->names);
}

static void
words_cb (LasnaPreferences *self)
{
  set_months (self, "keep-words-months", self->words);
}

static void
retain_cb (LasnaPreferences *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (LASNA_IS_WINDOW (window))
    lasna_retaining_ask (LASNA_WINDOW (window), GTK_WINDOW (self));
}

static void
index_cb (LasnaPreferences *self)
{
  if (self->showing)
    return;
  g_object_set (lasna_workbook_get_settings (self->workbook),
                "index-hidden",
                !gtk_switch_get_active (self->index),
                NULL);
  show_workbook (self);
}

static void
lasna_preferences_dispose (GObject *object)
{
  LasnaPreferences *self = LASNA_PREFERENCES (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->workbook);
  G_OBJECT_CLASS (lasna_preferences_parent_class)->dispose (object);
}

static void
lasna_preferences_class_init (LasnaPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lasna_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/lasna/Lasna/lasna-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, LasnaPreferences, language);
  gtk_widget_class_bind_template_child (widget_class, LasnaPreferences, week_start);
  gtk_widget_class_bind_template_child (widget_class, LasnaPreferences, reminder_row);
  gtk_widget_class_bind_template_child (widget_class, LasnaPreferences, reminder);
  gtk_widget_class_bind_template_child (widget_class, LasnaPreferences, habit_group);
  gtk_widget_class_bind_template_child (widget_class, LasnaPreferences, keep_group);
  gtk_widget_class_bind_template_child (widget_class, LasnaPreferences, names_row);
  gtk_widget_class_bind_template_child (widget_class, LasnaPreferences, names);
  gtk_widget_class_bind_template_child (widget_class, LasnaPreferences, words_row);
  gtk_widget_class_bind_template_child (widget_class, LasnaPreferences, words);
  gtk_widget_class_bind_template_child (widget_class, LasnaPreferences, retain);
  gtk_widget_class_bind_template_child (widget_class, LasnaPreferences, index_group);
  gtk_widget_class_bind_template_child (widget_class, LasnaPreferences, weight_row);
  gtk_widget_class_bind_template_child (widget_class, LasnaPreferences, weight);
  gtk_widget_class_bind_template_child (widget_class, LasnaPreferences, index_row);
  gtk_widget_class_bind_template_child (widget_class, LasnaPreferences, index);
}

static void
lasna_preferences_init (LasnaPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lasna_focus_ring_keep (GTK_WINDOW (self));
}

static void
name_rows (LasnaPreferences *self)
{
  GtkWidget *const rows[] = {
    GTK_WIDGET (self->language),
    GTK_WIDGET (self->week_start),
    self->reminder_row,
    self->names_row,
    self->words_row,
    GTK_WIDGET (self->weight_row),
    self->index_row,
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    lasna_naming_name_inside (rows[i],
                              adw_preferences_row_get_title (ADW_PREFERENCES_ROW (rows[i])));
  lasna_naming_name_inside (GTK_WIDGET (self), _ ("Preferences"));
}

static void
connect_workbook (LasnaPreferences *self)
{
  show_workbook (self);
  g_signal_connect_object (
      self->workbook, "changed", G_CALLBACK (show_workbook), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->week_start, "notify::selected", G_CALLBACK (week_start_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->reminder, "value-changed", G_CALLBACK (reminder_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->names, "value-changed", G_CALLBACK (names_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->words, "value-changed", G_CALLBACK (words_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->retain, "clicked", G_CALLBACK (retain_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->weight, "value-changed", G_CALLBACK (weight_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->index, "notify::active", G_CALLBACK (index_cb), self, G_CONNECT_SWAPPED);
}

/**
 * lasna_preferences_new:
 * @workbook: (nullable): whose settings are shown too, where it can be written
 *
 * Returns: (transfer floating): a window with what can be chosen; every choice holds at once
 */
GtkWindow *
lasna_preferences_new (GSettings *settings, LasnaWorkbook *workbook)
{
  LasnaPreferences *self = g_object_new (LASNA_TYPE_PREFERENCES, NULL);

  self->settings = g_object_ref (settings);
  adw_combo_row_set_selected (self->language, (guint) g_settings_get_enum (settings, "language"));
  g_signal_connect_object (
      self->language, "notify::selected", G_CALLBACK (language_cb), self, G_CONNECT_SWAPPED);
  if (workbook != NULL && !lasna_store_is_read_only (lasna_workbook_get_store (workbook)))
    {
      self->workbook = g_object_ref (workbook);
      connect_workbook (self);
    }
  gtk_widget_set_visible (self->habit_group, self->workbook != NULL);
  gtk_widget_set_visible (self->keep_group, self->workbook != NULL);
  gtk_widget_set_visible (self->index_group, self->workbook != NULL);
  name_rows (self);
  return GTK_WINDOW (self);
}
