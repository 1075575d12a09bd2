#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# translations.sh XGETTEXT-ARGUMENT...: every word of the program is in every language of
# po/LINGUAS, none of them doubtful, and gettext finds no fault with them.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
xgettext --directory=. --files-from=po/POTFILES.in --output="$work/lasna.pot" "$@"

found=0

# Without a domain gettext looks into the default one, which is not ours.
if grep -rnE '(^|[^_a-z])n?gettext \(' src --include='*.[ch]'; then
  printf '%s\n' 'These ask no domain; g_dngettext (GETTEXT_PACKAGE, ...) does.'
  found=1
fi

# The two forms of a plural are gathered as a pair; marked one by one they would be two words.
for file in $(grep -rl 'lasna_words_plural' src); do
  if tr '\n' ' ' < "$file" | grep -qE 'lasna_words_plural \([^;{]*[^A-Z]N_ \('; then
    printf '%s: lasna_words_plural () takes its forms without N_ ()\n' "$file"
    found=1
  fi
done

for language in $(cat po/LINGUAS); do
  msgfmt --check --output-file="$work/$language.mo" "po/$language.po" || found=1
  msgmerge --quiet --no-fuzzy-matching --output-file="$work/$language.po" "po/$language.po" "$work/lasna.pot"
  for missing in --untranslated --only-fuzzy; do
    msgattrib "$missing" --no-obsolete --no-wrap "$work/$language.po" > "$work/missing"
    count=$(grep -c '^msgid ' "$work/missing" || true)
    # The header counts as one, where there is anything at all.
    if [ "$count" -gt 1 ]; then
      printf 'po/%s.po: %s words are %s, the first of them:\n' "$language" "$((count - 1))" "${missing#--}"
      grep '^msgid "..*"' "$work/missing" | head -n 5
      found=1
    fi
  done
done
exit $found
