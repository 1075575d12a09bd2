/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The language of a workbook and its own words.
 */
#include "config.h"

#include "lasna-kinds.h"
#include "lasna-workbook-private.h"

#include <string.h>

/**
 * lasna_workbook_get_language:
 *
 * Returns: the language the workbook is written in
 */
LasnaLanguage
lasna_workbook_get_language (LasnaWorkbook *self)
{
  LasnaSettings *settings = lasna_workbook_get_settings (self);
  const char *term =
      settings != NULL ? lasna_record_get_text (LASNA_RECORD (settings), "language") : NULL;
  LasnaLanguage language = LASNA_LANGUAGE_EN;

  if (term != NULL && g_str_has_prefix (term, "language."))
    lasna_language_from_code (term + strlen ("language."), &language);
  return language;
}

/* The workbook's own word for a term, where it has one. */
static const char *
find_own_label (LasnaWorkbook *self, const char *set, const char *term)
{
  static const struct
  {
    const char *set;
    const char *table;
    const char *property;
  } own[] = {
    { "emotion", "emotion", "label" },
    { "channel", "channel", "title" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    {
      GListModel *records;

      if (strcmp (own[i].set, set) != 0)
        continue;
      records = lasna_workbook_get_records (self, own[i].table);
      for (guint n = 0; n < g_list_model_get_n_items (records); n++)
        {
          g_autoptr (LasnaRecord) record = g_list_model_get_item (records, n);

          if (g_strcmp0 (lasna_record_get_text (record, "code"), term) == 0 &&
              lasna_record_is_set (record, own[i].property))
            return lasna_record_get_text (record, own[i].property);
        }
    }
  return NULL;
}

gboolean
_lasna_workbook_knows_term (const char *set, const char *term, gpointer data)
{
  return find_own_label (data, set, term) != NULL ||
         lasna_catalogue_get_term (lasna_workbook_get_catalogue (data), set, term) != NULL;
}

/**
 * lasna_workbook_get_term_label:
 *
 * Returns: (transfer none) (nullable): what people read for a term of a value set, the workbook's
 *   own emotions and channels included; @term itself where the set has none
 */
const char *
lasna_workbook_get_term_label (LasnaWorkbook *self,
                               const char *set,
                               const char *term,
                               LasnaLanguage language)
{
  const char *own = find_own_label (self, set, term);

  if (own != NULL)
    return own;
  return lasna_catalogue_get_label (lasna_workbook_get_catalogue (self), set, term, language);
}

/**
 * lasna_record_get_term_label:
 * @property: one of type term
 *
 * Returns: (transfer none) (nullable): what people read for what the record says in @property; NULL
 *   where it says nothing
 */
const char *
lasna_record_get_term_label (LasnaRecord *self, const char *property, LasnaLanguage language)
{
  const char *term = lasna_record_get_text (self, property);

  if (term == NULL)
    return NULL;
  return lasna_workbook_get_term_label (
      lasna_record_get_workbook (self),
      lasna_kinds_find_property (LASNA_RECORD_GET_CLASS (self), property)->target,
      term,
      language);
}
