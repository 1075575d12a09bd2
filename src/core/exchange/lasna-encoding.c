/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A byte order mark, else strict UTF-8, else Windows-1252: reading never fails for what the bytes
 * are, and what had to be replaced is counted.
 */
#include "config.h"

#include "lasna-encoding.h"

#include "lasna-error.h"
#include "lasna-fingerprint.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK 65536
#define REPLACEMENT "\xef\xbf\xbd"

typedef struct _Coding Coding;

struct _LasnaDecoder
{
  GInputStream *stream;
  const Coding *coding;
  char table[256][8]; /* of an encoding of one byte a letter */
  guint8 *raw;
  gsize n_raw;
  GString *text;
  guint64 position;
  gboolean started;
  gboolean ended;
};

/* Takes what it can of the raw bytes, adds it to the text, and says how many bytes it took. The
 * rest is the beginning of a character, kept for the next chunk.
 */
struct _Coding
{
  const char *name;
  const char *mark;
  gsize n_mark;
  gsize (*decode) (LasnaDecoder *self);
};

static gsize
decode_utf8 (LasnaDecoder *self)
{
  const char *start = (const char *) self->raw;
  const char *end = start + self->n_raw;
  const char *next = start;

  while (next < end)
    {
      const char *good = next;
      gunichar letter;

      g_utf8_validate_len (next, end - next, &good);
      g_string_append_len (self->text, next, good - next);
      next = good;
      if (next == end)
        break;
      letter = *next != '\0' ? g_utf8_get_char_validated (next, end - next) : (gunichar) -1;
      if (letter == (gunichar) -2 && !self->ended)
        break;
      g_string_append (self->text, REPLACEMENT);
      next++;
    }
  return next - start;
}

static gunichar
unit_at (const guint8 *raw, gboolean is_big)
{
  return is_big ? raw[0] << 8 | raw[1] : raw[1] << 8 | raw[0];
}

static gsize
decode_utf16 (LasnaDecoder *self, gboolean is_big)
{
  gsize i = 0;

  while (i + 2 <= self->n_raw)
    {
      gunichar unit = unit_at (self->raw + i, is_big);

      if (unit >= 0xd800 && unit < 0xdc00)
        {
          if (i + 4 > self->n_raw && !self->ended)
            break;
          gunichar low = i + 4 <= self->n_raw ? unit_at (self->raw + i + 2, is_big) : 0;
          if (low >= 0xdc00 && low < 0xe000)
            {
              g_string_append_unichar (self->text,
                                       0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00));
              i += 4;
              continue;
            }
        }
      if (unit == 0 || (unit >= 0xd800 && unit < 0xe000))
        g_string_append (self->text, REPLACEMENT);
      else
        g_string_append_unichar (self->text, unit);
      i += 2;
    }
  if (self->ended && i < self->n_raw)
    {
      g_string_append (self->text, REPLACEMENT);
      i = self->n_raw;
    }
  return i;
}

static gsize
decode_utf16le (LasnaDecoder *self)
{
  return decode_utf16 (self, FALSE);
}

static gsize
decode_utf16be (LasnaDecoder *self)
{
  return decode_utf16 (self, TRUE);
}

static gsize
decode_bytes (LasnaDecoder *self)
{
  for (gsize i = 0; i < self->n_raw; i++)
    g_string_append (self->text, self->table[self->raw[i]]);
  return self->n_raw;
}

static const Coding codings[] = {
  { "utf-8", "\xef\xbb\xbf", 3, decode_utf8 },
  { "utf-16le", "\xff\xfe", 2, decode_utf16le },
  { "utf-16be", "\xfe\xff", 2, decode_utf16be },
};
static const Coding coding_of_bytes = { NULL, "", 0, decode_bytes };

static const Coding *
find_coding (const char *encoding)
{
  if (g_ascii_strcasecmp (encoding, "utf8") == 0)
    encoding = "utf-8";
  for (guint i = 0; i < G_N_ELEMENTS (codings); i++)
    if (g_ascii_strcasecmp (encoding, codings[i].name) == 0)
      return &codings[i];
  return &coding_of_bytes;
}

/* Asks iconv for the letter of each byte. A byte without one becomes a control character of the
 * same number, as browsers do it, and NUL the replacement character.
 */
static gboolean
fill_table (char table[256][8], const char *encoding)
{
  GIConv conversion = g_iconv_open ("UTF-8", encoding);

  if (conversion == (GIConv) -1)
    return FALSE;

  guint n_unknown = 0;

  for (guint i = 1; i < 256; i++)
    {
      char byte = (char) i;
      g_autofree char *letter = NULL;
      gsize n_read;
      gsize length;

      letter = g_convert_with_iconv (&byte, 1, conversion, &n_read, &length, NULL);
      if (letter != NULL && n_read == 1 && length > 0 && length < 8 &&
          g_utf8_validate_len (letter, length, NULL))
        memcpy (table[i], letter, length + 1);
      else
        {
          table[i][g_unichar_to_utf8 (i, table[i])] = '\0';
          n_unknown++;
        }
    }
  memcpy (table[0], REPLACEMENT, sizeof REPLACEMENT);
  g_iconv_close (conversion);
  return n_unknown < 64;
}

/**
 * lasna_encoding_is_known:
 *
 * Returns: whether a decoder can be made for @encoding
 */
gboolean
lasna_encoding_is_known (const char *encoding)
{
  char table[256][8];

  return find_coding (encoding) != &coding_of_bytes || fill_table (table, encoding);
}

/* Without a mark, text in UTF-16 still shows: of plain letters every other byte is zero, and hardly
 * one of those between.
 */
static const char *
guess_utf16 (const guint8 *bytes, gsize length)
{
  gsize even = 0;
  gsize odd = 0;

  for (gsize i = 0; i + 1 < length; i += 2)
    {
      even += bytes[i] == 0;
      odd += bytes[i + 1] == 0;
    }
  if (odd > length / 5 && even <= odd / 16)
    return "utf-16le";
  if (even > length / 5 && odd <= even / 16)
    return "utf-16be";
  return NULL;
}

/* Whether @bytes are UTF-8; @carry holds the character that the chunk before broke off. */
static gboolean
check_utf8 (GString *carry, const guint8 *bytes, gsize length)
{
  const char *end;

  g_string_append_len (carry, (const char *) bytes, length);
  if (!g_utf8_validate_len (carry->str, carry->len, &end) &&
      (*end == '\0' ||
       g_utf8_get_char_validated (end, carry->str + carry->len - end) != (gunichar) -2))
    return FALSE;
  g_string_erase (carry, 0, end - carry->str);
  return TRUE;
}

static void
look_at_start (LasnaEncodingScan *scan, const guint8 *bytes, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (codings); i++)
    {
      if (length >= codings[i].n_mark && memcmp (bytes, codings[i].mark, codings[i].n_mark) == 0)
        {
          scan->encoding = codings[i].name;
          scan->has_mark = TRUE;
          return;
        }
    }
  scan->encoding = guess_utf16 (bytes, length);
}

/**
 * lasna_encoding_scan:
 * @stream: read to its end
 *
 * Returns: whether reading went well; then @scan holds what the whole file says
 */
gboolean
lasna_encoding_scan (GInputStream *stream,
                     LasnaEncodingScan *scan,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  g_autoptr (GString) carry = g_string_new (NULL);
  gboolean is_utf8 = TRUE;
  gssize n;

  *scan = (LasnaEncodingScan){ .hash = LASNA_FINGERPRINT_START };
  while ((n = g_input_stream_read (stream, chunk, CHUNK, cancellable, error)) > 0)
    {
      if (scan->size == 0)
        look_at_start (scan, chunk, n);
      scan->size += n;
      scan->hash = lasna_fingerprint_add (scan->hash, chunk, n);
      if (is_utf8 && scan->encoding == NULL)
        is_utf8 = check_utf8 (carry, chunk, n);
      if (scan->encoding == NULL)
        for (gssize i = 0; i < n; i++)
          scan->undefined += chunk[i] == 0x81 || chunk[i] == 0x8d || chunk[i] == 0x8f ||
                             chunk[i] == 0x90 || chunk[i] == 0x9d;
    }
  if (n < 0)
    return FALSE;

  scan->hash = lasna_fingerprint_finish (scan->hash);
  if (scan->encoding == NULL)
    scan->encoding = is_utf8 && carry->len == 0 ? "utf-8" : "windows-1252";
  if (strcmp (scan->encoding, "windows-1252") != 0)
    scan->undefined = 0;
  return TRUE;
}

/**
 * lasna_decoder_new:
 * @encoding: one of LasnaEncodingScan, or a name iconv knows of an encoding of one byte a letter
 *
 * Returns: (transfer full) (nullable): a decoder of @stream; NULL where @encoding is not known
 */
LasnaDecoder *
lasna_decoder_new (GInputStream *stream, const char *encoding, GError **error)
{
  g_autoptr (LasnaDecoder) self = g_new0 (LasnaDecoder, 1);

  self->stream = g_object_ref (stream);
  self->coding = find_coding (encoding);
  self->raw = g_malloc (CHUNK);
  self->text = g_string_sized_new (CHUNK + 1);
  if (self->coding == &coding_of_bytes && !fill_table (self->table, encoding))
    {
      g_set_error (error,
                   LASNA_ERROR,
                   LASNA_ERROR_USAGE,
                   /* Translators: %s is the name of a character encoding. */
                   _ ("The encoding “%s” is not known here. Try utf-8 or windows-1252."),
                   encoding);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
lasna_decoder_free (LasnaDecoder *self)
{
  g_object_unref (self->stream);
  g_free (self->raw);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * lasna_decoder_next:
 * @text: (out) (transfer none): the next piece, whole characters without NUL, valid until the
 *   next call; empty at the end
 *
 * Returns: FALSE where reading failed
 */
gboolean
lasna_decoder_next (
    LasnaDecoder *self, const char **text, gsize *length, GCancellable *cancellable, GError **error)
{
  g_string_truncate (self->text, 0);
  while (self->text->len == 0 && !self->ended)
    {
      gsize n;
      gsize taken;

      if (!g_input_stream_read_all (
              self->stream, self->raw + self->n_raw, CHUNK - self->n_raw, &n, cancellable, error))
        return FALSE;
      self->position += n;
      self->ended = self->n_raw + n < CHUNK;
      self->n_raw += n;
      taken = self->coding->decode (self);
      self->n_raw -= taken;
      memmove (self->raw, self->raw + taken, self->n_raw);
      if (!self->started && g_str_has_prefix (self->text->str, "\xef\xbb\xbf"))
        g_string_erase (self->text, 0, 3);
      self->started = TRUE;
    }
  *text = self->text->str;
  *length = self->text->len;
  return TRUE;
}

/**
 * lasna_decoder_get_position:
 *
 * Returns: how many bytes of the stream were read
 */
guint64
lasna_decoder_get_position (LasnaDecoder *self)
{
  return self->position;
}
