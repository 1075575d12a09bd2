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
#define CARRY 4 /* bytes of a character */
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
  gsize n_lent; /* of the raw bytes, which were whole characters */
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

/* Most text is plain letters, eight of which are looked at in one go. Stops at NUL, too. */
static const char *
skip_plain (const char *at, const char *end)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 highs = ones << 7;

  for (guint64 letters; end - at >= (gssize) sizeof letters; at += sizeof letters)
    {
      memcpy (&letters, at, sizeof letters);
      if (((letters | (letters - ones)) & highs) != 0)
        break;
    }
  return at;
}

/* How far @start is UTF-8 without NUL. */
static const char *
skip_utf8 (const char *start, const char *end)
{
  const char *next = start;

  while (next < end)
    {
      const char *good;

      next = skip_plain (next, end);
      if (g_utf8_validate_len (next, MIN (end - next, 64), &good))
        next = good;
      else if (good == next)
        break;
      else
        next = good;
    }
  return next;
}

/* Whether the bytes are the beginning of a character whose end is missing. */
static gboolean
is_broken_off (const char *bytes, gsize length)
{
  return length > 0 && length < 4 && *bytes != '\0' &&
         g_utf8_get_char_validated (bytes, length) == (gunichar) -2;
}

static gsize
decode_utf8 (LasnaDecoder *self)
{
  const char *start = (const char *) self->raw;
  const char *end = start + self->n_raw;
  const char *next = start;

  while (next < end)
    {
      const char *good = skip_utf8 (next, end);

      g_string_append_len (self->text, next, good - next);
      next = good;
      if (next == end || (is_broken_off (next, end - next) && !self->ended))
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

/* Whether @bytes are UTF-8; a character that is broken off is moved to the front. */
static gboolean
check_utf8 (guint8 *bytes, gsize length, gsize *n_carry)
{
  const char *end = (const char *) bytes + length;
  const char *good = skip_utf8 ((const char *) bytes, end);

  *n_carry = end - good;
  if (*n_carry == 0)
    return TRUE;
  if (!is_broken_off (good, *n_carry))
    return FALSE;
  memmove (bytes, good, *n_carry);
  return TRUE;
}

static guint64
count_undefined (const guint8 *bytes, gsize length)
{
  const char *start = (const char *) bytes;
  guint64 n = 0;

  for (gsize i = skip_plain (start, start + length) - start; i < length; i++)
    n += bytes[i] == 0x81 || bytes[i] == 0x8d || bytes[i] == 0x8f || bytes[i] == 0x90 ||
         bytes[i] == 0x9d;
  return n;
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
  g_autofree guint8 *chunk = g_malloc (CHUNK + CARRY);
  gsize n_carry = 0; /* bytes of a character that the chunk before broke off */
  gboolean is_utf8 = TRUE;
  gsize n;

  *scan = (LasnaEncodingScan){ .hash = LASNA_FINGERPRINT_START };
  do
    {
      guint8 *bytes = chunk + n_carry;

      if (!g_input_stream_read_all (stream, bytes, CHUNK, &n, cancellable, error))
        return FALSE;
      if (scan->size == 0)
        look_at_start (scan, bytes, n);
      scan->size += n;
      scan->hash = lasna_fingerprint_add_chunk (scan->hash, bytes, n);
      if (scan->encoding != NULL)
        continue;
      scan->undefined += count_undefined (bytes, n);
      if (is_utf8)
        is_utf8 = check_utf8 (chunk, n_carry + n, &n_carry);
      if (!is_utf8)
        n_carry = 0;
    }
  while (n == CHUNK);

  scan->hash = lasna_fingerprint_finish (scan->hash);
  if (scan->encoding == NULL)
    scan->encoding = is_utf8 && n_carry == 0 ? "utf-8" : "windows-1252";
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

/* Sound UTF-8 is handed over where it lies. */
static gboolean
lend (LasnaDecoder *self, const char **text, gsize *length)
{
  const char *start = (const char *) self->raw;
  const char *end = start + self->n_raw;
  const char *good;

  if (self->coding->decode != decode_utf8)
    return FALSE;
  good = skip_utf8 (start, end);
  if (good < end && (self->ended || !is_broken_off (good, end - good)))
    return FALSE;
  *text = start;
  *length = self->n_lent = good - start;
  return TRUE;
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
  *text = "";
  *length = 0;
  while (*length == 0 && !self->ended)
    {
      gsize n;
      gsize taken;

      self->n_raw -= self->n_lent;
      memmove (self->raw, self->raw + self->n_lent, self->n_raw);
      self->n_lent = 0;
      if (!g_input_stream_read_all (
              self->stream, self->raw + self->n_raw, CHUNK - self->n_raw, &n, cancellable, error))
        return FALSE;
      self->position += n;
      self->ended = self->n_raw + n < CHUNK;
      self->n_raw += n;
      if (!lend (self, text, length))
        {
          g_string_truncate (self->text, 0);
          taken = self->coding->decode (self);
          self->n_raw -= taken;
          memmove (self->raw, self->raw + taken, self->n_raw);
          *text = self->text->str;
          *length = self->text->len;
        }
      if (!self->started && *length >= 3 && memcmp (*text, "\xef\xbb\xbf", 3) == 0)
        {
          *text += 3;
          *length -= 3;
        }
      self->started = TRUE;
    }
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
