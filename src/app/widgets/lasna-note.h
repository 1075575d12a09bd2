/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A field for a text of a record that grows with what is written.
 */
#pragma once

#include "lasna-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LASNA_TYPE_NOTE (lasna_note_get_type ())
G_DECLARE_FINAL_TYPE (LasnaNote, lasna_note, LASNA, NOTE, AdwBin)

GtkWidget *lasna_note_new (LasnaRecord *record, const char *property, const char *label);
void lasna_note_save (LasnaNote *self);
void lasna_note_save_focus (GtkRoot *root);

G_END_DECLS
