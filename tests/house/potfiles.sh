#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# po/POTFILES.in names every file with words to translate, and no other.
set -eu
. build-aux/prepare

there=$(mktemp) listed=$(mktemp)
trap 'rm -f "$there" "$listed"' EXIT

{
  project_files -path './src/*.c' -o -path './src/*.h' -type f -print | tr '\n' '\0' \
    | xargs -0 grep -lE '(^|[^A-Za-z0-9_])(_|N_|C_|NC_|ngettext|lasna_words(_plural|_context)?) ?\(.*"|translatable='  || true
  project_files -name '*.ui' | tr '\n' '\0' | xargs -0 -r grep -l 'translatable=' || true
  project_files -name '*.desktop.in' -o -name '*.metainfo.xml.in' -print -o -name '*.mime.xml.in' -print -o -name '*.gschema.xml' -print
} | sed 's|^\./||' | LC_ALL=C sort -u > "$there"
grep -v '^#' po/POTFILES.in | sed '/^$/d' | LC_ALL=C sort > "$listed"

if ! diff -u --label "po/POTFILES.in" --label "files with words to translate" "$listed" "$there"; then
  exit 1
fi
