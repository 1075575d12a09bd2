/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checklists of the catalogue and of the workbook, seen as one.
 */
#include "config.h"

#include "lasna-checklist.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
keep (LasnaChecklist *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

static const char *
keep_text_in (LasnaChecklist *self, gpointer record, const char *property, LasnaLanguage language)
{
  g_autofree char *text = lasna_record_dup_text_in (record, property, language);

  return keep (self, text);
}

static LasnaChecklist *
checklist_new (void)
{
  LasnaChecklist *self = g_new0 (LasnaChecklist, 1);

  self->texts = g_string_chunk_new (1024);
  self->entries = g_array_new (FALSE, FALSE, sizeof (LasnaChecklistEntry));
  return self;
}

void
lasna_checklist_free (LasnaChecklist *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static LasnaChecklist *
new_from_catalogue (const LasnaChecklistCatalogue *template, LasnaLanguage language)
{
  LasnaChecklist *self = checklist_new ();

  self->code = template->id;
  self->version = template->version;
  self->title = template->title.in[language];
  self->intro = template->intro.in[language];
  self->scale = template->scale;
  self->cadence = template->cadence;
  self->setting = template->setting;
  for (guint i = 0; i < template->n_items; i++)
    {
      const LasnaItemTemplate *item = &template->items[i];
      LasnaChecklistEntry entry = {
        .code = item->id,
        .text = item->text.in[language],
        .why = item->why.in[language],
        .check = item->check.in[language],
        .tags = item->tags,
      };

      g_array_append_val (self->entries, entry);
    }
  return self;
}

static void
add_own_item (LasnaChecklist *self, LasnaRecord *item, LasnaLanguage language)
{
  LasnaChecklistEntry entry = {
    .code = keep (self, lasna_record_get_text (item, "code")),
    .text = keep_text_in (self, item, "text", language),
    .why = keep_text_in (self, item, "why", language),
    .check = keep_text_in (self, item, "how-to-check", language),
    .tags = keep (self, lasna_record_get_text (item, "tags")),
    .own = LASNA_CHECKLIST_ITEM (item),
  };

  if (!lasna_record_get_flag (item, "hidden"))
    g_array_append_val (self->entries, entry);
}

static const LasnaScale *
find_scale (LasnaRecord *record)
{
  LasnaCatalogue *catalogue = lasna_workbook_get_catalogue (lasna_record_get_workbook (record));
  const LasnaScale *scale =
      lasna_catalogue_find_scale (catalogue, lasna_record_get_text (record, "scale"));

  /* A file may name a scale that is none. */
  return scale != NULL ? scale : lasna_catalogue_find_scale (catalogue, "scale.realised");
}

static LasnaChecklist *
new_from_own (LasnaRecord *template, LasnaLanguage language)
{
  LasnaChecklist *self = checklist_new ();
  GListModel *items = lasna_record_get_children (template, "checklist_item", "template");

  self->code = keep (self, lasna_record_get_text (template, "code"));
  self->version = lasna_record_get_integer (template, "version");
  self->title = keep_text_in (self, template, "title", language);
  self->intro = keep_text_in (self, template, "intro", language);
  self->scale = find_scale (template);
  self->cadence = keep (self, lasna_record_get_text (template, "cadence"));
  self->setting = keep (self, lasna_record_get_text (template, "setting"));
  self->own = LASNA_CHECKLIST_TEMPLATE (template);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (LasnaRecord) item = g_list_model_get_item (items, i);

      add_own_item (self, item, language);
    }
  return self;
}

/* The own checklist with that code or copied from it; borrowed from the list of all. */
static LasnaRecord *
find_own (LasnaWorkbook *workbook, const char *code)
{
  GListModel *all = lasna_workbook_get_records (workbook, "checklist_template");

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LasnaRecord) template = g_list_model_get_item (all, i);

      if (g_strcmp0 (lasna_record_get_text (template, "code"), code) == 0 ||
          g_strcmp0 (lasna_record_get_text (template, "template-id"), code) == 0)
        return template;
    }
  return NULL;
}

/**
 * lasna_checklist_new:
 * @code: of a checklist of the catalogue or of an own one
 *
 * Returns: (transfer full) (nullable): the checklist, its texts in @language where there are any.
 *   Where the workbook has a copy of its own, that is what people get.
 */
LasnaChecklist *
lasna_checklist_new (LasnaWorkbook *workbook, const char *code, LasnaLanguage language)
{
  const LasnaChecklistCatalogue *template;
  LasnaRecord *own;

  g_return_val_if_fail (LASNA_IS_WORKBOOK (workbook) && code != NULL, NULL);
  own = find_own (workbook, code);
  if (own != NULL)
    return new_from_own (own, language);
  template = lasna_catalogue_find_checklist (lasna_workbook_get_catalogue (workbook), code);
  return template != NULL ? new_from_catalogue (template, language) : NULL;
}

/**
 * lasna_checklist_find:
 * @item: the code of an item
 *
 * Returns: (transfer none) (nullable): the item
 */
const LasnaChecklistEntry *
lasna_checklist_find (LasnaChecklist *self, const char *item)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const LasnaChecklistEntry *entry = &g_array_index (self->entries, LasnaChecklistEntry, i);

      if (g_strcmp0 (entry->code, item) == 0)
        return entry;
    }
  return NULL;
}

/**
 * lasna_checklist_list:
 *
 * Returns: (transfer full) (element-type LasnaChecklist): every checklist that can be filled in:
 *   the catalogue's in its order, each replaced by the workbook's own copy, then the other own ones
 */
GPtrArray *
lasna_checklist_list (LasnaWorkbook *workbook, LasnaLanguage language)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) lasna_checklist_free);
  LasnaCatalogue *catalogue = lasna_workbook_get_catalogue (workbook);
  const LasnaChecklistCatalogue *const *templates = lasna_catalogue_get_checklists (catalogue);
  GListModel *own = lasna_workbook_get_records (workbook, "checklist_template");

  for (guint i = 0; templates[i] != NULL; i++)
    g_ptr_array_add (list, lasna_checklist_new (workbook, templates[i]->id, language));
  for (guint i = 0; i < g_list_model_get_n_items (own); i++)
    {
      g_autoptr (LasnaRecord) template = g_list_model_get_item (own, i);
      const char *origin = lasna_record_get_text (template, "template-id");

      if (origin == NULL || lasna_catalogue_find_checklist (catalogue, origin) == NULL)
        g_ptr_array_add (list, new_from_own (template, language));
    }
  return list;
}

static char *
make_code (LasnaWorkbook *workbook)
{
  return g_strdup_printf ("own.%" G_GINT64_FORMAT,
                          lasna_clock_new_id (lasna_workbook_get_clock (workbook)));
}

static char *
join_terms (const char *const *terms)
{
  return terms != NULL ? g_strjoinv (" ", (char **) terms) : NULL;
}

static void
copy_item (LasnaWorkbook *workbook,
           LasnaChecklistTemplate *own,
           const LasnaItemTemplate *item,
           LasnaLanguage language)
{
  lasna_workbook_add (workbook,
                      LASNA_TYPE_CHECKLIST_ITEM,
                      "template",
                      own,
                      "code",
                      item->id,
                      "template-id",
                      item->id,
                      "text",
                      item->text.in[language],
                      "why",
                      item->why.in[language],
                      "how-to-check",
                      item->check.in[language],
                      "tags",
                      item->tags,
                      NULL);
}

static LasnaChecklistTemplate *
copy_template (LasnaWorkbook *workbook, const LasnaChecklistCatalogue *template)
{
  LasnaLanguage language = lasna_workbook_get_language (workbook);
  g_autofree char *code = make_code (workbook);
  g_autofree char *situations = join_terms (template->contact_situations);
  g_autofree char *stages = join_terms (template->stages);
  LasnaChecklistTemplate *own = lasna_workbook_add (workbook,
                                                    LASNA_TYPE_CHECKLIST_TEMPLATE,
                                                    "code",
                                                    code,
                                                    "title",
                                                    template->title.in[language],
                                                    "intro",
                                                    template->intro.in[language],
                                                    "scale",
                                                    template->scale->id,
                                                    "cadence",
                                                    template->cadence,
                                                    "setting",
                                                    template->setting,
                                                    "contact-situations",
                                                    situations,
                                                    "stages",
                                                    stages,
                                                    "template-id",
                                                    template->id,
                                                    NULL);

  for (guint i = 0; own != NULL && i < template->n_items; i++)
    copy_item (workbook, own, &template->items[i], language);
  return own;
}

/**
 * lasna_checklist_make_own:
 * @code: of a checklist of the catalogue or of an own one
 *
 * The catalogue's checklists are never edited in place: who wants to change one gets a copy, in one
 * change, that stands in for it from then on.
 *
 * Returns: (transfer none) (nullable): the own checklist, made where there was none
 */
LasnaChecklistTemplate *
lasna_checklist_make_own (LasnaWorkbook *workbook, const char *code)
{
  const LasnaChecklistCatalogue *template;
  g_autoptr (LasnaChange) change = NULL;
  LasnaChecklistTemplate *own;
  LasnaRecord *known;

  g_return_val_if_fail (LASNA_IS_WORKBOOK (workbook) && code != NULL, NULL);
  known = find_own (workbook, code);
  if (known != NULL)
    return LASNA_CHECKLIST_TEMPLATE (known);
  template = lasna_catalogue_find_checklist (lasna_workbook_get_catalogue (workbook), code);
  if (template == NULL)
    return NULL;
  change = lasna_workbook_begin (workbook, _ ("Copy a checklist to edit it"));
  own = copy_template (workbook, template);
  return lasna_change_commit (change, NULL) ? own : NULL;
}

/**
 * lasna_checklist_add_own:
 *
 * Returns: (transfer none) (nullable): a new own checklist without items
 */
LasnaChecklistTemplate *
lasna_checklist_add_own (LasnaWorkbook *workbook, const char *title)
{
  g_autofree char *code = make_code (workbook);

  return lasna_workbook_add (
      workbook, LASNA_TYPE_CHECKLIST_TEMPLATE, "code", code, "title", title, NULL);
}

/**
 * lasna_checklist_template_add_item:
 *
 * Returns: (transfer none) (nullable): a new last item
 */
LasnaChecklistItem *
lasna_checklist_template_add_item (LasnaChecklistTemplate *self, const char *text)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (LASNA_RECORD (self));
  g_autofree char *code = make_code (workbook);

  return lasna_workbook_add (
      workbook, LASNA_TYPE_CHECKLIST_ITEM, "template", self, "code", code, "text", text, NULL);
}
