/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A drawn picture that can be pointed at and walked through: a chart, or a printed page.
 */
#pragma once

#include <gtk/gtk.h>

#include "lasna-layout.h"

G_BEGIN_DECLS

#define LASNA_TYPE_PICTURE (lasna_picture_get_type ())
G_DECLARE_FINAL_TYPE (LasnaPicture, lasna_picture, LASNA, PICTURE, GtkWidget)

/* Returns: (transfer full) (nullable): the picture at that size. */
typedef LasnaLayout *(*LasnaPictureMake) (double width, double height, gpointer data);

GtkWidget *lasna_picture_new (void);
void lasna_picture_set_make (LasnaPicture *self, LasnaPictureMake make, gpointer data);
void lasna_picture_set_height (LasnaPicture *self, int height);
void lasna_picture_set_page (LasnaPicture *self, LasnaLayout *page);
void lasna_picture_set_grey (LasnaPicture *self, gboolean grey);
void lasna_picture_renew (LasnaPicture *self);

const LasnaLayout *lasna_picture_get_layout (LasnaPicture *self);
const LasnaRegion *lasna_picture_get_region (LasnaPicture *self);
int lasna_picture_find_region (LasnaPicture *self, double x, double y);
void lasna_picture_set_region (LasnaPicture *self, int index);

G_END_DECLS
