/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done with a journey: add, move, delete, open.
 */
#include "config.h"

#include "lasna-journey-page.h"

#include "lasna-actions.h"
#include "lasna-hearing.h"
#include "lasna-hidden-stretch.h"
#include "lasna-inspector.h"
#include "lasna-journey-map.h"
#include "lasna-later.h"
#include "lasna-path-view.h"
#include "lasna-service.h"
#include "lasna-stage.h"
#include "lasna-template.h"
#include "lasna-touchpoint.h"
#include "lasna-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LasnaJourneyPage
{
  LasnaPage parent_instance;

  /* Template children */
  GtkStack *stack;
  GtkBox *templates;
  GtkLabel *title;
  GtkLabel *counts;
  LasnaJourneyMap *map;
  GtkWidget *no_stages;
  GtkRevealer *revealer;
  LasnaInspector *inspector;

  /* Owned */
  LasnaJourney *shown;
  LasnaFeedback *feedback;

  /* Borrowed */
  LasnaPathView *path;

  guint idle;
};

G_DEFINE_FINAL_TYPE (LasnaJourneyPage, lasna_journey_page, LASNA_TYPE_PAGE)

static LasnaWorkbook *
get_workbook (LasnaJourneyPage *self)
{
  return lasna_page_get_workbook (LASNA_PAGE (self));
}

static LasnaRecord *
get_journey (LasnaJourneyPage *self)
{
  return LASNA_RECORD (lasna_page_get_journey (LASNA_PAGE (self)));
}

static GListModel *
get_stages (LasnaJourneyPage *self)
{
  return lasna_record_get_children (get_journey (self), "stage", "journey");
}

/* The stage that the selected record is, or is in; else the first one in view. */
static LasnaRecord *
find_stage (LasnaJourneyPage *self)
{
  LasnaRecord *selected = lasna_journey_map_get_selected (self->map);

  if (selected != NULL && LASNA_IS_STAGE (selected))
    return selected;
  if (selected != NULL && !LASNA_IS_JOURNEY (selected))
    return lasna_record_get_reference (selected, "stage");
  return lasna_journey_map_get_stage_in_view (self->map);
}

static void
show_counts (LasnaJourneyPage *self)
{
  LasnaRecord *journey = get_journey (self);
  GListModel *stages;
  guint n_stages;
  guint n_touchpoints = 0;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *both = NULL;

  if (journey == NULL)
    return;
  stages = get_stages (self);
  n_stages = g_list_model_get_n_items (stages);
  for (guint i = 0; i < n_stages; i++)
    {
      g_autoptr (LasnaRecord) stage = g_list_model_get_item (stages, i);

      n_touchpoints +=
          g_list_model_get_n_items (lasna_record_get_children (stage, "touchpoint", "stage"));
    }
  first =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u stage", "%u stages", n_stages), n_stages);
  second = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u touchpoint", "%u touchpoints", n_touchpoints),
      n_touchpoints);
  /* Translators: two counts: 6 stages, 18 touchpoints */
  both = g_strdup_printf (_ ("%s, %s"), first, second);
  gtk_label_set_label (self->title, lasna_record_get_text (journey, "title"));
  gtk_label_set_label (self->counts, both);
  gtk_widget_set_visible (self->no_stages, n_stages == 0);
  gtk_widget_set_visible (
      gtk_widget_get_ancestor (GTK_WIDGET (self->map), GTK_TYPE_SCROLLED_WINDOW), n_stages > 0);
}

static gboolean
idle_cb (gpointer data)
{
  LasnaJourneyPage *self = data;

  self->idle = 0;
  lasna_path_view_show (self->path, get_journey (self));
  return G_SOURCE_REMOVE;
}

/* Changes come in bunches; a page out of view waits until it is looked at. */
static void
renew_path (LasnaJourneyPage *self)
{
  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add (idle_cb, self);
}

static void
path_opened_cb (LasnaJourneyPage *self, int column)
{
  g_autoptr (LasnaRecord) stage = g_list_model_get_item (get_stages (self), (guint) column);

  if (stage != NULL)
    lasna_journey_map_focus_record (self->map, stage);
}

static void
reveal_inspected (GtkWidget *map)
{
  LasnaJourneyPage *self =
      LASNA_JOURNEY_PAGE (gtk_widget_get_ancestor (map, LASNA_TYPE_JOURNEY_PAGE));
  LasnaRecord *record = lasna_inspector_get_record (self->inspector);

  if (record != NULL)
    lasna_journey_map_reveal (self->map, record);
}

/* The inspector takes its room from the map: what it is about must not slip out of view. */
static void
room_cb (LasnaJourneyPage *self)
{
  if (gtk_revealer_get_reveal_child (self->revealer))
    lasna_later_run (GTK_WIDGET (self->map), reveal_inspected);
}

static void
inspect (LasnaJourneyPage *self, LasnaRecord *record, const char *property)
{
  lasna_inspector_set_record (self->inspector, record);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  room_cb (self);
  if (property != NULL)
    lasna_inspector_focus_property (self->inspector, property);
}

static void
close_inspector (LasnaJourneyPage *self)
{
  LasnaRecord *selected = lasna_journey_map_get_selected (self->map);

  if (!gtk_revealer_get_reveal_child (self->revealer))
    return;
  if (selected != NULL)
    lasna_journey_map_focus_record (self->map, selected);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  lasna_inspector_set_record (self->inspector, NULL);
}

static void
chosen_cb (LasnaJourneyPage *self, LasnaRecord *record)
{
  if (gtk_revealer_get_reveal_child (self->revealer))
    lasna_inspector_set_record (self->inspector, record);
}

static void
opened_cb (LasnaJourneyPage *self, LasnaRecord *record, const char *property)
{
  inspect (self, record, property);
}

static void
show_journey_cb (LasnaJourneyPage *self)
{
  LasnaJourney *journey = lasna_page_get_journey (LASNA_PAGE (self));

  gtk_stack_set_visible_child_name (self->stack, journey != NULL ? "map" : "empty");
  if (self->shown == journey)
    return;
  g_set_object (&self->shown, journey);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  lasna_inspector_set_record (self->inspector, NULL);
  lasna_journey_map_set_journey (self->map, journey);
  show_counts (self);
  renew_path (self);
}

static void
changed_cb (LasnaJourneyPage *self)
{
  LasnaRecord *inspected = lasna_inspector_get_record (self->inspector);

  if (inspected != NULL && lasna_record_is_deleted (inspected))
    close_inspector (self);
  show_counts (self);
  renew_path (self);
}

static void
say_done (LasnaJourneyPage *self, const char *sentence)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (LASNA_IS_WINDOW (root))
    lasna_window_toast_undo (LASNA_WINDOW (root), sentence);
}

/* A new record is shown with its name ready to be written over. */
static void
begin_with (LasnaJourneyPage *self, LasnaRecord *record, const char *property)
{
  if (record == NULL)
    return;
  lasna_journey_map_focus_record (self->map, record);
  inspect (self, record, property);
}

static void
add_stage_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaJourneyPage *self = data;
  LasnaRecord *stage;

  if (get_journey (self) == NULL)
    return;
  stage = lasna_workbook_add (get_workbook (self),
                              LASNA_TYPE_STAGE,
                              "journey",
                              get_journey (self),
                              "title",
                              _ ("New stage"),
                              NULL);
  begin_with (self, stage, "title");
}

static LasnaRecord *
find_stage_of (LasnaJourneyPage *self, GVariant *parameter)
{
  g_autoptr (LasnaRecord) stage = NULL;

  if (get_journey (self) == NULL)
    return NULL;
  if (parameter == NULL)
    return find_stage (self);
  stage = lasna_workbook_find (get_workbook (self), "stage", g_variant_get_int64 (parameter));
  return stage;
}

static void
add_touchpoint_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaJourneyPage *self = data;
  LasnaRecord *stage = find_stage_of (self, parameter);
  LasnaRecord *touchpoint;
  g_autofree char *sentence = NULL;

  if (stage == NULL)
    {
      add_stage_cb (NULL, NULL, self);
      return;
    }
  touchpoint = lasna_workbook_add (get_workbook (self),
                                   LASNA_TYPE_TOUCHPOINT,
                                   "stage",
                                   stage,
                                   "title",
                                   _ ("New touchpoint"),
                                   NULL);
  begin_with (self, touchpoint, "title");
  if (touchpoint == NULL || parameter != NULL)
    return;
  /* Translators: a touchpoint was added by key; %s is the title of a stage */
  sentence = g_strdup_printf (_ ("The new touchpoint is in the stage “%s”."),
                              lasna_record_get_text (stage, "title"));
  /* Without a button to undo: by the time it is pressed, the name may be the newest change. */
  lasna_page_tell (LASNA_PAGE (self), sentence);
}

static void
add_stretch_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaJourneyPage *self = data;
  LasnaRecord *stage = find_stage_of (self, parameter);

  if (stage != NULL)
    begin_with (self,
                lasna_workbook_add (get_workbook (self),
                                    LASNA_TYPE_HIDDEN_STRETCH,
                                    "stage",
                                    stage,
                                    "assumption",
                                    _ ("What do we think happens here?"),
                                    NULL),
                "assumption");
}

static GListModel *
get_siblings (LasnaJourneyPage *self, LasnaRecord *record)
{
  LasnaRecord *stage;

  if (LASNA_IS_STAGE (record))
    return get_stages (self);
  stage = lasna_record_get_reference (record, "stage");
  return lasna_record_get_children (stage, lasna_record_get_table (record), "stage");
}

static guint
find_place (GListModel *records, LasnaRecord *record)
{
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (LasnaRecord) at = g_list_model_get_item (records, i);

      if (at == record)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static gboolean
move_among_siblings (LasnaJourneyPage *self, LasnaRecord *record, int step)
{
  GListModel *siblings = get_siblings (self, record);
  guint place = find_place (siblings, record);
  g_autoptr (LasnaRecord) before = NULL;

  if ((step < 0 && place == 0) || (step > 0 && place + 1 >= g_list_model_get_n_items (siblings)))
    return FALSE;
  before = g_list_model_get_item (siblings, step < 0 ? place - 1 : place + 2);
  lasna_record_move (record, before);
  return TRUE;
}

static void
move_to_stage (LasnaJourneyPage *self, LasnaRecord *record, int step)
{
  GListModel *stages = get_stages (self);
  guint place = find_place (stages, lasna_record_get_reference (record, "stage"));
  g_autoptr (LasnaRecord) stage = NULL;
  g_autoptr (LasnaChange) change = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *kind = lasna_record_class_dup_noun (LASNA_RECORD_GET_CLASS (record));
  g_autofree char *label = NULL;

  if ((step < 0 && place == 0) || (step > 0 && place + 1 >= g_list_model_get_n_items (stages)))
    return;
  stage = g_list_model_get_item (stages, place + step);
  /* Translators: the name of a change in the undo list; %s is a kind, such as touchpoint */
  label = g_strdup_printf (_ ("Move %s"), kind);
  change = lasna_workbook_begin (get_workbook (self), label);
  g_object_set (record, "stage", stage, NULL);
  lasna_record_move (record, NULL);
  if (!lasna_change_commit (change, &error))
    lasna_page_show_error (LASNA_PAGE (self), error);
}

/* @across and @down as on the map; a stage stands beside its siblings, a card above them. */
static void
move (LasnaJourneyPage *self, int across, int down)
{
  LasnaRecord *selected = lasna_journey_map_get_selected (self->map);

  if (selected == NULL || LASNA_IS_JOURNEY (selected))
    return;
  if (LASNA_IS_STAGE (selected) && across != 0)
    move_among_siblings (self, selected, across);
  else if (!LASNA_IS_STAGE (selected) && down != 0)
    move_among_siblings (self, selected, down);
  else if (!LASNA_IS_STAGE (selected))
    move_to_stage (self, selected, across);
  lasna_journey_map_focus_record (self->map, selected);
}

static void
move_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaJourneyPage *self = data;
  const char *name = g_action_get_name (G_ACTION (action));
  LasnaRecord *selected = lasna_journey_map_get_selected (self->map);
  int step = strcmp (name, "move-earlier") == 0 ? -1 : 1;

  if (strcmp (name, "move-left") == 0 || strcmp (name, "move-right") == 0)
    move (self, strcmp (name, "move-left") == 0 ? -1 : 1, 0);
  else if (strcmp (name, "move-up") == 0 || strcmp (name, "move-down") == 0)
    move (self, 0, strcmp (name, "move-up") == 0 ? -1 : 1);
  else if (selected != NULL)
    move (self, LASNA_IS_STAGE (selected) ? step : 0, LASNA_IS_STAGE (selected) ? 0 : step);
}

static void
focus_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaJourneyPage *self = data;
  const char *name = g_action_get_name (G_ACTION (action));

  if (strcmp (name, "left") == 0 || strcmp (name, "right") == 0)
    lasna_journey_map_move_focus (self->map, strcmp (name, "left") == 0 ? -1 : 1, 0);
  else
    lasna_journey_map_move_focus (self->map, 0, strcmp (name, "up") == 0 ? -1 : 1);
}

/* What has the focus once @record is gone: the next sibling, the one before, or the stage. */
static LasnaRecord *
find_heir (LasnaJourneyPage *self, LasnaRecord *record)
{
  GListModel *siblings = get_siblings (self, record);
  guint place = find_place (siblings, record);
  guint n_siblings = g_list_model_get_n_items (siblings);

  if (place + 1 < n_siblings)
    return g_list_model_get_item (siblings, place + 1);
  if (place > 0 && place != GTK_INVALID_LIST_POSITION)
    return g_list_model_get_item (siblings, place - 1);
  return LASNA_IS_STAGE (record) ? NULL
                                 : g_object_ref (lasna_record_get_reference (record, "stage"));
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaJourneyPage *self = data;
  g_autoptr (LasnaRecord) selected = NULL;
  g_autoptr (LasnaRecord) heir = NULL;
  g_autofree char *sentence = NULL;

  if (!g_set_object (&selected, lasna_journey_map_get_selected (self->map)) ||
      LASNA_IS_JOURNEY (selected))
    return;
  heir = find_heir (self, selected);
  /* Translators: %s is the title of a stage or touchpoint */
  sentence =
      g_strdup_printf (_ ("“%s” was deleted."),
                       lasna_record_get_text (
                           selected, LASNA_IS_HIDDEN_STRETCH (selected) ? "assumption" : "title"));
  lasna_record_delete (selected);
  if (!lasna_record_is_deleted (selected))
    return;
  say_done (self, sentence);
  if (heir != NULL)
    lasna_journey_map_focus_record (self->map, heir);
}

static void
inspect_journey_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LasnaJourneyPage *self = data;

  if (get_journey (self) != NULL)
    inspect (self, get_journey (self), "title");
}

static void
close_inspector_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  close_inspector (data);
}

static void
open_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  lasna_inspector_open_all (LASNA_JOURNEY_PAGE (data)->inspector);
}

static const GActionEntry page_actions[] = {
  { .name = "new", .activate = add_touchpoint_cb },
  { .name = "add-stage", .activate = add_stage_cb },
  { .name = "inspect-journey", .activate = inspect_journey_cb },
};

static const GActionEntry inspector_actions[] = {
  { .name = "close", .activate = close_inspector_cb },
  { .name = "open-all", .activate = open_all_cb },
};

static const GActionEntry map_actions[] = {
  { .name = "add-touchpoint", .activate = add_touchpoint_cb, .parameter_type = "x" },
  { .name = "add-stretch", .activate = add_stretch_cb, .parameter_type = "x" },
  { .name = "move-earlier", .activate = move_cb },
  { .name = "move-later", .activate = move_cb },
  { .name = "move-left", .activate = move_cb },
  { .name = "move-right", .activate = move_cb },
  { .name = "move-up", .activate = move_cb },
  { .name = "move-down", .activate = move_cb },
  { .name = "left", .activate = focus_cb },
  { .name = "right", .activate = focus_cb },
  { .name = "up", .activate = focus_cb },
  { .name = "down", .activate = focus_cb },
  { .name = "delete", .activate = delete_cb },
};

/* A journey stands for a service; the first one is made with the first journey. */
static LasnaRecord *
ensure_service (LasnaJourneyPage *self)
{
  GListModel *services = lasna_workbook_get_records (get_workbook (self), "service");
  g_autoptr (LasnaRecord) first = g_list_model_get_item (services, 0);

  if (first != NULL)
    return first;
  return lasna_workbook_add (
      get_workbook (self),
      LASNA_TYPE_SERVICE,
      "name",
      lasna_record_get_text (LASNA_RECORD (lasna_workbook_get_settings (get_workbook (self))),
                             "name"),
      NULL);
}

static void
begin_journey_cb (GtkButton *button, LasnaJourneyPage *self)
{
  const char *template_id = g_object_get_data (G_OBJECT (button), "template");
  g_autoptr (LasnaChange) change =
      lasna_workbook_begin (get_workbook (self), _ ("Begin a journey"));
  g_autoptr (GError) error = NULL;
  LasnaRecord *service = ensure_service (self);

  if (service != NULL && template_id != NULL)
    lasna_template_add_journey (get_workbook (self),
                                service,
                                template_id,
                                lasna_workbook_get_language (get_workbook (self)),
                                &error);
  else if (service != NULL)
    lasna_workbook_add (get_workbook (self),
                        LASNA_TYPE_JOURNEY,
                        "service",
                        service,
                        "title",
                        _ ("Our journey"),
                        NULL);
  if (error != NULL || !lasna_change_commit (change, &error))
    lasna_page_show_error (LASNA_PAGE (self), error);
}

static void
add_template (LasnaJourneyPage *self, const char *id, const char *title, gboolean is_first)
{
  GtkWidget *button = gtk_button_new_with_label (title);

  g_object_set_data (G_OBJECT (button), "template", (gpointer) id);
  if (is_first)
    gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (begin_journey_cb), self, 0);
  gtk_box_append (self->templates, button);
}

static void
add_templates (LasnaJourneyPage *self)
{
  const LasnaJourneyTemplate *const *templates =
      lasna_catalogue_get_journeys (lasna_workbook_get_catalogue (get_workbook (self)));

  for (guint i = 0; templates[i] != NULL; i++)
    add_template (
        self, templates[i]->id, templates[i]->title.in[lasna_language_of_locale ()], i == 0);
  add_template (self, NULL, _ ("An empty journey"), FALSE);
}

/* The record on the map that @record is, or is a part of. */
static LasnaRecord *
find_shown (LasnaRecord *record)
{
  static const char *const owners[] = { "touchpoint", "stage" };

  if (LASNA_IS_STAGE (record) || LASNA_IS_TOUCHPOINT (record) || LASNA_IS_HIDDEN_STRETCH (record))
    return record;
  if (strcmp (lasna_record_get_table (record), "emotion_target") != 0 &&
      strcmp (lasna_record_get_table (record), "touchpoint_channel") != 0 &&
      strcmp (lasna_record_get_table (record), "backstage_step") != 0 &&
      strcmp (lasna_record_get_table (record), "promise_check") != 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    if (g_object_class_find_property (G_OBJECT_GET_CLASS (record), owners[i]) != NULL &&
        lasna_record_get_reference (record, owners[i]) != NULL)
      return lasna_record_get_reference (record, owners[i]);
  return NULL;
}

/* Whoever is writing about @record goes on writing. */
static gboolean
is_writing_about (LasnaJourneyPage *self, LasnaRecord *record)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->inspector)) &&
         lasna_inspector_get_record (self->inspector) == record;
}

static gboolean
lasna_journey_page_show_record (LasnaPage *page, LasnaRecord *record)
{
  LasnaJourneyPage *self = LASNA_JOURNEY_PAGE (page);
  LasnaRecord *shown = find_shown (record);
  LasnaRecord *stage;

  if (record == get_journey (self))
    return TRUE;
  if (shown == NULL || lasna_record_is_deleted (shown))
    return FALSE;
  stage = LASNA_IS_STAGE (shown) ? shown : lasna_record_get_reference (shown, "stage");
  if (stage == NULL || lasna_record_get_reference (stage, "journey") != get_journey (self))
    return FALSE;
  if (is_writing_about (self, shown))
    {
      lasna_journey_map_reveal (self->map, shown);
      return TRUE;
    }
  if (gtk_revealer_get_reveal_child (self->revealer))
    lasna_inspector_set_record (self->inspector, shown);
  return lasna_journey_map_focus_record (self->map, shown);
}

/* The tile one was at, else the head of the first stage in view. */
static gboolean
lasna_journey_page_enter (LasnaPage *page)
{
  LasnaJourneyPage *self = LASNA_JOURNEY_PAGE (page);
  LasnaRecord *record = lasna_journey_map_get_selected (self->map);

  if (record == NULL)
    record = lasna_journey_map_get_stage_in_view (self->map);
  return record != NULL && lasna_journey_map_focus_record (self->map, record);
}

static void
lasna_journey_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lasna_journey_page_parent_class)->map (widget);
  renew_path (LASNA_JOURNEY_PAGE (widget));
}

static void
lasna_journey_page_constructed (GObject *object)
{
  LasnaJourneyPage *self = LASNA_JOURNEY_PAGE (object);

  G_OBJECT_CLASS (lasna_journey_page_parent_class)->constructed (object);
  add_templates (self);
  self->feedback = lasna_hearing_ref (get_workbook (self));
  self->path = LASNA_PATH_VIEW (lasna_path_view_new (self->feedback));
  lasna_journey_map_set_path (self->map, GTK_WIDGET (self->path));
  g_signal_connect_object (
      self->path, "opened", G_CALLBACK (path_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->feedback, "changed", G_CALLBACK (renew_path), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      get_workbook (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_journey_cb (self);
}

static void
lasna_journey_page_dispose (GObject *object)
{
  LasnaJourneyPage *self = LASNA_JOURNEY_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->shown);
  g_clear_object (&self->feedback);
  adw_bin_set_child (ADW_BIN (object), NULL);
  G_OBJECT_CLASS (lasna_journey_page_parent_class)->dispose (object);
}

static void
lasna_journey_page_class_init (LasnaJourneyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = lasna_journey_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = lasna_journey_page_dispose;
  LASNA_PAGE_CLASS (klass)->show_record = lasna_journey_page_show_record;
  LASNA_PAGE_CLASS (klass)->enter = lasna_journey_page_enter;
  widget_class->map = lasna_journey_page_map;

  g_type_ensure (LASNA_TYPE_JOURNEY_MAP);
  g_type_ensure (LASNA_TYPE_INSPECTOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/lasna/Lasna/lasna-journey-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LasnaJourneyPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LasnaJourneyPage, templates);
  gtk_widget_class_bind_template_child (widget_class, LasnaJourneyPage, title);
  gtk_widget_class_bind_template_child (widget_class, LasnaJourneyPage, counts);
  gtk_widget_class_bind_template_child (widget_class, LasnaJourneyPage, map);
  gtk_widget_class_bind_template_child (widget_class, LasnaJourneyPage, no_stages);
  gtk_widget_class_bind_template_child (widget_class, LasnaJourneyPage, revealer);
  gtk_widget_class_bind_template_child (widget_class, LasnaJourneyPage, inspector);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
}

static void
lasna_journey_page_init (LasnaJourneyPage *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleActionGroup) inspector = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (lasna_page_get_actions (LASNA_PAGE (self))),
                                   page_actions,
                                   G_N_ELEMENTS (page_actions),
                                   self);
  g_action_map_add_action_entries (
      G_ACTION_MAP (group), map_actions, G_N_ELEMENTS (map_actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "map", G_ACTION_GROUP (group));
  g_action_map_add_action_entries (
      G_ACTION_MAP (inspector), inspector_actions, G_N_ELEMENTS (inspector_actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "inspector", G_ACTION_GROUP (inspector));
  g_signal_connect_object (gtk_scrollable_get_hadjustment (
                               GTK_SCROLLABLE (gtk_widget_get_parent (GTK_WIDGET (self->map)))),
                           "notify::page-size",
                           G_CALLBACK (room_cb),
                           self,
                           G_CONNECT_SWAPPED);
  lasna_actions_add_keys (GTK_WIDGET (self->map), "map.");
  lasna_actions_add_keys (GTK_WIDGET (self), "inspector.");
  g_signal_connect (self, "notify::journey", G_CALLBACK (show_journey_cb), NULL);
}
