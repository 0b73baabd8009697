"""Folders of servers, each with a sample as its setup log."""
import os
import pathlib

SAMPLES = sorted((pathlib.Path(__file__).resolve().parent.parent.parent / "samples").glob("*.log"))


def make(folder, count):
    """Makes so many in `folder`, of all samples in turn; many are links to one copy."""
    copies = {}
    for number in range(count):
        sample = SAMPLES[number % len(SAMPLES)]
        log = folder / f"server{number:03}" / "ExchangeSetup.log"
        log.parent.mkdir(parents=True)
        if sample in copies:
            os.link(copies[sample], log)
        else:
            log.write_bytes(sample.read_bytes())
            copies[sample] = log
