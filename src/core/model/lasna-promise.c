/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Promise.
 */
#include "config.h"

#include "lasna-promise.h"

#include "lasna-workbook.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE ("service", N_ ("Service"), "service", LASNA_REQUIRED | LASNA_OWNER),
  LASNA_TEXT ("sentence", N_ ("Promise in one sentence"), LASNA_REQUIRED | LASNA_LONG),
  LASNA_TEXT ("why", N_ ("Why this promise"), LASNA_LONG),
  LASNA_DATE ("valid-from", N_ ("Valid from"), 0),
  LASNA_DATE ("valid-to", N_ ("Valid to"), 0),
};

LASNA_DEFINE_RECORD (LasnaPromise, lasna_promise, "promise", N_ ("Promise"), properties)

/**
 * lasna_promise_is_current:
 */
gboolean
lasna_promise_is_current (LasnaPromise *self)
{
  LasnaRecord *record = LASNA_RECORD (self);
  g_autofree char *today =
      lasna_clock_dup_today (lasna_workbook_get_clock (lasna_record_get_workbook (record)));
  const char *from = lasna_record_get_text (record, "valid-from");
  const char *to = lasna_record_get_text (record, "valid-to");

  /* The day a promise ends is the first day of the next one. */
  return (from == NULL || strcmp (from, today) <= 0) && (to == NULL || strcmp (to, today) > 0);
}

/**
 * lasna_promise_get_current:
 *
 * Returns: (transfer none) (nullable): what the service promises today; the newest where several
 *   hold
 */
LasnaPromise *
lasna_promise_get_current (LasnaService *service)
{
  GListModel *all = lasna_record_get_children (LASNA_RECORD (service), "promise", "service");
  LasnaRecord *current = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      /* The list keeps it alive. */
      g_autoptr (LasnaRecord) promise = g_list_model_get_item (all, i);

      if (lasna_promise_is_current (LASNA_PROMISE (promise)) &&
          (current == NULL || g_strcmp0 (lasna_record_get_text (current, "valid-from"),
                                         lasna_record_get_text (promise, "valid-from")) <= 0))
        current = promise;
    }
  return current != NULL ? LASNA_PROMISE (current) : NULL;
}

/**
 * lasna_promise_renew:
 *
 * A new promise from today on. The one before it ends and stays as it was. One change.
 *
 * Returns: (transfer none) (nullable): the new promise
 */
LasnaPromise *
lasna_promise_renew (LasnaService *service, const char *sentence, const char *why, GError **error)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (LASNA_RECORD (service));
  g_autoptr (LasnaChange) change = NULL;
  g_autofree char *today = NULL;
  LasnaPromise *promise;
  LasnaPromise *old;

  g_return_val_if_fail (workbook != NULL, NULL);
  today = lasna_clock_dup_today (lasna_workbook_get_clock (workbook));
  change = lasna_workbook_begin (workbook, _ ("Renew the promise"));
  old = lasna_promise_get_current (service);
  if (old != NULL)
    g_object_set (old, "valid-to", today, NULL);
  promise = lasna_workbook_add (workbook,
                                LASNA_TYPE_PROMISE,
                                "service",
                                service,
                                "sentence",
                                sentence,
                                "why",
                                why,
                                "valid-from",
                                today,
                                NULL);
  return lasna_change_commit (change, error) ? promise : NULL;
}
