/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing what can be weighed, weighing it, and saying what was left out.
 */
#include "config.h"

#include "lasna-drivers.h"

#include "lasna-answer.h"
#include "lasna-bins.h"
#include "lasna-interval.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Voices that say the same. */
typedef struct
{
  guint32 answers; /* the raw code of all of them */
  guint32 task;    /* its code */
  double feeling;  /* NAN where it is not known */
} Saying;

/* The work in progress: every question, task and feeling has a slot. */
typedef struct
{
  LasnaDictionary *sayings; /* Saying */
  GArray *counts;           /* (element-type guint) how many voices in view say each */
  const LasnaColumns *columns;
  LasnaDrivers *drivers;
  double *row;   /* what a voice says, by slot; NAN where it says nothing */
  guint32 start; /* the answers that stand in it */
  guint32 end;
  guint n_slots; /* questions, then task, then feeling */
  guint outcome; /* its slot */
} Weighing;

static void
driver_free (gpointer data)
{
  g_free (((LasnaDriver *) data)->title);
  g_free (data);
}

void
lasna_drivers_free (LasnaDrivers *self)
{
  g_ptr_array_unref (self->drivers);
  g_free (self);
}

/* A million voices say a few thousand different things, so each of these is read once. */
static void
find_sayings (Weighing *work, const LasnaSelection *selection)
{
  const LasnaColumns *columns = selection->columns;

  work->sayings = lasna_dictionary_new ();
  work->counts = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (work->counts, 1);
  for (guint row = 0; row < columns->n; row++)
    {
      const Saying saying = { lasna_columns_get_raw (columns, LASNA_RAW_ANSWERS, row),
                              lasna_columns_get_code (columns, LASNA_DIMENSION_TASK, row),
                              lasna_columns_get_feeling (columns, row) };
      guint code;

      if (!lasna_selection_has (selection, row))
        continue;
      code = lasna_dictionary_take (work->sayings, &saying, sizeof saying);
      if (code >= work->counts->len)
        g_array_set_size (work->counts, code + 1);
      g_array_index (work->counts, guint, code)++;
    }
}

/* Fills in what voices say; returns how many of them there are. The first code is that of nothing.
 */
static guint
read_saying (Weighing *work, guint code)
{
  const LasnaColumns *columns = work->columns;
  const LasnaMeanings *meanings = columns->meanings;
  guint n = columns->questions->len;
  gsize length;
  gconstpointer key = lasna_dictionary_get (work->sayings, code, &length);
  const LasnaValue *task;
  Saying saying;

  if (length != sizeof saying)
    return 0;
  memcpy (&saying, key, sizeof saying);
  for (guint32 i = work->start; i < work->end; i++)
    work->row[meanings->answers[i].question] = NAN;
  work->start = meanings->answer_starts[saying.answers];
  work->end = meanings->answer_starts[saying.answers + 1];
  for (guint32 i = work->start; i < work->end; i++)
    {
      const LasnaColumnsAnswer *answer = &meanings->answers[i];

      work->row[answer->question] =
          lasna_answer_to_percent (columns->questions->pdata[answer->question], answer->raw);
    }
  task = lasna_columns_get_value (columns, LASNA_DIMENSION_TASK, saying.task);
  work->row[n] = task->code != NULL ? g_ascii_strtod (task->code, NULL) / 3 * 100 : NAN;
  work->row[n + 1] = 50 * (1 + saying.feeling);
  return g_array_index (work->counts, guint, code);
}

/* The question of the measure that most in view answered; G_MAXUINT where there is none. */
static guint
find_outcome (const LasnaSelection *selection, LasnaMeasureKind outcome)
{
  const LasnaColumns *columns = selection->columns;
  const LasnaMeanings *meanings = columns->meanings;
  g_autofree guint *counts = g_new0 (guint, MAX (columns->questions->len, 1));
  guint n_sets;
  g_autofree guint *sets = lasna_bins_count (selection, LASNA_RAW_ANSWERS, 0, &n_sets);
  guint found = G_MAXUINT;

  for (guint set = 0; set < n_sets; set++)
    for (guint32 i = meanings->answer_starts[set]; i < meanings->answer_starts[set + 1]; i++)
      counts[meanings->answers[i].question] += sets[set];
  for (guint i = 0; i < columns->questions->len; i++)
    {
      const LasnaColumnsQuestion *question = columns->questions->pdata[i];

      if ((LasnaMeasureKind) question->method == outcome && question->method != LASNA_METHOD_OWN &&
          counts[i] > (found != G_MAXUINT ? counts[found] : 0))
        found = i;
    }
  return found;
}

static void
add_driver (Weighing *work, guint slot, LasnaLanguage language)
{
  static const char *const titles[] = {
    [LASNA_DRIVER_TASK] = N_ ("Was the matter settled"),
    [LASNA_DRIVER_FEELING] = N_ ("Feeling"),
  };
  guint n = work->columns->questions->len;
  LasnaDriver *driver = g_new0 (LasnaDriver, 1);

  driver->kind = slot < n    ? LASNA_DRIVER_QUESTION
                 : slot == n ? LASNA_DRIVER_TASK
                             : LASNA_DRIVER_FEELING;
  driver->question = slot;
  driver->title =
      g_strdup (slot < n ? ((LasnaColumnsQuestion *) work->columns->questions->pdata[slot])->text
                         : lasna_words (language, titles[driver->kind]));
  driver->importance = NAN;
  driver->performance = 0;
  driver->correlation = driver->low = driver->high = NAN;
  g_ptr_array_add (work->drivers->drivers, driver);
}

static void
count_slot (Weighing *work, guint slot, guint times, gboolean has_outcome, guint *beside)
{
  guint i = slot < work->outcome ? slot : slot - 1;
  LasnaDriver *driver;

  if (slot == work->outcome || isnan (work->row[slot]))
    return;
  driver = work->drivers->drivers->pdata[i];
  driver->n += times;
  driver->performance += (work->row[slot] - driver->performance) * times / driver->n;
  beside[i] += has_outcome ? times : 0;
}

/* How many answered what, of all in view and of those who answered the outcome. */
static guint
count_answers (Weighing *work, guint *beside)
{
  guint n_outcome = 0;

  for (guint code = 0; code < work->sayings->n; code++)
    {
      guint times = read_saying (work, code);
      gboolean has_outcome = times > 0 && !isnan (work->row[work->outcome]);

      if (times == 0)
        continue;
      n_outcome += has_outcome ? times : 0;
      for (guint32 i = work->start; i < work->end; i++)
        count_slot (work, work->columns->meanings->answers[i].question, times, has_outcome, beside);
      for (guint slot = work->n_slots - 2; slot < work->n_slots; slot++)
        count_slot (work, slot, times, has_outcome, beside);
    }
  return n_outcome;
}

/* Parts that nobody answered are not worth a word. */
static void
drop_unanswered (LasnaDrivers *drivers, guint *beside)
{
  gsize n;
  g_autofree gpointer *all = g_ptr_array_steal (drivers->drivers, &n);

  for (gsize i = 0; i < n; i++)
    if (((LasnaDriver *) all[i])->n > 0)
      {
        beside[drivers->drivers->len] = beside[i];
        g_ptr_array_add (drivers->drivers, all[i]);
      }
    else
      driver_free (all[i]);
}

/* Of those answered often enough beside the outcome, the most often answered ones are weighed. */
static void
choose (LasnaDrivers *drivers, const guint *beside, guint n_outcome)
{
  guint n_chosen = 0;

  for (guint i = 0; i < drivers->drivers->len; i++)
    ((LasnaDriver *) drivers->drivers->pdata[i])->state =
        2 * beside[i] < n_outcome || beside[i] == 0 ? LASNA_DRIVER_SELDOM : LASNA_DRIVER_TOO_MANY;
  while (n_chosen < LASNA_SHAPLEY_MAX)
    {
      guint best = G_MAXUINT;

      for (guint i = 0; i < drivers->drivers->len; i++)
        if (((LasnaDriver *) drivers->drivers->pdata[i])->state == LASNA_DRIVER_TOO_MANY &&
            (best == G_MAXUINT || beside[i] > beside[best]))
          best = i;
      if (best == G_MAXUINT)
        break;
      ((LasnaDriver *) drivers->drivers->pdata[best])->state = LASNA_DRIVER_WEIGHED;
      n_chosen++;
    }
}

/* The moments of the voices that answered the outcome and all that is weighed. */
static void
gather (Weighing *work, LasnaMoments *moments, guint *weighed)
{
  double values[LASNA_SHAPLEY_MAX + 1];

  *moments = (LasnaMoments){ 0 };
  for (guint i = 0; i < work->drivers->drivers->len; i++)
    if (((LasnaDriver *) work->drivers->drivers->pdata[i])->state == LASNA_DRIVER_WEIGHED)
      weighed[moments->n_columns++] = i;
  for (guint code = 0; code < work->sayings->n; code++)
    {
      guint times = read_saying (work, code);
      gboolean is_whole = times > 0 && !isnan (work->row[work->outcome]);

      for (guint i = 0; is_whole && i < moments->n_columns; i++)
        {
          values[i] =
              work->row[((LasnaDriver *) work->drivers->drivers->pdata[weighed[i]])->question];
          is_whole = !isnan (values[i]);
        }
      values[moments->n_columns] = work->row[work->outcome];
      if (is_whole)
        lasna_moments_add (moments, values, times);
    }
}

/* Marks what cannot be weighed; returns whether there was any. */
static gboolean
mark (LasnaDrivers *drivers, const LasnaMoments *moments, const guint *weighed)
{
  guint echoes = lasna_moments_find_echoes (moments);
  gboolean found = FALSE;

  for (guint i = 0; i < moments->n_columns; i++)
    {
      LasnaDriver *driver = drivers->drivers->pdata[weighed[i]];

      if (lasna_moments_is_constant (moments, i))
        driver->state = LASNA_DRIVER_CONSTANT;
      else if (echoes & (1u << i))
        driver->state = LASNA_DRIVER_ECHO;
      found = found || driver->state != LASNA_DRIVER_WEIGHED;
    }
  return found;
}

/* Where the voices do not suffice for so many parts, the one that was answered least goes. */
static void
drop_one (LasnaDrivers *drivers,
          const LasnaMoments *moments,
          const guint *weighed,
          const guint *beside)
{
  guint least = weighed[0];

  for (guint i = 1; i < moments->n_columns; i++)
    if (beside[weighed[i]] <= beside[least])
      least = weighed[i];
  ((LasnaDriver *) drivers->drivers->pdata[least])->state = LASNA_DRIVER_TOO_MANY;
}

static LasnaQuadrant
find_quadrant (const LasnaDrivers *drivers, const LasnaDriver *driver)
{
  gboolean is_strong = driver->performance >= drivers->performance;

  if (driver->importance >= drivers->importance)
    return is_strong ? LASNA_QUADRANT_KEEP : LASNA_QUADRANT_CONCENTRATE;
  return is_strong ? LASNA_QUADRANT_OVERKILL : LASNA_QUADRANT_LOW;
}

static void
set_figures (LasnaDrivers *drivers, const LasnaMoments *moments, const guint *weighed)
{
  LasnaShapley shapley = lasna_shapley_of (moments);
  double error = LASNA_Z95 / sqrt ((double) moments->n - 3);

  drivers->r2 = shapley.r2;
  for (guint i = 0; i < moments->n_columns; i++)
    {
      LasnaDriver *driver = drivers->drivers->pdata[weighed[i]];
      double turned = atanh (CLAMP (shapley.correlations[i], -1, 1));

      driver->importance = shapley.r2 > 0 ? 100 * MAX (0, shapley.shares[i]) / shapley.r2 : 0;
      driver->correlation = shapley.correlations[i];
      driver->low = tanh (turned - error);
      driver->high = tanh (turned + error);
      drivers->importance += driver->importance / moments->n_columns;
      drivers->performance += driver->performance / moments->n_columns;
    }
  for (guint i = 0; i < moments->n_columns; i++)
    {
      LasnaDriver *driver = drivers->drivers->pdata[weighed[i]];

      driver->quadrant = find_quadrant (drivers, driver);
    }
}

static int
compare_cb (gconstpointer one, gconstpointer two)
{
  const LasnaDriver *a = *(const LasnaDriver *const *) one;
  const LasnaDriver *b = *(const LasnaDriver *const *) two;

  if (a->state != b->state)
    return a->state < b->state ? -1 : 1;
  if (a->state == LASNA_DRIVER_WEIGHED && a->importance != b->importance)
    return a->importance > b->importance ? -1 : 1;
  if (a->n != b->n)
    return a->n > b->n ? -1 : 1;
  return a->question < b->question ? -1 : a->question > b->question;
}

static LasnaDriversState
weigh (Weighing *work)
{
  LasnaDrivers *drivers = work->drivers;
  g_autofree guint *beside = g_new0 (guint, work->n_slots);
  guint weighed[LASNA_SHAPLEY_MAX];
  LasnaMoments moments;
  guint n_outcome = count_answers (work, beside);

  drop_unanswered (drivers, beside);
  if (n_outcome == 0)
    return LASNA_DRIVERS_NO_OUTCOME;
  choose (drivers, beside, n_outcome);
  for (;;)
    {
      gather (work, &moments, weighed);
      if (moments.n_columns < 2)
        break;
      if (moments.n >= (gint64) LASNA_DRIVERS_VOICES_MIN * moments.n_columns)
        {
          if (!mark (drivers, &moments, weighed))
            break;
        }
      else if (moments.n_columns > 2)
        drop_one (drivers, &moments, weighed, beside);
      else
        break;
    }
  drivers->n = (guint) moments.n;
  drivers->n_left_out = n_outcome - drivers->n;
  drivers->is_small = moments.n < (gint64) LASNA_DRIVERS_VOICES_GOOD * moments.n_columns;
  if (moments.n_columns < 2)
    return LASNA_DRIVERS_NO_PARTS;
  if (moments.n < (gint64) LASNA_DRIVERS_VOICES_MIN * moments.n_columns)
    return LASNA_DRIVERS_FEW;
  if (lasna_moments_is_constant (&moments, moments.n_columns))
    return LASNA_DRIVERS_NO_OUTCOME;
  set_figures (drivers, &moments, weighed);
  return LASNA_DRIVERS_READY;
}

/**
 * lasna_drivers_new:
 * @outcome: the whole: NPS, CSAT, CES or climate
 * @language: of the names of task and feeling
 *
 * The outcome is told by the question of that measure that most in view answered. Weighed are the
 * other questions with a known scale, task and feeling, each turned so that the best is highest.
 *
 * Returns: (transfer full): what goes together with the outcome, and what could not be weighed
 */
LasnaDrivers *
lasna_drivers_new (const LasnaSelection *selection,
                   LasnaMeasureKind outcome,
                   LasnaLanguage language)
{
  const LasnaColumns *columns = selection->columns;
  guint n = columns->questions->len;
  LasnaDrivers *self = g_new0 (LasnaDrivers, 1);
  g_autofree double *row = g_new (double, n + 2);
  Weighing work = { .columns = columns, .drivers = self, .row = row, .n_slots = n + 2 };
  gboolean is_feeling = outcome == LASNA_MEASURE_CLIMATE || outcome == LASNA_MEASURE_NET_EMOTION;

  self->outcome = outcome;
  self->question = is_feeling ? G_MAXUINT : find_outcome (selection, outcome);
  self->r2 = NAN;
  self->drivers = g_ptr_array_new_with_free_func (driver_free);
  self->state = LASNA_DRIVERS_NO_OUTCOME;
  if (self->question == G_MAXUINT && !is_feeling)
    return self;
  work.outcome = is_feeling ? n + 1 : self->question;
  for (guint slot = 0; slot < work.n_slots; slot++)
    row[slot] = NAN;
  for (guint slot = 0; slot < work.n_slots; slot++)
    if (slot != work.outcome)
      add_driver (&work, slot, language);
  find_sayings (&work, selection);
  self->state = weigh (&work);
  lasna_dictionary_unref (work.sayings);
  g_array_unref (work.counts);
  g_ptr_array_sort (self->drivers, compare_cb);
  return self;
}

/**
 * lasna_drivers_new_any:
 *
 * Returns: (transfer full): the drivers of the first outcome that can be weighed: NPS, CSAT,
 * climate or CES; where none can, those of the first that anybody answered
 */
LasnaDrivers *
lasna_drivers_new_any (const LasnaSelection *selection, LasnaLanguage language)
{
  static const LasnaMeasureKind outcomes[] = {
    LASNA_MEASURE_NPS, LASNA_MEASURE_CSAT, LASNA_MEASURE_CLIMATE, LASNA_MEASURE_CES
  };
  g_autoptr (LasnaDrivers) first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      LasnaDrivers *drivers = lasna_drivers_new (selection, outcomes[i], language);

      if (drivers->state == LASNA_DRIVERS_READY)
        return drivers;
      if (first == NULL || first->state == LASNA_DRIVERS_NO_OUTCOME)
        {
          g_clear_pointer (&first, lasna_drivers_free);
          first = drivers;
        }
      else
        lasna_drivers_free (drivers);
    }
  return g_steal_pointer (&first);
}

/**
 * lasna_drivers_get_definition:
 *
 * Returns: (transfer none): the untranslated sentence that is shown with drivers
 */
const char *
lasna_drivers_get_definition (void)
{
  return N_ (
      "Importance: each part's share of what all of them together explain of the whole, shared "
      "out fairly among them (Lindeman, Merenda and Gold). Performance: its mean on 0 to 100. It "
      "tells what goes together, not what is the cause.");
}

/**
 * lasna_driver_state_get_sentence:
 *
 * Returns: (transfer none) (nullable): why a part is not weighed, untranslated; NULL where it is
 */
const char *
lasna_driver_state_get_sentence (LasnaDriverState state)
{
  static const char *const sentences[] = {
    [LASNA_DRIVER_WEIGHED] = NULL,
    [LASNA_DRIVER_SELDOM] = N_ ("Too few who answered the whole answered this too."),
    [LASNA_DRIVER_CONSTANT] = N_ ("All gave the same answer."),
    [LASNA_DRIVER_ECHO] = N_ ("The other questions say the same already."),
    [LASNA_DRIVER_TOO_MANY] =
        N_ ("Others that were answered more often are weighed; there are no voices for more."),
  };

  return sentences[state];
}

/**
 * lasna_quadrant_get_code:
 *
 * Returns: (transfer none): "concentrate", as programs read it
 */
const char *
lasna_quadrant_get_code (LasnaQuadrant quadrant)
{
  static const char *const codes[] = { "concentrate", "keep", "low", "overkill" };

  return codes[quadrant];
}

/**
 * lasna_quadrant_get_title:
 *
 * Returns: (transfer none): what to do with a part there, untranslated
 */
const char *
lasna_quadrant_get_title (LasnaQuadrant quadrant)
{
  static const char *const titles[] = {
    [LASNA_QUADRANT_CONCENTRATE] = N_ ("Concentrate here"),
    [LASNA_QUADRANT_KEEP] = N_ ("Keep up the good work"),
    [LASNA_QUADRANT_LOW] = N_ ("Low priority"),
    [LASNA_QUADRANT_OVERKILL] = N_ ("Possible overkill"),
  };

  return titles[quadrant];
}

/* Voices that could not be weighed because something is missing in them. */
static char *
dup_left_out (const LasnaDrivers *self, LasnaLanguage language)
{
  return g_strdup_printf (
      lasna_words_plural (language,
                          "%u voice is left out, since it did not answer all of them.",
                          "%u voices are left out, since they did not answer all of them.",
                          self->n_left_out),
      self->n_left_out);
}

static char *
dup_finding (const LasnaDrivers *self, LasnaLanguage language)
{
  const LasnaDriver *first = self->drivers->pdata[0];
  const char *outcome = lasna_words (language, lasna_measure_get_info (self->outcome)->title);
  g_autofree char *percent = lasna_words_number (language, 100 * self->r2, 0);

  return g_strdup_printf (
      self->is_small
          /* Translators: %1$s is a question, %2$s what it goes together with, such as NPS®, %3$s
           * a percentage, %4$d a number of voices.
           */
          ? lasna_words (language,
                         N_ ("“%1$s” seems to go most closely with “%2$s”; together the parts "
                             "explain %3$s per cent of it. Only %4$d voices tell so."))
          /* Translators: as in the sentence before. */
          : lasna_words (language,
                         N_ ("“%1$s” goes most closely with “%2$s”; together the parts explain "
                             "%3$s per cent of it, as %4$d voices tell.")),
      first->title,
      outcome,
      percent,
      (int) self->n);
}

/**
 * lasna_drivers_dup_sentence:
 *
 * Returns: (transfer full): what can be said, and otherwise what is missing
 */
char *
lasna_drivers_dup_sentence (const LasnaDrivers *self, LasnaLanguage language)
{
  g_autofree char *finding = NULL;
  g_autofree char *left_out = NULL;

  switch (self->state)
    {
    case LASNA_DRIVERS_READY:
      finding = dup_finding (self, language);
      if (self->n_left_out == 0)
        return g_steal_pointer (&finding);
      left_out = dup_left_out (self, language);
      return g_strjoin (" ", finding, left_out, NULL);
    case LASNA_DRIVERS_NO_OUTCOME:
      return g_strdup (lasna_words (
          language,
          N_ ("Nothing to explain yet: the answers to the whole are missing or all the same.")));
    case LASNA_DRIVERS_NO_PARTS:
      return g_strdup (lasna_words (
          language,
          N_ ("Ask at least two things beside the whole, and what matters can be weighed.")));
    case LASNA_DRIVERS_FEW:
    default:
      return g_strdup_printf (
          /* Translators: %d is a number of voices. */
          lasna_words (
              language,
              N_ ("Too few voices answered all parts to weigh them: %d; five for each part "
                  "are needed.")),
          (int) self->n);
    }
}
