/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Story.
 */
#include "config.h"

#include "lasna-story.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_TEXT ("title", N_ ("Title"), LASNA_REQUIRED),
  LASNA_TEXT ("text", N_ ("Text"), LASNA_REQUIRED | LASNA_LONG),
  LASNA_TERM ("emotion", N_ ("Emotion"), "emotion", NULL, LASNA_REQUIRED),
  LASNA_TERM ("kind", N_ ("Kind"), "story-kind", "story.success", 0),
  LASNA_TEXT ("teller", N_ ("Teller"), LASNA_PERSONAL),
  LASNA_TERM ("medium", N_ ("Medium"), "medium", NULL, 0),
  LASNA_ATTACHMENT ("attachment", N_ ("File"), 0),
  LASNA_REFERENCE ("touchpoint", N_ ("Touchpoint"), "touchpoint", 0),
  LASNA_REFERENCE ("feedback", N_ ("Voice"), "feedback", 0),
  LASNA_FLAG ("from-setback", N_ ("Born of a setback"), 0),
  LASNA_TERM ("told-where", N_ ("Where it was told"), "channel", NULL, 0),
  LASNA_TEXT ("spread-note", N_ ("How it spread"), LASNA_LONG),
  LASNA_TERM ("permission", N_ ("Permission"), "permission", "permission.none", LASNA_REQUIRED),
  LASNA_TEXT ("permission-note", N_ ("Note on the permission"), 0),
  LASNA_DATE ("date", N_ ("Date"), 0),
};

LASNA_DEFINE_RECORD (LasnaStory, lasna_story, "story", N_ ("Story"), properties)

/**
 * lasna_story_get_teller:
 *
 * Returns: (nullable): the name that may be printed beside the story: only with the teller's
 *   permission to publish
 */
const char *
lasna_story_get_teller (LasnaStory *self)
{
  if (g_strcmp0 (lasna_record_get_text (LASNA_RECORD (self), "permission"), "permission.public") !=
      0)
    return NULL;
  return lasna_record_get_text (LASNA_RECORD (self), "teller");
}
