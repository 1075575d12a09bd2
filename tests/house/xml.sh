#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What is XML is well formed: screens, resources, icons, settings.
set -eu
. build-aux/prepare

project_files \( -name '*.ui' -o -name '*.xml' -o -name '*.xml.in' -o -name '*.svg' \) | tr '\n' '\0' \
  | xargs -0 xmllint --nonet --noout
