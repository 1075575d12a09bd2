/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the files of the catalogue are read, and what each of them holds once it is.
 */
#pragma once

#include "lasna-catalogue.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Reading. Strings are kept apart from the tree of nodes, which can go, as long as the process. */
JsonObject *lasna_catalogue_read (const char *name) G_GNUC_WARN_UNUSED_RESULT;
const char *lasna_catalogue_keep_string (const char *string);
const char *lasna_catalogue_read_string (JsonObject *object, const char *member);
LasnaText lasna_catalogue_read_text (JsonObject *object, const char *member);
const char *const *lasna_catalogue_read_strings (JsonObject *object, const char *member);
const char *lasna_catalogue_read_joined (JsonObject *object, const char *member);
gpointer lasna_catalogue_close_list (GPtrArray *list);

/* A set with its values by id. */
typedef struct
{
  LasnaTermSet set; /* first, so that one is the other */
  GHashTable *terms;
} LasnaIndexedSet;

void lasna_catalogue_add_set (
    GHashTable *sets, const char *id, LasnaText title, const LasnaTerm *terms, guint n_terms);

/* Texts that rows made from a template show in other languages: where they stand in what the
 * template's id leads to.
 */
typedef enum
{
  LASNA_TEMPLATE_JOURNEY,
  LASNA_TEMPLATE_STAGE,
  LASNA_TEMPLATE_HIDDEN_STRETCH,
  LASNA_TEMPLATE_PROBLEM_PLAN,
  LASNA_TEMPLATE_TOUCHPOINT,
  LASNA_TEMPLATE_CHECKLIST,
  LASNA_TEMPLATE_ITEM,
} LasnaTemplateKind;

void lasna_catalogue_add_template (GHashTable *templates,
                                   const char *id,
                                   LasnaTemplateKind kind,
                                   gconstpointer base);
const LasnaText *
lasna_catalogue_find_text_of_template (GHashTable *templates, const char *id, const char *property);

/* What a file holds. Lists end in NULL; tables are by id. */
typedef struct
{
  GHashTable *sets;
} LasnaTermsFile;

typedef struct
{
  GHashTable *sets;
  const LasnaCluster *const *clusters;
  const LasnaCatalogueEmotion *const *emotions;
  GHashTable *by_id;
  LasnaTerm no_feeling;
} LasnaEmotionsFile;

typedef struct
{
  GHashTable *sets;
  const LasnaCatalogueChannel *const *channels;
  GHashTable *by_id;
} LasnaChannelsFile;

typedef struct
{
  GHashTable *sets;
  const LasnaScale *const *scales;
  GHashTable *by_id;
} LasnaScalesFile;

typedef struct
{
  const LasnaJourneyTemplate *const *journeys;
  GHashTable *by_id;
  GHashTable *templates;
} LasnaJourneysFile;

typedef struct
{
  const LasnaChecklistCatalogue *const *checklists;
  GHashTable *by_id;
  GHashTable *templates;
} LasnaChecklistsFile;

/* Each reads one file: a GThreadFunc for g_once (). */
gpointer lasna_catalogue_load_terms (gpointer self);
gpointer lasna_catalogue_load_emotions (gpointer self);
gpointer lasna_catalogue_load_channels (gpointer self);
gpointer lasna_catalogue_load_scales (gpointer self);
gpointer lasna_catalogue_load_journeys (gpointer self);
gpointer lasna_catalogue_load_checklists (gpointer self);

G_END_DECLS
