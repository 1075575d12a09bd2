#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The sources look as clang-format lays them out. Its versions differ, so the one of Debian 12 counts.
set -eu
. build-aux/prepare

formatter=$(command -v clang-format-14 || command -v clang-format) || {
  say "clang-format is not installed."
  exit 77
}
"$formatter" --version | grep -q 'version 14\.' || {
  say "$("$formatter" --version): version 14 is what counts."
  exit 77
}
ugly=$(project_files \( -name '*.c' -o -name '*.h' \) | tr '\n' '\0' \
  | xargs -0 "$formatter" --dry-run -Werror 2>&1 | sed -n 's/:.*\[-Wclang-format-violations\]$//p' | sort -u)
[ -z "$ugly" ] || {
  say "$formatter -i would lay these out otherwise:"
  say "$ugly"
  exit 1
}
