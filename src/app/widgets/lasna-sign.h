/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sign of a cluster of feelings, as charts and pages draw it.
 */
#pragma once

#include <gtk/gtk.h>

#include "lasna-palette.h"

G_BEGIN_DECLS

/* In pixels. */
#define LASNA_SIGN_SIZE 14

#define LASNA_TYPE_SIGN (lasna_sign_get_type ())
G_DECLARE_FINAL_TYPE (LasnaSign, lasna_sign, LASNA, SIGN, GtkWidget)

GtkWidget *lasna_sign_new (LasnaInk ink);
void lasna_sign_set_ink (LasnaSign *self, LasnaInk ink);

LasnaTheme lasna_sign_get_theme (void);
void lasna_sign_append (GtkSnapshot *snapshot, LasnaInk ink, float x, float y);

G_END_DECLS
