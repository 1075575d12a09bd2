#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# mime.sh TYPES.xml: the file type's description is accepted, by the program that desktops use.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/packages"
cp "$1" "$work/packages/"
update-mime-database -V "$work" > "$work/said" 2>&1 || {
  cat "$work/said"
  exit 1
}
grep -qF 'application/x-lasna-workbook:*.lasna' "$work/globs"
