#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# build-aux/check counts right: cases, skips, failures, and programs that broke off.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/log.json" << 'END'
{"name": "sound", "result": "OK", "stdout": "1..3\nok 1 /a\n# words\nok 2 /b # SKIP no display\nok 3 /c\n"}
{"name": "wrong", "result": "FAIL", "stdout": "1..2\nok 1 /a\nnot ok 2 /b\n"}
{"name": "broken", "result": "ERROR", "stdout": "1..2\nok 1 /a\n"}
{"name": "late", "result": "TIMEOUT"}
{"name": "plain", "result": "OK", "stdout": "okay\n"}
{"name": "left-out", "result": "SKIP"}
END
cat > "$work/wanted" << 'END'
5 3 2
wrong: /b
broken: error
late: timeout
END
build-aux/count-tests "$work/log.json" | diff "$work/wanted" -
