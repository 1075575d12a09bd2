/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the property tables take from the catalogue is there: their sets, their first values, the
 * texts of their templates.
 */
#include "config.h"

#include "lasna-catalogue.h"
#include "lasna-kinds.h"

typedef void (*PropertyFunc) (const LasnaRecordClass *klass, const LasnaProperty *property);

static void
for_each_property (PropertyFunc func)
{
  for (guint i = 0; i < lasna_kinds_get_n (); i++)
    {
      const LasnaRecordClass *klass = lasna_kinds_get_class (i);

      for (guint j = 0; j < klass->n_properties; j++)
        func (klass, &klass->properties[j]);
    }
}

static void
check_set (const LasnaRecordClass *klass, const LasnaProperty *property)
{
  LasnaCatalogue *catalogue = lasna_catalogue_get_default ();

  if (property->type != LASNA_PROPERTY_TERM && property->type != LASNA_PROPERTY_TERMS)
    return;
  if (lasna_catalogue_get_set (catalogue, property->target) == NULL)
    g_error ("%s.%s: there is no set %s", klass->table, property->name, property->target);
  if (property->initial != NULL &&
      lasna_catalogue_get_term (catalogue, property->target, property->initial) == NULL)
    g_error ("%s.%s: %s is not in %s",
             klass->table,
             property->name,
             property->initial,
             property->target);
}

static void
test_sets (void)
{
  for_each_property (check_set);
}

/* One template of each kind of record that a template makes. */
static const struct
{
  const char *table;
  const char *template_id;
} templates[] = {
  { "journey", "journey.travel" },
  { "stage", "travel.explore" },
  { "touchpoint", "travel.explore.site" },
  { "hidden_stretch", "travel.explore.hidden" },
  { "problem_plan", "travel.explore.problem" },
  { "checklist_template", "checklist.first-minutes" },
  { "checklist_item", "presence-meeting.screens-away" },
};

static void
check_template_text (const LasnaRecordClass *klass, const LasnaProperty *property)
{
  if ((property->flags & LASNA_TEMPLATE) == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (g_str_equal (klass->table, templates[i].table) &&
        lasna_catalogue_find_template_text (
            lasna_catalogue_get_default (), templates[i].template_id, property->name) == NULL)
      g_error ("%s.%s: the template says nothing", klass->table, property->name);
}

static void
test_template_texts (void)
{
  for_each_property (check_template_text);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kinds-catalogue/sets", test_sets);
  g_test_add_func ("/kinds-catalogue/template-texts", test_template_texts);
  return g_test_run ();
}
