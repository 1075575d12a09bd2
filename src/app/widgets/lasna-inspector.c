/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made from the tables of properties and sections: whatever a kind has can be edited here.
 */
#include "config.h"

#include "lasna-inspector.h"

#include "lasna-child-list.h"
#include "lasna-heading.h"
#include "lasna-kinds.h"
#include "lasna-naming.h"
#include "lasna-property-row.h"
#include "lasna-sections.h"
#include "lasna-workbook.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * LasnaInspector:
 *
 * Its rows are made when their section is opened; which sections are open stays from record to
 * record.
 *
 * # CSS nodes
 *
 * `inspector`, with `section` boxes of style class `card`.
 */
struct _LasnaInspector
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *content;
  GtkWidget *kind;
  GtkWidget *heading;
  GtkWidget *sections;
  GtkWidget *menu_button;

  /* Owned */
  LasnaRecord *record;
  GHashTable *open; /* titles of sections; static strings */
};

G_DEFINE_FINAL_TYPE (LasnaInspector, lasna_inspector, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_RECORD = 1,
  PROP_MENU,
} LasnaInspectorProperty;

static GParamSpec *properties[PROP_MENU + 1];

static void
show_heading (LasnaInspector *self)
{
  g_autofree char *heading = NULL;

  if (self->record == NULL || lasna_record_get_workbook (self->record) == NULL)
    return;
  heading = lasna_heading_dup (self->record);
  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  gtk_label_set_label (GTK_LABEL (self->kind), _ (LASNA_RECORD_GET_CLASS (self->record)->label));
}

static void
add_rows (GtkWidget *box, LasnaRecord *record, const char *names)
{
  g_auto (GStrv) all = g_strsplit (names, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    gtk_box_append (GTK_BOX (box), lasna_property_row_new (record, all[i]));
}

static GtkWidget *
make_content (LasnaInspector *self, const LasnaSection *section)
{
  GtkWidget *box;

  if (section->children != NULL)
    return lasna_child_list_new (
        self->record, section->children, section->owner, section->properties);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (box, "card");
  add_rows (box, self->record, section->properties);
  return box;
}

static void
remember (LasnaInspector *self, const char *title, gboolean open)
{
  if (open)
    g_hash_table_add (self->open, (gpointer) title);
  else
    g_hash_table_remove (self->open, title);
}

static void
expanded_cb (GtkExpander *expander, GParamSpec *spec, LasnaInspector *self)
{
  const LasnaSection *section = g_object_get_data (G_OBJECT (expander), "section");
  gboolean open = gtk_expander_get_expanded (expander);

  remember (self, section->title, open);
  if (open && gtk_expander_get_child (expander) == NULL)
    gtk_expander_set_child (expander, make_content (self, section));
}

static GtkWidget *
make_expander (LasnaInspector *self, const LasnaSection *section)
{
  GtkWidget *expander = gtk_expander_new (_ (section->title));

  lasna_naming_name (expander, _ (section->title));
  g_object_set_data (G_OBJECT (expander), "section", (gpointer) section);
  g_signal_connect_object (expander, "notify::expanded", G_CALLBACK (expanded_cb), self, 0);
  if (g_hash_table_contains (self->open, section->title))
    gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  return expander;
}

/* What no section names: a property added tomorrow can be edited tomorrow. */
static LasnaSection *
make_rest (LasnaInspector *self)
{
  LasnaRecordClass *klass = LASNA_RECORD_GET_CLASS (self->record);
  g_autoptr (GString) names = g_string_new (NULL);
  LasnaSection *rest;

  for (guint i = 0; i < klass->n_properties; i++)
    if (lasna_property_row_has_editor (&klass->properties[i]) &&
        !lasna_sections_name (klass->table, klass->properties[i].name))
      g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", klass->properties[i].name);
  if (names->len == 0)
    return NULL;
  rest = g_new0 (LasnaSection, 1);
  rest->table = klass->table;
  rest->title = N_ ("More");
  rest->properties = g_intern_string (names->str);
  return rest;
}

static void
clear_sections (LasnaInspector *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->sections)) != NULL)
    gtk_box_remove (GTK_BOX (self->sections), child);
}

static void
fill_sections (LasnaInspector *self)
{
  guint n_sections;
  const LasnaSection *sections = lasna_sections_get (&n_sections);
  LasnaSection *rest = make_rest (self);
  gboolean has_first = FALSE;

  for (guint i = 0; i < n_sections; i++)
    if (strcmp (sections[i].table, lasna_record_get_table (self->record)) == 0)
      {
        gtk_box_append (GTK_BOX (self->sections),
                        sections[i].title == NULL ? make_content (self, &sections[i])
                                                  : make_expander (self, &sections[i]));
        has_first = TRUE;
      }
  if (rest == NULL)
    return;
  gtk_box_append (GTK_BOX (self->sections),
                  has_first ? make_expander (self, rest) : make_content (self, rest));
  g_object_set_data_full (G_OBJECT (self->sections), "rest", rest, g_free);
}

static void
lasna_inspector_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  LasnaInspector *self = LASNA_INSPECTOR (object);

  switch ((LasnaInspectorProperty) id)
    {
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    case PROP_MENU:
      g_value_set_object (value,
                          gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (self->menu_button)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
lasna_inspector_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  LasnaInspector *self = LASNA_INSPECTOR (object);

  switch ((LasnaInspectorProperty) id)
    {
    case PROP_RECORD:
      lasna_inspector_set_record (self, g_value_get_object (value));
      break;
    case PROP_MENU:
      gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button),
                                      g_value_get_object (value));
      gtk_widget_set_visible (self->menu_button, g_value_get_object (value) != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
lasna_inspector_dispose (GObject *object)
{
  LasnaInspector *self = LASNA_INSPECTOR (object);

  g_clear_object (&self->record);
  gtk_widget_dispose_template (GTK_WIDGET (self), LASNA_TYPE_INSPECTOR);
  G_OBJECT_CLASS (lasna_inspector_parent_class)->dispose (object);
}

static void
lasna_inspector_finalize (GObject *object)
{
  g_hash_table_unref (LASNA_INSPECTOR (object)->open);
  G_OBJECT_CLASS (lasna_inspector_parent_class)->finalize (object);
}

static void
lasna_inspector_class_init (LasnaInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lasna_inspector_get_property;
  object_class->set_property = lasna_inspector_set_property;
  object_class->dispose = lasna_inspector_dispose;
  object_class->finalize = lasna_inspector_finalize;

  /**
   * LasnaInspector:record:
   *
   * What is shown; may be NULL.
   */
  properties[PROP_RECORD] =
      g_param_spec_object ("record",
                           NULL,
                           NULL,
                           LASNA_TYPE_RECORD,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * LasnaInspector:menu:
   *
   * What can be done with the record as a whole.
   */
  properties[PROP_MENU] = g_param_spec_object (
      "menu", NULL, NULL, G_TYPE_MENU_MODEL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "inspector");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/lasna/Lasna/lasna-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, LasnaInspector, content);
  gtk_widget_class_bind_template_child (widget_class, LasnaInspector, kind);
  gtk_widget_class_bind_template_child (widget_class, LasnaInspector, heading);
  gtk_widget_class_bind_template_child (widget_class, LasnaInspector, sections);
  gtk_widget_class_bind_template_child (widget_class, LasnaInspector, menu_button);
}

static void
lasna_inspector_init (LasnaInspector *self)
{
  self->open = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_add (self->open, (gpointer) N_ ("Channels"));
  gtk_widget_init_template (GTK_WIDGET (self));
}

LasnaRecord *
lasna_inspector_get_record (LasnaInspector *self)
{
  g_return_val_if_fail (LASNA_IS_INSPECTOR (self), NULL);
  return self->record;
}

/**
 * lasna_inspector_set_record:
 * @record: (nullable): what to show
 */
void
lasna_inspector_set_record (LasnaInspector *self, LasnaRecord *record)
{
  g_return_if_fail (LASNA_IS_INSPECTOR (self));
  if (self->record == record)
    return;
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, show_heading, self);
  clear_sections (self);
  g_set_object (&self->record, record);
  if (record != NULL)
    {
      fill_sections (self);
      g_signal_connect_object (
          record, "notify", G_CALLBACK (show_heading), self, G_CONNECT_SWAPPED);
    }
  show_heading (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

static GtkWidget *
find_row (GtkWidget *widget, LasnaRecord *record, const char *property)
{
  if (LASNA_IS_PROPERTY_ROW (widget) &&
      lasna_property_row_get_record (LASNA_PROPERTY_ROW (widget)) == record)
    return strcmp (lasna_property_row_get_property (LASNA_PROPERTY_ROW (widget))->name, property) ==
                   0
               ? widget
               : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, record, property);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * lasna_inspector_find_row:
 *
 * Returns: (transfer none) (nullable): the row of a property of the record, if its section is open
 */
GtkWidget *
lasna_inspector_find_row (LasnaInspector *self, const char *property)
{
  return find_row (self->sections, self->record, property);
}

/**
 * lasna_inspector_focus_property:
 *
 * Puts the focus into the row of @property and selects what is written there.
 *
 * Returns: whether there is such a row
 */
gboolean
lasna_inspector_focus_property (LasnaInspector *self, const char *property)
{
  GtkWidget *row = lasna_inspector_find_row (self, property);
  GtkWidget *editor;

  if (row == NULL)
    return FALSE;
  editor = lasna_property_row_get_editor (LASNA_PROPERTY_ROW (row));
  gtk_widget_grab_focus (editor);
  if (GTK_IS_EDITABLE (editor))
    gtk_editable_select_region (GTK_EDITABLE (editor), 0, -1);
  return TRUE;
}

/**
 * lasna_inspector_open_all:
 *
 * Opens every section.
 */
void
lasna_inspector_open_all (LasnaInspector *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->sections); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_EXPANDER (child))
      gtk_expander_set_expanded (GTK_EXPANDER (child), TRUE);
}
