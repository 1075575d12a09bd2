/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of checklists: the list, or one that is being filled in.
 */
#include "config.h"

#include "lasna-checklists-page.h"

#include "lasna-action.h"
#include "lasna-checklist-form.h"
#include "lasna-checklist-list.h"
#include "lasna-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LasnaChecklistsPage
{
  LasnaPage parent_instance;

  /* Template children */
  GtkStack *views;
  LasnaChecklistList *list;
  LasnaChecklistForm *form;

  gboolean stale; /* the list, while the form is in view */
};

G_DEFINE_FINAL_TYPE (LasnaChecklistsPage, lasna_checklists_page, LASNA_TYPE_PAGE)

static gboolean
is_filling (LasnaChecklistsPage *self)
{
  return lasna_checklist_form_get_run (self->form) != NULL;
}

/* What can be done with an item can be done while a checklist is filled in. */
static void
update_actions (LasnaChecklistsPage *self)
{
  static const char *const names[] = { "back", "finish", "evidence", "make-action", "why" };
  GSimpleActionGroup *group = lasna_page_get_actions (LASNA_PAGE (self));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (group), names[i])),
        is_filling (self));
}

static void
show_list (LasnaChecklistsPage *self)
{
  lasna_checklist_form_set_run (self->form, NULL);
  if (self->stale)
    lasna_checklist_list_update (self->list);
  self->stale = FALSE;
  gtk_stack_set_visible_child (self->views, GTK_WIDGET (self->list));
  update_actions (self);
}

static void
show_run (LasnaChecklistsPage *self, LasnaChecklistRun *run, LasnaRecord *answer)
{
  lasna_checklist_form_set_run (self->form, run);
  gtk_stack_set_visible_child (self->views, GTK_WIDGET (self->form));
  update_actions (self);
  lasna_checklist_form_focus (self->form, answer);
}

static void
start_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaChecklistsPage *self = data;
  g_autoptr (GError) error = NULL;
  LasnaChecklistRun *run = lasna_checklist_run_start (lasna_page_get_workbook (LASNA_PAGE (self)),
                                                      g_variant_get_string (parameter, NULL),
                                                      lasna_checklist_list_get_place (self->list),
                                                      &error);

  if (run != NULL)
    show_run (self, run, NULL);
  else
    lasna_page_show_error (LASNA_PAGE (self), error);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaChecklistsPage *self = data;
  gint64 id = g_ascii_strtoll (g_variant_get_string (parameter, NULL), NULL, 10);
  g_autoptr (LasnaChecklistRun) run =
      lasna_workbook_find (lasna_page_get_workbook (LASNA_PAGE (self)), "checklist_run", id);

  if (run != NULL)
    show_run (self, run, NULL);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaChecklistsPage *self = data;

  show_list (self);
  lasna_checklist_list_focus (self->list);
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  back_cb (action, parameter, data);
}

static void
finish_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaChecklistsPage *self = data;
  LasnaChecklistRun *run = lasna_checklist_form_get_run (self->form);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  /* A note that is being written is saved first. */
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  if (!lasna_checklist_run_finish (run, &error))
    {
      lasna_page_show_error (LASNA_PAGE (self), error);
      return;
    }
  /* Translators: %s is the title of a checklist. */
  sentence = g_strdup_printf (_ ("“%s” is finished."),
                              lasna_record_get_text (LASNA_RECORD (run), "title"));
  lasna_page_tell (LASNA_PAGE (self), sentence);
  show_list (self);
}

static void
evidence_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  lasna_checklist_form_write_evidence (LASNA_CHECKLISTS_PAGE (data)->form);
}

static void
why_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  lasna_checklist_form_toggle_why (LASNA_CHECKLISTS_PAGE (data)->form);
}

/* Inside a change. */
static LasnaRecord *
add_action (LasnaChecklistsPage *self, LasnaRecord *answer)
{
  LasnaChecklistRun *run = lasna_checklist_form_get_run (self->form);
  LasnaRecord *action = lasna_workbook_add (lasna_page_get_workbook (LASNA_PAGE (self)),
                                            LASNA_TYPE_ACTION,
                                            "title",
                                            lasna_record_get_text (answer, "item-text"),
                                            "run",
                                            run,
                                            NULL);

  if (action == NULL)
    return NULL;
  g_object_set (action,
                "stage",
                lasna_record_get_reference (LASNA_RECORD (run), "stage"),
                "touchpoint",
                lasna_record_get_reference (LASNA_RECORD (run), "touchpoint"),
                NULL);
  g_object_set (answer, "action", action, NULL);
  return action;
}

static void
make_action_cb (GSimpleAction *simple, GVariant *parameter, gpointer data)
{
  LasnaChecklistsPage *self = data;
  LasnaChecklistAnswer *answer = lasna_checklist_form_get_answer (self->form);
  g_autoptr (LasnaChange) change = NULL;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (answer == NULL || lasna_record_get_reference (LASNA_RECORD (answer), "action") != NULL)
    return;
  change = lasna_workbook_begin (lasna_page_get_workbook (LASNA_PAGE (self)),
                                 _ ("Make an action of the item"));
  add_action (self, LASNA_RECORD (answer));
  if (!lasna_change_commit (change, &error))
    lasna_page_show_error (LASNA_PAGE (self), error);
  else if (LASNA_IS_WINDOW (root))
    lasna_window_toast_undo (LASNA_WINDOW (root), _ ("The item is now an action, too."));
}

static gboolean
is_about_checklists (const char *table)
{
  return g_str_has_prefix (table, "checklist_") || strcmp (table, "stage") == 0 ||
         strcmp (table, "journey") == 0;
}

static gboolean
has_touched (GArray *touches)
{
  for (guint i = 0; touches != NULL && i < touches->len; i++)
    if (is_about_checklists (g_array_index (touches, LasnaTouch, i).table))
      return TRUE;
  return touches == NULL;
}

static void
changed_cb (LasnaChecklistsPage *self, const char *label, GArray *touches, int cause)
{
  LasnaChecklistRun *run = lasna_checklist_form_get_run (self->form);

  if (!has_touched (touches))
    return;
  self->stale = TRUE;
  if (run == NULL || lasna_record_is_deleted (LASNA_RECORD (run)))
    show_list (self);
}

static void
journey_cb (LasnaChecklistsPage *self)
{
  lasna_checklist_list_set_journey (self->list, lasna_page_get_journey (LASNA_PAGE (self)));
}

static gboolean
lasna_checklists_page_show_record (LasnaPage *page, LasnaRecord *record)
{
  LasnaChecklistsPage *self = LASNA_CHECKLISTS_PAGE (page);
  LasnaRecord *run = record;

  if (strcmp (lasna_record_get_table (record), "checklist_answer") == 0)
    run = lasna_record_get_reference (record, "run");
  if (run == NULL || !LASNA_IS_CHECKLIST_RUN (run))
    return FALSE;
  show_run (self, LASNA_CHECKLIST_RUN (run), run != record ? record : NULL);
  return TRUE;
}

static void
lasna_checklists_page_constructed (GObject *object)
{
  LasnaChecklistsPage *self = LASNA_CHECKLISTS_PAGE (object);
  LasnaWorkbook *workbook = lasna_page_get_workbook (LASNA_PAGE (self));

  G_OBJECT_CLASS (lasna_checklists_page_parent_class)->constructed (object);
  lasna_checklist_list_set_workbook (self->list, workbook);
  lasna_checklist_list_update (self->list);
  g_signal_connect_object (workbook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
lasna_checklists_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LASNA_TYPE_CHECKLISTS_PAGE);
  G_OBJECT_CLASS (lasna_checklists_page_parent_class)->dispose (object);
}

/* The first checklist, or the first item without an answer. */
static gboolean
lasna_checklists_page_enter (LasnaPage *page)
{
  LasnaChecklistsPage *self = LASNA_CHECKLISTS_PAGE (page);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (is_filling (self))
    lasna_checklist_form_focus (self->form, NULL);
  else
    lasna_checklist_list_focus (self->list);
  return gtk_root_get_focus (root) != NULL &&
         gtk_widget_is_ancestor (gtk_root_get_focus (root), GTK_WIDGET (self));
}

static void
lasna_checklists_page_class_init (LasnaChecklistsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = lasna_checklists_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = lasna_checklists_page_dispose;
  LASNA_PAGE_CLASS (klass)->show_record = lasna_checklists_page_show_record;
  LASNA_PAGE_CLASS (klass)->enter = lasna_checklists_page_enter;

  g_type_ensure (LASNA_TYPE_CHECKLIST_FORM);
  g_type_ensure (LASNA_TYPE_CHECKLIST_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/lasna/Lasna/lasna-checklists-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LasnaChecklistsPage, views);
  gtk_widget_class_bind_template_child (widget_class, LasnaChecklistsPage, list);
  gtk_widget_class_bind_template_child (widget_class, LasnaChecklistsPage, form);
}

static void
lasna_checklists_page_init (LasnaChecklistsPage *self)
{
  static const GActionEntry entries[] = {
    { "start", start_cb, "s", NULL, NULL, { 0 } },
    { "open", open_cb, "s", NULL, NULL, { 0 } },
    { "back", back_cb, NULL, NULL, NULL, { 0 } },
    { "new", new_cb, NULL, NULL, NULL, { 0 } },
    { "finish", finish_cb, NULL, NULL, NULL, { 0 } },
    { "evidence", evidence_cb, NULL, NULL, NULL, { 0 } },
    { "make-action", make_action_cb, NULL, NULL, NULL, { 0 } },
    { "why", why_cb, NULL, NULL, NULL, { 0 } },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (lasna_page_get_actions (LASNA_PAGE (self))),
                                   entries,
                                   G_N_ELEMENTS (entries),
                                   self);
  g_signal_connect (self, "notify::journey", G_CALLBACK (journey_cb), NULL);
  update_actions (self);
}

/**
 * lasna_checklists_page_count:
 *
 * Returns: how many checklists are under way
 */
guint
lasna_checklists_page_count (LasnaWorkbook *workbook)
{
  GListModel *runs = lasna_workbook_get_records (workbook, "checklist_run");
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (runs); i++)
    {
      g_autoptr (LasnaChecklistRun) run = g_list_model_get_item (runs, i);

      if (!lasna_checklist_run_is_finished (run))
        n++;
    }
  return n;
}
