/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes feedback as large as wanted and the same each time: make-voices N > FILE. Three years in
 * which a house grows, with weeks, seasons and bad days; rows in the order in which they came in,
 * one in ten of them late.
 */
#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DAYS 1096 /* from 2023-01-01 */
#define TOUCHPOINTS 60
#define STAGES 6
#define CHANNELS 20
#define SEGMENTS 8
#define LANGUAGES 5
#define INCIDENTS 12

/* xoshiro256**, by David Blackman and Sebastiano Vigna, public domain. */
static uint64_t state[4] = { 0x9e3779b97f4a7c15, 0xbf58476d1ce4e5b9, 0x94d049bb133111eb, 42 };

static uint64_t
rotate (uint64_t x, int by)
{
  return (x << by) | (x >> (64 - by));
}

static uint64_t
next (void)
{
  uint64_t result = rotate (state[1] * 5, 7) * 9;
  uint64_t shifted = state[1] << 17;

  state[2] ^= state[0];
  state[3] ^= state[1];
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= shifted;
  state[3] = rotate (state[3], 45);
  return result;
}

static double
chance (void)
{
  return (double) (next () >> 11) * 0x1.0p-53;
}

static unsigned
below (unsigned n)
{
  return (unsigned) ((next () >> 32) * n >> 32);
}

/* A table of sums of weights, to draw from. */
typedef struct
{
  unsigned n;
  double sums[DAYS];
} Draw;

static void
draw_add (Draw *self, double weight)
{
  self->sums[self->n] = weight + (self->n > 0 ? self->sums[self->n - 1] : 0);
  self->n++;
}

static unsigned
draw (const Draw *self)
{
  double wanted = chance () * self->sums[self->n - 1];
  unsigned low = 0;
  unsigned high = self->n - 1;

  while (low < high)
    {
      unsigned middle = (low + high) / 2;

      if (self->sums[middle] > wanted)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

static Draw
draw_zipf (unsigned n)
{
  Draw self = { 0 };

  for (unsigned i = 0; i < n; i++)
    draw_add (&self, 1.0 / (i + 1));
  return self;
}

/* Twice as many at the end, more on weekdays and in winter, and days on which things go wrong. */
static Draw
draw_days (bool *incidents)
{
  Draw self = { 0 };

  for (unsigned i = 0; i < INCIDENTS; i++)
    incidents[below (DAYS)] = true;
  for (unsigned day = 0; day < DAYS; day++)
    draw_add (&self,
              (1 + (double) day / DAYS) * (day % 7 < 5 ? 1.2 : 0.6) *
                  (1 + 0.3 * cos (day * 2 * M_PI / 365.25)) * (incidents[day] ? 3 : 1));
  return self;
}

static void
print_day (unsigned day, unsigned minute)
{
  static const unsigned lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  unsigned year = 2023;
  unsigned month = 0;

  for (;;)
    {
      unsigned length = lengths[month] + (month == 1 && year % 4 == 0);

      if (day < length)
        break;
      day -= length;
      month++;
      year += month / 12;
      month %= 12;
    }
  printf ("%04u-%02u-%02u %02u:%02u", year, month + 1, day + 1, minute / 60, minute % 60);
}

static const char *const emotions[] = { "Happy",       "Pleased",     "Trusting",  "Irritated",
                                        "Interested",  "Valued",      "Cared for", "Frustrated",
                                        "Safe",        "Unsatisfied", "Hurried",   "Energetic",
                                        "Focused",     "Stimulated",  "Neglected", "Disappointed",
                                        "Exploratory", "Indulged",    "Unhappy",   "Stressed" };

static const char *const words[] = {
  "guide",     "sauna",    "breakfast", "room",      "waiting", "phone",  "quickly", "helpful",
  "again",     "children", "skis",      "booking",   "price",   "helped", "smile",   "weather",
  "invoice",   "map",      "key",       "reception", "evening", "forest", "food",    "clean",
  "cold",      "warm",     "clear",     "confusing", "website", "answer", "email",   "promise",
  "delivered", "late",     "early",     "kind",      "calm",    "noise",  "parking", "thanks",
};

/* What comes now and then, and is hard on those who read it. */
static const char *const odd[] = {
  "refund",        "the",  "said \"\"never again\"\"", "kävimme", "järjestelmä",
  "mökki,",        "\n",   "tack så mycket",           "😀",       "café",
  "ÅTERBETALNING", "naïve"
};
static const double odd_chances[] = { 0.0006, 0.017,  0.0004, 0.003,  0.001,  0.004,
                                      0.001,  0.0005, 0.0006, 0.0004, 0.0002, 0.0002 };

static void
print_comment (void)
{
  size_t length = 0;
  size_t wanted = (size_t) fmin (280, 10 - 75 * log (1 - chance ()));

  putchar ('"');
  while (length < wanted)
    {
      const char *word = words[below (sizeof words / sizeof *words)];
      double drawn = chance ();

      for (unsigned i = 0; i < sizeof odd / sizeof *odd; i++)
        {
          drawn -= odd_chances[i];
          if (drawn < 0)
            {
              word = odd[i];
              break;
            }
        }
      if (length > 0)
        putchar (' ');
      fputs (word, stdout);
      length += strlen (word) + 1;
    }
  putchar ('"');
}

/* J-shaped: many are delighted, some furious, few lukewarm. */
static int
draw_score (bool bad_day)
{
  static const double weights[] = { 8, 4, 3, 3, 3, 5, 6, 10, 16, 18, 24 };
  static Draw good;
  static Draw bad;

  if (good.n == 0)
    for (unsigned i = 0; i < 11; i++)
      {
        draw_add (&good, weights[i]);
        draw_add (&bad, weights[10 - i]);
      }
  return (int) draw (bad_day ? &bad : &good);
}

static void
print_feelings (int score)
{
  unsigned n = sizeof emotions / sizeof *emotions;
  static Draw table;

  if (table.n == 0)
    table = draw_zipf (n);
  if (chance () < 0.3)
    {
      if (chance () < 0.2)
        fputs ("No feeling", stdout);
      return;
    }
  printf ("%s %u", emotions[(draw (&table) + (score < 6 ? 7 : 0)) % n], 1 + below (3));
  if (chance () < 0.1)
    printf ("; %s %u", emotions[(draw (&table) + 11) % n], 1 + below (3));
}

int
main (int argc, char *argv[])
{
  unsigned long n = argc > 1 ? strtoul (argv[1], NULL, 10) : 0;
  bool incidents[DAYS] = { false };
  Draw days = draw_days (incidents);
  Draw touchpoints = draw_zipf (TOUCHPOINTS);
  Draw channels = draw_zipf (CHANNELS);
  Draw segments = draw_zipf (SEGMENTS);
  static const char *const languages[LANGUAGES] = { "fi", "sv", "en", "de", "et" };
  Draw language_table = draw_zipf (LANGUAGES);

  if (n == 0)
    {
      fprintf (stderr, "make-voices N > FILE\n");
      return 2;
    }
  puts ("id,date,stage,touchpoint,channel,segment,language,nps,task,feelings,comment");
  for (unsigned long i = 0; i < n; i++)
    {
      /* The order of arrival: the share of days that is past grows with the rows. */
      double past = ((double) i + chance ()) / (double) n * days.sums[DAYS - 1];
      unsigned low = 0;
      unsigned touchpoint = draw (&touchpoints);
      int score;

      while (low + 1 < DAYS && days.sums[low] <= past)
        low += low + 64 < DAYS && days.sums[low + 63] <= past ? 64 : 1;
      if (chance () < 0.1)
        low -= low < 30 ? low : below (30);
      score = draw_score (incidents[low]);
      printf ("v%lu,", i + 1);
      print_day (low, 480 + below (840));
      printf (",Stage %u,Touchpoint %u,Channel %u,Segment %u,%s,%d,",
              touchpoint % STAGES + 1,
              touchpoint + 1,
              draw (&channels) + 1,
              draw (&segments) + 1,
              languages[draw (&language_table)],
              score);
      if (chance () < 0.5)
        printf ("%u", score > 6 ? 2 + below (2) : below (3));
      putchar (',');
      print_feelings (score);
      putchar (',');
      if (chance () < 0.6)
        print_comment ();
      putchar ('\n');
    }
  return fflush (stdout) == 0 && ferror (stdout) == 0 ? 0 : 1;
}
