#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# po/POTFILES.in names every file with words to translate, and no other. With --write it is made so.
set -eu
. build-aux/prepare

there=$(mktemp) listed=$(mktemp)
trap 'rm -f "$there" "$listed"' EXIT

{
  project_files -path './src/*.[ch]' | tr '\n' '\0' \
    | xargs -0 grep -slzE '(^|[^A-Za-z0-9_])(_|N_|C_|NC_|g_dngettext|lasna_words_plural|lasna_words_context) ?\([^";{]*"' || true
  project_files -name '*.ui' | tr '\n' '\0' | xargs -0 -r grep -l 'translatable=' || true
  project_files \( -name '*.desktop.in' -o -name '*.xml.in' -o -name '*.gschema.xml' \)
} | sed 's|^\./||' | LC_ALL=C sort -u > "$there"
grep -v '^#' po/POTFILES.in | sed '/^$/d' | LC_ALL=C sort > "$listed"

if [ "${1:-}" = --write ]; then
  { say "# SPDX-License-Identifier: GPL-3.0-or-later"; cat "$there"; } > po/POTFILES.in
  exit 0
fi
if ! diff -u --label "po/POTFILES.in" --label "files with words to translate" "$listed" "$there"; then
  exit 1
fi
