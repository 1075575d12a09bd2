/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Story: a row of story.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_STORY (lasna_story_get_type ())
LASNA_DECLARE_RECORD (LasnaStory, lasna_story, STORY)

const char *lasna_story_get_teller (LasnaStory *self);

G_END_DECLS
