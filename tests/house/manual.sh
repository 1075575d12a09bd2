#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The manual page formats without a warning.
set -eu

warnings=$(groff -K utf8 -T utf8 -man -ww -z data/lasna.1 2>&1)
[ -z "$warnings" ] || {
  printf '%s\n' "$warnings"
  exit 1
}
