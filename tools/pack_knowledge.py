#!/usr/bin/env python3
"""Turns the tables of src/knowledge/data into C++.

    pack_knowledge.py DATA_DIR OUTPUT.cpp

Each table has tab-separated columns, a heading, and comment lines that begin with '#'. Errors name
the file and line, and the exit code is 1. See src/knowledge/tables.h for what comes out.
"""
import pathlib
import re
import sys

FAMILIES = {  # family in the file: (CodeFamily, may stand in an HRESULT of facility 7)
    "hresult": ("kHresult", False), "win32": ("kWin32", True), "msi": ("kMsi", True),
    "msi-message": ("kMsi", False), "ldap": ("kLdap", False), "ad": ("kAdExtended", True),
    "ldifde": ("kLdifde", False), "appcmd": ("kAppcmd", False), "exception": ("kException", False),
    "other": ("kOther", False)}
NUMBER = re.compile(r"0[xX][0-9A-Fa-f]{1,8}|-?[0-9]{1,10}")
BASE = re.compile(r"Exchange Server \S+( (CU[0-9]+|SP[0-9]+|RTM))")
NAME_PREFIXES = ("ERROR_DS_", "ERROR_", "LDAP_")


class Malformed(Exception):
    pass


def read_table(path, columns):
    """Returns the rows of a table as lists of texts, each with its place for messages in front."""
    rows, heading_seen = [], False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells, place = line.split("\t"), f"{path.name}:{number}"
        if not heading_seen:
            heading_seen = True
            if cells != columns:
                raise Malformed(f"{place}: the heading must be: {' '.join(columns)}")
            continue
        if len(cells) != len(columns):
            raise Malformed(f"{place}: {len(cells)} columns, {len(columns)} expected")
        if any(cell != cell.strip() for cell in cells):
            raise Malformed(f"{place}: blank at the edge of a column")
        rows.append([place] + cells)
    if not rows:
        raise Malformed(f"{path.name}: no rows")
    return rows


def check_unique(places_and_keys, what):
    seen = {}
    for place, key in places_and_keys:
        if key in seen:
            raise Malformed(f"{place}: {what} {key} stands in {seen[key]} already")
        seen[key] = place


class Texts:
    """All texts one behind the other, each once."""

    def __init__(self):
        self.places, self.size = {}, 0

    def place(self, value):
        if not value.isascii() or any(ord(c) < 32 for c in value):
            raise Malformed(f"not plain ASCII: {value!r}")
        if value not in self.places:
            self.places[value] = self.size
            self.size += len(value)
        return self.places[value]

    def entry(self, value):
        """A TableText."""
        return f"{{{self.place(value)}, {len(value)}}}"

    def bytes(self):
        """Numbers, as compilers need not take a literal of more than 64 KB. Only ASCII goes in, so that none
        can read it another way."""
        return "".join("    " + ",".join(str(ord(c)) for c in value) + ",\n" for value in self.places if value)


def table(row_type, name, rows):
    body = "".join(f"    {{{row}}},\n" for row in rows)
    return (f"constexpr {row_type} k{name}[] = {{\n{body}}};\n",
            f"Table<{row_type}> {name}() {{ return {{k{name}, std::size(k{name})}}; }}\n")


def name_keys(code, name):
    """Yields the spellings by which a row is found, in the form that ReadCode gives to names, each
    with its rank: a spelling that is the code of one row goes before the same in a name."""
    for rank, key in enumerate((code, name)):
        if NUMBER.fullmatch(key):
            continue
        key = "_".join(re.split(r"[\s:=]+", key.upper()))
        yield key, rank
        short = next((key[len(p):] for p in NAME_PREFIXES if key.startswith(p)), "")
        if "_" in short:  # SUCCESS and the like are too plain without what stands before
            yield short, 2


def pack_codes(rows, texts):
    check_unique([(r[0], (r[1], r[2], r[3])) for r in rows], "the code")
    entries, numbers, names = [], [], []
    for index, (place, family, code, name, meaning, in_setup) in enumerate(rows):
        if family not in FAMILIES:
            raise Malformed(f"{place}: unknown family {family}")
        if not name or not meaning.endswith("."):
            raise Malformed(f"{place}: a code needs a name, and a sentence as meaning")
        enumerator, is_win32 = FAMILIES[family]
        is_number = NUMBER.fullmatch(code) is not None
        entries.append(f"CodeFamily::{enumerator}, {texts.entry(code)}, {texts.entry(name)}, {texts.entry(meaning)}, "
                       f"{texts.entry(in_setup)}, {'true' if is_win32 and is_number else 'false'}")
        if is_number:
            numbers.append((int(code, 0) & 0xffffffff, index))
        names += [(key, rank, index) for key, rank in name_keys(code, name)]
    return [table("CodeRow", "CodeRows", entries),
            table("NumberKey", "CodeNumbers", [f"{n:#x}, {i}" for n, i in sorted(numbers)]),
            table("Key", "CodeNames", [f"{texts.entry(key)}, {index}" for key, _, index in sorted(names)])]


def version_number(place, version):
    parts = version.split(".")
    if len(parts) != 4 or not all(p.isdigit() and int(p) < 65536 for p in parts):
        raise Malformed(f"{place}: no build number: {version}")
    number = 0
    for part in parts:
        number = number << 16 | int(part)
    return number


def pack_builds(builds, support, texts):
    check_unique([(r[0], r[1]) for r in builds], "the build")
    rows = []
    for place, version, name, released, kb in builds:
        if not re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})?", released):
            raise Malformed(f"{place}: no date: {released}")
        if not re.fullmatch(r"(KB[0-9]{6,7})?", kb):
            raise Malformed(f"{place}: no KB number: {kb}")
        base = "true" if BASE.fullmatch(name) else "false"
        entries = ", ".join(texts.entry(value) for value in (version, name, released, kb))
        rows.append((version_number(place, version), f"{entries}, {base}"))
    return [table("BuildRow", "BuildRows", [f"{n:#x}, {row}" for n, row in sorted(rows)]),
            table("Pair", "SupportRows", [f"{texts.entry(r[1])}, {texts.entry(r[2])}" for r in support])]


def pack_components(components, tasks, texts):
    rows, names, places = [], [], []
    for index, (place, name, role, purpose, title) in enumerate(components):
        if not purpose.endswith("."):
            raise Malformed(f"{place}: a component needs a sentence as purpose")
        rows.append(f"{texts.entry(name)}, {texts.entry(role)}, {texts.entry(purpose)}")
        for key in {name.lower(), title.lower()} - {""}:
            names.append((key, index))
            places.append((place, key))
    check_unique(places, "the component")
    check_unique([(r[0], r[1].lower()) for r in tasks], "the task")
    return [table("ComponentRow", "ComponentRows", rows),
            table("Key", "ComponentNames", [f"{texts.entry(k)}, {i}" for k, i in sorted(names)]),
            table("Pair", "TaskRows", [f"{texts.entry(k)}, {texts.entry(v)}" for k, v in
                                       sorted((r[1].lower(), r[2]) for r in tasks)])]


def pack(data):
    texts = Texts()
    tables = pack_codes(read_table(data / "error-codes.tsv",
                                   ["family", "code", "name", "meaning", "in_setup"]), texts)
    tables += pack_builds(read_table(data / "builds.tsv", ["version", "name", "released", "kb"]),
                          read_table(data / "support.tsv", ["product_line", "end"]), texts)
    tables += pack_components(read_table(data / "components.tsv",
                                         ["name", "role", "purpose", "title"]),
                              read_table(data / "tasks.tsv", ["task", "shown_as"]), texts)
    return ("// Made by tools/pack_knowledge.py of src/knowledge/data; not to be edited.\n"
            '#include "knowledge/tables.h"\n\n#include <iterator>\n\n'
            "namespace exdiag::knowledge {\nnamespace {\n\n"
            + f"constexpr char kTexts[] = {{\n{texts.bytes()}}};\n"
            + "\n".join(rows for rows, _ in tables) + "\n}  // namespace\n\n"
            + "std::string_view TableText::view() const { return {kTexts + at_, size_}; }\n"
            + "".join(function for _, function in tables) + "\n}  // namespace exdiag::knowledge\n")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        packed = pack(pathlib.Path(sys.argv[1]))
    except (Malformed, OSError, UnicodeDecodeError) as error:
        sys.exit(f"pack_knowledge.py: {error}")
    pathlib.Path(sys.argv[2]).write_text(packed, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
