/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of sections. What no section names stands in the last one, by itself.
 */
#include "config.h"

#include "lasna-sections.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const LasnaSection sections[] = {
  { "journey", NULL, "title segment deciding-feeling description", NULL, NULL },
  { "journey",
    N_ ("State and review"),
    "state version author reviewed-at next-review",
    NULL,
    NULL },

  { "stage",
    NULL,
    "title customer-goal contact-situation feedback-question question-moment",
    NULL,
    NULL },
  { "stage",
    N_ ("Wanted and avoided feelings"),
    "emotion kind is-main",
    "emotion_target",
    "stage" },
  { "stage", N_ ("When something goes wrong"), "typical-problem", NULL, NULL },
  { "stage",
    N_ ("Believed height"),
    "believed-height height-evidence height-source height-date",
    NULL,
    NULL },
  { "stage", N_ ("How we know the goal"), "goal-evidence goal-source goal-date", NULL, NULL },
  { "stage", N_ ("Plan"), "plan-note planned-from planned-to chain-link", NULL, NULL },

  { "touchpoint", NULL, "title stage mode visibility contact-situation", NULL, NULL },
  { "touchpoint", N_ ("Channels"), "channel", "touchpoint_channel", "touchpoint" },
  { "touchpoint",
    N_ ("What it means"),
    "key-message is-extra moment-of-truth first-minutes interest-arouser individuality context",
    NULL,
    NULL },
  { "touchpoint",
    N_ ("Who serves"),
    "owner customer-role provider-role self-service route-to-human-steps latitude latitude-limit",
    NULL,
    NULL },
  { "touchpoint",
    N_ ("Wanted and avoided feelings"),
    "emotion kind",
    "emotion_target",
    "touchpoint" },
  { "touchpoint",
    N_ ("Promise in pictures, words and deeds"),
    "mode state evidence checked-at checked-by",
    "promise_check",
    "touchpoint" },
  { "touchpoint",
    N_ ("Behind the scenes"),
    "title role actor system",
    "backstage_step",
    "touchpoint" },
  { "touchpoint",
    N_ ("State and flow"),
    "state planned-at realised-at usual-duration-min clicks-to-next shun-flags",
    NULL,
    NULL },
  { "touchpoint",
    N_ ("Believed height"),
    "believed-height height-evidence height-source height-date",
    NULL,
    NULL },
  { "touchpoint",
    N_ ("How we know this"),
    "evidence evidence-source evidence-date note",
    NULL,
    NULL },

  { "hidden_stretch",
    NULL,
    "assumption confidence how-to-learn memory-carried after-touchpoint before-touchpoint",
    NULL,
    NULL },
  { "hidden_stretch",
    N_ ("How we know this"),
    "evidence evidence-source evidence-date reviewed-at memory-from",
    NULL,
    NULL },

  { "feedback",
    NULL,
    "verbatim stage moment received-at task between-lines confidence",
    NULL,
    NULL },
  { "feedback",
    N_ ("Where"),
    "touchpoint channel segment source chain-link encounter",
    NULL,
    NULL },
  { "feedback", N_ ("Who"), "giver person organisation", NULL, NULL },
  { "feedback",
    N_ ("What it means"),
    "aspect opinion no-feeling cost-to-customer would-return would-tell own-lens",
    NULL,
    NULL },
  { "feedback",
    N_ ("What we did"),
    "answered responded-at told-back-at follow-up follow-up-owner follow-up-due",
    NULL,
    NULL },
};

/* Kept by moving, by templates and by imports, not typed. */
static const char *const unseen[] = { "position", "template-id", "fingerprint", "batch" };

/**
 * lasna_sections_get:
 *
 * Returns: (transfer none) (array length=n_sections): the sections of all kinds, in order
 */
const LasnaSection *
lasna_sections_get (guint *n_sections)
{
  *n_sections = G_N_ELEMENTS (sections);
  return sections;
}

static gboolean
has_word (const char *words, const char *word)
{
  g_auto (GStrv) all = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) all, word);
}

/**
 * lasna_sections_name:
 *
 * Returns: whether a section of @table names @property, or nobody is to see it
 */
gboolean
lasna_sections_name (const char *table, const char *property)
{
  for (guint i = 0; i < G_N_ELEMENTS (unseen); i++)
    if (strcmp (unseen[i], property) == 0)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (strcmp (sections[i].table, table) == 0 && sections[i].children == NULL &&
        has_word (sections[i].properties, property))
      return TRUE;
  return FALSE;
}
