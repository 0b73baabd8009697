#!/usr/bin/env bash
# What bash offers at the cursor: bash_test.bash EXDIAG
set -u
source <("$1" generate bash) || exit 1
failed=0

# offers "words before and at the cursor" expected…: each expected word is offered.
offers() {
  local -a line
  IFS=' ' read -r -a line <<< "$1"
  [[ $1 == *' ' ]] && line+=('')
  shift
  COMP_WORDS=("${line[@]}")
  COMP_CWORD=$((${#line[@]} - 1))
  compopt() { :; }  # only a real completion has options
  _exdiag
  local wanted
  for wanted in "$@"; do
    if [[ " ${COMPREPLY[*]-} " != *" $wanted "* ]]; then
      echo "after \"${line[*]}\": no $wanted among: ${COMPREPLY[*]-}"
      failed=1
    fi
  done
}

offers 'exdiag ' diagnose explain rules generate
offers 'exdiag dia' diagnose
offers 'exdiag rules ' list show
offers 'exdiag rules l' list
offers 'exdiag --format ' text json
offers 'exdiag diagnose -f nd' ndjson
offers 'exdiag some.log --f' --format
offers 'exdiag rules list --rul' --rules
offers 'exdiag diagnose --color ' auto always never
offers 'exdiag generate ' bash zsh fish powershell man
exit $failed
