/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The start page.
 */
#include "config.h"

#include "lasna-start.h"

#include "lasna-application.h"
#include "lasna-catalogue.h"
#include "lasna-daily-backup.h"
#include "lasna-error.h"
#include "lasna-forest.h"
#include "lasna-later.h"
#include "lasna-shelf.h"
#include "lasna-naming.h"
#include "lasna-plain-row.h"
#include "lasna-recent.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many fit beside the templates on a small screen. */
#define N_RECENT 5

struct _LasnaStart
{
  AdwBin parent_instance;

  /* Template children */
  GtkWidget *problem;
  GtkLabel *error;
  GtkMenuButton *rescue; /* beside a problem that a backup helps against */
  GtkWidget *columns;
  GtkLabel *heading;
  GtkListBox *recent;
  GtkWidget *welcome;
  GtkWidget *sample;
  GtkMenuButton *backups;
  GtkListBox *templates;

  gboolean is_damaged; /* what was tried last */
};

G_DEFINE_FINAL_TYPE (LasnaStart, lasna_start, ADW_TYPE_BIN)

static void
open_path (LasnaStart *self, const char *path)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (GFile) file = g_file_new_for_path (path);

  gtk_widget_set_visible (self->problem, FALSE);
  lasna_application_open (LASNA_APPLICATION (gtk_window_get_application (window)), file, window);
}

static void
take_new (LasnaStart *self, char *path, const GError *error)
{
  if (path != NULL)
    open_path (self, path);
  else
    lasna_start_show_error (self, error);
  g_free (path);
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  open_path (LASNA_START (widget), g_variant_get_bytestring (parameter));
}

static void
forget_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  lasna_recent_forget (g_variant_get_bytestring (parameter));
  lasna_start_update (LASNA_START (widget));
}

static void
new_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (GError) error = NULL;
  char *path = lasna_shelf_new (0, *id != '\0' ? id : NULL, lasna_language_of_locale (), &error);

  take_new (LASNA_START (widget), path, error);
}

static void
sample_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GError) error = NULL;
  char *path = lasna_shelf_new (LASNA_MAKING_SAMPLE, NULL, lasna_language_of_locale (), &error);

  take_new (LASNA_START (widget), path, error);
}

static void
restore_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GPtrArray) backups = lasna_daily_backup_list ();
  const char *wanted = g_variant_get_bytestring (parameter);

  for (guint i = 0; i < backups->len; i++)
    {
      const LasnaDailyBackup *backup = backups->pdata[i];
      g_autoptr (GError) error = NULL;
      char *path;

      if (strcmp (backup->path, wanted) != 0)
        continue;
      path = lasna_shelf_restore (backup, &error);
      take_new (LASNA_START (widget), path, error);
      return;
    }
}

/* From the home folder on, where it lies there. */
static char *
describe_path (const char *path)
{
  const char *home = g_get_home_dir ();

  if (g_str_has_prefix (path, home) && path[strlen (home)] == '/')
    return g_filename_display_name (path + strlen (home) + 1);
  return g_filename_display_name (path);
}

static gboolean
is_same_day (GDateTime *a, GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b) &&
         g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

static char *
describe_opening (const char *path, gint64 time)
{
  g_autoptr (GDateTime) opened = g_date_time_new_from_unix_local (time);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (now, -1);
  g_autofree char *clock = NULL;
  g_autofree char *day = NULL;
  g_autofree char *date = NULL;

  if (opened == NULL || time == 0)
    return g_strdup (path);
  clock = g_date_time_format (opened, _ ("%H:%M"));
  if (is_same_day (opened, now))
    /* Translators: of a recent workbook: its file, and the time of day */
    return g_strdup_printf (_ ("%s, opened today at %s"), path, clock);
  if (is_same_day (opened, yesterday))
    /* Translators: of a recent workbook: its file, and the time of day */
    return g_strdup_printf (_ ("%s, opened yesterday at %s"), path, clock);
  day = g_date_time_format (opened, "%F");
  date = lasna_words_date (lasna_language_of_locale (), day);
  /* Translators: of a recent workbook: its file, a date, and the time of day */
  return g_strdup_printf (_ ("%s, opened on %s at %s"), path, date, clock);
}

static GtkWidget *
new_forget_button (const LasnaRecent *recent)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is the name of a workbook whose file is gone. */
  g_autofree char *name = g_strdup_printf (_ ("Take %s off the list"), recent->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  lasna_naming_name (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "start.forget");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button),
                                          g_variant_new_bytestring (recent->path));
  return button;
}

static GtkWidget *
new_recent_row (const LasnaRecent *recent)
{
  gboolean there = g_file_test (recent->path, G_FILE_TEST_EXISTS);
  g_autofree char *path = describe_path (recent->path);
  /* Translators: of a recent workbook; %s is where its file was. */
  g_autofree char *missing = g_strdup_printf (_ ("No longer there: %s"), path);
  g_autofree char *found = describe_opening (path, recent->time);
  GtkWidget *row = lasna_plain_row_new (recent->name, there ? found : missing, NULL);

  if (there)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "start.open");
      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row),
                                              g_variant_new_bytestring (recent->path));
    }
  else
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_add_css_class (row, "dim-label");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_forget_button (recent));
    }
  return row;
}

static void
empty (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
fill_recent (LasnaStart *self)
{
  g_autoptr (GPtrArray) list = lasna_recent_list ();

  empty (self->recent);
  for (guint i = 0; i < MIN (list->len, N_RECENT); i++)
    gtk_list_box_append (self->recent, new_recent_row (list->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->recent), list->len > 0);
  gtk_widget_set_visible (self->welcome, list->len == 0);
  gtk_label_set_label (self->heading, list->len > 0 ? _ ("Continue") : _ ("Welcome"));
  if (list->len > 0)
    gtk_widget_remove_css_class (self->sample, "suggested-action");
}

static void
add_template (LasnaStart *self, const char *id, const char *title, const char *text, guint n_stages)
{
  g_autofree char *stages =
      n_stages > 0 ? g_strdup_printf (
                         g_dngettext (GETTEXT_PACKAGE, "%u stage", "%u stages", n_stages), n_stages)
                   : NULL;
  GtkWidget *row = lasna_plain_row_new (title, text, stages);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "start.new");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  gtk_list_box_append (self->templates, row);
}

static void
fill_templates (LasnaStart *self)
{
  const LasnaJourneyTemplate *const *journeys =
      lasna_catalogue_get_journeys (lasna_catalogue_get_default ());
  LasnaLanguage language = lasna_language_of_locale ();

  for (guint i = 0; journeys[i] != NULL; i++)
    add_template (self,
                  journeys[i]->id,
                  journeys[i]->title.in[language],
                  journeys[i]->description.in[language],
                  journeys[i]->n_stages);
  add_template (
      self, "", _ ("Empty workbook"), _ ("A clean page: you draw the journey yourself."), 0);
}

static GMenu *
find_section (GHashTable *sections, GMenu *menu, const char *name)
{
  GMenu *section = g_hash_table_lookup (sections, name);

  if (section == NULL)
    {
      section = g_menu_new ();
      g_hash_table_insert (sections, g_strdup (name), section);
      g_menu_append_section (menu, name, G_MENU_MODEL (section));
    }
  return section;
}

/* The days of each workbook, the newest first. */
static void
fill_backups (LasnaStart *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GHashTable) sections =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (GPtrArray) backups = lasna_daily_backup_list ();

  for (guint i = 0; i < backups->len; i++)
    {
      const LasnaDailyBackup *backup = backups->pdata[i];
      g_autofree char *date = lasna_words_date (lasna_language_of_locale (), backup->day);
      g_autoptr (GMenuItem) item = g_menu_item_new (date, NULL);

      g_menu_item_set_action_and_target_value (
          item, "start.restore", g_variant_new_bytestring (backup->path));
      g_menu_append_item (find_section (sections, menu, backup->name), item);
    }
  gtk_menu_button_set_menu_model (self->backups, G_MENU_MODEL (menu));
  gtk_menu_button_set_menu_model (self->rescue, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->backups), backups->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->rescue), self->is_damaged && backups->len > 0);
}

static void
fill_cb (GtkWidget *widget)
{
  LasnaStart *self = LASNA_START (widget);

  fill_templates (self);
  lasna_start_update (self);
  gtk_widget_set_visible (self->columns, TRUE);
  gtk_widget_child_focus (self->columns, GTK_DIR_TAB_FORWARD);
}

static void
lasna_start_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LASNA_TYPE_START);
  G_OBJECT_CLASS (lasna_start_parent_class)->dispose (object);
}

static void
lasna_start_class_init (LasnaStartClass *klass)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "start.open", "ay", open_cb },       { "start.forget", "ay", forget_cb },
    { "start.new", "s", new_cb },          { "start.sample", NULL, sample_cb },
    { "start.restore", "ay", restore_cb },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lasna_start_dispose;
  g_type_ensure (LASNA_TYPE_FOREST);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/lasna/Lasna/lasna-start.ui");
  gtk_widget_class_bind_template_child (widget_class, LasnaStart, problem);
  gtk_widget_class_bind_template_child (widget_class, LasnaStart, error);
  gtk_widget_class_bind_template_child (widget_class, LasnaStart, rescue);
  gtk_widget_class_bind_template_child (widget_class, LasnaStart, columns);
  gtk_widget_class_bind_template_child (widget_class, LasnaStart, heading);
  gtk_widget_class_bind_template_child (widget_class, LasnaStart, recent);
  gtk_widget_class_bind_template_child (widget_class, LasnaStart, welcome);
  gtk_widget_class_bind_template_child (widget_class, LasnaStart, sample);
  gtk_widget_class_bind_template_child (widget_class, LasnaStart, backups);
  gtk_widget_class_bind_template_child (widget_class, LasnaStart, templates);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (
        widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}

static void
lasna_start_init (LasnaStart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lasna_later_run (GTK_WIDGET (self), fill_cb);
}

GtkWidget *
lasna_start_new (void)
{
  return g_object_new (LASNA_TYPE_START, NULL);
}

/**
 * lasna_start_update:
 *
 * Lists anew what can be continued and restored.
 */
void
lasna_start_update (LasnaStart *self)
{
  fill_recent (self);
  fill_backups (self);
}

/**
 * lasna_start_show_error:
 *
 * Says what could not be done and leaves it standing until something else is tried. Beside a
 * damaged workbook stand the backups there are.
 */
void
lasna_start_show_error (LasnaStart *self, const GError *error)
{
  gtk_label_set_label (self->error, error->message);
  gtk_widget_set_visible (self->problem, TRUE);
  self->is_damaged = g_error_matches (error, LASNA_ERROR, LASNA_ERROR_DAMAGED);
  fill_backups (self);
}
