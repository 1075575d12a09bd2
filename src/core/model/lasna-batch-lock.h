/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says of an import that is under way whether the one who runs it is still there.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _LasnaBatchLock LasnaBatchLock;

typedef enum
{
  LASNA_BATCH_UNKNOWN, /* it was begun on another machine, or before this one was started */
  LASNA_BATCH_HELD,    /* somebody writes it */
  LASNA_BATCH_LET_GO,  /* whoever wrote it is dead */
} LasnaBatchHold;

LasnaBatchLock *lasna_batch_lock_new (gint64 batch) G_GNUC_WARN_UNUSED_RESULT;
void lasna_batch_lock_free (LasnaBatchLock *self);
LasnaBatchHold lasna_batch_lock_look (gint64 batch);
void lasna_batch_lock_forget (gint64 batch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaBatchLock, lasna_batch_lock_free)

G_END_DECLS
