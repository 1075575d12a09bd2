/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The path of the customer through forest and clearings, with its three heights: wanted, believed
 * and felt. The same on the printed page and on the map in the window.
 */
#pragma once

#include "lasna-layout.h"
#include "lasna-path-stage.h"

G_BEGIN_DECLS

typedef struct
{
  LasnaRect area;
  double mm;        /* units of the drawing in a millimetre of the printed band */
  double text_size; /* of the memories */
  gboolean few;     /* whether single entries are shown below LASNA_SMALL_N */
} LasnaPathFrame;

void lasna_path_band_add (LasnaLayout *layout,
                          LasnaTypesetter *typesetter,
                          GPtrArray *stages,
                          const LasnaPathFrame *frame);
G_END_DECLS
