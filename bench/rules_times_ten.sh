#!/usr/bin/env bash
# Builds the program with ten times the rules and measures both on the same logs, in turn; prints Markdown.
#   bench/rules_times_ten.sh [RUNS]     RUNS 15 unless said
# The further rules are copies for failures of their own (bench/many_rules.py), so the same ones hold.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
build=build/rules-times-ten
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

rules=$(find rules -name '*.yaml' | wc -l)
rm -rf "$build-rules"
python3 bench/many_rules.py --rules "$((rules * 10))" --write "$build-rules"
cmake --preset package >/dev/null
cmake --build --preset package --target exdiag
cmake --preset package -B "$build" -DEXDIAG_RULES="$here/$build-rules" >/dev/null
cmake --build "$build" --target exdiag

# As installed: a file that a linker has just written starts more slowly.
cp build/package/exdiag "$work/exdiag"
cp "$build/exdiag" "$work/exdiag-times-ten"
python3 bench/make_log.py 150M "$work/big.log"
python3 bench/make_log.py 5M "$work/usual.log"
for log in big usual; do
  printf '\n'
  taskset -c 0 python3 bench/alternate.py "${1:-15}" 'rules' \
    rules "$work/exdiag" diagnose --jobs 1 "$work/$log.log" -- \
    'rules × 10' "$work/exdiag-times-ten" diagnose --jobs 1 "$work/$log.log"
done
