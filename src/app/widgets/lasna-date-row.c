/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A day is typed in any of the usual ways or taken from a calendar; it is shown as the language
 * writes it.
 */
#include "config.h"

#include "lasna-date-row.h"

#include "lasna-calendar.h"
#include "lasna-date-reader.h"
#include "lasna-workbook.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LasnaDateRow
{
  LasnaPropertyRow parent_instance;

  /* Borrowed */
  GtkWidget *text;
  GtkWidget *calendar;
  GtkWidget *popover;
};

G_DEFINE_FINAL_TYPE (LasnaDateRow, lasna_date_row, LASNA_TYPE_PROPERTY_ROW)

static const char *
get_value (LasnaPropertyRow *row)
{
  return lasna_record_get_text (lasna_property_row_get_record (row),
                                lasna_property_row_get_property (row)->name);
}

static char *
dup_shown (LasnaPropertyRow *row)
{
  const char *value = get_value (row);
  g_autofree char *day = NULL;

  if (value == NULL)
    return g_strdup ("");
  day = lasna_words_date (lasna_language_of_locale (), value);
  if (strlen (value) < strlen ("YYYY-MM-DDTHH:MM"))
    return g_steal_pointer (&day);
  return g_strdup_printf ("%s %.5s", day, value + strlen ("YYYY-MM-DDT"));
}

/* In the record's form; NULL where @text is no day. */
static char *
dup_read (LasnaPropertyRow *row, const char *text)
{
  LasnaWhen when;
  g_autofree char *full = NULL;

  if (!lasna_date_read (text, LASNA_DATE_YMD | LASNA_DATE_DMY, &when))
    return NULL;
  if (lasna_property_row_get_property (row)->type == LASNA_PROPERTY_DATE)
    return g_strdup_printf ("%04d-%02d-%02d", when.year, when.month, when.day);
  if (when.hour < 0)
    when.hour = 12, when.minute = 0;
  return g_strdup_printf (
      "%04d-%02d-%02dT%02d:%02d", when.year, when.month, when.day, when.hour, when.minute);
}

static void
lasna_date_row_flush (LasnaPropertyRow *row)
{
  LasnaDateRow *self = LASNA_DATE_ROW (row);
  g_autofree char *typed =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));
  g_autofree char *shown = dup_shown (row);
  g_autofree char *value = NULL;

  if (strcmp (typed, shown) == 0)
    return;
  if (*typed != '\0')
    value = dup_read (row, typed);
  if (*typed == '\0' || value != NULL)
    lasna_property_row_write (row, value);
  else
    lasna_property_row_refuse (
        row,
        _ ("This could not be read as a day. What was there before was kept; write it as 2026-11-21, for example."));
}

static void
chosen_cb (LasnaDateRow *self, const char *day)
{
  LasnaPropertyRow *row = LASNA_PROPERTY_ROW (self);

  if (lasna_property_row_get_property (row)->type == LASNA_PROPERTY_TIME)
    {
      const char *value = get_value (row);
      g_autofree char *whole =
          g_strconcat (day, "T", value != NULL ? value + strlen ("YYYY-MM-DDT") : "12:00", NULL);

      lasna_property_row_write (row, whole);
    }
  else
    lasna_property_row_write (row, day);
  lasna_property_row_show_value (row);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* A calendar is many buttons, so it is made for whoever wants to see it. */
static void
make_popover_cb (GtkMenuButton *button, gpointer data)
{
  LasnaDateRow *self = data;
  LasnaPropertyRow *row = data;
  LasnaWorkbook *workbook = lasna_record_get_workbook (lasna_property_row_get_record (row));
  g_autofree char *today = NULL;

  if (workbook == NULL)
    return;
  if (self->popover == NULL)
    {
      self->calendar = lasna_calendar_new ();
      self->popover = gtk_popover_new ();
      gtk_popover_set_child (GTK_POPOVER (self->popover), self->calendar);
      g_signal_connect_swapped (self->calendar, "chosen", G_CALLBACK (chosen_cb), self);
      g_signal_connect_swapped (
          self->popover, "map", G_CALLBACK (gtk_widget_grab_focus), self->calendar);
      gtk_menu_button_set_popover (button, self->popover);
    }
  today = lasna_clock_dup_today (lasna_workbook_get_clock (workbook));
  lasna_calendar_show (LASNA_CALENDAR (self->calendar),
                       get_value (row),
                       today,
                       (GDateWeekday) lasna_record_get_integer (
                           LASNA_RECORD (lasna_workbook_get_settings (workbook)), "start-of-week"));
}

static GtkWidget *
make_calendar_button (LasnaDateRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_popover_cb, self, NULL);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Choose a day"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Choose a day"), -1);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
lasna_date_row_make_editor (LasnaPropertyRow *row)
{
  LasnaDateRow *self = LASNA_DATE_ROW (row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->text = gtk_text_new ();
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->text), FALSE);
  gtk_widget_add_css_class (self->text, "numeric");
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (lasna_property_row_get_property (row)->label),
                                  -1);
  g_signal_connect_swapped (self->text, "activate", G_CALLBACK (lasna_date_row_flush), row);
  gtk_box_append (GTK_BOX (box), self->text);
  gtk_box_append (GTK_BOX (box), make_calendar_button (self));
  return box;
}

static void
lasna_date_row_show_value (LasnaPropertyRow *row)
{
  g_autofree char *shown = dup_shown (row);

  gtk_editable_set_text (GTK_EDITABLE (LASNA_DATE_ROW (row)->text), shown);
}

static void
lasna_date_row_class_init (LasnaDateRowClass *klass)
{
  LasnaPropertyRowClass *row_class = LASNA_PROPERTY_ROW_CLASS (klass);

  row_class->make_editor = lasna_date_row_make_editor;
  row_class->show_value = lasna_date_row_show_value;
  row_class->flush = lasna_date_row_flush;
}

static void
lasna_date_row_init (LasnaDateRow *self)
{
}
