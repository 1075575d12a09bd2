/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the text of a record's property stands in the template the record was made from.
 */
#include "config.h"

#include "lasna-catalogue-private.h"

typedef struct
{
  LasnaTemplateKind kind;
  gconstpointer base;
} Template;

static const struct
{
  LasnaTemplateKind kind;
  const char *property;
  gsize offset; /* of a LasnaText in the template's struct */
} texts[] = {
  { LASNA_TEMPLATE_JOURNEY, "title", G_STRUCT_OFFSET (LasnaJourneyTemplate, title) },
  { LASNA_TEMPLATE_JOURNEY, "description", G_STRUCT_OFFSET (LasnaJourneyTemplate, description) },
  { LASNA_TEMPLATE_STAGE, "title", G_STRUCT_OFFSET (LasnaStageTemplate, title) },
  { LASNA_TEMPLATE_STAGE, "customer-goal", G_STRUCT_OFFSET (LasnaStageTemplate, customer_goal) },
  { LASNA_TEMPLATE_STAGE,
    "typical-problem",
    G_STRUCT_OFFSET (LasnaStageTemplate, typical_problem) },
  { LASNA_TEMPLATE_STAGE,
    "feedback-question",
    G_STRUCT_OFFSET (LasnaStageTemplate, feedback_question) },
  { LASNA_TEMPLATE_HIDDEN_STRETCH,
    "assumption",
    G_STRUCT_OFFSET (LasnaStageTemplate, hidden_stretch) },
  { LASNA_TEMPLATE_PROBLEM_PLAN, "title", G_STRUCT_OFFSET (LasnaStageTemplate, typical_problem) },
  { LASNA_TEMPLATE_PROBLEM_PLAN, "who", G_STRUCT_OFFSET (LasnaStageTemplate, problem_who) },
  { LASNA_TEMPLATE_PROBLEM_PLAN,
    "first-words",
    G_STRUCT_OFFSET (LasnaStageTemplate, problem_first_words) },
  { LASNA_TEMPLATE_PROBLEM_PLAN,
    "help-channel",
    G_STRUCT_OFFSET (LasnaStageTemplate, problem_help_channel) },
  { LASNA_TEMPLATE_TOUCHPOINT, "title", G_STRUCT_OFFSET (LasnaTouchpointTemplate, title) },
  { LASNA_TEMPLATE_CHECKLIST, "title", G_STRUCT_OFFSET (LasnaChecklistCatalogue, title) },
  { LASNA_TEMPLATE_CHECKLIST, "intro", G_STRUCT_OFFSET (LasnaChecklistCatalogue, intro) },
  { LASNA_TEMPLATE_ITEM, "text", G_STRUCT_OFFSET (LasnaItemTemplate, text) },
  { LASNA_TEMPLATE_ITEM, "why", G_STRUCT_OFFSET (LasnaItemTemplate, why) },
  { LASNA_TEMPLATE_ITEM, "how-to-check", G_STRUCT_OFFSET (LasnaItemTemplate, check) },
};

/**
 * lasna_catalogue_add_template:
 * @templates: templates by id
 * @base: the template's struct, which stays
 */
void
lasna_catalogue_add_template (GHashTable *templates,
                              const char *id,
                              LasnaTemplateKind kind,
                              gconstpointer base)
{
  Template *template = g_new (Template, 1);

  *template = (Template){ .kind = kind, .base = base };
  g_hash_table_insert (templates, (gpointer) id, template);
}

/**
 * lasna_catalogue_find_text_of_template:
 *
 * Returns: (nullable): the text behind @property of template @id
 */
const LasnaText *
lasna_catalogue_find_text_of_template (GHashTable *templates, const char *id, const char *property)
{
  const Template *template = g_hash_table_lookup (templates, id);

  for (guint i = 0; template != NULL && i < G_N_ELEMENTS (texts); i++)
    if (texts[i].kind == template->kind && g_str_equal (texts[i].property, property))
      return G_STRUCT_MEMBER_P (template->base, texts[i].offset);
  return NULL;
}
