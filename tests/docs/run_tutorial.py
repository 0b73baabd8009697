#!/usr/bin/env python3
"""Runs the commands of docs/writing-rules.md and compares what they print with what the page shows.

    tests/docs/run_tutorial.py EXDIAG             prints what differs and exits with 1
    tests/docs/run_tutorial.py EXDIAG --write     puts what the commands print into the page

Blocks ```console hold commands behind "$ " and below them their output; a line "..." stands for any
number of lines. Blocks ```yaml with a first line "# file: NAME" are written to NAME. All runs in one
empty folder, with `samples` and `unknown` beside it as in the repository.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "writing-rules.md"
BLOCK = re.compile(r"^```(console|yaml)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def run(command, folder, program):
    """What a command prints, on both streams, in their order."""
    shell = command.replace("exdiag ", f"'{program}' ", 1) if command.startswith("exdiag ") else command
    result = subprocess.run(shell, shell=True, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                            check=False, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "NO_COLOR": "1"})
    return result.stdout.decode("utf-8")


def matches(shown, printed):
    """True if the lines shown are those printed, with "..." for any number of lines."""
    parts = [[]]
    for line in shown.rstrip("\n").split("\n"):
        if line.strip() == "...":
            parts.append([])
        else:
            parts[-1].append(line.rstrip())
    lines = [line.rstrip() for line in printed.rstrip("\n").split("\n")]
    if len(parts) == 1:
        return parts[0] == lines
    if parts[0] != lines[: len(parts[0])]:
        return False
    at = len(parts[0])
    for part in parts[1:-1]:
        found = [i for i in range(at, len(lines) - len(part) + 1) if lines[i : i + len(part)] == part]
        if not found:
            return False
        at = found[0] + len(part)
    last = parts[-1]
    return not last or (len(lines) - len(last) >= at and lines[-len(last) :] == last)


def commands_of(block):
    """Pairs of a command and the output shown below it."""
    pieces = re.split(r"^\$ (.*)\n", block, flags=re.MULTILINE)
    return list(zip(pieces[1::2], pieces[2::2]))


class Tutorial:
    def __init__(self, program, write):
        self.program = program
        self.write = write
        self.different = 0
        self.commands = 0

    def play(self, kind, block, folder):
        if kind == "yaml":
            named = re.match(r"# file: (\S+)\n", block)
            if named:
                (folder / named.group(1)).write_text(block[named.end() :], encoding="utf-8")
            return block
        played = ""
        for command, shown in commands_of(block):
            self.commands += 1
            printed = run(command, folder, self.program)
            if not matches(shown, printed):
                self.different += 1
                print(f"$ {command}\n-- shown:\n{shown}-- printed:\n{printed}")
                if self.write:
                    shown = printed
            played += f"$ {command}\n{shown}"
        return played

    def run(self):
        page = PAGE.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            shutil.copytree(ROOT / "samples", folder / "samples")
            shutil.copytree(ROOT / "tests" / "authoring" / "unknown", folder / "unknown")
            changed = BLOCK.sub(lambda found: f"```{found[1]}\n{self.play(found[1], found[2], folder)}```", page)
        if self.write:
            PAGE.write_text(changed, encoding="utf-8")
        print(f"{self.commands - self.different} passed, {self.different} failed")
        return 1 if self.different and not self.write else 0


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    sys.exit(Tutorial(program, "--write" in sys.argv).run())


if __name__ == "__main__":
    main()
