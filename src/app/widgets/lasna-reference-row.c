/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A drop-down of the records that can be meant, kept up to date while they change.
 */
#include "config.h"

#include "lasna-reference-row.h"

#include "lasna-kinds.h"
#include "lasna-options.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LasnaReferenceRow
{
  LasnaPropertyRow parent_instance;

  gboolean shows_one; /* a voice, which is read here and not chosen */
};

G_DEFINE_FINAL_TYPE (LasnaReferenceRow, lasna_reference_row, LASNA_TYPE_PROPERTY_ROW)

/* The stage of a voice is a label, which may stand for none. */
static LasnaRecord *
get_stage_of (LasnaRecord *record)
{
  const LasnaProperty *stage = lasna_kinds_find_property (LASNA_RECORD_GET_CLASS (record), "stage");

  if (strcmp (lasna_record_get_table (record), "stage") == 0)
    return record;
  return stage != NULL && strcmp (stage->target, "stage") == 0
             ? lasna_record_get_reference (record, "stage")
             : NULL;
}

/* Stages and touchpoints are chosen from the same journey or stage, everything else from all. */
static GListModel *
find_records (LasnaPropertyRow *row)
{
  LasnaRecord *record = lasna_property_row_get_record (row);
  const char *target = lasna_property_row_get_property (row)->target;
  LasnaRecord *stage = get_stage_of (record);
  LasnaRecord *journey = stage != NULL ? lasna_record_get_reference (stage, "journey") : NULL;

  if (strcmp (target, "stage") == 0 && journey != NULL && stage != record)
    return lasna_record_get_children (journey, "stage", "journey");
  if (strcmp (target, "touchpoint") == 0 && stage != NULL)
    return lasna_record_get_children (stage, "touchpoint", "stage");
  return lasna_workbook_get_records (lasna_record_get_workbook (record), target);
}

static void
fill (LasnaPropertyRow *row, GListStore *options)
{
  g_list_store_remove_all (options);
  if (!(lasna_property_row_get_property (row)->flags & LASNA_REQUIRED))
    lasna_options_add (options, NULL, _ ("None"), LASNA_INK_NONE);
  lasna_options_add_records (options, find_records (row), lasna_property_row_get_record (row));
}

static void
selected_cb (LasnaPropertyRow *row)
{
  LasnaRecord *record = lasna_property_row_get_record (row);
  const LasnaProperty *property = lasna_property_row_get_property (row);
  const char *id;
  g_autoptr (LasnaRecord) chosen = NULL;

  if (lasna_property_row_is_showing (row))
    return;
  id = lasna_options_get_selected (lasna_property_row_get_editor (row));
  if (id != NULL)
    chosen = lasna_workbook_find (
        lasna_record_get_workbook (record), property->target, g_ascii_strtoll (id, NULL, 10));
  lasna_property_row_write (row, chosen);
}

static void
mapped_cb (LasnaPropertyRow *row)
{
  /* What can be chosen may have changed while nobody looked. */
  lasna_property_row_show_value (row);
}

static GtkWidget *
lasna_reference_row_make_editor (LasnaPropertyRow *row)
{
  LasnaReferenceRow *self = LASNA_REFERENCE_ROW (row);
  GListStore *options;
  GtkWidget *editor;

  self->shows_one = strcmp (lasna_property_row_get_property (row)->target, "feedback") == 0;
  if (self->shows_one)
    return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "selectable", TRUE, NULL);

  options = lasna_options_new ();
  fill (row, options);
  editor = lasna_options_new_drop_down (options);
  g_signal_connect_swapped (editor, "notify::selected", G_CALLBACK (selected_cb), row);
  g_signal_connect_swapped (editor, "map", G_CALLBACK (mapped_cb), row);
  return editor;
}

static void
lasna_reference_row_show_value (LasnaPropertyRow *row)
{
  LasnaRecord *record = lasna_property_row_get_record (row);
  const LasnaProperty *property = lasna_property_row_get_property (row);
  GtkWidget *editor = lasna_property_row_get_editor (row);
  gint64 id = lasna_record_get_reference_id (record, property->name);

  if (LASNA_REFERENCE_ROW (row)->shows_one)
    {
      g_autoptr (LasnaRecord) voice =
          id != 0 ? lasna_workbook_find (lasna_record_get_workbook (record), "feedback", id) : NULL;

      gtk_label_set_label (GTK_LABEL (editor),
                           voice != NULL ? lasna_record_get_text (voice, "verbatim") : _ ("None"));
      return;
    }
  fill (row, G_LIST_STORE (gtk_drop_down_get_model (GTK_DROP_DOWN (editor))));
  lasna_options_select_record (editor, id);
}

static void
lasna_reference_row_class_init (LasnaReferenceRowClass *klass)
{
  LasnaPropertyRowClass *row_class = LASNA_PROPERTY_ROW_CLASS (klass);

  row_class->make_editor = lasna_reference_row_make_editor;
  row_class->show_value = lasna_reference_row_show_value;
}

static void
lasna_reference_row_init (LasnaReferenceRow *self)
{
}
