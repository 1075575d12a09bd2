/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Voices refer to places through labels, so that a name that came with an import can be assigned
 * later. This row shows places and makes the label.
 */
#include "config.h"

#include "lasna-place-row.h"

#include "lasna-options.h"
#include "lasna-voice-details.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LasnaPlaceRow
{
  LasnaPropertyRow parent_instance;
};

G_DEFINE_FINAL_TYPE (LasnaPlaceRow, lasna_place_row, LASNA_TYPE_PROPERTY_ROW)

static LasnaRecord *
get_label (LasnaPropertyRow *row)
{
  return lasna_record_get_reference (lasna_property_row_get_record (row),
                                     lasna_property_row_get_property (row)->name);
}

/* The id of the option of a label: that of its record, its code, or its text as it came. */
static char *
dup_option (LasnaRecord *label)
{
  gint64 record;

  if (label == NULL)
    return NULL;
  record = lasna_record_get_integer (label, "record");
  if (record != LASNA_UNSET && record != 0)
    return lasna_option_dup_record_id (record);
  if (lasna_record_is_set (label, "code"))
    return g_strdup (lasna_record_get_text (label, "code"));
  return g_strdup_printf ("text:%s", lasna_record_get_text (label, "text"));
}

static void
fill (LasnaPropertyRow *row, GListStore *options)
{
  const char *name = lasna_property_row_get_property (row)->name;
  LasnaWorkbook *workbook = lasna_record_get_workbook (lasna_property_row_get_record (row));
  LasnaRecord *label = get_label (row);
  g_autofree char *option = dup_option (label);

  g_list_store_remove_all (options);
  lasna_options_add (options, NULL, _ ("Not known"), LASNA_INK_NONE);
  if (strcmp (name, "channel") == 0)
    lasna_options_add_terms (options, workbook, "channel");
  else
    lasna_options_add_records (options, lasna_workbook_get_records (workbook, name), NULL);
  if (option != NULL && !lasna_options_find (options, option, NULL))
    lasna_options_add (options, option, lasna_record_get_text (label, "text"), LASNA_INK_NONE);
}

static LasnaLabel *
take_label (LasnaPropertyRow *row, const char *option)
{
  const char *name = lasna_property_row_get_property (row)->name;
  LasnaWorkbook *workbook = lasna_record_get_workbook (lasna_property_row_get_record (row));
  g_autofree char *kind = g_strdup_printf ("label.%s", name);
  g_autoptr (LasnaRecord) place = NULL;

  if (g_str_has_prefix (option, "text:"))
    return lasna_label_take_text (workbook, kind, option + strlen ("text:"));
  if (strcmp (name, "channel") == 0)
    return lasna_label_take_code (workbook, kind, option);
  place = lasna_workbook_find (workbook, name, g_ascii_strtoll (option, NULL, 10));
  return place != NULL ? lasna_label_take_record (workbook, place) : NULL;
}

static void
selected_cb (LasnaPropertyRow *row)
{
  const char *option;
  g_autofree char *label = NULL;
  g_autoptr (LasnaChange) change = NULL;
  g_autoptr (GError) error = NULL;

  if (lasna_property_row_is_showing (row))
    return;
  option = lasna_options_get_selected (lasna_property_row_get_editor (row));
  /* Translators: the name of a change in the undo list; %s is a field, such as Title */
  label = g_strdup_printf (_ ("Change ‘%s’"), _ (lasna_property_row_get_property (row)->label));
  change =
      lasna_workbook_begin (lasna_record_get_workbook (lasna_property_row_get_record (row)), label);
  lasna_property_row_write (row, option != NULL ? take_label (row, option) : NULL);
  if (!lasna_change_commit (change, &error))
    {
      lasna_property_row_show_value (row);
      lasna_property_row_refuse (row, error->message);
    }
}

static GtkWidget *
lasna_place_row_make_editor (LasnaPropertyRow *row)
{
  GListStore *options = lasna_options_new ();
  GtkWidget *editor;

  fill (row, options);
  editor = lasna_options_new_drop_down (options);
  g_signal_connect_swapped (editor, "notify::selected", G_CALLBACK (selected_cb), row);
  return editor;
}

static void
lasna_place_row_show_value (LasnaPropertyRow *row)
{
  GtkWidget *editor = lasna_property_row_get_editor (row);
  g_autofree char *option = dup_option (get_label (row));

  fill (row, G_LIST_STORE (gtk_drop_down_get_model (GTK_DROP_DOWN (editor))));
  lasna_options_select (editor, option);
}

static void
lasna_place_row_class_init (LasnaPlaceRowClass *klass)
{
  LasnaPropertyRowClass *row_class = LASNA_PROPERTY_ROW_CLASS (klass);

  row_class->make_editor = lasna_place_row_make_editor;
  row_class->show_value = lasna_place_row_show_value;
}

static void
lasna_place_row_init (LasnaPlaceRow *self)
{
}
