/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A checklist as it is offered for filling in: one of the catalogue, or the workbook's own, which
 * stands in for the one it was copied from.
 */
#pragma once

#include "lasna-checklist-item.h"
#include "lasna-checklist-template.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

/* One item that is to be answered. */
typedef struct
{
  const char *code;
  const char *text;
  const char *why;         /* nullable */
  const char *check;       /* nullable: how to see whether it holds */
  const char *tags;        /* nullable: separated by spaces */
  LasnaChecklistItem *own; /* borrowed, nullable */
} LasnaChecklistEntry;

typedef struct
{
  const char *code;
  gint64 version;
  const char *title;
  const char *intro; /* nullable */
  const LasnaScale *scale;
  const char *cadence; /* nullable: terms */
  const char *setting;
  LasnaChecklistTemplate *own; /* borrowed, nullable */
  GArray *entries;             /* LasnaChecklistEntry; hidden items are left out */
  /*< private >*/
  GStringChunk *texts;
} LasnaChecklist;

LasnaChecklist *lasna_checklist_new (LasnaWorkbook *workbook,
                                     const char *code,
                                     LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;
void lasna_checklist_free (LasnaChecklist *self);
const LasnaChecklistEntry *lasna_checklist_find (LasnaChecklist *self, const char *item);
GPtrArray *lasna_checklist_list (LasnaWorkbook *workbook,
                                 LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

LasnaChecklistTemplate *lasna_checklist_make_own (LasnaWorkbook *workbook, const char *code);
LasnaChecklistTemplate *lasna_checklist_add_own (LasnaWorkbook *workbook, const char *title);
LasnaChecklistItem *lasna_checklist_template_add_item (LasnaChecklistTemplate *self,
                                                       const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaChecklist, lasna_checklist_free)

G_END_DECLS
