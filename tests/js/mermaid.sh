#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What we write as mermaid is read by mermaid itself. Its packages are put into a folder of the
# build once; where node or npm is missing or cannot be reached, this is skipped.
#
# Arguments: the program, the folder of the packages, the script that reads.
set -eu

lasna=$1 packages=$2 script=$3
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT

skip ()
{
  echo "Skipped: $1" >&2
  exit 77
}

command -v node >/dev/null || skip "there is no node"
command -v npm >/dev/null || skip "there is no npm"
if ! [ -f "$packages/done" ]; then
  mkdir -p "$packages"
  timeout 240 npm install --prefix "$packages" --no-save --no-audit --no-fund --ignore-scripts \
    mermaid@11.17.2 jsdom@26.1.0 >"$packages/log" 2>&1 || skip "npm cannot be reached"
  touch "$packages/done"
fi

for language in en 'fi' sv; do
  "$lasna" new "$here/sample-$language.lasna" --sample --language "$language"
  "$lasna" export "$here/sample-$language.lasna" -o "$here/sample-$language.mmd"
  for template in generic travel webshop b2b care course; do
    "$lasna" new "$here/$template-$language.lasna" --template "journey.$template" \
      --language "$language"
    "$lasna" export "$here/$template-$language.lasna" -o "$here/$template-$language.mmd"
  done
done
cp "$script" "$packages/read.mjs"
node "$packages/read.mjs" "$here"/*.mmd
