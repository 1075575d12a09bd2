/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An XML part of a zipped package, read piece by piece. Nothing in it is fetched or expanded.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _LasnaZipXml LasnaZipXml;

typedef struct
{
  const char *name; /* without its prefix */
  int n_attributes;
  const unsigned char **attributes; /* as libxml2 hands them over */
} LasnaXmlElement;

typedef struct
{
  void (*start) (gpointer data, const LasnaXmlElement *element);
  void (*end) (gpointer data, const char *name);
  void (*text) (gpointer data, const char *text, gsize length); /* may be NULL */
} LasnaXmlHandler;

gboolean lasna_zip_xml_open (GFile *file,
                             const char *name,
                             guint64 limit,
                             const LasnaXmlHandler *handler,
                             gpointer data,
                             LasnaZipXml **part,
                             GCancellable *cancellable,
                             GError **error);
void lasna_zip_xml_free (LasnaZipXml *self);
gboolean
lasna_zip_xml_read (LasnaZipXml *self, gboolean *ended, GCancellable *cancellable, GError **error);
gboolean lasna_zip_xml_read_all (LasnaZipXml *self, GCancellable *cancellable, GError **error);
void lasna_zip_xml_refuse (LasnaZipXml *self);
guint64 lasna_zip_xml_get_position (LasnaZipXml *self);
void lasna_zip_xml_set_missing (const char *name, GError **error);

char *lasna_xml_element_dup (const LasnaXmlElement *self,
                             const char *space,
                             const char *name) G_GNUC_WARN_UNUSED_RESULT;
gboolean lasna_xml_element_copy (
    const LasnaXmlElement *self, const char *space, const char *name, char *buffer, gsize size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaZipXml, lasna_zip_xml_free)

G_END_DECLS
