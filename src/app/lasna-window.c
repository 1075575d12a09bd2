/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window.
 */
#define G_LOG_DOMAIN "lasna-app"

#include "config.h"

#include "lasna-window-private.h"

#include "lasna-focus-ring.h"
#include "lasna-later.h"
#include "lasna-pages.h"
#include "lasna-recent.h"
#include "lasna-retaining.h"
#include "lasna-start.h"

#include <glib/gi18n-lib.h>

/* Below these widths of the window, in pixels, the sidebar shows icons and then a button. */
#define ICONS_BELOW 1060
#define BUTTON_BELOW 700

typedef enum
{
  LASNA_FOLD_WHOLE,
  LASNA_FOLD_ICONS,
  LASNA_FOLD_BUTTON,
} LasnaFold;

enum
{
  PROP_WORKBOOK = 1,
  PROP_JOURNEY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LasnaWindow, lasna_window, ADW_TYPE_APPLICATION_WINDOW)

static void
apply_fold (LasnaWindow *self)
{
  gtk_widget_set_visible (self->side, self->fold != LASNA_FOLD_BUTTON);
  gtk_widget_set_visible (self->side_line, self->fold != LASNA_FOLD_BUTTON);
  gtk_widget_set_visible (GTK_WIDGET (self->pages_button), self->fold == LASNA_FOLD_BUTTON);
  gtk_widget_set_visible (self->side_title, self->fold == LASNA_FOLD_WHOLE);
  gtk_widget_set_visible (self->side_icon, self->fold != LASNA_FOLD_WHOLE);
  lasna_sidebar_set_folded (self->sidebar, self->fold != LASNA_FOLD_WHOLE);
}

static gboolean
fold_cb (gpointer data)
{
  LasnaWindow *self = data;

  self->fold_source = 0;
  apply_fold (self);
  return G_SOURCE_REMOVE;
}

static LasnaFold
find_fold (LasnaWindow *self, int width)
{
  GSettings *settings = lasna_application_get_settings (
      LASNA_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));

  if (width < BUTTON_BELOW)
    return LASNA_FOLD_BUTTON;
  return width < ICONS_BELOW || g_settings_get_boolean (settings, "sidebar-folded")
             ? LASNA_FOLD_ICONS
             : LASNA_FOLD_WHOLE;
}

static void
update_fold (LasnaWindow *self, int width)
{
  LasnaFold fold;

  if (width <= 0 || gtk_window_get_application (GTK_WINDOW (self)) == NULL)
    return;
  fold = find_fold (self, width);
  if (fold == (LasnaFold) self->fold)
    return;
  self->fold = fold;
  /* Not while sizes are being given out. */
  if (self->fold_source == 0)
    self->fold_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fold_cb, self, NULL);
}

static const LasnaPageInfo *
find_page (const char *id)
{
  guint n_pages;
  const LasnaPageInfo *pages = lasna_pages_get (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    if (g_strcmp0 (pages[i].id, id) == 0)
      return &pages[i];
  return NULL;
}

/* Pages are made when they are first shown. */
static LasnaPage *
ensure_page (LasnaWindow *self, const LasnaPageInfo *info)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, info->id);

  if (page == NULL)
    {
      page = g_object_new (info->get_type (), "workbook", self->workbook, NULL);
      g_object_bind_property (self, "journey", page, "journey", G_BINDING_SYNC_CREATE);
      gtk_stack_add_named (self->pages, page, info->id);
    }
  return LASNA_PAGE (page);
}

static void
remove_pages (LasnaWindow *self)
{
  GtkWidget *page;

  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", NULL);
  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, page);
}

static void
saved_cb (LasnaWindow *self)
{
  lasna_sidebar_set_saved (self->sidebar, lasna_keeper_get_saved (self->keeper));
}

static LasnaRecord *
find_touched (LasnaWindow *self, const LasnaTouch *touch)
{
  if (touch->operation == 'd' || g_str_has_prefix (touch->table, "feedback_"))
    return NULL;
  return lasna_workbook_find (self->workbook, touch->table, touch->id);
}

/* After an undo the person sees what has changed: the page in view if it can show it, else another.
 */
static void
show_touches (LasnaWindow *self, GArray *touches)
{
  for (guint i = 0; i < touches->len; i++)
    {
      g_autoptr (LasnaRecord) record = find_touched (self, &g_array_index (touches, LasnaTouch, i));

      if (record != NULL && lasna_window_show_record (self, record))
        return;
    }
}

static void
choose_journey (LasnaWindow *self)
{
  GListModel *journeys;
  g_autoptr (LasnaJourney) first = NULL;

  if (self->journey != NULL && !lasna_record_is_deleted (LASNA_RECORD (self->journey)))
    return;
  journeys = lasna_workbook_get_records (self->workbook, "journey");
  first = g_list_model_get_item (journeys, 0);
  lasna_window_set_journey (self, first);
}

static void
show_counts (LasnaWindow *self)
{
  guint n_pages;
  const LasnaPageInfo *pages = lasna_pages_get (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    if (pages[i].count != NULL)
      lasna_sidebar_set_count (self->sidebar, pages[i].id, pages[i].count (self->workbook));
}

static void
changed_cb (LasnaWindow *self, const char *label, GArray *touches, int cause)
{
  lasna_toast_withdraw (self->toast);
  show_counts (self);
  choose_journey (self);
  _lasna_window_update_actions (self);
  if (touches != NULL && (cause == LASNA_CAUSE_UNDO || cause == LASNA_CAUSE_REDO))
    show_touches (self, touches);
}

static void
active_cb (LasnaWindow *self)
{
  if (self->keeper != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    lasna_keeper_look (self->keeper);
}

static void
page_shown_cb (LasnaWindow *self)
{
  LasnaPage *page = lasna_window_get_page (self);
  const char *id = gtk_stack_get_visible_child_name (self->pages);

  if (page == NULL)
    return;
  gtk_widget_insert_action_group (
      GTK_WIDGET (self), "page", G_ACTION_GROUP (lasna_page_get_actions (page)));
  lasna_sidebar_select (self->sidebar, id);
  _lasna_window_update_actions (self);
}

static void
refused_cb (LasnaWindow *self, const GError *error)
{
  lasna_window_show_error (self, error);
}

/* Where one was, so that one can go on there. */
static void
remember (LasnaWindow *self)
{
  LasnaSettings *settings = lasna_workbook_get_settings (self->workbook);
  const char *name =
      settings != NULL ? lasna_record_get_text (LASNA_RECORD (settings), "name") : NULL;

  lasna_recent_remember (
      lasna_store_get_path (lasna_workbook_get_store (self->workbook)),
      name != NULL ? name : "",
      self->waiting != NULL ? self->waiting->id : gtk_stack_get_visible_child_name (self->pages),
      self->journey != NULL ? lasna_record_get_id (LASNA_RECORD (self->journey)) : 0);
}

void
_lasna_window_let_go (LasnaWindow *self)
{
  g_autoptr (LasnaWorkbook) workbook = NULL;

  if (self->workbook == NULL)
    return;
  if (lasna_workbook_get_store (self->workbook) != NULL)
    remember (self);
  workbook = g_steal_pointer (&self->workbook);
  self->waiting = NULL;
  lasna_keeper_stop (self->keeper);
  g_clear_object (&self->keeper);
  g_signal_handlers_disconnect_by_data (workbook, self);
  remove_pages (self);
  lasna_window_set_journey (self, NULL);
  lasna_workbook_close (workbook, NULL);
}

static void
lasna_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  update_fold (LASNA_WINDOW (widget), width);
  GTK_WIDGET_CLASS (lasna_window_parent_class)->size_allocate (widget, width, height, baseline);
}

static gboolean
lasna_window_close_request (GtkWindow *window)
{
  LasnaWindow *self = LASNA_WINDOW (window);
  GSettings *settings =
      lasna_application_get_settings (LASNA_APPLICATION (gtk_window_get_application (window)));
  int width;
  int height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (settings, "window-width", CLAMP (width, 360, 16384));
  g_settings_set_int (settings, "window-height", CLAMP (height, 300, 16384));
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
  _lasna_window_let_go (self);
  return GTK_WINDOW_CLASS (lasna_window_parent_class)->close_request (window);
}

static void
lasna_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  LasnaWindow *self = LASNA_WINDOW (object);
  gpointer const objects[] = { [PROP_WORKBOOK] = self->workbook, [PROP_JOURNEY] = self->journey };

  g_value_set_object (value, objects[id]);
}

static void
lasna_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  LasnaWindow *self = LASNA_WINDOW (object);

  if (id == PROP_WORKBOOK)
    lasna_window_set_workbook (self, g_value_get_object (value));
  else
    lasna_window_set_journey (self, g_value_get_object (value));
}

static void
lasna_window_dispose (GObject *object)
{
  LasnaWindow *self = LASNA_WINDOW (object);

  g_clear_handle_id (&self->fold_source, g_source_remove);
  if (self->pages != NULL)
    _lasna_window_let_go (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), LASNA_TYPE_WINDOW);
  G_OBJECT_CLASS (lasna_window_parent_class)->dispose (object);
}

static void
lasna_window_class_init (LasnaWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lasna_window_get_property;
  object_class->set_property = lasna_window_set_property;
  object_class->dispose = lasna_window_dispose;
  widget_class->size_allocate = lasna_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = lasna_window_close_request;

  /**
   * LasnaWindow:workbook:
   *
   * The workbook of the window; NULL while it shows the start page.
   */
  properties[PROP_WORKBOOK] =
      g_param_spec_object ("workbook",
                           NULL,
                           NULL,
                           LASNA_TYPE_WORKBOOK,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * LasnaWindow:journey:
   *
   * The journey in view, which every page follows.
   */
  properties[PROP_JOURNEY] =
      g_param_spec_object ("journey",
                           NULL,
                           NULL,
                           LASNA_TYPE_JOURNEY,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LASNA_TYPE_SIDEBAR);
  g_type_ensure (LASNA_TYPE_TOAST);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/lasna/Lasna/lasna-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LasnaWindow, toast);
  gtk_widget_class_bind_template_child (widget_class, LasnaWindow, views);
  gtk_widget_class_bind_template_child (widget_class, LasnaWindow, start);
  gtk_widget_class_bind_template_child (widget_class, LasnaWindow, start_menu);
  gtk_widget_class_bind_template_child (widget_class, LasnaWindow, side);
  gtk_widget_class_bind_template_child (widget_class, LasnaWindow, side_title);
  gtk_widget_class_bind_template_child (widget_class, LasnaWindow, side_icon);
  gtk_widget_class_bind_template_child (widget_class, LasnaWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, LasnaWindow, side_line);
  gtk_widget_class_bind_template_child (widget_class, LasnaWindow, pages_button);
  gtk_widget_class_bind_template_child (widget_class, LasnaWindow, journeys);
  gtk_widget_class_bind_template_child (widget_class, LasnaWindow, journey_title);
  gtk_widget_class_bind_template_child (widget_class, LasnaWindow, name_button);
  gtk_widget_class_bind_template_child (widget_class, LasnaWindow, name);
  gtk_widget_class_bind_template_child (widget_class, LasnaWindow, name_entry);
  gtk_widget_class_bind_template_child (widget_class, LasnaWindow, folder);
  gtk_widget_class_bind_template_child (widget_class, LasnaWindow, read_only);
  gtk_widget_class_bind_template_child (widget_class, LasnaWindow, error_bar);
  gtk_widget_class_bind_template_child (widget_class, LasnaWindow, works);
  gtk_widget_class_bind_template_child (widget_class, LasnaWindow, error);
  gtk_widget_class_bind_template_child (widget_class, LasnaWindow, undo);
  gtk_widget_class_bind_template_child (widget_class, LasnaWindow, redo);
  gtk_widget_class_bind_template_child (widget_class, LasnaWindow, menu);
  gtk_widget_class_bind_template_child (widget_class, LasnaWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, _lasna_window_name_entered_cb);
  _lasna_window_class_install_actions (widget_class);
}

static void
lasna_window_init (LasnaWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  guint n_pages;
  const LasnaPageInfo *pages = lasna_pages_get (&n_pages);

  gtk_widget_init_template (GTK_WIDGET (self));
  lasna_focus_ring_keep (GTK_WINDOW (self));
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.page::%s", pages[i].id);

      g_menu_append (menu, _ (pages[i].title), action);
    }
  gtk_menu_button_set_menu_model (self->pages_button, G_MENU_MODEL (menu));
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  g_signal_connect_object (
      self->pages, "notify::visible-child", G_CALLBACK (page_shown_cb), self, G_CONNECT_SWAPPED);
  _lasna_window_update_actions (self);
  _lasna_window_update_journeys (self);
}

/**
 * lasna_window_new:
 *
 * Returns: (transfer floating): a window that shows the start page
 */
GtkWidget *
lasna_window_new (LasnaApplication *application)
{
  GSettings *settings = lasna_application_get_settings (application);
  LasnaWindow *self = g_object_new (LASNA_TYPE_WINDOW,
                                    "application",
                                    application,
                                    "default-width",
                                    g_settings_get_int (settings, "window-width"),
                                    "default-height",
                                    g_settings_get_int (settings, "window-height"),
                                    NULL);

  _lasna_window_show_name (self);
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}

/**
 * lasna_window_get_workbook:
 *
 * Returns: (transfer none) (nullable): the workbook of the window
 */
LasnaWorkbook *
lasna_window_get_workbook (LasnaWindow *self)
{
  g_return_val_if_fail (LASNA_IS_WINDOW (self), NULL);
  return self->workbook;
}

/* Whoever asks for the page before its time gets it. */
static void
show_waiting (LasnaWindow *self)
{
  const LasnaPageInfo *info = g_steal_pointer (&self->waiting);

  if (info == NULL || self->workbook == NULL)
    return;
  lasna_window_show_page (self, info->id);
  show_counts (self);
  lasna_page_enter (ensure_page (self, info));
}

static void
show_waiting_cb (GtkWidget *widget)
{
  show_waiting (LASNA_WINDOW (widget));
}

static void
take_workbook (LasnaWindow *self, LasnaWorkbook *workbook)
{
  guint n_pages;
  const LasnaPageInfo *pages = lasna_pages_get (&n_pages);
  LasnaSettings *settings = lasna_workbook_get_settings (workbook);
  g_autoptr (LasnaRecent) recent = NULL;
  const LasnaPageInfo *info;

  self->workbook = g_object_ref (workbook);
  lasna_workbook_set_daily_backup (workbook, TRUE);
  self->keeper = lasna_keeper_new (workbook);
  g_signal_connect_object (workbook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workbook, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->keeper, "notify::saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  if (settings != NULL)
    g_signal_connect_object (
        settings, "notify::name", G_CALLBACK (_lasna_window_show_name), self, G_CONNECT_SWAPPED);
  lasna_sidebar_set_saved (self->sidebar, NULL);
  recent = lasna_recent_find (lasna_store_get_path (lasna_workbook_get_store (workbook)));
  if (recent != NULL && recent->journey != 0)
    {
      g_autoptr (LasnaJourney) journey = lasna_workbook_find (workbook, "journey", recent->journey);

      lasna_window_set_journey (self, journey);
    }
  gtk_revealer_set_reveal_child (self->error_bar, FALSE);
  gtk_revealer_set_reveal_child (self->read_only,
                                 lasna_store_is_read_only (lasna_workbook_get_store (workbook)));
  choose_journey (self);
  info = recent != NULL ? find_page (recent->page) : NULL;
  self->waiting = info != NULL ? info : &pages[0];
  /* Also where the program ends without closing the window. */
  remember (self);
  lasna_sidebar_select (self->sidebar, self->waiting->id);
  lasna_later_run (GTK_WIDGET (self), show_waiting_cb);
}

/* Most windows open with a workbook and never need it. */
static LasnaStart *
show_start (LasnaWindow *self)
{
  GtkWidget *start = adw_bin_get_child (self->start);

  if (start == NULL)
    adw_bin_set_child (self->start, lasna_start_new ());
  else
    lasna_start_update (LASNA_START (start));
  return LASNA_START (adw_bin_get_child (self->start));
}

/**
 * lasna_window_set_workbook:
 * @workbook: (nullable): an open workbook, which the window closes when it is done with it
 *
 * Shows @workbook, or the start page.
 */
void
lasna_window_set_workbook (LasnaWindow *self, LasnaWorkbook *workbook)
{
  g_return_if_fail (LASNA_IS_WINDOW (self));

  if (self->workbook == workbook)
    return;
  _lasna_window_let_go (self);
  if (workbook != NULL)
    take_workbook (self, workbook);
  else
    show_start (self);
  gtk_stack_set_visible_child_name (self->views, workbook != NULL ? "workbook" : "start");
  _lasna_window_show_name (self);
  _lasna_window_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKBOOK]);
  if (workbook != NULL)
    lasna_retaining_remind (self);
}

/**
 * lasna_window_show_start:
 *
 * Fills the start page, which a window without a workbook shows.
 */
void
lasna_window_show_start (LasnaWindow *self)
{
  g_return_if_fail (LASNA_IS_WINDOW (self));
  show_start (self);
}

/**
 * lasna_window_get_journey:
 *
 * Returns: (transfer none) (nullable): the journey in view
 */
LasnaJourney *
lasna_window_get_journey (LasnaWindow *self)
{
  g_return_val_if_fail (LASNA_IS_WINDOW (self), NULL);
  return self->journey;
}

/**
 * lasna_window_set_journey:
 * @journey: (nullable): a journey of the window's workbook
 *
 * Makes @journey the one in view, on every page.
 */
void
lasna_window_set_journey (LasnaWindow *self, LasnaJourney *journey)
{
  g_return_if_fail (LASNA_IS_WINDOW (self));

  if (self->journey != NULL)
    g_signal_handlers_disconnect_by_func (self->journey, _lasna_window_update_journeys, self);
  if (g_set_object (&self->journey, journey))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_JOURNEY]);
  if (self->journey != NULL)
    g_signal_connect_object (self->journey,
                             "notify::title",
                             G_CALLBACK (_lasna_window_update_journeys),
                             self,
                             G_CONNECT_SWAPPED);
  _lasna_window_update_journeys (self);
}

/**
 * lasna_window_get_page:
 *
 * Returns: (transfer none) (nullable): the page in view
 */
LasnaPage *
lasna_window_get_page (LasnaWindow *self)
{
  GtkWidget *page;

  g_return_val_if_fail (LASNA_IS_WINDOW (self), NULL);
  show_waiting (self);
  page = gtk_stack_get_visible_child (self->pages);
  return page != NULL ? LASNA_PAGE (page) : NULL;
}

/**
 * lasna_window_show_page:
 * @id: from the table of pages; one that is not there changes nothing
 *
 * Brings a page into view.
 */
void
lasna_window_show_page (LasnaWindow *self, const char *id)
{
  const LasnaPageInfo *info = find_page (id);

  if (info == NULL || self->workbook == NULL)
    return;
  self->waiting = NULL;
  ensure_page (self, info);
  gtk_stack_set_visible_child_name (self->pages, id);
}

/**
 * lasna_window_show_record:
 *
 * Brings the place of @record into view: on the page that is there if that page can show it, else
 * on the first that can.
 *
 * Returns: whether a page shows it
 */
gboolean
lasna_window_show_record (LasnaWindow *self, LasnaRecord *record)
{
  LasnaPage *page = lasna_window_get_page (self);
  guint n_pages;
  const LasnaPageInfo *pages = lasna_pages_get (&n_pages);

  if (page != NULL && lasna_page_show_record (page, record))
    return TRUE;
  for (guint i = 0; i < n_pages; i++)
    if (lasna_page_show_record (ensure_page (self, &pages[i]), record))
      {
        lasna_window_show_page (self, pages[i].id);
        return TRUE;
      }
  return FALSE;
}

/**
 * lasna_window_say:
 *
 * Says a sentence in a toast.
 */
void
lasna_window_say (LasnaWindow *self, const char *sentence)
{
  g_return_if_fail (LASNA_IS_WINDOW (self));
  lasna_toast_show (self->toast, sentence, NULL, NULL);
}

/**
 * lasna_window_show_error:
 *
 * Says what could not be done, whole and until the person has read it: above the page, or on the
 * start page.
 */
void
lasna_window_show_error (LasnaWindow *self, const GError *error)
{
  g_return_if_fail (LASNA_IS_WINDOW (self) && error != NULL);

  if (self->workbook == NULL)
    {
      lasna_start_show_error (show_start (self), error);
      return;
    }
  gtk_label_set_label (self->error, error->message);
  gtk_revealer_set_reveal_child (self->error_bar, TRUE);
}

/**
 * lasna_window_show_work:
 * @bar: of work under way
 *
 * Shows above the page how far the work is, until its bar is ended.
 */
void
lasna_window_show_work (LasnaWindow *self, LasnaWorkBar *bar)
{
  g_return_if_fail (LASNA_IS_WINDOW (self) && LASNA_IS_WORK_BAR (bar));
  gtk_box_append (self->works, GTK_WIDGET (bar));
}

/**
 * lasna_window_offer:
 * @button: what stands on the button beside it
 * @action: what the button does
 *
 * Says a sentence in a toast, with something to do about it.
 */
void
lasna_window_offer (LasnaWindow *self, const char *sentence, const char *button, const char *action)
{
  g_return_if_fail (LASNA_IS_WINDOW (self));
  lasna_toast_show (self->toast, sentence, button, action);
}

/**
 * lasna_window_toast_undo:
 * @sentence: what was done
 *
 * Says what was done, with a button that takes it back for as long as nothing newer happens. A
 * newer one takes the place of an older.
 */
void
lasna_window_toast_undo (LasnaWindow *self, const char *sentence)
{
  g_return_if_fail (LASNA_IS_WINDOW (self));
  /* What was done may have been done in a thread, and not be known here yet. */
  lasna_workbook_poll (self->workbook, NULL);
  lasna_toast_show (self->toast, sentence, _ ("Undo"), "win.take-back");
}

/**
 * lasna_window_toast_undo_or:
 * @button: what stands on another button beside it
 * @action: what that button does
 *
 * As lasna_window_toast_undo(), with something else to do about it.
 */
void
lasna_window_toast_undo_or (LasnaWindow *self,
                            const char *sentence,
                            const char *button,
                            const char *action)
{
  lasna_window_toast_undo (self, sentence);
  lasna_toast_offer_more (self->toast, button, action);
}
