/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A run: {"run": checklist, "date": when, "answers": "3210n-...", "notes": {item's number: text}}.
 * In answers n is not relevant and - was left open. Items, their texts and tags are the
 * checklist's.
 */
#include "config.h"

#include "lasna-sample-runs.h"

#include "lasna-checklist.h"
#include "lasna-sample-records.h"

#include <string.h>

static void
add_answer (LasnaSampleWriter *writer,
            JsonObject *notes,
            gint64 run,
            const LasnaChecklistEntry *entry,
            char answer,
            guint index)
{
  g_autofree char *number = g_strdup_printf ("%u", index + 1);

  lasna_sample_writer_begin (writer, "checklist_answer");
  lasna_sample_writer_set_number (writer, "position", index + 1);
  lasna_sample_writer_set_integer (writer, "run", run);
  lasna_sample_writer_set_text (writer, "item", entry->code);
  lasna_sample_writer_set_text (writer, "item-text", entry->text);
  lasna_sample_writer_set_text (writer, "tags", entry->tags);
  lasna_sample_writer_set_integer (writer, "not-relevant", answer == 'n');
  if (g_ascii_isdigit (answer))
    lasna_sample_writer_set_integer (writer, "value", answer - '0');
  if (notes != NULL)
    lasna_sample_writer_set_text (writer, "note", lasna_sample_get_text (writer, notes, number));
  lasna_sample_writer_end (writer);
}

/* Where it was filled in: the stage and the journey it is part of, or the journey alone. */
static void
set_place (LasnaSampleWriter *writer, JsonObject *object)
{
  const char *stage = json_object_get_string_member_with_default (object, "stage", NULL);
  const char *encounter = json_object_get_string_member_with_default (object, "encounter", NULL);

  lasna_sample_writer_set_integer (writer, "journey", lasna_sample_writer_find (writer, "journey"));
  if (stage != NULL)
    lasna_sample_writer_set_integer (writer, "stage", lasna_sample_writer_find (writer, stage));
  if (encounter != NULL)
    lasna_sample_writer_set_integer (
        writer, "encounter", lasna_sample_writer_find (writer, encounter));
}

/**
 * lasna_sample_add_run:
 * @object: a run and its answers
 */
void
lasna_sample_add_run (LasnaSampleWriter *writer, JsonObject *object)
{
  g_autoptr (LasnaChecklist) checklist =
      lasna_checklist_new (lasna_sample_writer_get_workbook (writer),
                           json_object_get_string_member (object, "run"),
                           lasna_sample_writer_get_language (writer));
  const char *answers = json_object_get_string_member (object, "answers");
  JsonObject *notes = json_object_has_member (object, "notes")
                          ? json_object_get_object_member (object, "notes")
                          : NULL;
  g_autofree char *day = lasna_sample_writer_dup_day (
      writer,
      lasna_sample_writer_count_days (writer, json_object_get_string_member (object, "date")));
  g_autofree char *finished = g_strconcat (day, "T16:20", NULL);
  gboolean is_open = strchr (answers, '-') != NULL;
  gint64 run;

  if (checklist == NULL || strlen (answers) != checklist->entries->len)
    g_error ("The sample fills in %s wrongly", json_object_get_string_member (object, "run"));
  run = lasna_sample_writer_begin (writer, "checklist_run");
  lasna_sample_writer_set_text (writer, "template", checklist->code);
  lasna_sample_writer_set_integer (writer, "template-version", checklist->version);
  lasna_sample_writer_set_text (writer, "title", checklist->title);
  lasna_sample_writer_set_text (writer, "scale", checklist->scale->id);
  lasna_sample_writer_set_text (writer, "date", day);
  lasna_sample_writer_set_text (
      writer, "filled-by", json_object_get_string_member_with_default (object, "by", "Aino"));
  lasna_sample_writer_set_text (writer, "state", is_open ? "run.open" : "run.finished");
  lasna_sample_writer_set_text (writer, "finished-at", is_open ? NULL : finished);
  lasna_sample_writer_set_text (
      writer, "summary-note", lasna_sample_get_text (writer, object, "summary"));
  set_place (writer, object);
  lasna_sample_writer_end (writer);
  if (json_object_has_member (object, "key"))
    lasna_sample_writer_name (
        writer, json_object_get_string_member (object, "key"), "checklist_run", run);

  for (guint i = 0; i < checklist->entries->len; i++)
    add_answer (writer,
                notes,
                run,
                &g_array_index (checklist->entries, LasnaChecklistEntry, i),
                answers[i],
                i);
}
