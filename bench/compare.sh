#!/usr/bin/env bash
# Measures whole processes against public tools in one run, as ratios; prints Markdown.
#   bench/compare.sh BUILD-DIR [SIZE [RUNS]]     SIZE of the big log, 150M unless said; RUNS 9
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
size=${2:-150M}
runs=${3:-9}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
exdiag=$work/exdiag
cp "$1/exdiag" "$exdiag" # as installed: a file that a linker has just written starts more slowly
alternate() { python3 "$here/bench/alternate.py" "$@"; }
make_log() { python3 "$here/bench/make_log.py" "$@"; }
one="taskset -c 0"  # one core

make_log "$size" "$work/big.log"
make_log 5M "$work/usual.log"
python3 "$here/bench/patterns.py" "$here/rules" >"$work/patterns.txt"
cat "$work/big.log" >/dev/null

printf '## A log of %s\n\n' "$size"
# shellcheck disable=SC2086
alternate "$runs" 'wc -l' \
  'wc -l' $one wc -l "$work/big.log" -- \
  cat $one cat "$work/big.log" -- \
  'exdiag, one core' $one "$exdiag" diagnose --jobs 1 "$work/big.log" -- \
  'exdiag, two cores' "$exdiag" diagnose --jobs 2 "$work/big.log"

printf '\n%s patterns of rules, each tool on one core:\n\n' "$(wc -l <"$work/patterns.txt")"
others=()
if command -v rg >/dev/null; then others+=(-- 'rg -c -i -f' $one rg -j1 -c -i -f "$work/patterns.txt" "$work/big.log"); fi
if command -v lnav >/dev/null; then others+=(-- 'lnav -n, reading alone' $one lnav -n "$work/big.log"); fi
# shellcheck disable=SC2086
alternate 2 exdiag exdiag $one "$exdiag" diagnose --jobs 1 "$work/big.log" "${others[@]}"

printf '\n## Start to exit\n\n'
usual=('exdiag, 5 MB' "$exdiag" diagnose "$work/usual.log" --
  'exdiag --version' "$exdiag" --version --
  'python3 -c pass' python3 -c pass)
if command -v rg >/dev/null; then usual+=(-- 'rg --version' rg --version); fi
alternate 25 'exdiag --version' "${usual[@]}"

printf '\n## Growth, on one core\n\n'
make_log 15M "$work/small.log"
make_log 15M "$work/attempts10.log" --attempts 10
make_log 15M "$work/attempts100.log" --attempts 100
make_log 15M "$work/errors10.log" --errors 10
make_log 15M "$work/errors100.log" --errors 100
# shellcheck disable=SC2086
alternate "$runs" '15 MB' \
  '15 MB' $one "$exdiag" diagnose --jobs 1 "$work/small.log" -- \
  "$size" $one "$exdiag" diagnose --jobs 1 "$work/big.log" -- \
  '15 MB, 10 attempts' $one "$exdiag" diagnose --jobs 1 "$work/attempts10.log" -- \
  '15 MB, 100 attempts' $one "$exdiag" diagnose --jobs 1 "$work/attempts100.log" -- \
  '15 MB, 10 errors' $one "$exdiag" diagnose --jobs 1 "$work/errors10.log" -- \
  '15 MB, 100 errors' $one "$exdiag" diagnose --jobs 1 "$work/errors100.log"
