#!/usr/bin/env python3
"""Reads CHANGELOG.md for packages and releases.

  changelog.py section CHANGELOG.md VERSION   the text of one version's section
  changelog.py debian CHANGELOG.md            all sections as a Debian changelog

A section begins with "## 1.0.0 (2026-01-31)"; one without a date is not released yet and, in a Debian
changelog, bears the time of SOURCE_DATE_EPOCH.
"""
import datetime
import os
import re
import sys
import textwrap

MAINTAINER = "The exdiag authors <exdiag@packages.invalid>"
HEADING = re.compile(r"^## (\d+\.\d+\.\d+)(?: \((\d{4}-\d{2}-\d{2})\))?$")


def sections(text):
    """(version, date or None, lines) of each section, the newest first."""
    found = []
    for line in text.splitlines():
        heading = HEADING.match(line)
        if heading:
            found.append((heading.group(1), heading.group(2), []))
        elif found:
            found[-1][2].append(line)
    return found


def section(text, version):
    for name, _, lines in sections(text):
        if name == version:
            return "\n".join(lines).strip() + "\n"
    sys.exit(f"CHANGELOG.md has no section for {version}")


def stamp(date):
    """A date as Debian writes it, at noon UTC."""
    if date:
        time = datetime.datetime.fromisoformat(date + "T12:00:00+00:00")
    else:
        time = datetime.datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", 0)), datetime.timezone.utc)
    return time.strftime("%a, %d %b %Y %H:%M:%S +0000")


def entries_of(lines):
    """List entries, each on one line; other text has no place in a Debian changelog."""
    entries = []
    in_entry = False
    for line in lines:
        if line.startswith("- "):
            entries.append(line[2:])
        elif in_entry and line.startswith("  "):
            entries[-1] += " " + line.strip()
        in_entry = line.startswith("- ") or (in_entry and line.startswith("  "))
    return entries


def debian_lines(lines):
    for entry in entries_of(lines):
        yield textwrap.fill(entry, 78, initial_indent="  * ", subsequent_indent="    ")


def debian(text):
    entries = []
    for version, date, lines in sections(text):
        body = "\n".join(debian_lines(lines))
        entries.append(f"exdiag ({version}) unstable; urgency=medium\n\n{body}\n\n -- {MAINTAINER}  {stamp(date)}\n")
    return "\n".join(entries)


def main(arguments):
    if len(arguments) < 2 or arguments[0] not in ("section", "debian"):
        sys.exit(__doc__)
    with open(arguments[1], encoding="utf-8") as file:
        text = file.read()
    sys.stdout.write(section(text, arguments[2]) if arguments[0] == "section" else debian(text))


if __name__ == "__main__":
    main(sys.argv[1:])
