#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every folder's purpose stands in CONTRIBUTING.md.
set -eu
. build-aux/prepare

found=0
for folder in $(project_files | sed -e 's|^\./||' -e '/\//!d' -e 's|/[^/]*$||' | sort -u); do
  if ! grep -qF "\`$folder/\`" CONTRIBUTING.md; then
    say "CONTRIBUTING.md does not say what $folder/ is for."
    found=1
  fi
done
exit $found
