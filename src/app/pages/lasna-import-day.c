/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A drop-down that a calendar adds days to.
 */
#include "config.h"

#include "lasna-import-day.h"

#include "lasna-calendar.h"
#include "lasna-options.h"
#include "lasna-words.h"

#include <glib/gi18n-lib.h>

/**
 * lasna_import_day_add:
 * @day: YYYY-MM-DD
 *
 * Offers that day, too.
 */
void
lasna_import_day_add (GListStore *options, const char *day)
{
  g_autofree char *words = lasna_words_date (lasna_language_of_locale (), day);

  lasna_options_add (options, day, words, LASNA_INK_NONE);
}

static void
chosen_cb (GtkWidget *calendar, const char *day, GtkDropDown *drop_down)
{
  GListStore *options = G_LIST_STORE (gtk_drop_down_get_model (drop_down));

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (calendar, GTK_TYPE_POPOVER)));
  if (!lasna_options_find (options, day, NULL))
    lasna_import_day_add (options, day);
  lasna_options_select (GTK_WIDGET (drop_down), day);
}

/**
 * lasna_import_day_new:
 * @drop_down: of options
 *
 * Returns: @drop_down, with a calendar beside it
 */
GtkWidget *
lasna_import_day_new (GtkWidget *drop_down, LasnaWorkbook *workbook)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = lasna_calendar_new ();
  LasnaRecord *settings = LASNA_RECORD (lasna_workbook_get_settings (workbook));
  g_autofree char *today = lasna_clock_dup_today (lasna_workbook_get_clock (workbook));

  lasna_calendar_show (LASNA_CALENDAR (calendar),
                       today,
                       today,
                       (GDateWeekday) lasna_record_get_integer (settings, "start-of-week"));
  g_signal_connect_object (calendar, "chosen", G_CALLBACK (chosen_cb), drop_down, 0);
  g_signal_connect_swapped (popover, "map", G_CALLBACK (gtk_widget_grab_focus), calendar);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Choose a day"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Choose a day"), -1);
  gtk_widget_set_hexpand (drop_down, TRUE);
  gtk_widget_set_hexpand (box, FALSE);
  gtk_box_append (GTK_BOX (box), drop_down);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}
