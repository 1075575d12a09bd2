/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The workbooks that were open lately, and where in them one was.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char *path;
  char *name;     /* of the workbook */
  char *page;     /* the page that was in view; NULL: not known */
  gint64 journey; /* the journey that was in view; 0: not known */
  gint64 time;    /* seconds since 1970 */
} LasnaRecent;

GPtrArray *lasna_recent_list (void) G_GNUC_WARN_UNUSED_RESULT;
LasnaRecent *lasna_recent_find (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void lasna_recent_remember (const char *path, const char *name, const char *page, gint64 journey);
void lasna_recent_move (const char *from, const char *to);
void lasna_recent_forget (const char *path);
void lasna_recent_free (LasnaRecent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaRecent, lasna_recent_free)

G_END_DECLS
