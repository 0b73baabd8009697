#!/usr/bin/env python3
"""What exdiag shows of hostile logs, names and rules, as a terminal emulator shows it.

    terminal_test.py EXDIAG

Runs the program on a pseudo-terminal and gives its bytes to pyte (Debian's python3-pyte). What the
emulator then shows must be the program's text and nothing else: no title, no answer, no moved cursor, no
other screen. Ends with 77, which ctest takes as skipped, where there is no pyte.
"""
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios

import hostile

try:
    import pyte
except ImportError:
    print("python3-pyte is not installed: scripts/install-dependencies robust")
    sys.exit(77)

COLUMNS = 100
OWN_COLOURS = re.compile(rb"\x1b\[(?:0|1|2|3[0-7]|9[0-7])?(?:;(?:0|1|2|3[0-7]|9[0-7]))*m")
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


class Witness(pyte.Screen):
    """A screen that notes what a mere text never does."""

    def __init__(self, rows):
        self.deeds = []
        super().__init__(COLUMNS, rows)
        self.deeds = []  # it resets itself by the same calls

    def set_title(self, title):
        self.deeds.append(f"title {title!r}")

    def set_icon_name(self, name):
        self.deeds.append(f"icon {name!r}")

    def write_process_input(self, data):
        self.deeds.append(f"answer {data!r}")

    def set_mode(self, *modes, **private):
        super().set_mode(*modes, **private)
        self.deeds.append(f"mode {modes}")

    def reset_mode(self, *modes, **private):
        self.deeds.append(f"mode {modes}")

    def cursor_position(self, *place):
        self.deeds.append(f"cursor {place}")

    def erase_in_display(self, *how, **options):
        self.deeds.append("erases the display")

    def bell(self):
        self.deeds.append("bell")

    def backspace(self):
        self.deeds.append("backspace")


def shown(arguments, environment):
    """All bytes that a run writes to its terminal, standard error included."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    attributes = termios.tcgetattr(slave)
    attributes[1] &= ~termios.ONLCR
    termios.tcsetattr(slave, termios.TCSANOW, attributes)
    with subprocess.Popen(arguments, stdin=slave, stdout=slave, stderr=slave, env=environment) as program:
        os.close(slave)
        data = b""
        while True:
            try:
                part = os.read(master, 65536)
            except OSError:
                break
            if not part:
                break
            data += part
    os.close(master)
    return data


def without_progress(data):
    """The progress line is drawn over and over, by CR and erasing it; the text stands between."""
    return re.sub(rb"\r[^\n\x1b]*(?:\x1b\[K)?(?=\r)|\r\x1b\[K", b"", data)


def check(arguments, environment, utf8=True):
    data = without_progress(shown(arguments, environment))
    text = OWN_COLOURS.sub(b"", data).decode("utf-8")
    problems = []
    steering = STEERING.search(text)
    if steering:
        problems.append(f"{steering.group()!r} in {text[max(0, steering.start() - 60):steering.end() + 20]!r}")
    if not utf8 and not text.isascii():
        problems.append("more than ASCII")
    lines = text.split("\n")
    screen = Witness(sum(1 + len(line) // COLUMNS * 2 for line in lines) + 10)
    pyte.Stream(screen).feed(data.decode("utf-8").replace("\n", "\r\n"))
    problems += screen.deeds
    seen = "".join(row.rstrip() for row in screen.display).replace(" ", "")
    meant = "".join(lines).replace(" ", "").replace("\t", "")
    if seen != meant:
        at = next((i for i, (a, b) in enumerate(zip(seen, meant)) if a != b), min(len(seen), len(meant)))
        problems.append(f"shown {seen[at - 20:at + 40]!r}, meant {meant[at - 20:at + 40]!r}")
    for problem in problems[:3]:
        print(f"FAILED {arguments[1:]}: {problem}")
    if len(text) < 20:
        print(f"FAILED {arguments[1:]}: says nothing: {text!r}")
    return not problems and len(text) >= 20


def main():
    program = sys.argv[1]
    passed = failed = 0
    utf8 = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]}
    ascii_only = {**utf8, "LC_ALL": "C"}
    with tempfile.TemporaryDirectory() as folder:
        logs, rules = hostile.write_folder(folder)
        runs = []
        for log, rule in zip(logs, rules):
            runs += [
                ["diagnose", log, "--rules", rule, "--color", "always", "--verbose"],
                ["timeline", log],
                ["explain", "zz-hostile", "--rules", rule],
                ["rules", "lint", rule],
                ["diagnose", str(log) + hostile.file_name(str(log.parent.name))],
            ]
        runs += [["triage", f"{folder}/logs", "--color", "always"], ["redact", "--list", logs[0]],
                 ["diagnose", logs[2], "--why", "cert-expired"]]
        for run in runs:
            for environment in (utf8, ascii_only):
                fine = check([program, *map(str, run)], environment, environment is utf8)
                passed += fine
                failed += not fine
    print(f"{passed} runs shown as meant, {failed} not")
    sys.exit(1 if failed or not passed else 0)


if __name__ == "__main__":
    main()
