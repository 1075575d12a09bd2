/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The band of the printed page, on the screen.
 */
#include "config.h"

#include "lasna-path-view.h"

#include "lasna-hearing.h"
#include "lasna-path-band.h"
#include "lasna-picture.h"
#include "lasna-summary-gather.h"

#include <glib/gi18n-lib.h>

/* Pixels of the band, and millimetres of the printed one. */
#define HEIGHT 150
#define PRINTED_HEIGHT 32.0
#define TEXT_SIZE 11.0

/**
 * LasnaPathView:
 *
 * Emits "opened" (column) when a stage on the path is clicked or chosen by keyboard.
 */
struct _LasnaPathView
{
  GtkWidget parent_instance;

  /* Owned */
  LasnaFeedback *feedback;
  LasnaSummaryContent *content;
  LasnaTypesetter *typesetter;

  /* Borrowed */
  GtkWidget *picture;
};

G_DEFINE_FINAL_TYPE (LasnaPathView, lasna_path_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static LasnaLayout *
make_layout (double width, double height, gpointer data)
{
  LasnaPathView *self = data;
  g_autoptr (GPtrArray) stages = g_ptr_array_new ();
  g_autoptr (GString) words = g_string_new (NULL);
  LasnaLayout *layout;
  const LasnaPathFrame frame = {
    .area = { 0, 0, width, height },
    .mm = height / PRINTED_HEIGHT,
    .text_size = TEXT_SIZE,
    .few = TRUE,
  };

  if (self->content == NULL || self->content->stages->len == 0)
    return NULL;
  for (guint i = 0; i < self->content->stages->len; i++)
    g_ptr_array_add (stages, ((LasnaSummaryStage *) self->content->stages->pdata[i])->path);
  layout = lasna_layout_new (width, height);
  lasna_path_band_add (layout, self->typesetter, stages, &frame);
  for (guint i = 0; i < stages->len; i++)
    {
      g_autofree char *sentence =
          lasna_path_stage_dup_sentence (stages->pdata[i], self->content->language);

      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", sentence);
    }
  layout->title = g_strdup (_ ("The path of the customer"));
  layout->description = g_string_free (g_steal_pointer (&words), FALSE);
  return layout;
}

static void
opened_cb (LasnaPathView *self)
{
  const LasnaRegion *region = lasna_picture_get_region (LASNA_PICTURE (self->picture));

  if (region != NULL)
    g_signal_emit (self, signals[SIGNAL_OPENED], 0, region->column);
}

static void
lasna_path_view_dispose (GObject *object)
{
  LasnaPathView *self = LASNA_PATH_VIEW (object);

  g_clear_pointer (&self->picture, gtk_widget_unparent);
  g_clear_object (&self->feedback);
  g_clear_pointer (&self->content, lasna_summary_content_free);
  g_clear_pointer (&self->typesetter, lasna_typesetter_free);
  G_OBJECT_CLASS (lasna_path_view_parent_class)->dispose (object);
}

static void
lasna_path_view_class_init (LasnaPathViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lasna_path_view_dispose;
  signals[SIGNAL_OPENED] = g_signal_new ("opened",
                                         LASNA_TYPE_PATH_VIEW,
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "pathview");
}

static void
lasna_path_view_init (LasnaPathView *self)
{
  self->typesetter = lasna_typesetter_new (lasna_language_of_locale (), NULL);
  self->picture = lasna_picture_new ();
  lasna_picture_set_height (LASNA_PICTURE (self->picture), HEIGHT);
  /* The focus goes on to the stage that is clicked; wider than the window, the band would scroll.
   */
  gtk_widget_set_focus_on_click (self->picture, FALSE);
  lasna_picture_set_make (LASNA_PICTURE (self->picture), make_layout, self);
  g_signal_connect_object (
      self->picture, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->picture, GTK_WIDGET (self));
}

/**
 * lasna_path_view_new:
 * @feedback: what is felt
 *
 * Returns: (transfer floating): a view that shows nothing yet
 */
GtkWidget *
lasna_path_view_new (LasnaFeedback *feedback)
{
  LasnaPathView *self = g_object_new (LASNA_TYPE_PATH_VIEW, NULL);

  self->feedback = g_object_ref (feedback);
  return GTK_WIDGET (self);
}

/**
 * lasna_path_view_show:
 * @journey: (nullable): whose path to show, as it is now
 */
void
lasna_path_view_show (LasnaPathView *self, LasnaRecord *journey)
{
  LasnaSummaryOptions options = { .language = lasna_language_of_locale (), .names = TRUE };
  g_autoptr (LasnaHeard) heard = NULL;

  g_return_if_fail (LASNA_IS_PATH_VIEW (self));
  g_clear_pointer (&self->content, lasna_summary_content_free);
  if (journey != NULL)
    {
      heard = lasna_hearing_get_heard (self->feedback, journey, options.language);
      self->content =
          lasna_summary_gather (lasna_record_get_workbook (journey), journey, heard, &options);
    }
  lasna_picture_renew (LASNA_PICTURE (self->picture));
}
