/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A disk that fails when told to: a layer over SQLite's own way to files.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LASNA_FAULT_OPEN,
  LASNA_FAULT_WRITE,
  LASNA_FAULT_SYNC,
  LASNA_FAULT_TRUNCATE,
  LASNA_FAULT_DELETE,
  LASNA_FAULT_FULL, /* from that write on the disk is full */
  LASNA_N_FAULTS,
} LasnaFault;

void lasna_fault_vfs_install (void);
const char *lasna_fault_get_name (LasnaFault fault);
void lasna_fault_vfs_arm (LasnaFault fault, guint n);
gboolean lasna_fault_vfs_disarm (void);
void lasna_fault_vfs_share_memory (gboolean share);

G_END_DECLS
