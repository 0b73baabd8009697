#!/usr/bin/env python3
"""Runs commands in turn, several times, and prints a Markdown row for each: least wall and processor time.

    alternate.py RUNS BASE LABEL COMMAND… [-- LABEL COMMAND…]…

BASE is the label of the command that the ratios are of. Noise of other programs only adds, so the least of
several runs counts; runs in turn see the same noise. Processor time is user and system time together; on a
machine that does something else it is the better measure.
"""
import os
import subprocess
import sys
import time


def split(words):
    command = []
    for word in words:
        if word == "--":
            yield command
            command = []
        else:
            command.append(word)
    yield command


def run(command, out):
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=out, stderr=out)
    _, _, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime


def main():
    runs, base = int(sys.argv[1]), sys.argv[2]
    commands = {words[0]: words[1:] for words in split(sys.argv[3:])}
    walls = {label: [] for label in commands}
    busy = {label: [] for label in commands}
    with open(os.devnull, "w") as out:
        for _ in range(runs):
            for label, command in commands.items():
                wall, cpu = run(command, out)
                walls[label].append(wall * 1000)
                busy[label].append(cpu * 1000)
    print(f"| command | wall ms | times {base} | processor ms | times {base} |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for label in commands:
        wall, cpu = min(walls[label]), min(busy[label])
        print(f"| {label} | {wall:.1f} | {wall / min(walls[base]):.2f} | {cpu:.1f} | {cpu / min(busy[base]):.2f} |")


if __name__ == "__main__":
    main()
