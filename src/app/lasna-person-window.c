/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looked for in a thread, shown as a list, removed in a thread, and looked for again.
 */
#include "config.h"

#include "lasna-person-window.h"

#include "lasna-confirm.h"
#include "lasna-focus-ring.h"
#include "lasna-naming.h"
#include "lasna-note.h"
#include "lasna-person-removal.h"
#include "lasna-person-search.h"
#include "lasna-property-row.h"

#include <glib/gi18n-lib.h>

/* Rows of a list box are widgets all; more tell no more. */
#define SHOWN_PLACES 200

struct _LasnaPersonWindow
{
  AdwWindow parent_instance;

  /* Template children */
  GtkEntry *entry;
  GtkWidget *find;
  GtkStack *stack;
  GtkSpinner *spinner;
  GtkLabel *work;
  AdwStatusPage *nothing;
  GtkLabel *summary;
  GtkListBox *places;
  GtkCheckButton *backups;
  GtkWidget *deeds;

  /* Owned */
  LasnaWorkbook *workbook;
  LasnaPersonQuery *query;
  GCancellable *cancellable;

  LasnaPersonRemoval removal; /* what was asked for last */
  gboolean is_removed;        /* the next search tells what is left */
};

G_DEFINE_FINAL_TYPE (LasnaPersonWindow, lasna_person_window, ADW_TYPE_WINDOW)

static void
show_busy (LasnaPersonWindow *self, const char *work)
{
  gtk_label_set_label (self->work, work);
  gtk_spinner_start (self->spinner);
  gtk_stack_set_visible_child_name (self->stack, "busy");
}

static void
show_nothing (LasnaPersonWindow *self, const char *title, const char *description)
{
  adw_status_page_set_title (self->nothing, title);
  adw_status_page_set_description (self->nothing, description);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
show_error (LasnaPersonWindow *self, const GError *error)
{
  show_nothing (self, _ ("That did not work"), error->message);
}

static void
append (GString *text, char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

static char *
describe (const LasnaPersonReport *report)
{
  GString *text = g_string_new (NULL);

  append (text,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        "%u text mentions this person.",
                                        "%u texts mention this person.",
                                        report->n_finds),
                           (guint) report->n_finds));
  if (report->n_voices > 0)
    append (text,
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "%u voice is this person's.",
                                          "%u voices are this person's.",
                                          report->n_voices),
                             (guint) report->n_voices));
  if (report->n_encounters > 0)
    append (text,
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "%u encounter was with this person.",
                                          "%u encounters were with this person.",
                                          report->n_encounters),
                             (guint) report->n_encounters));
  if (report->n_attachments > 0)
    append (text,
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "%u attached file mentions this person.",
                                          "%u attached files mention this person.",
                                          report->n_attachments),
                             (guint) report->n_attachments));
  if (report->n_changes > 0)
    append (text, g_strdup (_ ("What can be undone mentions this person.")));
  if (report->backups->len > 0)
    append (text,
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "%u backup mentions this person, or cannot be read.",
                                          "%u backups mention this person, or cannot be read.",
                                          report->backups->len),
                             report->backups->len));
  return g_string_free (text, FALSE);
}

static void
add_row (LasnaPersonWindow *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (self->places, row);
}

static void
add_find (LasnaPersonWindow *self, const LasnaPersonFind *find)
{
  g_autofree char *where = NULL;

  if (find->is_hidden)
    /* Translators: where a name stands: the kind of record and its field. */
    where = g_strdup_printf (
        _ ("%s, %s, in an import that was undone"), _ (find->kind), _ (find->property));
  else
    /* Translators: where a name stands: the kind of record and its field. */
    where = g_strdup_printf (_ ("%s, %s"), _ (find->kind), _ (find->property));
  add_row (self, find->excerpt, where);
}

static void
show_places (LasnaPersonWindow *self, const LasnaPersonReport *report)
{
  guint n = MIN (report->finds->len, SHOWN_PLACES);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->places))) != NULL)
    gtk_list_box_remove (self->places, child);
  for (guint i = 0; i < n; i++)
    add_find (self, report->finds->pdata[i]);
  for (guint i = 0; i < report->backups->len; i++)
    add_row (self, report->backups->pdata[i], _ ("Backup"));
  if (report->n_finds > n)
    {
      g_autofree char *more = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", report->n_finds - n),
          (guint) (report->n_finds - n));

      add_row (self, more, NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->places),
                          gtk_widget_get_first_child (GTK_WIDGET (self->places)) != NULL);
}

static void
show_report (LasnaPersonWindow *self, const LasnaPersonReport *report)
{
  g_autofree char *sentence = NULL;

  if (lasna_person_report_is_empty (report))
    {
      if (self->is_removed)
        show_nothing (self,
                      self->removal == LASNA_PERSON_ERASE ? _ ("Erased") : _ ("Nobody knows now"),
                      _ ("Nothing in this workbook, in its undo or in its backups mentions this "
                         "person any more."));
      else
        show_nothing (self,
                      _ ("Nothing mentions this person"),
                      _ ("Perhaps the name was written in another way; try a part of it."));
      return;
    }
  sentence = describe (report);
  gtk_label_set_label (self->summary, sentence);
  show_places (self, report);
  gtk_widget_set_visible (GTK_WIDGET (self->backups), report->backups->len > 0);
  gtk_widget_set_visible (self->deeds,
                          !lasna_store_is_read_only (lasna_workbook_get_store (self->workbook)));
  gtk_stack_set_visible_child_name (self->stack, "found");
}

static void
searched_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (LasnaPersonWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaPersonReport) report = lasna_person_search_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_spinner_stop (self->spinner);
  if (report != NULL)
    show_report (self, report);
  else
    show_error (self, error);
  self->is_removed = FALSE;
}

static void
search (LasnaPersonWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  lasna_person_search_async (
      self->workbook, self->query, self->cancellable, searched_cb, g_object_ref (self));
}

static void
find_cb (LasnaPersonWindow *self)
{
  g_autoptr (GError) error = NULL;
  LasnaPersonQuery *query =
      lasna_person_query_new (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &error);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (query == NULL)
    {
      show_nothing (self, _ ("Who is it?"), error->message);
      return;
    }
  /* What is being typed in the window counts too. */
  if (parent != NULL)
    {
      lasna_property_row_flush_focus (GTK_ROOT (parent));
      lasna_note_save_focus (GTK_ROOT (parent));
    }
  g_clear_pointer (&self->query, lasna_person_query_unref);
  self->query = query;
  self->is_removed = FALSE;
  show_busy (self, _ ("Looking through the workbook and its backups…"));
  search (self);
}

/* The list is about who was looked for, so it goes with the name. */
static void
changed_cb (LasnaPersonWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  gtk_widget_set_sensitive (self->find, gtk_entry_get_text_length (self->entry) > 0);
  gtk_stack_set_visible_child_name (self->stack, "begin");
}

static void
removed_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (LasnaPersonWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean removed = lasna_person_remove_finish (result, &error);

  /* Closed meanwhile: the workbook's window finds out by itself. */
  if (self->workbook == NULL)
    return;
  lasna_workbook_poll (self->workbook, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), TRUE);
  if (!removed)
    {
      gtk_spinner_stop (self->spinner);
      show_error (self, error);
      return;
    }
  self->is_removed = TRUE;
  search (self);
}

static void
confirmed_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (LasnaPersonWindow) self = data;

  if (!lasna_confirm_finish (result) || self->query == NULL)
    return;
  show_busy (self, _ ("Removing, and writing the file anew…"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), FALSE);
  lasna_person_remove_async (self->workbook,
                             self->query,
                             self->removal,
                             gtk_widget_get_visible (GTK_WIDGET (self->backups)) &&
                                 gtk_check_button_get_active (self->backups),
                             NULL,
                             removed_cb,
                             g_object_ref (self));
}

static void
anonymise_cb (LasnaPersonWindow *self)
{
  self->removal = LASNA_PERSON_ANONYMISE;
  lasna_confirm_async (
      GTK_WINDOW (self),
      _ ("Make this person unknown?"),
      _ ("What the person said stays, and nobody knows who it was. This cannot be undone, and "
         "everything that could be undone until now goes with it."),
      _ ("_Make unknown"),
      confirmed_cb,
      g_object_ref (self));
}

static void
erase_cb (LasnaPersonWindow *self)
{
  self->removal = LASNA_PERSON_ERASE;
  lasna_confirm_async (
      GTK_WINDOW (self),
      _ ("Erase this person?"),
      _ ("The person goes with all they said, and their name goes out of every other text. This "
         "cannot be undone, and everything that could be undone until now goes with it."),
      _ ("_Erase"),
      confirmed_cb,
      g_object_ref (self));
}

static void
lasna_person_window_dispose (GObject *object)
{
  LasnaPersonWindow *self = LASNA_PERSON_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workbook);
  g_clear_pointer (&self->query, lasna_person_query_unref);
  G_OBJECT_CLASS (lasna_person_window_parent_class)->dispose (object);
}

static void
lasna_person_window_class_init (LasnaPersonWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lasna_person_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/lasna/Lasna/lasna-person-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LasnaPersonWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, LasnaPersonWindow, find);
  gtk_widget_class_bind_template_child (widget_class, LasnaPersonWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LasnaPersonWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, LasnaPersonWindow, work);
  gtk_widget_class_bind_template_child (widget_class, LasnaPersonWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, LasnaPersonWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, LasnaPersonWindow, places);
  gtk_widget_class_bind_template_child (widget_class, LasnaPersonWindow, backups);
  gtk_widget_class_bind_template_child (widget_class, LasnaPersonWindow, deeds);
  gtk_widget_class_bind_template_callback (widget_class, find_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, anonymise_cb);
  gtk_widget_class_bind_template_callback (widget_class, erase_cb);
}

static void
lasna_person_window_init (LasnaPersonWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lasna_focus_ring_keep (GTK_WINDOW (self));
  gtk_widget_set_sensitive (self->find, FALSE);
  lasna_naming_name_inside (GTK_WIDGET (self), _ ("A person's data"));
}

/**
 * lasna_person_window_new:
 *
 * Returns: (transfer floating): a window over @window, about its workbook
 */
GtkWindow *
lasna_person_window_new (LasnaWindow *window)
{
  LasnaPersonWindow *self = g_object_new (LASNA_TYPE_PERSON_WINDOW, "transient-for", window, NULL);

  self->workbook = g_object_ref (lasna_window_get_workbook (window));
  return GTK_WINDOW (self);
}
