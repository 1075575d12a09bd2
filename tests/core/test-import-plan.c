/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a file is taken for. The files are invented; their shapes are those of the tools.
 */
#include "config.h"

#include "lasna-draft.h"
#include "lasna-error.h"
#include "lasna-skip-report.h"
#include "lasna-term.h"
#include "lasna-test.h"

#include <string.h>

typedef struct
{
  LasnaTestFolder *folder;
  LasnaImportOptions *options;
  LasnaImportPlan *plan;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = lasna_test_folder_new ();
  fixture->options = lasna_import_options_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->plan, lasna_import_plan_free);
  g_clear_pointer (&fixture->options, lasna_import_options_free);
  g_clear_pointer (&fixture->folder, lasna_test_folder_free);
}

static void
choose (Fixture *fixture, const char *map, const char *set)
{
  g_autoptr (GError) error = NULL;

  if (map != NULL)
    lasna_import_options_map (fixture->options, map, &error);
  g_assert_no_error (error);
  if (set != NULL)
    lasna_import_options_set (fixture->options, set, &error);
  g_assert_no_error (error);
}

static LasnaImportPlan *
plan_bytes (Fixture *fixture, const char *bytes, gssize length)
{
  g_autofree char *path = lasna_test_folder_dup_path (fixture->folder, "export.csv");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  g_clear_pointer (&fixture->plan, lasna_import_plan_free);
  fixture->plan = lasna_import_plan_new (file, fixture->options, NULL, &error);
  g_assert_no_error (error);
  lasna_import_plan_count (fixture->plan, NULL, "2026-11-21", NULL, &error);
  g_assert_no_error (error);
  return fixture->plan;
}

static LasnaImportPlan *
plan_text (Fixture *fixture, const char *text)
{
  return plan_bytes (fixture, text, -1);
}

/* The fields of the columns, "-" for none and "!" after a personal one. */
static char *
list_fields (const LasnaImportPlan *plan)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->columns->len; i++)
    {
      const LasnaColumn *column = lasna_import_plan_get_column (plan, i);
      const char *id = lasna_field_get_info (column->field)->id;

      g_string_append_printf (
          text, "%s%s%s", i > 0 ? " " : "", id != NULL ? id : "-", column->is_personal ? "!" : "");
    }
  return g_string_free (text, FALSE);
}

static void
assert_fields (const LasnaImportPlan *plan, const char *expected)
{
  g_autofree char *fields = list_fields (plan);

  g_assert_cmpstr (fields, ==, expected);
}

/* What the n-th voice says, as one line. */
static char *
describe_draft (Fixture *fixture, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaDraftReader) reader =
      lasna_draft_reader_new (fixture->plan, NULL, "2026-11-21", NULL, &error);
  const LasnaDraft *draft;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i <= n; i++)
    {
      g_assert_true (lasna_draft_reader_next (reader, &draft, NULL, &error));
      g_assert_nonnull (draft);
    }
  g_string_append_printf (text, "%s%s", draft->received_at, draft->zone);
  if (*draft->id != '\0')
    g_string_append_printf (text, " id=%s", draft->id);
  if (*draft->language != '\0')
    g_string_append_printf (text, " language=%s", draft->language);
  for (guint i = 0; i < LASNA_N_PLACES; i++)
    if (*draft->places[i] != '\0')
      g_string_append_printf (text, " place%u=%s", i, draft->places[i]);
  for (guint i = 0; i < draft->scores->len; i++)
    {
      const LasnaDraftScore *score = &g_array_index (draft->scores, LasnaDraftScore, i);
      const LasnaAnswer *answer = lasna_import_plan_get_answer (fixture->plan, score->answer);

      g_string_append_printf (text, " %s=%g", lasna_field_get_info (answer->field)->id, score->raw);
    }
  if (draft->task >= 0)
    g_string_append_printf (text, " task=%d", draft->task);
  if (draft->no_feeling)
    g_string_append (text, " no-feeling");
  for (guint i = 0; draft->feelings != NULL && i < draft->feelings->len; i++)
    {
      const LasnaFeelingWord *word = &g_array_index (draft->feelings, LasnaFeelingWord, i);

      g_string_append_printf (
          text, " %s*%d", word->code != NULL ? word->code : word->text, word->intensity);
    }
  if (*draft->comment != '\0')
    g_string_append_printf (text, " “%s”", draft->comment);
  return g_string_free (text, FALSE);
}

static void
assert_draft (Fixture *fixture, guint n, const char *expected)
{
  g_autofree char *text = describe_draft (fixture, n);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_plan (
    const LasnaImportPlan *plan, const char *dialect, guint header_rows, guint rows, guint skipped)
{
  g_assert_cmpstr (plan->dialect->id, ==, dialect);
  g_assert_cmpuint (plan->header_rows, ==, header_rows);
  g_assert_cmpuint (plan->rows, ==, rows);
  g_assert_cmpuint (plan->skipped->len, ==, skipped);
}

static void
assert_undecided (const LasnaImportPlan *plan,
                  const char *key,
                  const char *column,
                  const char *choices)
{
  g_autoptr (GError) error = NULL;
  const LasnaUndecided *undecided;
  g_autofree char *joined = NULL;

  g_assert_cmpuint (plan->undecided->len, ==, 1);
  undecided = plan->undecided->pdata[0];
  joined = g_strjoinv (" ", undecided->choices);
  g_assert_cmpstr (undecided->key, ==, key);
  g_assert_cmpstr (undecided->column, ==, column);
  g_assert_cmpstr (joined, ==, choices);
  g_assert_false (lasna_import_plan_is_decided (plan, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_UNDECIDED);
}

static void
test_generic (Fixture *fixture, gconstpointer data)
{
  plan_text (fixture,
             "Date,NPS,CSAT,CES,Task,Feelings,Stage,Touchpoint,Channel,Segment,Moment,Source,"
             "Language,E-mail,Comment\n"
             "2026-03-04 10:15,9,4,6,2,\"Happy 3; Hurried (1)\",Booking,Desk,Phone,Families,"
             "After the service,survey,fi-FI,a@example.com,\"Fine, \r\nthanks \"\n"
             "2026-03-05,0,,n/a,Kokonaan,Ei tunnetta,,,,,,,,,\n");
  assert_plan (fixture->plan, "generic", 1, 2, 0);
  assert_fields (fixture->plan,
                 "date nps csat ces task emotions stage touchpoint channel segment moment source "
                 "language -! comment");
  assert_draft (fixture,
                0,
                "2026-03-04T10:15 language=fi place0=Booking place1=Desk place2=Phone "
                "place3=Families nps=9 csat=4 ces=6 task=2 emotion.happy*3 emotion.hurried*1 "
                "“Fine, \nthanks”");
  assert_draft (fixture, 1, "2026-03-05 nps=0 task=3 no-feeling");
  g_assert_cmpuint (fixture->plan->undecided->len, ==, 0);
}

static void
test_languages (Fixture *fixture, gconstpointer data)
{
  const char latin[] = "P\xe4iv\xe4;Suositteluhalukkuus;Tyytyv\xe4isyys;Tunteet;Vaihe;Kommentti\n"
                       "3.4.2026;8;4,5;Iloinen, Oma tunne 3;Osto;Hyv\xe4\x85\n"
                       "14.4.2026;7;5;;;\n";

  plan_bytes (fixture, latin, sizeof latin - 1);
  assert_plan (fixture->plan, "generic", 1, 2, 0);
  g_assert_cmpstr (fixture->plan->encoding, ==, "windows-1252");
  g_assert_cmpint (fixture->plan->delimiter, ==, ';');
  assert_fields (fixture->plan, "date nps csat emotions stage comment");
  assert_draft (
      fixture, 0, "2026-04-03 place0=Osto nps=8 csat=4.5 emotion.happy*2 Oma tunne*3 “Hyvä…”");

  plan_text (fixture,
             "Datum\tNöjdhet\tEnkelhet\tKänslor\tFas\tFritext\n"
             "2026-04-03\t4\t7\tGlad;Stressad 1;\tKöp\tBra\n");
  g_assert_cmpint (fixture->plan->delimiter, ==, '\t');
  assert_fields (fixture->plan, "date csat ces emotions stage comment");
  assert_draft (
      fixture, 0, "2026-04-03 place0=Köp csat=4 ces=7 emotion.happy*2 emotion.stressed*1 “Bra”");
}

static void
test_long (Fixture *fixture, gconstpointer data)
{
  const char *text = "answer,person,kind,content,when\n"
                     "1,70,NPS,10,2026-04-10 18:00:02\n"
                     "2,70,commentary,\"Very good, thanks\",2026-04-10 18:00:02\n"
                     "3,71,NPS,6,2026-04-10 18:01:28\n"
                     "4,71,,7,2026-04-10 18:01:28\n"
                     "5,70,NPS,8,2026-05-01 09:00:00\n"
                     "6,71,commentary,Slow,2026-04-10 18:01:28\n"
                     "7,71,extra,x,2026-04-10 18:01:28\n";

  choose (fixture, "question=kind", "question.NPS=nps");
  choose (fixture, "value=content", "question.commentary=comment");
  choose (fixture, "date=when", NULL);
  choose (fixture, "respondent=person", NULL);
  plan_text (fixture, text);
  assert_undecided (
      fixture->plan, "question.extra", "kind", "nps csat ces task score comment emotions skip");

  choose (fixture, NULL, "question.extra=skip");
  plan_text (fixture, text);
  assert_plan (fixture->plan, "generic", 1, 5, 1);
  g_assert_cmpuint (fixture->plan->voices, ==, 3);
  g_assert_cmpuint (fixture->plan->undecided->len, ==, 0);
  g_assert_cmpuint (g_array_index (fixture->plan->skipped, LasnaSkip, 0).row, ==, 5);
  g_assert_cmpint (g_array_index (fixture->plan->skipped, LasnaSkip, 0).column, ==, 2);
  assert_draft (fixture, 0, "2026-04-10T18:00:02 id=70 nps=10");
  assert_draft (fixture, 1, "2026-04-10T18:00:02 id=70 “Very good, thanks”");
}

static void
test_qualtrics (Fixture *fixture, gconstpointer data)
{
  static const char *const imports[] = {
    "\"{\"\"ImportId\"\":\"\"startDate\"\",\"\"timeZone\"\":\"\"Europe/Helsinki\"\"}\","
    "\"{\"\"ImportId\"\":\"\"ipAddress\"\"}\",\"{\"\"ImportId\"\":\"\"recordedDate\"\"}\","
    "\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"userLanguage\"\"}\","
    "\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2_TEXT\"\"}\"\n",
    "{'ImportId': 'startDate'},{'ImportId': 'ipAddress'},{'ImportId': 'recordedDate'},"
    "{'ImportId': 'recordId'},{'ImportId': 'userLanguage'},{'ImportId': 'QID1'},"
    "{'ImportId': 'QID2-TEXT'}\n",
  };

  choose (fixture, "nps=Q1", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (imports); i++)
    {
      g_autofree char *text =
          g_strconcat ("StartDate,IPAddress,RecordedDate,ResponseId,UserLanguage,Q1,Q2\n"
                       "Anfangsdatum,IP-Adresse,Erfassungsdatum,Antwort-ID,Sprache,Wie?,Warum?\n",
                       imports[i],
                       "2026-07-18 08:28:09,10.0.0.1,2026-07-18 08:28:48,R_2abcdefghijk,FI,9,Hei\n"
                       "2026-07-18 09:28:09,10.0.0.2,2026-07-18 09:28:48,R_3abcdefghijk,EN,-99,\n",
                       NULL);

      plan_text (fixture, text);
      assert_plan (fixture->plan, "qualtrics", 3, 2, 0);
      assert_fields (fixture->plan, "date -! date id language nps comment");
      assert_draft (fixture, 0, "2026-07-18T08:28:48 id=R_2abcdefghijk language=fi nps=9 “Hei”");
      g_assert_cmpstr (lasna_import_plan_get_answer (fixture->plan, 0)->text, ==, "Wie?");
      assert_draft (fixture, 1, "2026-07-18T09:28:48 id=R_3abcdefghijk language=en");
    }
}

static void
test_qualtrics_legacy (Fixture *fixture, gconstpointer data)
{
  plan_text (fixture,
             "\xef\xbb\xbfV1,V2,V3,V6,V8,V9,Q1,\n"
             "ResponseID,ResponseSet,Name,IPAddress,StartDate,EndDate,How are you?,\n"
             "R_9abcdefghijk,Set,Anna,10.0.0.1,2026-07-18 08:28:09,2026-07-18 08:28:48,1,\n");
  assert_plan (fixture->plan, "qualtrics", 2, 1, 0);
  assert_fields (fixture->plan, "id - -! -! date date -");
  assert_draft (fixture, 0, "2026-07-18T08:28:48 id=R_9abcdefghijk");
}

static void
test_surveymonkey (Fixture *fixture, gconstpointer data)
{
  plan_text (fixture,
             "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,"
             "Last Name,Which did you use?,,Why?\n"
             ",,,,,,,,Phone,Web,Open-Ended Response\n"
             "118052219061,1,5/10/26 4:01,5/10/26 4:02,,,,,Phone,,\"Easy, really\"\n"
             "118052219062,1,5/13/26 4:01,5/13/26 4:02,,,,,,Web,\n");
  assert_plan (fixture->plan, "surveymonkey", 2, 2, 0);
  assert_fields (fixture->plan, "id - date date -! -! -! -! - - comment");
  assert_draft (fixture, 0, "2026-05-10T04:02 id=118052219061 “Easy, really”");
  g_assert_cmpstr (
      lasna_import_plan_get_column (fixture->plan, 9)->name, ==, "Which did you use?: Web");

  plan_text (fixture,
             "RespondentID,How likely is it?,Gender\n3292953864,9,Female\n3292953865,3,Male\n");
  assert_plan (fixture->plan, "surveymonkey", 1, 2, 0);
  g_assert_false (fixture->plan->has_dates);
  assert_draft (fixture, 0, "2026-11-21 id=3292953864");
}

static void
test_google_forms (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *draft;
  } cases[] = {
    { "\"Timestamp\",\"NPS\"\n\"2026/06/23 5:42:25 PM GMT+3\",\"9\"\n",
      "2026-06-23T17:42:25+03:00 nps=9" },
    { "Timestamp,NPS\n4/27/2026 11:02:10,9\n", "2026-04-27T11:02:10 nps=9" },
    { "Aikaleima,NPS \n17.5.2026 18.23.29,9\n", "2026-05-17T18:23:29 nps=9" },
    { "Časová pečiatka,NPS\n2026/06/23 5:42:25 AM GMT+3,9\n", "2026-06-23T05:42:25+03:00 nps=9" },
    { "타임스탬프,NPS\n2026. 6. 3 오후 1:05:57,9\n", "2026-06-03T13:05:57 nps=9" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      plan_text (fixture, cases[i].text);
      assert_plan (fixture->plan, "google-forms", 1, 1, 0);
      assert_draft (fixture, 0, cases[i].draft);
    }

  plan_text (fixture, "timestamp,nps\n2026-06-23T05:42:25Z,9\n");
  assert_plan (fixture->plan, "generic", 1, 1, 0);
}

/* The question of NPS is known by its words where its answers go to ten. */
static void
test_recommending (Fixture *fixture, gconstpointer data)
{
  plan_text (fixture,
             "Respondent ID,Collector ID,End Date,How likely is it that you would recommend us?,"
             "How likely are you to recommend the shop?,Would you recommend us?,Satisfaction\n"
             ",,,Response,Response,Response,Response\n"
             "118052219061,1,2026-05-13 4:01,Extremely likely - 10,5,9,Good\n"
             "118052219062,1,2026-05-14 4:01,Not at all likely - 0,1,10,3\n"
             "118052219063,1,2026-05-15 4:01,,2,10,Bad\n");
  assert_fields (fixture->plan, "id - date nps - - -");
  assert_draft (fixture, 0, "2026-05-13T04:01 id=118052219061 nps=10");
  assert_draft (fixture, 1, "2026-05-14T04:01 id=118052219062 nps=0");

  plan_text (fixture,
             "ResponseId,RecordedDate,EndDate,Q1_NPS_GROUP,Q1\n"
             "Response ID,Recorded Date,End Date,Kuinka todennäköisesti suosittelisit? - Group,"
             "Kuinka todennäköisesti suosittelisit meitä?\n"
             "R_2abcdefghijklmn,2026-05-14 4:01,2026-05-14 4:01,3,9\n"
             "R_2abcdefghijklmo,2026-05-14 4:01,2026-05-14 4:01,,-99\n");
  assert_fields (fixture->plan, "id date date - nps");
  g_assert_cmpuint (fixture->plan->voices, ==, 2);
  g_assert_cmpstr (lasna_import_plan_get_answer (fixture->plan, 0)->text,
                   ==,
                   "Kuinka todennäköisesti suosittelisit meitä?");
}

/* Of several columns of days a person chooses the date, or none of them. */
static void
test_several_days (Fixture *fixture, gconstpointer data)
{
  const char *text = "alkaa,loppuu,NPS\n2026-04-28,2026-04-29,9\n";

  plan_text (fixture, text);
  assert_undecided (fixture->plan, "date", NULL, "alkaa loppuu today YYYY-MM-DD");

  choose (fixture, NULL, "date=loppuu");
  plan_text (fixture, text);
  assert_fields (fixture->plan, "- date nps");
  assert_draft (fixture, 0, "2026-04-29 nps=9");

  choose (fixture, NULL, "date=today");
  plan_text (fixture, text);
  assert_draft (fixture, 0, "2026-11-21 nps=9");
}

/* Several long choices in a cell are no comment. */
static void
test_choices_in_a_cell (Fixture *fixture, gconstpointer data)
{
  plan_text (
      fixture,
      "Timestamp,How did you find us? ,What else?\n"
      "5/13/2026 4:01:02,\"A friend told me, I saw a poster\",\"I got lost, sadly, and nobody could be asked\"\n"
      "5/13/2026 4:01:03,\"I saw a poster, It was on the way home\","
      "\"The path was steep, but well worth it\"\n"
      "5/13/2026 4:01:04,\"A friend told me, It was on the way home\","
      "The hut was warm and the soup was hot\n"
      "5/13/2026 4:01:05,\"A friend told me, I saw a poster, It was on the way home\","
      "Please paint the signs again some day soon\n");
  assert_fields (fixture->plan, "date - comment");
}

/* Who somebody is shows in the cells, too. */
static void
test_addresses (Fixture *fixture, gconstpointer data)
{
  plan_text (fixture,
             "date,Adres komputera,Poczta,Address line 2,comment\n"
             "2026-05-13,192.0.2.1,a@example.com,Behind the church,Good\n"
             "2026-05-14,2001:db8::1,,,Bad\n");
  assert_fields (fixture->plan, "date -! -! -! comment");

  plan_text (fixture,
             "Respondent ID,Collector ID,End Date,Who are you?,,How did you reach us?,\n"
             ",,,Name,Address,Phone,Web\n"
             "118052219061,1,2026-05-13 4:01,Ann,The red house by the lake behind Turku,Phone,\n"
             "118052219062,1,2026-05-14 4:01,Bo,The green house on the hill behind Turku,,Web\n"
             "118052219063,1,2026-05-15 4:01,Cy,The blue house at the sea west of Turku,,Web\n");
  assert_fields (fixture->plan, "id - date -! -! - -");
}

static void
test_typeform (Fixture *fixture, gconstpointer data)
{
  plan_text (
      fixture,
      "#,Would you recommend us?,Other,Other,Start Date (UTC),Submit Date (UTC),Network ID\n"
      "995106cd710ec2af0e371cbe5e1f68fb,1,,x,2026-03-29 21:21:23,2026-03-29 21:23:43,5f57\n");
  assert_plan (fixture->plan, "typeform", 1, 1, 0);
  assert_fields (fixture->plan, "id - - - date date -!");
  assert_draft (fixture, 0, "2026-03-29T21:23:43Z id=995106cd710ec2af0e371cbe5e1f68fb");
}

/* An unfinished response has no submission, but a last action. */
static void
test_limesurvey (Fixture *fixture, gconstpointer data)
{
  choose (fixture, "csat=How was it?", NULL);
  plan_text (fixture,
             "\xef\xbb\xbf\"Response ID\";\"Date submitted\";\"Last page\";\"Start language\";"
             "\"Date started\";\"Date last action\";\"How was it?\";\"\"\r\n"
             "\"1\";\"2026-03-15 10:50:10\";\"6\";\"en\";\"2026-03-15 10:49:44\";"
             "\"2026-03-15 10:50:10\";\"4\";\"a\nb\"\r\n"
             "\"2\";\"\";\"\";\"sv\";\"2026-03-15 10:51:00\";\"2026-03-15 10:52:00\";\"\";\"\"\r\n"
             "\r\n");
  assert_plan (fixture->plan, "limesurvey", 1, 2, 0);
  g_assert_cmpint (fixture->plan->delimiter, ==, ';');
  assert_fields (fixture->plan, "id date - language date date csat -");
  assert_draft (fixture, 0, "2026-03-15T10:50:10 id=1 language=en csat=4");
  assert_draft (fixture, 1, "2026-03-15T10:52:00 id=2 language=sv");
}

static void
test_microsoft_forms (Fixture *fixture, gconstpointer data)
{
  static const char *const headers[] = { "ID,Start time,Completion time,Email,Name",
                                         "ID,開始時刻,完了時刻,メール,名前" };

  choose (fixture, "nps=2", "date-order=mdy");
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autofree char *text = g_strconcat ("\xef\xbb\xbf",
                                           headers[i],
                                           ",\"Consent:\nread this\",2,Column\r\n"
                                           "1,5/10/26 9:36:44,5/10/26 9:46:17,anonymous,,Agree,9,"
                                           "A;B;\r\n",
                                           NULL);

      plan_text (fixture, text);
      assert_plan (fixture->plan, "microsoft-forms", 1, 1, 0);
      assert_fields (fixture->plan, "id date date -! -! - nps -");
      assert_draft (fixture, 0, "2026-05-10T09:46:17 id=1 nps=9");
    }
}

static void
test_reviews (Fixture *fixture, gconstpointer data)
{
  plan_text (fixture,
             "Review Id,Review Created (UTC),Review Username,Review Title,Review Content,"
             "Review Stars,Review Language,Tags\n"
             "5f0c0d0e0a0b0c,2026-05-08 23:29:00,Anna,Fine,All went well,5.0,fi,\n");
  assert_plan (fixture->plan, "trustpilot", 1, 1, 0);
  assert_fields (fixture->plan, "id date -! comment comment score language -");
  assert_draft (fixture,
                0,
                "2026-05-08T23:29:00Z id=5f0c0d0e0a0b0c language=fi score=5 "
                "“Fine\n\nAll went well”");

  plan_text (fixture,
             "name,starRating,comment,createTime,reviewId\n"
             "x,FIVE,Good,2026-08-01T10:20:30.123Z,AbC123456789\n");
  assert_plan (fixture->plan, "google-business", 1, 1, 0);
  assert_draft (fixture, 0, "2026-08-01T10:20:30Z id=AbC123456789 score=5 “Good”");
}

static void
test_play_console (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wide = NULL;
  gsize length;

  wide = g_convert ("\xef\xbb\xbfPackage Name,Reviewer Language,Review Submit Date and Time,"
                    "Star Rating,Review Title,Review Text,Review Link\n"
                    "fi.example,sv,2026-01-02T03:04:05Z,4,,Hyvä,http://play/1\n"
                    "fi.example,sv,2026-01-03T03:04:05Z,2,,,http://play/2\n",
                    -1,
                    "UTF-16LE",
                    "UTF-8",
                    NULL,
                    &length,
                    NULL);
  plan_bytes (fixture, wide, length);
  assert_plan (fixture->plan, "play-console", 1, 2, 0);
  g_assert_cmpstr (fixture->plan->encoding, ==, "utf-16le");
  assert_draft (fixture, 0, "2026-01-02T03:04:05Z id=http://play/1 score=4 “Hyvä”");
  assert_draft (fixture, 1, "2026-01-03T03:04:05Z id=http://play/2 score=2");
}

/* One value over 12 settles a column; without one a person is asked, whatever a row looks like. */
static void
test_date_order (Fixture *fixture, gconstpointer data)
{
  plan_text (fixture, "date,nps\n3/4/2026,9\n5/6/2026,8\n");
  assert_undecided (fixture->plan, "date-order", "date", "dmy mdy");

  plan_text (fixture, "date,nps\n3/4/2026,9\n5/16/2026,8\n");
  g_assert_cmpuint (fixture->plan->undecided->len, ==, 0);
  assert_draft (fixture, 0, "2026-03-04 nps=9");

  plan_text (fixture, "date,nps\n3/4/2026,9\n15/6/2026,8\n");
  assert_draft (fixture, 0, "2026-04-03 nps=9");

  plan_text (fixture, "date,nps\n4/4/2026,9\n5/5/2026,8\n");
  g_assert_cmpuint (fixture->plan->undecided->len, ==, 0);

  plan_text (fixture, "date,nps\n13/4/2026,9\n5/16/2026,8\n");
  assert_undecided (fixture->plan, "date-order", "date", "dmy mdy");

  choose (fixture, NULL, "date-order=dmy");
  plan_text (fixture, "date,nps\n3/4/2026,9\n5/16/2026,8\n");
  assert_plan (fixture->plan, "generic", 1, 1, 1);
  assert_draft (fixture, 0, "2026-04-03 nps=9");
}

static void
test_decimal (Fixture *fixture, gconstpointer data)
{
  choose (fixture, NULL, "scale.score=0-10000");
  plan_text (fixture, "date,score\n2026-01-01,\"1,234\"\n2026-01-02,\"2,345\"\n");
  assert_undecided (fixture->plan, "decimal", "score", "point comma");
  plan_text (fixture, "date,score\n2026-01-01,\"1,234\"\n2026-01-02,\"2,5\"\n");
  assert_draft (fixture, 0, "2026-01-01 score=1.234");
  plan_text (fixture, "date,score\n2026-01-01,\"1,234\"\n2026-01-02,2.5\n");
  assert_draft (fixture, 0, "2026-01-01 score=1234");
  choose (fixture, NULL, "decimal=comma");
  plan_text (fixture, "date,score\n2026-01-01,\"1,234\"\n2026-01-02,\"2,345\"\n");
  assert_draft (fixture, 0, "2026-01-01 score=1.234");
}

static void
test_scale (Fixture *fixture, gconstpointer data)
{
  plan_text (fixture, "date,csat\n2026-01-01,4\n2026-01-02,9\n");
  assert_undecided (fixture->plan, "scale.csat", "csat", "1-5 1-10 0-10 1-100 0-100");

  plan_text (fixture, "date,csat (1-10)\n2026-01-01,4\n2026-01-02,9\n");
  assert_plan (fixture->plan, "generic", 1, 2, 0);
  g_assert_cmpuint (fixture->plan->undecided->len, ==, 0);

  choose (fixture, NULL, "scale.csat=1-5");
  choose (fixture, NULL, "reversed.csat=yes");
  plan_text (fixture, "date,csat\n2026-01-01,4\n2026-01-02,9\n");
  assert_plan (fixture->plan, "generic", 1, 1, 1);
  g_assert_true (lasna_import_plan_get_answer (fixture->plan, 0)->is_reversed);

  /* The scale of NPS is part of what it is. */
  plan_text (fixture, "date,nps\n2026-01-01,4\n2026-01-02,11\n");
  assert_plan (fixture->plan, "generic", 1, 1, 1);
}

static void
test_measure (Fixture *fixture, gconstpointer data)
{
  plan_text (fixture,
             "date,measure,score\n2026-01-01,NPS,9\n2026-01-02,CSAT,4\n2026-01-03,Food,3\n");
  assert_plan (fixture->plan, "generic", 1, 3, 0);
  assert_draft (fixture, 0, "2026-01-01 nps=9");
  assert_draft (fixture, 1, "2026-01-02 csat=4");
  assert_draft (fixture, 2, "2026-01-03 score=3");
}

static void
test_shape (Fixture *fixture, gconstpointer data)
{
  plan_text (fixture, "2026-01-01,9\n2026-01-02,4\n");
  assert_undecided (fixture->plan, "header-rows", NULL, "0 1");

  choose (fixture, "nps=2", "header-rows=0");
  choose (fixture, "date=1", NULL);
  plan_text (fixture, "2026-01-01,9\n2026-01-02,4\n");
  assert_plan (fixture->plan, "generic", 0, 2, 0);

  g_clear_pointer (&fixture->options, lasna_import_options_free);
  fixture->options = lasna_import_options_new ();
  plan_text (fixture, "a;b,c\n1;2,3\n");
  assert_undecided (fixture->plan, "delimiter", NULL, ", ;");
  plan_text (fixture, "sep=;\ndate;nps\n2026-01-01;9\n");
  assert_plan (fixture->plan, "generic", 1, 1, 0);
}

static void
test_skipped (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint row;
    int column;
    const char *reason;
  } expected[] = {
    { 3, 1, "This is not a number." },
    { 4, 0, "The date cannot be read." },
    { 5, 0, "There is no date." },
    { 6, 2, "This is none of the answers from 0 to 3." },
    { 8, -1, "The row has more cells than there are columns." },
    { 10, 2, "A quotation mark opens here and never closes." },
  };

  plan_text (fixture,
             "date,nps,task\n"
             "2026-01-01,9,0\n"
             "2026-01-02,many,1\n"
             "someday,9,1\n"
             ",9,1\n"
             "2026-01-03,9,5\n"
             "\n"
             "2026-01-04,9,1,more\n"
             "2026-01-05,9\n"
             "2026-01-06,9,\"open\n");
  g_assert_cmpuint (fixture->plan->rows, ==, 2);
  g_assert_cmpuint (fixture->plan->skipped->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const LasnaSkip *skip = &g_array_index (fixture->plan->skipped, LasnaSkip, i);

      g_assert_cmpuint (skip->row, ==, expected[i].row);
      g_assert_cmpint (skip->column, ==, expected[i].column);
      g_assert_cmpstr (skip->reason, ==, expected[i].reason);
    }
}

/* The same words on one day from two people are two voices; the same id is one. */
static void
test_twice (Fixture *fixture, gconstpointer data)
{
  plan_text (fixture, "date,nps\n2026-01-01,9\n2026-01-01,9\n2026-01-01,9\n");
  g_assert_cmpuint (fixture->plan->voices, ==, 3);
  plan_text (fixture, "id,date,nps\nA1,2026-01-01,9\nA1,2026-01-01,9\nA2,2026-01-01,9\n");
  g_assert_cmpuint (fixture->plan->voices, ==, 2);
  g_assert_cmpuint (fixture->plan->duplicates, ==, 1);
}

static void
test_choices (Fixture *fixture, gconstpointer data)
{
  static const char *const wrong_maps[] = { "colour=x", "nps", "nps=" };
  static const char *const wrong_sets[] = { "dialect=excel",   "date-order=abc", "encoding=nope",
                                            "delimiter=xx",    "scale.nps=5",    "scale.abc=1-5",
                                            "moment=whenever", "colour=red",     "header-rows=-1",
                                            "question.a=b",    "dialect" };
  static const char *const right_sets[] = { "dialect=typeform", "date-order=dmy",
                                            "encoding=latin1",  "delimiter=tab",
                                            "delimiter=;",      "scale.nps=0-10",
                                            "moment=unknown",   "moment=Vid kontakten",
                                            "source=survey",    "question.a=b=skip" };
  g_autoptr (GFile) file = NULL;
  g_autofree char *path =
      lasna_test_folder_write (fixture->folder, "a.csv", "date,x\n2026-01-01,1\n");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong_maps); i++)
    {
      g_assert_false (lasna_import_options_map (fixture->options, wrong_maps[i], &error));
      g_assert_error (error, LASNA_ERROR, LASNA_ERROR_USAGE);
      g_clear_error (&error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong_sets); i++)
    {
      g_test_message ("%s", wrong_sets[i]);
      g_assert_false (lasna_import_options_set (fixture->options, wrong_sets[i], &error));
      g_assert_error (error, LASNA_ERROR, LASNA_ERROR_USAGE);
      g_clear_error (&error);
    }
  g_clear_pointer (&fixture->options, lasna_import_options_free);
  fixture->options = lasna_import_options_new ();
  lasna_import_options_map (fixture->options, "nps=missing", &error);
  file = g_file_new_for_path (path);
  g_assert_null (lasna_import_plan_new (file, fixture->options, NULL, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_clear_pointer (&fixture->options, lasna_import_options_free);
  fixture->options = lasna_import_options_new ();
  for (guint i = 0; i < G_N_ELEMENTS (right_sets); i++)
    {
      lasna_import_options_set (fixture->options, right_sets[i], &error);
      g_assert_no_error (error);
    }
  g_assert_cmpstr (lasna_import_options_get_question (fixture->options, "A=B"), ==, "skip");
}

static void
test_json (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;
  JsonObject *column;

  plan_text (fixture, "date,nps,email,extra\n3/4/2026,9,a@b.fi,\n3/4/2026,x,,\n");
  node = lasna_import_plan_to_json (fixture->plan);
  object = json_node_get_object (node);
  g_assert_cmpstr (json_object_get_string_member (object, "dialect"), ==, "generic");
  g_assert_cmpstr (json_object_get_string_member (object, "encoding"), ==, "utf-8");
  g_assert_cmpstr (json_object_get_string_member (object, "delimiter"), ==, ",");
  g_assert_cmpint (json_object_get_int_member (object, "header_rows"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (object, "rows"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (object, "voices"), ==, 1);
  g_assert_cmpint (json_array_get_length (json_object_get_array_member (object, "skipped")), ==, 1);
  g_assert_cmpint (
      json_array_get_length (json_object_get_array_member (object, "undecided")), ==, 1);
  column = json_array_get_object_element (json_object_get_array_member (object, "columns"), 2);
  g_assert_cmpstr (json_object_get_string_member (column, "name"), ==, "email");
  g_assert_true (json_object_get_null_member (column, "field"));
  g_assert_true (json_object_get_boolean_member (column, "personal"));
}

static void
test_odd_files (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "\n", "\xef\xbb\xbf", "a",      "date\n",    ",,,\n,,,\n",
                                       "\"", "\"\n\"\n",     "\r\r\r", "date,nps\n" };
  g_autoptr (GFile) folder = g_file_new_for_path (lasna_test_folder_get_path (fixture->folder));
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      plan_text (fixture, texts[i]);
      g_assert_cmpuint (fixture->plan->rows, ==, 0);
    }
  g_assert_null (lasna_import_plan_new (folder, fixture->options, NULL, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  path = lasna_test_folder_write (fixture->folder, "empty.csv", "");
  file = g_file_new_for_path (path);
  g_assert_null (lasna_import_plan_new (file, fixture->options, NULL, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_PARSE);
}

/* What is left out is written down with its column and reason, and no word of the row. */
static void
test_report (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = lasna_test_folder_dup_path (fixture->folder, "left-out.csv");
  g_autoptr (LasnaSkipReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  plan_text (fixture, "date,nps,comment\n2026-01-02,9,Yes\n2026-01-02,secret,No\nwhen,3,Hm\n");
  report = lasna_skip_report_new (fixture->plan);
  g_clear_pointer (&fixture->plan, lasna_import_plan_free);
  g_assert_true (lasna_skip_report_write (report, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text,
                   ==,
                   "Row,Column,Reason\n3,nps,This is not a number.\n"
                   "4,date,The date cannot be read.\n");
  g_assert_false (lasna_skip_report_write (report, "/no/such/folder/left-out.csv", &error));
  g_assert_nonnull (error);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/import-plan/generic", test_generic);
  ADD ("/import-plan/languages", test_languages);
  ADD ("/import-plan/long", test_long);
  ADD ("/import-plan/qualtrics", test_qualtrics);
  ADD ("/import-plan/qualtrics/legacy", test_qualtrics_legacy);
  ADD ("/import-plan/surveymonkey", test_surveymonkey);
  ADD ("/import-plan/google-forms", test_google_forms);
  ADD ("/import-plan/recommending", test_recommending);
  ADD ("/import-plan/several-days", test_several_days);
  ADD ("/import-plan/choices-in-a-cell", test_choices_in_a_cell);
  ADD ("/import-plan/addresses", test_addresses);
  ADD ("/import-plan/typeform", test_typeform);
  ADD ("/import-plan/limesurvey", test_limesurvey);
  ADD ("/import-plan/microsoft-forms", test_microsoft_forms);
  ADD ("/import-plan/reviews", test_reviews);
  ADD ("/import-plan/play-console", test_play_console);
  ADD ("/import-plan/date-order", test_date_order);
  ADD ("/import-plan/decimal", test_decimal);
  ADD ("/import-plan/scale", test_scale);
  ADD ("/import-plan/measure", test_measure);
  ADD ("/import-plan/shape", test_shape);
  ADD ("/import-plan/skipped", test_skipped);
  ADD ("/import-plan/twice", test_twice);
  ADD ("/import-plan/choices", test_choices);
  ADD ("/import-plan/json", test_json);
  ADD ("/import-plan/odd-files", test_odd_files);
  ADD ("/import-plan/report", test_report);
  return g_test_run ();
}
