#!/usr/bin/env python3
"""Measures loading, linting and testing of many rules.

    bench/many_rules.py [--rules N] [EXDIAG]
    bench/many_rules.py [--rules N] --write FOLDER     only writes the rules

Makes N rules (1000 if not given) of the built-in ones: each is copied under new ids until there are
enough, with patterns, names and tests of the copies changed so that every copy is a failure of its own.
Prints seconds for each command, and per thousand rules.
"""
import argparse
import pathlib
import re
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def copied(text, rule_id, number):
    """The rule as another one: a word of its own stands before what its patterns, names and logs say."""
    text = re.sub(r"^id: .*$", f"id: {rule_id}-{number}", text, count=1, flags=re.MULTILINE)
    text = re.sub(r"^(?:supersedes|consequences|replaced_by): .*\n(?: +- .*\n)*", "", text, flags=re.MULTILINE)
    return re.sub(r"Exchange(?=[A-Za-z.])", f"Exchange{number}x", text)


def write_rules(folder, wanted):
    sources = sorted((ROOT / "rules").rglob("*.yaml"))
    count = 0
    number = 0
    while count < wanted:
        for source in sources[: wanted - count]:
            text = source.read_text(encoding="utf-8")
            name = source.stem if number == 0 else f"{source.stem}-{number}"
            target = folder / source.parent.name / f"{name}.yaml"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text if number == 0 else copied(text, source.stem, number), encoding="utf-8")
            count += 1
        number += 1


def seconds(command):
    start = time.perf_counter()
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    taken = time.perf_counter() - start
    return taken, (result.stdout or result.stderr).strip().splitlines()[-1]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", nargs="?", default=str(ROOT / "build/release/exdiag"))
    parser.add_argument("--rules", type=int, default=1000)
    parser.add_argument("--write", type=pathlib.Path, metavar="FOLDER")
    arguments = parser.parse_args()
    if arguments.write:
        write_rules(arguments.write, arguments.rules)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name) / "rules"
        write_rules(folder, arguments.rules)
        program = arguments.program
        commands = {
            "load": [program, "rules", "list", "--no-builtin-rules", "--rules", str(folder)],
            "lint": [program, "rules", "lint", "--no-builtin-rules", str(folder)],
            "test": [program, "rules", "test", str(folder)],
        }
        for what, command in commands.items():
            taken, last_line = seconds(command)
            print(f"{what}: {taken:6.2f} s  ({last_line})")


if __name__ == "__main__":
    main()
