/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The band while it is laid out.
 */
#pragma once

#include "lasna-curve.h"
#include "lasna-path-band.h"

G_BEGIN_DECLS

/* One stop, or several that have no room for discs of their own, placed. */
typedef struct
{
  const LasnaPathStop *stop; /* NULL: forest in a stage without stops */
  guint stage;
  guint more; /* how many further touchpoints this place stands for */
  double from;
  double to;
} Slot;

typedef struct
{
  LasnaLayout *layout;
  LasnaTypesetter *typesetter;
  LasnaLanguage language;
  GPtrArray *stages;
  const LasnaPathFrame *frame;
  GArray *slots; /* Slot */
  LasnaCurve *path;
  GArray *taken; /* LasnaRect: where no tree may stand */
} Band;

gboolean lasna_path_slot_is_forest (const Slot *slot);
void lasna_path_add_forest (Band *band);
void lasna_path_add_trees (Band *band, const Slot *slot);

G_END_DECLS
