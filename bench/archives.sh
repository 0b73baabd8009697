#!/usr/bin/env bash
# Measures `exdiag triage` of logs of 1 MB in zip files beside `bsdtar -xO` of the same files, in turn, on one
# core and on two; prints Markdown.
#   bench/archives.sh PROGRAM [LOGS [RUNS [PER_ZIP]]]     LOGS 10000 unless said, RUNS 3, PER_ZIP 200
# The logs are of 40 different seeds; PER_ZIP is a multiple of that. The fewer logs a zip file has, the more of
# bsdtar's time is its start. bsdtar uses one core by itself, so two of it run for two cores.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
per_zip=${4:-200}
zips=$((${2:-10000} / per_zip))
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
program=$work/exdiag
cp "$1" "$program" # as installed: a file that a linker has just written starts more slowly

mkdir "$work/logs" "$work/zips"
for seed in $(seq 1 40); do python3 "$here/bench/make_log.py" 1M "$work/logs/$seed.log" --seed "$seed"; done
for copy in $(seq 2 $((per_zip / 40))); do
  for seed in $(seq 1 40); do ln "$work/logs/$seed.log" "$work/logs/$seed-$copy.log"; done
done
(cd "$work/logs" && bsdtar -a -cf "$work/one.zip" ./*.log)
for number in $(seq 1 "$zips"); do ln "$work/one.zip" "$work/zips/$number.zip"; done

unpack="ls '$work'/zips/*.zip | xargs -n 1 -P"
one="taskset -c 0"
python3 "$here/bench/alternate.py" "${3:-3}" 'bsdtar, one core' \
  'bsdtar, one core' $one sh -c "$unpack 1 bsdtar -xOf" -- \
  'exdiag, one core' $one "$program" triage --jobs 1 --format ndjson "$work/zips" -o /dev/null -- \
  'bsdtar, two at once' sh -c "$unpack 2 bsdtar -xOf" -- \
  'exdiag, two cores' "$program" triage --jobs 2 --format ndjson "$work/zips" -o /dev/null
