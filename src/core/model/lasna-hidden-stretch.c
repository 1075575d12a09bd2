/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hidden stretch.
 */
#include "config.h"

#include "lasna-hidden-stretch.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE ("stage", N_ ("Stage"), "stage", LASNA_REQUIRED | LASNA_OWNER),
  LASNA_POSITION (),
  LASNA_REFERENCE ("after-touchpoint", N_ ("After touchpoint"), "touchpoint", 0),
  LASNA_REFERENCE ("before-touchpoint", N_ ("Before touchpoint"), "touchpoint", 0),
  LASNA_TEXT (
      "assumption", N_ ("What we think happens"), LASNA_REQUIRED | LASNA_LONG | LASNA_TEMPLATE),
  LASNA_TEXT ("memory-carried", N_ ("Memory carried"), 0),
  LASNA_REFERENCE ("memory-from", N_ ("Memory from the encounter"), "encounter", 0),
  LASNA_TERM ("evidence", N_ ("How we know"), "evidence", NULL, 0),
  LASNA_TEXT ("evidence-source", N_ ("Source"), 0),
  LASNA_DATE ("evidence-date", N_ ("Date of the source"), 0),
  LASNA_TERM ("confidence", N_ ("Confidence"), "confidence", NULL, 0),
  LASNA_TEXT ("how-to-learn", N_ ("How it could be learnt"), LASNA_LONG),
  LASNA_DATE ("reviewed-at", N_ ("Reviewed"), 0),
  LASNA_TEXT ("template-id", N_ ("Template"), 0),
};

LASNA_DEFINE_RECORD (
    LasnaHiddenStretch, lasna_hidden_stretch, "hidden_stretch", N_ ("Hidden stretch"), properties)

/**
 * lasna_hidden_stretch_get_confidence:
 *
 * Returns: how sure the assumption is, a guess until somebody says otherwise
 */
const char *
lasna_hidden_stretch_get_confidence (LasnaHiddenStretch *self)
{
  const char *confidence = lasna_record_get_text (LASNA_RECORD (self), "confidence");

  return confidence != NULL ? confidence : "confidence.guess";
}
