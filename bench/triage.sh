#!/bin/bash
# Measures `exdiag triage` on many logs and checks its groups against the known mixture.
#   bench/triage.sh PATH/TO/exdiag [LOGS]
# Prints time and peak memory for a tenth of the logs and for all (10,000 unless said), as files and as zip
# files, in several formats, with one job and with two, and merged. Fails where outputs or groups are wrong.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=$(realpath "${1:?usage: bench/triage.sh PATH/TO/exdiag [LOGS]}")
all=${2:-10000}
work=$(mktemp -d "${TMPDIR:-/tmp}/exdiag-triage-XXXXXX")
trap 'rm -rf "$work"' EXIT
fail() { echo "triage: $1" >&2; exit 1; }

# Runs a triage; prints its time and memory, measured by the kernel for this one process.
measure() { # NAME LOGS ARGUMENTS…
  python3 - "$1" "$2" "$work/out-$1" "$program" "${@:3}" <<'PY'
import os, resource, subprocess, sys, time
name, logs, output, *command = sys.argv[1:]
begin = time.monotonic()
with open(output, "wb") as out:
    status = subprocess.run(command, stdout=out, check=False).returncode
seconds = time.monotonic() - begin
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{name:<24} {logs:>6} logs  {seconds:7.1f} s  {int(logs) / seconds:6.0f} logs/s  "
      f"{used.ru_utime + used.ru_stime:7.1f} s of processor  {used.ru_maxrss / 1024:6.1f} MB", flush=True)
sys.exit(0 if status <= 3 else 1)
PY
}

for count in $((all / 10)) "$all"; do
  python3 "$here/make_triage.py" "$work/files-$count" --logs "$count" --plain
  python3 "$here/make_triage.py" "$work/zips-$count" --logs "$count"
  mv "$work/files-$count/expected.json" "$work/expected-$count.json"
  rm "$work/zips-$count/expected.json"
  measure "ndjson-$count" "$count" triage "$work/files-$count" --jobs 1 --format ndjson
  measure "zips-$count" "$count" triage "$work/zips-$count" --jobs 1 --format ndjson
  measure "text-$count" "$count" triage "$work/files-$count" --jobs 1
done
measure "ndjson-$all-two-jobs" "$all" triage "$work/files-$all" --jobs 2 --format ndjson
for form in csv json html; do
  measure "$form-$all" "$all" triage "$work/files-$all" --jobs 2 --format "$form"
done
measure "merge-$all" "$all" triage --merge "$work/out-ndjson-$all" --format json
cmp "$work/out-json-$all" "$work/out-merge-$all" || fail 'the merged lines give another result than the logs'
cmp "$work/out-ndjson-$all" "$work/out-ndjson-$all-two-jobs" || fail 'two jobs give another result than one'

# Groups of the report, and rows of the NDJSON files, against the mixture that was made.
python3 - "$work" "$all" <<'PY'
import collections, json, sys
work, count = sys.argv[1:]
expected = json.load(open(f"{work}/expected-{count}.json"))
named = {cause: n for cause, n in expected.items() if cause not in ("failed", "succeeded", "incomplete")}
report = json.load(open(f"{work}/out-json-{count}"))
groups = {group["rule"]: group["count"] for group in report["groups"] if group["rule"]}
unknown = sum(group["count"] for group in report["groups"] if not group["rule"])
if groups != named or unknown != expected.get("failed", 0):
    sys.exit(f"triage: groups {groups} and {unknown} unknown, expected {expected}")
for form in ("ndjson", "zips"):
    rows = [json.loads(line) for line in open(f"{work}/out-{form}-{count}")]
    found = collections.Counter(row["rule"] or row["verdict"] for row in rows)
    if found != expected:
        sys.exit(f"triage: {form} holds {dict(found)}, expected {expected}")
print(f"groups are right: {len(groups)} known causes, {unknown} logs with an unknown one")
PY
