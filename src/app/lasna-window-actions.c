/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done in a window.
 */
#include "config.h"

#include "lasna-window-private.h"

#include "lasna-actions.h"
#include "lasna-help.h"
#include "lasna-later.h"
#include "lasna-naming.h"
#include "lasna-note.h"
#include "lasna-person-window.h"
#include "lasna-preferences.h"
#include "lasna-property-row.h"
#include "lasna-retaining.h"

#include <glib/gi18n-lib.h>

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LasnaWindow *self = LASNA_WINDOW (widget);
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  /* What is being typed is the newest step, also before its pause. */
  lasna_property_row_flush_focus (GTK_ROOT (self));
  lasna_note_save_focus (GTK_ROOT (self));
  if (!lasna_workbook_undo (self->workbook, &label, &error))
    {
      if (error != NULL)
        lasna_window_show_error (self, error);
      return;
    }
  /* Translators: %s is what was done, such as Add touchpoint. */
  sentence = g_strdup_printf (_ ("“%s” was undone."), label);
  lasna_window_say (self, sentence);
}

/* What a toast offers: to undo what it names, and nothing that came after it, be it a text that was
 * being typed or a change made elsewhere.
 */
static void
take_back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LasnaWindow *self = LASNA_WINDOW (widget);

  lasna_property_row_flush_focus (GTK_ROOT (self));
  lasna_note_save_focus (GTK_ROOT (self));
  lasna_workbook_poll (self->workbook, NULL);
  if (lasna_toast_withdraw (self->toast))
    undo_cb (widget, action, parameter);
}

static void
redo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LasnaWindow *self = LASNA_WINDOW (widget);
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  if (!lasna_workbook_redo (self->workbook, &label, &error))
    {
      if (error != NULL)
        lasna_window_show_error (self, error);
      return;
    }
  /* Translators: %s is what was done again, such as Add touchpoint. */
  sentence = g_strdup_printf (_ ("“%s” was done again."), label);
  lasna_window_toast_undo (self, sentence);
}

static void
enter_page (GtkWidget *pages)
{
  LasnaPage *page = lasna_window_get_page (LASNA_WINDOW (gtk_widget_get_root (pages)));

  if (page != NULL)
    lasna_page_enter (page);
}

/* Whoever goes to a page wants to do something there, and the next key may be here already. A menu
 * or list that was used to come here takes the focus back when it closes, so it is looked after
 * once more.
 */
static void
page_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LasnaWindow *self = LASNA_WINDOW (widget);

  lasna_window_show_page (self, g_variant_get_string (parameter, NULL));
  enter_page (GTK_WIDGET (self->pages));
  lasna_later_run (GTK_WIDGET (self->pages), enter_page);
}

/* The focus stays where it is: in the sidebar, on its way from page to page. */
static void
glance_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  lasna_window_show_page (LASNA_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
journey_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LasnaWindow *self = LASNA_WINDOW (widget);
  gint64 id = g_ascii_strtoll (g_variant_get_string (parameter, NULL), NULL, 10);
  g_autoptr (LasnaJourney) journey = lasna_workbook_find (self->workbook, "journey", id);

  if (journey != NULL)
    lasna_window_set_journey (self, journey);
}

static void
close_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
dismiss_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_revealer_set_reveal_child (LASNA_WINDOW (widget)->error_bar, FALSE);
}

static void
fold_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GSettings *settings = lasna_application_get_settings (
      LASNA_APPLICATION (gtk_window_get_application (GTK_WINDOW (widget))));

  g_settings_set_boolean (
      settings, "sidebar-folded", !g_settings_get_boolean (settings, "sidebar-folded"));
  gtk_widget_queue_allocate (widget);
}

static void
menu_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LasnaWindow *self = LASNA_WINDOW (widget);

  gtk_menu_button_popup (self->workbook != NULL ? self->menu : self->start_menu);
}

/* Where the page has something to say about what is in focus, F1 says that. */
static void
help_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LasnaPage *page = lasna_window_get_page (LASNA_WINDOW (widget));
  GActionGroup *actions = page != NULL ? G_ACTION_GROUP (lasna_page_get_actions (page)) : NULL;
  GtkWindow *window;

  if (actions != NULL && g_action_group_get_action_enabled (actions, "why"))
    {
      g_action_group_activate_action (actions, "why", NULL);
      return;
    }
  window = lasna_help_new_window ();
  gtk_window_set_transient_for (window, GTK_WINDOW (widget));
  gtk_window_present (window);
}

static void
preferences_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LasnaWindow *self = LASNA_WINDOW (widget);
  GtkWindow *window = lasna_preferences_new (lasna_application_get_settings (LASNA_APPLICATION (
                                                 gtk_window_get_application (GTK_WINDOW (self)))),
                                             self->workbook);

  gtk_window_set_transient_for (window, GTK_WINDOW (self));
  gtk_window_present (window);
}

static void
person_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_present (lasna_person_window_new (LASNA_WINDOW (widget)));
}

static void
retain_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  lasna_retaining_ask (LASNA_WINDOW (widget), GTK_WINDOW (widget));
}

static void
shortcuts_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWindow *window = lasna_actions_new_shortcuts_window ();

  gtk_window_set_transient_for (window, GTK_WINDOW (widget));
  gtk_window_present (window);
}

static void
about_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWindow *window = g_object_new (ADW_TYPE_ABOUT_WINDOW,
                                    "application-name",
                                    "Läsnä",
                                    "application-icon",
                                    "fi.lasna.Lasna",
                                    "version",
                                    LASNA_VERSION,
                                    "comments",
                                    _ ("A workbook for being present to your customers"),
                                    "license-type",
                                    GTK_LICENSE_GPL_3_0,
                                    "transient-for",
                                    widget,
                                    NULL);

  lasna_naming_name_inside (GTK_WIDGET (window), "Läsnä");
  gtk_window_present (window);
}

/* After a call there is no time to look for the page. */
static void
note_voice_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LasnaWindow *self = LASNA_WINDOW (widget);
  g_autofree char *from = g_strdup (gtk_stack_get_visible_child_name (self->pages));

  lasna_window_show_page (self, "feedback");
  gtk_widget_activate_action (widget, "page.note", "s", from != NULL ? from : "feedback");
}

void
_lasna_window_class_install_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.about", NULL, about_cb },
    { "win.close", NULL, close_cb },
    { "win.dismiss", NULL, dismiss_cb },
    { "win.fold-sidebar", NULL, fold_cb },
    { "win.glance", "s", glance_cb },
    { "win.help", NULL, help_cb },
    { "win.journey", "s", journey_cb },
    { "win.menu", NULL, menu_cb },
    { "win.note-voice", NULL, note_voice_cb },
    { "win.open", NULL, _lasna_window_open_cb },
    { "win.rename", NULL, _lasna_window_rename_cb },
    { "win.move", NULL, _lasna_window_move_cb },
    { "win.save-copy", NULL, _lasna_window_save_copy_cb },
    { "win.reveal", NULL, _lasna_window_reveal_cb },
    { "win.page", "s", page_cb },
    { "win.person", NULL, person_cb },
    { "win.preferences", NULL, preferences_cb },
    { "win.redo", NULL, redo_cb },
    { "win.retain", NULL, retain_cb },
    { "win.shortcuts", NULL, shortcuts_cb },
    { "win.take-back", NULL, take_back_cb },
    { "win.undo", NULL, undo_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (
        klass, actions[i].name, actions[i].parameter, actions[i].activate);
}

/* What a button would undo is its tooltip and its description. */
static void
describe (GtkButton *button, const char *empty, char *full)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), full != NULL ? full : empty);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  full != NULL ? full : empty,
                                  -1);
}

void
_lasna_window_update_actions (LasnaWindow *self)
{
  static const char *const of_workbook[] = {
    "win.page",      "win.glance", "win.journey", "win.fold-sidebar",
    "win.save-copy", "win.reveal", "win.person",
  };
  gboolean can_write = self->workbook != NULL &&
                       !lasna_store_is_read_only (lasna_workbook_get_store (self->workbook));
  GtkWidget *widget = GTK_WIDGET (self);
  const char *undo = self->workbook != NULL ? lasna_workbook_get_undo_label (self->workbook) : NULL;
  const char *redo = self->workbook != NULL ? lasna_workbook_get_redo_label (self->workbook) : NULL;
  /* Translators: %s is what would be undone, such as Add touchpoint. */
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_ ("Undo “%s”"), undo) : NULL;
  /* Translators: %s is what would be done again, such as Add touchpoint. */
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (_ ("Redo “%s”"), redo) : NULL;

  gtk_widget_action_set_enabled (widget, "win.undo", can_write && undo != NULL);
  gtk_widget_action_set_enabled (widget, "win.take-back", can_write && undo != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", can_write && redo != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (of_workbook); i++)
    gtk_widget_action_set_enabled (widget, of_workbook[i], self->workbook != NULL);
  gtk_widget_action_set_enabled (widget, "win.rename", can_write);
  gtk_widget_action_set_enabled (widget, "win.move", can_write);
  gtk_widget_action_set_enabled (widget, "win.retain", can_write);
  describe (self->undo, _ ("There is nothing to undo."), undo_text);
  describe (self->redo, _ ("There is nothing to redo."), redo_text);
}

void
_lasna_window_update_journeys (LasnaWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GListModel *journeys =
      self->workbook != NULL ? lasna_workbook_get_records (self->workbook, "journey") : NULL;
  const char *title =
      self->journey != NULL ? lasna_record_get_text (LASNA_RECORD (self->journey), "title") : NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; journeys != NULL && i < g_list_model_get_n_items (journeys); i++)
    {
      g_autoptr (LasnaRecord) journey = g_list_model_get_item (journeys, i);
      g_autofree char *action =
          g_strdup_printf ("win.journey::%" G_GINT64_FORMAT, lasna_record_get_id (journey));

      g_menu_append (menu, lasna_record_get_text (journey, "title"), action);
    }
  gtk_menu_button_set_menu_model (self->journeys, G_MENU_MODEL (menu));
  gtk_widget_set_sensitive (GTK_WIDGET (self->journeys),
                            g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
  /* Translators: the button that shows and chooses the journey; %s is its title. */
  name = g_strdup_printf (_ ("Journey in view: %s"), title != NULL ? title : _ ("No journey yet"));
  lasna_naming_name_inside (GTK_WIDGET (self->journeys), name);
  gtk_label_set_label (self->journey_title, title != NULL ? title : _ ("No journey yet"));
}
