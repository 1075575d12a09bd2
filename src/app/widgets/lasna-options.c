/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Models of drop-downs, made from value sets and from records.
 */
#include "config.h"

#include "lasna-options.h"

#include "lasna-heading.h"
#include "lasna-sign.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* From so many options on, a drop-down can be searched. */
#define MANY_OPTIONS 12

struct _LasnaOption
{
  GObject parent_instance;

  char *id;
  char *label;
  LasnaInk sign;
};

G_DEFINE_FINAL_TYPE (LasnaOption, lasna_option, G_TYPE_OBJECT)

typedef enum
{
  PROP_LABEL = 1,
} LasnaOptionProperty;

static void
lasna_option_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_LABEL)
    g_value_set_string (value, LASNA_OPTION (object)->label);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
lasna_option_finalize (GObject *object)
{
  g_free (LASNA_OPTION (object)->id);
  g_free (LASNA_OPTION (object)->label);
  G_OBJECT_CLASS (lasna_option_parent_class)->finalize (object);
}

static void
lasna_option_class_init (LasnaOptionClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = lasna_option_get_property;
  G_OBJECT_CLASS (klass)->finalize = lasna_option_finalize;
  g_object_class_install_property (
      G_OBJECT_CLASS (klass),
      PROP_LABEL,
      g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
lasna_option_init (LasnaOption *self)
{
}

GListStore *
lasna_options_new (void)
{
  return g_list_store_new (LASNA_TYPE_OPTION);
}

/**
 * lasna_options_add:
 * @id: (nullable): NULL for no value
 * @sign: LASNA_INK_NONE where the thing has no sign
 */
void
lasna_options_add (GListStore *self, const char *id, const char *label, LasnaInk sign)
{
  g_autoptr (LasnaOption) option = g_object_new (LASNA_TYPE_OPTION, NULL);

  option->id = g_strdup (id);
  option->label = g_strdup (label);
  option->sign = sign;
  g_list_store_append (self, option);
}

static const char *
find_cluster (LasnaWorkbook *workbook, const char *emotion)
{
  LasnaCatalogue *catalogue = lasna_workbook_get_catalogue (workbook);
  const LasnaCatalogueEmotion *known = lasna_catalogue_find_emotion (catalogue, emotion);
  GListModel *own = lasna_workbook_get_records (workbook, "emotion");

  if (known != NULL)
    return known->cluster->id;
  for (guint i = 0; i < g_list_model_get_n_items (own); i++)
    {
      g_autoptr (LasnaRecord) record = g_list_model_get_item (own, i);

      if (g_strcmp0 (lasna_record_get_text (record, "code"), emotion) == 0)
        return lasna_record_get_text (record, "cluster");
    }
  return NULL;
}

/**
 * lasna_option_find_sign:
 *
 * Returns: the ink of the cluster where @set is about feelings, else LASNA_INK_NONE
 */
LasnaInk
lasna_option_find_sign (LasnaWorkbook *workbook, const char *set, const char *term)
{
  const char *cluster = NULL;

  if (strcmp (set, "emotion") == 0)
    cluster = find_cluster (workbook, term);
  else if (strcmp (set, "cluster") == 0)
    cluster = term;
  return cluster != NULL ? lasna_ink_of_cluster (cluster) : LASNA_INK_NONE;
}

static void
add_term (GListStore *self, LasnaWorkbook *workbook, const char *set, const char *term)
{
  lasna_options_add (
      self,
      term,
      lasna_workbook_get_term_label (workbook, set, term, lasna_language_of_locale ()),
      lasna_option_find_sign (workbook, set, term));
}

/* Emotions are read from the destroying ones upwards. */
static void
add_emotions (GListStore *self, LasnaWorkbook *workbook)
{
  LasnaCatalogue *catalogue = lasna_workbook_get_catalogue (workbook);
  const LasnaCatalogueEmotion *const *emotions = lasna_catalogue_get_emotions (catalogue);

  for (int level = 1; level <= 4; level++)
    for (guint i = 0; emotions[i] != NULL; i++)
      if (emotions[i]->cluster->level == level)
        add_term (self, workbook, "emotion", emotions[i]->id);
}

/**
 * lasna_options_add_terms:
 *
 * Adds the values of a closed list, the workbook's own emotions and channels included.
 */
void
lasna_options_add_terms (GListStore *self, LasnaWorkbook *workbook, const char *set)
{
  const LasnaTermSet *terms =
      lasna_catalogue_get_set (lasna_workbook_get_catalogue (workbook), set);
  gboolean has_own = strcmp (set, "emotion") == 0 || strcmp (set, "channel") == 0;

  if (strcmp (set, "emotion") == 0)
    add_emotions (self, workbook);
  else
    for (guint i = 0; terms != NULL && i < terms->n_terms; i++)
      add_term (self, workbook, set, terms->terms[i].id);
  if (has_own)
    {
      GListModel *own = lasna_workbook_get_records (workbook, set);

      for (guint i = 0; i < g_list_model_get_n_items (own); i++)
        {
          g_autoptr (LasnaRecord) record = g_list_model_get_item (own, i);
          const char *code = lasna_record_get_text (record, "code");

          if (code != NULL && !lasna_options_find (self, code, NULL))
            add_term (self, workbook, set, code);
        }
    }
}

char *
lasna_option_dup_record_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/**
 * lasna_options_add_records:
 * @except: (nullable): left out
 */
void
lasna_options_add_records (GListStore *self, GListModel *records, LasnaRecord *except)
{
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (LasnaRecord) record = g_list_model_get_item (records, i);
      g_autofree char *id = lasna_option_dup_record_id (lasna_record_get_id (record));
      g_autofree char *heading = lasna_heading_dup (record);

      if (record != except)
        lasna_options_add (self, id, heading, LASNA_INK_NONE);
    }
}

gboolean
lasna_options_find (GListStore *self, const char *id, guint *position)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (LasnaOption) option = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (g_strcmp0 (option->id, id) != 0)
        continue;
      if (position != NULL)
        *position = i;
      return TRUE;
    }
  return FALSE;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer widest)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (widest != NULL)
    gtk_label_set_width_chars (GTK_LABEL (label), GPOINTER_TO_INT (widest));
  gtk_box_append (GTK_BOX (box), lasna_sign_new (LASNA_INK_NONE));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  LasnaOption *option = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *sign = gtk_widget_get_first_child (box);

  lasna_sign_set_ink (LASNA_SIGN (sign), option->sign);
  gtk_widget_set_visible (sign, option->sign != LASNA_INK_NONE);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), option->label);
}

static GtkListItemFactory *
make_factory (int widest)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (widest));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}

/* The list is as wide as its longest words, within reason; the button is as wide as its place. */
static int
measure_widest (GListStore *options)
{
  glong widest = 8;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (options)); i++)
    {
      g_autoptr (LasnaOption) option = g_list_model_get_item (G_LIST_MODEL (options), i);

      widest = MAX (widest, g_utf8_strlen (option->label, -1));
    }
  return (int) MIN (widest, 44);
}

/* A screen reader hears what is chosen in the list, and not only what the list is for. */
static void
tell_choice_cb (GtkWidget *drop_down)
{
  LasnaOption *option = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (drop_down));

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (drop_down)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  option != NULL ? option->label : "",
                                  -1);
}

/**
 * lasna_options_new_drop_down:
 * @options: (transfer full):
 *
 * Returns: (transfer floating): a drop-down of the options
 */
GtkWidget *
lasna_options_new_drop_down (GListStore *options)
{
  GtkWidget *drop_down = gtk_drop_down_new (
      G_LIST_MODEL (options), gtk_property_expression_new (LASNA_TYPE_OPTION, NULL, "label"));
  g_autoptr (GtkListItemFactory) button = make_factory (0);
  g_autoptr (GtkListItemFactory) list = make_factory (measure_widest (options));

  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (drop_down), list);
  gtk_drop_down_set_enable_search (
      GTK_DROP_DOWN (drop_down), g_list_model_get_n_items (G_LIST_MODEL (options)) > MANY_OPTIONS);
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (tell_choice_cb), NULL);
  tell_choice_cb (drop_down);
  return drop_down;
}

static gboolean
step_cb (GtkWidget *drop_down, guint key, guint code, GdkModifierType state)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down)));

  /* The open list has keys of its own. */
  if (state & GDK_ALT_MASK || !gtk_widget_is_focus (gtk_widget_get_first_child (drop_down)))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Down && selected + 1 < n)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected + 1);
  else if (key == GDK_KEY_Up && selected > 0)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected - 1);
  return key == GDK_KEY_Down || key == GDK_KEY_Up;
}

/**
 * lasna_options_step_by_keys:
 *
 * Lets Up and Down choose without opening the list: in a form that is filled in by keyboard.
 */
void
lasna_options_step_by_keys (GtkWidget *drop_down)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (step_cb), drop_down);
  gtk_widget_add_controller (drop_down, keys);
}

/**
 * lasna_options_get_selected:
 *
 * Returns: (transfer none) (nullable): the id of the option that is chosen
 */
const char *
lasna_options_get_selected (GtkWidget *drop_down)
{
  LasnaOption *option = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (drop_down));

  return option != NULL ? option->id : NULL;
}

void
lasna_options_select (GtkWidget *drop_down, const char *id)
{
  GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down));
  guint position;

  if (lasna_options_find (G_LIST_STORE (model), id, &position))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), position);
  else
    gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), GTK_INVALID_LIST_POSITION);
}

/**
 * lasna_options_select_record:
 * @id: of the record; 0 for none
 */
void
lasna_options_select_record (GtkWidget *drop_down, gint64 id)
{
  g_autofree char *text = id != 0 ? lasna_option_dup_record_id (id) : NULL;

  lasna_options_select (drop_down, text);
}
