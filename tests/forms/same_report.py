#!/usr/bin/env python3
"""Every sample in every encoding, newline form and archive form must give the same report.

    tests/forms/same_report.py EXDIAG

Archive forms whose packer is not installed (7z or bsdtar, gcab, zstd) are left out and named.
"""
import bz2
import codecs
import gzip
import io
import json
import lzma
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tarfile
import tempfile
import zipfile
import zlib

SAMPLES = pathlib.Path(__file__).resolve().parent.parent.parent / "samples"
ENCODINGS = {
    "utf-8": ("utf-8", b""),
    "utf-8-bom": ("utf-8", codecs.BOM_UTF8),
    "utf-16le": ("utf-16-le", b""),
    "utf-16le-bom": ("utf-16-le", codecs.BOM_UTF16_LE),
    "utf-16be": ("utf-16-be", b""),
    "utf-16be-bom": ("utf-16-be", codecs.BOM_UTF16_BE),
    "windows-1252": ("cp1252", b""),
}
# Named by --encoding: a few quotes in an English text do not tell a code page of East Asia.
NAMED_ENCODINGS = {"shift-jis": "cp932", "gbk": "cp936", "windows-1252": "cp1252"}
NEWLINES = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}
# What setup writes in other languages, by the code pages that Windows has for them.
FOREIGN = {
    "cp932": "指定されたサービスを開始できませんでした。システムのエラーが発生しました。",
    "cp936": "无法启动指定的服务。系统发生错误，请与管理员联系。",
    "cp949": "지정한 서비스를 시작할 수 없습니다. 시스템 오류가 발생했습니다.",
    "cp950": "無法啟動指定的服務。系統發生錯誤，請與系統管理員聯絡。",
    "cp1251": "Не удалось запустить указанную службу. Произошла системная ошибка.",
    "cp1253": "Δεν ήταν δυνατή η εκκίνηση της υπηρεσίας. Παρουσιάστηκε σφάλμα συστήματος.",
    "cp1250": "Určenou službu nelze spustit. Došlo k chybě systému, zkuste to později znovu.",
}
left_out = set()


def text_of(data):
    """The text of a sample, with \\n at the end of lines."""
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        text = data.decode("utf-16")
    else:
        text = data.decode("utf-8-sig")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def files_of(path):
    """{name: bytes} of a sample, which is a file or a folder."""
    paths = sorted(path.iterdir()) if path.is_dir() else [path]
    return {p.name: p.read_bytes() for p in paths}


def encoded_forms(files):
    texts = {name: text_of(data) for name, data in files.items()}
    for encoding, (codec, mark) in ENCODINGS.items():
        for newline, end in NEWLINES.items():
            try:
                yield f"{encoding}-{newline}", {name: mark + text.replace("\n", end).encode(codec)
                                                for name, text in texts.items()}
            except UnicodeEncodeError:
                break  # the text does not allow this code page


def named_forms(files):
    for encoding, codec in NAMED_ENCODINGS.items():
        try:
            yield encoding, {name: text_of(data).encode(codec) for name, data in files.items()}
        except UnicodeEncodeError:
            continue  # the text does not allow this code page


def tar_of(files, mode):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as tar:
        for name, data in files.items():
            info = tarfile.TarInfo(f"ExchangeSetupLogs/{name}")
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return out.getvalue()


def zip_of(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def packed(files, program, command):
    """An archive made by a program, or None."""
    if shutil.which(program) is None:
        left_out.add(program)
        return None
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            (pathlib.Path(folder) / name).write_bytes(data)
        subprocess.run([program, *command, ".packed", *files], cwd=folder, check=True,
                       stdout=subprocess.DEVNULL)
        return (pathlib.Path(folder) / ".packed").read_bytes()


def seven_zip_of(files):
    if shutil.which("7z") is None and shutil.which("bsdtar") is not None:
        return packed(files, "bsdtar", ["--format", "7zip", "-cf"])
    return packed(files, "7z", ["a", "-bd", "-t7z", "-mx1"])


def cabinet_of(files, compressed):
    """A cabinet of one folder, stored or by MSZIP: deflated blocks of 32 KB, each with those before it at hand."""
    content = b"".join(files.values())
    blocks = []
    for at in range(0, len(content), 32768):
        block = content[at:at + 32768]
        data = block
        if compressed:
            packer = zlib.compressobj(9, zlib.DEFLATED, -15, zdict=content[max(0, at - 32768):at])
            data = b"CK" + packer.compress(block) + packer.flush()
        blocks.append(struct.pack("<IHH", 0, len(data), len(block)) + data)
    entries = b""
    place = 0
    for name, data in files.items():
        entries += struct.pack("<IIHHHH", len(data), place, 0, 0x5A21, 0x8000, 0x20) + name.encode() + b"\0"
        place += len(data)
    first_entry = 36 + 8
    first_block = first_entry + len(entries)
    size = first_block + sum(map(len, blocks))
    head = struct.pack("<4sIIIIIBBHHHHH", b"MSCF", 0, size, 0, first_entry, 0, 3, 1, 1, len(files), 0, 1, 0)
    folder = struct.pack("<IHH", first_block, len(blocks), 1 if compressed else 0)
    return head + folder + entries + b"".join(blocks)


def zstd_of(data):
    if shutil.which("zstd") is None:
        left_out.add("zstd")
        return None
    return subprocess.run(["zstd", "-q", "-c"], input=data, stdout=subprocess.PIPE, check=True).stdout


def archive_forms(files):
    yield "logs.zip", zip_of(files)
    yield "zip-in-zip.zip", zip_of({"server.zip": zip_of(files)})
    yield "tar-in-zip.zip", zip_of({"server.tgz": tar_of(files, "w:gz")})
    yield "logs.tar", tar_of(files, "w")
    yield "logs.tar.gz", tar_of(files, "w:gz")
    yield "logs.tar.bz2", tar_of(files, "w:bz2")
    yield "logs.tar.xz", tar_of(files, "w:xz")
    yield "logs.tar.zst", zstd_of(tar_of(files, "w"))
    yield "logs.7z", seven_zip_of(files)
    yield "stored.cab", cabinet_of(files, False)
    yield "mszip.cab", cabinet_of(files, True)
    yield "gcab.cab", packed(files, "gcab", ["-c", "-z"])
    if len(files) == 1:
        (name, data), = files.items()
        yield f"{name}.gz", gzip.compress(data)
        yield f"{name}.bz2", bz2.compress(data)
        yield f"{name}.xz", lzma.compress(data)
        yield f"{name}.zst", zstd_of(data)


def without_where(report, folder):
    """A report without what tells where it was read and in which form."""
    for key in ("path", "encoding", "bytes"):
        report.pop(key)
    text = json.dumps(report, sort_keys=True)
    # Paths of evidence and companions: only the file's name stays.
    return re.sub(re.escape(json.dumps(str(folder))[1:-1]) + r'[^"]*/([^"/]+?)(\.gz|\.bz2|\.xz|\.zst)?"', r'\1"', text)


def reports_of(program, paths, folder, *options):
    """{path: report} of logs that are diagnosed in one go."""
    result = subprocess.run([program, "diagnose", "--format", "ndjson", *options, *map(str, paths)],
                            capture_output=True, check=False)
    if result.returncode > 3:
        sys.exit(f"status {result.returncode}: {result.stderr.decode()}")
    reports = {}
    for line in result.stdout.decode().splitlines():
        report = json.loads(line)
        form = pathlib.Path(report["path"]).relative_to(folder).parts[0]
        reports.setdefault(form, []).append(without_where(report, folder))
    return reports


def first_difference(one, other):
    at = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
    return f"  expected …{one[max(0, at - 60):at + 60]}…\n  got      …{other[max(0, at - 60):at + 60]}…"


def check(program, name, forms, *options, expected=None):
    """Writes the forms {form: {file: bytes}} and diagnoses them; returns how many differ from the first, and that."""
    wrong = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        for form, files in forms.items():
            place = folder / form
            place.mkdir()
            for file, data in files.items():
                (place / file).write_bytes(data)
        reports = reports_of(program, [folder / form for form in forms], folder, *options)
        expected = expected or reports[next(iter(forms))]
        for form in forms:
            got = reports.get(form, [])
            if got != expected:
                wrong += 1
                print(f"{name} as {form}: {len(got)} reports, expected {len(expected)}")
                if got:
                    print(first_difference("".join(expected), "".join(got)))
    return wrong, expected


def forms_of(files):
    """All forms of a sample as {form: {file: bytes}}, plain UTF-8 first."""
    forms = dict(encoded_forms(files))
    plain = {name: text_of(data).replace("\n", "\r\n").encode() for name, data in files.items()}
    for archive, data in archive_forms(plain):
        if data is not None:
            forms[f"in-{archive}"] = {archive: data}
    return forms


def foreign_forms(codec, sentence):
    """A sample whose messages are in another language: as UTF-8 and in its code page."""
    text = text_of((SAMPLES / "unknown-failure.log").read_bytes())
    text = text.replace(" was run: ", f" was run: {sentence} ").replace("[1] Setup will run", f"[1] {sentence} Setup will run")
    lines = text.splitlines(keepends=True)
    lines.insert(5, lines[4][:35] + sentence + "\n")
    text = "".join(lines)
    return {form: {"ExchangeSetup.log": text.encode(form)} for form in ("utf-8", codec)}


def main():
    program = sys.argv[1]
    wrong = count = 0
    for entry in json.loads((SAMPLES / "expected.json").read_text()):
        forms = forms_of(files_of(SAMPLES / entry["file"]))
        count += len(forms)
        differing, expected = check(program, entry["file"], forms)
        wrong += differing
        for encoding, files in named_forms(files_of(SAMPLES / entry["file"])):
            wrong += check(program, entry["file"], {encoding: files}, "--encoding", encoding, expected=expected)[0]
            count += 1
    for codec, sentence in FOREIGN.items():
        wrong += check(program, f"a log with messages of {codec}", foreign_forms(codec, sentence))[0]
        count += 2
    for tool in sorted(left_out):
        print(f"left out: what {tool} packs, since it is not installed")
    print(f"{count} forms, {wrong} with another report")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
