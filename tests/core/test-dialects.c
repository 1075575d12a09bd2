/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The files of each tool in all the forms in which it writes them: which tool, how many header
 * rows, how many voices, of which time, and what is left to a person. The files are invented.
 */
#include "config.h"

#include "lasna-draft.h"
#include "lasna-error.h"
#include "lasna-test.h"

#include <string.h>

#define BOM "\xef\xbb\xbf"
#define QUALTRICS_NAMES                                                                            \
  "StartDate,EndDate,Status,IPAddress,Finished,RecordedDate,ResponseId,Q1_NPS\n"
#define QUALTRICS_ROW(status)                                                                      \
  "2026-07-18 08:28:09,2026-07-18 08:28:48," status ",192.0.2.1,1,2026-07-18 08:28:49,"            \
  "R_2abcdefghijklmn,9\n"

static const struct
{
  const char *name;
  const char *text;
  const char *dialect;
  guint header_rows;
  guint voices;
  const char *received_at; /* of the first voice; NULL: there is none to read yet */
  const char *undecided;   /* what is asked first; NULL: nothing */
} cases[] = {
  { "google-forms/csv",
    "\"Timestamp\",\"How was it?\"\n\"2026/06/23 5:42:25 PM GMT+3\",\"Well\"\n",
    "google-forms",
    1,
    1,
    "2026-06-23T17:42:25+03:00",
    NULL },
  { "google-forms/csv/czech",
    "\"Časová pečiatka\",\"Otázka\"\n\"2026/10/24 8:52:35 AM GMT+3\",\"Dobre\"\n",
    "google-forms",
    1,
    1,
    "2026-10-24T08:52:35+03:00",
    NULL },
  { "google-forms/csv/american",
    "\"Timestamp\",\"How was it?\"\n\"2026/06/23 5:42:25 PM EST\",\"Well\"\n",
    "google-forms",
    1,
    1,
    "2026-06-23T17:42:25-05:00",
    NULL },
  { "google-forms/csv/spanish",
    "\"Marca temporal\",\"¿Qué tal?\"\n\"2026/06/23 5:42:25 p. m. GMT-5\",\"Bien\"\n",
    "google-forms",
    1,
    1,
    "2026-06-23T17:42:25-05:00",
    NULL },
  { "google-forms/csv/any-language",
    "\"Amser\",\"Sut oedd hi?\"\n\"2026/06/23 5:42:25 PM GMT+1\",\"Da\"\n",
    "google-forms",
    1,
    1,
    "2026-06-23T17:42:25+01:00",
    NULL },
  { "google-forms/sheet/ukrainian",
    "Позначка часу,Як було?\n17.05.2026 18:23:29,Добре\n",
    "google-forms",
    1,
    1,
    "2026-05-17T18:23:29",
    NULL },
  { "google-forms/question-of-a-day",
    "Timestamp,Date,Rating,What else?\n5/27/2026 18:23:29,3/4/2026,Good,No\n",
    "google-forms",
    1,
    1,
    "2026-05-27T18:23:29",
    NULL },
  { "google-forms/sheet/no-longer-text",
    "Timestamp,What else?\n2026-05-17T18:23:29,More\n",
    "google-forms",
    1,
    1,
    "2026-05-17T18:23:29",
    NULL },
  { "generic/timestamp",
    "timestamp,comment\n2026-05-17T18:23:29,More\n",
    "generic",
    1,
    1,
    "2026-05-17T18:23:29",
    NULL },
  { "google-forms/sheet/american",
    "Timestamp,What else? \n4/27/2026 11:02:10,More\n9/6/2026 0:06:16,\n",
    "google-forms",
    1,
    2,
    "2026-04-27T11:02:10",
    NULL },
  { "google-forms/sheet/british",
    "Timestamp,What else?\n27/04/2026 11:02:10,More\n",
    "google-forms",
    1,
    1,
    "2026-04-27T11:02:10",
    NULL },
  { "google-forms/sheet/open",
    "Timestamp,What else?\n9/6/2026 0:06:16,More\n",
    "google-forms",
    1,
    1,
    NULL,
    "date-order" },
  { "google-forms/sheet/finnish",
    "Aikaleima,Miten meni?\n17.5.2026 18.23.29,Hyvin\n",
    "google-forms",
    1,
    1,
    "2026-05-17T18:23:29",
    NULL },
  { "google-forms/sheet/swedish",
    "Tidsstämpel,Hur gick det?\n2026-05-17 18:23:29,Bra\n",
    "google-forms",
    1,
    1,
    "2026-05-17T18:23:29",
    NULL },
  { "google-forms/sheet/german",
    "Zeitstempel,Wie war es?\n17.05.2026 18:23:29,Gut\n",
    "google-forms",
    1,
    1,
    "2026-05-17T18:23:29",
    NULL },
  { "google-forms/sheet/korean",
    "타임스탬프,질문\n2026. 6. 3 오후 1:05:57,네\n",
    "google-forms",
    1,
    1,
    "2026-06-03T13:05:57",
    NULL },
  { "google-forms/script",
    "Timestamp,Question\nTue Sep 08 2026 13:58:23 GMT-0500 (Central Daylight Time),Yes\n",
    "google-forms",
    1,
    1,
    "2026-09-08T13:58:23-05:00",
    NULL },
  { "qualtrics/three",
    QUALTRICS_NAMES
    "Start,End,Status,IP,Finished,Recorded,Id,How likely?\n"
    "\"{\"\"ImportId\"\":\"\"startDate\"\",\"\"timeZone\"\":\"\"Europe/Helsinki\"\"}\",e,s,i,f,r,_,"
    "\"{\"\"ImportId\"\":\"\"QID1\"\"}\"\n" QUALTRICS_ROW ("0"),
    "qualtrics",
    3,
    1,
    "2026-07-18T08:28:49",
    NULL },
  { "qualtrics/three/single-quotes",
    QUALTRICS_NAMES "Start,End,Status,IP,Finished,Recorded,Id,How likely?\n"
                    "{'ImportId': 'startDate'},{'ImportId': 'endDate'},s,i,f,r,_,{'ImportId': "
                    "'QID1'}\n" QUALTRICS_ROW ("IP Address"),
    "qualtrics",
    3,
    1,
    "2026-07-18T08:28:49",
    NULL },
  { "qualtrics/tabs",
    "StartDate\tRecordedDate\tResponseId\tQ1\nStart\tRecorded\tId\tWhy?\n"
    "\"{\"\"ImportId\"\":\"\"startDate\"\"}\"\tr\t_\t\"{\"\"ImportId\"\":\"\"QID1_TEXT\"\"}\"\n"
    "2026-07-18 08:28:09\t2026-07-18 08:28:49\tR_2abcdefghijklmn\tGood\n",
    "qualtrics",
    3,
    1,
    "2026-07-18T08:28:49",
    NULL },
  { "qualtrics/one",
    QUALTRICS_NAMES QUALTRICS_ROW ("0"),
    "qualtrics",
    1,
    1,
    "2026-07-18T08:28:49",
    NULL },
  { "qualtrics/two",
    QUALTRICS_NAMES "Start Date,End Date,Status,IP Address,Finished,Recorded Date,Response ID,"
                    "How likely?\n" QUALTRICS_ROW ("0"),
    "qualtrics",
    2,
    1,
    "2026-07-18T08:28:49",
    NULL },
  { "qualtrics/legacy",
    BOM "V1,V2,V8,V9,Q1,\nResponseID,ResponseSet,StartDate,EndDate,What is it?,\n"
        "R_2abcdefghijklmn,Default,2026-07-18 08:28:09,2026-07-18 08:28:48,2,\n",
    "qualtrics",
    2,
    1,
    "2026-07-18T08:28:48",
    NULL },
  { "surveymonkey/two",
    "Respondent ID,Collector ID,Start Date,End Date,IP Address,Which?,,Why?\n"
    ",,,,,Phone,Web,Open-Ended Response\n"
    "118052219061,4,05/27/2026 04:01:00 PM,05/27/2026 04:05:00 PM,192.0.2.1,Phone,,Easy\n",
    "surveymonkey",
    2,
    1,
    "2026-05-27T16:05:00",
    NULL },
  { "surveymonkey/two/old",
    "RespondentID,\"In your own words, what was it?\",Which?,\n"
    ",Open-Ended Response,A,B\n3126807211,Good,A,\n",
    "surveymonkey",
    2,
    1,
    "2026-11-21",
    NULL },
  { "surveymonkey/two/german",
    "Befragten-ID,Collector-ID,Startdatum,Enddatum,IP-Adresse,Vorname,Welche?,,Warum?\n"
    ",,,,,,Telefon,Web,Offene Antwort\n"
    "118052219061,412345678,27.05.2026 16:01:00,27.05.2026 16:05:00,192.0.2.1,,Telefon,,Gut\n",
    "surveymonkey",
    2,
    1,
    "2026-05-27T16:05:00",
    NULL },
  { "surveymonkey/one/numbers-only",
    "RespondentID,Which of these?,Gender\n3126807211,Yes,\n3126807212,No,\n",
    "surveymonkey",
    1,
    2,
    NULL,
    "date" },
  { "typeform/old",
    "#,How was it?,Start Date (UTC),Submit Date (UTC),Network ID\n"
    "995106cd710ec2af0e371cbe5e1f68fb,1,2026-03-29 21:21:23,2026-03-29 21:23:43,5f57f20d14\n",
    "typeform",
    1,
    1,
    "2026-03-29T21:23:43Z",
    NULL },
  { "typeform/new",
    "#,How was it?,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,"
    "Tags\n995106cd710ec2af,1,completed,2026-03-29 21:21:23,,2026-03-29 21:23:43,5f57,\n",
    "typeform",
    1,
    1,
    "2026-03-29T21:23:43Z",
    NULL },
  { "typeform/groups",
    ",Which do you use?,,What else?,,,\n#,Phone,Web,Why?,Start Date (UTC),Submit Date (UTC),"
    "Network ID\n995106cd710ec2af,Phone,,So,3/11/26 23:38,3/21/26 23:44,5f57\n",
    "typeform",
    2,
    1,
    "2026-03-21T23:44Z",
    NULL },
  { "typeform/submitted-at",
    "#,How was it?,Submitted At,Token\n995106cd710ec2af,1,2026-03-29 21:21:23,995106cd710ec2af\n",
    "typeform",
    1,
    1,
    "2026-03-29T21:21:23",
    NULL },
  { "limesurvey/text",
    BOM "\"Response ID\";\"Date submitted\";\"Last page\";\"Start language\";\"Where?  \";\"\";"
        "\" [Other]\"\r\n\"1\";\"2026-03-15 10:50:10\";\"6\";\"en\";\"a\";\"\";\"\"\r\n"
        "\"2\";\"\";\"2\";\"fi\";\"b\";\"\";\"\"\r\n\r\n",
    "limesurvey",
    1,
    1,
    "2026-03-15T10:50:10",
    NULL },
  { "limesurvey/codes",
    "\"id\",\"submitdate\",\"lastpage\",\"startlanguage\",\"seed\",\"startdate\",\"datestamp\","
    "\"G1Q1\"\n\"1\",\"2026-03-15 10:50:10\",\"6\",\"en\",\"9\",\"2026-03-15 10:49:44\","
    "\"2026-03-15 10:50:10\",\"4\"\n",
    "limesurvey",
    1,
    1,
    "2026-03-15T10:50:10",
    NULL },
  { "limesurvey/codes-and-text",
    "\"id. Response ID\",\"submitdate. Date submitted\",\"lastpage. Last page\","
    "\"startlanguage. Start language\",\"startdate. Date started\","
    "\"datestamp. Date last action\",\"Q1[SQ001]. Why? [Now]\"\n"
    "\"1\",\"\",\"6\",\"en\",\"2026-03-15 10:49:44\",\"2026-03-15 10:50:10\",\"4\"\n",
    "limesurvey",
    1,
    1,
    "2026-03-15T10:50:10",
    NULL },
  { "limesurvey/german",
    BOM "\"Antwort ID\";\"Datum Abgeschickt\";\"Letzte Seite\";\"Start-Sprache\";\"Frage\"\r\n"
        "\"1\";\"2026-03-15 10:50:10\";\"6\";\"de-informal\";\"4\"\r\n\r\n",
    "limesurvey",
    1,
    1,
    "2026-03-15T10:50:10",
    NULL },
  { "limesurvey/any-language",
    "Rhif,Anfonwyd,Tudalen,Iaith,Had,Dechrau,Diwedd,Cwestiwn\n"
    "1,2026-03-15 10:50:10,6,cy,9,2026-03-15 10:49:44,2026-03-15 10:50:10,4\n"
    "2,,2,cy,8,2026-03-16 10:49:44,2026-03-16 10:50:10,\n",
    "limesurvey",
    1,
    2,
    "2026-03-15T10:50:10",
    NULL },
  { "limesurvey/read-in-again",
    "Response ID\tDate submitted\tLast page\tStart language\tWhy?\n"
    "id\tsubmitdate\tlastpage\tstartlanguage\t123X1X1\n1\t2026-03-15 10:50:10\t6\ten\tA1\n",
    "limesurvey",
    2,
    1,
    "2026-03-15T10:50:10",
    NULL },
  { "limesurvey/no-times-kept",
    "\"Response ID\",\"Date submitted\",\"Last page\",\"Start language\",\"Why?\"\n"
    "\"1\",\"1980-01-01 00:00:00\",\"6\",\"en\",\"4\"\n",
    "limesurvey",
    1,
    1,
    NULL,
    "date" },
  { "microsoft-forms",
    BOM "ID,Start time,Completion time,Email,Name,\"Consent:\nread it\",Column,2\r\n"
        "1,5/27/26 9:36:44,5/27/26 9:46:17,anonymous,,Agree,Fairly,A;B;\r\n",
    "microsoft-forms",
    1,
    1,
    "2026-05-27T09:46:17",
    NULL },
  { "microsoft-forms/japanese",
    "ID,開始時刻,完了時刻,メール,名前,質問\n1,2026/05/27 9:36:44,2026/05/27 9:46:17,anonymous,,はい\n",
    "microsoft-forms",
    1,
    1,
    "2026-05-27T09:46:17",
    NULL },
  { "microsoft-forms/finnish",
    BOM "ID;Aloitusaika;Päättymisaika;Sähköposti;Nimi;Päivä\r\n"
        "1;27.5.2026 9.36.44;27.5.2026 9.46.17;anonymous;;1.2.2026\r\n"
        "2;28.5.2026 9.36.44;28.5.2026 9.46.17;;;1.2.2026\r\n",
    "microsoft-forms",
    1,
    2,
    "2026-05-27T09:46:17",
    NULL },
  { "microsoft-forms/one-column-decides",
    "ID,Start time,Completion time,Email,Name,Why?\n"
    "1,5/12/26 23:56:44,5/13/26 0:06:17,anonymous,,So\n",
    "microsoft-forms",
    1,
    1,
    "2026-05-13T00:06:17",
    NULL },
  { "trustpilot",
    "Review Id,Review Created (UTC),Review Username,Review Title,Review Content,Review Stars,"
    "Company Reply\n6a,2026-05-08 23:29:00,Ann,Fine,All went well,5.0,\n",
    "trustpilot",
    1,
    1,
    "2026-05-08T23:29:00Z",
    NULL },
  { "trustpilot/products",
    "Product Review Id,Product Name,Stars,Content,Consumer Name,Created At\n"
    "6a,Boot,5,Fits well,Ann,2026-05-08T23:29:00Z\n",
    "trustpilot",
    1,
    1,
    "2026-05-08T23:29:00Z",
    NULL },
  { "trustpilot/without-ids",
    "Source Of Review,Location Name,Review Created (UTC),Review Content,Review Stars\n"
    "Basic,Turku,2026-05-08,Fine,5\n",
    "trustpilot",
    1,
    1,
    "2026-05-08Z",
    NULL },
  { "generic/time-of-day-first",
    "time\tdate\trating\n13:35:00\t15.11.2026\t2\n",
    "generic",
    1,
    1,
    "2026-11-15",
    NULL },
  { "generic/scores-in-words",
    "date,rating,comment\n2026-05-17,Excellent,Good\n",
    "generic",
    1,
    1,
    "2026-05-17",
    NULL },
  { "generic/other-language",
    "回答日時,NPS\n2026/04/29 12:00,9\n",
    "generic",
    1,
    1,
    "2026-04-29T12:00",
    NULL },
  { "generic/several-days",
    "alkaa,loppuu,NPS\n2026-04-28,2026-04-29,9\n",
    "generic",
    1,
    1,
    NULL,
    "date" },
  { "generic/wide",
    "Päivä;NPS;Tyytyväisyys;Kommentti\n1.2.2026;9;4,5;Hyvä\n13.2.2026;0;2,5;\n",
    "generic",
    1,
    2,
    "2026-02-01",
    NULL },
  { "generic/long",
    "answer_id,student_id,question_category,answer_content,answer_datetime\n"
    "1,7,NPS,10,2026-04-10 18:00:02\n2,7,commentary,Good course,2026-04-10 18:00:02\n"
    "3,8,NPS,0,2026-04-10 18:01:28\n",
    "generic",
    1,
    2,
    "2026-04-10T18:00:02",
    NULL },
  { "generic/tabs",
    "date\tscore\tcomment\n2026-01-02\t4\tGood, really; yes\n",
    "generic",
    1,
    1,
    "2026-01-02",
    NULL },
};

typedef struct
{
  LasnaTestFolder *folder;
  LasnaImportOptions *options;
  LasnaImportPlan *plan;
} Fixture;

static void
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
}

static void
assert_first (Fixture *fixture, const char *received_at)
{
  g_autoptr (LasnaDraftReader) reader =
      lasna_draft_reader_new (fixture->plan, NULL, "2026-11-21", NULL, NULL);
  const LasnaDraft *draft;
  g_autofree char *time = NULL;

  g_assert_true (lasna_draft_reader_next (reader, &draft, NULL, NULL));
  g_assert_nonnull (draft);
  time = g_strconcat (draft->received_at, draft->zone, NULL);
  g_assert_cmpstr (time, ==, received_at);
}

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
  lasna_import_options_free (fixture->options);
  lasna_test_folder_free (fixture->folder);
}

static void
test_case (Fixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const LasnaUndecided *open = NULL;

  plan_bytes (fixture, cases[i].text, -1);
  if (fixture->plan->undecided->len > 0)
    open = fixture->plan->undecided->pdata[0];
  g_assert_cmpstr (fixture->plan->dialect->id, ==, cases[i].dialect);
  g_assert_cmpuint (fixture->plan->header_rows, ==, cases[i].header_rows);
  g_assert_cmpstr (open != NULL ? open->key : NULL, ==, cases[i].undecided);
  g_assert_cmpuint (fixture->plan->voices, ==, cases[i].voices);
  if (cases[i].received_at != NULL)
    assert_first (fixture, cases[i].received_at);
}

/* As the Play Console writes it: UTF-16 with a mark. */
static void
test_wide_letters (Fixture *fixture, gconstpointer data)
{
  const char *text = "\xef\xbb\xbfPackage Name,App Version Code,Reviewer Language,Device,"
                     "Review Submit Date and Time,Review Submit Millis Since Epoch,"
                     "Star Rating,Review Title,Review Text,Review Link\n"
                     "fi.example,3,fi,phone,2026-01-02T03:04:05Z,1767323045000,4,,Hyvä ❤,\n"
                     "fi.example,3,fi,phone,2026-01-03T03:04:05Z,1767409445000,1,,,\n";
  gsize length;
  g_autofree char *wide = g_convert (text, -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);

  plan_bytes (fixture, wide, length);
  g_assert_cmpstr (fixture->plan->dialect->id, ==, "play-console");
  g_assert_cmpstr (fixture->plan->encoding, ==, "utf-16le");
  g_assert_cmpuint (fixture->plan->voices, ==, 2);
  assert_first (fixture, "2026-01-02T03:04:05Z");
}

/* A day may be said for a file that tells none. */
static void
test_day (Fixture *fixture, gconstpointer data)
{
  g_assert_true (lasna_import_options_set (fixture->options, "date=2026-03-04", NULL));
  plan_bytes (fixture, "RespondentID,Which of these?\n3126807211,Yes\n", -1);
  g_assert_cmpuint (fixture->plan->undecided->len, ==, 0);
  assert_first (fixture, "2026-03-04");
}

/* Of which day such a file is, nobody but a person knows, whatever else it tells. */
static void
test_no_day (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "nps,comment\n9,Good\n",
    "Package Name,Star Rating,Review Title,Review Text\nfi.example,4,,Hyvä\n",
    "RespondentID,How likely is it to recommend us?\n3292953864,9\n",
  };

  plan_bytes (fixture, texts[0], -1);
  g_assert_true (lasna_import_plan_is_decided (fixture->plan, NULL));
  lasna_import_options_ask_for_day (fixture->options);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const LasnaUndecided *open;
      g_autofree char *choices = NULL;
      g_autoptr (GError) error = NULL;

      plan_bytes (fixture, texts[i], -1);
      g_assert_cmpuint (fixture->plan->undecided->len, ==, 1);
      open = fixture->plan->undecided->pdata[0];
      choices = g_strjoinv (" ", open->choices);
      g_assert_cmpstr (open->key, ==, "date");
      g_assert_cmpstr (choices, ==, "today YYYY-MM-DD");
      g_assert_false (lasna_import_plan_is_decided (fixture->plan, &error));
      g_assert_error (error, LASNA_ERROR, LASNA_ERROR_UNDECIDED);
      g_assert_nonnull (strstr (error->message, "date=today"));
    }
  g_assert_true (lasna_import_options_set (fixture->options, "date=today", NULL));
  plan_bytes (fixture, texts[0], -1);
  g_assert_true (lasna_import_plan_is_decided (fixture->plan, NULL));
  plan_bytes (fixture,
              "Package Name,Review Last Update Date and Time,Star Rating,Review Text\n"
              "fi.example,2026-01-02T03:04:05Z,4,Hyvä\n",
              -1);
  assert_first (fixture, "2026-01-02T03:04:05Z");
}

/* Previews and tests of whoever made the survey are no customers, unless somebody says so. */
static void
test_trials (Fixture *fixture, gconstpointer data)
{
  static const char text[] =
      "StartDate,EndDate,Status,Finished,RecordedDate,ResponseId,DistributionChannel,Q1\n"
      "2026-07-18 08:28:09,2026-07-18 08:28:48,%s,1,2026-07-18 08:28:48,R_2abcdefghijk,%s,Hei\n"
      "2026-07-18 08:28:09,2026-07-18 08:28:48,%s,1,2026-07-18 08:28:48,R_3abcdefghijk,anonymous,Ho\n";
  static const struct
  {
    const char *status;
    const char *channel;
    guint voices;
  } rows[] = {
    { "0", "anonymous", 2 },      { "IP Address", "email", 2 },
    { "8", "anonymous", 2 },      { "Imported", "anonymous", 2 },
    { "1", "anonymous", 1 },      { "2", "anonymous", 1 },
    { "17", "anonymous", 1 },     { "Survey Preview", "anonymous", 1 },
    { "Survey Test", "test", 1 }, { "IP Address", "preview", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rows_text =
          g_strdup_printf (text, rows[i].status, rows[i].channel, "IP Address");

      plan_bytes (fixture, rows_text, -1);
      g_assert_cmpstr (fixture->plan->dialect->id, ==, "qualtrics");
      g_assert_cmpuint (fixture->plan->voices, ==, rows[i].voices);
      g_assert_cmpuint (fixture->plan->trials, ==, 2 - rows[i].voices);
      g_assert_cmpuint (fixture->plan->skipped->len, ==, 2 - rows[i].voices);
    }
  g_assert_nonnull (strstr (g_array_index (fixture->plan->skipped, LasnaSkip, 0).reason, "trial"));
  g_assert_true (lasna_import_options_set (fixture->options, "trials=yes", NULL));
  plan_bytes (fixture,
              "StartDate,EndDate,Status,RecordedDate,ResponseId,Q1\n"
              "2026-07-18 08:28:09,2026-07-18 08:28:48,1,2026-07-18 08:28:48,R_2abcdefghijk,Hei\n",
              -1);
  g_assert_cmpuint (fixture->plan->voices, ==, 1);
  g_assert_cmpuint (fixture->plan->trials, ==, 1);
}

/* Who somebody is may also be asked as a question of the survey. */
static void
test_asked_names (Fixture *fixture, gconstpointer data)
{
  plan_bytes (fixture,
              "Date,What is your name?,Your e-mail,Nimesi,Ditt namn,Your email address,NPS\n"
              "2026-03-04,Anna,,Anna,Anna,,9\n",
              -1);
  for (guint i = 0; i < fixture->plan->columns->len; i++)
    g_assert_cmpint (lasna_import_plan_get_column (fixture->plan, i)->is_personal,
                     ==,
                     i > 0 && i < fixture->plan->columns->len - 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/dialects/", cases[i].name, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_case, tear_down);
    }
  g_test_add ("/dialects/play-console", Fixture, NULL, set_up, test_wide_letters, tear_down);
  g_test_add ("/dialects/day", Fixture, NULL, set_up, test_day, tear_down);
  g_test_add ("/dialects/no-day", Fixture, NULL, set_up, test_no_day, tear_down);
  g_test_add ("/dialects/asked-names", Fixture, NULL, set_up, test_asked_names, tear_down);
  g_test_add ("/dialects/trials", Fixture, NULL, set_up, test_trials, tear_down);
  return g_test_run ();
}
