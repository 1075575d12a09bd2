/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Voices are words of guests, written for the sample, and the silent answers around them. A place
 * of data/sample/voices.json says how many there are and what people feel there: in the hard
 * winter ("late"), after what was put right ("after"), and otherwise. Words say where they belong
 * and how it felt; chance gives day, score and the rest.
 */
#include "config.h"

#include "lasna-sample-voices.h"

#include "lasna-sample-records.h"

#include <math.h>
#include <string.h>

#define FIRST_DAY -738

/* Days from the middle of the hard winter. */
#define LATE_FROM -40
#define LATE_TO 72
#define AFTER_FROM 320
#define AFTER_TO 460

typedef struct
{
  JsonObject *place;
  JsonObject *said; /* nullable: a silent answer */
  LasnaLanguage language;
  int day;
  int minute;
  guint order;
} Voice;

typedef struct
{
  LasnaSampleWriter *writer;
  JsonObject *root;
  GArray *voices; /* Voice */
  guint imported; /* voices of the batch so far */
} Maker;

/* How the answers of one voice lean. */
typedef struct
{
  gboolean known;
  gboolean none;  /* "no feeling" is an answer */
  double feeling; /* -1..+1 */
  const char *words;
} Feeling;

static guint
chance (Maker *maker, guint below)
{
  return lasna_clock_random (lasna_sample_writer_get_clock (maker->writer), below);
}

static const char *
get_member (JsonObject *object, const char *name)
{
  return object != NULL ? json_object_get_string_member_with_default (object, name, NULL) : NULL;
}

/* One of a list of strings; those that stand there twice come twice as often. */
static const char *
pick (Maker *maker, JsonObject *object, const char *name)
{
  JsonArray *array =
      json_object_has_member (object, name) ? json_object_get_array_member (object, name) : NULL;

  if (array == NULL || json_array_get_length (array) == 0)
    return NULL;
  return json_array_get_string_element (array, chance (maker, json_array_get_length (array)));
}

/* What belongs to an era where the place has it, else what is always so. */
static const char *
pick_of_era (Maker *maker, JsonObject *place, const char *name, const char *era)
{
  g_autofree char *member = g_strconcat (name, "-", era, NULL);

  return pick (maker, place, json_object_has_member (place, member) ? member : name);
}

static int
count_winter_days (Maker *maker, int days)
{
  g_autofree char *when = g_strdup_printf ("w%+d", days);

  return lasna_sample_writer_count_days (maker->writer, when);
}

static const char *
get_era (Maker *maker, int day)
{
  if (day >= count_winter_days (maker, LATE_FROM) && day <= count_winter_days (maker, LATE_TO))
    return "late";
  return day >= count_winter_days (maker, AFTER_FROM) ? "after" : "before";
}

static gboolean
is_season (GDateMonth month, const char *season)
{
  if (g_strcmp0 (season, "winter") == 0)
    return month == G_DATE_DECEMBER || month <= G_DATE_APRIL;
  if (g_strcmp0 (season, "summer") == 0)
    return month >= G_DATE_JUNE && month <= G_DATE_OCTOBER;
  return TRUE;
}

/* A day when the lodge has guests: most in winter, many in autumn, few in spring. */
static int
draw_day (Maker *maker, JsonObject *place, JsonObject *said)
{
  static const guint guests[] = { 0, 9, 10, 10, 4, 1, 3, 5, 5, 6, 2, 2, 6 };
  const char *era = get_member (said, "era");
  const char *season = get_member (said, "season");
  int from = FIRST_DAY;
  int to = -1;

  if (g_strcmp0 (era, "late") == 0)
    from = count_winter_days (maker, LATE_FROM), to = count_winter_days (maker, LATE_TO);
  else if (g_strcmp0 (era, "after") == 0)
    from = count_winter_days (maker, AFTER_FROM), to = count_winter_days (maker, AFTER_TO);
  if (season == NULL)
    season = get_member (place, "season");
  for (;;)
    {
      int day = from + (int) chance (maker, (guint) (to - from + 1));
      GDateMonth month = lasna_sample_writer_get_month (maker->writer, day);

      if (is_season (month, season) && chance (maker, 10) < guests[month])
        return day;
    }
}

static void
add_voice (Maker *maker, JsonObject *place, JsonObject *said, LasnaLanguage language)
{
  const char *when = get_member (said, "when");
  Voice voice = { place, said, language, 0, 0, maker->voices->len };

  voice.minute = (int) (8 * 60 + chance (maker, 13 * 60));
  voice.day = when != NULL ? lasna_sample_writer_count_days (maker->writer, when)
                           : draw_day (maker, place, said);
  g_array_append_val (maker->voices, voice);
}

static JsonObject *
get_place (Maker *maker, const char *name)
{
  JsonObject *places = json_object_get_object_member (maker->root, "places");

  if (!json_object_has_member (places, name))
    g_error ("The sample's voices have no place called %s", name);
  return json_object_get_object_member (places, name);
}

static void
add_said (Maker *maker, JsonArray *list, LasnaLanguage language, guint step)
{
  for (guint i = 0; i < json_array_get_length (list); i += step)
    {
      JsonObject *said = json_array_get_object_element (list, i);

      add_voice (maker, get_place (maker, get_member (said, "at")), said, language);
    }
}

/* Every comment in the workbook's language, and some in the others: guests come from afar. */
static void
add_comments (Maker *maker)
{
  LasnaLanguage own = lasna_sample_writer_get_language (maker->writer);

  for (guint i = 0; i < LASNA_N_LANGUAGES; i++)
    {
      g_autofree char *name = g_strconcat ("comments-", lasna_language_to_code (i), NULL);
      JsonObject *file = lasna_sample_read (name);

      /* Voices borrow from it until they are written. */
      json_object_set_object_member (maker->root, name, file);
      add_said (maker,
                json_object_get_array_member (file, "comments"),
                i,
                i == own ? 1 : (i == LASNA_LANGUAGE_FI ? 3 : 2));
    }
}

static void
add_silent (Maker *maker)
{
  JsonObject *places = json_object_get_object_member (maker->root, "places");
  g_autoptr (GList) names = json_object_get_members (places);

  for (GList *at = names; at != NULL; at = at->next)
    {
      JsonObject *place = json_object_get_object_member (places, at->data);
      gint64 missing = json_object_get_int_member (place, "voices");

      for (guint i = 0; i < maker->voices->len; i++)
        missing -= g_array_index (maker->voices, Voice, i).place == place;
      for (; missing > 0; missing--)
        add_voice (maker, place, NULL, LASNA_LANGUAGE_EN);
    }
}

static int
compare_voices (gconstpointer one, gconstpointer two)
{
  const Voice *a = one;
  const Voice *b = two;

  if (a->day != b->day)
    return a->day < b->day ? -1 : 1;
  if (a->minute != b->minute)
    return a->minute < b->minute ? -1 : 1;
  return a->order < b->order ? -1 : 1;
}

/* The label of a record (by its key), of an emotion or a channel (by its code), or of a word that
 * nobody has assigned yet.
 */
static gint64
get_label (Maker *maker, const char *kind, const char *name, gboolean assigned)
{
  g_autofree char *key = g_strdup_printf ("label %s %s", kind, name);
  g_autofree char *kind_term = g_strconcat ("label.", kind, NULL);
  g_autofree char *title = NULL;
  LasnaWorkbook *workbook = lasna_sample_writer_get_workbook (maker->writer);
  gboolean is_code = assigned && (g_str_equal (kind, "emotion") || g_str_equal (kind, "channel"));
  gint64 id;

  if (lasna_sample_writer_knows (maker->writer, key))
    return lasna_sample_writer_find (maker->writer, key);
  if (!assigned)
    title = g_strdup (name);
  else if (lasna_sample_writer_knows (maker->writer, name))
    title = lasna_sample_writer_dup_title (maker->writer, name);
  else
    title = g_strdup (lasna_workbook_get_term_label (
        workbook, kind, name, lasna_sample_writer_get_language (maker->writer)));

  id = lasna_sample_writer_begin (maker->writer, "label");
  lasna_sample_writer_set_text (maker->writer, "kind", kind_term);
  lasna_sample_writer_set_text (maker->writer, "text", title);
  if (is_code)
    lasna_sample_writer_set_text (maker->writer, "code", name);
  else if (assigned)
    lasna_sample_writer_set_integer (
        maker->writer, "record", lasna_sample_writer_find (maker->writer, name));
  lasna_sample_writer_end (maker->writer);
  lasna_sample_writer_name (maker->writer, key, "label", id);
  return id;
}

static int
get_valence (const char *emotion)
{
  const LasnaCatalogueEmotion *known =
      lasna_catalogue_find_emotion (lasna_catalogue_get_default (), emotion);

  return known != NULL ? known->valence : 2; /* the workbook's own one */
}

/* "hurried 2 neglected 3", "none" for no feeling, "-" where nobody knows. */
static Feeling
read_feeling (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  guint n = g_strv_length (parts) / 2;
  Feeling feeling = { .known = n > 0, .none = g_str_equal (words, "none"), .words = words };

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *emotion = g_strconcat ("emotion.", parts[2 * i], NULL);

      feeling.feeling +=
          get_valence (emotion) * (double) g_ascii_strtoll (parts[2 * i + 1], NULL, 10) / 6 / n;
    }
  return feeling;
}

static void
add_emotions (Maker *maker, gint64 voice, const Feeling *feeling)
{
  g_auto (GStrv) parts = g_strsplit (feeling->words, " ", -1);

  for (guint i = 0; i + 1 < g_strv_length (parts); i += 2)
    {
      g_autofree char *emotion = g_strconcat ("emotion.", parts[i], NULL);

      lasna_sample_writer_execute (
          maker->writer,
          "INSERT INTO feedback_emotion (feedback, emotion, intensity) VALUES (?1, ?2, ?3)",
          voice,
          get_label (maker, "emotion", emotion, TRUE),
          g_ascii_strtoll (parts[i + 1], NULL, 10),
          G_GINT64_CONSTANT (-1));
    }
}

/* A word that is in no list of ours waits to be assigned. */
static void
add_foreign_word (Maker *maker, gint64 voice, JsonObject *said)
{
  const char *word = said != NULL ? lasna_sample_get_text (maker->writer, said, "word") : NULL;

  if (word != NULL)
    lasna_sample_writer_execute (
        maker->writer,
        "INSERT INTO feedback_emotion (feedback, emotion, intensity) VALUES (?1, ?2, 2)",
        voice,
        get_label (maker, "emotion", word, FALSE),
        G_GINT64_CONSTANT (-1));
}

/* A score that leans where the feeling leans. */
static gint64
draw_score (Maker *maker, JsonObject *question, const Feeling *feeling)
{
  double least = json_object_get_double_member (question, "from");
  double most = json_object_get_double_member (question, "to");
  double lean = feeling->known ? feeling->feeling : 0.2;
  double share = 0.66 + 0.38 * lean + ((double) chance (maker, 25) - 12) / 100;

  share = CLAMP (share, 0, 1);
  if (json_object_get_boolean_member_with_default (question, "reversed", FALSE))
    share = 1 - share;
  return llround (least + (most - least) * share);
}

static void
add_scores (Maker *maker, gint64 voice, JsonObject *place, const Feeling *feeling)
{
  JsonObject *questions = json_object_get_object_member (maker->root, "questions");
  JsonObject *asked;
  JsonObjectIter iterator;
  const char *name;
  JsonNode *share;

  if (!json_object_has_member (place, "ask"))
    return;
  asked = json_object_get_object_member (place, "ask");
  json_object_iter_init_ordered (&iterator, asked);
  while (json_object_iter_next_ordered (&iterator, &name, &share))
    if (chance (maker, 100) < (guint) json_node_get_int (share))
      lasna_sample_writer_execute (
          maker->writer,
          "INSERT INTO feedback_score (feedback, question, raw) VALUES (?1, ?2, ?3)",
          voice,
          lasna_sample_writer_find (maker->writer, name),
          draw_score (maker, json_object_get_object_member (questions, name), feeling),
          G_GINT64_CONSTANT (-1));
}

static void
set_time (Maker *maker, const char *property, int day, int minute)
{
  g_autofree char *date = lasna_sample_writer_dup_day (maker->writer, MIN (day, 0));
  g_autofree char *time = g_strdup_printf ("%sT%02d:%02d", date, minute / 60, minute % 60);

  lasna_sample_writer_set_text (maker->writer, property, time);
}

static void
set_term (Maker *maker, const char *property, const char *set, const char *name)
{
  g_autofree char *term = name != NULL ? g_strconcat (set, ".", name, NULL) : NULL;

  lasna_sample_writer_set_text (maker->writer, property, term);
}

static void
set_reference (Maker *maker, const char *property, const char *key)
{
  if (key != NULL)
    lasna_sample_writer_set_integer (
        maker->writer, property, lasna_sample_writer_find (maker->writer, key));
}

static void
set_giver (Maker *maker, JsonObject *said, const char *segment, gint64 label)
{
  JsonObject *segments = json_object_get_object_member (maker->root, "people");
  const char *person = get_member (said, "person");
  const char *link = get_member (said, "link");

  if (person == NULL && chance (maker, 100) < 12)
    {
      person = pick (maker, maker->root, "givers");
      if (g_strcmp0 (get_member (segments, person), segment) != 0)
        person = NULL;
    }
  if (link == NULL && chance (maker, 100) < 55)
    link = pick (maker, maker->root, "links");
  lasna_sample_writer_set_integer (maker->writer, "segment", label);
  set_reference (maker, "person", person);
  set_reference (maker, "chain-link", link);
}

/* The words, and what was read between them: that only in the language of the workbook. */
static void
set_words (Maker *maker, const Voice *voice)
{
  static const char *const own[][2] = { { "between-lines", "between" },
                                        { "cost-to-customer", "cost" },
                                        { "own-lens", "lens" } };

  if (voice->said == NULL)
    return;
  lasna_sample_writer_set_text (
      maker->writer, "verbatim", lasna_sample_get_text (maker->writer, voice->said, "text"));
  lasna_sample_writer_set_text (
      maker->writer, "language", lasna_language_to_code (voice->language));
  if (voice->language != lasna_sample_writer_get_language (maker->writer))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    lasna_sample_writer_set_text (
        maker->writer, own[i][0], lasna_sample_get_text (maker->writer, voice->said, own[i][1]));
  if (json_object_has_member (voice->said, "between"))
    set_term (maker,
              "confidence",
              "confidence",
              json_object_get_string_member_with_default (voice->said, "sure", "guess"));
}

/* What Aino did about it: old trouble is settled, new trouble waits. */
static void
set_follow_up (Maker *maker, const Voice *voice, const Feeling *feeling)
{
  const char *follow = get_member (voice->said, "follow");
  guint days = chance (maker, 3);

  if (follow == NULL && feeling->feeling < 0)
    follow = voice->day > -40 ? "new" : (chance (maker, 10) < 7 ? "resolved" : "no-action");
  if (follow != NULL)
    {
      set_term (maker, "follow-up", "follow-up", follow);
      set_reference (maker, "follow-up-owner", "aino");
    }
  if (g_strcmp0 (follow, "new") == 0)
    {
      g_autofree char *due = lasna_sample_writer_dup_day (maker->writer, voice->day + 10);
      lasna_sample_writer_set_text (maker->writer, "follow-up-due", due);
    }
  else if (follow != NULL || chance (maker, 100) < 30)
    set_time (maker, "responded-at", voice->day + (int) days, MIN (voice->minute + 95, 1430));
  if (g_strcmp0 (follow, "resolved") == 0 && chance (maker, 2) == 0)
    set_time (maker, "told-back-at", voice->day + 12, 17 * 60);
}

static void
set_opinions (Maker *maker, JsonObject *place, const Feeling *feeling, const char *era)
{
  const char *task = pick_of_era (maker, place, "task", era);
  gboolean leans = feeling->known && feeling->feeling != 0;

  if (feeling->none)
    lasna_sample_writer_set_integer (maker->writer, "no-feeling", TRUE);
  if (feeling->none || leans)
    set_term (maker,
              "opinion",
              "opinion",
              feeling->none ? "none" : (feeling->feeling > 0 ? "good" : "bad"));
  if (task != NULL && !g_str_equal (task, "-"))
    lasna_sample_writer_set_integer (maker->writer, "task", g_ascii_strtoll (task, NULL, 10));
  set_term (maker, "aspect", "aspect", pick (maker, place, "aspects"));
  if (json_object_has_member (place, "answers"))
    set_term (maker,
              "answered",
              "yes-no",
              feeling->feeling >= 0 && chance (maker, 10) < 9 ? "yes" : "no");
  if (json_object_has_member (place, "again"))
    {
      set_term (maker,
                "would-return",
                "want-again",
                feeling->feeling > 0.3 ? "yes" : (feeling->feeling < 0 ? "no" : "unknown"));
      set_term (maker,
                "would-tell",
                "want-again",
                feeling->feeling > 0.5 ? "yes" : (feeling->feeling < -0.3 ? "no" : "unknown"));
    }
}

/* Answers of the survey that came as a file belong to its import. */
static void
set_batch (Maker *maker, const Voice *voice)
{
  g_autofree char *response = NULL;

  if (!json_object_has_member (voice->place, "imported") ||
      voice->day > lasna_sample_writer_count_days (maker->writer, "w+200"))
    return;
  response = g_strdup_printf ("R-%03u", ++maker->imported);
  set_reference (maker, "batch", "batch");
  lasna_sample_writer_set_text (maker->writer, "source-response-id", response);
}

static void
set_labels (Maker *maker, const gint64 *labels)
{
  static const char *const properties[] = { "stage", "touchpoint", "channel" };

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (labels[i] != 0)
      lasna_sample_writer_set_integer (maker->writer, properties[i], labels[i]);
}

/* Labels are rows of their own, so they are made before the voice. */
static void
find_labels (Maker *maker, JsonObject *place, const char *channel, gint64 *labels)
{
  const char *stage = get_member (place, "stage");
  const char *touchpoint = get_member (place, "touchpoint");
  const char *words = lasna_sample_get_text (maker->writer, place, "unassigned");

  if (words != NULL)
    labels[0] = get_label (maker, "stage", words, FALSE);
  else if (stage != NULL)
    labels[0] = get_label (maker, "stage", stage, TRUE);
  if (touchpoint != NULL)
    labels[1] = get_label (maker, "touchpoint", touchpoint, TRUE);
  if (channel != NULL)
    labels[2] = get_label (maker, "channel", channel, TRUE);
}

static void
write_voice (Maker *maker, const Voice *voice)
{
  const char *era = get_era (maker, voice->day);
  const char *felt = get_member (voice->said, "feel");
  const char *segment = get_member (voice->said, "segment");
  const char *channel = get_member (voice->said, "channel");
  const char *source = get_member (voice->said, "source");
  const char *moment = get_member (voice->said, "moment");
  gint64 labels[3] = { 0, 0, 0 };
  gint64 segment_label;
  gint64 id;
  Feeling feeling;

  feeling = read_feeling (felt != NULL ? felt : pick_of_era (maker, voice->place, "feelings", era));
  if (segment == NULL)
    segment = pick (maker, maker->root, "segments");
  segment_label = get_label (maker, "segment", segment, TRUE);
  find_labels (maker,
               voice->place,
               channel != NULL ? channel : pick (maker, voice->place, "channels"),
               labels);

  id = lasna_sample_writer_begin (maker->writer, "feedback");
  set_time (maker, "received-at", voice->day, voice->minute);
  lasna_sample_writer_set_text (maker->writer, "zone", "Europe/Helsinki");
  set_term (maker,
            "moment",
            "feedback",
            moment != NULL ? moment : pick_of_era (maker, voice->place, "moments", era));
  set_term (
      maker, "source", "measure", source != NULL ? source : pick (maker, voice->place, "sources"));
  set_labels (maker, labels);
  set_giver (maker, voice->said, segment, segment_label);
  set_opinions (maker, voice->place, &feeling, era);
  set_words (maker, voice);
  set_follow_up (maker, voice, &feeling);
  set_batch (maker, voice);
  if (voice->said != NULL && json_object_has_member (voice->said, "excluded"))
    lasna_sample_writer_set_integer (maker->writer, "excluded", TRUE);
  lasna_sample_writer_end (maker->writer);

  if (get_member (voice->said, "key") != NULL)
    lasna_sample_writer_name (maker->writer, get_member (voice->said, "key"), "feedback", id);
  add_emotions (maker, id, &feeling);
  add_foreign_word (maker, id, voice->said);
  add_scores (maker, id, voice->place, &feeling);
}

/**
 * lasna_sample_add_voices:
 *
 * Writes every voice, the oldest first.
 */
void
lasna_sample_add_voices (LasnaSampleWriter *writer)
{
  g_autoptr (JsonObject) root = lasna_sample_read ("voices");
  g_autoptr (GArray) voices = g_array_new (FALSE, FALSE, sizeof (Voice));
  Maker maker = { writer, root, voices, 0 };

  add_said (&maker,
            json_object_get_array_member (root, "told"),
            lasna_sample_writer_get_language (writer),
            1);
  add_comments (&maker);
  add_silent (&maker);
  g_array_sort (voices, compare_voices);
  for (guint i = 0; i < voices->len; i++)
    write_voice (&maker, &g_array_index (voices, Voice, i));

  lasna_sample_writer_begin_change (writer, "batch");
  lasna_sample_writer_set_integer (writer, "voices", maker.imported);
  lasna_sample_writer_end (writer);
}
