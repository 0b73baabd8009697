#!/usr/bin/env python3
"""Prints the text patterns of all rules below a directory, one a line, as ripgrep takes them."""
import pathlib
import re
import sys

PATTERN = re.compile(r"^\s*-?\s*(?:error|message|script|role|task|pattern|value):\s*'((?:[^']|'')*)'\s*$")

patterns = set()
for path in pathlib.Path(sys.argv[1]).rglob("*.yaml"):
    for line in path.read_text(encoding="utf-8").splitlines():
        found = PATTERN.match(line)
        if found:
            text = found.group(1).replace("''", "'")
            patterns.add(re.sub(r'\(\?P<\w+>', '(?:', text))  # ripgrep joins them: names would clash
print("\n".join(sorted(patterns)))
