/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words, days and numbers by language; time and ids.
 */
#include "config.h"

#include "lasna-clock.h"
#include "lasna-words.h"

#include <math.h>

static void
test_number (void)
{
  static const struct
  {
    LasnaLanguage language;
    double value;
    int decimals;
    const char *text;
  } cases[] = {
    { LASNA_LANGUAGE_EN, 61.8868, 1, "61.9" }, { LASNA_LANGUAGE_FI, 61.8868, 1, "61,9" },
    { LASNA_LANGUAGE_SV, -0.04, 1, "0,0" },    { LASNA_LANGUAGE_EN, -12.5, 0, "−13" },
    { LASNA_LANGUAGE_EN, NAN, 0, "–" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          lasna_words_number (cases[i].language, cases[i].value, cases[i].decimals);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_count (void)
{
  static const struct
  {
    LasnaLanguage language;
    guint64 n;
    const char *text;
  } cases[] = {
    { LASNA_LANGUAGE_EN, 0, "0" },
    { LASNA_LANGUAGE_EN, 999, "999" },
    { LASNA_LANGUAGE_EN, 1000, "1,000" },
    { LASNA_LANGUAGE_FI, 24321, "24\u00a0321" },
    { LASNA_LANGUAGE_SV, 1000000, "1\u00a0000\u00a0000" },
    { LASNA_LANGUAGE_EN, G_MAXUINT64, "18,446,744,073,709,551,615" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = lasna_words_count (cases[i].language, cases[i].n);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_date (void)
{
  g_autofree char *fi = lasna_words_date (LASNA_LANGUAGE_FI, "2026-01-09T10:00");
  g_autofree char *sv = lasna_words_date (LASNA_LANGUAGE_SV, "2026-01-09");
  g_autofree char *en = lasna_words_date (LASNA_LANGUAGE_EN, "2026-01-09");

  g_assert_cmpstr (fi, ==, "9.1.2026");
  g_assert_cmpstr (sv, ==, "9 jan. 2026");
  g_assert_cmpstr (en, ==, "9 Jan 2026");
}

static void
test_clock_stands (void)
{
  g_autoptr (LasnaClock) one = lasna_clock_new_at ("2026-11-21");
  g_autoptr (LasnaClock) two = lasna_clock_new_at ("2026-11-21");
  gint64 before = 0;
  g_autofree char *today = lasna_clock_dup_today (one);
  g_autofree char *tomorrow = lasna_clock_dup_day (one, 1);

  g_assert_cmpstr (today, ==, "2026-11-21");
  g_assert_cmpstr (tomorrow, ==, "2026-11-22");
  for (guint i = 0; i < 1000; i++)
    {
      gint64 id = lasna_clock_new_id (one);
      g_assert_cmpint (id, >, before);
      g_assert_cmpint (id, ==, lasna_clock_new_id (two));
      before = id;
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/number", test_number);
  g_test_add_func ("/words/count", test_count);
  g_test_add_func ("/words/date", test_date);
  g_test_add_func ("/clock/stands", test_clock_stands);
  return g_test_run ();
}
