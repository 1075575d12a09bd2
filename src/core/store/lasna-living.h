/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which imports are under way: each holds a lock while its process lives.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _LasnaLiving LasnaLiving;

typedef enum
{
  LASNA_LIVING_UNKNOWN, /* nothing is known here: another computer, or before the last start */
  LASNA_LIVING_ALIVE,
  LASNA_LIVING_DEAD,
} LasnaLivingState;

LasnaLiving *lasna_living_new (gint64 id) G_GNUC_WARN_UNUSED_RESULT;
void lasna_living_free (LasnaLiving *self);
LasnaLivingState lasna_living_ask (gint64 id);
void lasna_living_bury (gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaLiving, lasna_living_free)

G_END_DECLS
