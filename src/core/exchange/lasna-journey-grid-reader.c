/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A grid makes a journey, or brings one up to date: stages are known by their titles, and what the
 * grid does not name stays.
 */
#include "config.h"

#include "lasna-journey-grid.h"

#include "lasna-csv-reader.h"
#include "lasna-error.h"
#include "lasna-export-columns.h"
#include "lasna-journey-lanes.h"
#include "lasna-journey.h"
#include "lasna-service.h"
#include "lasna-stage.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
refuse (guint64 row, guint column, GError **error, const char *sentence)
{
  g_set_error (error,
               LASNA_ERROR,
               LASNA_ERROR_PARSE,
               /* Translators: where in a table, and a sentence that says what is wrong there */
               _ ("Row %lu, column %u: %s"),
               (gulong) row,
               column,
               sentence);
  return FALSE;
}

/* What stands after the first word; 0 where that is not ours. */
static char
find_delimiter (const char *text)
{
  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    text += strlen ("\xef\xbb\xbf");
  text += *text == '"';
  if (g_ascii_strncasecmp (text, "lane", strlen ("lane")) != 0)
    return 0;
  text += strlen ("lane");
  text += *text == '"';
  return *text != '\0' && strchr (",;\t|", *text) != NULL ? *text : 0;
}

static char *
dup_cell (const LasnaRow *row, guint column)
{
  return g_strstrip (g_strdup (lasna_export_skip_mark (lasna_row_get_cell (row, column))));
}

static LasnaRecord *
find_stage (LasnaRecord *journey, const char *title)
{
  GListModel *stages = lasna_record_get_children (journey, "stage", "journey");

  for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
    {
      g_autoptr (LasnaRecord) stage = g_list_model_get_item (stages, i);

      for (guint language = 0; language < LASNA_N_LANGUAGES; language++)
        {
          g_autofree char *other = lasna_record_dup_text_in (stage, "title", language);

          /* The list keeps it alive. */
          if (g_strcmp0 (other, title) == 0)
            return stage;
        }
    }
  return NULL;
}

static gboolean
take_stages (LasnaRecord *journey, const LasnaRow *row, GPtrArray *stages, GError **error)
{
  for (guint column = 1; column < row->n_cells; column++)
    {
      g_autofree char *title = dup_cell (row, column);
      LasnaRecord *stage;

      if (*title == '\0')
        return refuse (row->number,
                       column + 1,
                       error,
                       _ ("This stage has no name. Nothing was changed; give it one."));
      if (journey == NULL)
        continue;
      stage = find_stage (journey, title);
      if (stage == NULL)
        stage = lasna_workbook_add (lasna_record_get_workbook (journey),
                                    LASNA_TYPE_STAGE,
                                    "journey",
                                    journey,
                                    "title",
                                    title,
                                    NULL);
      if (stage == NULL)
        return FALSE;
      g_ptr_array_add (stages, stage);
    }
  return TRUE;
}

static gboolean
take_lane (const LasnaRow *row, GPtrArray *stages, GError **error)
{
  g_autofree char *name = dup_cell (row, 0);
  guint lane;

  if (!lasna_journey_lanes_find (name, &lane))
    return refuse (row->number,
                   1,
                   error,
                   _ ("There is no lane of that name. Nothing was changed; take the row out or "
                      "name it as a lane of the map."));
  for (guint i = 0; i < stages->len; i++)
    {
      g_autofree char *cell = dup_cell (row, i + 1);
      g_autoptr (GError) trouble = NULL;

      if (lasna_journey_lane_take_cell (lane, stages->pdata[i], cell, &trouble))
        continue;
      return trouble != NULL && refuse (row->number, i + 2, error, trouble->message);
    }
  return TRUE;
}

/* Without a journey it is only looked at, so that what is at fault changes no byte. */
static gboolean
take_rows (LasnaRecord *journey, const char *text, gsize length, char delimiter, GError **error)
{
  g_autoptr (GInputStream) stream =
      g_memory_input_stream_new_from_data (text, (gssize) length, NULL);
  g_autoptr (LasnaCsvReader) reader = lasna_csv_reader_new (stream, "utf-8", delimiter, error);
  g_autoptr (GPtrArray) stages = g_ptr_array_new ();
  const LasnaRow *row;
  gboolean is_first = TRUE;

  while (reader != NULL && lasna_csv_reader_next (reader, &row, NULL, error))
    {
      if (row == NULL)
        return TRUE;
      if (row->trouble != LASNA_ROW_SOUND)
        return refuse (row->number,
                       row->trouble_column + 1,
                       error,
                       _ ("This row cannot be read. Nothing was changed; look whether a quotation "
                          "mark is missing."));
      if (lasna_row_is_blank (row))
        continue;
      if (!(is_first ? take_stages (journey, row, stages, error) : take_lane (row, stages, error)))
        return FALSE;
      is_first = FALSE;
    }
  return FALSE;
}

static LasnaRecord *
add_journey (LasnaWorkbook *workbook, const char *name)
{
  g_autoptr (LasnaRecord) first =
      g_list_model_get_item (lasna_workbook_get_records (workbook, "service"), 0);
  LasnaRecord *service = first;

  if (service == NULL)
    service = lasna_workbook_add (
        workbook,
        LASNA_TYPE_SERVICE,
        "name",
        lasna_record_get_text (LASNA_RECORD (lasna_workbook_get_settings (workbook)), "name"),
        NULL);
  return lasna_workbook_add (workbook, LASNA_TYPE_JOURNEY, "service", service, "title", name, NULL);
}

/**
 * lasna_journey_grid_read:
 * @journey: (nullable): the one to bring up to date; a new one by default
 * @text: as it stands in a file, and a NUL after it
 * @length: of @text in bytes, without that NUL
 * @name: what a new one is called
 *
 * Makes or changes a journey, in one change.
 *
 * Returns: (transfer none) (nullable): the journey; where NULL, nothing was changed, and where the
 *   text is at fault the error says row and column
 */
gpointer
lasna_journey_grid_read (LasnaWorkbook *workbook,
                         LasnaRecord *journey,
                         const char *text,
                         gsize length,
                         const char *name,
                         GError **error)
{
  char delimiter = find_delimiter (text);
  g_autoptr (LasnaChange) change = NULL;
  GError *trouble = NULL;

  if (delimiter == 0)
    {
      refuse (
          1,
          1,
          error,
          _ ("A grid of a journey begins with the word lane. Nothing was changed; write it into "
             "the first cell, or choose another file."));
      return NULL;
    }
  if (!take_rows (NULL, text, length, delimiter, error))
    return NULL;
  change = lasna_workbook_begin (workbook, _ ("Bring in a journey as a grid"));
  if (journey == NULL && !lasna_change_is_failed (change))
    journey = add_journey (workbook, name);
  if (journey != NULL && !lasna_change_is_failed (change) &&
      !take_rows (journey, text, length, delimiter, &trouble) && trouble != NULL)
    lasna_change_fail (change, trouble);
  return lasna_change_commit (change, error) ? journey : NULL;
}
