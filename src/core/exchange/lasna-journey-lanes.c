/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A lane is a property of the stage, or the records of one kind that belong to it, one a line.
 */
#include "config.h"

#include "lasna-journey-lanes.h"

#include "lasna-emotion-target.h"
#include "lasna-error.h"
#include "lasna-fold.h"
#include "lasna-hidden-stretch.h"
#include "lasna-term.h"
#include "lasna-touchpoint.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  LANE_TEXT,    /* a text of the stage */
  LANE_TERM,    /* a choice of the stage */
  LANE_HEIGHT,  /* -2 to 2 */
  LANE_RECORDS, /* records with a text */
  LANE_TARGETS, /* feelings */
} LaneType;

typedef struct
{
  const char *id;
  const char *name;
  LaneType type;
  const char *property; /* of the stage, or of the records; the kind of the targets */
  const char *set;      /* of a choice */
  const char *table;    /* of records */
  GType (*get_type) (void);
} Lane;

/* In the order of the map. */
static const Lane lanes[] = {
  { "situation", N_ ("Contact situation"), LANE_TERM, "contact-situation", "contact-situation" },
  { "goal", N_ ("The customer's goal"), LANE_TEXT, "customer-goal" },
  { "height", N_ ("Believed height"), LANE_HEIGHT, "believed-height" },
  { "touchpoints",
    N_ ("Touchpoints"),
    LANE_RECORDS,
    "title",
    NULL,
    "touchpoint",
    lasna_touchpoint_get_type },
  { "hidden",
    N_ ("What we think happens unseen"),
    LANE_RECORDS,
    "assumption",
    NULL,
    "hidden_stretch",
    lasna_hidden_stretch_get_type },
  { "wanted", N_ ("Feelings wished for"), LANE_TARGETS, "target.desired", "emotion" },
  { "avoided", N_ ("Feelings to avoid"), LANE_TARGETS, "target.avoid", "emotion" },
  { "question", N_ ("Feedback question"), LANE_TEXT, "feedback-question" },
  { "moment", N_ ("When the question is asked"), LANE_TERM, "question-moment", "feedback-moment" },
  { "problem", N_ ("Typical problem"), LANE_TEXT, "typical-problem" },
  { "plan", N_ ("Plan"), LANE_TEXT, "plan-note" },
};

guint
lasna_journey_lanes_get_n (void)
{
  return G_N_ELEMENTS (lanes);
}

const char *
lasna_journey_lane_get_name (guint lane, LasnaLanguage language)
{
  g_return_val_if_fail (lane < G_N_ELEMENTS (lanes), NULL);
  return lasna_words (language, lanes[lane].name);
}

/**
 * lasna_journey_lanes_find:
 * @name: in any language, or the id of the lane
 */
gboolean
lasna_journey_lanes_find (const char *name, guint *lane)
{
  g_autofree char *folded = lasna_fold (name);

  for (*lane = 0; *lane < G_N_ELEMENTS (lanes); (*lane)++)
    {
      if (strcmp (folded, lanes[*lane].id) == 0)
        return TRUE;
      for (guint i = 0; i < LASNA_N_LANGUAGES; i++)
        {
          g_autofree char *other = lasna_fold (lasna_journey_lane_get_name (*lane, i));

          if (strcmp (folded, other) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

static void
add_line (GString *cell, const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (cell->len > 0)
    g_string_append_c (cell, '\n');
  g_string_append (cell, line);
}

/* A cell has a line for each record, so what has several lines is joined. */
static char *
dup_line (LasnaRecord *record, const char *property, LasnaLanguage language)
{
  char *text = lasna_record_dup_text_in (record, property, language);

  return text != NULL ? g_strdelimit (text, "\r\n", ' ') : NULL;
}

static void
add_records (GString *cell, const Lane *lane, LasnaRecord *stage, LasnaLanguage language)
{
  GListModel *records = lasna_record_get_children (stage, lane->table, "stage");

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (LasnaRecord) record = g_list_model_get_item (records, i);
      g_autofree char *line = dup_line (record, lane->property, language);

      add_line (cell, line);
    }
}

static void
add_targets (GString *cell, const Lane *lane, LasnaRecord *stage, LasnaLanguage language)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (stage);
  GListModel *targets = lasna_record_get_children (stage, "emotion_target", "stage");

  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (LasnaRecord) target = g_list_model_get_item (targets, i);
      const char *emotion = lasna_record_get_text (target, "emotion");

      if (emotion != NULL &&
          g_strcmp0 (lasna_record_get_text (target, "kind"), lane->property) == 0)
        add_line (cell, lasna_workbook_get_term_label (workbook, lane->set, emotion, language));
    }
}

/**
 * lasna_journey_lane_dup_cell:
 *
 * Returns: (transfer full): what the stage has in that lane; empty for nothing
 */
char *
lasna_journey_lane_dup_cell (guint index, LasnaRecord *stage, LasnaLanguage language)
{
  const Lane *lane = &lanes[index];
  g_autoptr (GString) cell = g_string_new (NULL);
  g_autofree char *text = NULL;

  switch (lane->type)
    {
    case LANE_TERM:
      if (lasna_record_is_set (stage, lane->property))
        add_line (cell, lasna_record_get_term_label (stage, lane->property, language));
      break;
    case LANE_HEIGHT:
      if (lasna_record_is_set (stage, lane->property))
        g_string_append_printf (
            cell, "%" G_GINT64_FORMAT, lasna_record_get_integer (stage, lane->property));
      break;
    case LANE_RECORDS:
      add_records (cell, lane, stage, language);
      break;
    case LANE_TARGETS:
      add_targets (cell, lane, stage, language);
      break;
    case LANE_TEXT:
    default:
      text = lasna_record_dup_text_in (stage, lane->property, language);
      add_line (cell, text);
      break;
    }
  return g_string_free (g_steal_pointer (&cell), FALSE);
}

static gboolean
write_text (LasnaRecord *record, const char *property, const char *text, GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, *text != '\0' ? text : NULL);
  return lasna_record_write (record, property, &value, error);
}

static const char *
find_term (const char *set, const char *text, GError **error)
{
  const char *term = lasna_term_recognise (set, text);

  if (term == NULL)
    g_set_error (error,
                 LASNA_ERROR,
                 LASNA_ERROR_PARSE,
                 /* Translators: %s is a word in a table that stands for none of the choices */
                 _ ("“%s” is not known here. Nothing was changed; look how the word is spelt."),
                 text);
  return term;
}

static gboolean
take_term (const Lane *lane, LasnaRecord *stage, const char *text, GError **error)
{
  const char *term = *text != '\0' ? find_term (lane->set, text, error) : "";

  return term != NULL && write_text (stage, lane->property, term, error);
}

static gboolean
take_height (const Lane *lane, LasnaRecord *stage, const char *text, GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;
  gint64 height = LASNA_UNSET;

  if (*text != '\0' &&
      !g_ascii_string_to_signed (*text == '+' ? text + 1 : text, 10, -2, 2, &height, NULL))
    {
      g_set_error_literal (
          error,
          LASNA_ERROR,
          LASNA_ERROR_PARSE,
          _ ("A height is a whole number from -2 to 2. Nothing was changed; give one of these."));
      return FALSE;
    }
  g_value_init (&value, G_TYPE_INT64);
  g_value_set_int64 (&value, height);
  return lasna_record_write (stage, lane->property, &value, error);
}

static gboolean
has_record (const Lane *lane, LasnaRecord *stage, const char *text)
{
  GListModel *records = lasna_record_get_children (stage, lane->table, "stage");

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (LasnaRecord) record = g_list_model_get_item (records, i);

      for (guint language = 0; language < LASNA_N_LANGUAGES; language++)
        {
          g_autofree char *line = dup_line (record, lane->property, language);

          if (g_strcmp0 (line, text) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
has_target (const Lane *lane, LasnaRecord *stage, const char *emotion)
{
  GListModel *targets = lasna_record_get_children (stage, "emotion_target", "stage");

  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (LasnaRecord) target = g_list_model_get_item (targets, i);

      if (g_strcmp0 (lasna_record_get_text (target, "emotion"), emotion) == 0 &&
          g_strcmp0 (lasna_record_get_text (target, "kind"), lane->property) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
take_record (const Lane *lane, LasnaRecord *stage, const char *line)
{
  return has_record (lane, stage, line) || lasna_workbook_add (lasna_record_get_workbook (stage),
                                                               lane->get_type (),
                                                               "stage",
                                                               stage,
                                                               lane->property,
                                                               line,
                                                               NULL) != NULL;
}

static gboolean
take_target (const Lane *lane, LasnaRecord *stage, const char *line, GError **error)
{
  const char *emotion = find_term (lane->set, line, error);

  if (emotion == NULL)
    return FALSE;
  return has_target (lane, stage, emotion) || lasna_workbook_add (lasna_record_get_workbook (stage),
                                                                  LASNA_TYPE_EMOTION_TARGET,
                                                                  "stage",
                                                                  stage,
                                                                  "emotion",
                                                                  emotion,
                                                                  "kind",
                                                                  lane->property,
                                                                  NULL) != NULL;
}

static gboolean
take_lines (const Lane *lane, LasnaRecord *stage, const char *text, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (*lines[i] != '\0' &&
          !(lane->type == LANE_RECORDS ? take_record (lane, stage, lines[i])
                                       : take_target (lane, stage, lines[i], error)))
        return FALSE;
    }
  return TRUE;
}

/**
 * lasna_journey_lane_take_cell:
 *
 * Gives the stage what the cell says, inside a change. Records that the cell does not name stay.
 *
 * Returns: whether the cell was understood; FALSE without @error where the change has failed
 */
gboolean
lasna_journey_lane_take_cell (guint index, LasnaRecord *stage, const char *text, GError **error)
{
  const Lane *lane = &lanes[index];

  switch (lane->type)
    {
    case LANE_TERM:
      return take_term (lane, stage, text, error);
    case LANE_HEIGHT:
      return take_height (lane, stage, text, error);
    case LANE_RECORDS:
    case LANE_TARGETS:
      return take_lines (lane, stage, text, error);
    case LANE_TEXT:
    default:
      return write_text (stage, lane->property, text, error);
    }
}
