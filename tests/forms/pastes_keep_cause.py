#!/usr/bin/env python3
"""Every sample, turned into what people paste in mails and tickets, must keep its verdict's root cause.

    tests/forms/pastes_keep_cause.py EXDIAG
"""
import html
import json
import pathlib
import quopri
import re
import subprocess
import sys
import tempfile
import textwrap

SAMPLES = pathlib.Path(__file__).resolve().parent.parent.parent / "samples"
STAMP = re.compile(r"^\[\d\d[/.-]\d\d[/.-]\d{4} [\d:.]+\] ", re.M)
LEVEL = re.compile(r"^\[\d\] ", re.M)
GREETING = "Hello,\n\nthe update of our mail server failed tonight, see below. It is urgent, users cannot work.\n\n"
SIGNATURE = "\n\nThanks and regards\nAlex\n--\nIT department, Fabrikam\nSent from my phone\n"


def per_line(text, change):
    return "\n".join(change(line) for line in text.split("\n"))


def without_stamps(text):
    return STAMP.sub("", text)


def bare(text):
    return LEVEL.sub("", without_stamps(text))


def with_hyphens(text):
    return re.sub(r"^\[(\d\d)[/.](\d\d)[/.](\d{4}) ", r"[\1-\2-\3 ", text, flags=re.M)


def wrapped(text, columns=80):
    """As a console breaks lines: at its last column, in the middle of words."""
    return per_line(text, lambda line: "\n".join(line[i:i + columns] for i in range(0, max(len(line), 1), columns)))


def wrapped_at_words(text, columns=76):
    """As mail programs break lines."""
    return per_line(text, lambda line: textwrap.fill(line, columns, break_long_words=False, break_on_hyphens=False,
                                                     drop_whitespace=True, replace_whitespace=False))


def quoted(text, mark="> "):
    return per_line(text, lambda line: mark + line)


def smart(text):
    text = re.sub(r'(^|[\s(\[:=,])"', "\\1\N{LEFT DOUBLE QUOTATION MARK}", text, flags=re.M)
    text = text.replace('"', "\N{RIGHT DOUBLE QUOTATION MARK}")
    text = re.sub(r"(^|[\s(\[:=,])'", "\\1\N{LEFT SINGLE QUOTATION MARK}", text, flags=re.M)
    return text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}").replace("...", "\N{HORIZONTAL ELLIPSIS}")


def ansible(text):
    """One line, as a failed task prints its result."""
    result = json.dumps({"changed": True, "cmd": "Setup.exe /m:upgrade", "rc": 1, "stdout": text.replace("\n", "\r\n")})
    return f"TASK [exchange : Run setup] ****\nfatal: [ex01]: FAILED! => {result}\n\nPLAY RECAP ****\n"


def ansible_lines(text):
    """With stdout_lines, as a debug task prints it."""
    return json.dumps({"rc": 1, "stdout_lines": text.split("\n")}, indent=4)


def json_in_json(text):
    """As a runner stores the result of a step that is JSON itself."""
    result = json.dumps({"rc": 1, "stdout": text.replace("\n", "\r\n")})
    return json.dumps({"event": "runner_on_failed", "stdout": "fatal: [ex01]: FAILED! => " + result})


def powershell_json(text):
    """As ConvertTo-Json of Windows PowerShell writes quotes and angle brackets."""
    spelled = json.dumps(text.replace("\n", "\r\n"))
    for mark in "'<>&":
        spelled = spelled.replace(mark, "\\u%04x" % ord(mark))
    return '{\n    "ExitCode":  1,\n    "Output":  ' + spelled + "\n}\n"


def fenced(text):
    return f"## Setup failed\n\nSteps tried: **restart**\n\n```text\n{text}\n```\n\nAny idea?\n"


def table(text):
    rows = per_line(text.replace("|", "\\|"), lambda line: f"| {line} |")
    return f"| Log |\n| --- |\n{rows}\n"


def escaped_markdown(text):
    return GREETING + per_line(text, lambda line: re.sub(r"([\[\]_*])", r"\\\1", line)) + SIGNATURE


def entities_by_name(text):
    names = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "\N{LEFT DOUBLE QUOTATION MARK}": "&ldquo;",
             "\N{RIGHT DOUBLE QUOTATION MARK}": "&rdquo;", "\N{LEFT SINGLE QUOTATION MARK}": "&lsquo;",
             "\N{RIGHT SINGLE QUOTATION MARK}": "&rsquo;", "\N{HORIZONTAL ELLIPSIS}": "&hellip;"}
    return "".join(names.get(c, c) for c in smart(text))


def page(text):
    """As Outlook saves a mail."""
    rows = per_line(text, lambda line: f'<p class="MsoNormal"><span lang="EN-US">{html.escape(line)}</span></p>')
    return f"<html><body>\n{rows}\n</body></html>\n"


def padded(text, columns=120):
    """As a block that was marked in a console."""
    return per_line(wrapped(text, columns), lambda line: line.ljust(columns))


def clixml(text):
    """As a remote PowerShell prints its error stream."""
    errors = "".join(f'<S S="Error">{html.escape(line, False)}_x000D__x000A_</S>' for line in text.split("\n"))
    return f'#< CLIXML\n<Objs Version="1.1.0.1">{errors}</Objs>\n'


def numbered(text, form):
    return "\n".join(form.format(number, line) for number, line in enumerate(text.split("\n"), 1))


FORMS = {
    "stamps stripped": without_stamps,
    "stamps and levels stripped": bare,
    "hyphens in dates": with_hyphens,
    "wrapped at 80": wrapped,
    "wrapped at 120": lambda text: wrapped(text, 120),
    "stamps stripped, wrapped at 80": lambda text: wrapped(without_stamps(text)),
    "bare, wrapped at 80": lambda text: wrapped(bare(text)),
    "wrapped at words": wrapped_at_words,
    "quoted": quoted,
    "quoted twice": lambda text: quoted(text, ">> "),
    "wrapped at 80, quoted": lambda text: quoted(wrapped(text)),
    "wrapped at words, quoted": lambda text: quoted(wrapped_at_words(text)),
    "smart quotes": smart,
    "smart quotes, wrapped at 80, noise": lambda text: GREETING + smart(wrapped(without_stamps(text))) + SIGNATURE,
    "HTML entities": lambda text: html.escape(text),
    "HTML entities and blanks": lambda text: html.escape(text).replace("  ", "&nbsp; "),
    "HTML entities by name": entities_by_name,
    "HTML entities twice": lambda text: html.escape(html.escape(text)),
    "HTML page": page,
    "HTML breaks": lambda text: "<div>" + html.escape(text).replace("\n", "<br>") + "</div>",
    "source of a mail": lambda text: quopri.encodestring(text.encode()).decode(),
    "bare, filled up to 120": lambda text: padded(bare(text)),
    "bare, wrapped at 50": lambda text: wrapped(bare(text), 50),
    "breaks lost": lambda text: " ".join(text.split("\n")),
    "breaks of Word": lambda text: text.replace("\n", "\v"),
    "grep": lambda text: numbered(text, "ExchangeSetup.log:{}:{}"),
    "Select-String": lambda text: numbered(text, "> C:\\Setup Logs\\ExchangeSetup.log:{}:{}"),
    "numbers of lines": lambda text: numbered(bare(text), "{:6d}  {}"),
    "initials": lambda text: quoted(text, "AM> "),
    "pipeline": lambda text: quoted(text, "2026-03-10T17:00:00.1234567Z "),
    "DSC": lambda text: quoted(text, "VERBOSE: [EX01]:           [[xExchInstall]Install] "),
    "colours": lambda text: per_line(text, lambda line: f"\x1b[31m{line}\x1b[0m"),
    "PHP JSON": lambda text: ansible(text).replace("/", "\\/"),
    "Python": lambda text: repr({"rc": 1, "stdout": text.replace("\n", "\r\n")}),
    "CLIXML": clixml,
    "blank lines between": lambda text: text.replace("\n", "\n\n"),
    "Ansible": ansible,
    "Ansible lines": ansible_lines,
    "PowerShell JSON": powershell_json,
    "JSON in JSON": json_in_json,
    "Markdown fence": fenced,
    "Markdown fence, stamps stripped": lambda text: fenced(without_stamps(text)),
    "Markdown table": table,
    "Markdown escapes": escaped_markdown,
    "noise around": lambda text: GREETING + text + SIGNATURE,
    "twice in one file": lambda text: GREETING + without_stamps(text) + "\n\nAnd the same again:\n\n" + text + SIGNATURE,
}


def samples():
    """Yields (name, setup log as text, other files of its folder, root cause)."""
    for entry in json.loads((SAMPLES / "expected.json").read_text()):
        path = SAMPLES / entry["file"]
        others = {}
        if path.is_dir():
            others = {p.name: p.read_bytes() for p in path.iterdir() if p.name != "ExchangeSetup.log"}
            path = path / "ExchangeSetup.log"
        if entry["verdict"] in ("failed", "blocked") and path.exists() and path.suffix == ".log":
            data = path.read_bytes()
            text = data.decode("utf-16" if data[:2] == b"\xff\xfe" else "utf-8-sig")
            yield entry["file"], text.replace("\r\n", "\n"), others, entry["primary"]


def causes_of(program, paths, folder):
    result = subprocess.run([program, "diagnose", "--format", "ndjson", *map(str, paths)], capture_output=True,
                            check=False)
    causes = {}
    for line in result.stdout.decode().splitlines():
        report = json.loads(line)
        form = pathlib.Path(report["path"]).relative_to(folder).parts[0]
        causes[form] = next((d["rule"] for d in report["diagnoses"] if d["primary"]), None)
    return causes


def check(program, name, text, others, cause):
    """How many forms lose the root cause."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        for form, change in FORMS.items():
            place = folder / form
            place.mkdir()
            (place / "ExchangeSetup.txt").write_text(change(text), encoding="utf-8", newline="")
            for other, data in others.items():
                (place / other).write_bytes(data)
        found = causes_of(program, [folder / form for form in FORMS], folder)
    wrong = [form for form in FORMS if found.get(form, "no report") != cause]
    for form in wrong:
        print(f"{name}, {form}: {found.get(form, 'no report')}, expected {cause}")
    return len(wrong)


def main():
    program = sys.argv[1]
    wrong = count = 0
    for name, text, others, cause in samples():
        wrong += check(program, name, text, others, cause)
        count += len(FORMS)
    print(f"{count} pastes, {wrong} with another root cause")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
