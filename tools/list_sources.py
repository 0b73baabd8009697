#!/usr/bin/env python3
"""Lists in docs/sources.md the pages that the rules refer to, by category.

    list_sources.py           writes the list anew below its marker line
    list_sources.py --check   exits with 1 if the list is not current

Reads the `references` of rules/**/*.yaml without a YAML library: a block or flow list of plain or
quoted URLs. A rule whose references look otherwise is an error.
"""
import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "sources.md"
MARKER = "<!-- Below this line tools/list_sources.py writes. -->\n"
BLOCK = re.compile(r"^references:(.*(?:\n(?:[ \t-].*)?)*)", re.M)
URL = re.compile(r"https?://[^\s'\",\]]+")


def references(path):
    found = BLOCK.search(path.read_text(encoding="utf-8"))
    if not found:
        return []
    urls = URL.findall(found.group(1))
    rest = re.sub(r"[\s,\[\]'\"-]", "", URL.sub("", found.group(1)))
    if rest:
        sys.exit(f"{path.relative_to(ROOT)}: a reference is no URL: {rest}")
    return urls


def pages_by_category():
    pages = collections.defaultdict(lambda: collections.defaultdict(set))
    for path in sorted((ROOT / "rules").rglob("*.yaml")):
        for url in references(path):
            pages[path.parent.name][url].add(path.stem)
    return pages


def written_list():
    text = ""
    for category, urls in sorted(pages_by_category().items()):
        text += f"\n### {category}\n\n"
        for url, rules in sorted(urls.items()):
            text += f"- <{url}>: {', '.join(f'`{rule}`' for rule in sorted(rules))}\n"
    return text


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__)
    page = PAGE.read_text(encoding="utf-8")
    head, marker, old = page.partition(MARKER)
    if not marker:
        sys.exit(f"{PAGE.relative_to(ROOT)}: the marker line is missing")
    new = written_list()
    if new == old:
        return
    if sys.argv[1:]:
        sys.exit(f"{PAGE.relative_to(ROOT)} is not current: run tools/list_sources.py")
    PAGE.write_text(head + marker + new, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
