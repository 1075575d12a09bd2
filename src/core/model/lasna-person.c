/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Person.
 */
#include "config.h"

#include "lasna-person.h"

#include "lasna-error.h"
#include "lasna-workbook.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const LasnaProperty properties[] = {
  LASNA_TEXT ("display-name", N_ ("Name"), LASNA_REQUIRED | LASNA_PERSONAL),
  LASNA_REFERENCE ("organisation", N_ ("Organisation"), "organisation", 0),
  LASNA_REFERENCE ("segment", N_ ("Customer segment"), "segment", 0),
  LASNA_TERM ("chain-role", N_ ("Link of the chain"), "chain-role", NULL, 0),
  LASNA_FLAG ("is-panel", N_ ("In the test panel"), 0),
  LASNA_FLAG ("is-team", N_ ("In our team"), 0),
  LASNA_TERM ("level", N_ ("Level of the relationship"), "relationship-level", NULL, 0),
  LASNA_DATE ("level-since", N_ ("Level since"), 0),
  LASNA_DATE ("last-contact", N_ ("Last contact"), 0),
  LASNA_DATE ("last-rewarded", N_ ("Last rewarded"), 0),
  LASNA_TEXT ("reward-note", N_ ("Note on the reward"), LASNA_LONG | LASNA_PERSONAL),
  LASNA_TEXT ("consent-note", N_ ("Note on consent"), LASNA_LONG | LASNA_PERSONAL),
};

/**
 * lasna_person_is_bare_code:
 *
 * Returns: whether @text names nobody: a code, such as a business ID or a customer number, without
 *   a single word beside it
 */
gboolean
lasna_person_is_bare_code (const char *text)
{
  gboolean has_digit = FALSE;
  guint letters = 0;
  guint small = 0;

  for (const char *at = text; at != NULL; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_isalpha (letter))
        {
          letters++;
          small += g_unichar_islower (letter) != 0;
          continue;
        }
      /* A word: two letters and not all capitals, or four letters, without a digit before them. */
      if (letters >= 4 || (letters >= 2 && small > 0))
        return FALSE;
      has_digit |= g_unichar_isdigit (letter) != 0;
      letters = 0;
      small = 0;
      if (letter == 0)
        break;
    }
  return has_digit;
}

/* People are called by a name or by what they are, never by a code. */
static gboolean
check_person (LasnaRecord *self, GError **error)
{
  if (!lasna_person_is_bare_code (lasna_record_get_text (self, "display-name")))
    return TRUE;
  g_set_error_literal (
      error,
      LASNA_ERROR,
      LASNA_ERROR_RULE,
      _ ("A person has a name or a role, such as “the buyer”; a code alone names nobody. What was there before was kept."));
  return FALSE;
}

LASNA_DEFINE_RECORD_WITH_CODE (
    LasnaPerson, lasna_person, "person", N_ ("Person"), properties, klass->check = check_person)

/* Whether the day in @property is longer ago than the days in @setting. */
static gboolean
is_longer_ago (LasnaPerson *self, const char *property, const char *setting)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (LASNA_RECORD (self));
  LasnaRecord *settings = LASNA_RECORD (lasna_workbook_get_settings (workbook));
  gint64 days = lasna_record_get_integer (settings, setting);
  g_autofree char *limit = NULL;

  if (days == LASNA_UNSET)
    return FALSE;
  limit = lasna_clock_dup_day (lasna_workbook_get_clock (workbook), -(int) days);
  return strcmp (lasna_record_get_text (LASNA_RECORD (self), property), limit) < 0;
}

/**
 * lasna_person_is_reward_due:
 *
 * Returns: whether this is an advocate who was never rewarded, or not within the workbook's days
 *   of reminding
 */
gboolean
lasna_person_is_reward_due (LasnaPerson *self)
{
  if (g_strcmp0 (lasna_record_get_text (LASNA_RECORD (self), "level"), "level.advocacy") != 0)
    return FALSE;
  return !lasna_record_is_set (LASNA_RECORD (self), "last-rewarded") ||
         is_longer_ago (self, "last-rewarded", "reminder-days");
}

/**
 * lasna_person_is_silent:
 *
 * Returns: whether a customer was in contact once, but not within the workbook's days of silence;
 *   who was never in contact is unknown rather than silent
 */
gboolean
lasna_person_is_silent (LasnaPerson *self)
{
  return !lasna_record_get_flag (LASNA_RECORD (self), "is-team") &&
         lasna_record_is_set (LASNA_RECORD (self), "last-contact") &&
         is_longer_ago (self, "last-contact", "silence-days");
}
