#!/usr/bin/env python3
"""Makes a folder with many logs for measuring `exdiag triage`.

  bench/make_triage.py OUT [--logs 10000] [--per-archive 50] [--plain] [--seed 1]

Each log is a copy of a sample with the names of another customer and other dates; a few are cut off. They lie in
zip files of several servers each, or with --plain as files in folders. OUT/expected.json tells for each root cause
how many logs have it. The same arguments make the same bytes.
"""
import argparse
import collections
import datetime
import json
import pathlib
import random
import re
import zipfile

SAMPLES = pathlib.Path(__file__).resolve().parent.parent / "samples"
STAMP = re.compile(r"(?m)^\[(\d\d)([/.-])(\d\d)([/.-])(\d{4})(?= )|\b(\d{1,2})(/)(\d{1,2})(/)(\d{4})\b")
FIRST = ["Nord", "Alpen", "River", "Blue", "Iron", "Green", "Stern", "Lake", "Red", "Silver", "Golden", "Rapid"]
SECOND = ["bank", "werke", "side", "stone", "foods", "logistik", "med", "tec", "mill", "bau", "port", "print"]


def sample_logs():
    """Yields (files of a server's folder as {name: bytes}, expected root cause)."""
    for entry in json.loads((SAMPLES / "expected.json").read_text()):
        path = SAMPLES / entry["file"]
        if path.is_dir():
            yield {p.name: p.read_bytes() for p in sorted(path.iterdir())}, entry
        elif path.suffix == ".log" and "/" not in entry["file"]:
            yield {"ExchangeSetup.log": path.read_bytes()}, entry


def shifted(text, days):
    """With other dates: those of records and, month first, all others."""
    def stamp(match):
        bracket = "[" if match.group(1) else ""
        month, sep1, day, sep2, year = (part for part in match.groups() if part is not None)
        try:
            date = datetime.date(int(year), int(month), int(day)) + datetime.timedelta(days=days)
        except ValueError:
            return match.group()  # no date
        return f"{bracket}{date.month:0{len(month)}}{sep1}{date.day:0{len(day)}}{sep2}{date.year:04}"
    return STAMP.sub(stamp, text)


def renamed(text, customer, server):
    for old in ("contoso", "fabrikam"):
        text = re.sub(old, lambda m: customer.upper() if m.group().isupper()
                      else customer if m.group()[0].isupper() else customer.lower(), text, flags=re.I)
    return re.sub(r"\b(EX|HUB|MGMT)0\d\b", server, text)


def changed(data, customer, server, days):
    """The log of another customer and day. UTF-16 logs (of Windows Installer) keep their encoding."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    return renamed(shifted(data.decode(encoding), days), customer, server).encode(encoding)


def logs(count, seed):
    """Yields (folder name, files, expected root cause or None)."""
    rng = random.Random(seed)
    samples = list(sample_logs())
    for number in range(count):
        files, entry = samples[rng.randrange(len(samples))]
        customer = rng.choice(FIRST) + rng.choice(SECOND)
        server = f"MX{number % 97:02d}"
        # Risk rules compare certificates with the date of the log; moving the log back is harmless to them.
        days = -rng.randrange(0, 300)
        made = {name: changed(data, customer, server, days) for name, data in files.items()}
        yield f"{customer}/{server}-{number:06d}", made, entry


def write_plain(out, folder, files):
    place = out / folder
    place.mkdir(parents=True)
    for name, data in files.items():
        (place / name).write_bytes(data)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--logs", type=int, default=10000)
    parser.add_argument("--per-archive", type=int, default=50)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    args.out.mkdir(parents=True)
    causes = collections.Counter()
    archive = None
    for number, (folder, files, entry) in enumerate(logs(args.logs, args.seed)):
        causes[entry["primary"] or entry["verdict"]] += 1
        if args.plain:
            write_plain(args.out, folder, files)
            continue
        if number % args.per_archive == 0:
            if archive:
                archive.close()
            archive = zipfile.ZipFile(args.out / f"logs-{number // args.per_archive:05d}.zip", "w",
                                      zipfile.ZIP_DEFLATED, compresslevel=1)
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(f"{folder}/{name}", (2026, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    if archive:
        archive.close()
    (args.out / "expected.json").write_text(json.dumps(dict(sorted(causes.items())), indent=1) + "\n")


if __name__ == "__main__":
    main()
