/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts inside mermaid: what means something there is written as the number of its letter, such as
 * #58; for a colon.
 */
#include "config.h"

#include "lasna-journey-mermaid.h"

#include <string.h>

/* What others write instead of numbers. */
static const struct
{
  const char *name;
  gunichar letter;
} names[] = {
  { "amp", '&' },     { "lt", '<' },    { "gt", '>' },   { "quot", '"' },  { "apos", '\'' },
  { "nbsp", 0x00a0 }, { "colon", ':' }, { "semi", ';' }, { "comma", ',' }, { "num", '#' },
};

/* A text that begins so would be taken for something else. */
static const char *const reserved[] = {
  "journey", "section", "title", "acctitle", "accdescr", "--"
};

static gboolean
is_reserved (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (reserved); i++)
    if (g_ascii_strncasecmp (text, reserved[i], strlen (reserved[i])) == 0)
      return TRUE;
  return FALSE;
}

/* Blanks at the ends are trimmed by every reader. */
static gboolean
is_special (const char *text, const char *at, gunichar letter, gboolean is_actor)
{
  const char *next = g_utf8_next_char (at);

  if (letter < ' ' || letter == 0x7f || strchr (":#;<&%", (int) MIN (letter, 0x7e)) != NULL)
    return TRUE;
  if (letter == ',' && is_actor)
    return TRUE;
  if (g_unichar_isspace (letter) && (at == text || *next == '\0'))
    return TRUE;
  return at == text && is_reserved (text);
}

/**
 * lasna_mermaid_encode:
 * @is_actor: whether it stands in a list with commas
 *
 * Returns: (transfer full): the text as mermaid takes it on one line
 */
char *
lasna_mermaid_encode (const char *text, gboolean is_actor)
{
  g_autoptr (GString) encoded = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == '\n')
        g_string_append (encoded, "<br/>");
      else if (is_special (text, at, letter, is_actor))
        g_string_append_printf (encoded, "#%u;", letter);
      else
        g_string_append_unichar (encoded, letter);
    }
  return g_string_free (g_steal_pointer (&encoded), FALSE);
}

/* The letter of #...; at @at, or 0; @length: (out): of the whole. */
static gunichar
read_entity (const char *at, gsize *length)
{
  const char *end = strchr (at, ';');
  g_autofree char *name = NULL;
  guint64 number = 0;

  if (end == NULL || end - at < 2 || end - at > 10)
    return 0;
  *length = (gsize) (end + 1 - at);
  name = g_strndup (at + 1, *length - 2);
  if (g_ascii_string_to_unsigned (name, 10, 1, 0x10ffff, &number, NULL))
    return g_unichar_validate ((gunichar) number) ? (gunichar) number : 0;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].name, name) == 0)
      return names[i].letter;
  return 0;
}

/* The length of <br>, <br/> or <br />, or 0. */
static gsize
read_break (const char *at)
{
  static const char *const breaks[] = { "<br>", "<br/>", "<br />" };

  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    if (g_ascii_strncasecmp (at, breaks[i], strlen (breaks[i])) == 0)
      return strlen (breaks[i]);
  return 0;
}

/**
 * lasna_mermaid_decode:
 *
 * Returns: (transfer full): the text as a person reads it
 */
char *
lasna_mermaid_decode (const char *text)
{
  g_autoptr (GString) decoded = g_string_new (NULL);

  for (const char *at = text; *at != '\0';)
    {
      gsize length = 0;
      gunichar letter = *at == '#' ? read_entity (at, &length) : 0;

      if (letter != 0)
        g_string_append_unichar (decoded, letter);
      else if ((length = read_break (at)) > 0)
        g_string_append_c (decoded, '\n');
      else
        {
          length = 1;
          g_string_append_c (decoded, *at);
        }
      at += length;
    }
  return g_string_free (g_steal_pointer (&decoded), FALSE);
}
