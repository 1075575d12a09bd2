/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What ships with the program: complete in three languages, without loose ends, and found by id.
 */
#include "config.h"

#include "lasna-catalogue.h"

#include <json-glib/json-glib.h>
#include <string.h>

static const char *const files[] = { "channels", "checklists", "emotions",    "glossary",
                                     "journeys", "scales",     "vocabularies" };

/* The sets whose values files on disk hold. Labels may change and values may be added; an id that
 * is here may neither change nor go.
 */
static const struct
{
  const char *set;
  const char *prefix;
  const char *values;
} sets[] = {
  { "action-state", "action", "collected learnt practised renewed told-back dropped" },
  { "aspect", "aspect", "content delivery both" },
  { "availability", "availability", "sync async always-on" },
  { "backstage-role", "backstage", "evidence frontstage backstage support" },
  { "batch-state", "batch", "importing complete" },
  { "cadence",
    "cadence",
    "each-encounter weekly monthly quarterly half-yearly seasonal per-departure" },
  { "carries", "carries", "text image voice video face" },
  { "chain-role", "chain", "us direct decider payer user end" },
  { "channel-group", "channel", "phone social web extra other" },
  { "channel-plan", "channel-plan", "now later not" },
  { "cluster", "cluster", "destroying attention recommendation advocacy" },
  { "confidence", "confidence", "guess signs confirmed" },
  { "contact-situation", "contact", "find first-messages use extras" },
  { "coverage-state", "coverage", "missing hard-to-find works" },
  { "departure-kind", "departure", "left silent reduced returned" },
  { "directness", "directness", "direct indirect none" },
  { "dynamics", "dynamics", "subject mutual dynamic exchange individual listen self-knowledge" },
  { "emotion",
    "emotion",
    "irritated hurried neglected unhappy unsatisfied disappointed stressed frustrated interesting "
    "energetic stimulated exploratory indulgent trusting valued cared-for focused safe happy "
    "pleased" },
  { "empathy-map-field", "map", "says does thinks feels sees-hears pains gains unsaid" },
  { "empathy-practice",
    "empathy",
    "curiosity share thread meet read-lines open humanity glow human-not-number map" },
  { "encounter-kind", "encounter", "in-person voice message social story observed" },
  { "evidence", "evidence", "observed inferred assumed" },
  { "evidence-source",
    "measure",
    "direct survey analytics behaviour observation indirect complaint story response-time quality "
    "lifecycle" },
  { "feedback-moment", "feedback", "at-contact after-service when-wrong" },
  { "follow-up", "follow-up", "new contacted resolved no-action" },
  { "journey-state", "journey", "draft in-use archived" },
  { "label-kind", "label", "stage touchpoint channel segment emotion" },
  { "language", "language", "en fi sv" },
  { "latitude", "latitude", "none limited free" },
  { "lifestyle",
    "lifestyle",
    "caller smartphone shared-terminal visitor active technological social own-1 own-2 own-3" },
  { "market", "market", "b2c b2b both" },
  { "measure-kind", "measure-kind", "feeling task time coverage conversion count" },
  { "medium", "medium", "spoken text photo video" },
  { "method", "method", "nps csat ces own" },
  { "mode", "mode", "physical voice written digital" },
  { "need", "need", "must likes no" },
  { "note-kind", "note", "weak loss hit" },
  { "opinion", "opinion", "none bad good" },
  { "party-role", "role", "active passive" },
  { "permission", "permission", "none internal public" },
  { "practice",
    "practice",
    "two-channels feedback-renew wellbeing voice-care camera right-tools as-if-physical "
    "be-yourself" },
  { "presence-factor",
    "factor",
    "natural-style digital-look honesty-voice first-minutes emotional-choice one-click" },
  { "priority", "priority", "primary secondary" },
  { "problem-state", "problem", "sketched ready rehearsed" },
  { "promise-mode", "promise", "pictures words deeds" },
  { "promise-state", "promise-state", "in-line partly contradicts not-checked" },
  { "purpose", "purpose", "service marketing both" },
  { "relationship-level", "level", "destroying attention recommendation advocacy" },
  { "run-state", "run", "open finished" },
  { "scale", "scale", "realised weekly works feeling task" },
  { "sense",
    "sense",
    "adaptive responsive time personal context human human-over-conversion channel-agnostic "
    "freedom" },
  { "service-state", "service", "idea in-use ended" },
  { "setting", "setting", "physical digital both" },
  { "shun-flag", "shun", "bad careless outdated criticised" },
  { "story-kind", "story", "success failure" },
  { "suggestion", "suggestion", "suggested confirmed" },
  { "target-kind", "target", "desired avoid" },
  { "thread-state", "thread", "open unwound left" },
  { "topic", "topic", "complaint story problem" },
  { "touchpoint-state", "touchpoint", "planned in-use retired" },
  { "travel-stage", "travel", "explore purchase before during after later" },
  { "visibility", "visibility", "visible glimpsed hidden" },
  { "want-again", "want-again", "yes no unknown" },
  { "yes-no", "yes-no", "yes no" },
};

static void
assert_text (const LasnaText *text, const char *where)
{
  for (guint i = 0; i < LASNA_N_LANGUAGES; i++)
    if (text->in[i] == NULL || *text->in[i] == '\0')
      g_error ("%s has nothing in %s", where, lasna_language_to_code (i));
}

static gpointer
ask_everything_cb (gpointer data)
{
  LasnaCatalogue *catalogue = lasna_catalogue_get_default ();
  int *waiting = data;

  /* All begin at once, so that they meet in the reading of the same files. */
  g_atomic_int_add (waiting, -1);
  while (g_atomic_int_get (waiting) > 0)
    g_thread_yield ();

  g_assert_nonnull (lasna_catalogue_find_checklist (catalogue, "checklist.first-minutes"));
  g_assert_nonnull (lasna_catalogue_find_journey (catalogue, "journey.travel"));
  g_assert_nonnull (lasna_catalogue_find_emotion (catalogue, "emotion.hurried"));
  g_assert_nonnull (lasna_catalogue_find_channel (catalogue, "channel.phone.line"));
  return (gpointer) lasna_catalogue_get_term (catalogue, "visibility", "visibility.hidden");
}

/* Runs first, while no file has been read. */
static void
test_threads (void)
{
  GThread *threads[8];
  int waiting = G_N_ELEMENTS (threads);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, ask_everything_cb, &waiting);

  const LasnaTerm *term =
      lasna_catalogue_get_term (lasna_catalogue_get_default (), "visibility", "visibility.hidden");
  g_assert_nonnull (term);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == term);
}

/* Every object with an English text, anywhere in the file, has all three languages. Every id is
 * there once.
 */
static void
check_node (JsonNode *node, const char *file, GHashTable *ids)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        check_node (json_array_get_element (array, i), file, ids);
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;

  JsonObject *object = json_node_get_object (node);
  JsonNode *english = json_object_get_member (object, "en");
  const char *id = json_object_get_string_member_with_default (object, "id", NULL);
  JsonObjectIter members;
  JsonNode *member;

  if (id != NULL && !g_hash_table_add (ids, g_strdup (id)))
    g_error ("%s: %s is there twice", file, id);
  if (english != NULL && JSON_NODE_HOLDS_VALUE (english))
    {
      g_assert_cmpuint (json_object_get_size (object), ==, LASNA_N_LANGUAGES);
      for (guint i = 0; i < LASNA_N_LANGUAGES; i++)
        {
          const char *text =
              json_object_get_string_member_with_default (object, lasna_language_to_code (i), "");

          if (*text == '\0' || g_ascii_isspace (*text) || g_str_has_suffix (text, " ") ||
              strstr (text, "  ") != NULL || strchr (text, '!') != NULL)
            g_error ("%s: \"%s\" near \"%s\"", file, text, json_node_get_string (english));
        }
    }
  json_object_iter_init (&members, object);
  while (json_object_iter_next (&members, NULL, &member))
    check_node (member, file, ids);
}

static void
test_languages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *name = g_strconcat (files[i], ".json", NULL);
      g_autofree char *path =
          g_test_build_filename (G_TEST_DIST, "..", "data", "catalogue", name, NULL);

      json_parser_load_from_file (parser, path, &error);
      g_assert_no_error (error);
      check_node (json_parser_get_root (parser), name, ids);
      g_assert_cmpuint (g_hash_table_size (ids), >, 0);
    }
}

static void
test_sets (void)
{
  LasnaCatalogue *catalogue = lasna_catalogue_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      const LasnaTermSet *set = lasna_catalogue_get_set (catalogue, sets[i].set);
      g_auto (GStrv) values = g_strsplit (sets[i].values, " ", -1);

      g_test_message ("%s", sets[i].set);
      g_assert_nonnull (set);
      g_assert_cmpstr (set->id, ==, sets[i].set);
      g_assert_cmpuint (set->n_terms, ==, g_strv_length (values));
      assert_text (&set->title, set->id);
      for (guint j = 0; j < set->n_terms; j++)
        {
          g_autofree char *id = g_strconcat (sets[i].prefix, ".", values[j], NULL);

          g_assert_cmpstr (set->terms[j].id, ==, id);
          g_assert_true (lasna_catalogue_get_term (catalogue, set->id, id) == &set->terms[j]);
          assert_text (&set->terms[j].label, id);
        }
    }
}

/* People choose between labels, so within a set no two may read the same. */
static void
test_labels_differ (void)
{
  LasnaCatalogue *catalogue = lasna_catalogue_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      const LasnaTermSet *set = lasna_catalogue_get_set (catalogue, sets[i].set);

      for (guint language = 0; language < LASNA_N_LANGUAGES; language++)
        {
          g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);

          for (guint j = 0; j < set->n_terms; j++)
            if (!g_hash_table_add (labels, (gpointer) set->terms[j].label.in[language]))
              g_error ("%s: %s twice", set->id, set->terms[j].label.in[language]);
        }
    }
}

static void
test_labels (void)
{
  LasnaCatalogue *catalogue = lasna_catalogue_get_default ();

  g_assert_cmpstr (
      lasna_catalogue_get_label (catalogue, "emotion", "emotion.hurried", LASNA_LANGUAGE_FI),
      ==,
      "Hoputettu");
  g_assert_cmpstr (
      lasna_catalogue_get_label (catalogue, "cadence", "cadence.weekly", LASNA_LANGUAGE_SV),
      ==,
      "Varje vecka");
  g_assert_cmpstr (
      lasna_catalogue_get_label (catalogue, "channel", "channel.web.chat", LASNA_LANGUAGE_EN),
      ==,
      "Advice by chat");

  /* What the catalogue does not know shows as it is. */
  g_assert_cmpstr (
      lasna_catalogue_get_label (catalogue, "mode", "mode.smoke-signal", LASNA_LANGUAGE_EN),
      ==,
      "mode.smoke-signal");
  g_assert_null (lasna_catalogue_get_label (catalogue, "mode", NULL, LASNA_LANGUAGE_EN));
  g_assert_null (lasna_catalogue_get_term (catalogue, "mode", "visibility.hidden"));
  g_assert_null (lasna_catalogue_get_term (catalogue, "no-such-set", "mode.voice"));
  g_assert_null (lasna_catalogue_get_set (catalogue, "no-such-set"));

  /* No feeling is an answer of its own, no emotion to choose. */
  g_assert_null (lasna_catalogue_get_term (catalogue, "emotion", "emotion.none"));
  g_assert_cmpstr (
      lasna_catalogue_get_no_feeling (catalogue)->label.in[LASNA_LANGUAGE_FI], ==, "Ei tunnetta");
}

static void
test_emotions (void)
{
  static const guint sizes[] = { 8, 5, 5, 2 };
  LasnaCatalogue *catalogue = lasna_catalogue_get_default ();
  const LasnaCluster *const *clusters = lasna_catalogue_get_clusters (catalogue);
  const LasnaCatalogueEmotion *const *emotions = lasna_catalogue_get_emotions (catalogue);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_assert_cmpint (clusters[i]->level, ==, (int) i + 1);
      assert_text (&clusters[i]->advice, clusters[i]->id);
      for (guint j = 0; j < sizes[i]; j++, emotions++)
        {
          g_assert_true ((*emotions)->cluster == clusters[i]);
          g_assert_true (lasna_catalogue_find_emotion (catalogue, (*emotions)->id) == *emotions);
          g_assert_cmpint (ABS ((*emotions)->valence), <=, 2);

          /* What destroys pulls down, all else lifts. */
          g_assert_true (((*emotions)->valence < 0) == (i == 0));
        }
    }
  g_assert_null (*emotions);
  g_assert_null (clusters[4]);
  g_assert_null (lasna_catalogue_find_emotion (catalogue, "emotion.none"));
}

static void
assert_term (const char *set, const char *term, const char *where)
{
  if (lasna_catalogue_get_term (lasna_catalogue_get_default (), set, term) == NULL)
    g_error ("%s: %s is not in %s", where, term, set);
}

static void
assert_terms (const char *set, const char *const *terms, const char *where)
{
  for (; *terms != NULL; terms++)
    assert_term (set, *terms, where);
}

static void
test_channels (void)
{
  LasnaCatalogue *catalogue = lasna_catalogue_get_default ();
  const LasnaCatalogueChannel *const *channels = lasna_catalogue_get_channels (catalogue);
  guint n = 0;

  for (; channels[n] != NULL; n++)
    {
      const LasnaCatalogueChannel *channel = channels[n];

      for (guint i = 0; i < LASNA_N_LANGUAGES; i++)
        {
          glong length = g_utf8_strlen (channel->short_title.in[i], -1);

          g_assert_cmpint (length, >, 0);
          g_assert_cmpint (length, <=, g_utf8_strlen (channel->title.in[i], -1));
        }
      g_auto (GStrv) carries = g_strsplit (channel->carries, " ", -1);

      g_assert_true (lasna_catalogue_find_channel (catalogue, channel->id) == channel);
      g_assert_true (g_str_has_prefix (channel->id, channel->group));
      assert_term ("channel-group", channel->group, channel->id);
      assert_term ("directness", channel->direct, channel->id);
      if (!g_str_equal (channel->id, "channel.other.none"))
        {
          assert_term ("availability", channel->availability, channel->id);
          assert_term ("purpose", channel->purpose, channel->id);
        }
      assert_terms ("carries", (const char *const *) carries, channel->id);
      assert_text (&channel->examples, channel->id);
    }
  g_assert_cmpuint (n, ==, 30);
  g_assert_cmpuint (lasna_catalogue_get_set (catalogue, "channel")->n_terms, ==, n);
  g_assert_null (lasna_catalogue_find_channel (catalogue, "channel.web"));
}

static void
test_scales (void)
{
  LasnaCatalogue *catalogue = lasna_catalogue_get_default ();
  const LasnaScale *const *scales = lasna_catalogue_get_scales (catalogue);

  for (; *scales != NULL; scales++)
    {
      g_assert_true (lasna_catalogue_find_scale (catalogue, (*scales)->id) == *scales);
      assert_text (&(*scales)->not_relevant, (*scales)->id);
      assert_text (&(*scales)->unanswered, (*scales)->id);
      for (guint i = 0; i < (*scales)->n_steps; i++)
        {
          g_assert_cmpint ((*scales)->steps[i].value, ==, (int) i);
          assert_text (&(*scales)->steps[i].label, (*scales)->id);
        }
    }
  g_assert_cmpint (lasna_catalogue_find_scale (catalogue, "scale.works")->counts_from, ==, 2);
  g_assert_cmpint (lasna_catalogue_find_scale (catalogue, "scale.realised")->counts_from, ==, 1);
  g_assert_cmpint (lasna_catalogue_find_scale (catalogue, "scale.realised")->n_steps, ==, 4);
}

static const LasnaText *
find_text (const char *id, const char *suffix, const char *property)
{
  g_autofree char *template_id = g_strconcat (id, suffix, NULL);

  return lasna_catalogue_find_template_text (lasna_catalogue_get_default (), template_id, property);
}

static void
check_stage (const LasnaStageTemplate *stage)
{
  LasnaCatalogue *catalogue = lasna_catalogue_get_default ();

  assert_term ("contact-situation", stage->contact_situation, stage->id);
  assert_term ("chain-role", stage->chain_link, stage->id);
  assert_term ("feedback-moment", stage->feedback_moment, stage->id);
  assert_terms ("emotion", stage->desired_emotions, stage->id);
  assert_terms ("emotion", stage->avoid_emotions, stage->id);
  g_assert_nonnull (stage->desired_emotions[0]);
  for (guint i = 0; stage->checklists[i] != NULL; i++)
    g_assert_nonnull (lasna_catalogue_find_checklist (catalogue, stage->checklists[i]));

  g_assert_true (find_text (stage->id, "", "title") == &stage->title);
  g_assert_true (find_text (stage->id, "", "customer-goal") == &stage->customer_goal);
  g_assert_true (find_text (stage->id, "", "typical-problem") == &stage->typical_problem);
  g_assert_true (find_text (stage->id, "", "feedback-question") == &stage->feedback_question);
  g_assert_true (find_text (stage->id, ".hidden", "assumption") == &stage->hidden_stretch);
  g_assert_true (find_text (stage->id, ".problem", "title") == &stage->typical_problem);
  g_assert_cmpuint (stage->n_touchpoints, >, 0);
  for (guint i = 0; i < stage->n_touchpoints; i++)
    {
      const LasnaTouchpointTemplate *touchpoint = &stage->touchpoints[i];

      assert_term ("channel", touchpoint->channel, touchpoint->id);
      assert_term ("visibility", touchpoint->visibility, touchpoint->id);
      assert_term ("mode", touchpoint->mode, touchpoint->id);
      assert_term ("party-role", touchpoint->customer_role, touchpoint->id);
      g_assert_true (g_str_has_prefix (touchpoint->id, stage->id));
      g_assert_true (find_text (touchpoint->id, "", "title") == &touchpoint->title);
    }
}

static void
test_journeys (void)
{
  LasnaCatalogue *catalogue = lasna_catalogue_get_default ();
  const LasnaJourneyTemplate *const *journeys = lasna_catalogue_get_journeys (catalogue);
  guint n = 0;
  guint n_stages = 0;
  guint n_touchpoints = 0;

  for (; journeys[n] != NULL; n++)
    {
      g_assert_true (lasna_catalogue_find_journey (catalogue, journeys[n]->id) == journeys[n]);
      assert_term ("market", journeys[n]->market, journeys[n]->id);
      g_assert_true (find_text (journeys[n]->id, "", "title") == &journeys[n]->title);
      g_assert_true (find_text (journeys[n]->id, "", "description") == &journeys[n]->description);
      for (guint i = 0; i < journeys[n]->n_stages; i++)
        {
          check_stage (&journeys[n]->stages[i]);
          n_touchpoints += journeys[n]->stages[i].n_touchpoints;
        }
      n_stages += journeys[n]->n_stages;

      /* A journey asks after the service too. */
      g_assert_cmpstr (journeys[n]->stages[journeys[n]->n_stages - 1].feedback_moment,
                       ==,
                       "feedback.after-service");
    }
  g_assert_cmpuint (n, ==, 6);
  g_assert_cmpuint (n_stages, ==, 34);
  g_assert_cmpuint (n_touchpoints, ==, 111);
}

static void
assert_short (const LasnaText *text, const glong most[LASNA_N_LANGUAGES], const char *where)
{
  assert_text (text, where);
  for (guint i = 0; i < LASNA_N_LANGUAGES; i++)
    if (g_utf8_strlen (text->in[i], -1) > most[i])
      g_error ("%s: %s", where, text->in[i]);
}

/* A tag is a value of a set; one that ends in .any stands for all that begins like it. */
static void
check_tag (const char *tag, const char *where)
{
  LasnaCatalogue *catalogue = lasna_catalogue_get_default ();

  if (g_str_has_suffix (tag, ".any") ||
      g_str_equal (tag, lasna_catalogue_get_no_feeling (catalogue)->id) ||
      lasna_catalogue_find_channel (catalogue, tag) != NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    if (lasna_catalogue_get_term (catalogue, sets[i].set, tag) != NULL)
      return;
  g_error ("%s: %s is nothing", where, tag);
}

static void
check_item (const LasnaItemTemplate *item, GHashTable *seen)
{
  static const glong text_most[] = { 95, 101, 99 };
  static const glong help_most[] = { 79, 86, 82 };
  g_auto (GStrv) tags = g_strsplit (item->tags, " ", -1);

  assert_short (&item->text, text_most, item->id);
  assert_short (&item->why, help_most, item->id);
  assert_short (&item->check, help_most, item->id);
  g_assert_true (find_text (item->id, "", "text") == &item->text);
  g_assert_true (find_text (item->id, "", "why") == &item->why);
  g_assert_true (find_text (item->id, "", "how-to-check") == &item->check);
  g_assert_null (find_text (item->id, "", "title"));
  for (guint i = 0; tags[i] != NULL; i++)
    {
      check_tag (tags[i], item->id);
      g_hash_table_add (seen, g_strdup (tags[i]));
    }
}

/* Every way to be present, to practise, to promise, to feel and to ask is asked about somewhere. */
static void
check_coverage (GHashTable *tags)
{
  static const char *const covered[] = { "presence-factor", "practice", "dynamics",
                                         "promise-mode",    "sense",    "feedback-moment",
                                         "empathy-practice" };

  for (guint i = 0; i < G_N_ELEMENTS (covered); i++)
    {
      const LasnaTermSet *set =
          lasna_catalogue_get_set (lasna_catalogue_get_default (), covered[i]);

      for (guint j = 0; j < set->n_terms; j++)
        if (!g_hash_table_contains (tags, set->terms[j].id))
          g_error ("no item is tagged %s", set->terms[j].id);
    }
}

static void
test_checklists (void)
{
  LasnaCatalogue *catalogue = lasna_catalogue_get_default ();
  const LasnaChecklistCatalogue *const *all = lasna_catalogue_get_checklists (catalogue);
  g_autoptr (GHashTable) tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;
  guint n_items = 0;

  for (; all[n] != NULL; n++)
    {
      const LasnaChecklistCatalogue *checklist = all[n];

      g_assert_true (lasna_catalogue_find_checklist (catalogue, checklist->id) == checklist);
      g_assert_cmpint (checklist->version, >=, 1);
      g_assert_nonnull (checklist->scale);
      assert_term ("cadence", checklist->cadence, checklist->id);
      assert_term ("setting", checklist->setting, checklist->id);
      assert_terms ("contact-situation", checklist->contact_situations, checklist->id);
      for (guint i = 0; checklist->stages[i] != NULL; i++)
        g_assert_nonnull (find_text (checklist->stages[i], "", "customer-goal"));
      g_assert_true (find_text (checklist->id, "", "title") == &checklist->title);
      g_assert_true (find_text (checklist->id, "", "intro") == &checklist->intro);
      for (guint i = 0; i < checklist->n_items; i++)
        check_item (&checklist->items[i], tags);
      n_items += checklist->n_items;
    }
  g_assert_cmpuint (n, ==, 20);
  g_assert_cmpuint (n_items, ==, 230);
  check_coverage (tags);
}

static void
test_template_text (void)
{
  const LasnaText *goal = find_text ("travel.explore", "", "customer-goal");
  const LasnaText *hidden = find_text ("travel.explore", ".hidden", "assumption");

  g_assert_cmpstr (
      goal->in[LASNA_LANGUAGE_SV], ==, "Jag vill drömma och vara säker på att drömmen är sann.");
  g_assert_true (g_str_has_prefix (hidden->in[LASNA_LANGUAGE_FI], "Lukee arvosteluja"));
  g_assert_null (find_text ("travel.explore", "", "assumption"));
  g_assert_null (find_text ("travel.explore", ".hidden", "title"));
  g_assert_null (find_text ("travel.explore", "", "plan-note"));
  g_assert_null (find_text ("travel.nowhere", "", "title"));
  g_assert_null (find_text ("", "", "title"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/threads", test_threads);
  g_test_add_func ("/catalogue/languages", test_languages);
  g_test_add_func ("/catalogue/sets", test_sets);
  g_test_add_func ("/catalogue/labels-differ", test_labels_differ);
  g_test_add_func ("/catalogue/labels", test_labels);
  g_test_add_func ("/catalogue/emotions", test_emotions);
  g_test_add_func ("/catalogue/channels", test_channels);
  g_test_add_func ("/catalogue/scales", test_scales);
  g_test_add_func ("/catalogue/journeys", test_journeys);
  g_test_add_func ("/catalogue/checklists", test_checklists);
  g_test_add_func ("/catalogue/template-text", test_template_text);
  return g_test_run ();
}
