#!/usr/bin/env python3
"""Writes what the fuzzers begin with: seeds from samples, rules and tests, and dictionaries from the
texts that the parsers compare with.

    fuzz/write_seeds.py FOLDER

FOLDER gets seeds/NAME/ and dictionaries/NAME.dict for each fuzzer NAME. Nothing of it is committed, so
that it is never older than what it is made of; what is, stands in fuzz/corpus/ and fuzz/dictionaries/.
"""
import bz2
import gzip
import hashlib
import io
import lzma
import pathlib
import re
import sys
import tarfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
LONGEST = 4096
LOGS = ["setup_log", "paste", "diagnose", "redact"]
DICTIONARIES = {
    "setup_log": ["setuplog"],
    "paste": ["setuplog"],
    "diagnose": ["setuplog", "companion", "matching"],
    "redact": ["redact"],
    "rule_file": ["rules"],
    "triage_row": ["report/triage"],
    "encoding": ["input/encoding_names"],
    **dict.fromkeys(["msi", "ldif", "service_control", "script_output", "step_script"], ["companion"]),
}


def text_of(path):
    data = path.read_bytes()
    return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")


def excerpts(text):
    """The head of a log, what stands around an error, and its end, as one short log each."""
    lines = text.splitlines(keepends=True)
    head, tail = "".join(lines[:12])[:1200], "".join(lines[-4:])[-500:]
    places = [i for i, line in enumerate(lines)
              if re.search(r"\[ERROR\]|Failed \[Rule|Return value 3|returning \d{3,4}$", line)]
    places = places[:: max(1, len(places) // 6)] or [len(lines) // 2]
    for place in places:
        middle = "".join(lines[max(12, place - 6):place + 20])
        yield head + middle[:LONGEST - len(head) - len(tail)] + tail
        yield middle[:LONGEST]


def rule_logs(rule):
    """The texts behind `log: |` in a rule file."""
    for found in re.finditer(r"^( *)(?:- )?log: \|[-+]?\n((?:\1 +.*\n|\n)+)", rule, re.MULTILINE):
        block = found.group(2)
        indent = len(block) - len(block.lstrip(" "))
        yield re.sub(rf"^ {{{indent}}}", "", block, flags=re.MULTILINE)[:LONGEST]


def test_texts(source):
    """The texts of several lines in a test: raw strings, and literals one below the other."""
    yield from re.findall(r'R"(?:\w*)\((.*?)\)(?:\w*)"', source, re.DOTALL)
    literal = r'"(?:[^"\\\n]|\\.)*"'
    for run in re.findall(rf"{literal}(?:\s+{literal})+", source):
        text = "".join(part[1:-1] for part in re.findall(literal, run))
        yield text.replace("\\r", "\r").replace("\\n", "\n").replace('\\"', '"').replace("\\\\", "\\")


def texts_of_tests(room):
    for path in sorted((ROOT / "tests" / room).glob("*.cpp")):
        for text in test_texts(path.read_text(encoding="utf-8")):
            if "\n" in text:
                yield text[:LONGEST]


def logs():
    for path in sorted((ROOT / "samples").rglob("*")):
        if path.suffix in (".log", ".txt", ".md") and path.name != "README.md":
            yield from excerpts(text_of(path))
    for path in sorted((ROOT / "rules").rglob("*.yaml")):
        yield from list(rule_logs(path.read_text(encoding="utf-8")))[:1]
    yield from texts_of_tests("setuplog")


def companions(name):
    """Texts for the parsers of other logs: samples of the kind, and all that tests say of them."""
    kinds = {"msi": "*.msilog", "ldif": "ldif*", "service_control": "ServiceControl*"}
    for path in sorted((ROOT / "samples").rglob(kinds.get(name, "none"))):
        yield from excerpts(text_of(path))
    if name == "msi":
        for path in sorted((ROOT / "samples").rglob("ExchangeUpdate*")):
            yield from excerpts(text_of(path))
    yield from texts_of_tests("companion")
    marks = {"msi": "MSI (s)", "ldif": "error on", "service_control": "ServiceControl.ps1",
             "script_output": "UpdateC", "step_script": "Programmatically generated"}
    for path in sorted((ROOT / "rules").rglob("*.yaml")):
        for log in rule_logs(path.read_text(encoding="utf-8")):
            if marks[name] in log:
                yield log


def archives():
    log = b"[03/10/2026 17:00:00.0000] [0] Starting Microsoft Exchange Server 2016 Setup\r\n" * 3

    def zipped(files, method=zipfile.ZIP_DEFLATED):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", method) as file:
            for name, data in files:
                file.writestr(zipfile.ZipInfo(name), data, method)
        return out.getvalue()

    def streamed(files):
        """As written to a pipe: sizes and checksums stand behind the members."""
        class Pipe(io.BytesIO):
            def seekable(self):
                return False

            def tell(self):
                raise OSError

        out = Pipe()
        with zipfile.ZipFile(out, "w") as file:
            for name, data in files:
                file.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def tarred(files, kind=tarfile.PAX_FORMAT):
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w", format=kind) as file:
            for name, data in files:
                info = tarfile.TarInfo(name)
                info.size = len(data)
                file.addfile(info, io.BytesIO(data))
            link = tarfile.TarInfo("link.log")
            link.type, link.linkname = tarfile.SYMTYPE, "../../etc/passwd"
            file.addfile(link)
        return out.getvalue()[:4096] + bytes(1024)

    files = [("logs/ExchangeSetup.log", log), ("../ldif.err", b"Entry DN"), ("C:\\x.log", b"")]
    yield from (zipped(files), zipped(files, zipfile.ZIP_STORED), zipped([]), streamed(files))
    yield zipped([("a.zip", zipped([("b.tar", tarred(files[:1]))])), ("c.gz", gzip.compress(log))])
    for kind in (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
        yield tarred(files, kind)
    for pack in (gzip.compress, bz2.compress, lzma.compress):
        yield pack(log)
        yield pack(tarred(files))


def encodings():
    text = "[03/10/2026 17:00:00.0000] [1] [ERROR] {}\r\n"
    for word, names in {"Zugriff verweigert für Größe": ["utf-8", "utf-8-sig", "utf-16", "utf-16-le",
                                                         "utf-16-be", "cp1252", "cp850", "cp437"],
                        "Доступ запрещён": ["cp1251", "utf-8"], "Δεν επιτρέπεται": ["cp1253"],
                        "Erişim engellendi ş": ["cp1254"], "Přístup byl odepřen": ["cp1250"],
                        "アクセスが拒否されました": ["shift_jis", "utf-16"], "拒绝访问": ["gbk", "utf-8"],
                        "存取被拒": ["big5"], "액세스가 거부되었습니다": ["euc_kr"]}.items():
        for name in names:
            yield text.format(word).encode(name)
            yield b"\x05" + (text.format(word) * 3).encode(name)[:-1]
    yield b"cp1252"
    yield b"shift_jis"


def seeds(name):
    if name in LOGS:
        yield from (log.encode("utf-8") for log in logs())
    elif name == "archive":
        yield from archives()
    elif name == "encoding":
        yield from encodings()
    elif name == "rule_file":
        for path in sorted((ROOT / "rules").rglob("*.yaml")):
            if path.stat().st_size <= LONGEST:
                yield path.read_bytes()
    elif name == "triage_row":
        yield (b'{"path":"a.log","customer":"contoso","server":"EX01","product":"Exchange Server 2016",'
               b'"verdict":"failed","rule":"cert-expired","title":"t","confidence":0.9,"attempt":1,'
               b'"started":"2026-03-10T17:00:00.000Z","fingerprint":"0123456789abcdef"}\n')
    else:
        yield from (log.encode("utf-8") for log in companions(name))
    if name == "diagnose":
        yield (ROOT / "samples/edge-cases/utf16le-bom.log").read_bytes()[:LONGEST]


def dictionary(places):
    """String literals of the sources of a room."""
    words = set()
    for place in places:
        folder, _, stem = place.partition("/")
        for path in (ROOT / "src" / folder).glob(stem + "*.cpp"):
            source = re.sub(r"^\s*#.*$|//.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
            words.update(re.findall(r'(?<!R)"((?:[^"\\\n]|\\["\\])*)"', source))
    for word in sorted(words):
        word = word.replace('\\"', '"').replace("\\\\", "\\").encode("utf-8")
        if 3 <= len(word) <= 100:
            yield "".join(f"\\x{c:02x}" if c in b'"\\' or not 32 <= c < 127 else chr(c) for c in word)


def main():
    out = pathlib.Path(sys.argv[1])
    for source in sorted((ROOT / "fuzz").glob("*_fuzzer.cpp")):
        name = source.name.removesuffix("_fuzzer.cpp")
        folder = out / "seeds" / name
        folder.mkdir(parents=True, exist_ok=True)
        for data in seeds(name):
            (folder / hashlib.sha1(data).hexdigest()[:16]).write_bytes(data)
        lines = [f'"{word}"' for word in dictionary(DICTIONARIES.get(name, []))]
        kept = ROOT / "fuzz" / "dictionaries" / f"{name}.dict"
        if kept.exists():
            lines += kept.read_text(encoding="utf-8").splitlines()
        (out / "dictionaries").mkdir(exist_ok=True)
        (out / "dictionaries" / f"{name}.dict").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
