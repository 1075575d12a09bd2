/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A journey in and out, for lasna import and lasna export.
 */
#include "config.h"

#include "lasna-cli-private.h"

#include "lasna-copy.h"
#include "lasna-export.h"
#include "lasna-file.h"
#include "lasna-heard-read.h"
#include "lasna-journey-grid.h"
#include "lasna-journey-html.h"
#include "lasna-journey-mermaid.h"
#include "lasna-journey-picture.h"
#include "lasna-source-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  LasnaRecord *journey;
  LasnaFeedback *feedback;
  LasnaLanguage language;
  gboolean names;
} Journey;

static char *
write_mermaid (const Journey *self, GError **error)
{
  return lasna_journey_mermaid_write (self->journey, self->feedback, self->names, error);
}

static gpointer
read_mermaid (LasnaWorkbook *workbook,
              LasnaRecord *journey,
              const char *text,
              gsize length,
              const char *name,
              guint *n_clamped,
              GError **error)
{
  return lasna_journey_mermaid_read (workbook, text, length, name, n_clamped, error);
}

static char *
write_page (const Journey *self, GError **error)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (self->journey);
  g_autoptr (LasnaJourneyFigures) figures =
      lasna_feedback_get_journey (self->feedback, self->journey, NULL, error);
  g_autoptr (LasnaHeard) heard = NULL;
  g_autofree char *picture = NULL;

  if (figures == NULL)
    return NULL;
  heard = lasna_heard_read (workbook, figures, self->language);
  picture = lasna_journey_picture_dup_svg (self->journey, heard, self->language);
  return lasna_journey_html_write (self->journey, self->feedback, self->language, picture, error);
}

static char *
write_commas (const Journey *self, GError **error)
{
  return lasna_journey_grid_write (self->journey, ',', self->language);
}

static char *
write_tabs (const Journey *self, GError **error)
{
  return lasna_journey_grid_write (self->journey, '\t', self->language);
}

static gpointer
read_grid (LasnaWorkbook *workbook,
           LasnaRecord *journey,
           const char *text,
           gsize length,
           const char *name,
           guint *n_clamped,
           GError **error)
{
  return lasna_journey_grid_read (workbook, journey, text, length, name, error);
}

/* What is read. */
typedef struct
{
  int form;
  const char *text;
  gsize length;
  const char *name; /* of the file, without its ending */
} Source;

static const struct
{
  const char *ending;
  char *(*write) (const Journey *journey, GError **error);
  gpointer (*read) (LasnaWorkbook *workbook,
                    LasnaRecord *journey,
                    const char *text,
                    gsize length,
                    const char *name,
                    guint *n_clamped,
                    GError **error);
} forms[] = {
  { ".mmd", write_mermaid, read_mermaid },
  { ".html", write_page, NULL },
  { ".csv", write_commas, read_grid },
  { ".tsv", write_tabs, read_grid },
};

static int
find_form (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_has_suffix (folded, forms[i].ending))
      return (int) i;
  return -1;
}

/**
 * lasna_cli_is_journey_path:
 *
 * Returns: whether what is written into a file of that name can only be a journey
 */
gboolean
lasna_cli_is_journey_path (const char *path)
{
  return find_form (path) >= 0 && !g_str_has_suffix (path, ".csv");
}

static gboolean
write_journey (int form, LasnaRecord *journey, Journey *what, const char *output, GError **error)
{
  g_autoptr (LasnaFeedback) feedback = lasna_feedback_new (lasna_record_get_workbook (journey));
  g_autofree char *text = NULL;

  what->journey = journey;
  what->feedback = feedback;
  text = forms[form].write (what, error);
  return text != NULL && lasna_export_text (text, output, error);
}

/* From a copy for others, so that no name can slip through in a text. */
static gboolean
write_without_names (
    int form, LasnaRecord *journey, Journey *what, const char *output, GError **error)
{
  g_auto (LasnaCliCopy) copy = { NULL };
  g_autoptr (LasnaRecord) same = NULL;

  if (!lasna_cli_copy_for_others (&copy, lasna_record_get_workbook (journey), output, error))
    return FALSE;
  same = lasna_workbook_find (copy.workbook, "journey", lasna_record_get_id (journey));
  return write_journey (form, same, what, output, error);
}

/**
 * lasna_cli_export_journey:
 * @title: (nullable): its title or id; the one in use by default
 * @language: (nullable): that of the workbook by default
 *
 * Returns: the exit status
 */
int
lasna_cli_export_journey (const char *path,
                          const char *title,
                          const char *output,
                          const LasnaLanguage *language,
                          gboolean names)
{
  g_autoptr (LasnaWorkbook) workbook = NULL;
  g_autoptr (LasnaRecord) journey = NULL;
  g_autoptr (GError) error = NULL;
  int form = find_form (output);
  Journey what = { .names = names };

  if (form < 0)
    return lasna_cli_misuse (_ ("A journey goes into a .mmd, .html, .csv or .tsv."));
  workbook = lasna_cli_open (path, LASNA_STORE_READ_ONLY);
  if (workbook == NULL || (journey = lasna_cli_find_journey (workbook, title)) == NULL)
    return LASNA_CLI_FAILED;
  what.language = language != NULL ? *language : lasna_workbook_get_language (workbook);
  if (!(names ? write_journey : write_without_names) (form, journey, &what, output, &error))
    return lasna_cli_fail (error);
  return LASNA_CLI_DONE;
}

static guint
count_touchpoints (GListModel *stages)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
    {
      g_autoptr (LasnaRecord) stage = g_list_model_get_item (stages, i);

      n += g_list_model_get_n_items (lasna_record_get_children (stage, "touchpoint", "stage"));
    }
  return n;
}

static void
print_journey (LasnaRecord *journey, guint n_clamped, gboolean json)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, lasna_record_get_id (journey));
  GListModel *stages = lasna_record_get_children (journey, "stage", "journey");
  guint n_stages = g_list_model_get_n_items (stages);
  guint n_touchpoints = count_touchpoints (stages);
  const char *title = lasna_record_get_text (journey, "title");

  if (json)
    {
      g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
      JsonObject *object = json_object_new ();

      json_node_take_object (root, object);
      json_object_set_string_member (object, "journey", id);
      json_object_set_string_member (object, "title", title);
      json_object_set_int_member (object, "stages", n_stages);
      json_object_set_int_member (object, "touchpoints", n_touchpoints);
      json_object_set_int_member (object, "clamped", n_clamped);
      lasna_cli_print_json (root);
      return;
    }
  g_print ("%s\n", title);
  g_print (g_dngettext (GETTEXT_PACKAGE, "%u stage", "%u stages", n_stages), n_stages);
  g_print ("\n");
  g_print (g_dngettext (GETTEXT_PACKAGE, "%u touchpoint", "%u touchpoints", n_touchpoints),
           n_touchpoints);
  g_print ("\n");
  if (n_clamped > 0)
    {
      g_print (g_dngettext (GETTEXT_PACKAGE,
                            "%u score was no whole number from 1 to 5, and became the nearest.",
                            "%u scores were no whole numbers from 1 to 5, and became the nearest.",
                            n_clamped),
               n_clamped);
      g_print ("\n");
    }
}

static int
take_journey (const char *path, const Source *source, const char *title, gboolean json)
{
  g_autoptr (LasnaWorkbook) workbook = lasna_cli_open (path, 0);
  g_autoptr (LasnaRecord) journey = NULL;
  g_autoptr (GError) error = NULL;
  guint n_clamped = 0;
  LasnaRecord *made;

  if (workbook == NULL ||
      (title != NULL && (journey = lasna_cli_find_journey (workbook, title)) == NULL))
    return LASNA_CLI_FAILED;
  made = forms[source->form].read (
      workbook, journey, source->text, source->length, source->name, &n_clamped, &error);
  if (made == NULL)
    return lasna_cli_fail (error);
  print_journey (made, n_clamped, json);
  return LASNA_CLI_DONE;
}

/* In a copy, so that every rule is asked and no byte of the workbook changes. */
static int
try_journey (const char *path, const Source *source, const char *title, gboolean json)
{
  g_autoptr (LasnaWorkbook) workbook = lasna_cli_open (path, LASNA_STORE_READ_ONLY);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *copy = NULL;
  int status;

  if (workbook == NULL)
    return LASNA_CLI_FAILED;
  folder = g_dir_make_tmp ("lasna-XXXXXX", NULL);
  if (folder == NULL)
    {
      lasna_file_set_error (&error, errno);
      return lasna_cli_fail (error);
    }
  copy = g_build_filename (folder, "workbook.lasna", NULL);
  if (lasna_copy_run (lasna_workbook_get_store (workbook), copy, LASNA_COPY_WHOLE, FALSE, &error))
    status = take_journey (copy, source, title, json);
  else
    status = lasna_cli_fail (error);
  lasna_file_remove_folder (folder);
  return status;
}

/**
 * lasna_cli_import_journey:
 * @title: (nullable): of the journey that is meant; a new one by default
 * @dry_run: whether only to tell what it would be
 *
 * Returns: the exit status
 */
int
lasna_cli_import_journey (
    const char *path, GFile *file, const char *title, gboolean dry_run, gboolean json)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  Source source = { .form = find_form (base), .name = name };

  if (source.form < 0 || forms[source.form].read == NULL)
    return lasna_cli_misuse (_ ("A journey comes from a .mmd, .csv or .tsv."));
  if (!lasna_source_file_load (file, &text, &source.length, NULL, &error))
    return lasna_cli_fail (error);
  source.text = text;
  if (strrchr (name, '.') != NULL)
    *strrchr (name, '.') = '\0';
  return (dry_run ? try_journey : take_journey) (path, &source, title, json);
}
