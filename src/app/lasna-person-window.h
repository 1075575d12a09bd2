/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's data: where it is, and taking it out.
 */
#pragma once

#include "lasna-window.h"

G_BEGIN_DECLS

#define LASNA_TYPE_PERSON_WINDOW (lasna_person_window_get_type ())
G_DECLARE_FINAL_TYPE (LasnaPersonWindow, lasna_person_window, LASNA, PERSON_WINDOW, AdwWindow)

GtkWindow *lasna_person_window_new (LasnaWindow *window);

G_END_DECLS
