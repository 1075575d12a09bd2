/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Promise check.
 */
#include "config.h"

#include "lasna-promise-check.h"

#include "lasna-workbook.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE ("touchpoint", N_ ("Touchpoint"), "touchpoint", LASNA_REQUIRED | LASNA_OWNER),
  LASNA_TERM ("mode", N_ ("Pictures, words or deeds"), "promise-mode", NULL, LASNA_REQUIRED),
  LASNA_TERM ("state", N_ ("State"), "promise-state", "promise-state.not-checked", LASNA_REQUIRED),
  LASNA_TEXT ("evidence", N_ ("Evidence"), LASNA_LONG),
  LASNA_ATTACHMENT ("attachment", N_ ("File"), 0),
  LASNA_DATE ("checked-at", N_ ("Checked"), 0),
  LASNA_TEXT ("checked-by", N_ ("Checked by"), LASNA_PERSONAL),
};

LASNA_DEFINE_RECORD (
    LasnaPromiseCheck, lasna_promise_check, "promise_check", N_ ("Promise check"), properties)

/* From good to bad; what was not looked at is worse than what is known to be in line. */
static const char *const states[] = {
  "promise-state.in-line",
  "promise-state.not-checked",
  "promise-state.partly",
  "promise-state.contradicts",
};

static guint
rank (const char *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i], state) == 0)
      return i;
  return 1;
}

/**
 * lasna_promise_check_find:
 * @mode: promise.pictures, promise.words or promise.deeds
 *
 * Returns: (transfer none) (nullable): the latest check of a touchpoint in that mode
 */
LasnaPromiseCheck *
lasna_promise_check_find (LasnaTouchpoint *touchpoint, const char *mode)
{
  GListModel *all =
      lasna_record_get_children (LASNA_RECORD (touchpoint), "promise_check", "touchpoint");
  LasnaRecord *latest = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      /* The list keeps it alive. */
      g_autoptr (LasnaRecord) check = g_list_model_get_item (all, i);

      if (g_strcmp0 (lasna_record_get_text (check, "mode"), mode) == 0 &&
          (latest == NULL || g_strcmp0 (lasna_record_get_text (latest, "checked-at"),
                                        lasna_record_get_text (check, "checked-at")) <= 0))
        latest = check;
    }
  return latest != NULL ? LASNA_PROMISE_CHECK (latest) : NULL;
}

/**
 * lasna_promise_check_get_state:
 *
 * Returns: the worst state of the three modes: contradicts, partly, not checked, in line
 */
const char *
lasna_promise_check_get_state (LasnaTouchpoint *touchpoint)
{
  LasnaCatalogue *catalogue =
      lasna_workbook_get_catalogue (lasna_record_get_workbook (LASNA_RECORD (touchpoint)));
  const LasnaTermSet *modes = lasna_catalogue_get_set (catalogue, "promise-mode");
  guint worst = 0;

  for (guint i = 0; i < modes->n_terms; i++)
    {
      LasnaPromiseCheck *check = lasna_promise_check_find (touchpoint, modes->terms[i].id);

      worst =
          MAX (worst,
               rank (check != NULL ? lasna_record_get_text (LASNA_RECORD (check), "state") : NULL));
    }
  return states[worst];
}

/**
 * lasna_promise_check_list:
 * @state: such as promise-state.contradicts
 *
 * Returns: (transfer full) (element-type LasnaPromiseCheck): the latest checks of the stage's
 *   touchpoints that are in that state, in the order of the touchpoints and modes
 */
GPtrArray *
lasna_promise_check_list (LasnaStage *stage, const char *state)
{
  GListModel *touchpoints = lasna_record_get_children (LASNA_RECORD (stage), "touchpoint", "stage");
  LasnaCatalogue *catalogue =
      lasna_workbook_get_catalogue (lasna_record_get_workbook (LASNA_RECORD (stage)));
  const LasnaTermSet *modes = lasna_catalogue_get_set (catalogue, "promise-mode");
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (touchpoints) * modes->n_terms; i++)
    {
      g_autoptr (LasnaTouchpoint) touchpoint =
          g_list_model_get_item (touchpoints, i / modes->n_terms);
      LasnaPromiseCheck *check =
          lasna_promise_check_find (touchpoint, modes->terms[i % modes->n_terms].id);

      if (check != NULL &&
          g_strcmp0 (lasna_record_get_text (LASNA_RECORD (check), "state"), state) == 0)
        g_ptr_array_add (list, g_object_ref (check));
    }
  return list;
}
