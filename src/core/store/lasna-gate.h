/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where all who write to an open workbook pass: a person first, bulk work when nobody waits.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _LasnaGate LasnaGate;

LasnaGate *lasna_gate_new (void) G_GNUC_WARN_UNUSED_RESULT;
LasnaGate *lasna_gate_ref (LasnaGate *self) G_GNUC_WARN_UNUSED_RESULT;
void lasna_gate_unref (LasnaGate *self);

void lasna_gate_come (LasnaGate *self);
void lasna_gate_go (LasnaGate *self);
gboolean lasna_gate_is_wanted (LasnaGate *self);
void lasna_gate_step_back (LasnaGate *self);

G_END_DECLS
