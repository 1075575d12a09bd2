/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page: every answer is taken at once and the file looked at anew.
 */
#include "config.h"

#include "lasna-import-assistant.h"

#include "lasna-import-day.h"
#include "lasna-import-left-out.h"
#include "lasna-import-look.h"
#include "lasna-import-memory.h"
#include "lasna-import-words.h"
#include "lasna-import.h"
#include "lasna-naming.h"
#include "lasna-options.h"
#include "lasna-window.h"
#include "lasna-work-bar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is said of a column, or of a question of a long file. */
#define COLUMN_KEY "question."

/* How many were asked, and how long that number can be. */
#define ASKED_KEY "asked"
#define MOST_DIGITS 12

/* So many columns are shown at a time, and always those that become something. */
#define COLUMNS_AT_ONCE 60

#define DATE_KEY "date"
#define TRIALS_KEY "trials"

/**
 * LasnaImportAssistant:
 *
 * Emits "ended" when it is left, or when the voices are there.
 */
struct _LasnaImportAssistant
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *content;
  GtkWidget *scroller;
  GtkLabel *recognised;
  GtkWidget *question_part;
  GtkBox *questions;
  GtkWidget *column_part;
  GtkBox *columns;
  GtkWidget *voice_part;
  GtkBox *voices;
  GtkWidget *creates;
  GtkWidget *skipped_part;
  GtkLabel *skipped;
  GtkWidget *save_skipped;
  GtkBox *foot;
  GtkLabel *outcome;
  GtkWidget *show_skipped;
  GtkWidget *run;

  /* Borrowed */
  LasnaWorkBar *work; /* NULL while nothing is brought in */

  /* Owned */
  LasnaWorkbook *workbook;
  LasnaRecord *journey;
  GFile *file;
  LasnaImportLook *look;
  GHashTable *settings; /* what was said: key to value */
  GHashTable *fields;   /* what a column shall become: name to id of a field, or "skip" */
  GHashTable *asked;    /* keys that were open once, to LasnaUndecided: their answers stay open to
                           change */
  GCancellable *cancellable;
  LasnaImport *import;

  guint n_shown;         /* how many columns that become nothing may be shown */
  gboolean is_new_file;  /* nobody has moved the focus in it yet */
  gboolean has_recalled; /* what was said of the last file of this shape */
  guint64 shape;         /* of the file being brought in */
};

G_DEFINE_FINAL_TYPE (LasnaImportAssistant, lasna_import_assistant, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* A name, a quiet line under it, and what is chosen or written at the end. Returns the line. */
static GtkLabel *
add_row (GtkBox *box, const char *title, const char *subtitle, GtkWidget *editor)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = gtk_label_new (title);
  GtkWidget *values = gtk_label_new (subtitle);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_lines (GTK_LABEL (name), 2);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (values), 0);
  gtk_label_set_ellipsize (GTK_LABEL (values), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (values, "caption");
  gtk_widget_add_css_class (values, "dim-label");
  gtk_widget_set_visible (values, subtitle != NULL && *subtitle != '\0');
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (editor, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (editor, 220, -1);
  lasna_naming_name_inside (editor, title);
  gtk_widget_add_css_class (row, "import-row");
  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (texts), values);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), editor);
  gtk_box_append (box, row);
  return GTK_LABEL (values);
}

static void
setting_cb (GtkWidget *drop_down, GParamSpec *spec, LasnaImportAssistant *self)
{
  const char *key = g_object_get_data (G_OBJECT (drop_down), "key");
  const char *value = lasna_options_get_selected (drop_down);

  if (value != NULL)
    g_hash_table_replace (self->settings, g_strdup (key), g_strdup (value));
  else
    g_hash_table_remove (self->settings, key);
  gtk_widget_activate_action (GTK_WIDGET (self), "import.look", NULL);
}

static GtkWidget *
new_setting (LasnaImportAssistant *self, const char *key, GListStore *options)
{
  GtkWidget *drop_down = lasna_options_new_drop_down (options);

  lasna_options_select (drop_down, g_hash_table_lookup (self->settings, key));
  g_object_set_data_full (G_OBJECT (drop_down), "key", g_strdup (key), g_free);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (setting_cb), self, 0);
  return drop_down;
}

static void
add_setting (LasnaImportAssistant *self, const char *key, const char *title, GListStore *options)
{
  add_row (self->questions, title, NULL, new_setting (self, key, options));
}

/* Any day can be chosen, too, and one that was chosen is offered. */
static void
add_day (LasnaImportAssistant *self, const char *title, GListStore *options)
{
  const char *said = g_hash_table_lookup (self->settings, DATE_KEY);
  GtkWidget *drop_down;

  if (said != NULL && !lasna_options_find (options, said, NULL))
    lasna_import_day_add (options, said);
  drop_down = new_setting (self, DATE_KEY, options);
  add_row (self->questions, title, NULL, lasna_import_day_new (drop_down, self->workbook));
}

static void
add_undecided (LasnaImportAssistant *self, const LasnaUndecided *undecided)
{
  g_autofree char *title = lasna_import_words_dup_question (undecided);
  GListStore *options = lasna_options_new ();

  lasna_options_add (options, NULL, _ ("Choose"), LASNA_INK_NONE);
  for (guint i = 0; undecided->choices[i] != NULL; i++)
    {
      if (strcmp (undecided->choices[i], LASNA_ANY_DAY) == 0)
        continue;
      g_autofree char *words = lasna_import_words_dup_choice (undecided, undecided->choices[i]);

      lasna_options_add (options, undecided->choices[i], words, LASNA_INK_NONE);
    }
  if (strcmp (undecided->key, DATE_KEY) == 0)
    add_day (self, title, options);
  else
    add_setting (self, undecided->key, title, options);
}

static void
undecided_free (gpointer data)
{
  LasnaUndecided *self = data;

  g_free (self->key);
  g_free (self->column);
  g_strfreev (self->choices);
  g_free (self);
}

/* What was open once stays to be seen with its answer. */
static void
remember_questions (LasnaImportAssistant *self)
{
  for (guint i = 0; i < self->look->plan->undecided->len; i++)
    {
      const LasnaUndecided *open = self->look->plan->undecided->pdata[i];
      LasnaUndecided *copy = g_new0 (LasnaUndecided, 1);

      copy->key = g_strdup (open->key);
      copy->column = g_strdup (open->column);
      copy->choices = g_strdupv (open->choices);
      g_hash_table_replace (self->asked, copy->key, copy);
    }
}

/* Only what can be part of a number comes in. */
static void
insert_cb (GtkEditable *editable, const char *text, int length)
{
  for (int i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]) && text[i] != ' ')
      {
        g_signal_stop_emission_by_name (editable, "insert-text");
        return;
      }
}

/* Of how many were asked; the plan itself needs no new look for it. */
static void
asked_cb (GtkEditable *entry, LasnaImportAssistant *self)
{
  GtkLabel *advice = g_object_get_data (G_OBJECT (entry), "advice");
  g_auto (GStrv) parts = g_strsplit (gtk_editable_get_text (entry), " ", -1);
  g_autofree char *digits = g_strjoinv (NULL, parts);
  gboolean is_few = *digits != '\0' && self->look->is_decided &&
                    g_ascii_strtoull (digits, NULL, 10) < self->look->plan->voices;

  if (*digits != '\0')
    g_hash_table_replace (self->settings, g_strdup (ASKED_KEY), g_steal_pointer (&digits));
  else
    g_hash_table_remove (self->settings, ASKED_KEY);
  gtk_label_set_label (
      advice,
      is_few ? _ ("These are fewer than the voices in the file.")
             : _ ("Everybody the question was sent to; without it there is no response rate."));
}

static void
add_asked (LasnaImportAssistant *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkLabel *advice = add_row (self->questions, _ ("How many were asked, if you know?"), " ", entry);
  const char *said = g_hash_table_lookup (self->settings, ASKED_KEY);

  gtk_label_set_ellipsize (advice, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (advice, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), said != NULL ? said : "");
  gtk_entry_set_max_length (GTK_ENTRY (entry), MOST_DIGITS);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Such as 250"));
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  g_object_set_data (G_OBJECT (entry), "advice", advice);
  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (entry)),
                    "insert-text",
                    G_CALLBACK (insert_cb),
                    NULL);
  g_signal_connect_object (entry, "changed", G_CALLBACK (asked_cb), self, 0);
  asked_cb (GTK_EDITABLE (entry), self);
}

static void
add_trials (LasnaImportAssistant *self)
{
  GListStore *options = lasna_options_new ();

  lasna_options_add (options, NULL, _ ("They are left out"), LASNA_INK_NONE);
  lasna_options_add (options, "yes", _ ("They are voices, too"), LASNA_INK_NONE);
  add_setting (self, TRIALS_KEY, _ ("What of the trial runs of the survey?"), options);
}

static void
show_questions (LasnaImportAssistant *self)
{
  LasnaImportPlan *plan = self->look->plan;
  g_autoptr (GList) keys = NULL;
  GListStore *options;

  clear_box (self->questions);
  keys = g_list_sort (g_hash_table_get_keys (self->asked), (GCompareFunc) strcmp);
  for (GList *key = keys; key != NULL; key = key->next)
    add_undecided (self, g_hash_table_lookup (self->asked, key->data));
  if (lasna_import_plan_find_column (plan, LASNA_FIELD_MOMENT) < 0)
    {
      options = lasna_options_new ();
      lasna_options_add (options, NULL, _ ("Not known"), LASNA_INK_NONE);
      lasna_options_add_terms (options, self->workbook, "feedback-moment");
      add_setting (self, "moment", _ ("When were the answers given?"), options);
    }
  if (lasna_import_plan_find_column (plan, LASNA_FIELD_SOURCE) < 0)
    {
      options = lasna_options_new ();
      lasna_options_add (options, NULL, _ ("Not known"), LASNA_INK_NONE);
      lasna_options_add_terms (options, self->workbook, "evidence-source");
      add_setting (self, "source", _ ("Where do they come from?"), options);
    }
  if (plan->trials > 0)
    add_trials (self);
  add_asked (self);
  gtk_widget_set_visible (self->question_part, TRUE);
}

static const char *
get_field_id (LasnaField field)
{
  return field == LASNA_FIELD_NONE ? "skip" : lasna_field_get_info (field)->id;
}

/* One word about one column settles them all: what is shown is what holds. */
static void
field_cb (GtkWidget *drop_down, GParamSpec *spec, LasnaImportAssistant *self)
{
  const char *name = g_object_get_data (G_OBJECT (drop_down), "column");

  for (guint i = 0; i < self->look->plan->columns->len; i++)
    {
      const LasnaColumn *column = lasna_import_plan_get_column (self->look->plan, i);

      g_hash_table_replace (
          self->fields, g_strdup (column->name), g_strdup (get_field_id (column->field)));
    }
  g_hash_table_replace (
      self->fields, g_strdup (name), g_strdup (lasna_options_get_selected (drop_down)));
  gtk_widget_activate_action (GTK_WIDGET (self), "import.look", NULL);
}

static void
add_column (LasnaImportAssistant *self, const LasnaColumn *column, const char *values)
{
  GListStore *options = lasna_options_new ();
  GtkWidget *drop_down;
  g_autofree char *personal = NULL;

  /* What Läsnä itself has written is what it says, where no field stands for it. */
  lasna_options_add (options,
                     "skip",
                     column->property != NULL ? _ (column->property->label) : _ ("Left out"),
                     LASNA_INK_NONE);
  for (guint field = 1; field < LASNA_N_FIELDS; field++)
    lasna_options_add (options,
                       lasna_field_get_info (field)->id,
                       _ (lasna_field_get_info (field)->label),
                       LASNA_INK_NONE);
  drop_down = lasna_options_new_drop_down (options);
  lasna_options_select (drop_down, get_field_id (column->field));
  g_object_set_data_full (G_OBJECT (drop_down), "column", g_strdup (column->name), g_free);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (field_cb), self, 0);
  if (column->is_personal && column->field == LASNA_FIELD_NONE)
    personal = g_strdup (_ ("May tell who somebody is, so it is left out"));
  add_row (self->columns, column->name, personal != NULL ? personal : values, drop_down);
}

/* A table may have thousands of columns, of which people want a few. */
static void
add_more_columns (LasnaImportAssistant *self, guint n_hidden)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Show more"));
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                         "%u more column is left out.",
                                                         "%u more columns are left out.",
                                                         n_hidden),
                                            n_hidden);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "import.more-columns");
  add_row (self->columns, title, NULL, button);
}

static void
show_columns (LasnaImportAssistant *self)
{
  LasnaImportPlan *plan = self->look->plan;
  guint n_idle = 0;

  clear_box (self->columns);
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const LasnaColumn *column = lasna_import_plan_get_column (plan, i);
      gboolean is_idle = column->field == LASNA_FIELD_NONE && column->property == NULL;

      n_idle += is_idle;
      if (!is_idle || n_idle <= self->n_shown)
        add_column (self, column, self->look->first_values[i]);
    }
  if (n_idle > self->n_shown)
    add_more_columns (self, n_idle - self->n_shown);
}

static void
show_voices (LasnaImportAssistant *self)
{
  GPtrArray *voices = self->look->voices;

  clear_box (self->voices);
  for (guint i = 0; i < voices->len; i++)
    {
      GtkWidget *label = gtk_label_new (voices->pdata[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), 2);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "import-row");
      gtk_box_append (self->voices, label);
    }
  gtk_widget_set_visible (self->voice_part, voices->len > 0);
}

/* Only names of places can become something. */
static void
show_creates (LasnaImportAssistant *self)
{
  gboolean has_places = FALSE;

  for (guint i = 0; i < self->look->plan->columns->len; i++)
    {
      LasnaField field = lasna_import_plan_get_column (self->look->plan, i)->field;

      has_places |= (lasna_field_get_info (field)->flags & LASNA_FIELD_IS_PLACE) != 0;
    }
  gtk_widget_set_visible (self->creates, has_places);
}

static void
set_run_enabled (LasnaImportAssistant *self, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.run", enabled);
}

/* The list stands at the end of the page, and a way to it beside what will be brought in. */
static void
show_skipped (LasnaImportAssistant *self, const char *skipped)
{
  gtk_label_set_label (self->skipped, skipped != NULL ? skipped : "");
  gtk_widget_set_visible (self->skipped_part, skipped != NULL);
  gtk_widget_set_visible (self->show_skipped, skipped != NULL);
}

static void
show_outcome (LasnaImportAssistant *self)
{
  g_autofree char *outcome = NULL;
  g_autofree char *skipped = NULL;

  if (self->look->is_decided)
    {
      outcome = lasna_import_words_dup_outcome (self->look->plan);
      skipped = lasna_import_words_dup_skipped (self->look->plan);
    }
  else if (self->look->trouble != NULL)
    outcome = g_strdup (_ ("Choose what at least one column becomes."));
  else
    outcome = g_strdup (_ ("Something is still open above."));
  gtk_label_set_label (self->outcome, outcome);
  show_skipped (self, skipped);
  set_run_enabled (self, self->look->is_decided && self->look->plan->voices > 0);
}

static void
show_trouble (LasnaImportAssistant *self, const char *sentence)
{
  gtk_label_set_label (self->recognised, sentence);
  gtk_widget_set_visible (self->question_part, self->look != NULL);
  gtk_widget_set_visible (self->column_part, self->look != NULL);
  gtk_widget_set_visible (self->voice_part, FALSE);
  show_skipped (self, NULL);
  gtk_label_set_label (self->outcome, "");
  set_run_enabled (self, FALSE);
}

/* The row whose drop-down had the focus keeps it over a new look. */
static int
find_focus (GtkBox *box)
{
  int place = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (box)); row != NULL;
       row = gtk_widget_get_next_sibling (row), place++)
    if (gtk_widget_get_focus_child (row) != NULL)
      return place;
  return -1;
}

static void
restore_focus (GtkBox *box, int place)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (box));

  while (row != NULL && place-- > 0)
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL && place >= -1)
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

/* Whoever has just chosen a file goes on where the next word is theirs. */
static void
begin_focus (LasnaImportAssistant *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!self->is_new_file || !GTK_IS_WINDOW (root) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->is_new_file = FALSE;
  if (self->look->is_decided && self->look->plan->voices > 0)
    gtk_widget_grab_focus (self->run);
  else if (g_hash_table_size (self->asked) > 0)
    restore_focus (self->questions, 0);
  else
    restore_focus (self->columns, 0);
  gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
}

/* What was said of the last file of this shape is said of this one, too. */
static gboolean
recall (LasnaImportAssistant *self)
{
  GHashTableIter iterator;
  gpointer key;
  gpointer value;

  if (self->has_recalled || g_hash_table_size (self->look->said) == 0)
    return FALSE;
  self->has_recalled = TRUE;
  g_hash_table_iter_init (&iterator, self->look->said);
  while (g_hash_table_iter_next (&iterator, &key, &value))
    {
      gboolean is_column = g_str_has_prefix (key, COLUMN_KEY);

      g_hash_table_replace (is_column ? self->fields : self->settings,
                            g_strdup ((char *) key + (is_column ? strlen (COLUMN_KEY) : 0)),
                            g_strdup (value));
    }
  return TRUE;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LasnaImportAssistant) self = data;
  g_autoptr (GError) error = NULL;
  LasnaImportLook *look = lasna_import_look_finish (result, &error);
  g_autofree char *recognised = NULL;
  int question;
  int column;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->content == NULL)
    {
      lasna_import_look_free (look);
      return;
    }
  /* After an import that was stopped there was nothing to ask about until now. */
  gtk_widget_set_sensitive (self->scroller, TRUE);
  if (look == NULL)
    {
      show_trouble (self, error->message);
      return;
    }
  question = find_focus (self->questions);
  column = find_focus (self->columns);
  g_clear_pointer (&self->look, lasna_import_look_free);
  self->look = look;
  remember_questions (self);
  if (recall (self))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "import.look", NULL);
      return;
    }
  recognised = lasna_import_words_dup_recognised (look->plan, self->has_recalled);
  gtk_label_set_label (self->recognised, recognised);
  gtk_widget_set_visible (self->column_part, TRUE);
  show_questions (self);
  show_columns (self);
  show_voices (self);
  show_creates (self);
  show_outcome (self);
  if (self->is_new_file)
    begin_focus (self);
  else if (question >= 0)
    restore_focus (self->questions, question);
  else if (column >= 0)
    restore_focus (self->columns, column);
}

static LasnaImportOptions *
make_options (LasnaImportAssistant *self)
{
  LasnaImportOptions *options = lasna_import_options_new ();
  GHashTableIter iterator;
  gpointer key;
  gpointer value;

  lasna_import_options_ask_for_day (options);
  g_hash_table_iter_init (&iterator, self->settings);
  while (g_hash_table_iter_next (&iterator, &key, &value))
    {
      g_autofree char *text = g_strdup_printf ("%s=%s", (char *) key, (char *) value);

      lasna_import_options_set (options, text, NULL);
    }
  g_hash_table_iter_init (&iterator, self->fields);
  while (g_hash_table_iter_next (&iterator, &key, &value))
    {
      g_autofree char *text = g_strdup_printf (COLUMN_KEY "%s=%s", (char *) key, (char *) value);

      lasna_import_options_set (options, text, NULL);
    }
  return options;
}

static void
look_again (LasnaImportAssistant *self)
{
  if (self->file == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_label_set_label (self->outcome, _ ("Looking at the file…"));
  set_run_enabled (self, FALSE);
  lasna_import_look_async (self->workbook,
                           self->file,
                           make_options (self),
                           self->cancellable,
                           looked_cb,
                           g_object_ref (self));
}

static void
look_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  look_again (LASNA_IMPORT_ASSISTANT (widget));
}

static void
take_file (LasnaImportAssistant *self, GFile *file)
{
  g_set_object (&self->file, file);
  g_clear_pointer (&self->look, lasna_import_look_free);
  g_hash_table_remove_all (self->settings);
  g_hash_table_remove_all (self->fields);
  g_hash_table_remove_all (self->asked);
  self->has_recalled = FALSE;
  self->is_new_file = TRUE;
  self->n_shown = COLUMNS_AT_ONCE;
  clear_box (self->questions);
  clear_box (self->columns);
  show_trouble (self, "");
  look_again (self);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, LasnaImportAssistant *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_hide (dialog);
  g_object_unref (dialog);
  if (file != NULL)
    take_file (self, file);
  else if (self->file == NULL)
    g_signal_emit (self, signals[SIGNAL_ENDED], 0);
}

static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Bring in feedback"),
                                   GTK_WINDOW (gtk_widget_get_root (widget)),
                                   GTK_FILE_CHOOSER_ACTION_OPEN,
                                   _ ("_Choose"),
                                   _ ("_Cancel"));
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _ ("Tables (CSV, Excel, OpenDocument) and reviews"));
  gtk_file_filter_add_suffix (tables, "csv");
  gtk_file_filter_add_suffix (tables, "tsv");
  gtk_file_filter_add_suffix (tables, "txt");
  gtk_file_filter_add_suffix (tables, "xlsx");
  gtk_file_filter_add_suffix (tables, "ods");
  gtk_file_filter_add_suffix (tables, "json");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), tables);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
more_columns_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LasnaImportAssistant *self = LASNA_IMPORT_ASSISTANT (widget);
  int place = find_focus (self->columns);

  self->n_shown += COLUMNS_AT_ONCE;
  show_columns (self);
  restore_focus (self->columns, place);
}

static void
leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LasnaImportAssistant *self = LASNA_IMPORT_ASSISTANT (widget);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->file);
  g_signal_emit (self, signals[SIGNAL_ENDED], 0);
}

static double
get_progress (gpointer import, char **sentence)
{
  guint64 voices = 0;
  double progress = lasna_import_get_progress (import, &voices);
  g_autofree char *n = lasna_words_count (lasna_language_of_locale (), voices);

  *sentence = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s voice so far", "%s voices so far", (gulong) voices), n);
  return progress;
}

/* What was found stays in view where the work is done in a moment. */
static void
begin_work (LasnaImportAssistant *self)
{
  GtkWidget *const others[] = { GTK_WIDGET (self->outcome), self->run };
  GtkWidget *bar = lasna_work_bar_new ("", get_progress, self->import, self->cancellable);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_object_bind_property (
        bar, "visible", others[i], "visible", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  gtk_widget_set_visible (self->show_skipped, FALSE);
  self->work = LASNA_WORK_BAR (bar);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_box_append (self->foot, bar);
  gtk_widget_set_sensitive (self->scroller, FALSE);
  set_run_enabled (self, FALSE);
}

static void
end_work (LasnaImportAssistant *self)
{
  lasna_work_bar_end (self->work);
  self->work = NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), TRUE);
  gtk_widget_set_visible (self->run, TRUE);
}

static void
say (LasnaImportAssistant *self, const char *sentence)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (LASNA_IS_WINDOW (root))
    lasna_window_say (LASNA_WINDOW (root), sentence);
}

/* For the next file of this shape. That it cannot be remembered is no harm. */
static void
remember (LasnaImportAssistant *self)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iterator;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iterator, self->settings);
  while (g_hash_table_iter_next (&iterator, &key, &value))
    if (strcmp (key, DATE_KEY) != 0 && strcmp (key, ASKED_KEY) != 0)
      g_hash_table_insert (said, g_strdup (key), g_strdup (value));
  g_hash_table_iter_init (&iterator, self->fields);
  while (g_hash_table_iter_next (&iterator, &key, &value))
    g_hash_table_insert (said, g_strconcat (COLUMN_KEY, key, NULL), g_strdup (value));
  if (g_hash_table_size (said) > 0)
    lasna_import_memory_write (lasna_workbook_get_store (self->workbook), self->shape, said, NULL);
}

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LasnaImportAssistant) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;
  gboolean ran = lasna_import_run_finish (LASNA_IMPORT (source), result, &error);
  const LasnaImportPlan *plan = lasna_import_get_plan (LASNA_IMPORT (source));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->content == NULL)
    return;
  end_work (self);
  g_clear_object (&self->import);
  if (!ran)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        say (self, _ ("Stopped. Nothing was brought in."));
      else if (LASNA_IS_WINDOW (root))
        lasna_window_show_error (LASNA_WINDOW (root), error);
      look_again (self);
      return;
    }
  remember (self);
  done = lasna_import_words_dup_done (LASNA_IMPORT (source));
  g_clear_object (&self->file);
  g_signal_emit (self, signals[SIGNAL_ENDED], 0);
  if (!LASNA_IS_WINDOW (root))
    return;
  if (plan->skipped->len > 0)
    lasna_import_left_out_offer (LASNA_WINDOW (root), done, lasna_skip_report_new (plan));
  else
    lasna_window_toast_undo (LASNA_WINDOW (root), done);
}

static void
save_skipped_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LasnaImportAssistant *self = LASNA_IMPORT_ASSISTANT (widget);
  GtkWidget *page = gtk_widget_get_ancestor (widget, LASNA_TYPE_PAGE);

  if (self->look != NULL && self->look->plan != NULL && page != NULL)
    lasna_import_left_out_save (LASNA_PAGE (page), lasna_skip_report_new (self->look->plan));
}

/* What has the focus is in view. */
static void
show_skipped_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (LASNA_IMPORT_ASSISTANT (widget)->save_skipped);
}

static void
run_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LasnaImportAssistant *self = LASNA_IMPORT_ASSISTANT (widget);
  g_autoptr (LasnaImportOptions) options = NULL;

  if (self->look == NULL || !self->look->is_decided || self->import != NULL)
    return;
  options = make_options (self);
  lasna_import_plan_read_asking (self->look->plan, options);
  self->shape = lasna_import_plan_get_shape (self->look->plan);
  self->import =
      lasna_import_new (self->workbook,
                        g_steal_pointer (&self->look->plan),
                        self->journey,
                        gtk_widget_get_visible (self->creates) &&
                            gtk_check_button_get_active (GTK_CHECK_BUTTON (self->creates)));
  g_clear_pointer (&self->look, lasna_import_look_free);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  begin_work (self);
  lasna_import_run_async (self->import, self->cancellable, ran_cb, g_object_ref (self));
}

static void
lasna_import_assistant_dispose (GObject *object)
{
  LasnaImportAssistant *self = LASNA_IMPORT_ASSISTANT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->import);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->look, lasna_import_look_free);
  g_clear_object (&self->file);
  g_clear_object (&self->journey);
  g_clear_object (&self->workbook);
  gtk_widget_dispose_template (GTK_WIDGET (self), LASNA_TYPE_IMPORT_ASSISTANT);
  G_OBJECT_CLASS (lasna_import_assistant_parent_class)->dispose (object);
}

static void
lasna_import_assistant_finalize (GObject *object)
{
  LasnaImportAssistant *self = LASNA_IMPORT_ASSISTANT (object);

  g_hash_table_unref (self->settings);
  g_hash_table_unref (self->fields);
  g_hash_table_unref (self->asked);
  G_OBJECT_CLASS (lasna_import_assistant_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LasnaImportAssistant, content);
  gtk_widget_class_bind_template_child (widget_class, LasnaImportAssistant, scroller);
  gtk_widget_class_bind_template_child (widget_class, LasnaImportAssistant, recognised);
  gtk_widget_class_bind_template_child (widget_class, LasnaImportAssistant, question_part);
  gtk_widget_class_bind_template_child (widget_class, LasnaImportAssistant, questions);
  gtk_widget_class_bind_template_child (widget_class, LasnaImportAssistant, column_part);
  gtk_widget_class_bind_template_child (widget_class, LasnaImportAssistant, columns);
  gtk_widget_class_bind_template_child (widget_class, LasnaImportAssistant, voice_part);
  gtk_widget_class_bind_template_child (widget_class, LasnaImportAssistant, voices);
  gtk_widget_class_bind_template_child (widget_class, LasnaImportAssistant, creates);
  gtk_widget_class_bind_template_child (widget_class, LasnaImportAssistant, skipped_part);
  gtk_widget_class_bind_template_child (widget_class, LasnaImportAssistant, skipped);
  gtk_widget_class_bind_template_child (widget_class, LasnaImportAssistant, save_skipped);
  gtk_widget_class_bind_template_child (widget_class, LasnaImportAssistant, foot);
  gtk_widget_class_bind_template_child (widget_class, LasnaImportAssistant, outcome);
  gtk_widget_class_bind_template_child (widget_class, LasnaImportAssistant, show_skipped);
  gtk_widget_class_bind_template_child (widget_class, LasnaImportAssistant, run);
}

static void
lasna_import_assistant_class_init (LasnaImportAssistantClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lasna_import_assistant_dispose;
  object_class->finalize = lasna_import_assistant_finalize;
  signals[SIGNAL_ENDED] = g_signal_new (
      "ended", LASNA_TYPE_IMPORT_ASSISTANT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "importassistant");
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "import.leave", NULL, leave_cb);
  gtk_widget_class_install_action (widget_class, "import.look", NULL, look_cb);
  gtk_widget_class_install_action (widget_class, "import.run", NULL, run_cb);
  gtk_widget_class_install_action (widget_class, "import.more-columns", NULL, more_columns_cb);
  gtk_widget_class_install_action (widget_class, "import.save-skipped", NULL, save_skipped_cb);
  gtk_widget_class_install_action (widget_class, "import.show-skipped", NULL, show_skipped_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/lasna/Lasna/lasna-import-assistant.ui");
  bind_template (widget_class);
}

static void
lasna_import_assistant_init (LasnaImportAssistant *self)
{
  self->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, undecided_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lasna_import_assistant_begin:
 * @journey: (nullable): whose stages and touchpoints the file means
 * @path: (nullable): the file; NULL to have one chosen
 */
void
lasna_import_assistant_begin (LasnaImportAssistant *self,
                              LasnaWorkbook *workbook,
                              LasnaRecord *journey,
                              const char *path)
{
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  g_return_if_fail (LASNA_IS_IMPORT_ASSISTANT (self));
  g_set_object (&self->workbook, workbook);
  g_set_object (&self->journey, journey);
  show_trouble (self, _ ("Choose a table of answers, as survey tools export it."));
  if (file != NULL)
    take_file (self, file);
  else
    choose_cb (GTK_WIDGET (self), NULL, NULL);
}
