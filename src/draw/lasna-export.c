/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes beside the target and renames over it when every byte is safe, so that a reader sees the
 * old file or the new one.
 */
#include "config.h"

#include "lasna-export.h"

#include "lasna-error.h"
#include "lasna-paint.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#define PNG_SCALE (200.0 / 72.0) /* 200 dots in an inch of the page */

typedef struct
{
  int fd;
  char *temporary;
  const char *path;
  int error; /* errno of the first write that failed */
} Target;

typedef cairo_surface_t *(*MakeSurface) (const LasnaLayout *self, Target *target);

static void
set_file_error (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);

  switch (code)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error,
                   LASNA_ERROR,
                   LASNA_ERROR_NO_SPACE,
                   _ ("There is not enough room on the disk for “%s”. Your workbook is untouched; "
                      "make room or choose another folder."),
                   name);
      break;
    case ENOENT:
    case ENOTDIR:
      g_set_error (error,
                   LASNA_ERROR,
                   LASNA_ERROR_NOT_FOUND,
                   _ ("There is no folder “%s”. Nothing was written; choose another folder."),
                   shown);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error,
                   LASNA_ERROR,
                   LASNA_ERROR_READ_ONLY,
                   _ ("“%s” cannot be written into the folder “%s”. Nothing was changed; choose "
                      "another folder."),
                   name,
                   shown);
      break;
    case EISDIR:
      g_set_error (error,
                   LASNA_ERROR,
                   LASNA_ERROR_USAGE,
                   _ ("“%s” is a folder. Nothing was written; choose a name for the file."),
                   name);
      break;
    default:
      g_set_error (
          error,
          LASNA_ERROR,
          LASNA_ERROR_FAILED,
          _ ("“%s” could not be written (%s). Your workbook is untouched; try again, or choose "
             "another folder."),
          name,
          g_strerror (code));
      break;
    }
}

static gboolean
write_all (Target *target, const guint8 *bytes, gsize length)
{
  while (length > 0 && target->error == 0)
    {
      gssize written = write (target->fd, bytes, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        {
          target->error = written < 0 ? errno : EIO;
          break;
        }
      bytes += written;
      length -= (gsize) written;
    }
  return target->error == 0;
}

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  return write_all (data, bytes, length) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/**
 * lasna_export_check_path:
 *
 * Returns: whether a file can be written at @path, as far as that can be known beforehand
 */
gboolean
lasna_export_check_path (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *inside = g_build_filename (folder, ".", NULL);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    set_file_error (error, path, EISDIR);
  /* A file that may not be written is not replaced either, though the folder would let us. */
  else if (g_file_test (path, G_FILE_TEST_EXISTS) && g_access (path, W_OK) != 0)
    set_file_error (error, path, errno);
  else if (g_access (inside, W_OK) != 0)
    set_file_error (error, path, errno);
  else
    return TRUE;
  return FALSE;
}

static gboolean
target_open (Target *target, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hidden = g_strconcat (".", name, ".XXXXXX", NULL);

  *target = (Target){ .fd = -1, .path = path };
  if (!lasna_export_check_path (path, error))
    return FALSE;
  target->temporary = g_build_filename (folder, hidden, NULL);
  target->fd = g_mkstemp_full (target->temporary, O_RDWR | O_CLOEXEC, 0666);
  if (target->fd < 0)
    {
      set_file_error (error, path, errno);
      g_clear_pointer (&target->temporary, g_free);
      return FALSE;
    }
  return TRUE;
}

/* Keeps what was written, or leaves no trace of it. */
static gboolean
target_close (Target *target, gboolean keep, GError **error)
{
  if (keep && target->error == 0 && fsync (target->fd) != 0 && errno != EINVAL)
    target->error = errno;
  if (close (target->fd) != 0 && target->error == 0)
    target->error = errno;
  if (keep && target->error == 0 && g_rename (target->temporary, target->path) != 0)
    target->error = errno;
  if (!keep || target->error != 0)
    g_unlink (target->temporary);
  g_clear_pointer (&target->temporary, g_free);
  if (target->error != 0)
    {
      set_file_error (error, target->path, target->error);
      return FALSE;
    }
  return keep;
}

static cairo_surface_t *
make_pdf (const LasnaLayout *self, Target *target)
{
  return cairo_pdf_surface_create_for_stream (write_cb, target, self->width, self->height);
}

static cairo_surface_t *
make_svg (const LasnaLayout *self, Target *target)
{
  cairo_surface_t *surface =
      cairo_svg_surface_create_for_stream (write_cb, target, self->width, self->height);

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  return surface;
}

static cairo_surface_t *
make_png (const LasnaLayout *self, Target *target)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                         (int) ceil (self->width * PNG_SCALE),
                                                         (int) ceil (self->height * PNG_SCALE));

  cairo_surface_set_device_scale (surface, PNG_SCALE, PNG_SCALE);
  return surface;
}

static void
set_metadata (cairo_surface_t *surface, const LasnaLayout *self, const char *date)
{
  const struct
  {
    cairo_pdf_metadata_t key;
    const char *value;
  } table[] = {
    { CAIRO_PDF_METADATA_TITLE, self->title },
    { CAIRO_PDF_METADATA_AUTHOR, self->author },
    { CAIRO_PDF_METADATA_SUBJECT, self->description },
    { CAIRO_PDF_METADATA_CREATOR, "Läsnä " LASNA_VERSION },
    { CAIRO_PDF_METADATA_CREATE_DATE, date },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].value != NULL)
      cairo_pdf_surface_set_metadata (surface, table[i].key, table[i].value);
}

static gboolean
draw (const LasnaLayout *self, Target *target, MakeSurface make, LasnaTheme theme, const char *date)
{
  cairo_surface_t *surface = make (self, target);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  if (make == make_pdf)
    set_metadata (surface, self, date);
  lasna_layout_paint (self, cr, theme);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (make == make_png && status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_cb, target);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS && target->error == 0)
    {
      g_debug ("Drawing failed: %s", cairo_status_to_string (status));
      target->error = status == CAIRO_STATUS_NO_MEMORY ? ENOMEM : EIO;
    }
  return target->error == 0;
}

/**
 * lasna_layout_export:
 * @path: its ending says what is written: .pdf, .svg or .png
 * @date: (nullable): what a PDF says it was made at, ISO 8601
 *
 * Returns: whether @path now holds the picture. Where not, it holds what it held before.
 */
gboolean
lasna_layout_export (
    const LasnaLayout *self, const char *path, LasnaTheme theme, const char *date, GError **error)
{
  static const struct
  {
    const char *ending;
    MakeSurface make;
  } kinds[] = {
    { ".pdf", make_pdf },
    { ".svg", make_svg },
    { ".png", make_png },
  };
  g_autofree char *small = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      Target target;

      if (!g_str_has_suffix (small, kinds[i].ending))
        continue;
      if (!target_open (&target, path, error))
        return FALSE;
      return target_close (&target, draw (self, &target, kinds[i].make, theme, date), error);
    }
  g_set_error (error,
               LASNA_ERROR,
               LASNA_ERROR_USAGE,
               _ ("A picture is written as .pdf, .svg or .png. Nothing was written; give the file "
                  "one of these endings."));
  return FALSE;
}

/**
 * lasna_export_text:
 *
 * Returns: whether @path now holds @text, in UTF-8. Where not, it holds what it held before.
 */
gboolean
lasna_export_text (const char *text, const char *path, GError **error)
{
  Target target;

  if (!target_open (&target, path, error))
    return FALSE;
  return target_close (&target, write_all (&target, (const guint8 *) text, strlen (text)), error);
}
