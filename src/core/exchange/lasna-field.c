/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fields, and the headers by which they are recognised.
 */
#include "config.h"

#include "lasna-field.h"

#include "lasna-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SCORE (LASNA_FIELD_IS_SCORE | LASNA_FIELD_IS_MANY | LASNA_FIELD_IS_ANSWER)
#define WORDS (LASNA_FIELD_IS_MANY | LASNA_FIELD_IS_ANSWER)
#define PLACE LASNA_FIELD_IS_PLACE

static const LasnaFieldInfo infos[LASNA_N_FIELDS] = {
  { NULL },
  { "date",
    N_ ("Date"),
    0,
    "date|day|time|datetime|date time|timestamp|received|received at|created|created at|"
    "submitted|submitted at|submission date|response date|date submitted|review date|"
    "answer date|answer datetime|answered at|collected at|completed at|survey date|"
    "paiva|paivays|paivamaara|pvm|aika|aikaleima|saapunut|vastausaika|vastattu|luotu|"
    "datum|tid|tidpunkt|tidsstampel|mottaget|mottagen|inkommen|svarsdatum|skapad" },
  { "nps",
    N_ ("NPS"),
    SCORE,
    "nps|nps score|nps pisteet|nps poang|nps betyg|net promoter score|net promoter|"
    "likelihood to recommend|ltr|suositteluhalukkuus|suositteluaste|suosittelu|"
    "rekommendationsvilja|rekommendationsgrad",
    "method.nps",
    0,
    10 },
  { "csat",
    N_ ("Satisfaction"),
    SCORE,
    "csat|csat score|satisfaction|customer satisfaction|overall satisfaction|tyytyvaisyys|"
    "asiakastyytyvaisyys|nojdhet|kundnojdhet",
    "method.csat",
    1,
    5 },
  { "ces",
    N_ ("Ease"),
    SCORE,
    "ces|ces score|customer effort|customer effort score|effort|ease|vaivattomuus|helppous|"
    "enkelhet|anstrangning",
    "method.ces",
    1,
    7 },
  { "task",
    N_ ("Was the matter settled"),
    LASNA_FIELD_IS_ANSWER,
    "task|task done|task completion|settled|resolved|was the matter settled|hoituiko asia|asia|"
    "tehtava|blev saken skott|uppgift|arende" },
  { "measure", N_ ("Name of the measure"), 0, "measure|metric|mittari|matt|matare" },
  { "score",
    N_ ("Score"),
    SCORE,
    "score|rating|stars|star rating|overall score|overall rating|grade|points|arvosana|arvio|pisteet|pistemaara|tahdet|"
    "betyg|poang|stjarnor|omdome",
    "method.own" },
  { "comment",
    N_ ("Comment"),
    WORDS,
    "comment|comments|commentary|verbatim|feedback|text|review|review text|open feedback|free text|"
    "open comment|the customer s words|kommentti|kommentit|palaute|avoin palaute|teksti|"
    "vapaa sana|vapaa palaute|asiakkaan sanat|kommentar|kommentarer|fritext|aterkoppling|"
    "kundens ord" },
  { "emotions",
    N_ ("Feelings"),
    WORDS,
    "emotion|emotions|feeling|feelings|tunne|tunteet|kansla|kanslor" },
  { "stage", N_ ("Stage"), PLACE, "stage|journey stage|phase|vaihe|polun vaihe|fas|skede|steg" },
  { "touchpoint",
    N_ ("Touchpoint"),
    PLACE,
    "touchpoint|touch point|contact point|kosketuspiste|kontaktipiste|kontaktpunkt|"
    "beroringspunkt" },
  { "channel", N_ ("Channel"), PLACE, "channel|kanava|kanal|palautekanava" },
  { "segment",
    N_ ("Customer segment"),
    PLACE,
    "segment|customer segment|customer group|asiakasryhma|asiakassegmentti|segmentti|"
    "kundsegment|kundgrupp" },
  { "moment",
    N_ ("Moment"),
    0,
    "moment|moment of feedback|hetki|palautteen hetki|tillfalle|tidpunkt for aterkoppling" },
  { "source",
    N_ ("Source"),
    0,
    "source|source of knowledge|lahde|tiedon lahde|kalla|kunskapskalla" },
  { "language", N_ ("Language"), 0, "language|lang|user language|kieli|sprak" },
  { "id",
    N_ ("Response id"),
    0,
    "id|response id|responseid|answer id|submission id|review id|feedback id|voice id|vastaus id|"
    "vastaustunnus|vastauksen tunnus|palautteen tunnus|tunnus|tunniste|svars id|svarsid" },
  { "question",
    N_ ("Question"),
    0,
    "question|question text|question title|question name|question category|kysymys|fraga" },
  { "value",
    N_ ("Answer"),
    0,
    "value|answer|answer content|answer text|answer value|response|response text|"
    "response value|vastaus|arvo|svar|varde" },
  { "respondent",
    N_ ("Respondent"),
    0,
    "respondent|respondent id|respondentid|customer id|participant|participant id|"
    "student id|user id|vastaaja|vastaajan tunnus|"
    "asiakasnumero|svarande|kundnummer" },
};

/* Headers of columns that tell who somebody is. */
static const char personal[] =
    "ip|ip address|ipaddress|ip osoite|ip adress|ip adresse|email|e mail|email address|e mail address|"
    "emailaddress|your email|your e mail|your email address|what is your email address|recipientemail|"
    "recipient email|mail|sahkoposti|sahkopostiosoite|e post|epost|"
    "e postadress|name|full name|your name|your full name|what is your name|student name|students full name|"
    "first name|last name|firstname|lastname|surname|user name|"
    "username|display name|customer name|reviewer|reviewer name|review username|author|"
    "recipientfirstname|recipientlastname|recipient first name|recipient last name|nimi|nimesi|"
    "mika on nimesi|sahkopostisi|sahkopostiosoitteesi|ditt namn|vad heter du|din e post|din e postadress|"
    "etunimi|sukunimi|asiakkaan nimi|vastaajan nimi|namn|fornamn|efternamn|kundens namn|phone|"
    "phone number|telephone|mobile|puhelin|puhelinnumero|matkapuhelin|telefon|telefonnummer|"
    "mobil|mobilnummer|address|street address|home address|osoite|katuosoite|adress|gatuadress|"
    "address line 1|address line 2|address 2|zip postal code|zip code|postal code|postcode|zip post code|postinumero|"
    "postnummer|latitude|longitude|locationlatitude|locationlongitude|locationaccuracy|location latitude|"
    "location longitude|externalreference|externaldatareference|external reference|"
    "external data reference|review consumer user id|network id|date of birth|birth date|birthday|"
    "syntymaaika|fodelsedatum|social security number|henkilotunnus|personnummer|referrer url";

/**
 * lasna_field_get_info:
 *
 * Returns: (transfer none): what @field is
 */
const LasnaFieldInfo *
lasna_field_get_info (LasnaField field)
{
  g_return_val_if_fail (field < LASNA_N_FIELDS, &infos[0]);
  return &infos[field];
}

/**
 * lasna_field_from_id:
 *
 * Returns: whether @id names a field
 */
gboolean
lasna_field_from_id (const char *id, LasnaField *field)
{
  for (guint i = 1; i < LASNA_N_FIELDS; i++)
    if (g_ascii_strcasecmp (infos[i].id, id) == 0)
      {
        *field = i;
        return TRUE;
      }
  return FALSE;
}

/* The header without what stands in parentheses, as in "NPS (0-10)". */
static char *
fold_header (const char *header)
{
  g_autofree char *start = g_strdup (header);
  char *parenthesis = strpbrk (start, "([");

  if (parenthesis != NULL && parenthesis > start)
    *parenthesis = '\0';
  return lasna_fold (start);
}

/**
 * lasna_field_from_header:
 *
 * Returns: the field that a header of a column names; NONE where it names none
 */
LasnaField
lasna_field_from_header (const char *header)
{
  g_autofree char *folded = fold_header (header);

  for (guint i = 1; i < LASNA_N_FIELDS; i++)
    if (lasna_fold_is_listed (folded, infos[i].headers))
      return i;
  return LASNA_FIELD_NONE;
}

/**
 * lasna_field_asks_to_recommend:
 *
 * Returns: whether the question is that of NPS, "How likely are you to recommend us?", in the
 *   languages in which tools offer it ready made
 */
gboolean
lasna_field_asks_to_recommend (const char *question)
{
  static const char *const stems[][2] = {
    { "likel", "recommend" },        { "todennakois", "suosit" },    { "sannolik", "rekommender" },
    { "trolig", "rekommender" },     { "sandsynlig", "anbefal" },    { "sannsynlig", "anbefal" },
    { "wahrscheinlich", "empfehl" }, { "waarschijnlijk", "aanbev" }, { "probab", "recom" },
    { "probab", "consigli" },
  };
  g_autofree char *folded = lasna_fold (question);

  for (guint i = 0; i < G_N_ELEMENTS (stems); i++)
    if (strstr (folded, stems[i][0]) != NULL && strstr (folded, stems[i][1]) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * lasna_field_is_personal_header:
 *
 * Returns: whether the column tells who somebody is, and so is left out unless it is asked for
 */
gboolean
lasna_field_is_personal_header (const char *header)
{
  g_autofree char *folded = fold_header (header);

  return lasna_fold_is_listed (folded, personal);
}
