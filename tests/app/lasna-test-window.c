/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of the window share.
 */
#include "config.h"

#include "lasna-test-window.h"

#include "lasna-locale.h"

#include <stdlib.h>
#include <string.h>

/* How many looks in a row, a millisecond's sleep apart, find nothing to do in a window at rest: on
 * a busy machine, where threads take longer, so does the sleep. And the microseconds after which
 * nobody waits on, for a window that is never at rest, and for what a test says must come.
 */
#define QUIET_LOOKS 100
#define LONGEST (3 * G_USEC_PER_SEC)
#define PATIENCE (60 * G_USEC_PER_SEC)

static LasnaApplication *application;
static LasnaTestFolder *home;

/* A warning ends the test, but for one: GTK measures the keys in its own shortcuts window a little
 * too small, by pixels that depend on the font, and says so.
 */
static GLogWriterOutput
log_cb (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  g_autofree char *text = g_log_writer_format_fields (level, fields, n_fields, FALSE);

  g_log_writer_default (level, fields, n_fields, data);
  if (level & G_LOG_LEVEL_WARNING && strstr (text, "reported min width -") == NULL)
    abort ();
  return G_LOG_WRITER_HANDLED;
}

/**
 * lasna_test_window_init:
 *
 * Begins a test program with a display and an application; without a display the program is
 * skipped.
 */
void
lasna_test_window_init (int *argc, char ***argv)
{
  /* GLib's own way to isolate a test also hides the system's data, by which pictures are known. */
  static const char *const homes[] = {
    "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"
  };
  g_autoptr (GError) error = NULL;

  lasna_locale_set_up ();
  home = lasna_test_folder_new ();
  for (guint i = 0; i < G_N_ELEMENTS (homes); i++)
    g_setenv (homes[i], lasna_test_folder_get_path (home), TRUE);
  g_test_init (argc, argv, NULL);
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);
  g_log_set_writer_func (log_cb, NULL, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      exit (0);
    }
  /* Where things end up is what is tested, and not the way there. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = lasna_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);
}

/**
 * lasna_test_window_run:
 *
 * Returns: the exit status of the program
 */
int
lasna_test_window_run (void)
{
  int status = g_test_run ();

  g_object_unref (application);
  lasna_test_folder_free (home);
  return status;
}

LasnaApplication *
lasna_test_window_get_application (void)
{
  return application;
}

/**
 * lasna_test_settle:
 *
 * Lets everything happen that is due, until it has been quiet for a moment.
 */
void
lasna_test_settle (void)
{
  gint64 end = g_get_monotonic_time () + LONGEST;

  for (guint looks = 0; looks < QUIET_LOOKS && g_get_monotonic_time () < end; looks++)
    if (g_main_context_iteration (NULL, FALSE))
      looks = 0;
    else
      g_usleep (1000);
}

/**
 * lasna_test_wait:
 *
 * Waits until @condition holds, however slow the machine; a test whose condition never does, fails.
 */
void
lasna_test_wait (LasnaTestCondition condition, gpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      lasna_test_settle ();
    }
  lasna_test_settle ();
}

/**
 * lasna_test_window_new:
 *
 * Returns: (transfer full): a window on a new workbook, on the screen, its page in view
 */
LasnaTestWindow *
lasna_test_window_new (LasnaMakingFlags flags, const char *template_id)
{
  LasnaTestWindow *self = g_new0 (LasnaTestWindow, 1);
  g_autoptr (LasnaWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = lasna_test_folder_new ();
  self->path = lasna_test_folder_dup_path (self->folder, "book.lasna");
  lasna_making_create (self->path, flags, template_id, LASNA_LANGUAGE_EN, NULL, &error);
  g_assert_no_error (error);
  workbook = lasna_workbook_open (self->path, 0, NULL, &error);
  g_assert_no_error (error);
  self->application = application;
  self->window = LASNA_WINDOW (lasna_window_new (application));
  lasna_window_set_workbook (self->window, workbook);
  gtk_window_present (GTK_WINDOW (self->window));
  lasna_test_settle ();
  return self;
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

/** lasna_test_close_window: Closes a window, which nothing may keep then. */
void
lasna_test_close_window (gpointer window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (window, &weak);
  gtk_window_close (window);
  lasna_test_wait (is_gone, &weak);
}

void
lasna_test_window_free (LasnaTestWindow *self)
{
  if (self->window != NULL)
    lasna_test_close_window (self->window);
  lasna_test_folder_free (self->folder);
  g_free (self->path);
  g_free (self);
}

/**
 * lasna_test_act:
 * @detailed: such as "win.page::checklists"
 *
 * Does what a menu or a key would do.
 */
void
lasna_test_act (gpointer widget, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_action_parse_detailed_name (detailed, &name, &target, &error));
  g_assert_no_error (error);
  g_assert_true (gtk_widget_activate_action_variant (widget, name, target));
  lasna_test_settle ();
}

static gboolean
press_on (GtkWidget *widget, const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint n = 0; n < g_list_model_get_n_items (G_LIST_MODEL (controller)); n++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), n);
          g_autofree char *text =
              gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_strcmp0 (text, key) == 0)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut),
                                                 0,
                                                 widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  return FALSE;
}

/**
 * lasna_test_press:
 *
 * Presses a key while @widget has the focus: the nearest that knows the key takes it.
 *
 * Returns: whether one did
 */
gboolean
lasna_test_press (gpointer widget, const char *key)
{
  gboolean done = FALSE;

  for (GtkWidget *at = widget; at != NULL && !done; at = gtk_widget_get_parent (at))
    done = press_on (at, key);
  lasna_test_settle ();
  return done;
}

/**
 * lasna_test_walk:
 *
 * Visits @root and everything within that can be seen.
 */
void
lasna_test_walk (gpointer root, LasnaTestVisit visit, gpointer data)
{
  if (!gtk_widget_get_mapped (root))
    return;
  visit (root, data);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    lasna_test_walk (child, visit, data);
}

typedef struct
{
  const char *text;
  gboolean found;
} Search;

static void
look (GtkWidget *widget, gpointer data)
{
  Search *search = data;

  if (GTK_IS_LABEL (widget) &&
      strstr (gtk_label_get_text (GTK_LABEL (widget)), search->text) != NULL)
    search->found = TRUE;
}

/**
 * lasna_test_shows:
 *
 * Returns: whether a label in @root that can be seen has @text in it
 */
gboolean
lasna_test_shows (gpointer root, const char *text)
{
  Search search = { text, FALSE };

  lasna_test_walk (root, look, &search);
  return search.found;
}

typedef struct
{
  gpointer root;
  const char *text;
} Awaited;

static gboolean
is_shown (gpointer data)
{
  Awaited *awaited = data;

  return lasna_test_shows (awaited->root, awaited->text);
}

/** lasna_test_await: Waits until @root shows @text, as lasna_test_wait(). */
void
lasna_test_await (gpointer root, const char *text)
{
  Awaited awaited = { root, text };

  lasna_test_wait (is_shown, &awaited);
}

/**
 * lasna_test_find_window:
 *
 * Returns: (transfer none) (nullable): the window of the application that was shown last
 */
LasnaWindow *
lasna_test_find_window (void)
{
  for (GList *at = gtk_application_get_windows (GTK_APPLICATION (application)); at != NULL;
       at = at->next)
    if (LASNA_IS_WINDOW (at->data))
      return at->data;
  return NULL;
}
