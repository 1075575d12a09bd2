/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of actions. Accelerators, local keys and the shortcuts window are made from it.
 */
#include "config.h"

#include "lasna-actions.h"

#include "lasna-naming.h"
#include "lasna-pages.h"
#include "lasna-plain-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An action with one of these prefixes has an accelerator that works wherever the focus is. The
 * others are keys of one widget, which asks for them by lasna_actions_add_keys ().
 */
static const char *const global_prefixes[] = { "app.", "win.", "page." };

static const LasnaActionInfo actions[] = {
  { LASNA_ACTIONS_FILE, "app.new", "<Control><Shift>n", N_ ("New workbook") },
  { LASNA_ACTIONS_FILE, "win.open", "<Control>o", N_ ("Open a workbook") },
  { LASNA_ACTIONS_FILE, "win.save-copy", "<Control><Shift>s", N_ ("Save a copy") },
  { LASNA_ACTIONS_FILE, "win.rename", "F2", N_ ("Rename or move the workbook") },
  { LASNA_ACTIONS_FILE, "win.close", "<Control>w", N_ ("Close the window") },
  { LASNA_ACTIONS_CHANGES, "win.undo", "<Control>z", N_ ("Undo") },
  { LASNA_ACTIONS_CHANGES, "win.redo", "<Control><Shift>z <Control>y", N_ ("Redo") },
  { LASNA_ACTIONS_PAGES, "page.new", "<Control>n", N_ ("Begin something new on the page") },
  { LASNA_ACTIONS_PAGES, "page.import", "<Control>i", N_ ("Bring in feedback from a file") },
  { LASNA_ACTIONS_PAGES, "page.find", "<Control>f", N_ ("Look for words") },
  { LASNA_ACTIONS_PAGES, "page.narrow", "<Control>l", N_ ("Narrow down what is in view") },
  { LASNA_ACTIONS_PAGES, "page.back", "<Alt>Left", N_ ("Back to what was in view before") },
  { LASNA_ACTIONS_PAGES,
    "page.keep-view",
    "<Control>d",
    N_ ("Keep what is in view, or bring it back") },
  { LASNA_ACTIONS_PAGES,
    "win.note-voice",
    "<Control><Shift>v",
    N_ ("Write down a voice, from any page") },
  { LASNA_ACTIONS_PAGES, "voice.feel", "e", N_ ("Say how the voice felt") },
  { LASNA_ACTIONS_PAGES, "voice.confirm", "v", N_ ("Confirm the suggested feelings") },
  { LASNA_ACTIONS_PAGES, "voice.read-between", "b", N_ ("Write what you read between the lines") },
  { LASNA_ACTIONS_PAGES, "voice.act", "a", N_ ("Make an action of the voice") },
  { LASNA_ACTIONS_PAGES, "voice.complain", "c", N_ ("Make a complaint of the voice") },
  { LASNA_ACTIONS_PAGES, "voice.tell", "s", N_ ("Make a story of the voice") },
  { LASNA_ACTIONS_PAGES,
    "voice.leave-out",
    "x",
    N_ ("Leave the voice out of the figures, or count it again") },
  { LASNA_ACTIONS_PAGES,
    "voice.follow-up::follow-up.contacted",
    "k",
    N_ ("The customer was contacted") },
  { LASNA_ACTIONS_PAGES,
    "voice.follow-up::follow-up.resolved",
    "r",
    N_ ("The matter is resolved") },
  { LASNA_ACTIONS_PAGES, "voice.delete", "Delete", N_ ("Delete the voice in the list") },
  { LASNA_ACTIONS_PAGES,
    "page.save-voices::xlsx",
    "<Control><Shift>e",
    N_ ("Save the voices in view for Excel") },
  { LASNA_ACTIONS_PAGES, "page.print", "<Control>p", N_ ("Print the page") },
  { LASNA_ACTIONS_PAGES, "win.fold-sidebar", "F9", N_ ("Fold or unfold the sidebar") },
  { LASNA_ACTIONS_CHECKLIST, "checklist.move(1)", "Down", N_ ("Next item") },
  { LASNA_ACTIONS_CHECKLIST, "checklist.move(-1)", "Up", N_ ("Previous item") },
  { LASNA_ACTIONS_CHECKLIST, "checklist.answer(0)", "0 KP_0", N_ ("First answer") },
  { LASNA_ACTIONS_CHECKLIST, "checklist.answer(1)", "1 KP_1", N_ ("Second answer") },
  { LASNA_ACTIONS_CHECKLIST, "checklist.answer(2)", "2 KP_2", N_ ("Third answer") },
  { LASNA_ACTIONS_CHECKLIST, "checklist.answer(3)", "3 KP_3", N_ ("Fourth answer") },
  { LASNA_ACTIONS_CHECKLIST, "checklist.not-relevant", "n", N_ ("Not relevant") },
  { LASNA_ACTIONS_CHECKLIST, "checklist.clear", "Delete BackSpace", N_ ("Clear the answer") },
  { LASNA_ACTIONS_CHECKLIST, "checklist.note", "Tab", N_ ("Write a note") },
  { LASNA_ACTIONS_CHECKLIST, "checklist.leave", "Escape", N_ ("From the note back to the item") },
  { LASNA_ACTIONS_CHECKLIST, "checklist.why", "F1", N_ ("Why, and how to check") },
  { LASNA_ACTIONS_CHECKLIST, "page.evidence", "<Control>e", N_ ("Write down evidence") },
  { LASNA_ACTIONS_CHECKLIST, "page.make-action", "<Control>t", N_ ("Make an action of the item") },
  { LASNA_ACTIONS_CHECKLIST, "page.finish", "<Control>Return <Control>KP_Enter", N_ ("Finish") },
  { LASNA_ACTIONS_JOURNEY, "page.add-stage", "<Control><Alt>n", N_ ("Add a stage") },
  { LASNA_ACTIONS_JOURNEY, "map.left", "Left", N_ ("To the previous stage") },
  { LASNA_ACTIONS_JOURNEY, "map.right", "Right", N_ ("To the next stage") },
  { LASNA_ACTIONS_JOURNEY, "map.up", "Up", N_ ("Up within the stage") },
  { LASNA_ACTIONS_JOURNEY, "map.down", "Down", N_ ("Down within the stage") },
  { LASNA_ACTIONS_JOURNEY, "map.move-left", "<Alt>Left", N_ ("Move it one stage back") },
  { LASNA_ACTIONS_JOURNEY, "map.move-right", "<Alt>Right", N_ ("Move it one stage on") },
  { LASNA_ACTIONS_JOURNEY, "map.move-up", "<Alt>Up", N_ ("Move it up") },
  { LASNA_ACTIONS_JOURNEY, "map.move-down", "<Alt>Down", N_ ("Move it down") },
  { LASNA_ACTIONS_JOURNEY, "map.delete", "Delete", N_ ("Delete it") },
  { LASNA_ACTIONS_JOURNEY, "tile.open", "Return KP_Enter space", N_ ("Open the details") },
  { LASNA_ACTIONS_JOURNEY, "inspector.close", "Escape", N_ ("Close the details") },
  { LASNA_ACTIONS_PROGRAM, "win.person", "<Control><Alt>p", N_ ("Find a person's data") },
  { LASNA_ACTIONS_PROGRAM, "win.preferences", "<Control>comma", N_ ("Preferences") },
  { LASNA_ACTIONS_PROGRAM, "win.help", "F1", N_ ("Help") },
  { LASNA_ACTIONS_PROGRAM, "win.shortcuts", "<Control>question", N_ ("Keyboard shortcuts") },
  { LASNA_ACTIONS_PROGRAM, "win.menu", "F10", N_ ("Main menu") },
  { LASNA_ACTIONS_PROGRAM, "app.quit", "<Control>q", N_ ("Quit") },
};

static const char *const group_titles[LASNA_N_ACTION_GROUPS] = {
  [LASNA_ACTIONS_FILE] = N_ ("Workbook"),
  [LASNA_ACTIONS_CHANGES] = N_ ("Changes"),
  [LASNA_ACTIONS_PAGES] = N_ ("Pages"),
  [LASNA_ACTIONS_JOURNEY] = N_ ("On the journey"),
  [LASNA_ACTIONS_CHECKLIST] = N_ ("Filling in a checklist"),
  [LASNA_ACTIONS_PROGRAM] = N_ ("General"),
};

/**
 * lasna_actions_get:
 *
 * Returns: (transfer none) (array length=n_actions): every action with keys, the pages excepted
 */
const LasnaActionInfo *
lasna_actions_get (guint *n_actions)
{
  *n_actions = G_N_ELEMENTS (actions);
  return actions;
}

static gboolean
is_global (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (global_prefixes); i++)
    if (g_str_has_prefix (action, global_prefixes[i]))
      return TRUE;
  return FALSE;
}

static void
set_accels (GtkApplication *application, const char *action, const char *keys)
{
  g_auto (GStrv) accels = g_strsplit (keys, " ", -1);

  gtk_application_set_accels_for_action (application, action, (const char *const *) accels);
}

/**
 * lasna_actions_set_accels:
 *
 * Gives @application the accelerators of the table and Ctrl+1..9 for the pages.
 */
void
lasna_actions_set_accels (GtkApplication *application)
{
  guint n_pages;
  const LasnaPageInfo *pages = lasna_pages_get (&n_pages);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (is_global (actions[i].action))
      set_accels (application, actions[i].action, actions[i].keys);
  for (guint i = 0; i < MIN (n_pages, 9); i++)
    {
      g_autofree char *action = g_strdup_printf ("win.page::%s", pages[i].id);
      g_autofree char *keys = g_strdup_printf ("<Control>%u", i + 1);

      set_accels (application, action, keys);
    }
}

static GtkShortcut *
new_shortcut (const char *key, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  GtkShortcut *shortcut;

  g_action_parse_detailed_name (detailed, &name, &target, NULL);
  shortcut =
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (key), gtk_named_action_new (name));
  gtk_shortcut_set_arguments (shortcut, target);
  return shortcut;
}

/**
 * lasna_actions_add_keys:
 * @prefix: such as "checklist."
 *
 * Lets the keys of the actions with @prefix work while the focus is within @widget and nothing
 * deeper has taken the key.
 */
void
lasna_actions_add_keys (GtkWidget *widget, const char *prefix)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_auto (GStrv) keys = g_strsplit (actions[i].keys, " ", -1);

      if (!g_str_has_prefix (actions[i].action, prefix))
        continue;
      for (guint k = 0; keys[k] != NULL; k++)
        gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                              new_shortcut (keys[k], actions[i].action));
    }
  gtk_widget_add_controller (widget, controller);
}

/**
 * lasna_actions_bind_keys:
 * @action: in the table, without a parameter
 *
 * Gives every widget of a class the keys of one of its actions, where a controller for each would
 * be too much.
 */
void
lasna_actions_bind_keys (GtkWidgetClass *klass, const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_auto (GStrv) keys = g_strsplit (actions[i].keys, " ", -1);

      if (strcmp (actions[i].action, action) != 0)
        continue;
      for (guint k = 0; keys[k] != NULL; k++)
        {
          guint key;
          GdkModifierType modifiers;

          gtk_accelerator_parse (keys[k], &key, &modifiers);
          gtk_widget_class_add_binding_action (klass, key, modifiers, action, NULL);
        }
    }
}

static GtkWidget *
new_row (const char *title, const char *keys)
{
  g_auto (GStrv) all = g_strsplit (keys, " ", 2);
  GtkWidget *row = lasna_plain_row_new (title, NULL, NULL);
  GtkWidget *label = gtk_shortcut_label_new (all[0]);
  guint key;
  GdkModifierType modifiers;
  g_autofree char *spoken = NULL;

  gtk_accelerator_parse (all[0], &key, &modifiers);
  spoken = gtk_accelerator_get_label (key, modifiers);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  lasna_naming_name (row, title);
  return row;
}

static AdwPreferencesGroup *
new_group (LasnaActionGroup id)
{
  AdwPreferencesGroup *group =
      g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _ (group_titles[id]), NULL);
  guint n_pages;
  const LasnaPageInfo *pages = lasna_pages_get (&n_pages);

  if (id == LASNA_ACTIONS_PAGES)
    for (guint i = 0; i < MIN (n_pages, 9); i++)
      {
        g_autofree char *keys = g_strdup_printf ("<Control>%u", i + 1);

        adw_preferences_group_add (group, new_row (_ (pages[i].title), keys));
      }
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].group == id)
      adw_preferences_group_add (group, new_row (_ (actions[i].title), actions[i].keys));
  return group;
}

/**
 * lasna_actions_new_shortcuts_window:
 *
 * Returns: (transfer floating): a window that lists every key and can be searched. GTK's own has
 *   columns wider than a small screen.
 */
GtkWindow *
lasna_actions_new_shortcuts_window (void)
{
  /* The title is that of a tab, which is not seen where there is one page, but heard. */
  AdwPreferencesPage *page =
      g_object_new (ADW_TYPE_PREFERENCES_PAGE, "title", _ ("Keyboard shortcuts"), NULL);
  AdwPreferencesWindow *window = g_object_new (ADW_TYPE_PREFERENCES_WINDOW,
                                               "title",
                                               _ ("Keyboard shortcuts"),
                                               "search-enabled",
                                               TRUE,
                                               "modal",
                                               TRUE,
                                               NULL);

  for (LasnaActionGroup id = 0; id < LASNA_N_ACTION_GROUPS; id++)
    adw_preferences_page_add (page, new_group (id));
  adw_preferences_window_add (window, page);
  lasna_naming_name_inside (GTK_WIDGET (window), _ ("Search the keyboard shortcuts"));
  lasna_naming_name (GTK_WIDGET (window), _ ("Keyboard shortcuts"));
  return GTK_WINDOW (window);
}
