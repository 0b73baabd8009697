#!/usr/bin/env python3
"""The limits of docs/testing.md as a user meets them: hostile archives, rules and files, full disks, closed
pipes, little memory.

    limits_test.py EXDIAG

Each test expects an end by itself within seconds, the right exit status and one clear message.
"""
import io
import os
import pathlib
import resource
import shutil
import signal
import struct
import subprocess
import sys
import tarfile
import tempfile
import threading
import time
import unittest
import zipfile
import zlib

import hostile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SAMPLE = ROOT / "samples" / "cert-expired-cu.log"
EXDIAG = ""
SANITIZED = False  # sanitizers take memory and time of their own


class Done:
    def __init__(self, status, out, error):
        self.status, self.out, self.error = status, out, error


def run(*arguments, stdout=None, limits=(), data=b"", seconds=120):
    def prepare():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        for what, value in limits:
            resource.setrlimit(what, (value, value))

    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as error, tempfile.TemporaryFile() as given:
        given.write(data)
        given.seek(0)
        program = subprocess.Popen([EXDIAG, *map(str, arguments)], stdin=given, preexec_fn=prepare,
                                   stdout=out if stdout is None else stdout, stderr=error)
        timer = threading.Timer(seconds, program.kill)
        timer.start()
        status = program.wait()
        timer.cancel()
        out.seek(0)
        error.seek(0)
        return Done(status, out.read().decode("utf-8", "replace"), error.read().decode("utf-8", "replace"))


def most_memory(*arguments):
    """The most memory in KiB that a run of the program had. The system counts what its parent had when it
    forked too, hence a small parent of its own."""
    script = "import os, sys; pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ); "\
             "print(os.wait4(pid, 0)[2].ru_maxrss)"
    told = subprocess.run([sys.executable, "-c", script, EXDIAG, *map(str, arguments), "-o", os.devnull],
                          capture_output=True, check=True)
    return int(told.stdout.split()[-1])


class Limits(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="exdiag-limits-"))

    def tearDown(self):
        shutil.rmtree(self.folder)

    def write(self, name, data):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def assert_one_message(self, done, *words):
        self.assertEqual(done.error.count("\n"), 1, done.error)
        self.assertTrue(done.error.startswith("exdiag: "), done.error)
        for word in words:
            self.assertIn(word, done.error)


def zipped(files, **options):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **options) as file:
        for name, data in files:
            file.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def overlapping_zip(entries):
    """A zip whose directory names the same compressed bytes over and over."""
    data = b"[03/10/2026 17:00:00.0000] [0] " + b"x" * (1 << 20)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush()
    crc = zlib.crc32(data)
    local = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 0, crc, len(packed), len(data), 5, 0)
    body = local + b"a.log" + packed
    directory = bytearray()  # bytes would be copied as a whole for each entry: minutes
    for number in range(entries):
        name = b"%07d.log" % number
        directory += struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, 20, 0, 8, 0, 0, crc, len(packed),
                                 len(data), len(name), 0, 0, 0, 0, 0, 0) + name
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, min(entries, 65535), min(entries, 65535),
                      len(directory), len(body), 0)
    return body + directory + end


class Archives(Limits):
    def test_a_bomb_by_ratio_ends_with_one_message(self):
        bomb = zipped([("ExchangeSetup.log", SAMPLE.read_bytes() + b"x" * (200 << 20))])
        done = run(self.write("bomb.zip", bomb))
        self.assert_one_message(done, "500 times its size")
        self.assertIn("cert-expired", done.out)  # what was read until then counts

    def test_a_bomb_of_overlapping_entries_ends(self):
        done = run(self.write("overlap.zip", overlapping_zip(60000)))
        self.assertIn(done.status, (65, 66))
        self.assertEqual(done.error.count("\n"), 1, done.error)

    def test_a_bomb_of_entries_ends_with_one_message(self):
        info = tarfile.TarInfo("a.log")
        header = info.tobuf()
        done = run(self.write("many.tar", header * 100002 + bytes(1024)))
        self.assert_one_message(done, "more than 100000 files")

    def test_a_bomb_of_archives_in_archives_ends_with_one_message(self):
        inner = SAMPLE.read_bytes()
        for level in range(6):
            inner = zipped([(f"{level}.zip" if level else "ExchangeSetup.log", inner)])
        done = run(self.write("deep.zip", inner))
        self.assert_one_message(done, "levels within others")

    def test_nothing_of_an_archive_is_written_to_disk(self):
        log = SAMPLE.read_bytes()
        inner = zipped([("ExchangeSetup.log", log)])
        packed = zipped([("a/inner.zip", inner), ("b/ExchangeSetup.log", log)])
        archive = self.write("logs/nested.zip", packed)
        self.write("temporary/keep", b"")
        os.environ["TMPDIR"] = str(self.folder / "temporary")
        self.addCleanup(os.environ.pop, "TMPDIR")
        nothing = [(resource.RLIMIT_FSIZE, 0)]  # a byte into any file of a disk fails
        expected = run(archive).out
        for arguments, data in (([archive], b""), (["-"], packed), (["triage", archive], b"")):
            reader, writer = os.pipe()
            with open(self.folder / "out", "wb") as out:
                copier = subprocess.Popen(["cat"], stdin=reader, stdout=out)
                os.close(reader)
                with open(writer, "wb") as pipe:
                    done = run(*arguments, data=data, stdout=pipe, limits=nothing)
                copier.wait()
            self.assertEqual((done.status, done.error), (1, ""), arguments)
            text = (self.folder / "out").read_text()
            self.assertEqual(text.count("cert-expired") > 1, True, text)
            if arguments == [archive]:
                self.assertEqual(text, expected)
        self.assertEqual(os.listdir(self.folder / "temporary"), ["keep"])

    def test_a_password_is_told(self):
        for name in ("encrypted.zip", "aes.zip"):
            done = run(ROOT / "fuzz" / "corpus" / "archive" / name)
            self.assertEqual(done.status, 66)
            self.assert_one_message(done, "password")

    def test_links_in_an_archive_lead_nowhere(self):
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w") as file:
            for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
                info = tarfile.TarInfo(f"{kind.decode()}/ExchangeSetup.log")
                info.type, info.linkname = kind, str(SAMPLE)
                file.addfile(info)
        done = run(self.write("links.tar", out.getvalue()))
        self.assertEqual(done.status, 65)
        self.assertEqual(done.out, "")

    def test_members_never_leave_the_folder_of_the_copies(self):
        log = SAMPLE.read_bytes()
        names = ["../../outside.log", "/tmp/absolute.log", "C:\\Windows\\drive.log", "..\\..\\back.log",
                 "a/../../b.log", "\x1b[31m.log", "~/home.log", "a\x00b.log", "x" * 3000 + ".log"]
        archive = self.write("deep/down/names.zip", zipped([(name, log) for name in names]))
        target = self.folder / "deep" / "down" / "copies"
        done = run("redact", archive, "-o", target)
        self.assertEqual(done.status, 0, done.error)
        written = {path for path in self.folder.rglob("*") if path.is_file()}
        self.assertTrue(all(path == archive or target in path.parents for path in written), written)
        self.assertFalse(pathlib.Path("/tmp/absolute.log").exists())
        self.assertGreaterEqual(len(written), 6)

    def test_a_cut_archive_gives_what_it_has(self):
        whole = zipped([("a/ExchangeSetup.log", SAMPLE.read_bytes()), ("b.log", os.urandom(100000))])
        done = run(self.write("cut.zip", whole[:-50000]))
        self.assertIn(done.status, (1, 66))
        self.assertNotEqual(done.error, "")


class Rules(Limits):
    def lint(self, text):
        return run("rules", "lint", self.write("rule.yaml", text.encode("utf-8")), seconds=20)

    def test_bombs_of_yaml_are_refused(self):
        levels = "".join(f"l{i}: &l{i} [{', '.join([f'*l{i - 1}'] * 9)}]\n" for i in range(1, 12))
        for bomb in ("l0: &l0 [x]\n" + levels, "a: &a [*a]\n", "[" * 30000, "a: " + "{b: " * 20000,
                     "? " * 20000, "id: x\n" * 4000, "a: !!python/object:os.system x\n", "a: |\n" + " x\n" * 40000,
                     "- " * 20000 + "\n", "%TAG ! x\n---\n" * 2000, "a: \"" + "\\x41" * 20000):
            done = self.lint(bomb)
            self.assertEqual(done.status, 78, done.error + bomb[:40])
            self.assertIn("error", done.out)

    def test_patterns_that_cost_too_much_are_refused(self):
        rule = hostile.rule("text")
        for pattern in (".{1,1000}" * 20, "(a" * 2000 + ")" * 2000, "(?:x{1,900}y){1,50}", "x" * 5000,
                        "((a{0,100}){0,100}){0,100}", "\\pL{1000}\\pL{1000}\\pL{1000}"):
            done = self.lint(rule.replace("certificate is expired", pattern))
            self.assertEqual(done.status, 78, done.out + pattern[:40])

    def test_a_pattern_at_the_limit_is_fast(self):
        pattern = "mailbox " + ".{1,590}" * 4 + " missing"
        rule = hostile.rule("text").replace("certificate is expired", pattern)
        path = self.write("rules/x.yaml", rule.encode("utf-8"))
        record = "[03/10/2026 17:00:00.0000] [1] [ERROR] " + "mailbox missin " * 4000 + "\n"
        log = self.write("x.log", SAMPLE.read_bytes() + record.encode("utf-8") * 50)
        begun = time.process_time()
        done = run(log, "--rules", path, "--no-builtin-rules", seconds=60)
        self.assertIn(done.status, (1, 2), done.error)
        self.assertLess(time.process_time() - begun, 30)

    def test_more_rules_than_anybody_reads(self):
        rule = hostile.rule("text")
        for number in range(500):
            text = rule.replace("zz-hostile", f"zz-{number}")
            self.write(f"rules/{number}.yaml", text.encode("utf-8"))
        done = run(SAMPLE, "--rules", self.folder / "rules", "--format", "json")
        self.assertEqual(done.status, 1)
        self.assertIn("of the vaguest are left out", done.out)
        self.assertLess(len(done.out), 4 << 20)


class Files(Limits):
    def test_an_unreadable_log_hides_no_good_one(self):
        good = self.write("good/ExchangeSetup.log", SAMPLE.read_bytes())
        bad = self.folder / "bad" / "ExchangeSetup.log"
        bad.parent.mkdir()
        bad.symlink_to("/proc/self/mem")  # opens and cannot be read, even by root
        done = run(self.folder)
        self.assertEqual(done.status, 1)
        self.assertIn("cert-expired", done.out)
        self.assertIn(str(good), done.out)
        alone = run(bad)
        self.assertEqual(alone.status, 66)
        self.assert_one_message(alone, str(bad))

    def test_a_loop_of_links_ends(self):
        self.write("a/ExchangeSetup.log", SAMPLE.read_bytes())
        (self.folder / "a" / "loop").symlink_to(self.folder)
        (self.folder / "self.log").symlink_to("self.log")
        done = run(self.folder)
        self.assertEqual(done.status, 1)

    def change_while_read(self, change):
        path = self.write("ExchangeSetup.log", SAMPLE.read_bytes() * 1500)
        changer = threading.Thread(target=change, args=(path,))
        changer.start()
        done = run(path)
        changer.join()
        return done

    def test_a_log_that_shrinks_while_it_is_read_ends_there(self):
        def shrink(path):
            for size in (100 << 20, 50 << 20, 1 << 20, 1000, 0):
                time.sleep(0.03)
                os.truncate(path, size)

        self.assertIn(self.change_while_read(shrink).status, (0, 1, 2, 3, 65))

    def test_a_log_that_grows_while_it_is_read_is_read_to_its_end(self):
        def grow(path):
            with open(path, "ab") as file:
                for _ in range(40):
                    file.write(b"[03/12/2026 17:00:00.0000] [1] one more line\r\n" * 100)
                    file.flush()
                    time.sleep(0.005)

        self.assertIn(self.change_while_read(grow).status, (1, 2, 3))

    def test_a_line_of_a_gigabyte_takes_little_memory(self):
        path = self.write("ExchangeSetup.log", SAMPLE.read_bytes()[:-2])
        os.truncate(path, 1 << 30)  # a hole of NULs, as a power loss leaves it
        done = run(path)
        self.assertEqual(done.status, 1, done.error)
        if not SANITIZED:
            self.assertLess(most_memory(path), 64 << 10)

    def test_little_memory_is_told(self):
        if SANITIZED:
            self.skipTest("sanitizers reserve memory without end")
        done = run(SAMPLE, limits=[(resource.RLIMIT_AS, 24 << 20)])
        self.assertIn(done.status, (70, 127, 1))
        if done.status == 70:
            self.assert_one_message(done, "memory")

    def test_a_device_without_end_is_no_log(self):
        done = run("/dev/zero", seconds=20)
        self.assertEqual(done.status, 65)


class Outputs(Limits):
    FORMATS = ["text", "json", "ndjson", "markdown", "html", "csv", "sarif"]

    def test_a_full_disk_is_told(self):
        for name in self.FORMATS:
            with open("/dev/full", "wb") as full:
                done = run(SAMPLE, "--format", name, stdout=full)
            self.assertEqual(done.status, 74, name)
            self.assert_one_message(done, "written")
        for command in (["triage"], ["timeline"], ["redact"]):
            with open("/dev/full", "wb") as full:
                self.assertEqual(run(*command, SAMPLE, stdout=full).status, 74, command)

    def test_a_disk_that_fills_up_leaves_no_half_report(self):
        path = self.folder / "report.html"
        path.write_text("the report of yesterday")
        done = run(SAMPLE, "-o", path, limits=[(resource.RLIMIT_FSIZE, 3000)])
        self.assertEqual(done.status, 74)
        self.assertEqual(path.read_text(), "the report of yesterday")
        self.assertEqual([entry.name for entry in self.folder.iterdir()], ["report.html"])

    def test_a_reader_that_goes_away_is_no_error(self):
        for name in self.FORMATS:
            reader, writer = os.pipe()
            os.close(reader)
            with os.fdopen(writer, "wb") as closed:
                done = run(SAMPLE, "--format", name, stdout=closed)
            self.assertEqual((done.status, done.error), (1, ""), name)


if __name__ == "__main__":
    EXDIAG = os.path.abspath(sys.argv.pop(1))
    with open(EXDIAG, "rb") as program:
        SANITIZED = b"__asan_init" in (binary := program.read()) or b"__tsan_init" in binary
    unittest.main()
