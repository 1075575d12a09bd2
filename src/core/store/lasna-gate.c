/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts who waits. The lock itself is SQLite's; those of other programs are not counted, for them
 * bulk writers leave a gap now and then.
 */
#include "config.h"

#include "lasna-gate.h"

/* In a gap others look several times. Whoever is counted but does not come, as on a machine that
 * has too much to do, is waited for only so long.
 */
#define GAP_MICROSECONDS 1000
#define GAPS_MAX 50

struct _LasnaGate
{
  int n_waiting; /* atomic */
};

LasnaGate *
lasna_gate_new (void)
{
  return g_atomic_rc_box_new0 (LasnaGate);
}

LasnaGate *
lasna_gate_ref (LasnaGate *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
lasna_gate_unref (LasnaGate *self)
{
  g_atomic_rc_box_release (self);
}

/* A person waits for the lock. */
void
lasna_gate_come (LasnaGate *self)
{
  g_atomic_int_inc (&self->n_waiting);
}

/* The person has it, or has given up. */
void
lasna_gate_go (LasnaGate *self)
{
  g_atomic_int_add (&self->n_waiting, -1);
}

gboolean
lasna_gate_is_wanted (LasnaGate *self)
{
  return g_atomic_int_get (&self->n_waiting) > 0;
}

/* For bulk work that has let go of the lock: lets others have it. */
void
lasna_gate_step_back (LasnaGate *self)
{
  guint n = 0;

  do
    g_usleep (GAP_MICROSECONDS);
  while (lasna_gate_is_wanted (self) && ++n < GAPS_MAX);
}
