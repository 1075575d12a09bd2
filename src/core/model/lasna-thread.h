/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Thread: a row of thread.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_THREAD (lasna_thread_get_type ())
LASNA_DECLARE_RECORD (LasnaThread, lasna_thread, THREAD)

G_END_DECLS
