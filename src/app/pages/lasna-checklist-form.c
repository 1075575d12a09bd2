/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All items of a checklist in one scroll.
 */
#include "config.h"

#include "lasna-checklist-form.h"

#include "lasna-actions.h"
#include "lasna-checklist-row.h"
#include "lasna-checklist.h"
#include "lasna-page.h"

#include <glib/gi18n-lib.h>

/* Pixels that stay visible below the item that is scrolled to. */
#define ROOM_BELOW 48
#define N_FRAMES 10

/**
 * LasnaChecklistForm:
 *
 * Every answer is a change of its own and on disk when the key is up. Nothing is required; nothing
 * moves while one answers but the line of progress.
 *
 * # Shortcuts
 *
 * The keys of the actions "checklist." in the table of actions work while an item has the focus;
 * where somebody writes a note, the note has them.
 */
struct _LasnaChecklistForm
{
  GtkBox parent_instance;

  /* Template children */
  GtkLabel *title;
  GtkLabel *place;
  GtkLabel *progress;
  GtkToggleButton *why_button;
  GtkWidget *finish;
  GtkProgressBar *bar;
  GtkScrolledWindow *scroller;
  GtkWidget *items;
  GtkRevealer *why;
  GtkLabel *why_item;
  GtkWidget *why_head;
  GtkLabel *why_text;
  GtkWidget *how_head;
  GtkLabel *how_text;

  /* Owned */
  LasnaChecklistRun *run;
  LasnaChecklist *checklist; /* as it is now, for why and how; NULL where it is no more */

  /* Borrowed */
  LasnaChecklistRow *current;

  guint n_frames; /* drawn since the focus was set */
};

G_DEFINE_FINAL_TYPE (LasnaChecklistForm, lasna_checklist_form, GTK_TYPE_BOX)

static void
show_progress (LasnaChecklistForm *self)
{
  LasnaChecklistScore score = { 0 };
  g_autofree char *text = NULL;
  guint n_done;

  if (self->run == NULL || lasna_record_is_deleted (LASNA_RECORD (self->run)))
    return;
  lasna_checklist_run_score (self->run, NULL, &score);
  n_done = score.n_answered + score.n_items - score.n_relevant;
  /* Translators: how many items of a checklist have an answer, of how many. */
  text = g_strdup_printf (_ ("%u/%u"), n_done, score.n_items);
  gtk_label_set_label (self->progress, text);
  gtk_progress_bar_set_fraction (self->bar,
                                 score.n_items > 0 ? (double) n_done / score.n_items : 0);
  gtk_widget_set_visible (self->finish, !lasna_checklist_run_is_finished (self->run));
}

static void
show_line (GtkWidget *head, GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  if (head != NULL)
    gtk_widget_set_visible (head, text != NULL);
}

static void
show_why (LasnaChecklistForm *self)
{
  LasnaRecord *answer =
      self->current != NULL ? LASNA_RECORD (lasna_checklist_row_get_answer (self->current)) : NULL;
  const LasnaChecklistEntry *entry =
      answer != NULL && self->checklist != NULL
          ? lasna_checklist_find (self->checklist, lasna_record_get_text (answer, "item"))
          : NULL;
  const char *why = entry != NULL ? entry->why : NULL;
  const char *check = entry != NULL ? entry->check : NULL;

  show_line (
      NULL, self->why_item, answer != NULL ? lasna_record_get_text (answer, "item-text") : NULL);
  show_line (self->why_head, self->why_text, why);
  show_line (self->how_head, self->how_text, check);
  if (why == NULL && check == NULL)
    show_line (NULL, self->how_text, _ ("The item says it all; no more is written about it."));
}

static void
entered_cb (GtkEventController *controller, LasnaChecklistForm *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (controller);

  if (self->current == LASNA_CHECKLIST_ROW (row))
    return;
  self->current = LASNA_CHECKLIST_ROW (row);
  show_why (self);
}

static void
report (LasnaChecklistForm *self, const GError *error)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), LASNA_TYPE_PAGE);

  if (error != NULL && page != NULL)
    lasna_page_show_error (LASNA_PAGE (page), error);
}

/* The number keys give the steps of the scale; a scale with fewer steps leaves the last keys dead.
 */
static gboolean
has_step (LasnaChecklistForm *self, int value)
{
  const LasnaScale *scale = lasna_checklist_run_get_scale (self->run);

  for (guint i = 0; i < scale->n_steps; i++)
    if (scale->steps[i].value == value)
      return TRUE;
  return FALSE;
}

static void
answer_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LasnaChecklistForm *self = LASNA_CHECKLIST_FORM (widget);
  int value = g_variant_get_int32 (parameter);
  g_autoptr (GError) error = NULL;

  if (self->current == NULL || !has_step (self, value))
    return;
  lasna_checklist_answer_give (lasna_checklist_row_get_answer (self->current), value, &error);
  report (self, error);
}

static void
not_relevant_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LasnaChecklistForm *self = LASNA_CHECKLIST_FORM (widget);
  g_autoptr (GError) error = NULL;

  if (self->current != NULL)
    lasna_checklist_answer_set_not_relevant (lasna_checklist_row_get_answer (self->current),
                                             &error);
  report (self, error);
}

static void
clear_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LasnaChecklistForm *self = LASNA_CHECKLIST_FORM (widget);
  g_autoptr (GError) error = NULL;

  if (self->current != NULL)
    lasna_checklist_answer_clear (lasna_checklist_row_get_answer (self->current), &error);
  report (self, error);
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LasnaChecklistForm *self = LASNA_CHECKLIST_FORM (widget);
  GtkWidget *row = self->current != NULL ? GTK_WIDGET (self->current) : NULL;
  GtkWidget *next = NULL;

  if (row != NULL)
    next = g_variant_get_int32 (parameter) > 0 ? gtk_widget_get_next_sibling (row)
                                               : gtk_widget_get_prev_sibling (row);
  if (LASNA_IS_CHECKLIST_ROW (next))
    gtk_widget_grab_focus (next);
}

/* From the item to its note; from there the focus goes on as Tab does elsewhere. */
static void
note_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LasnaChecklistForm *self = LASNA_CHECKLIST_FORM (widget);

  if (self->current != NULL && gtk_widget_is_focus (GTK_WIDGET (self->current)))
    lasna_checklist_row_write_note (self->current);
  else
    g_signal_emit_by_name (gtk_widget_get_root (widget), "move-focus", GTK_DIR_TAB_FORWARD);
}

/* From the note to its item; from there to nothing deeper, so the panel closes. */
static void
leave_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LasnaChecklistForm *self = LASNA_CHECKLIST_FORM (widget);

  if (self->current != NULL && !gtk_widget_is_focus (GTK_WIDGET (self->current)))
    gtk_widget_grab_focus (GTK_WIDGET (self->current));
  else
    gtk_toggle_button_set_active (self->why_button, FALSE);
}

static void
why_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  lasna_checklist_form_toggle_why (LASNA_CHECKLIST_FORM (widget));
}

static GtkWidget *
new_intro (LasnaChecklistForm *self)
{
  GtkWidget *label = gtk_label_new (self->checklist != NULL ? self->checklist->intro : NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_set_visible (label, self->checklist != NULL && self->checklist->intro != NULL);
  return label;
}

static void
fill (LasnaChecklistForm *self)
{
  GListModel *answers = lasna_checklist_run_get_answers (self->run);

  gtk_box_append (GTK_BOX (self->items), new_intro (self));
  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr (LasnaChecklistAnswer) answer = g_list_model_get_item (answers, i);
      GtkWidget *row = lasna_checklist_row_new (self->run, answer, i + 1);
      GtkEventController *focus = gtk_event_controller_focus_new ();

      g_signal_connect (focus, "enter", G_CALLBACK (entered_cb), self);
      gtk_widget_add_controller (row, focus);
      gtk_box_append (GTK_BOX (self->items), row);
    }
}

static void
empty (LasnaChecklistForm *self)
{
  GtkWidget *child;

  self->current = NULL;
  while ((child = gtk_widget_get_first_child (self->items)) != NULL)
    gtk_box_remove (GTK_BOX (self->items), child);
  g_clear_pointer (&self->checklist, lasna_checklist_free);
  g_clear_object (&self->run);
}

static char *
describe_place (LasnaChecklistRun *run)
{
  static const char *const places[] = { "touchpoint", "stage", "journey" };
  LasnaRecord *record = LASNA_RECORD (run);
  g_autofree char *date =
      lasna_words_date (lasna_language_of_locale (), lasna_record_get_text (record, "date"));

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      LasnaRecord *place = lasna_record_get_reference (record, places[i]);
      const char *title = place != NULL ? lasna_record_get_text (place, "title") : NULL;

      if (title != NULL)
        /* Translators: what a checklist is about and when it was started: "In the forest ·
         * started 7.10.2026". */
        return g_strdup_printf (_ ("%s · started %s"), title, date);
    }
  /* Translators: %s is a date. */
  return g_strdup_printf (_ ("Started %s"), date);
}

static void
changed_cb (LasnaChecklistForm *self)
{
  show_progress (self);
}

/* The sizes of a form that has just been filled, or has made room for why and how, come in the next
 * few frames, so that the focus alone does not keep its row in view.
 */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LasnaChecklistForm *self = LASNA_CHECKLIST_FORM (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;

  if (self->current == NULL)
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_height (GTK_WIDGET (self->current)) > 0 &&
      gtk_widget_compute_bounds (GTK_WIDGET (self->current), self->items, &bounds))
    gtk_adjustment_clamp_page (
        adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height + ROOM_BELOW);
  return ++self->n_frames < N_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
keep_in_view (LasnaChecklistForm *self)
{
  self->n_frames = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static void
lasna_checklist_form_dispose (GObject *object)
{
  LasnaChecklistForm *self = LASNA_CHECKLIST_FORM (object);

  if (self->items != NULL)
    empty (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), LASNA_TYPE_CHECKLIST_FORM);
  G_OBJECT_CLASS (lasna_checklist_form_parent_class)->dispose (object);
}

static void
lasna_checklist_form_class_init (LasnaChecklistFormClass *klass)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "checklist.answer", "i", answer_cb }, { "checklist.not-relevant", NULL, not_relevant_cb },
    { "checklist.clear", NULL, clear_cb },  { "checklist.move", "i", move_cb },
    { "checklist.note", NULL, note_cb },    { "checklist.why", NULL, why_cb },
    { "checklist.leave", NULL, leave_cb },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lasna_checklist_form_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/lasna/Lasna/lasna-checklist-form.ui");
  gtk_widget_class_bind_template_child (widget_class, LasnaChecklistForm, title);
  gtk_widget_class_bind_template_child (widget_class, LasnaChecklistForm, place);
  gtk_widget_class_bind_template_child (widget_class, LasnaChecklistForm, progress);
  gtk_widget_class_bind_template_child (widget_class, LasnaChecklistForm, why_button);
  gtk_widget_class_bind_template_child (widget_class, LasnaChecklistForm, finish);
  gtk_widget_class_bind_template_child (widget_class, LasnaChecklistForm, bar);
  gtk_widget_class_bind_template_child (widget_class, LasnaChecklistForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, LasnaChecklistForm, items);
  gtk_widget_class_bind_template_child (widget_class, LasnaChecklistForm, why);
  gtk_widget_class_bind_template_child (widget_class, LasnaChecklistForm, why_item);
  gtk_widget_class_bind_template_child (widget_class, LasnaChecklistForm, why_head);
  gtk_widget_class_bind_template_child (widget_class, LasnaChecklistForm, why_text);
  gtk_widget_class_bind_template_child (widget_class, LasnaChecklistForm, how_head);
  gtk_widget_class_bind_template_child (widget_class, LasnaChecklistForm, how_text);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (
        widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}

static void
lasna_checklist_form_init (LasnaChecklistForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lasna_actions_add_keys (self->items, "checklist.");
  g_object_bind_property (
      self->why_button, "active", self->why, "reveal-child", G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (self->why, "notify::child-revealed", G_CALLBACK (keep_in_view), self);
}

/**
 * lasna_checklist_form_get_run:
 *
 * Returns: (transfer none) (nullable): what is being filled in
 */
LasnaChecklistRun *
lasna_checklist_form_get_run (LasnaChecklistForm *self)
{
  return self->run;
}

/**
 * lasna_checklist_form_set_run:
 * @run: (nullable): what to fill in
 *
 * Shows @run; the form forgets it when it is given another or NULL.
 */
void
lasna_checklist_form_set_run (LasnaChecklistForm *self, LasnaChecklistRun *run)
{
  LasnaWorkbook *workbook;
  g_autofree char *place = NULL;

  if (self->run == run)
    return;
  if (self->run != NULL)
    g_signal_handlers_disconnect_by_func (
        lasna_record_get_workbook (LASNA_RECORD (self->run)), changed_cb, self);
  empty (self);
  if (run == NULL)
    return;
  workbook = lasna_record_get_workbook (LASNA_RECORD (run));
  place = describe_place (run);
  self->run = g_object_ref (run);
  self->checklist = lasna_checklist_new (workbook,
                                         lasna_record_get_text (LASNA_RECORD (run), "template"),
                                         lasna_workbook_get_language (workbook));
  gtk_label_set_label (self->title, lasna_record_get_text (LASNA_RECORD (run), "title"));
  gtk_label_set_label (self->place, place);
  fill (self);
  show_progress (self);
  show_why (self);
  g_signal_connect_object (workbook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/* The first item without an answer, or the first of all. */
static GtkWidget *
find_row (LasnaChecklistForm *self, LasnaRecord *answer)
{
  GtkWidget *first = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (self->items); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      LasnaRecord *shown;

      if (!LASNA_IS_CHECKLIST_ROW (row))
        continue;
      if (first == NULL)
        first = row;
      shown = LASNA_RECORD (lasna_checklist_row_get_answer (LASNA_CHECKLIST_ROW (row)));
      if (answer != NULL ? shown == answer
                         : !lasna_record_is_set (shown, "value") &&
                               !lasna_record_get_flag (shown, "not-relevant"))
        return row;
    }
  return first;
}

/**
 * lasna_checklist_form_focus:
 * @answer: (nullable): one of the run; by default the first item without an answer
 *
 * Puts the focus on an item.
 */
void
lasna_checklist_form_focus (LasnaChecklistForm *self, LasnaRecord *answer)
{
  GtkWidget *row = find_row (self, answer);

  if (row == NULL)
    return;
  gtk_widget_grab_focus (row);
  keep_in_view (self);
}

/**
 * lasna_checklist_form_toggle_why:
 *
 * Shows or hides why the item matters and how to check it.
 */
void
lasna_checklist_form_toggle_why (LasnaChecklistForm *self)
{
  gtk_toggle_button_set_active (self->why_button, !gtk_toggle_button_get_active (self->why_button));
}

/**
 * lasna_checklist_form_write_evidence:
 *
 * Puts the cursor into the evidence of the item in focus.
 */
void
lasna_checklist_form_write_evidence (LasnaChecklistForm *self)
{
  if (self->current != NULL)
    lasna_checklist_row_write_evidence (self->current);
}

/**
 * lasna_checklist_form_get_answer:
 *
 * Returns: (transfer none) (nullable): the answer in focus
 */
LasnaChecklistAnswer *
lasna_checklist_form_get_answer (LasnaChecklistForm *self)
{
  return self->current != NULL ? lasna_checklist_row_get_answer (self->current) : NULL;
}
