/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking a workbook over: nothing is found in a sound one, and every fault is found in another.
 */
#include "config.h"

#include "lasna-check.h"
#include "lasna-making.h"
#include "lasna-test.h"

typedef struct
{
  const char *name;
  const char *table; /* of the finding */
  const char *sql;   /* the fault */
} Fault;

static const Fault faults[] = {
  { "required",
    "touchpoint",
    "UPDATE touchpoint SET title = '' WHERE id = (SELECT min (id) FROM touchpoint)" },
  { "term",
    "stage",
    "UPDATE stage SET contact_situation = 'contact.moon' WHERE id = (SELECT min (id) FROM stage)" },
  { "terms",
    "touchpoint",
    "UPDATE touchpoint SET shun_flags = 'shun.bad shun.odd' WHERE id = (SELECT min (id) FROM "
    "touchpoint)" },
  { "emotion",
    "emotion_target",
    "UPDATE emotion_target SET emotion = 'emotion.own' WHERE id = (SELECT min (id) FROM "
    "emotion_target)" },
  { "day", "journey", "UPDATE journey SET reviewed_at = '2026-02-30'" },
  { "range", "problem_plan", "UPDATE problem_plan SET harm = 4" },
  { "position", "stage", "UPDATE stage SET position = 9e999" },
  { "letters", "segment", "UPDATE segment SET name = CAST (x'c3c3' AS TEXT)" },
  { "reference", "stage", "UPDATE stage SET journey = 5" },
  { "label", "label", "UPDATE label SET record = 5 WHERE kind = 'label.stage'" },
  { "label code", "label", "UPDATE label SET code = 'channel.moon' WHERE kind = 'label.channel'" },
  { "voice",
    "feedback",
    "UPDATE feedback SET stage = 5 WHERE id = (SELECT min (id) FROM feedback)" },
  { "score", "feedback", "INSERT INTO feedback_score VALUES (5, 6, 7)" },
  { "feeling", "feedback", "DELETE FROM label WHERE kind = 'label.emotion'" },
  { "strength", "feedback", "UPDATE feedback_emotion SET intensity = 9" },
  { "both", "feedback", "UPDATE feedback SET no_feeling = 1" },
  { "translation", "translation", "UPDATE translation SET property = 'moon'" },
  { "settings", "workbook", "DELETE FROM workbook" },
  { "closed", "complaint", "UPDATE complaint SET closed_at = '2026-11-20'" },
};

static GPtrArray *
check_file (const char *path, const char *fault)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaWorkbook) workbook = lasna_workbook_open (path, 0, NULL, &error);
  LasnaStore *store;
  GPtrArray *findings;

  g_assert_no_error (error);
  store = lasna_workbook_get_store (workbook);
  if (fault != NULL)
    {
      g_assert_true (lasna_store_execute (store, "PRAGMA foreign_keys = OFF", &error));
      g_assert_true (lasna_store_execute (store, fault, &error));
    }
  findings = lasna_check_workbook (workbook, &error);
  g_assert_no_error (error);
  return findings;
}

static char *
make_sample (LasnaTestFolder *folder, LasnaLanguage language)
{
  char *path = lasna_test_folder_dup_path (folder, "lodge.lasna");
  g_autoptr (GError) error = NULL;

  lasna_making_create (path, LASNA_MAKING_SAMPLE, NULL, language, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_sound (gconstpointer data)
{
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  g_autofree char *path = make_sample (folder, GPOINTER_TO_UINT (data));
  g_autoptr (GPtrArray) findings = check_file (path, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      LasnaFinding *finding = findings->pdata[i];

      g_test_message (
          "%s %" G_GINT64_FORMAT ": %s", finding->table, finding->id, finding->sentence);
    }
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  g_autofree char *path = make_sample (folder, LASNA_LANGUAGE_EN);
  g_autoptr (GPtrArray) findings = check_file (path, fault->sql);
  gboolean found = FALSE;

  g_assert_cmpuint (findings->len, <=, 1000);
  for (guint i = 0; i < findings->len; i++)
    {
      LasnaFinding *finding = findings->pdata[i];

      found |= g_strcmp0 (finding->table, fault->table) == 0;
      g_assert_cmpuint (strlen (finding->sentence), >, 0);
    }
  g_assert_true (found);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < LASNA_N_LANGUAGES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/check/sound/%s", lasna_language_to_code (i));

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_sound);
    }
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strdup_printf ("/check/fault/%s", faults[i].name);

      g_test_add_data_func (path, &faults[i], test_fault);
    }
  return g_test_run ();
}
