/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Six weeks of days as buttons; the arrow keys go from day to day, Page Up and Page Down from month
 * to month.
 */
#include "config.h"

#include "lasna-calendar.h"

#include "lasna-icon-button.h"
#include "lasna-naming.h"
#include "lasna-series.h"

#include <glib/gi18n-lib.h>

#define N_WEEKS 6
#define N_WEEKDAYS 7

/**
 * LasnaCalendar:
 *
 * # CSS nodes
 *
 * `month`, with a `button` for each day; that of the day that is chosen has the style class
 * `suggested-action`, those of the months around it `dim-label`.
 */
struct _LasnaCalendar
{
  GtkBox parent_instance;

  /* Borrowed */
  GtkWidget *month;
  GtkWidget *heads[N_WEEKDAYS];
  GtkWidget *days[N_WEEKS * N_WEEKDAYS];

  GDate shown;  /* the first of the month in view */
  GDate chosen; /* not valid for none */
  GDate today;
  guint week_start; /* 1 for Monday */
};

G_DEFINE_FINAL_TYPE (LasnaCalendar, lasna_calendar, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_iso (const GDate *date)
{
  char text[16];

  g_date_strftime (text, sizeof text, "%Y-%m-%d", date);
  return g_strdup (text);
}

static GDate
read_iso (const char *day)
{
  GDate date;
  int year = 0;
  guint month = 0;
  guint number = 0;

  g_date_clear (&date, 1);
  if (day != NULL && sscanf (day, "%4d-%2u-%2u", &year, &month, &number) == 3 && year > 0 &&
      g_date_valid_dmy ((GDateDay) number, (GDateMonth) month, (GDateYear) year))
    g_date_set_dmy (&date, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  return date;
}

static GDate
get_first_in_view (LasnaCalendar *self)
{
  GDate first = self->shown;
  guint before = ((guint) g_date_get_weekday (&first) + N_WEEKDAYS - self->week_start) % N_WEEKDAYS;

  g_date_subtract_days (&first, before);
  return first;
}

static void
show_day (LasnaCalendar *self, GtkWidget *button, const GDate *date)
{
  g_autofree char *number = g_strdup_printf ("%u", (guint) g_date_get_day (date));
  g_autofree char *iso = dup_iso (date);
  g_autofree char *name = lasna_words_date (lasna_language_of_locale (), iso);
  const char *const classes[] = {
    "day", "flat", g_date_compare (date, &self->today) == 0 ? "today" : "other", NULL
  };

  gtk_button_set_label (GTK_BUTTON (button), number);
  lasna_naming_name (button, name);
  gtk_widget_set_css_classes (button, (const char **) classes);
  if (g_date_get_month (date) != g_date_get_month (&self->shown))
    gtk_widget_add_css_class (button, "dim-label");
  if (g_date_valid (&self->chosen) && g_date_compare (date, &self->chosen) == 0)
    {
      gtk_widget_remove_css_class (button, "flat");
      gtk_widget_add_css_class (button, "suggested-action");
    }
}

static void
show_heads (LasnaCalendar *self)
{
  static const char *const weekdays[N_WEEKDAYS] = {
    N_ ("Monday"), N_ ("Tuesday"),  N_ ("Wednesday"), N_ ("Thursday"),
    N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday"),
  };

  for (guint i = 0; i < N_WEEKDAYS; i++)
    {
      const char *whole = _ (weekdays[(self->week_start - 1 + i) % N_WEEKDAYS]);
      g_autofree char *brief = g_utf8_substring (whole, 0, 2);

      gtk_label_set_label (GTK_LABEL (self->heads[i]), brief);
      lasna_naming_name (self->heads[i], whole);
    }
}

static void
show_month (LasnaCalendar *self)
{
  GDate date = get_first_in_view (self);
  g_autofree char *month = lasna_period_dup_name (
      LASNA_PERIOD_MONTH, (gint32) g_date_get_julian (&self->shown), lasna_language_of_locale ());

  gtk_label_set_label (GTK_LABEL (self->month), month);
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    {
      show_day (self, self->days[i], &date);
      g_date_add_days (&date, 1);
    }
}

/* A month on or back; the day of it that has the focus keeps its place. */
static void
turn (LasnaCalendar *self, int months)
{
  GDate last = self->shown;

  if (months < 0 && g_date_get_year (&self->shown) <= 1000)
    return;
  if (months > 0)
    g_date_add_months (&last, 1);
  else
    g_date_subtract_months (&last, 1);
  if (g_date_get_year (&last) > 9999)
    return;
  self->shown = last;
  show_month (self);
}

static void
back_cb (LasnaCalendar *self)
{
  turn (self, -1);
}

static void
on_cb (LasnaCalendar *self)
{
  turn (self, 1);
}

static void
chosen_cb (LasnaCalendar *self, GtkWidget *button)
{
  GDate date = get_first_in_view (self);
  g_autofree char *day = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (self->days) && self->days[i] != button; i++)
    g_date_add_days (&date, 1);
  day = dup_iso (&date);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, day);
}

static gboolean
page_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  turn (LASNA_CALENDAR (widget), g_variant_get_int32 (arguments));
  return GDK_EVENT_STOP;
}

/* The day that is chosen, else today. */
static gboolean
lasna_calendar_grab_focus (GtkWidget *widget)
{
  LasnaCalendar *self = LASNA_CALENDAR (widget);
  GDate first = get_first_in_view (self);
  const GDate *day = g_date_valid (&self->chosen) ? &self->chosen : &self->today;
  int place = g_date_days_between (&first, day);

  return gtk_widget_grab_focus (
      self->days[place >= 0 && place < (int) G_N_ELEMENTS (self->days) ? place : 0]);
}

static void
lasna_calendar_class_init (LasnaCalendarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = lasna_calendar_grab_focus;

  /**
   * LasnaCalendar::chosen:
   * @day: as YYYY-MM-DD
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen",
                                         LASNA_TYPE_CALENDAR,
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "month");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, page_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, page_cb, "i", 1);
}

static GtkWidget *
make_header (LasnaCalendar *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *back = lasna_icon_button_new ("go-previous-symbolic", _ ("Previous month"));
  GtkWidget *on = lasna_icon_button_new ("go-next-symbolic", _ ("Next month"));

  self->month = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->month, "heading");
  gtk_widget_set_hexpand (self->month, TRUE);
  g_signal_connect_swapped (back, "clicked", G_CALLBACK (back_cb), self);
  g_signal_connect_swapped (on, "clicked", G_CALLBACK (on_cb), self);
  gtk_box_append (GTK_BOX (header), back);
  gtk_box_append (GTK_BOX (header), self->month);
  gtk_box_append (GTK_BOX (header), on);
  return header;
}

static void
lasna_calendar_init (LasnaCalendar *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_box_append (GTK_BOX (self), make_header (self));
  gtk_box_append (GTK_BOX (self), grid);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  for (guint i = 0; i < N_WEEKDAYS; i++)
    {
      self->heads[i] = gtk_label_new (NULL);
      gtk_widget_add_css_class (self->heads[i], "caption");
      gtk_widget_add_css_class (self->heads[i], "dim-label");
      gtk_grid_attach (GTK_GRID (grid), self->heads[i], (int) i, 0, 1, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    {
      self->days[i] = gtk_button_new ();
      g_signal_connect_swapped (self->days[i], "clicked", G_CALLBACK (chosen_cb), self);
      gtk_grid_attach (
          GTK_GRID (grid), self->days[i], (int) (i % N_WEEKDAYS), (int) (i / N_WEEKDAYS) + 1, 1, 1);
    }
}

GtkWidget *
lasna_calendar_new (void)
{
  return g_object_new (LASNA_TYPE_CALENDAR, NULL);
}

/**
 * lasna_calendar_show:
 * @day: (nullable): the day that is chosen; text that begins with YYYY-MM-DD
 * @today: YYYY-MM-DD
 *
 * Shows the month of @day, or that of today.
 */
void
lasna_calendar_show (LasnaCalendar *self,
                     const char *day,
                     const char *today,
                     GDateWeekday week_start)
{
  g_return_if_fail (LASNA_IS_CALENDAR (self) && g_date_valid_weekday (week_start));

  self->week_start = week_start;
  self->today = read_iso (today);
  g_return_if_fail (g_date_valid (&self->today));
  self->chosen = read_iso (day);
  self->shown = g_date_valid (&self->chosen) ? self->chosen : self->today;
  g_date_set_day (&self->shown, 1);
  show_heads (self);
  show_month (self);
}
