/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A feeling that a stage is to awaken, or to avoid: its sign and its name.
 */
#pragma once

#include <gtk/gtk.h>

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_TARGET_CHIP (lasna_target_chip_get_type ())
G_DECLARE_FINAL_TYPE (LasnaTargetChip, lasna_target_chip, LASNA, TARGET_CHIP, GtkBox)

GtkWidget *lasna_target_chip_new (LasnaRecord *target);

G_END_DECLS
