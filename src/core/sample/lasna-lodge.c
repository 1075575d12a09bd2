/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fills an empty workbook with two years of a wilderness lodge.
 */
#include "config.h"

#include "lasna-lodge.h"

#include "lasna-sample-records.h"
#include "lasna-sample-voices.h"
#include "lasna-template.h"

#define TEMPLATE "journey.travel"

/* Rows that came from the template are called by its ids. */
static void
name_rows (LasnaSampleWriter *writer, LasnaWorkbook *workbook)
{
  static const struct
  {
    const char *table;
    const char *property; /* what the row is called by */
    const char *name;     /* or its fixed name: there is one */
  } named[] = {
    { "workbook", NULL, "workbook" },
    { "service", NULL, "service" },
    { "journey", NULL, "journey" },
    { "chain_link", "role", NULL },
    { "stage", "template-id", NULL },
    { "touchpoint", "template-id", NULL },
    { "hidden_stretch", "template-id", NULL },
    { "problem_plan", "template-id", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      GListModel *records = lasna_workbook_get_records (workbook, named[i].table);

      for (guint n = 0; n < g_list_model_get_n_items (records); n++)
        {
          g_autoptr (LasnaRecord) record = g_list_model_get_item (records, n);
          const char *name = named[i].name != NULL
                                 ? named[i].name
                                 : lasna_record_get_text (record, named[i].property);

          lasna_sample_writer_name (writer, name, named[i].table, lasna_record_get_id (record));
        }
    }
}

/**
 * lasna_lodge_fill:
 * @workbook: a new one; its objects do not learn of what is written, so it is closed afterwards
 *
 * Returns: whether the sample is in the file
 */
gboolean
lasna_lodge_fill (LasnaWorkbook *workbook, LasnaLanguage language, GError **error)
{
  g_autoptr (LasnaSampleWriter) writer = NULL;

  if (lasna_template_add_journey (workbook, NULL, TEMPLATE, language, error) == NULL)
    return FALSE;
  writer = lasna_sample_writer_new (workbook, language);
  name_rows (writer, workbook);
  lasna_sample_add_records (writer, "lodge");
  lasna_sample_add_voices (writer);
  lasna_sample_add_records (writer, "work");
  return lasna_sample_writer_finish (writer, error);
}
