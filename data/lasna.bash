# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Completion of the command line of lasna in bash.

_lasna ()
{
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} options=
  compopt -o filenames

  case $previous in
    --language) mapfile -t COMPREPLY < <(compgen -W 'en fi sv' -- "$current"); return ;;
    --what) mapfile -t COMPREPLY < <(compgen -W 'feedback journey workbook' -- "$current"); return ;;
    --orientation) mapfile -t COMPREPLY < <(compgen -W 'landscape portrait' -- "$current"); return ;;
    --as) mapfile -t COMPREPLY < <(compgen -W 'feedback journey workbook' -- "$current"); return ;;
    --measure) mapfile -t COMPREPLY < <(compgen -W 'nps csat ces climate net_emotion' -- "$current"); return ;;
    --by) mapfile -t COMPREPLY < <(compgen -W 'day week month quarter year channel segment stage' -- "$current"); return ;;
    --template | --journey | --map | --set | --from | --to | --where | --compare | --names | --words) return ;;
  esac

  case ${COMP_WORDS[1]} in
    new) options='--template --language --sample --force' ;;
    person) options='--anonymise --erase --backups --yes --json' ;;
    retain) options='--names --words --dry-run --yes --json' ;;
    info | check) options='--json' ;;
    import) options='--as --journey --map --set --create --skipped --dry-run --json' ;;
    export) options='--what --journey --from --to --where --no-names --excel --language --json -o' ;;
    stats) options='--journey --from --to --where --by --compare --json' ;;
    chart) options='--list --journey --from --to --where --measure --language --no-names -o' ;;
    summary) options='--journey --orientation --language --no-names -o' ;;
  esac

  if [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
  elif [[ $COMP_CWORD -eq 1 ]]; then
    mapfile -t COMPREPLY < <(compgen -W 'new info import export stats chart summary person retain check undo redo' -- "$current"
                             compgen -f -X '!*.lasna' -- "$current"
                             compgen -d -- "$current")
  elif [[ ${COMP_WORDS[1]} == chart && $COMP_CWORD -eq 3 ]]; then
    mapfile -t COMPREPLY < <(compgen -W 'feelings awakened task deaf channels segments links replies scores trend drivers' -- "$current")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  fi
}

complete -F _lasna lasna
