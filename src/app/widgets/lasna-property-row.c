/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The frame of every row: name, editor, sentence, and the way to the record.
 */
#include "config.h"

#include "lasna-property-row.h"

#include "lasna-date-row.h"
#include "lasna-flag-row.h"
#include "lasna-kinds.h"
#include "lasna-naming.h"
#include "lasna-number-row.h"
#include "lasna-place-row.h"
#include "lasna-reference-row.h"
#include "lasna-scale-row.h"
#include "lasna-term-row.h"
#include "lasna-terms-row.h"
#include "lasna-text-row.h"
#include "lasna-workbook.h"

#include <glib/gi18n-lib.h>
#include <gobject/gvaluecollector.h>

typedef struct
{
  /* Owned */
  LasnaRecord *record;

  /* Borrowed */
  const LasnaProperty *property;
  GtkWidget *name;
  GtkWidget *editor;
  GtkWidget *sentence;

  gboolean showing; /* what changes in the editor comes from the record */
  gboolean writing;
  gboolean refused;
} LasnaPropertyRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LasnaPropertyRow, lasna_property_row, GTK_TYPE_BOX)

#define PRIVATE(self) ((LasnaPropertyRowPrivate *) lasna_property_row_get_instance_private (self))

/* An integer of few steps is chosen from a row of buttons. */
#define MOST_STEPS 7

typedef GType (*GetType) (void);

static GetType
find_type (const LasnaProperty *property)
{
  static const GetType types[] = {
    [LASNA_PROPERTY_TEXT] = lasna_text_row_get_type,
    [LASNA_PROPERTY_TERM] = lasna_term_row_get_type,
    [LASNA_PROPERTY_TERMS] = lasna_terms_row_get_type,
    [LASNA_PROPERTY_REFERENCE] = lasna_reference_row_get_type,
    [LASNA_PROPERTY_INTEGER] = lasna_number_row_get_type,
    [LASNA_PROPERTY_NUMBER] = lasna_number_row_get_type,
    [LASNA_PROPERTY_FLAG] = lasna_flag_row_get_type,
    [LASNA_PROPERTY_DATE] = lasna_date_row_get_type,
    [LASNA_PROPERTY_TIME] = lasna_date_row_get_type,
  };

  if (property->type == LASNA_PROPERTY_INTEGER &&
      property->maximum - property->minimum < MOST_STEPS)
    return lasna_scale_row_get_type;
  if (property->type == LASNA_PROPERTY_REFERENCE && g_str_equal (property->target, "label"))
    return lasna_place_row_get_type;
  return property->type < G_N_ELEMENTS (types) ? types[property->type] : NULL;
}

static void
set_sentence (LasnaPropertyRow *self, const char *sentence)
{
  LasnaPropertyRowPrivate *priv = PRIVATE (self);

  priv->refused = sentence != NULL;
  gtk_label_set_label (GTK_LABEL (priv->sentence), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (priv->sentence, sentence != NULL);
}

static void
notify_cb (LasnaPropertyRow *self)
{
  /* Somebody who types is not interrupted by what they have just typed. */
  if (!PRIVATE (self)->writing)
    {
      set_sentence (self, NULL);
      lasna_property_row_show_value (self);
    }
}

static void
leave_cb (LasnaPropertyRow *self)
{
  lasna_property_row_flush (self);
  /* What was refused gives way to the value that stands; the sentence stays to be read. */
  if (PRIVATE (self)->refused)
    lasna_property_row_show_value (self);
}

static void
lasna_property_row_dispose (GObject *object)
{
  LasnaPropertyRow *self = LASNA_PROPERTY_ROW (object);

  if (PRIVATE (self)->record != NULL)
    lasna_property_row_flush (self);
  g_clear_object (&PRIVATE (self)->record);
  G_OBJECT_CLASS (lasna_property_row_parent_class)->dispose (object);
}

static void
lasna_property_row_class_init (LasnaPropertyRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lasna_property_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/lasna/Lasna/lasna-property-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, LasnaPropertyRow, name);
  gtk_widget_class_bind_template_child_private (widget_class, LasnaPropertyRow, sentence);
}

static void
lasna_property_row_init (LasnaPropertyRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * lasna_property_row_has_editor:
 *
 * Returns: whether there is a row for the type of the property
 */
gboolean
lasna_property_row_has_editor (const LasnaProperty *property)
{
  return find_type (property) != NULL;
}

/**
 * lasna_property_row_new:
 * @property: the name of a property that has an editor
 *
 * Returns: (transfer floating): a row that shows and edits it
 */
GtkWidget *
lasna_property_row_new (LasnaRecord *record, const char *name)
{
  const LasnaProperty *property = lasna_kinds_find_property (LASNA_RECORD_GET_CLASS (record), name);
  g_autofree char *detail = g_strconcat ("notify::", name, NULL);
  LasnaPropertyRow *self;
  LasnaPropertyRowPrivate *priv;

  g_return_val_if_fail (property != NULL && lasna_property_row_has_editor (property), NULL);
  self = g_object_new (find_type (property) (), NULL);
  priv = PRIVATE (self);
  priv->record = g_object_ref (record);
  priv->property = property;
  gtk_label_set_label (GTK_LABEL (priv->name), _ (property->label));
  gtk_widget_add_css_class (GTK_WIDGET (self), property->name);

  priv->editor = LASNA_PROPERTY_ROW_GET_CLASS (self)->make_editor (self);
  lasna_naming_name_inside (priv->editor, _ (property->label));
  gtk_box_insert_child_after (GTK_BOX (self), priv->editor, priv->name);
  g_signal_connect_object (record, detail, G_CALLBACK (notify_cb), self, G_CONNECT_SWAPPED);
  lasna_property_row_show_value (self);
  return GTK_WIDGET (self);
}

LasnaRecord *
lasna_property_row_get_record (LasnaPropertyRow *self)
{
  return PRIVATE (self)->record;
}

const LasnaProperty *
lasna_property_row_get_property (LasnaPropertyRow *self)
{
  return PRIVATE (self)->property;
}

GtkWidget *
lasna_property_row_get_editor (LasnaPropertyRow *self)
{
  return PRIVATE (self)->editor;
}

/**
 * lasna_property_row_is_showing:
 *
 * Returns: whether the editor changes because the record did, so that nothing is to be saved
 */
gboolean
lasna_property_row_is_showing (LasnaPropertyRow *self)
{
  return PRIVATE (self)->showing;
}

/**
 * lasna_property_row_is_refused:
 *
 * Returns: whether a sentence under the editor says why a value was not taken
 */
gboolean
lasna_property_row_is_refused (LasnaPropertyRow *self)
{
  return PRIVATE (self)->refused;
}

void
lasna_property_row_show_value (LasnaPropertyRow *self)
{
  LasnaPropertyRowPrivate *priv = PRIVATE (self);

  if (priv->record == NULL || lasna_record_get_workbook (priv->record) == NULL)
    return;
  priv->showing = TRUE;
  LASNA_PROPERTY_ROW_GET_CLASS (self)->show_value (self);
  priv->showing = FALSE;
}

/**
 * lasna_property_row_refuse:
 *
 * Says @sentence under the editor, until a value is taken.
 */
void
lasna_property_row_refuse (LasnaPropertyRow *self, const char *sentence)
{
  set_sentence (self, sentence);
}

static gboolean
is_there (LasnaPropertyRow *self, const GValue *value)
{
  LasnaPropertyRowPrivate *priv = PRIVATE (self);
  GParamSpec *spec =
      g_object_class_find_property (G_OBJECT_GET_CLASS (priv->record), priv->property->name);
  g_auto (GValue) own = G_VALUE_INIT;

  g_object_get_property (G_OBJECT (priv->record), priv->property->name, &own);
  return g_param_values_cmp (spec, &own, value) == 0;
}

static gboolean
write_value (LasnaPropertyRow *self, const GValue *value)
{
  LasnaPropertyRowPrivate *priv = PRIVATE (self);
  g_autoptr (GError) error = NULL;

  /* A drop-down that was put back tells of it late, and the sentence that says why stays. */
  if (LASNA_PROPERTY_ROW_GET_CLASS (self)->flush == NULL && is_there (self, value))
    return TRUE;
  set_sentence (self, NULL);
  priv->writing = TRUE;
  if (!lasna_record_write (priv->record, priv->property->name, value, &error))
    set_sentence (self, error->message);
  priv->writing = FALSE;
  /* What was chosen goes back at once; what was typed stays until the focus leaves. */
  if (priv->refused && LASNA_PROPERTY_ROW_GET_CLASS (self)->flush == NULL)
    lasna_property_row_show_value (self);
  return !priv->refused;
}

/**
 * lasna_property_row_write:
 * @...: the value, as g_object_set() takes it
 *
 * Saves the value.
 *
 * Returns: whether it was taken
 */
gboolean
lasna_property_row_write (LasnaPropertyRow *self, ...)
{
  LasnaPropertyRowPrivate *priv = PRIVATE (self);
  GParamSpec *spec =
      g_object_class_find_property (G_OBJECT_GET_CLASS (priv->record), priv->property->name);
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *trouble = NULL;
  va_list arguments;

  if (lasna_record_get_workbook (priv->record) == NULL || lasna_record_is_deleted (priv->record))
    return FALSE;
  va_start (arguments, self);
  G_VALUE_COLLECT_INIT (&value, spec->value_type, arguments, 0, &trouble);
  va_end (arguments);
  g_return_val_if_fail (trouble == NULL, FALSE);
  return write_value (self, &value);
}

/**
 * lasna_property_row_type:
 *
 * Saves a text that somebody is typing: pieces of one text are one change.
 *
 * Returns: whether it was taken
 */
gboolean
lasna_property_row_type (LasnaPropertyRow *self, const char *text)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (PRIVATE (self)->record);
  gboolean taken;

  if (workbook == NULL)
    return FALSE;
  lasna_workbook_set_typing (workbook, TRUE);
  taken = lasna_property_row_write (self, text);
  lasna_workbook_set_typing (workbook, FALSE);
  return taken;
}

/**
 * lasna_property_row_flush:
 *
 * Saves what was typed and still waits for a pause.
 */
void
lasna_property_row_flush (LasnaPropertyRow *self)
{
  LasnaPropertyRowClass *klass = LASNA_PROPERTY_ROW_GET_CLASS (self);

  if (klass->flush != NULL)
    klass->flush (self);
}

/**
 * lasna_property_row_flush_focus:
 * @root: the window
 *
 * Saves what is being typed in the row that has the focus, before an undo or a page change.
 *
 * Returns: whether a row has the focus
 */
gboolean
lasna_property_row_flush_focus (GtkRoot *root)
{
  GtkWidget *focus = gtk_root_get_focus (root);
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, LASNA_TYPE_PROPERTY_ROW) : NULL;

  if (row == NULL)
    return FALSE;
  lasna_property_row_flush (LASNA_PROPERTY_ROW (row));
  return TRUE;
}
