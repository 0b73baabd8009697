#!/usr/bin/env python3
"""Makes a setup log of any size in the real format, from the samples.

    make_log.py SIZE OUT [--seed N] [--attempts N] [--errors N]

SIZE takes a suffix: 5M, 150M, 10G. The last attempt is samples/cert-expired-cu.log; before its failure
stands as much of what setup writes while it works (cmdlets with their directory chatter, readiness
evaluations, scripts, stack traces of survived errors) as fills the size. --attempts puts that many whole
attempts before it, --errors that many errors that setup survives. The same seed gives the same file.
"""
import argparse
import pathlib
import random

SAMPLES = pathlib.Path(__file__).resolve().parent.parent / "samples"
UNITS = {"K": 1 << 10, "M": 1 << 20, "G": 1 << 30}
CMDLETS = ["install-Container", "Get-ProcessModule", "install-ExchangeSchema", "Start-SetupService",
           "Set-OwaVirtualDirectory", "New-ServiceEndpoint", "Add-RoleGroupMember", "Get-ExchangeServer"]
STAMP = "[03/02/2026 {:02}:{:02}:{:02}.0{:03}]"


class Clock:
    """Stamps that go on by some milliseconds each time."""

    def __init__(self):
        self.now = 0

    def stamp(self, rng):
        self.now += rng.randrange(0, 40)
        seconds, milliseconds = divmod(self.now, 1000)
        return STAMP.format(seconds // 3600 % 24, seconds // 60 % 60, seconds % 60, milliseconds)


def cmdlet_block(rng, clock):
    name = rng.choice(CMDLETS)
    number = rng.randrange(10 ** 6)
    lines = [
        f"[2] Active Directory session settings for '{name}' are: View Entire Forest: 'True', Configuration Domain "
        "Controller: 'DC01.contoso.com', Preferred Global Catalog: 'DC01.contoso.com', Preferred Domain "
        "Controllers: '{ DC01.contoso.com }'",
        f"[2] User specified parameters:  -Name:'Container {number}' -DomainController:'DC01.contoso.com'",
        f"[2] Beginning processing {name}",
        f"[2] Searching objects of type \"Container\" with filter \"(name -eq {number})\", scope \"SubTree\" under the root \"$null\".",
        "[2] Previous operation run on domain controller 'DC01.contoso.com'.",
        f"[2] Saving object \"CN=Container {number},CN=contoso\" of type \"Container\" and state \"New\".",
        "[2] Used domain controller DC01.contoso.com to write object CN=Container "
        f"{number},CN=contoso,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=contoso,DC=com.",
        f"[2] Ending processing {name}",
    ]
    return [f"{clock.stamp(rng)} {line}" for line in lines]


def readiness_block(rng, clock):
    name = f"Setting{rng.randrange(200)}"
    return [f"{clock.stamp(rng)} {line}" for line in (
        f"[1] Started [Setting:{name}] [Parent:RootAnalysisMember] [ValueType:String]",
        f"[1] Evaluated [Setting:{name}] [HasException:False] [Value:\"{rng.randrange(99)}\"] [ParentValue:\"<NULL>\"] [Thread:{rng.randrange(80)}] [Duration:00:00:00.0010005]",
        f"[1] Finished [Setting:{name}] [Duration:00:00:00.0020009]")]


def script_block(rng, clock):
    return [f"{clock.stamp(rng)} [1] Executing: ",
            "          $dcs = @(Get-ADDomainController -Filter * | where { $_.IsGlobalCatalog });",
            "          foreach ($dc in $dcs) { Write-ExchangeSetupLog -Info \"Found $($dc.Name)\"; }",
            f"{clock.stamp(rng)} [2] Setup found {rng.randrange(9)} suitable domain controllers in site Site{rng.randrange(40)}."]


def native_block(rng, clock):
    return [f"{clock.stamp(rng)} [2]  Status code check (d:\\dbs\\sh\\e16df\\x.cxx:{rng.randrange(900)})",
            "           Error code 0X80072030 (8240): There is no such object on the server."]


def survived_error(rng, clock):
    return [f"{clock.stamp(rng)} [2] [ERROR] The topology could not be read from DC{rng.randrange(30):02}.contoso.com.",
            "   at Microsoft.Exchange.Data.Directory.TopologyProvider.Read(String name)",
            f"{clock.stamp(rng)} [1] Executing: ", "          Start-Sleep 1"]


def working(rng, clock):
    roll = rng.random()
    if roll < 0.70:
        return cmdlet_block(rng, clock)
    if roll < 0.90:
        return readiness_block(rng, clock)
    return script_block(rng, clock) if roll < 0.97 else native_block(rng, clock)


def split_sample():
    """The lines of the failed sample before and from its failure on."""
    lines = (SAMPLES / "cert-expired-cu.log").read_text(encoding="utf-8").splitlines()
    failure = next(i for i, line in enumerate(lines) if "Beginning processing Install-ExchangeCertificate" in line)
    return lines[:failure], lines[failure:]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size")
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--attempts", type=int, default=0)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    unit = options.size[-1].upper()
    size = int(float(options.size[:-1]) * UNITS[unit]) if unit in UNITS else int(options.size)

    rng = random.Random(options.seed)
    clock = Clock()
    head, failure = split_sample()
    # One megabyte of work is written again and again: making it is what takes time, not reading it.
    chunk = []
    while sum(map(len, chunk)) < (1 << 20):
        chunk.extend(working(rng, clock))
    errors = []
    for _ in range(options.errors):
        errors.extend(survived_error(rng, clock))
    work = ("\r\n".join(chunk) + "\r\n").encode()
    before = ("\r\n".join(head) + "\r\n").encode()
    after = ("\r\n".join(errors + failure) + "\r\n").encode()
    with options.out.open("wb") as out:
        for _ in range(options.attempts):
            out.write(before + after)
        out.write(before)
        while out.tell() + len(after) < size:
            out.write(work[:max(0, size - out.tell() - len(after))] if size - out.tell() < len(work) else work)
        if out.tell() and not work.endswith(b"\n"):
            out.write(b"\r\n")
        out.write(b"\r\n" + after)


if __name__ == "__main__":
    main()
