#!/usr/bin/env bash
# Measures whole processes against public tools in one run, as ratios; prints Markdown.
#   bench/compare.sh BUILD-DIR [SIZE]     SIZE of the big log, 150M unless said
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
exdiag=$(cd "$1" && pwd)/exdiag
size=${2:-150M}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The least wall time in milliseconds of several runs: noise only adds.
least() {
  python3 - "$@" <<'PY'
import subprocess, sys, time
runs = int(sys.argv[1])
best = None
for _ in range(runs):
    start = time.perf_counter()
    subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    took = (time.perf_counter() - start) * 1000
    best = took if best is None else min(best, took)
print(f"{best:.1f}")
PY
}

ratio() { python3 -c "print(f'{$1 / $2:.2f}')"; }
row() { printf '| %s | %s | %s |\n' "$1" "$2" "$3"; }

python3 "$here/bench/make_log.py" "$size" "$work/big.log"
python3 "$here/bench/make_log.py" 5M "$work/usual.log"
python3 "$here/bench/patterns.py" "$here/rules" >"$work/patterns.txt"
cat "$work/big.log" >/dev/null

printf '## A log of %s\n\n%s patterns for ripgrep and grep, those of the rules that look at texts.\n\n' "$size" "$(wc -l <"$work/patterns.txt")"
printf '| command | ms | times `wc -l` |\n| --- | ---: | ---: |\n'
wc_ms=$(least 7 wc -l "$work/big.log")
row '`wc -l`' "$wc_ms" 1.00
ms=$(least 7 cat "$work/big.log"); row '`cat`' "$ms" "$(ratio "$ms" "$wc_ms")"
ms=$(least 7 taskset -c 0 "$exdiag" diagnose --jobs 1 "$work/big.log"); row '`exdiag diagnose --jobs 1`, one core' "$ms" "$(ratio "$ms" "$wc_ms")"
one=$ms
ms=$(least 7 "$exdiag" diagnose "$work/big.log"); row '`exdiag diagnose`' "$ms" "$(ratio "$ms" "$wc_ms")"
if command -v rg >/dev/null; then
  ms=$(least 2 taskset -c 0 rg -j1 -c -i -f "$work/patterns.txt" "$work/big.log"); row '`rg -j1 -c -i -f patterns`, one core' "$ms" "$(ratio "$ms" "$wc_ms")"
  printf '\nripgrep takes %s times as long as exdiag on one core.\n' "$(ratio "$ms" "$one")"
fi

printf '\n## A usual log of 5 MB, from start to exit\n\n| command | ms |\n| --- | ---: |\n'
printf '| `exdiag diagnose` | %s |\n' "$(least 15 "$exdiag" diagnose "$work/usual.log")"
printf '| `exdiag --version` | %s |\n' "$(least 15 "$exdiag" --version)"
command -v rg >/dev/null && printf '| `rg --version` | %s |\n' "$(least 15 rg --version)"
printf '| `python3 -c pass` | %s |\n' "$(least 15 python3 -c pass)"
