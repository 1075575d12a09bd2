#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The shell scripts are sound. Those without an ending are known by their first lines.
set -eu
. build-aux/prepare

scripts=$(project_files ! -name '*.md' | tr '\n' '\0' \
  | xargs -0 grep -slE '^#!/bin/(ba)?sh|^# shellcheck shell=')
# Names of our files hold no blanks.
# shellcheck disable=SC2086
shellcheck --external-sources --severity=warning $scripts
