/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Soft hyphens in three languages, and text that fits its box.
 */
#include "config.h"

#include "lasna-text.h"

#include <string.h>

#define SOFT "\302\255"

static char *
show (LasnaLanguage language, const char *text)
{
  g_autoptr (LasnaHyphen) hyphen = lasna_hyphen_new (language);
  g_autofree char *parted = lasna_hyphen_dup_text (hyphen, text);
  g_auto (GStrv) pieces = g_strsplit (parted, SOFT, -1);

  return g_strjoinv ("-", pieces);
}

static void
test_languages (void)
{
  g_autofree char *finnish = show (LASNA_LANGUAGE_FI, "Palvelulupaus ja varausvahvistus.");
  g_autofree char *swedish = show (LASNA_LANGUAGE_SV, "Återkopplingsfrågan före resan");
  g_autofree char *english = show (LASNA_LANGUAGE_EN, "recommendation of friends");

  g_assert_cmpstr (finnish, ==, "Pal-ve-lu-lu-paus ja varaus-vah-vis-tus.");
  g_assert_true (g_str_has_prefix (swedish, "Åter-kopp-lings"));
  g_assert_true (g_str_has_suffix (swedish, " före resan"));
  g_assert_true (g_str_has_prefix (english, "recom-mend"));
}

/* Whatever comes in, taking the soft hyphens out gives it back. */
static void
test_unchanged (void)
{
  static const char *const texts[] = { "",
                                       " ",
                                       "å",
                                       "a-b 3,5 %",
                                       "Hyvä!  Ääkkösiä",
                                       "日本語のテキスト",
                                       "İSTANBULLULAŞTIRAMADIK",
                                       "snöskoterserviceavtalsförnyelsepåminnelse",
                                       "ﬁﬂﬁﬂﬁﬂ" };

  for (LasnaLanguage language = 0; language < LASNA_N_LANGUAGES; language++)
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      {
        g_autoptr (LasnaHyphen) hyphen = lasna_hyphen_new (language);
        g_autofree char *parted = lasna_hyphen_dup_text (hyphen, texts[i]);
        g_auto (GStrv) pieces = g_strsplit (parted, SOFT, -1);
        g_autofree char *joined = g_strjoinv ("", pieces);

        g_assert_cmpstr (joined, ==, texts[i]);
        g_assert_true (g_utf8_validate (parted, -1, NULL));
      }
}

static void
test_fit (void)
{
  g_autoptr (LasnaTypesetter) setter = lasna_typesetter_new (LASNA_LANGUAGE_FI, NULL);
  const LasnaTextStyle style = { .size = 10, .smallest = 8, .max_lines = 2 };
  const char *words = "Moottorikelkkahuoltosopimus";
  g_autoptr (LasnaTextBlock) wide = lasna_typesetter_set (setter, words, &style, 400);
  g_autoptr (LasnaTextBlock) parted = lasna_typesetter_set (setter, words, &style, 100);
  g_autoptr (LasnaTextBlock) narrow = lasna_typesetter_set (setter, words, &style, 30);
  g_autoptr (LasnaTextBlock) nothing = lasna_typesetter_set (setter, NULL, &style, 30);

  g_assert_cmpint (wide->n_lines, ==, 1);
  g_assert_cmpfloat (wide->size, ==, 10);
  g_assert_false (wide->shortened);
  g_assert_null (strstr (pango_layout_get_text (wide->layout), SOFT));

  g_assert_cmpint (parted->n_lines, ==, 2);
  g_assert_false (parted->shortened);
  g_assert_cmpfloat (parted->width, <=, 100.1);

  g_assert_true (narrow->shortened);
  g_assert_cmpfloat (narrow->size, ==, 8);
  g_assert_cmpfloat (narrow->width, <=, 30.1);
  g_assert_cmpstr (narrow->text, ==, words);

  g_assert_cmpint (nothing->n_lines, ==, 0);
  g_assert_cmpfloat (nothing->height, ==, 0);
}

static void
test_odd_text (void)
{
  g_autoptr (LasnaTypesetter) setter = lasna_typesetter_new (LASNA_LANGUAGE_EN, NULL);
  const LasnaTextStyle style = { .size = 8, .max_lines = 3 };
  g_autoptr (LasnaTextBlock) lines =
      lasna_typesetter_set (setter, "one\ntwo\r\nthree\tfour", &style, 300);
  g_autoptr (LasnaTextBlock) broken = lasna_typesetter_set (setter, "caf\xe9 \xff", &style, 300);

  g_assert_cmpint (lines->n_lines, ==, 1);
  g_assert_cmpint (broken->n_lines, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hyphen/languages", test_languages);
  g_test_add_func ("/hyphen/unchanged", test_unchanged);
  g_test_add_func ("/text/fit", test_fit);
  g_test_add_func ("/text/odd", test_odd_text);
  return g_test_run ();
}
