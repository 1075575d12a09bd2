/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nine stages with long Finnish and Swedish compounds; a page takes the first of them.
 */
#include "config.h"

#include "draw-content.h"

#include "lasna-symbol.h"

#include <math.h>

typedef struct
{
  const char *in[LASNA_N_LANGUAGES];
} Text;

typedef struct
{
  const char *mode;
  LasnaStopKind kind;
  Text title;
  Text channel;
  const char *owner;
  gboolean extra;
  gboolean heard;
} Touch;

typedef struct
{
  Text title;
  Text goal;
  int situation;
  Touch touch[5];
  Text forest;
  Text memory;
  Text wanted;
  LasnaInk wanted_ink;
  Text felt[2];
  LasnaInk felt_ink[2];
  guint felt_count[2];
  guint no_feeling;
  double wanted_height;
  double believed;
  double climate;
  guint n;
  double task;
  Text question;
  guint moments[3];
  Text voice;
  Text between;
} Stage;

#define V LASNA_STOP_VISIBLE
#define G LASNA_STOP_GLIMPSED
#define H LASNA_STOP_HIDDEN
#define PHYSICAL "mode.physical"
#define VOICE "mode.voice"
#define WRITTEN "mode.written"
#define DIGITAL "mode.digital"
#define DES LASNA_INK_DESTROYING
#define ATT LASNA_INK_ATTENTION
#define REC LASNA_INK_RECOMMENDATION
#define ADV LASNA_INK_ADVOCACY

/* clang-format off */
static const Stage stages[] = {
  { { { "Exploring", "Tutkiskelu", "Utforskandet" } },
    { { "I want quiet, and to know whether this is for someone like me.",
        "Haluan hiljaisuutta ja tiedon siitä, onko tämä minunlaiselleni.",
        "Jag vill ha tystnad och veta om det här är något för en sådan som jag." } },
    1,
    { { DIGITAL, G, { { "Stories and reviews by others", "Muiden kertomukset ja arvostelut", "Andras berättelser och omdömen" } },
        { { "reviews", "arvostelusivustot", "omdömessajter" } }, NULL, FALSE, TRUE },
      { DIGITAL, V, { { "Own website and its pictures", "Omat verkkosivut ja niiden kuvat", "Egna webbsidor och deras bilder" } },
        { { "website", "verkkosivut", "webbplats" } }, "MK", FALSE, TRUE },
      { VOICE, V, { { "The first question by phone", "Ensimmäinen kysymys puhelimella", "Den första frågan per telefon" } },
        { { "phone", "puhelin", "telefon" } }, "MK", FALSE, FALSE } },
    { { "Looks at pictures on the sofa in the evening and compares.", "Katselee kuvia illalla sohvalla ja vertailee.",
        "Tittar på bilder i soffan på kvällen och jämför." } },
    { { "the light in a picture", "kuvan sininen hämärä", "bildens blå skymning" } },
    { { "Interested", "Kiinnostunut", "Intresserad" } }, ATT,
    { { { "Interested", "Kiinnostunut", "Intresserad" } }, { { "Exploratory", "Kokeilunhaluinen", "Experimentlysten" } } },
    { ATT, ATT }, { 31, 12 }, 4, 0.5, 0.5, 0.42, 58, 71,
    { { "What made you want to come here?", "Mikä sai sinut haluamaan tänne?", "Vad fick dig att vilja komma hit?" } },
    { 22, 9, 0 },
    { { "The picture of the sauna by the lake: I could hear the silence.", "Kuva rantasaunasta: kuulin hiljaisuuden.",
        "Bilden av strandbastun: jag kunde höra tystnaden." } },
    { { "Is tired, and does not dare to say it.", "On väsynyt eikä uskalla sanoa sitä.", "Är trött och vågar inte säga det." } } },
  { { { "Purchase", "Hankinta", "Köpet" } },
    { { "I want to book without fear of choosing wrong.", "Haluan varata ilman pelkoa, että valitsen väärin.",
        "Jag vill boka utan rädsla för att välja fel." } },
    2,
    { { DIGITAL, V, { { "Online booking", "Verkkovaraus", "Nätbokning" } }, { { "web shop", "verkkokauppa", "nätbutik" } }, "JR", FALSE, TRUE },
      { VOICE, V, { { "Booking by phone", "Puhelinvaraus", "Bokning per telefon" } }, { { "phone", "puhelin", "telefon" } }, "MK", FALSE, TRUE },
      { WRITTEN, V, { { "Confirmation of the booking", "Varausvahvistus", "Bokningsbekräftelse" } },
        { { "e-mail", "sähköposti", "e-post" } }, "JR", FALSE, TRUE } },
    { { "Waits for the confirmation and wonders whether it went through.", "Odottaa vahvistusta ja miettii, menikö varaus perille.",
        "Väntar på bekräftelsen och undrar om bokningen gick fram." } },
    { { "a calm voice", "rauhallinen ääni puhelimessa", "en lugn röst i telefonen" } },
    { { "Trusting", "Luottavainen", "Tillitsfull" } }, REC,
    { { { "Hurried", "Hoputettu", "Jäktad" } }, { { "Trusting", "Luottavainen", "Tillitsfull" } } },
    { DES, REC }, { 14, 19 }, 3, 1, 0.5, -0.24, 47, 83,
    { { "Was booking easy, and what almost stopped you?", "Oliko varaaminen helppoa, ja mihin se oli kaatua?",
        "Var det enkelt att boka, och vad höll på att stoppa dig?" } },
    { 31, 2, 4 },
    { { "The clock on the payment page made me nervous and I started from the beginning twice.",
        "Maksusivun kello hermostutti, ja aloitin kahdesti alusta.",
        "Klockan på betalningssidan gjorde mig nervös och jag började om två gånger." } },
    { { "Was afraid of losing the last cabin.", "Pelkäsi menettävänsä viimeisen mökin.", "Var rädd att gå miste om den sista stugan." } } },
  { { { "Before the trip", "Ennen matkaa", "Före resan" } },
    { { "I want to know what to pack and that I am expected.", "Haluan tietää, mitä pakkaan, ja että minua odotetaan.",
        "Jag vill veta vad jag ska packa och att jag är väntad." } },
    3,
    { { WRITTEN, V, { { "A taste of what is coming", "Maistiainen tulevasta", "Ett smakprov på det som väntar" } },
        { { "greeting", "tervehdys", "hälsning" } }, "MK", TRUE, FALSE },
      { WRITTEN, V, { { "Practical tips", "Käytännön vinkit", "Praktiska tips" } }, { { "newsletter", "uutiskirje", "nyhetsbrev" } }, "MK", FALSE, TRUE },
      { DIGITAL, H, { { "Talk among the travelling companions", "Matkaseurueen keskustelu", "Resesällskapets samtal" } },
        { { "group chat", "ryhmäkeskustelu", "gruppchatt" } }, NULL, FALSE, FALSE } },
    { { "Packs, doubts the skis, asks a friend who has been here.", "Pakkaa, epäilee suksiaan ja kysyy täällä käyneeltä ystävältä.",
        "Packar, tvivlar på skidorna och frågar en vän som varit här." } },
    { { "the first snow", "ensilumi ja odotus", "den första snön" } },
    { { "Energetic", "Energinen", "Energisk" } }, ATT, { { { NULL } } }, { 0 }, { 0 }, 0, 0.5, -0.5, NAN, 2, NAN,
    { { "What would you like us to know before you arrive?", "Mitä toivoisit meidän tietävän ennen tuloasi?",
        "Vad vill du att vi ska veta innan du kommer?" } },
    { 2, 0, 0 }, { { NULL } }, { { NULL } } },
  { { { "During the trip", "Matkan aikana", "Under resan" } },
    { { "I want to feel safe and to be surprised once a day.", "Haluan tuntea oloni turvalliseksi ja yllättyä kerran päivässä.",
        "Jag vill känna mig trygg och bli överraskad en gång om dagen." } },
    3,
    { { PHYSICAL, V, { { "Arrival and welcome", "Saapuminen ja vastaanotto", "Ankomst och välkomnande" } }, { { "visit", "käynti", "besök" } }, "MK", FALSE, TRUE },
      { PHYSICAL, V, { { "Ski trip to the wilderness hut", "Hiihtovaellus erämaakämpälle", "Skidtur till ödemarksstugan" } },
        { { "guided trip", "opastettu retki", "guidad tur" } }, "AT", FALSE, TRUE },
      { PHYSICAL, V, { { "Sauna and the northern lights", "Sauna ja revontulet", "Bastu och norrsken" } }, { { "visit", "käynti", "besök" } }, "AT", TRUE, TRUE },
      { DIGITAL, G, { { "A picture shared live", "Suorana jaettu kuva", "En bild som delas direkt" } }, { { "photos", "kuvapalvelu", "bildtjänst" } }, NULL, FALSE, FALSE },
      { PHYSICAL, V, { { "Farewell", "Lähtö ja hyvästely", "Avsked" } }, { { "visit", "käynti", "besök" } }, "MK", FALSE, TRUE } },
    { { "Lies awake and listens to the stove.", "Valvoo yöllä ja kuuntelee kamiinaa.", "Ligger vaken och lyssnar på kaminen." } },
    { { NULL } },
    { { "Safe", "Turvallinen", "Trygg" } }, REC,
    { { { "Happy", "Iloinen", "Glad" } }, { { "Safe", "Turvallinen", "Trygg" } } }, { ADV, REC }, { 64, 41 }, 0, 1, 1, 0.81, 112, 94,
    { { "How are you feeling right now, and what could we do at once?", "Miltä sinusta tuntuu juuri nyt, ja mitä voisimme tehdä heti?",
        "Hur känns det just nu, och vad kan vi göra genast?" } },
    { 71, 30, 11 },
    { { "When the lights came, the guide turned off the lamp and said nothing.", "Kun revontulet syttyivät, opas sammutti lampun eikä sanonut mitään.",
        "När norrskenet kom släckte guiden lampan och sade ingenting." } },
    { { "Was seen without words.", "Tuli nähdyksi ilman sanoja.", "Blev sedd utan ord." } } },
  { { { "Right after the trip", "Heti matkan jälkeen", "Direkt efter resan" } },
    { { "I want to keep the feeling a little longer.", "Haluan pitää tunteen vielä hetken.", "Jag vill behålla känslan en stund till." } },
    4,
    { { WRITTEN, V, { { "Personal thank-you", "Henkilökohtainen kiitos", "Personligt tack" } }, { { "e-mail", "sähköposti", "e-post" } }, "MK", TRUE, TRUE },
      { DIGITAL, V, { { "Pictures and videos to share", "Jaettavat kuvat ja videot", "Bilder och filmer att dela" } }, { { "photos", "kuvapalvelu", "bildtjänst" } }, "AT", TRUE, FALSE },
      { DIGITAL, G, { { "Review on a travel site", "Arvostelu matkailusivustolla", "Omdöme på en resesajt" } }, { { "reviews", "arvostelusivustot", "omdömessajter" } }, NULL, FALSE, TRUE } },
    { { "Tells at work on Monday.", "Kertoo maanantaina töissä.", "Berättar på jobbet på måndagen." } },
    { { "wood smoke in the coat", "savun tuoksu takissa", "rökdoften i rocken" } },
    { { "Valued", "Arvostettu", "Uppskattad" } }, REC,
    { { { "Pleased", "Mielissään", "Belåten" } }, { { "Valued", "Arvostettu", "Uppskattad" } } }, { ADV, REC }, { 22, 9 }, 6, 1, 0.5, 0.55, 39, 88,
    { { "Which moment do you tell about first?", "Mistä hetkestä kerrot ensimmäisenä?", "Vilket ögonblick berättar du om först?" } },
    { 0, 33, 2 },
    { { "I tell about the hush after the dogs stopped.", "Kerron hiljaisuudesta, kun koirat pysähtyivät.", "Jag berättar om tystnaden när hundarna stannade." } },
    { { NULL } } },
  { { { "Later, back in everyday life", "Myöhemmin arjen keskellä", "Senare, mitt i vardagen" } },
    { { "I want to remember, and perhaps to come back.", "Haluan muistaa ja ehkä palata.", "Jag vill minnas och kanske komma tillbaka." } },
    4,
    { { NULL } },
    { { "Life goes on; the picture on the refrigerator door carries the memory until next winter.",
        "Arki jatkuu; jääkaapin ovessa oleva kuva kantaa muistoa seuraavaan talveen.",
        "Vardagen går vidare; bilden på kylskåpsdörren bär minnet till nästa vinter." } },
    { { "the picture on the door", "kuva jääkaapin ovessa", "bilden på kylskåpet" } },
    { { "Exploratory", "Kokeilunhaluinen", "Experimentlysten" } }, ATT, { { { NULL } } }, { 0 }, { 0 }, 0, 0.5, NAN, NAN, 0, NAN,
    { { "What would bring you back to us?", "Mikä toisi sinut takaisin luoksemme?", "Vad skulle få dig att komma tillbaka till oss?" } },
    { 0, 0, 0 }, { { NULL } }, { { NULL } } },
  { { { "Snowmobile service agreement", "Moottorikelkkahuoltosopimus", "Snöskoterserviceavtal" } },
    { { "I want the machine to start on the first frosty morning.", "Haluan, että kelkka käynnistyy ensimmäisenä pakkasaamuna.",
        "Jag vill att skotern startar den första frostmorgonen." } },
    3,
    { { VOICE, V, { { "Service call", "Huoltopuhelu", "Servicesamtal" } }, { { "phone", "puhelin", "telefon" } }, "AT", FALSE, TRUE },
      { PHYSICAL, V, { { "Handover in the yard", "Luovutus pihalla", "Överlämning på gården" } }, { { "visit", "käynti", "besök" } }, "AT", FALSE, TRUE },
      { WRITTEN, V, { { "Maintenance reminder", "Kausihuoltomuistutus", "Säsongsunderhållspåminnelse" } }, { { "text message", "tekstiviesti", "textmeddelande" } }, "JR", FALSE, FALSE } },
    { { NULL } }, { { NULL } },
    { { "Cared for", "Huolehdittu", "Väl omhändertagen" } }, REC,
    { { { "Frustrated", "Turhautunut", "Frustrerad" } }, { { "Cared for", "Huolehdittu", "Väl omhändertagen" } } }, { DES, REC }, { 9, 7 }, 2, 1, 0.5, -0.61, 18, 44,
    { { "Was it ready when we promised?", "Oliko se valmis, kun lupasimme?", "Var den klar när vi lovade?" } },
    { 8, 1, 9 },
    { { "Nobody told me that the part was late.", "Kukaan ei kertonut, että varaosa viivästyy.", "Ingen berättade att reservdelen var försenad." } },
    { { "Would have waited gladly, had somebody called.", "Olisi odottanut mielellään, jos joku olisi soittanut.", "Hade gärna väntat om någon hade ringt." } } },
  { { { "Return visit planning", "Uusintavierailun suunnittelu", "Återbesöksplanering" } },
    { { "I want the same cabin and a new trail.", "Haluan saman mökin ja uuden reitin.", "Jag vill ha samma stuga och en ny led." } },
    2,
    { { DIGITAL, V, { { "Members' page", "Kanta-asiakassivu", "Stamkundssida" } }, { { "website", "verkkosivut", "webbplats" } }, "JR", FALSE, FALSE },
      { VOICE, V, { { "Call from the host", "Isännän soitto", "Samtal från värden" } }, { { "phone", "puhelin", "telefon" } }, "MK", TRUE, TRUE } },
    { { "Looks at the calendar with the family.", "Katsoo kalenteria perheen kanssa.", "Tittar i kalendern med familjen." } }, { { "the host's laughter", "isännän nauru", "värdens skratt" } },
    { { "Stimulated", "Innostunut", "Stimulerad" } }, ATT,
    { { { "Stimulated", "Innostunut", "Stimulerad" } }, { { NULL } } }, { ATT }, { 6 }, 1, 0.5, 0, 0.3, 9, 61,
    { { "What would you do differently this time?", "Mitä tekisit tällä kertaa toisin?", "Vad skulle du göra annorlunda den här gången?" } },
    { 6, 0, 0 },
    { { "You remembered my dog's name.", "Muistitte koirani nimen.", "Ni kom ihåg min hunds namn." } }, { { NULL } } },
  { { { "Recommendation to friends", "Suosittelu ystäville", "Rekommendation till vänner" } },
    { { "I want my friends to have this too.", "Haluan, että ystävänikin saavat tämän.", "Jag vill att mina vänner också får det här." } },
    4,
    { { DIGITAL, G, { { "Shared memory", "Jaettu muisto", "Delat minne" } }, { { "photos", "kuvapalvelu", "bildtjänst" } }, NULL, FALSE, TRUE },
      { WRITTEN, V, { { "Gift card", "Lahjakortti", "Presentkort" } }, { { "e-mail", "sähköposti", "e-post" } }, "JR", TRUE, FALSE } },
    { { NULL } }, { { NULL } },
    { { "Happy", "Iloinen", "Glad" } }, ADV,
    { { { "Happy", "Iloinen", "Glad" } }, { { "Trusting", "Luottavainen", "Tillitsfull" } } }, { ADV, REC }, { 12, 5 }, 0, 1, 0.5, 0.9, 15, 90,
    { { "Whom did you tell?", "Kenelle kerroit?", "Vem berättade du för?" } },
    { 0, 15, 0 },
    { { "I gave the gift card to my sister.", "Annoin lahjakortin siskolleni.", "Jag gav presentkortet till min syster." } }, { { NULL } } },
};

static const Text title = { { "Ski trip for small groups", "Hiihtovaellus, pienet ryhmät", "Skidvandring för små grupper" } };
static const Text promise = { {
    "With us you can be quiet in good company, and somebody always knows where you are.",
    "Meillä saat olla rauhassa hyvässä seurassa, ja joku tietää aina, missä olet.",
    "Hos oss får du vara i fred i gott sällskap, och någon vet alltid var du är." } };
static const Text service = { { "Wilderness lodge", "Erämaamajoitus ja retket", "Ödemarkslogi och turer" } };
static const Text segment = { { "Quiet seekers", "Hiljaisuuden hakijat", "Tystnadssökare" } };
static const Text whose = { { "the one who books", "varauksen tekijä", "den som bokar" } };
static const Text period = { { "1 Jan – 21 Nov 2026", "1.1.–21.11.2026", "2026-01-01–2026-11-21" } };
static const Text date = { { "21 Nov 2026 12:00", "21.11.2026 klo 12.00", "21 nov. 2026 kl. 12.00" } };
static const Text unheld[] = {
  { { "Online booking", "Verkkovaraus", "Nätbokning" } },
  { { "Confirmation of the booking", "Varausvahvistus", "Bokningsbekräftelse" } },
  { { "Ski trip to the wilderness hut", "Hiihtovaellus erämaakämpälle", "Skidtur till ödemarksstugan" } },
};
static const struct { Text title, who, channel, words, mandate; } problems[] = {
  { { { "The snowmobile breaks down on the trail", "Moottorikelkka hajoaa reitille", "Snöskotern går sönder på leden" } },
    { { "Guide on duty", "Päivystävä opas", "Jourhavande guide" } }, { { "phone 000 111", "puh. 000 111", "tfn 000 111" } },
    { { "You are safe. I stay with you until help is here, and we make coffee meanwhile.",
        "Olet turvassa. Pysyn luonasi, kunnes apu on täällä, ja keitämme sillä aikaa kahvit.",
        "Du är trygg. Jag stannar hos dig tills hjälpen är här, och under tiden kokar vi kaffe." } },
    { { "the day's price back", "päivän hinta takaisin", "dagens pris tillbaka" } } },
  { { { "The booking is nowhere to be found", "Varausta ei löydy", "Bokningen finns inte" } },
    { { "Reception", "Vastaanotto", "Receptionen" } }, { { "at the desk", "tiskillä", "vid disken" } },
    { { "I believe you. Let us find you a bed first and the paper after.", "Uskon sinua. Etsitään ensin sänky ja sitten paperi.",
        "Jag tror dig. Vi ordnar först en säng och sedan pappret." } },
    { { "a free night", "ilmainen yö", "en gratis natt" } } },
};
static const struct { Text title; const char *owner; Text due; } actions[] = {
  { { { "Take the clock off the payment page", "Poistetaan kello maksusivulta", "Ta bort klockan från betalningssidan" } }, "JR",
    { { "27 Nov 2026", "27.11.2026", "2026-11-27" } } },
  { { { "Ask the question before the trip from every guest", "Kysytään ennen matkaa jokaiselta vieraalta", "Ställ frågan före resan till varje gäst" } }, "MK",
    { { "1 Dec 2026", "1.12.2026", "2026-12-01" } } },
  { { { "Call when a spare part is late", "Soitetaan, kun varaosa viivästyy", "Ring när en reservdel är försenad" } }, "AT",
    { { "5 Dec 2026", "5.12.2026", "2026-12-05" } } },
};
/* clang-format on */

static char *
dup_in (const Text *text, LasnaLanguage language)
{
  return g_strdup (text->in[language]);
}

/* Entries around the climate, the same on every run. */
static void
fill_entries (LasnaPathStage *path)
{
  path->n_entries = path->n_felt;
  path->entries = g_new0 (double, path->n_felt + 1);
  for (guint i = 0; i < path->n_entries; i++)
    path->entries[i] = CLAMP (path->felt + 0.75 * sin (i * 2.4) * cos (i * 0.9), -1, 1);
}

static void
add_stops (const Stage *from, LasnaSummaryStage *stage, LasnaLanguage language, gboolean rich)
{
  for (guint i = 0; i < G_N_ELEMENTS (from->touch) && from->touch[i].mode != NULL; i++)
    {
      const Touch *touch = &from->touch[i];
      const char *letter = lasna_mode_get_letter (touch->mode, language);
      LasnaPathStop *stop;
      LasnaSummaryTouchpoint *touchpoint;

      if (i == 1 && from->forest.in[language] != NULL)
        {
          stop = lasna_path_stage_add_stop (
              stage->path, LASNA_STOP_STRETCH, from->forest.in[language]);
          stop->memory = rich ? dup_in (&from->memory, language) : NULL;
        }
      stop = lasna_path_stage_add_stop (stage->path, touch->kind, touch->title.in[language]);
      stop->letter = g_strdup (letter);
      stop->is_extra = touch->extra;
      stop->has_feedback = rich && touch->heard;
      touchpoint = lasna_summary_stage_add_touchpoint (stage, letter, touch->title.in[language]);
      touchpoint->channel = dup_in (&touch->channel, language);
      touchpoint->owner = rich ? g_strdup (touch->owner) : NULL;
    }
}

static void
add_stage (LasnaSummaryContent *content, const Stage *from, gboolean rich)
{
  LasnaLanguage language = content->language;
  LasnaSummaryStage *stage = lasna_summary_content_add_stage (content, from->title.in[language]);

  stage->goal = dup_in (&from->goal, language);
  stage->situation = from->situation;
  add_stops (from, stage, language, rich);
  if (from->touch[0].mode == NULL)
    lasna_path_stage_add_stop (stage->path, LASNA_STOP_STRETCH, from->forest.in[language])->memory =
        rich ? dup_in (&from->memory, language) : NULL;
  stage->forest = dup_in (&from->forest, language);
  stage->wanted = dup_in (&from->wanted, language);
  stage->wanted_ink = from->wanted_ink;
  stage->path->wanted = from->wanted_height;
  stage->question = dup_in (&from->question, language);
  if (!rich)
    return;

  stage->path->believed = from->believed;
  stage->path->felt = from->climate;
  stage->path->n_felt = from->n;
  stage->n = from->n;
  if (from->n >= LASNA_SMALL_N)
    {
      fill_entries (stage->path);
      stage->feeling = 50 * (1 + from->climate);
      stage->task = from->task;
      stage->n_task = from->n;
    }
  for (guint i = 0; i < 2 && from->felt[i].in[language] != NULL; i++)
    lasna_summary_stage_add_feeling (
        stage, from->felt[i].in[language], from->felt_ink[i], from->felt_count[i]);
  stage->n_no_feeling = from->no_feeling;
  for (guint i = 0; i < LASNA_N_MOMENTS; i++)
    stage->moments[i] = from->moments[i];
  stage->voice = dup_in (&from->voice, language);
  stage->between_lines = dup_in (&from->between, language);
}

static void
add_boxes (LasnaSummaryContent *content)
{
  LasnaLanguage language = content->language;

  for (guint i = 0; i < G_N_ELEMENTS (unheld); i++)
    {
      LasnaSummaryPromise *unkept =
          lasna_summary_content_add_promise (content, unheld[i].in[language]);

      unkept->states[0] = i == 0 ? LASNA_PROMISE_CONTRADICTS : LASNA_PROMISE_IN_LINE;
      unkept->states[1] = i == 2 ? LASNA_PROMISE_NOT_CHECKED : LASNA_PROMISE_PARTLY;
      unkept->states[2] = i == 1 ? LASNA_PROMISE_IN_LINE : LASNA_PROMISE_PARTLY;
    }
  for (guint i = 0; i < G_N_ELEMENTS (problems); i++)
    {
      LasnaSummaryProblem *problem =
          lasna_summary_content_add_problem (content, problems[i].title.in[language]);

      problem->who = dup_in (&problems[i].who, language);
      problem->channel = dup_in (&problems[i].channel, language);
      problem->first_words = dup_in (&problems[i].words, language);
      problem->mandate = dup_in (&problems[i].mandate, language);
    }
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      LasnaSummaryAction *action =
          lasna_summary_content_add_action (content, actions[i].title.in[language]);

      action->owner = g_strdup (actions[i].owner);
      action->due = dup_in (&actions[i].due, language);
    }
}

/**
 * draw_content_new:
 * @n_stages: may pass what there is; stages then repeat
 * @rich: with feedback and plans; otherwise only what a template gives
 *
 * Returns: (transfer full): a page
 */
LasnaSummaryContent *
draw_content_new (LasnaLanguage language, guint n_stages, gboolean rich)
{
  LasnaSummaryContent *content = lasna_summary_content_new (language);

  content->title = dup_in (&title, language);
  content->service = dup_in (&service, language);
  content->workbook = g_strdup ("Korven kutsu");
  content->printed = dup_in (&date, language);
  for (guint i = 0; i < n_stages; i++)
    add_stage (content, &stages[i % G_N_ELEMENTS (stages)], rich);
  if (!rich)
    return content;
  content->promise = dup_in (&promise, language);
  content->segment = dup_in (&segment, language);
  content->whose = dup_in (&whose, language);
  content->period = dup_in (&period, language);
  content->n = 258;
  content->version = g_strdup ("3");
  content->reviewed = g_strdup (actions[0].due.in[language]);
  content->author = g_strdup ("Marja K.");
  content->n_checked = 9;
  content->n_touchpoints = 19;
  add_boxes (content);
  return content;
}

const char *
draw_content_get_stage_name (LasnaLanguage language, guint stage)
{
  return stages[stage % G_N_ELEMENTS (stages)].title.in[language];
}
