#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# No include against the layers. Meson's own dependencies stop most of them; this says which one,
# also where a header happens to lie in the compiler's path.
set -eu

# layer FOLDER "LAYERS BELOW" "LIBRARIES": what its files may include.
glib='glib gio gobject'
core='base store catalogue model feedback exchange sample'

found=0
layer ()
{
  folder=$1 below=$2 libraries=$3
  [ -e "$folder" ] || return 0
  find "$folder" -name '*.[ch]' -exec grep -HE '^ *# *include' {} + | sed -E 's/^([^:]*):.*[<"]([^">]*)[">].*/\1 \2/' \
    | while read -r file header; do
      allowed=false
      case $header in
        config.h | lasna-*-resource.h) allowed=true ;;
        lasna-*.h)
          for other in $below; do
            [ ! -e "src/core/$other/$header" ] && [ ! -e "src/$other/$header" ] || allowed=true
          done
          [ -z "$(find "$folder" -name "$header")" ] || allowed=true ;;
        gtk/* | gdk/* | adwaita.h | cairo* | pango/* | sqlite3.h | json-glib/* | glib/* | glib.h | gio/* | gobject/* | glib-object.h | \
          libvoikko/* | hyphen.h | archive* | libxml/* | xlsxwriter.h)
          for library in $libraries; do
            case $header in "$library"*) allowed=true ;; esac
          done ;;
        */*) case $header in sys/* | linux/*) allowed=true ;; esac ;;
        *) allowed=true ;;
      esac
      $allowed || printf '%s may not include %s.\n' "$file" "$header"
    done
}

complaints=$(
  layer src/core/base '' "$glib"
  layer src/core/store 'base' "$glib sqlite3"
  layer src/core/catalogue 'base' "$glib json-glib"
  layer src/core/model 'base store catalogue' "$glib json-glib sqlite3"
  layer src/core/feedback 'base store catalogue model' "$glib sqlite3 json-glib"
  layer src/core/exchange 'base store catalogue model feedback' "$glib json-glib sqlite3 archive libxml xlsxwriter"
  layer src/core/sample 'base store catalogue model' "$glib json-glib sqlite3"
  layer src/draw 'base store catalogue model feedback' "$glib cairo pango libvoikko hyphen"
  layer src/cli "$core draw" "$glib json-glib"
  layer src/app "$core draw" "$glib json-glib cairo pango gtk gdk adwaita"
)
[ -z "$complaints" ] || {
  printf '%s\n' "$complaints"
  found=1
}
exit $found
