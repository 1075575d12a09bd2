/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can go wrong, in the classes a caller can act on. The message of every such error is one
 * translated sentence for people; technical detail goes to the debug log.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LASNA_ERROR (lasna_error_quark ())

typedef enum
{
  LASNA_ERROR_FAILED,    /* nothing more exact is known */
  LASNA_ERROR_NOT_FOUND, /* no such file, record or name */
  LASNA_ERROR_RULE,      /* a rule of the model refuses the value or the deed */
  LASNA_ERROR_CONFLICT,  /* somebody else changed what we build on */
  LASNA_ERROR_DAMAGED,   /* the file is ours, but broken */
  LASNA_ERROR_FOREIGN,   /* the file is not a workbook */
  LASNA_ERROR_TOO_NEW,   /* a later version made the file */
  LASNA_ERROR_BUSY,      /* somebody else holds the lock */
  LASNA_ERROR_READ_ONLY, /* the file or its folder cannot be written */
  LASNA_ERROR_NO_SPACE,  /* the disk is full */
  LASNA_ERROR_PARSE,     /* what is read does not follow its format; the sentence names the place */
  LASNA_ERROR_UNDECIDED, /* the data leave a question open that a person must answer */
  LASNA_ERROR_USAGE,     /* the request itself makes no sense */
} LasnaError;

GQuark lasna_error_quark (void);

G_END_DECLS
