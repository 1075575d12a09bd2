/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Line by line, as mermaid does. Where somebody has changed a line that mermaid shows, that line
 * holds; what stands beside it is from the record that follows.
 */
#include "config.h"

#include "lasna-journey-mermaid.h"

#include "lasna-error.h"
#include "lasna-journey-draft.h"
#include "lasna-kinds.h"
#include "lasna-record-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MOST_BYTES (16 * 1024 * 1024)
#define MOST_NUMBER (G_MAXINT32 - 1)

/* A task that no record of ours describes. */
typedef struct
{
  char *title;
  int believed; /* -2..2, or G_MININT where it has no score */
  char **actors;
  gint64 number;
} Task;

typedef struct
{
  LasnaJourneyDraft *draft;
  GPtrArray *tasks;
  LasnaJsonPlace place;        /* of the line */
  JsonObject *journey;         /* these are in the draft */
  JsonObject *open_stage;      /* that its record may follow; NULL: it did */
  JsonObject *open_touchpoint; /* likewise */
  gint64 stage_number;         /* of the last; 0 before the first */
  gint64 touchpoint_number;
  int score; /* of the last task; 0 where it has none */
  guint n_clamped;
  gboolean is_begun;
  gboolean is_ours;
  gboolean is_described; /* inside accDescr { } */
  gboolean is_directed;  /* inside %%{ }%% */
} Reader;

static void
task_free (gpointer data)
{
  Task *task = data;

  g_free (task->title);
  g_strfreev (task->actors);
  g_free (task);
}

static gboolean
refuse (Reader *self, const char *line, const char *at, GError **error, const char *sentence)
{
  LasnaJsonPlace place = self->place;

  place.column = (guint64) g_utf8_strlen (line, at - line) + 1;
  lasna_json_place_set_error (&place, error, sentence);
  return FALSE;
}

static char *
skip_blanks (char *text)
{
  while (*text == ' ' || *text == '\t')
    text++;
  return text;
}

/* Whether #...; begins at @at: the number or name of a letter. */
static const char *
find_entity_end (const char *at)
{
  const char *end = at + 1;

  while (g_ascii_isalnum (*end))
    end++;
  return end > at + 1 && *end == ';' ? end : NULL;
}

/* The first # or ; that is no letter's number; @text is cut at a #. FALSE where ; stands. */
static gboolean
cut_comment (Reader *self, const char *line, char *text, char **cut, GError **error)
{
  *cut = NULL;
  for (char *at = text; *at != '\0'; at++)
    {
      const char *end = *at == '#' ? find_entity_end (at) : NULL;

      if (end != NULL)
        at += end - at;
      else if (*at == ';')
        return refuse (self,
                       line,
                       at,
                       error,
                       _ ("Mermaid takes no semicolon here. Nothing was changed; write it as "
                          "#59; instead."));
      else if (*at == '#')
        {
          *cut = at;
          *at = '\0';
          return TRUE;
        }
    }
  return TRUE;
}

static gboolean
begins_with (const char *text, const char *word)
{
  return g_ascii_strncasecmp (text, word, strlen (word)) == 0;
}

/* Whether @text is the keyword and something after a blank, or nothing. */
static gboolean
is_keyword (const char *text, const char *word)
{
  char after = begins_with (text, word) ? text[strlen (word)] : 'x';

  return after == ' ' || after == '\t' || after == '\0';
}

static char *
dup_words (char *text)
{
  g_autofree char *copy = g_strdup (text);

  return lasna_mermaid_decode (g_strstrip (copy));
}

static void
set_journey_text (Reader *self, const char *name, char *text)
{
  g_autofree char *words = dup_words (text);

  if (*words != '\0')
    json_object_set_string_member (self->journey, name, words);
}

static void
begin_stage (Reader *self, const char *title)
{
  JsonObject *stage = json_object_new ();

  self->stage_number = lasna_journey_draft_next (self->draft);
  json_object_set_string_member (stage, "title", title);
  json_object_set_int_member (stage, "journey", 1);
  lasna_journey_draft_take (self->draft, "stage", self->stage_number, stage, &self->place);
  self->open_stage = stage;
  self->open_touchpoint = NULL;
}

static gboolean
read_section (Reader *self, const char *line, char *text, GError **error)
{
  g_autofree char *title = NULL;
  char *colon = strchr (text, ':');

  if (colon != NULL)
    return refuse (self,
                   line,
                   colon,
                   error,
                   _ ("Mermaid takes no colon in the name of a section. Nothing was changed; write "
                      "it as #58; instead."));
  title = dup_words (text);
  if (*title == '\0')
    return refuse (
        self, line, text, error, _ ("This section has no name. Nothing was changed; give it one."));
  begin_stage (self, title);
  return TRUE;
}

/* The score on the way from 1 to 5, as mermaid reads numbers; what lies beyond comes to the ends.
 */
static gboolean
read_score (Reader *self, const char *line, const char *at, char *text, Task *task, GError **error)
{
  char *end = NULL;
  double score;

  g_strstrip (text);
  task->believed = G_MININT;
  if (*text == '\0')
    return TRUE;
  score = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !isfinite (score))
    return refuse (self,
                   line,
                   at,
                   error,
                   _ ("This score is not a number. Nothing was changed; give one from 1 to 5."));
  if (round (score) != score || score < 1 || score > 5)
    self->n_clamped++;
  task->believed = (int) CLAMP (round (score), 1, 5) - 3;
  return TRUE;
}

static char **
read_actors (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *actor = dup_words (parts[i]);

      if (*actor != '\0')
        g_strv_builder_add (builder, actor);
    }
  return g_strv_builder_end (builder);
}

static void
take_task (Reader *self, Task *task)
{
  JsonObject *touchpoint = json_object_new ();

  if (self->stage_number == 0)
    begin_stage (
        self,
        json_object_get_string_member_with_default (self->journey, "title", _ ("First stage")));
  self->touchpoint_number = lasna_journey_draft_next (self->draft);
  self->score = task->believed != G_MININT ? task->believed + 3 : 0;
  json_object_set_string_member (touchpoint, "title", task->title);
  json_object_set_int_member (touchpoint, "stage", self->stage_number);
  if (task->believed != G_MININT)
    json_object_set_int_member (touchpoint, "believed-height", task->believed);
  lasna_journey_draft_take (
      self->draft, "touchpoint", self->touchpoint_number, touchpoint, &self->place);
  self->open_stage = NULL;
  self->open_touchpoint = touchpoint;
  task->number = self->touchpoint_number;
  g_ptr_array_add (self->tasks, task);
}

static gboolean
read_task (Reader *self, const char *line, char *text, const char *cut, GError **error)
{
  char *colon = strchr (text, ':');
  g_auto (GStrv) parts = NULL;
  Task *task;
  gboolean is_sound;

  if (colon == NULL)
    return refuse (
        self,
        line,
        cut != NULL ? cut : text + strlen (text),
        error,
        _ ("A task goes on with a colon and a score. Nothing was changed; write them after its "
           "name, such as “: 3”."));
  parts = g_strsplit (text, ":", -1);
  task = g_new0 (Task, 1);
  task->title = dup_words (parts[0]);
  is_sound = *task->title != '\0'
                 ? read_score (self, line, colon + 1, parts[1], task, error)
                 : refuse (self,
                           line,
                           text,
                           error,
                           _ ("This task has no name. Nothing was changed; give it one."));
  if (!is_sound)
    {
      task_free (task);
      return FALSE;
    }
  task->actors = read_actors (parts[2] != NULL ? parts[2] : "");
  take_task (self, task);
  return TRUE;
}

/* Takes over what is not there yet. */
static void
merge (JsonObject *into, JsonObject *from)
{
  g_autoptr (GList) members = json_object_get_members (from);

  for (GList *at = members; at != NULL; at = at->next)
    if (!json_object_has_member (into, at->data))
      json_object_set_member (into, at->data, json_object_dup_member (from, at->data));
}

/* Where the score is as we wrote it, the height is what the record says of it. */
static gboolean
take_shown (Reader *self, const char *table, gint64 number, JsonObject *record)
{
  gboolean is_stage = strcmp (table, "stage") == 0;
  JsonObject *shown = is_stage ? self->open_stage : self->open_touchpoint;
  gint64 *own = is_stage ? &self->stage_number : &self->touchpoint_number;

  if (shown == NULL)
    return FALSE;
  if (!is_stage && json_object_get_int_member_with_default (record, "score", 0) == self->score)
    json_object_remove_member (shown, "believed-height");
  json_object_remove_member (record, "score");
  merge (shown, record);
  if (number != 0)
    {
      if (lasna_journey_draft_rename (self->draft, *own, number))
        *own = number;
    }
  if (is_stage)
    self->open_stage = NULL;
  else
    {
      self->open_touchpoint = NULL;
      g_ptr_array_set_size (self->tasks, (int) self->tasks->len - 1);
    }
  return TRUE;
}

static gboolean
is_kind_of_journey (const char *table)
{
  static const char *const others[] = { "workbook", "feedback", "batch", "label", NULL };

  return lasna_kinds_lookup (table) != G_TYPE_INVALID && !g_strv_contains (others, table);
}

/* A record that follows no line of its kind is not shown any more: somebody took the line away. */
static gboolean
take_record (Reader *self, const char *line, const char *at, JsonObject *record, GError **error)
{
  g_autofree char *table =
      g_strdup (json_object_get_string_member_with_default (record, "table", ""));
  gint64 number = json_object_get_int_member_with_default (record, "number", 0);

  if (!is_kind_of_journey (table) || number < 0 || number > MOST_NUMBER)
    return refuse (
        self,
        line,
        at,
        error,
        _ ("This line holds nothing that a journey has. Nothing was changed; take the line out, "
           "or the file as Läsnä wrote it."));
  json_object_remove_member (record, "table");
  json_object_remove_member (record, "number");
  if (strcmp (table, "journey") == 0)
    {
      merge (self->journey, record);
      self->is_ours = TRUE;
      return TRUE;
    }
  if (strcmp (table, "stage") == 0 || strcmp (table, "touchpoint") == 0)
    {
      take_shown (self, table, number, record);
      return TRUE;
    }
  lasna_journey_draft_take (self->draft,
                            table,
                            number != 0 ? number : lasna_journey_draft_next (self->draft),
                            json_object_ref (record),
                            &self->place);
  return TRUE;
}

/* A record is flat, so that nothing deep has to be read. */
static gboolean
is_flat (const char *text)
{
  gboolean is_quoted = FALSE;

  for (const char *at = text + 1; *at != '\0'; at++)
    if (is_quoted && *at == '\\' && at[1] != '\0')
      at++;
    else if (*at == '"')
      is_quoted = !is_quoted;
    else if (!is_quoted && (*at == '{' || *at == '['))
      return FALSE;
  return *text == '{';
}

static gboolean
read_record (Reader *self, const char *line, const char *at, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (!is_flat (at) || !json_parser_load_from_data (parser, at, -1, NULL) ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return refuse (
        self,
        line,
        at,
        error,
        _ ("This line of Läsnä's own is damaged. Nothing was changed; take the line out, or the "
           "file as Läsnä wrote it."));
  return take_record (self, line, at, json_node_get_object (json_parser_get_root (parser)), error);
}

static gboolean
read_words (Reader *self, const char *line, char *text, GError **error)
{
  char *cut;

  if (is_keyword (text, "title"))
    {
      if (!cut_comment (self, line, text, &cut, error))
        return FALSE;
      set_journey_text (self, "title", text + strlen ("title"));
      return TRUE;
    }
  if (begins_with (text, "accTitle") || begins_with (text, "accDescr"))
    {
      char *rest = skip_blanks (text + strlen ("accDescr"));

      self->is_described = begins_with (text, "accDescr") && *rest == '{';
      self->is_described &= strchr (rest, '}') == NULL;
      if (begins_with (text, "accDescr") && *rest == ':')
        set_journey_text (self, "description", rest + 1);
      return TRUE;
    }
  if (!cut_comment (self, line, text, &cut, error) || (*text == '\0' && cut != NULL))
    return *text == '\0' && cut != NULL;
  if (is_keyword (text, "section"))
    return read_section (self, line, text + strlen ("section"), error);
  return read_task (self, line, text, cut, error);
}

/* Mermaid wants its word before all else. */
static gboolean
read_first (Reader *self, const char *line, const char *text, GError **error)
{
  const char *rest = text + strlen ("journey");

  if (g_str_has_prefix (text, "journey") &&
      (*rest == '\0' || *rest == ' ' || *rest == '\t' || *rest == '#'))
    {
      self->is_begun = TRUE;
      return TRUE;
    }
  return refuse (self,
                 line,
                 text,
                 error,
                 _ ("This is not a mermaid journey. Nothing was changed; its first line is the "
                    "word journey."));
}

static gboolean
read_line (Reader *self, char *line, GError **error)
{
  char *text = skip_blanks (g_strchomp (line));

  if (self->is_described)
    {
      self->is_described = strchr (text, '}') == NULL;
      return TRUE;
    }
  if (self->is_directed || g_str_has_prefix (text, "%%{"))
    {
      self->is_directed = strstr (text, "}%%") == NULL;
      return TRUE;
    }
  if (g_str_has_prefix (text, LASNA_MERMAID_MARK) && self->is_begun)
    return read_record (self, line, text + strlen (LASNA_MERMAID_MARK), error);
  if (*text == '\0' || g_str_has_prefix (text, "%%"))
    return TRUE;
  if (!self->is_begun)
    return read_first (self, line, text, error);
  return read_words (self, line, text, error);
}

/* What stands before the text between two lines of dashes; of it only a title matters. */
static guint
read_front (Reader *self, char **lines)
{
  guint i = 0;

  while (lines[i] != NULL && *g_strstrip (lines[i]) == '\0')
    i++;
  if (lines[i] == NULL || strcmp (lines[i], "---") != 0)
    return i;
  for (guint at = i + 1; lines[at] != NULL; at++)
    {
      g_strchomp (lines[at]);
      if (strcmp (lines[at], "---") == 0)
        return at + 1;
      if (g_str_has_prefix (lines[at], "title:"))
        set_journey_text (self, "title", g_strdelimit (lines[at] + strlen ("title:"), "\"", ' '));
    }
  return i;
}

static gboolean
read_lines (Reader *self, char **lines, GError **error)
{
  for (guint i = read_front (self, lines); lines[i] != NULL; i++)
    {
      self->place.line = i + 1;
      self->place.column = 1;
      if (!read_line (self, lines[i], error))
        return FALSE;
    }
  if (self->is_begun)
    return TRUE;
  return read_first (self, "", "", error);
}

/* The one who is there most often is whose journey it is. */
static const char *
find_persona (Reader *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *persona = NULL;
  guint most = 0;

  for (guint i = 0; i < self->tasks->len; i++)
    {
      const Task *task = self->tasks->pdata[i];

      for (guint n = 0; task->actors[n] != NULL; n++)
        {
          guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, task->actors[n])) + 1;

          g_hash_table_insert (counts, task->actors[n], GUINT_TO_POINTER (count));
          if (count > most)
            {
              most = count;
              persona = task->actors[n];
            }
        }
    }
  return persona;
}

/* Whoever else is there is seen by the customer. */
static void
take_actors (Reader *self)
{
  const char *persona = find_persona (self);

  for (guint i = 0; i < self->tasks->len; i++)
    {
      const Task *task = self->tasks->pdata[i];

      for (guint n = 0; task->actors[n] != NULL; n++)
        {
          JsonObject *step;

          if (strcmp (task->actors[n], persona) == 0)
            continue;
          step = json_object_new ();
          json_object_set_int_member (step, "touchpoint", task->number);
          json_object_set_string_member (step, "role", "backstage.frontstage");
          json_object_set_string_member (step, "title", task->actors[n]);
          json_object_set_string_member (step, "actor", task->actors[n]);
          lasna_journey_draft_take (self->draft,
                                    "backstage_step",
                                    lasna_journey_draft_next (self->draft),
                                    step,
                                    &self->place);
        }
    }
  if (persona != NULL && !self->is_ours)
    {
      JsonObject *segment = json_object_new ();
      gint64 number = lasna_journey_draft_next (self->draft);

      json_object_set_string_member (segment, "name", persona);
      json_object_set_int_member (self->journey, "segment", number);
      lasna_journey_draft_take (self->draft, "segment", number, segment, &self->place);
    }
}

static gpointer
finish (Reader *self, const char *name, GError **error)
{
  g_autofree char *label = NULL;

  if (!json_object_has_member (self->journey, "title"))
    json_object_set_string_member (self->journey, "title", name);
  take_actors (self);
  /* Translators: the name of a change in the undo list; %s is the title of a journey */
  label = g_strdup_printf (_ ("Bring in the journey ‘%s’"),
                           json_object_get_string_member (self->journey, "title"));
  return lasna_journey_draft_add (self->draft, label, error);
}

/**
 * lasna_journey_mermaid_read:
 * @text: as it stands in a file, and a NUL after it
 * @length: of @text in bytes, without that NUL
 * @name: what the journey is called where the text has no title
 * @n_clamped: (out) (optional): how many scores were no whole numbers from 1 to 5, and were brought
 *   to the nearest
 *
 * Makes a journey from a mermaid text, in one change.
 *
 * Returns: (transfer none) (nullable): the journey; where NULL, nothing was changed, and where the
 *   text is at fault the error says line and column
 */
gpointer
lasna_journey_mermaid_read (LasnaWorkbook *workbook,
                            const char *text,
                            gsize length,
                            const char *name,
                            guint *n_clamped,
                            GError **error)
{
  g_autoptr (LasnaJourneyDraft) draft = lasna_journey_draft_new (workbook);
  g_autoptr (GPtrArray) tasks = g_ptr_array_new_with_free_func (task_free);
  g_auto (GStrv) lines = NULL;
  Reader self = { .draft = draft, .tasks = tasks, .place = { 1, 1 } };
  gpointer journey = NULL;

  if (length > MOST_BYTES || !g_utf8_validate (text, (gssize) length, NULL))
    {
      g_set_error_literal (
          error,
          LASNA_ERROR,
          LASNA_ERROR_PARSE,
          _ ("The file is not plain text, or is far too long. Nothing was changed; save it as "
             "text in UTF-8 and try again."));
      return NULL;
    }
  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    text += strlen ("\xef\xbb\xbf");
  lines = g_strsplit (text, "\n", -1);
  self.journey = json_object_new ();
  lasna_journey_draft_take (draft, "journey", 1, self.journey, &self.place);
  if (read_lines (&self, lines, error))
    journey = finish (&self, name, error);
  if (n_clamped != NULL)
    *n_clamped = self.n_clamped;
  return journey;
}
