/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which items each chart has; what they add up to is counted by lasna-chart-tally.c.
 */
#include "config.h"

#include "lasna-chart-gather.h"

#include "lasna-bins.h"
#include "lasna-chart-private.h"
#include "lasna-chart-tally.h"
#include "lasna-index.h"
#include "lasna-names.h"
#include "lasna-settings.h"
#include "lasna-summary-stage.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More channels or segments than these share one row. */
#define MOST_GROUPS 8

#define OWN(dimension) LASNA_OWN (LASNA_DIMENSION_##dimension)

typedef struct
{
  const LasnaChartQuery *query;
  LasnaChartData *data;
  guint32 own;
  LasnaTotalsParts parts;
} Gathering;

static guint16 *
new_slots (const Gathering *gather, LasnaDimension dimension)
{
  guint n = lasna_columns_get_n_values (gather->query->selection->columns, dimension);
  guint16 *slots = g_new (guint16, n);

  for (guint i = 0; i < n; i++)
    slots[i] = LASNA_CHART_NOWHERE;
  return slots;
}

/* Items that a condition on their dimension leaves out; those of no code stand for what is left. */
static void
mark_chosen (const Gathering *gather, LasnaDimension dimension, const guint16 *slots)
{
  const LasnaColumns *columns = gather->query->selection->columns;
  GPtrArray *items = gather->data->items;
  g_autofree guint8 *accepted = NULL;

  if (gather->query->filter == NULL ||
      !lasna_filter_has_dimension (gather->query->filter, dimension))
    return;
  accepted = lasna_filter_accept_codes (gather->query->filter, columns, dimension);
  for (guint i = 0; i < items->len; i++)
    ((LasnaChartItem *) items->pdata[i])->is_out = TRUE;
  for (guint code = 0; code < lasna_columns_get_n_values (columns, dimension); code++)
    if (slots[code] != LASNA_CHART_NOWHERE && (accepted == NULL || accepted[code]))
      ((LasnaChartItem *) items->pdata[slots[code]])->is_out = FALSE;
}

static void
count (const Gathering *gather, LasnaDimension dimension, const guint16 *slots)
{
  lasna_chart_tally (
      gather->query->selection, dimension, gather->own, gather->parts, slots, gather->data->items);
  for (guint i = 0; i < gather->data->items->len; i++)
    {
      const LasnaChartItem *item = gather->data->items->pdata[i];

      gather->data->n += item->n;
    }
  mark_chosen (gather, dimension, slots);
}

/* Counts into items that stand for the records @ids, in their order. */
static void
count_records (const Gathering *gather, LasnaDimension dimension, const GArray *ids)
{
  g_autofree guint16 *slots = NULL;

  if (gather->query->selection == NULL)
    return;
  slots = new_slots (gather, dimension);
  for (guint i = 0; i < ids->len; i++)
    {
      guint code = lasna_columns_find_record (
          gather->query->selection->columns, dimension, g_array_index (ids, gint64, i));

      if (code != 0)
        slots[code] = (guint16) i;
    }
  count (gather, dimension, slots);
}

static void
describe_stage (const Gathering *gather, LasnaRecord *record, LasnaChartItem *item)
{
  LasnaWorkbook *workbook = gather->query->workbook;
  LasnaLanguage language = gather->query->language;
  const char *wanted = lasna_summary_get_wanted (record);

  item->question = lasna_record_dup_text_in (record, "feedback-question", language);
  if (wanted == NULL)
    return;
  item->target = g_strdup (lasna_workbook_get_term_label (workbook, "emotion", wanted, language));
  item->ink = lasna_summary_get_ink (workbook, wanted);
}

static LasnaChartItem *
add_record (const Gathering *gather, LasnaRecord *record, const char *property, const char *field)
{
  g_autofree char *title = lasna_record_dup_text_in (record, property, gather->query->language);
  LasnaChartItem *item = lasna_chart_data_add_item (gather->data, title);

  item->where = g_strdup_printf ("%s=%" G_GINT64_FORMAT, field, lasna_record_get_id (record));
  return item;
}

static void
set_indices (const Gathering *gather)
{
  LasnaRecord *settings = LASNA_RECORD (lasna_workbook_get_settings (gather->query->workbook));

  if (lasna_record_get_flag (settings, "index-hidden"))
    return;
  for (guint i = 0; i < gather->data->items->len; i++)
    {
      LasnaChartItem *item = gather->data->items->pdata[i];

      item->index = lasna_index (item->task,
                                 lasna_index_feeling (item->mean),
                                 lasna_record_get_integer (settings, "weight-task"),
                                 lasna_record_get_integer (settings, "weight-feeling"));
    }
}

static void
gather_stages (const Gathering *gather)
{
  LasnaRecord *journey = gather->query->journey;
  GListModel *stages =
      journey != NULL ? lasna_record_get_children (journey, "stage", "journey") : NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; stages != NULL && i < g_list_model_get_n_items (stages); i++)
    {
      g_autoptr (LasnaRecord) stage = g_list_model_get_item (stages, i);
      gint64 id = lasna_record_get_id (stage);

      describe_stage (gather, stage, add_record (gather, stage, "title", "stage"));
      g_array_append_val (ids, id);
    }
  count_records (gather, LASNA_DIMENSION_STAGE, ids);
  if (gather->data->kind == LASNA_CHART_TASK)
    set_indices (gather);
}

static void
gather_links (const Gathering *gather)
{
  LasnaWorkbook *workbook = gather->query->workbook;
  LasnaLanguage language = gather->query->language;
  GListModel *links = lasna_workbook_get_records (workbook, "chain_link");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr (LasnaRecord) link = g_list_model_get_item (links, i);
      LasnaChartItem *item = add_record (gather, link, "name", "link");
      const char *priority = lasna_record_get_text (link, "priority");
      gint64 id = lasna_record_get_id (link);

      if (priority != NULL)
        item->note =
            g_strdup (lasna_workbook_get_term_label (workbook, "priority", priority, language));
      item->ink =
          g_strcmp0 (priority, "priority.primary") == 0 ? LASNA_INK_ACCENT : LASNA_INK_QUIET;
      g_array_append_val (ids, id);
    }
  count_records (gather, LASNA_DIMENSION_LINK, ids);
}

/* The condition that chooses a value, as the command line writes it. */
static char *
dup_where (const char *field, const LasnaValue *value, guint code)
{
  if (code == 0)
    return g_strdup_printf ("%s=unknown", field);
  if (value->record != 0)
    return g_strdup_printf ("%s=%" G_GINT64_FORMAT, field, value->record);
  return g_strdup_printf ("%s=%s", field, value->code != NULL ? value->code : value->text);
}

static int
compare_codes_cb (gconstpointer first, gconstpointer second, gpointer data)
{
  const guint *counts = data;
  guint a = *(const guint *) first;
  guint b = *(const guint *) second;

  /* What is not known comes last. */
  if ((a == 0) != (b == 0))
    return a == 0 ? 1 : -1;
  return counts[a] != counts[b] ? (counts[a] < counts[b] ? 1 : -1) : (a > b) - (a < b);
}

static GArray *
rank_codes (const guint *counts, guint n)
{
  GArray *codes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint code = 0; code < n; code++)
    if (counts[code] > 0)
      g_array_append_val (codes, code);
  g_array_sort_with_data (codes, compare_codes_cb, (gpointer) counts);
  return codes;
}

static void
add_others (const Gathering *gather, guint n)
{
  g_autofree char *title =
      g_strdup_printf (lasna_words_plural (gather->query->language, "%u other", "%u others", n), n);

  lasna_chart_data_add_item (gather->data, title);
}

/* A row for each value that has voices, the most first.
 *
 * Returns: (transfer full): the place of each code
 */
static guint16 *
add_groups (const Gathering *gather,
            LasnaDimension dimension,
            const char *field,
            const guint *counts)
{
  const LasnaColumns *columns = gather->query->selection->columns;
  g_autoptr (GArray) codes = rank_codes (counts, lasna_columns_get_n_values (columns, dimension));
  guint16 *slots = new_slots (gather, dimension);

  for (guint i = 0; i < codes->len; i++)
    {
      guint code = g_array_index (codes, guint, i);
      const LasnaValue *value = lasna_columns_get_value (columns, dimension, code);
      gboolean is_own = codes->len <= MOST_GROUPS || i < MOST_GROUPS - 1;

      slots[code] = (guint16) MIN (i, MOST_GROUPS - 1);
      if (is_own)
        lasna_chart_data_add_item (gather->data, value->names[gather->query->language])->where =
            dup_where (field, value, code);
      else if (i == MOST_GROUPS - 1)
        add_others (gather, codes->len - i);
    }
  return slots;
}

static void
gather_groups (const Gathering *gather, LasnaDimension dimension, const char *field)
{
  const LasnaSelection *selection = gather->query->selection;
  g_autofree guint *counts = NULL;
  g_autofree guint *sums = NULL;
  g_autofree guint16 *slots = NULL;
  guint n;

  if (selection == NULL)
    return;
  sums = lasna_bins_count (selection, lasna_dimension_get_raw (dimension), gather->own, &n);
  counts = lasna_columns_spread (selection->columns, dimension, sums);
  slots = add_groups (gather, dimension, field, counts);
  count (gather, dimension, slots);
}

static void
add_wait (LasnaChartData *data, LasnaChartItem *item, double hours)
{
  data->n++;
  item->n++;
  if (isnan (hours))
    {
      item->n_open++;
      return;
    }
  if (item->hours == NULL)
    item->hours = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_val (item->hours, hours);
}

static void
gather_channels (const Gathering *gather)
{
  gather_groups (gather, LASNA_DIMENSION_CHANNEL, "channel");
}

static void
gather_segments (const Gathering *gather)
{
  gather_groups (gather, LASNA_DIMENSION_SEGMENT, "segment");
}

static void
set_promises (const Gathering *gather)
{
  GListModel *offerings = lasna_workbook_get_records (gather->query->workbook, "channel_offering");

  for (guint i = 0; i < g_list_model_get_n_items (offerings); i++)
    {
      g_autoptr (LasnaRecord) offering = g_list_model_get_item (offerings, i);
      g_autofree char *where =
          g_strdup_printf ("channel=%s", lasna_record_get_text (offering, "channel"));

      if (!lasna_record_is_set (offering, "response-target-hours"))
        continue;
      for (guint j = 0; j < gather->data->items->len; j++)
        {
          LasnaChartItem *item = gather->data->items->pdata[j];

          if (g_strcmp0 (item->where, where) == 0)
            item->promised = lasna_record_get_integer (offering, "response-target-hours");
        }
    }
}

static void
gather_replies (const Gathering *gather)
{
  const LasnaSelection *selection = gather->query->selection;
  const GArray *waits = gather->query->waits;
  g_autofree guint *counts = NULL;
  g_autofree guint16 *slots = NULL;

  if (selection == NULL || waits == NULL)
    return;
  counts = g_new0 (guint, lasna_columns_get_n_values (selection->columns, LASNA_DIMENSION_CHANNEL));
  for (guint i = 0; i < waits->len; i++)
    {
      guint row = g_array_index (waits, LasnaWait, i).row;

      if (lasna_selection_has_but (selection, row, gather->own))
        counts[lasna_columns_get_code (selection->columns, LASNA_DIMENSION_CHANNEL, row)]++;
    }
  slots = add_groups (gather, LASNA_DIMENSION_CHANNEL, "channel", counts);
  for (guint i = 0; i < waits->len; i++)
    {
      const LasnaWait *wait = &g_array_index (waits, LasnaWait, i);

      if (lasna_selection_has_but (selection, wait->row, gather->own))
        add_wait (gather->data,
                  gather->data->items->pdata[slots[lasna_columns_get_code (
                      selection->columns, LASNA_DIMENSION_CHANNEL, wait->row)]],
                  wait->hours);
    }
  set_promises (gather);
  mark_chosen (gather, LASNA_DIMENSION_CHANNEL, slots);
}

static void
gather_scores (const Gathering *gather)
{
  if (gather->query->selection != NULL)
    lasna_chart_gather_scores (gather->query, gather->data);
}

static void
gather_trend (const Gathering *gather)
{
  if (gather->query->selection != NULL)
    lasna_chart_gather_trend (gather->query, gather->data);
}

static void
gather_drivers (const Gathering *gather)
{
  if (gather->query->selection != NULL)
    lasna_chart_gather_drivers (gather->query, gather->data);
}

static const struct
{
  void (*gather) (const Gathering *gather);
  guint32 own;            /* the dimensions a person chooses by in the chart */
  LasnaTotalsParts parts; /* what its items show of their voices */
} sources[LASNA_N_CHARTS] = {
  [LASNA_CHART_FEELINGS] = { gather_stages, OWN (STAGE), LASNA_TOTALS_FEELINGS },
  [LASNA_CHART_AWAKENED] = { gather_stages, OWN (STAGE), LASNA_TOTALS_FEELINGS },
  [LASNA_CHART_TASK] = { gather_stages, OWN (STAGE), LASNA_TOTALS_FEELINGS | LASNA_TOTALS_TASKS },
  [LASNA_CHART_DEAF] = { gather_stages, OWN (STAGE) | OWN (MOMENT), LASNA_TOTALS_MOMENTS },
  [LASNA_CHART_CHANNELS] = { gather_channels, OWN (CHANNEL), LASNA_TOTALS_FEELINGS },
  [LASNA_CHART_SEGMENTS] = { gather_segments, OWN (SEGMENT), LASNA_TOTALS_FEELINGS },
  [LASNA_CHART_LINKS] = { gather_links, OWN (LINK), LASNA_TOTALS_FEELINGS },
  [LASNA_CHART_REPLIES] = { gather_replies, OWN (CHANNEL), 0 },
  [LASNA_CHART_SCORES] = { gather_scores, OWN (SCORE), 0 },
  [LASNA_CHART_TREND] = { gather_trend, OWN (PERIOD), 0 },
  [LASNA_CHART_DRIVERS] = { gather_drivers, 0, 0 },
};

/**
 * lasna_chart_get_own_dimensions:
 *
 * Returns: a bit for each dimension that is chosen by in the chart, and whose conditions do not
 *   hold in it
 */
guint32
lasna_chart_get_own_dimensions (LasnaChartKind kind)
{
  g_return_val_if_fail (kind < LASNA_N_CHARTS, 0);
  return sources[kind].own;
}

static void
hide_names (const Gathering *gather)
{
  g_autoptr (LasnaNames) names =
      lasna_names_new_of_people (gather->query->workbook, gather->query->language);

  for (guint i = 0; i < gather->data->items->len; i++)
    {
      LasnaChartItem *item = gather->data->items->pdata[i];

      lasna_names_hide (&item->title, names);
      if (item->question != NULL)
        lasna_names_hide (&item->question, names);
    }
  for (guint i = 0; i < gather->data->panels->len; i++)
    lasna_names_hide (&((LasnaChartPanel *) gather->data->panels->pdata[i])->title, names);
  if (gather->data->remark != NULL)
    lasna_names_hide (&gather->data->remark, names);
  if (gather->data->view != NULL)
    lasna_names_hide (&gather->data->view, names);
}

/**
 * lasna_chart_gather:
 *
 * Returns: (transfer full): what the chart shows
 */
LasnaChartData *
lasna_chart_gather (const LasnaChartQuery *query, LasnaChartKind kind)
{
  LasnaChartData *data;

  g_return_val_if_fail (kind < LASNA_N_CHARTS, NULL);
  data = lasna_chart_data_new (kind, query->language);
  const Gathering gather = { query, data, sources[kind].own, sources[kind].parts };

  data->few = query->few;
  /* On the own screen the words stand above all charts. */
  if (!query->few && query->filter != NULL && query->selection != NULL &&
      !lasna_filter_is_empty (query->filter))
    data->view = lasna_filter_dup_words (query->filter, query->selection->columns, query->language);
  sources[kind].gather (&gather);
  if (!query->names)
    hide_names (&gather);
  return data;
}
