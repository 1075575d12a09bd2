/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A disk that fails when told to.
 */
#include "config.h"

#include "lasna-fault-vfs.h"

#include <sqlite3.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real; /* lies behind this in the same memory */
} File;

/* Threads of the program write too, so all of this is under the lock. */
static struct
{
  GMutex lock;
  sqlite3_vfs *real;
  gboolean armed;
  gboolean struck;
  LasnaFault fault;
  guint left; /* operations until it strikes */
  gboolean alone;
} state;

const char *
lasna_fault_get_name (LasnaFault fault)
{
  static const char *const names[LASNA_N_FAULTS] = {
    [LASNA_FAULT_OPEN] = "open",     [LASNA_FAULT_WRITE] = "write",
    [LASNA_FAULT_SYNC] = "sync",     [LASNA_FAULT_TRUNCATE] = "truncate",
    [LASNA_FAULT_DELETE] = "delete", [LASNA_FAULT_FULL] = "full",
  };

  return names[fault];
}

static gboolean
strikes (LasnaFault operation)
{
  gboolean struck = FALSE;

  g_mutex_lock (&state.lock);
  if (state.armed && (state.fault == operation ||
                      (state.fault == LASNA_FAULT_FULL && operation == LASNA_FAULT_WRITE)))
    {
      if (state.left > 0)
        state.left--;
      struck = state.left == 0 && (!state.struck || state.fault == LASNA_FAULT_FULL);
      state.struck |= struck;
    }
  g_mutex_unlock (&state.lock);
  return struck;
}

#define REAL(file) (((File *) (file))->real)
#define FORWARD(file, method, ...) REAL (file)->pMethods->method (REAL (file), ##__VA_ARGS__)

static int
close_file (sqlite3_file *file)
{
  return FORWARD (file, xClose);
}

static int
read_file (sqlite3_file *file, void *bytes, int length, sqlite3_int64 offset)
{
  return FORWARD (file, xRead, bytes, length, offset);
}

static int
write_file (sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset)
{
  if (strikes (LASNA_FAULT_WRITE))
    return state.fault == LASNA_FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
  return FORWARD (file, xWrite, bytes, length, offset);
}

static int
truncate_file (sqlite3_file *file, sqlite3_int64 size)
{
  return strikes (LASNA_FAULT_TRUNCATE) ? SQLITE_IOERR_TRUNCATE : FORWARD (file, xTruncate, size);
}

static int
sync_file (sqlite3_file *file, int flags)
{
  return strikes (LASNA_FAULT_SYNC) ? SQLITE_IOERR_FSYNC : FORWARD (file, xSync, flags);
}

static int
get_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return FORWARD (file, xFileSize, size);
}

static int
lock_file (sqlite3_file *file, int level)
{
  return FORWARD (file, xLock, level);
}

static int
unlock_file (sqlite3_file *file, int level)
{
  return FORWARD (file, xUnlock, level);
}

static int
check_reserved (sqlite3_file *file, int *reserved)
{
  return FORWARD (file, xCheckReservedLock, reserved);
}

static int
control_file (sqlite3_file *file, int operation, void *argument)
{
  return FORWARD (file, xFileControl, operation, argument);
}

static int
get_sector_size (sqlite3_file *file)
{
  return FORWARD (file, xSectorSize);
}

static int
get_characteristics (sqlite3_file *file)
{
  return FORWARD (file, xDeviceCharacteristics);
}

static int
map_memory (sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
  return FORWARD (file, xShmMap, page, size, extend, memory);
}

static int
lock_memory (sqlite3_file *file, int offset, int n, int flags)
{
  return FORWARD (file, xShmLock, offset, n, flags);
}

static void
fence_memory (sqlite3_file *file)
{
  FORWARD (file, xShmBarrier);
}

static int
unmap_memory (sqlite3_file *file, int remove)
{
  return FORWARD (file, xShmUnmap, remove);
}

#define METHODS(version)                                                                           \
  {                                                                                                \
    .iVersion = version, .xClose = close_file, .xRead = read_file, .xWrite = write_file,           \
    .xTruncate = truncate_file, .xSync = sync_file, .xFileSize = get_size, .xLock = lock_file,     \
    .xUnlock = unlock_file, .xCheckReservedLock = check_reserved, .xFileControl = control_file,    \
    .xSectorSize = get_sector_size, .xDeviceCharacteristics = get_characteristics,                 \
    .xShmMap = map_memory, .xShmLock = lock_memory, .xShmBarrier = fence_memory,                   \
    .xShmUnmap = unmap_memory                                                                      \
  }

static const sqlite3_io_methods shared = METHODS (2);
static const sqlite3_io_methods alone = METHODS (1);

static int
open_file (sqlite3_vfs *vfs, const char *name, sqlite3_file *made, int flags, int *out)
{
  File *file = (File *) made;
  int code;

  file->base.pMethods = NULL;
  if (strikes (LASNA_FAULT_OPEN))
    return SQLITE_CANTOPEN;
  file->real = (sqlite3_file *) (file + 1);
  code = state.real->xOpen (state.real, name, file->real, flags, out);
  if (file->real->pMethods != NULL)
    file->base.pMethods = state.alone ? &alone : &shared;
  return code;
}

static int
delete_file (sqlite3_vfs *vfs, const char *name, int sync)
{
  return strikes (LASNA_FAULT_DELETE) ? SQLITE_IOERR_DELETE
                                      : state.real->xDelete (state.real, name, sync);
}

/**
 * lasna_fault_vfs_install:
 *
 * From now on every connection of this process goes through this layer.
 */
void
lasna_fault_vfs_install (void)
{
  static sqlite3_vfs vfs;

  if (state.real != NULL)
    return;
  state.real = sqlite3_vfs_find (NULL);
  vfs = *state.real;
  vfs.zName = "lasna-fault";
  vfs.szOsFile = (int) sizeof (File) + state.real->szOsFile;
  vfs.xOpen = open_file;
  vfs.xDelete = delete_file;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}

/**
 * lasna_fault_vfs_arm:
 * @n: which operation of that kind fails, counted from 1
 */
void
lasna_fault_vfs_arm (LasnaFault fault, guint n)
{
  g_mutex_lock (&state.lock);
  state.armed = TRUE;
  state.struck = FALSE;
  state.fault = fault;
  state.left = n;
  g_mutex_unlock (&state.lock);
}

/**
 * lasna_fault_vfs_disarm:
 *
 * Returns: whether the fault has struck
 */
gboolean
lasna_fault_vfs_disarm (void)
{
  g_mutex_lock (&state.lock);
  gboolean struck = state.struck;
  state.armed = FALSE;
  g_mutex_unlock (&state.lock);
  return struck;
}

/**
 * lasna_fault_vfs_share_memory:
 * @share: FALSE: files opened from now on are like those of a network drive
 */
void
lasna_fault_vfs_share_memory (gboolean share)
{
  state.alone = !share;
}
