/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Our first window: the start page, or the workbook named on the command line.
 */
#include "config.h"

#include "lasna-application.h"
#include "lasna-first-frame.h"
#include "lasna-locale.h"

int
main (int argc, char *argv[])
{
  g_autoptr (LasnaApplication) application = NULL;

  lasna_locale_set_up ();
  application = lasna_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  lasna_first_frame_watch (GTK_APPLICATION (application));
  return g_application_run (G_APPLICATION (application), argc, argv);
}
