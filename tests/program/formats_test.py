#!/usr/bin/env python3
"""Hostile logs, file names, archive entries and rules in every format, read as its readers read it.

    formats_test.py EXDIAG

HTML by a parser: no element, attribute or link beyond the report's own. Markdown: nothing of a log outside
code. CSV: no cell that a spreadsheet would calculate. JSON, NDJSON and SARIF: valid. All: no byte that a
terminal obeys, since people look at files by `cat`.
"""
import csv
import html.parser
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import zipfile

import hostile

EXDIAG = ""
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069]")
ATTRIBUTES = {"class", "id", "href", "rel", "target", "lang", "charset", "name", "content", "http-equiv", "for",
              "type", "title", "open", "hidden", "tabindex", "role", "scope", "colspan", "rowspan", "start",
              "value", "placeholder", "width", "height", "viewbox", "d", "fill", "style", "autocomplete", "dir",
              "max", "min", "datetime", "disabled", "checked", "selected", "x", "y", "x1", "x2", "y1", "y2", "r",
              "cx", "cy", "points", "stroke", "xmlns", "focusable", "preserveaspectratio", "media", "spellcheck", "translate"}


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.problems, self.scripts = set(), [], 0

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.scripts += tag == "script"
        if tag in ("img", "iframe", "object", "embed", "form", "base", "link", "video", "audio", "textarea"):
            self.problems.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on") or not (name in ATTRIBUTES or name.startswith(("aria-", "data-"))):
                self.problems.append(f"<{tag} {name}={value!r}>")
            if name == "href" and not re.match(r"https://|#", value or ""):
                self.problems.append(f"href {value!r}")
            if name == "href" and "evil.example" in (value or ""):
                self.problems.append(f"href {value!r}")


def run(*arguments):
    done = subprocess.run([EXDIAG, *map(str, arguments)], capture_output=True, timeout=300, check=False)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


class Formats(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.place.name)
        cls.logs, rules = hostile.write_folder(cls.folder)
        for number, rule in enumerate(rules):  # all of them in force at once
            text = rule.read_text(encoding="utf-8").replace("zz-hostile", f"zz-hostile-{number}")
            rule.write_text(text, encoding="utf-8")
        cls.archive = cls.folder / "logs" / "all.zip"
        with zipfile.ZipFile(cls.archive, "w") as archive:
            for text in hostile.ALL:
                archive.writestr(zipfile.ZipInfo(text + "/ExchangeSetup.log"), hostile.log(text))
        cls.arguments = [cls.folder / "logs", "--rules", cls.folder / "rules"]

    @classmethod
    def tearDownClass(cls):
        cls.place.cleanup()

    def both(self, name):
        """A report of all logs, and a triage of them."""
        for command in ("diagnose", "triage"):
            if command == "triage" and name in ("sarif",):
                continue
            status, out, error = run(command, *self.arguments, "--format", name)
            self.assertIn(status, (1, 2, 3), error)
            self.assertIsNone(CONTROLS.search(error), error)
            found = CONTROLS.search(out)
            self.assertIsNone(found, found and repr(out[max(0, found.start() - 80):found.end() + 20]))
            self.assertGreater(len(out), 1000)
            yield out

    def test_html_has_no_markup_of_a_log(self):
        for page in self.both("html"):
            parser = Page()
            parser.feed(page)
            self.assertEqual(parser.problems, [])
            self.assertLessEqual(parser.scripts, 1)

    def test_csv_has_no_formula(self):
        for table in self.both("csv"):
            rows = list(csv.reader(io.StringIO(table), strict=True))
            self.assertGreaterEqual(len(rows), len(hostile.ALL))
            for row in rows:
                self.assertEqual(len(row), len(rows[0]))
                for cell in row:
                    self.assertFalse(re.match(r"[=+@\t\r]|-(?!\d+(\.\d+)?$)", cell), cell)

    def test_markdown_has_nothing_of_a_log_outside_code(self):
        for text in self.both("markdown"):
            text = re.sub(r"^( *)(`{3,})[^\n]*\n.*?\n\1\2 *$", "", text, flags=re.MULTILINE | re.DOTALL)
            text = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", text)
            text = re.sub(r"\\[!-/:-@\[-`{-~]", "", text)
            for part in ("<script", "<img", "<svg", "](https://evil", "<!--"):
                for found in re.finditer(re.escape(part), text):
                    self.fail(repr(text[max(0, found.start() - 60):found.end() + 40]))

    def test_json_is_valid_and_says_what_the_log_says(self):
        for text in self.both("json"):
            self.assertIn("\x1b", json.dumps(json.loads(text)).encode().decode("unicode_escape"))
        for lines in self.both("ndjson"):
            for line in lines.splitlines():
                json.loads(line)
        for text in self.both("sarif"):
            log = json.loads(text)
            self.assertEqual(log["version"], "2.1.0")

    def test_no_command_takes_a_value_with_quotes(self):
        text = next(self.both("json"))
        for log in json.loads(text)["logs"]:
            for finding in log["diagnoses"]:
                for step in finding["steps"]:
                    command = step.get("command") or ""
                    if command.startswith("Set-Thing"):
                        self.assertRegex(command, r"^Set-Thing -Name '[^'\u2018-\u201b\n]*'$")


if __name__ == "__main__":
    EXDIAG = os.path.abspath(sys.argv.pop(1))
    unittest.main()
