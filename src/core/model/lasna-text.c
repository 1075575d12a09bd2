/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text of a record in another language than it was written in.
 */
#include "config.h"

#include "lasna-kinds.h"
#include "lasna-record.h"
#include "lasna-workbook.h"

#include <string.h>

/* A translation somebody wrote, as long as the text it stands beside. */
static const char *
find_translation (LasnaRecord *self, const char *property, LasnaLanguage language)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (self);
  GListModel *all = lasna_workbook_get_records (workbook, "translation");
  const char *code = lasna_language_to_code (language);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LasnaRecord) translation = g_list_model_get_item (all, i);

      if (lasna_record_get_integer (translation, "record") == lasna_record_get_id (self) &&
          strcmp (lasna_record_get_text (translation, "property"), property) == 0 &&
          g_str_has_suffix (lasna_record_get_text (translation, "language"), code))
        return lasna_record_get_text (translation, "text");
    }
  return NULL;
}

/* The template's text, where the record still has it word for word in one of the languages. */
static const char *
find_template_text (LasnaRecord *self, const char *property, LasnaLanguage language)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (self);
  const char *own = lasna_record_get_text (self, property);
  const LasnaText *text;

  if (own == NULL ||
      lasna_kinds_find_property (LASNA_RECORD_GET_CLASS (self), "template-id") == NULL ||
      !lasna_record_is_set (self, "template-id"))
    return NULL;
  text = lasna_catalogue_find_template_text (lasna_workbook_get_catalogue (workbook),
                                             lasna_record_get_text (self, "template-id"),
                                             property);
  for (guint i = 0; text != NULL && i < LASNA_N_LANGUAGES; i++)
    if (strcmp (text->in[i], own) == 0)
      return text->in[language];
  return NULL;
}

/**
 * lasna_record_dup_text_in:
 *
 * Returns: (transfer full) (nullable): the text in @language: a translation somebody wrote, else
 *   that of an unchanged template, else the text as it was written
 */
char *
lasna_record_dup_text_in (LasnaRecord *self, const char *property, LasnaLanguage language)
{
  const char *text = NULL;

  g_return_val_if_fail (lasna_record_get_workbook (self) != NULL, NULL);
  if (language != lasna_workbook_get_language (lasna_record_get_workbook (self)))
    text = find_translation (self, property, language);
  if (text == NULL)
    text = find_template_text (self, property, language);
  return g_strdup (text != NULL ? text : lasna_record_get_text (self, property));
}
