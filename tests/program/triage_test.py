#!/usr/bin/env python3
"""A triage as a user runs it: progress on a terminal, Ctrl+C and going on, parts and their summary, formats.

    triage_test.py EXDIAG
"""
import csv
import io
import json
import os
import pathlib
import pty
import signal
import subprocess
import sys
import tempfile
import time
import unittest

import server_logs

LOGS = 120
EXDIAG = ""
SANITIZED = False


def run(*arguments):
    return subprocess.run([EXDIAG, "triage", *map(str, arguments)], capture_output=True, check=False)


def most_memory(*arguments):
    """The most memory in KiB that a run had, told by a process of its own: the system counts what a parent had."""
    code = ("import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); "
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
    done = subprocess.run([sys.executable, "-c", code, EXDIAG, "triage", *map(str, arguments)], capture_output=True,
                          check=True)
    return int(done.stdout)


class Triage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.logs = cls.folder / "logs"
        server_logs.make(cls.logs, LOGS)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def on_terminal(self, *arguments, **streams):
        """What the program writes on a terminal that it has in place of the streams that are not given."""
        master, slave = pty.openpty()
        program = subprocess.Popen([EXDIAG, "triage", *map(str, arguments)], stdin=subprocess.DEVNULL,
                                   stdout=streams.get("stdout", slave), stderr=streams.get("stderr", slave),
                                   env={**os.environ, "TERM": "xterm"})
        os.close(slave)
        data = b""
        while True:
            try:
                part = os.read(master, 65536)
            except OSError:  # the terminal has no more writers
                break
            if not part:
                break
            data += part
        os.close(master)
        program.wait()
        return data.decode()

    def test_progress_is_shown_on_a_terminal_and_nowhere_else(self):
        with open(self.folder / "out", "wb") as out:
            shown = self.on_terminal(*[self.logs] * 8, "--jobs", "1", stdout=out)
        self.assertRegex(shown, rf"\r\x1b\[K\[#*-+\] \d+ of {8 * LOGS} files")
        self.assertTrue(shown.endswith("\r\x1b[K"), shown[-80:])  # and is gone at the end
        self.assertNotIn("\x1b", (self.folder / "out").read_text())
        with open(self.folder / "error", "wb") as error:
            shown = self.on_terminal(self.logs, "--color", "never", stderr=error)
        self.assertNotIn(" files", shown)
        self.assertEqual((self.folder / "error").read_bytes(), b"")
        self.assertEqual(self.on_terminal(self.logs, "--quiet", stdout=subprocess.DEVNULL), "")

    def interrupted(self, *arguments):
        """A triage that gets Ctrl+C once its journal holds a line."""
        journal = self.folder / "journal.ndjson"
        journal.unlink(missing_ok=True)
        program = subprocess.Popen([EXDIAG, "triage", *[str(self.logs)] * 30, "--jobs", "2", "--resume", str(journal),
                                    *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        while not (journal.exists() and journal.stat().st_size > 0) and program.poll() is None:
            time.sleep(0.005)
        program.send_signal(signal.SIGINT)
        out, error = program.communicate()
        return program.returncode, out.decode(), error.decode(), journal

    def test_what_was_done_is_kept_and_gone_on_with(self):
        status, out, error, journal = self.interrupted("--format", "ndjson")
        self.assertEqual((status, error), (130, "exdiag: interrupted; what was read until then follows\n"))
        done = journal.read_text()
        self.assertEqual(out, done)
        lines = done.splitlines()
        self.assertTrue(0 < len(lines) < 30 * LOGS, len(lines))
        for line in lines:
            json.loads(line)
        whole = run(self.logs, "--format", "json")
        resumed = run(self.logs, "--resume", journal, "--format", "json")
        self.assertEqual((resumed.returncode, resumed.stdout), (whole.returncode, whole.stdout))

    def test_an_interrupted_triage_still_has_its_summary(self):
        status, out, _, journal = self.interrupted()
        self.assertEqual(status, 130)
        self.assertRegex(out, r"\n\d+ logs?: ")
        self.assertGreater(journal.stat().st_size, 0)

    def test_parts_add_up_in_every_format(self):
        parts = []
        for number in (3, 1, 2):
            part = self.folder / f"part{number}.ndjson"
            self.assertLessEqual(run(self.logs, "--shard", f"{number}/3", "-o", part).returncode, 3)
            parts.append(part)
        self.assertEqual(sum(len(part.read_text().splitlines()) for part in parts), LOGS)
        for form in ("text", "json", "ndjson", "markdown", "html", "csv"):
            for target in ([], ["-o", self.folder / "result"]):
                whole, merged = [], []
                for result, arguments in ((whole, [self.logs]), (merged, ["--merge", *parts])):
                    done = run(*arguments, "--format", form, *target)
                    self.assertEqual(done.stderr, b"")
                    result += [done.returncode, done.stdout or (self.folder / "result").read_bytes()]
                self.assertEqual(whole, merged, form)
                self.assertGreater(len(whole[1]), 1000, form)

    def test_little_is_kept_of_a_log(self):
        # A summary of 30,000 logs took 40 to 130 MB more than one of a hundred.
        if SANITIZED:
            self.skipTest("sanitizers have memory of their own")
        few = self.folder / "few.ndjson"
        many = self.folder / "many.ndjson"
        few.write_bytes(run(self.logs, "--format", "ndjson").stdout)
        with open(many, "w", encoding="utf-8") as out:
            for number in range(30000 // LOGS):
                out.write(few.read_text().replace("/server", f"/site{number}/server"))
        for form in ("text", "json", "ndjson", "markdown", "html", "csv"):
            grown = most_memory("--merge", many, "--format", form) - most_memory("--merge", few, "--format", form)
            self.assertLess(grown, 20 << 10, form)

    def test_formats_tell_the_same(self):
        rows = [json.loads(line) for line in run(self.logs, "--format", "ndjson").stdout.splitlines()]
        self.assertEqual(len(rows), LOGS)
        whole = json.loads(run(self.logs, "--format", "json").stdout)
        self.assertEqual(whole["logs"], rows)
        self.assertEqual(sum(group["count"] for group in whole["groups"]),
                         sum(row["verdict"] in ("failed", "blocked") for row in rows))
        self.assertTrue(all(group["count"] == len(group["logs"]) for group in whole["groups"]))
        table = list(csv.DictReader(io.StringIO(run(self.logs, "--format", "csv").stdout.decode(), newline="")))
        for key in ("path", "verdict", "rule", "customer", "product", "build", "failing_step", "fingerprint"):
            self.assertEqual([row[key] for row in table], [row[key] or "" for row in rows], key)


if __name__ == "__main__":
    EXDIAG = os.path.abspath(sys.argv.pop(1))
    program = pathlib.Path(EXDIAG).read_bytes()
    SANITIZED = b"__asan_init" in program or b"__tsan_init" in program
    unittest.main()
