#!/usr/bin/env python3
"""Shows whether work grows faster than a hostile log does.

  bench/growth.py PROGRAM [--bytes 4000000] [NAME…]

For each shape of log it makes one of that size and one four times as long, of the same kind of lines, and gives
the processor time that `diagnose` and `redact` take for each, and the ratio. What is bounded by size stays
near 4 or below, a little above where tables outgrow the processor's caches; what compares each line with all
others comes near 16. Exit status 1 if a ratio is over 10 in each of three tries.
"""
import argparse
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

LIMIT = 10
TRIES = 3
STAMP = "[03/10/2026 17:00:00.0000] "
MSI = "MSI (s) (34:B4) [20:31:14:000]: "
START = STAMP + "[0] Starting Microsoft Exchange Server 2016 Setup\r\n"


def stamped(*texts):
    """One record for each text."""
    return "".join(STAMP + text + "\r\n" for text in texts)


# Name → file name, what comes first, what is repeated; there "{}" stands for the number of the repetition, and
# doubled braces for single ones.
SHAPES = {
    "errors": ("ExchangeSetup.log", START, stamped("[1] [ERROR] Trouble {} of it.")),
    "ignored-errors": ("ExchangeSetup.log", START, stamped("[1] Executing: Get-T{}", "[1] [ERROR] Trouble {} of it.")),
    "fatal-errors": ("ExchangeSetup.log", START, stamped(
        "[1] [ERROR-REFERENCE] Id=Component{} Component=EXCHANGE14:\\Current", "[1] Setup is stopping now because of one "
        "or more critical errors.", "[1] [ERROR] Trouble {} of it.")),
    "codes": ("ExchangeSetup.log", START, stamped("[1] Executing: Get-T{}", "[1] [ERROR] " + "0x8{} " * 40)),
    "exceptions": ("ExchangeSetup.log", START, stamped("[1] Executing: Get-T{}", "[1] [ERROR] " + "A.B{}Exception: c ---> " * 20)),
    "long-chain": ("ExchangeSetup.log", START + STAMP + "[1] [ERROR] x", " ---> A.B{}Exception: c\r\n   at C.D()\r\n"),
    "generated": ("ExchangeSetup.log", START, stamped("[1] Executing: Get-T{}",
        '[1] [ERROR] The following error was generated when "$error.Clear();\r\n  Get-T{} -A B;\r\n  Set-T{}\r\n" was run: '
        '"A.B{}Exception: c 0x8{}".')),
    "tasks": ("ExchangeSetup.log", START, stamped("[1] Setup will run the task 'install-{}'")),
    "components": ("ExchangeSetup.log", START, stamped("[1] Processing component 'Name{}' (x)")),
    "cmdlets": ("ExchangeSetup.log", START, stamped("[2] Beginning processing Get-T{}")),
    "cmdlet-ends": ("ExchangeSetup.log", START, stamped("[2] Beginning processing Get-T{}", "[2] Ending processing X{}")),
    "services": ("ExchangeSetup.log", START, stamped("[2] Stopping service 'S{}'.")),
    "checks": ("ExchangeSetup.log", START, stamped("[0] [REQUIRED] A check {} says no.")),
    "failed-rules": ("ExchangeSetup.log", START, stamped("[0] Failed [Rule:R{}] [Message:no {}]")),
    "settings": ("ExchangeSetup.log", START, stamped('[0] Evaluated [Setting:S{}] [HasException:False] [Value:"x"] '
        '[ParentValue:"y"] [Thread:1] [Duration:00:00:00]')),
    "parameters": ("ExchangeSetup.log", START, stamped("[0] Command Line Parameter Name='x{}', Value='y'.")),
    "certificates": ("ExchangeSetup.log", START, stamped("[2] Installing certificate signed by 'CN=x{}' for site 'y'.  "
        "Certificate is valid from 3/1/2024 1:00:00 AM until 3/1/2026 12:59:59 AM.")),
    "runs": ("ExchangeSetup.log", START, stamped("[0] **********", "[0] Starting Microsoft Exchange Server 2016 Setup", "[1] [ERROR] {}")),
    "one-record": ("ExchangeSetup.log", START + STAMP + "[1] [ERROR] x", "\r\nnumber {}"),
    "one-line": ("ExchangeSetup.log", START + STAMP + "[1] [ERROR] x", " word{}"),
    "blank-lines": ("ExchangeSetup.log", START + STAMP + "[1] [ERROR] x", "\r\n\r\n"),
    "no-stamps": ("ExchangeSetup.log", "", "[1] [ERROR] Trouble {} of it.\r\n"),
    "stamps-alone": ("ExchangeSetup.log", START, STAMP + "\r\n"),
    "stamps-in-line": ("ExchangeSetup.log", START, STAMP + "[1] [ERROR] {} "),
    "brackets": ("ExchangeSetup.log", START, "[" * 60 + "{}\r\n"),
    "quotes": ("ExchangeSetup.log", START + STAMP + "[1] [ERROR] x", "'\"`“{}\\\\"),
    "entities": ("ExchangeSetup.log", "", "&amp;amp;#91;03&#47;10/2026{}&lt;br&gt;"),
    "escapes": ("ExchangeSetup.log", "", "\\\\u005b\\r\\n03/10/2026 {} \\\\\\\""),
    "names": ("ExchangeSetup.log", START, stamped("[0] Logged on user: DOM{}\\user{}.", "[1] server{}.host{}.example.org at user{}@dom{}.example.org")),
    "distinguished": ("ExchangeSetup.log", START, stamped("[1] CN=a{},OU=b{},DC=c{},DC=example")),
    "paths": ("ExchangeSetup.log", START, stamped("[1] \\\\srv{}\\share{}\\x C:\\Users\\u{}\\AppData 10.1.{}.2 {{{}}}")),
    "hosts-one-line": ("ExchangeSetup.log", START + STAMP + "[1] x", " h{}.example.org,u{}@x{}.net;CN=q{}"),
    "mails-one-line": ("ExchangeSetup.log", START + STAMP + "[1] x", ",u{}@x{}.net"),
    "same-first-word": ("ExchangeSetup.log", START, stamped("[0] Logged on user: DOM\\srv-{}.", "[1] srv-{} said no, srv-x")),
    "distinguished-words": ("ExchangeSetup.log", START + STAMP + "[1] x", " CN=a{} b"),
    "domain-parts": ("ExchangeSetup.log", START + STAMP + "[1] CN=x", ",DC=a{}"),
    "dotted": ("ExchangeSetup.log", START + STAMP + "[1] x", ".a{}"),
    "hyphens": ("ExchangeSetup.log", START + STAMP + "[1] \\\\ A", "-A{}"),
    "accounts": ("ExchangeSetup.log", START + STAMP + "[1] Logged on user: DOM\\adm x", " DOM\\adm{} DOM\\Domain"),
    "stated-on-line": ("ExchangeSetup.log", START + STAMP + "[1] x", "Server=a{}"),
    "parameter-lists": ("ExchangeSetup.log", START + STAMP + "[1] x", " -Identity ',"),
    "profiles": ("ExchangeSetup.log", START + STAMP + "[1] x", " C:\\Users\\a{}"),
    "hex": ("ExchangeSetup.log", START + STAMP + "[1] x ", "0105000000000005150000000{}"),
    "msi-errors": ("x.msilog", "=== Verbose logging started: 3/10/2026  17:00:00 ===\r\n", MSI + "Error 1603. Note: 1: 2203 {} Return value 3.\r\n"),
    "msi-sessions": ("x.msilog", "", "=== Verbose logging started: 3/10/2026  17:00:{} ===\r\nAction ended 17:00:00: Install{}. Return value 3.\r\n"),
    "service-control": ("ServiceControl.log", "", "[20:31:29] Stopping 'service{}'\r\n"),
    "service-control-more": ("ServiceControl.log", "[20:31:29] x\r\n", "number {}\r\n"),
    "ldif": ("ldif.err", "", "{}: CN=a{},DC=x\r\nEntry DN: CN=a{},DC=x\r\nAdd error on line {}: 0x20{}\r\n\r\n"),
    "ldif-one": ("ldif.err", "Entry DN: CN=a,DC=x\r\n", "error 0x{}\r\n"),
    "script": ("UpdateCas.log", "[20:19:52] * UpdateCas.ps1: 10/21/2025 20:31:14\r\n", "[20:19:52] [Error] A.B{}Exception: could not {}\r\n"),
}


def text_of(shape, size):
    _, first, repeated = SHAPES[shape]
    parts, length, number = [first], len(first), 0
    while length < size:
        parts.append(re.sub(r"\{\{|\}\}|\{\}", lambda found: {"{}": f"{number:06}"}.get(found[0], found[0][0]), repeated))
        length += len(parts[-1])
        number += 1
    return "".join(parts)


def seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=900)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode < 0:
        sys.exit(f"{' '.join(map(str, command))}: ended by signal {-done.returncode}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def ratio_of(program, command, shape, size, folder):
    times = []
    for factor in (1, 4):
        path = pathlib.Path(folder) / SHAPES[shape][0]
        path.write_text(text_of(shape, size * factor), newline="")
        times.append(seconds([program, command, path]))
        path.unlink()
    return times[0], times[1], times[1] / max(times[0], 0.02)


def least_ratio_of(program, command, shape, size, folder):
    """Of as many tries as it takes to come below the limit."""
    least = ratio_of(program, command, shape, size, folder)
    for _ in range(TRIES - 1):
        if least[2] > LIMIT:
            least = min(least, ratio_of(program, command, shape, size, folder), key=lambda one: one[2])
    return least


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("program", type=os.path.abspath)
    parser.add_argument("--bytes", type=int, default=4_000_000)
    parser.add_argument("shapes", nargs="*", metavar="NAME", help=", ".join(SHAPES))
    options = parser.parse_intermixed_args()
    grown = False
    with tempfile.TemporaryDirectory() as folder:
        for shape in options.shapes or SHAPES:
            for command in ("diagnose", "redact"):
                first, second, ratio = least_ratio_of(options.program, command, shape, options.bytes, folder)
                mark = "  faster than the log" if ratio > LIMIT else ""
                grown = grown or ratio > LIMIT
                print(f"{shape:22} {command:9} {first:7.2f} s {second:7.2f} s  x {ratio:5.2f}{mark}", flush=True)
    sys.exit(1 if grown else 0)


if __name__ == "__main__":
    main()
