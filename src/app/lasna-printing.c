/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The printing dialog of the desktop draws what screen and files show.
 */
#include "config.h"

#include "lasna-printing.h"

#include "lasna-paint.h"
#include "lasna-shelf.h"

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int number,
              LasnaLayout *layout)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double scale = MIN (gtk_print_context_get_width (context) / layout->width,
                      gtk_print_context_get_height (context) / layout->height);

  cairo_scale (cr, scale, scale);
  lasna_layout_paint (layout, cr, LASNA_THEME_PRINT);
}

/* The dialog stays open after we have returned, so what goes wrong is told here. */
static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, LasnaPage *page)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  lasna_page_show_error (page, error);
}

/* Who prints into a file finds it beside the workbook, called as the page is. */
static GtkPrintSettings *
make_settings (LasnaPage *page, const char *title)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();
  LasnaStore *store = lasna_workbook_get_store (lasna_page_get_workbook (page));
  g_autofree char *folder = g_path_get_dirname (lasna_store_get_path (store));
  g_autofree char *name = lasna_shelf_dup_file_name (title, "pdf");
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  return settings;
}

/**
 * lasna_printing_begin:
 * @layout: (transfer full): as large as the sheet allows, in the theme of print
 */
void
lasna_printing_begin (LasnaPage *page, LasnaLayout *layout)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  g_autoptr (GtkPrintSettings) settings = make_settings (page, layout->title);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_job_name (operation, layout->title);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), layout);
  g_object_set_data_full (
      G_OBJECT (operation), "layout", layout, (GDestroyNotify) lasna_layout_free);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), page, 0);
  gtk_print_operation_run (operation,
                           GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                           NULL);
}
