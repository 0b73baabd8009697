"""Texts by which a log, a file name or a rule would like to take over what shows them."""
import pathlib

ESCAPES = [
    "\x1b]0;owned\x07",  # the title of the window
    "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\",  # a link
    "\x1b]52;c;ZXZpbA==\x07",  # the clipboard
    "\x1b[2J\x1b[H",  # an empty screen
    "\x1b[31mred\x1b[8mhidden",
    "\x1b[?1049h\x1b[?25l",  # another screen, no cursor
    "\x1b[6n\x1bZ",  # questions that the terminal answers as if typed
    "\x1bP$q\"p\x1b\\\x1b_evil\x1b\\",
    "\x9b31m\x9d0;owned\x9c",  # the same in one character, of C1
    "\x00\x07\x08\x08\x08\x0b\x0c\x0e\x0f\x7f",
    "safe\rspoofed",
    "\u202eexe.txt\u202c \u2066\u2067\u2069 \u200e\u200f\u061c",
    "\u200b\u200c\u200d\u2060\ufeff\u00ad",
    "\u2028\u2029\x85",
]
MARKUP = [
    "<script>alert(1)</script>", "</script><script>alert(2)</script>", "<img src=x onerror=alert(3)>",
    "\"><svg/onload=alert(4)>", "' onmouseover='alert(5)", "</title></style></textarea>", "]]>", "<!--",
    "&lt;script&gt;", "javascript:alert(6)", "[click](https://evil.example)", "![x](https://evil.example)",
    "```\n# heading", "~~~~", "````", "| a | b |", "<https://evil.example>", "@everyone", "{{subject}}",
]
FORMULAS = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\t=1", "\r=1", "=HYPERLINK(\"http://evil.example\")"]
COMMANDS = ["'; Remove-Item C:\\ -Recurse; '", "$(Stop-Computer)", "`n", "\u2019; calc; \u2018", "a\nb"]
ALL = ESCAPES + MARKUP + FORMULAS + COMMANDS


def one_line(text):
    return text.replace("\r", " ").replace("\n", " ").replace("\x00", " ")


def log(text):
    """A failed setup that says a hostile text wherever it says anything."""
    text = one_line(text)
    stamp = "[03/10/2026 17:00:0{}.0000] [{}] "
    lines = [
        (0, "**********************************************"),
        (0, "Starting Microsoft Exchange Server 2016 Setup"),
        (0, f"Local time zone: {text}."),
        (0, "Operating system version: Microsoft Windows NT 6.3.9600.0."),
        (0, "Setup version: 15.1.2507.6."),
        (0, f"Logged on user: {text}."),
        (0, f"Command Line Parameter Name='mode', Value='{text}'."),
        (0, "Command Line Parameter Name='roles', Value='Mailbox'."),
        (0, f"Setup is choosing the domain controller to use. Setup will use the domain controller '{text}'."),
        (0, f"Exchange configuration container for the organization is 'CN={text},CN=Services'."),
        (1, f"Setup will run the task '{text}'"),
        (1, f"Processing component '{text}' ({text})."),
        (1, f"Executing: {text}"),
        (2, f"Beginning processing {text}"),
        (1, f"[WARNING] {text}"),
        (1, f"[REQUIRED] {text}"),
        (0, f"Installing certificate signed by '{text}' for site '{text}'.  Certificate is valid from"
            f" 3/1/2024 1:00:00 AM until 3/1/2026 12:59:59 AM."),
        (1, f"Disabling service '{text}'."),
        (1, f"[ERROR] The following error was generated when \"$error.Clear();\n   Install-Thing {text}"
            f"\n\" was run: \"System.Exception: {text} ---> {text}.Exception: {text} 0x80070005\n"
            f"   at {text}\"."),
        (1, f"[ERROR] {text}"),
        (1, f"[ERROR] The certificate is expired. {text}"),
        (1, f"[ERROR-REFERENCE] Id={text} Component=EXCHANGE14:\\Current\\Release\\{text}"),
        (1, "Setup is stopping now because of one or more critical errors."),
        (0, "The Exchange Server setup operation didn't complete."),
        (0, "End of Setup"),
    ]
    return "".join(stamp.format(i // 10, level) + line + "\r\n" for i, (level, line) in enumerate(lines))


def rule(text):
    """A rule that says a hostile text wherever it says anything, and finds the log above."""

    def literal(words):
        return '"' + "".join(
            f"\\u{ord(c):04x}" if not 32 <= ord(c) < 127 or c in '"\\' else c for c in words) + '"'

    quoted, line = literal(text), literal(one_line(text))
    return f"""id: zz-hostile
title: {line}
category: test
severity: error
status: stable
products: []
match:
  error: 'certificate is expired'
capture:
  - error: 'is expired\\. (?P<value>.{{1,300}})'
cause: {quoted}
steps:
  - text: {quoted}
    command: {quoted}
    where: {line}
    undo: {quoted}
    caution: {quoted}
  - text: "Value {{{{value}}}}"
    command: "Set-Thing -Name '{{{{value}}}}'"
verify:
  - text: {quoted}
    command: {quoted}
rerun: after-fix
caution: {quoted}
false_positives: {quoted}
references: [https://example.com/]
tests:
  - name: plain
    log: "[1] [ERROR] The certificate is expired."
  - name: other
    log: "[1] [ERROR] The mailbox is missing."
    match: false
"""


def file_name(text):
    name = text.replace("/", "_").replace("\x00", "_")
    while len(name.encode("utf-8")) > 200:
        name = name[:-1]
    return name


def write_folder(folder):
    """A folder with a log for each hostile text, each in a folder of a hostile name; their rules."""
    folder = pathlib.Path(folder)
    logs = []
    for number, text in enumerate(ALL):
        place = folder / "logs" / f"{number:02}-{file_name(text)}"
        place.mkdir(parents=True)
        path = place / "ExchangeSetup.log"
        path.write_bytes(log(text).encode("utf-8"))
        logs.append(path)
    (folder / "rules").mkdir()
    rules = []
    for number, text in enumerate(ALL):
        path = folder / "rules" / f"{number:02}.yaml"
        path.write_text(rule(text), encoding="utf-8")
        rules.append(path)
    return logs, rules
