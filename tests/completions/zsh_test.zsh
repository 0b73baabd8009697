#!/usr/bin/env zsh
# What zsh offers at the cursor: zsh_test.zsh EXDIAG
# Completion works in an interactive shell alone, so one is asked through a terminal of its own. There
# compadd, by which every word is offered, prints the words instead.
emulate -R zsh
zmodload zsh/zpty
program=$1
dump=$(mktemp -d) || exit 1
trap 'rm -rf $dump' EXIT
failed=0

asked='
PROMPT= RPROMPT= COLUMNS=200
unsetopt zle_bracketed_paste 2>/dev/null; unset zle_bracketed_paste
autoload -Uz compinit && compinit -u -d '$dump'/dump
source =('$program' generate zsh)
compadd() {
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd "$@"; return; fi
  local -a offered_words
  builtin compadd -A offered_words "$@"
  print -rl -- "offered "${^offered_words}
  builtin compadd "$@"
}
begin-list() { print -r -- "[begins]" }
end-list() { print -r -- "[ends]"; exit }
compprefuncs=(begin-list) comppostfuncs=(end-list)
bindkey "^I" complete-word
print -r -- "[ready]"
'

# Prints the words offered after "$1".
offered() {
  local said line
  zpty shell "LC_ALL=C.UTF-8 TERM=dumb zsh -f -i"
  zpty -w shell "$(print -r -- "source =(<<'ASKED'"$'\n'"${asked}ASKED"$'\n)')"
  while zpty -r shell line; do [[ $line == '[ready]'* ]] && break; done
  zpty -w -n shell "$1"$'\t'
  while zpty -r shell line; do
    line=${line%%[$'\r\n']*}
    [[ $line == '[ends]'* ]] && break
    [[ $line == 'offered '* ]] && print -r -- "${line#offered }"
  done
  zpty -d shell
}

# offers "words before and at the cursor" expected…: each expected word is offered.
offers() {
  local -a words=("${(@f)$(offered $1)}")
  local wanted
  for wanted in "${@:2}"; do
    (( ${words[(Ie)$wanted]} )) && continue
    print -r -- "after \"$1\": no $wanted among: $words"
    failed=1
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
