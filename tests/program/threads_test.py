#!/usr/bin/env python3
"""Several threads find what one finds. Built with ThreadSanitizer, which ends the program at a race with a
status of its own, this shows that they have nothing in common that they should not.

    threads_test.py EXDIAG
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import zipfile

import server_logs

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
RACE = 86
EXDIAG = ""


def run(*arguments, given=None):
    options = {"stdin": subprocess.DEVNULL} if given is None else {"input": given}
    environment = dict(os.environ, TSAN_OPTIONS=f"halt_on_error=1 exitcode={RACE}")
    return subprocess.run([EXDIAG, *map(str, arguments)], capture_output=True, check=False, env=environment, **options)


class Threads(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        # Over 2 MB, so that a thread of its own reads ahead.
        cls.large = cls.folder / "large.log"
        subprocess.run([sys.executable, ROOT / "bench" / "make_log.py", "5M", cls.large], check=True,
                       stdout=subprocess.DEVNULL)
        cls.logs = cls.folder / "logs"
        server_logs.make(cls.logs, 3 * len(server_logs.SAMPLES))
        cls.archive = cls.folder / "many.zip"
        with zipfile.ZipFile(cls.archive, "w", zipfile.ZIP_DEFLATED) as archive:
            for number, sample in enumerate(server_logs.SAMPLES * 3):
                archive.write(sample, f"server{number:03}.log")

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def assert_same_with_threads(self, *arguments, given=None):
        one = run(*arguments, "--jobs", "1", given=given)
        several = run(*arguments, "--jobs", "4", given=given)
        self.assertNotEqual(several.returncode, RACE, several.stderr.decode(errors="replace")[:4000])
        self.assertEqual(several.returncode, one.returncode)
        self.assertEqual(several.stdout, one.stdout)
        self.assertTrue(one.stdout)

    def test_diagnosing_a_folder(self):
        self.assert_same_with_threads("diagnose", self.logs, "--format", "json")

    def test_diagnosing_an_archive_of_many_servers(self):
        self.assert_same_with_threads("diagnose", self.archive, "--format", "json")

    def test_reading_a_large_log_ahead(self):
        self.assert_same_with_threads("diagnose", self.large, "--format", "json")

    def test_reading_a_large_pipe_ahead(self):
        self.assert_same_with_threads("diagnose", "-", "--format", "json", given=self.large.read_bytes())

    def test_triage_of_a_folder(self):
        self.assert_same_with_threads("triage", self.logs, "--format", "json")

    def test_triage_of_archives(self):
        self.assert_same_with_threads("triage", self.archive, self.logs, "--format", "csv")

    def test_rules_that_each_thread_compiles(self):
        rules = self.folder / "rules"
        rules.mkdir(exist_ok=True)
        for rule in sorted((ROOT / "rules").glob("*/*.yaml"))[:40]:
            (rules / rule.name).write_bytes(rule.read_bytes())
        self.assert_same_with_threads("triage", self.logs, "--format", "json", "--no-builtin-rules", "--rules", rules)


if __name__ == "__main__":
    EXDIAG = os.path.abspath(sys.argv.pop(1))
    unittest.main()
