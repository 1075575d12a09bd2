/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is too old is counted in a thread and removed in another; the window that asked may be gone
 * by then.
 */
#include "config.h"

#include "lasna-retaining.h"

#include "lasna-confirm.h"
#include "lasna-retention.h"

#include <glib/gi18n-lib.h>

/* A question under way. */
typedef struct
{
  GWeakRef window;
  GWeakRef parent;
} Asking;

static Asking *
asking_new (LasnaWindow *window, GtkWindow *parent)
{
  Asking *self = g_new0 (Asking, 1);

  g_weak_ref_init (&self->window, window);
  g_weak_ref_init (&self->parent, parent);
  return self;
}

static void
asking_free (Asking *self)
{
  g_weak_ref_clear (&self->window);
  g_weak_ref_clear (&self->parent);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

/* The window, where it still shows a workbook that can be written. */
static LasnaWindow *
ref_window (Asking *self)
{
  g_autoptr (LasnaWindow) window = g_weak_ref_get (&self->window);
  LasnaWorkbook *workbook = window != NULL ? lasna_window_get_workbook (window) : NULL;

  if (workbook == NULL || lasna_store_is_read_only (lasna_workbook_get_store (workbook)))
    return NULL;
  return g_steal_pointer (&window);
}

/* What is too old, as a sentence for each part; NULL where nothing is. */
static char *
describe (LasnaWorkbook *workbook, const LasnaRetentionCount *count)
{
  g_autoptr (LasnaRetention) rule = lasna_retention_new_of (workbook);
  LasnaLanguage language = lasna_language_of_locale ();
  g_autoptr (GString) text = g_string_new (NULL);

  if (count->names > 0)
    {
      g_autofree char *day = lasna_words_date (language, rule->names);
      g_autofree char *n = lasna_words_count (language, count->names);

      g_string_append_printf (text,
                              /* Translators: the first %s is a number of rows, the second a day. */
                              g_dngettext (GETTEXT_PACKAGE,
                                           "%s entry from before %s still tells who somebody is.",
                                           "%s entries from before %s still tell who somebody is.",
                                           count->names),
                              n,
                              day);
    }
  if (count->words > 0)
    {
      g_autofree char *day = lasna_words_date (language, rule->words);
      g_autofree char *n = lasna_words_count (language, count->words);

      g_string_append_printf (text, "%s", text->len > 0 ? " " : "");
      g_string_append_printf (
          text,
          /* Translators: the first %s is a number of voices, the second a day. */
          g_dngettext (GETTEXT_PACKAGE,
                       "%s voice from before %s still has its words.",
                       "%s voices from before %s still have their words.",
                       count->words),
          n,
          day);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
reminded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) asking = data;
  g_autoptr (LasnaWindow) window = ref_window (asking);
  LasnaRetentionCount count;

  if (!lasna_retention_count_finish (result, &count, NULL) || window == NULL ||
      (count.names == 0 && count.words == 0))
    return;
  lasna_window_offer (window,
                      _ ("Some names or words are older than this workbook keeps them."),
                      _ ("Remove…"),
                      "win.retain");
}

/**
 * lasna_retaining_remind:
 *
 * Says in a toast what is older than the workbook's rule allows, where something is.
 */
void
lasna_retaining_remind (LasnaWindow *window)
{
  LasnaWorkbook *workbook = lasna_window_get_workbook (window);
  g_autoptr (LasnaRetention) rule = lasna_retention_new_of (workbook);

  if (rule->names != NULL || rule->words != NULL)
    lasna_retention_count_async (workbook, NULL, reminded_cb, asking_new (window, NULL));
}

static void
applied_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) asking = data;
  g_autoptr (LasnaWindow) window = ref_window (asking);
  g_autoptr (GError) error = NULL;
  gboolean applied = lasna_retention_apply_finish (result, &error);

  if (window == NULL)
    return;
  lasna_workbook_poll (lasna_window_get_workbook (window), NULL);
  if (applied)
    lasna_window_say (window, _ ("What was older is removed."));
  else
    lasna_window_show_error (window, error);
}

static void
confirmed_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) asking = data;
  g_autoptr (LasnaWindow) window = ref_window (asking);

  if (lasna_confirm_finish (result) && window != NULL)
    lasna_retention_apply_async (
        lasna_window_get_workbook (window), NULL, applied_cb, g_steal_pointer (&asking));
}

static void
counted_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) asking = data;
  g_autoptr (LasnaWindow) window = ref_window (asking);
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&asking->parent);
  LasnaRetentionCount count;
  g_autofree char *sentence = NULL;
  g_autofree char *consequence = NULL;
  g_autoptr (GError) error = NULL;

  if (window == NULL)
    return;
  if (!lasna_retention_count_finish (result, &count, &error))
    {
      lasna_window_show_error (window, error);
      return;
    }
  sentence = describe (lasna_window_get_workbook (window), &count);
  if (sentence == NULL)
    {
      lasna_window_say (window, _ ("Nothing is older than this workbook keeps it."));
      return;
    }
  consequence = g_strdup_printf (
      /* Translators: %s is a sentence or two about what is too old. */
      _ ("%s This cannot be undone, and everything that could be undone until now goes with it. "
         "Scores, feelings and places stay; so do the backups of the last days."),
      sentence);
  lasna_confirm_async (parent != NULL ? parent : GTK_WINDOW (window),
                       _ ("Remove what is older?"),
                       consequence,
                       _ ("_Remove"),
                       confirmed_cb,
                       g_steal_pointer (&asking));
}

/**
 * lasna_retaining_ask:
 * @parent: where the question comes up
 *
 * Asks whether what is older is to be removed, and removes it.
 */
void
lasna_retaining_ask (LasnaWindow *window, GtkWindow *parent)
{
  if (lasna_window_get_workbook (window) != NULL)
    lasna_retention_count_async (
        lasna_window_get_workbook (window), NULL, counted_cb, asking_new (window, parent));
}
