/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checklists in groups, those of the stage at hand first.
 */
#include "config.h"

#include "lasna-checklist-list.h"

#include "lasna-checklist-run.h"
#include "lasna-checklist.h"
#include "lasna-naming.h"
#include "lasna-parting.h"
#include "lasna-plain-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* How many of the runs that are done are listed, newest first. */
#define N_DONE 20

/* From so many answers on a result is told as a share. */
#define MANY 5

/**
 * LasnaChecklistList:
 *
 * First what is under way, then the checklists made for the stage or the journey at hand, then the
 * others by how often one fills them in, and at last what is done.
 */
struct _LasnaChecklistList
{
  AdwBin parent_instance;

  /* Template children */
  GtkDropDown *stages;
  GtkWidget *groups;

  /* Owned */
  LasnaWorkbook *workbook;
  LasnaJourney *journey;
  GPtrArray *places; /* LasnaRecords, as the drop-down has them: the journey, then its stages */

  gboolean filling;
};

/* Those who are filled in as often stand together. */
static const struct
{
  const char *title;
  const char *cadences;
} rhythms[] = {
  { N_ ("At every encounter"), " cadence.each-encounter cadence.per-departure " },
  { N_ ("Every week or month"), " cadence.weekly cadence.monthly " },
  { N_ ("A few times a year"), NULL },
};

G_DEFINE_FINAL_TYPE (LasnaChecklistList, lasna_checklist_list, ADW_TYPE_BIN)

static GtkWidget *
add_group (LasnaChecklistList *self, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  lasna_naming_name (list, title);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (self->groups), box);
  return list;
}

static GtkWidget *
new_row (const char *title, const char *subtitle, const char *end)
{
  GtkWidget *row = lasna_plain_row_new (title, subtitle, end);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static const char *
get_place_title (LasnaRecord *run)
{
  static const char *const places[] = { "touchpoint", "stage", "journey" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      LasnaRecord *place = lasna_record_get_reference (run, places[i]);

      if (place != NULL)
        return lasna_record_get_text (place, "title");
    }
  return NULL;
}

/* In words for what somebody does, as a share for what a service does, and never from few answers.
 */
static char *
describe_result (LasnaChecklistRun *run, const LasnaChecklistScore *score)
{
  double value = lasna_checklist_score_get_value (score);

  if (isnan (value) || score->n_answered < MANY ||
      g_str_equal (lasna_checklist_run_get_scale (run)->id, "scale.weekly"))
    return NULL;
  /* Translators: the result of a checklist as a share of the best possible one. */
  return g_strdup_printf (_ ("%.0f %% of the best"), value * 100);
}

static char *
describe_run (LasnaChecklistRun *run)
{
  LasnaRecord *record = LASNA_RECORD (run);
  LasnaChecklistScore score = { 0 };
  g_autofree char *date =
      lasna_words_date (lasna_language_of_locale (), lasna_record_get_text (record, "date"));
  g_autofree char *progress = NULL;
  g_autofree char *result = NULL;
  const char *place = get_place_title (record);
  const char *parts[4] = { NULL };
  guint n = 0;

  lasna_checklist_run_score (run, NULL, &score);
  /* Translators: how many items of a checklist have an answer, of how many, and the date of the
   * start. */
  progress = g_strdup_printf (_ ("%u/%u answered, started %s"),
                              score.n_answered + score.n_items - score.n_relevant,
                              score.n_items,
                              date);
  parts[n++] = progress;
  if (place != NULL)
    parts[n++] = place;
  if (lasna_checklist_run_is_finished (run))
    result = describe_result (run, &score);
  if (result != NULL)
    parts[n++] = result;
  return g_strjoinv (LASNA_PARTING_DOT, (char **) parts);
}

static GtkWidget *
new_run_row (LasnaChecklistRun *run)
{
  g_autofree char *subtitle = describe_run (run);
  GtkWidget *row = new_row (lasna_record_get_text (LASNA_RECORD (run), "title"), subtitle, NULL);
  g_autofree char *id =
      g_strdup_printf ("%" G_GINT64_FORMAT, lasna_record_get_id (LASNA_RECORD (run)));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "page.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  return row;
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  return lasna_checklist_run_compare (*(LasnaChecklistRun *const *) b,
                                      *(LasnaChecklistRun *const *) a);
}

static GPtrArray *
list_runs (LasnaChecklistList *self)
{
  GListModel *runs = lasna_workbook_get_records (self->workbook, "checklist_run");
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (runs); i++)
    g_ptr_array_add (sorted, g_list_model_get_item (runs, i));
  g_ptr_array_sort (sorted, compare_runs);
  return sorted;
}

static void
add_runs (LasnaChecklistList *self, GPtrArray *runs, gboolean finished, const char *title)
{
  GtkWidget *list = NULL;
  guint n = 0;

  for (guint i = 0; i < runs->len && n < N_DONE; i++)
    {
      if (lasna_checklist_run_is_finished (runs->pdata[i]) != finished)
        continue;
      if (list == NULL)
        list = add_group (self, title);
      gtk_list_box_append (GTK_LIST_BOX (list), new_run_row (runs->pdata[i]));
      n++;
    }
}

/* When it was last filled in, told shortly; NULL for never. */
static char *
describe_last (LasnaChecklist *checklist, GPtrArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    {
      LasnaRecord *run = runs->pdata[i];

      if (g_strcmp0 (lasna_record_get_text (run, "template"), checklist->code) == 0)
        {
          g_autofree char *date =
              lasna_words_date (lasna_language_of_locale (), lasna_record_get_text (run, "date"));

          /* Translators: when a checklist was last filled in; %s is a date. */
          return g_strdup_printf (_ ("last %s"), date);
        }
    }
  return NULL;
}

static void
add_checklist (GtkWidget *list, LasnaChecklist *checklist, GPtrArray *runs)
{
  g_autofree char *last = describe_last (checklist, runs);
  GtkWidget *row = new_row (checklist->title, checklist->intro, last);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "page.start");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", checklist->code);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static gboolean
is_for_template (LasnaChecklistList *self, LasnaChecklist *checklist, LasnaRecord *stage)
{
  const LasnaChecklistCatalogue *template = lasna_catalogue_find_checklist (
      lasna_workbook_get_catalogue (self->workbook), checklist->code);
  const char *id = lasna_record_get_text (stage, "template-id");

  return template != NULL && id != NULL && g_strv_contains (template->stages, id);
}

/* Whether it was made for the stage at hand, or for one of the journey's where none is chosen. */
static gboolean
is_at_hand (LasnaChecklistList *self, LasnaChecklist *checklist)
{
  LasnaRecord *place = lasna_checklist_list_get_place (self);

  if (place != NULL && LASNA_RECORD (self->journey) != place)
    return is_for_template (self, checklist, place);
  for (guint i = 1; i < self->places->len; i++)
    if (is_for_template (self, checklist, self->places->pdata[i]))
      return TRUE;
  return FALSE;
}

/* One for other stages only is not offered among the general ones. */
static gboolean
is_general (LasnaChecklistList *self, LasnaChecklist *checklist)
{
  const LasnaChecklistCatalogue *template = lasna_catalogue_find_checklist (
      lasna_workbook_get_catalogue (self->workbook), checklist->code);

  return template == NULL || template->stages[0] == NULL;
}

static gboolean
has_rhythm (LasnaChecklist *checklist, guint rhythm)
{
  g_autofree char *word = g_strdup_printf (" %s ", checklist->cadence);

  for (guint i = 0; i < G_N_ELEMENTS (rhythms); i++)
    if (rhythms[i].cadences == NULL || strstr (rhythms[i].cadences, word) != NULL)
      return i == rhythm;
  return FALSE;
}

static void
add_checklists (LasnaChecklistList *self, GPtrArray *runs)
{
  g_autoptr (GPtrArray) all =
      lasna_checklist_list (self->workbook, lasna_workbook_get_language (self->workbook));
  LasnaRecord *place = lasna_checklist_list_get_place (self);
  GtkWidget *list = NULL;

  for (guint i = 0; i < all->len; i++)
    if (is_at_hand (self, all->pdata[i]))
      {
        if (list == NULL)
          list = add_group (self,
                            place == LASNA_RECORD (self->journey)
                                ? _ ("For the stages of this journey")
                                : _ ("For this stage"));
        add_checklist (list, all->pdata[i], runs);
      }
  for (guint rhythm = 0; rhythm < G_N_ELEMENTS (rhythms); rhythm++)
    {
      list = NULL;
      for (guint i = 0; i < all->len; i++)
        if (is_general (self, all->pdata[i]) && has_rhythm (all->pdata[i], rhythm))
          {
            if (list == NULL)
              list = add_group (self, _ (rhythms[rhythm].title));
            add_checklist (list, all->pdata[i], runs);
          }
    }
}

static void
fill_stages (LasnaChecklistList *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  LasnaRecord *old = lasna_checklist_list_get_place (self);
  GListModel *stages;
  guint selected = 0;

  self->filling = TRUE;
  g_ptr_array_set_size (self->places, 0);
  if (self->journey != NULL)
    {
      gtk_string_list_append (titles, _ ("The whole journey"));
      g_ptr_array_add (self->places, g_object_ref (self->journey));
      stages = lasna_record_get_children (LASNA_RECORD (self->journey), "stage", "journey");
      for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
        {
          LasnaRecord *stage = g_list_model_get_item (stages, i);
          g_autofree char *title =
              g_strdup_printf ("%u  %s", i + 1, lasna_record_get_text (stage, "title"));

          if (stage == old)
            selected = i + 1;
          gtk_string_list_append (titles, title);
          g_ptr_array_add (self->places, stage);
        }
    }
  gtk_drop_down_set_model (self->stages, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->stages, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->stages), self->places->len > 1);
  lasna_naming_name_inside (GTK_WIDGET (self->stages), _ ("What you are looking at"));
  self->filling = FALSE;
}

static void
fill_groups (LasnaChecklistList *self)
{
  g_autoptr (GPtrArray) runs = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->groups)) != NULL)
    gtk_box_remove (GTK_BOX (self->groups), child);
  if (self->workbook == NULL)
    return;
  runs = list_runs (self);
  add_runs (self, runs, FALSE, _ ("Under way"));
  add_checklists (self, runs);
  add_runs (self, runs, TRUE, _ ("Filled in before"));
}

static void
stage_chosen_cb (LasnaChecklistList *self)
{
  if (!self->filling)
    fill_groups (self);
}

static void
lasna_checklist_list_dispose (GObject *object)
{
  LasnaChecklistList *self = LASNA_CHECKLIST_LIST (object);

  self->filling = TRUE;
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LASNA_TYPE_CHECKLIST_LIST);
  g_clear_object (&self->workbook);
  g_clear_object (&self->journey);
  G_OBJECT_CLASS (lasna_checklist_list_parent_class)->dispose (object);
}

static void
lasna_checklist_list_finalize (GObject *object)
{
  g_ptr_array_unref (LASNA_CHECKLIST_LIST (object)->places);
  G_OBJECT_CLASS (lasna_checklist_list_parent_class)->finalize (object);
}

static void
lasna_checklist_list_class_init (LasnaChecklistListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lasna_checklist_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = lasna_checklist_list_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/lasna/Lasna/lasna-checklist-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LasnaChecklistList, stages);
  gtk_widget_class_bind_template_child (widget_class, LasnaChecklistList, groups);
  gtk_widget_class_bind_template_callback (widget_class, stage_chosen_cb);
}

static void
lasna_checklist_list_init (LasnaChecklistList *self)
{
  self->places = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lasna_checklist_list_set_workbook (LasnaChecklistList *self, LasnaWorkbook *workbook)
{
  g_set_object (&self->workbook, workbook);
}

/**
 * lasna_checklist_list_set_journey:
 *
 * Lists the checklists for @journey first.
 */
void
lasna_checklist_list_set_journey (LasnaChecklistList *self, LasnaJourney *journey)
{
  g_set_object (&self->journey, journey);
  lasna_checklist_list_update (self);
}

/**
 * lasna_checklist_list_get_place:
 *
 * Returns: (transfer none) (nullable): the journey or stage that a checklist started now is about
 */
LasnaRecord *
lasna_checklist_list_get_place (LasnaChecklistList *self)
{
  guint selected = gtk_drop_down_get_selected (self->stages);

  return selected < self->places->len ? self->places->pdata[selected] : NULL;
}

/**
 * lasna_checklist_list_update:
 *
 * Shows what the workbook holds now.
 */
void
lasna_checklist_list_update (LasnaChecklistList *self)
{
  fill_stages (self);
  fill_groups (self);
}

/**
 * lasna_checklist_list_focus:
 *
 * Puts the focus on the first row.
 */
void
lasna_checklist_list_focus (LasnaChecklistList *self)
{
  gtk_widget_child_focus (self->groups, GTK_DIR_TAB_FORWARD);
}
