/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one place that knows which dialog the library has for it.
 */
#include "config.h"

#include "lasna-confirm.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
response_cb (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  g_task_return_boolean (task, strcmp (response, "do") == 0);
  g_object_unref (task);
}

/**
 * lasna_confirm_async:
 * @question: a short one
 * @consequence: what will be gone
 * @deed: what stands on the button that does it
 *
 * Asks. Escape and Enter do nothing; the deed has to be chosen.
 */
void
lasna_confirm_async (GtkWindow *parent,
                     const char *question,
                     const char *consequence,
                     const char *deed,
                     GAsyncReadyCallback callback,
                     gpointer data)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, question, consequence);
  GTask *task = g_task_new (parent, NULL, callback, data);

  g_task_set_source_tag (task, lasna_confirm_async);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "do", deed);
  adw_message_dialog_set_response_appearance (
      ADW_MESSAGE_DIALOG (dialog), "do", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * lasna_confirm_finish:
 *
 * Returns: whether it is meant
 */
gboolean
lasna_confirm_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
