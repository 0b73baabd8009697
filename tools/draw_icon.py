#!/usr/bin/env python3
"""Draws the icon of the Windows program: a page of log lines, one of them red, under a lens.

  draw_icon.py OUTPUT.ico

Only the standard library is needed. Shapes are given in a square of 64 by 64 and drawn with samples
within each pixel, so each size is sharp on its own.
"""
import struct
import sys
import zlib

SIZES = (16, 24, 32, 48, 64, 256)
SAMPLES = 4  # in each direction

PAPER, EDGE = (250, 251, 252), (70, 84, 104)
LINE, ERROR = (150, 163, 180), (208, 44, 54)
GLASS, LENS = (214, 232, 248), (28, 62, 110)

LINES = [(14, 13, 42), (14, 20, 36), (14, 27, 44), (14, 34, 40), (14, 41, 44), (14, 48, 30)]
CENTRE, RADIUS, RIM = (40, 38), 13, 4


def in_handle(x, y):
    """A thick line from the rim of the lens to the lower right."""
    along = ((x - 50) + (y - 48)) / 2
    return 0 <= along <= 9 and abs((x - 50) - (y - 48)) <= 6.5


def colour_at(x, y):
    """The colour of a point, or None where the icon is transparent."""
    distance = ((x - CENTRE[0]) ** 2 + (y - CENTRE[1]) ** 2) ** 0.5
    if distance <= RADIUS:
        return ERROR if abs(y - CENTRE[1]) <= 2.6 and abs(x - CENTRE[0]) <= 8.5 else GLASS
    if distance <= RADIUS + RIM or in_handle(x, y):
        return LENS
    if not (6 <= x <= 52 and 3 <= y <= 60):
        return None
    if not (8.5 <= x <= 49.5 and 5.5 <= y <= 57.5):
        return EDGE
    if any(left <= x <= right and abs(y - row) <= 1.4 for left, row, right in LINES):
        return LINE
    return PAPER


def pixel(column, row, size):
    """Red, green, blue and alpha of a pixel: the mean of its samples."""
    total, covered = [0, 0, 0], 0
    for i in range(SAMPLES * SAMPLES):
        x = (column + (i % SAMPLES + 0.5) / SAMPLES) * 64 / size
        y = (row + (i // SAMPLES + 0.5) / SAMPLES) * 64 / size
        colour = colour_at(x, y)
        if colour:
            covered += 1
            total = [a + b for a, b in zip(total, colour)]
    if not covered:
        return (0, 0, 0, 0)
    return tuple(round(value / covered) for value in total) + (round(255 * covered / SAMPLES**2),)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(size):
    rows = b"".join(b"\0" + bytes(v for column in range(size) for v in pixel(column, row, size))
                    for row in range(size))
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) +
            chunk(b"IEND", b""))


def bitmap(size):
    """The older form, which Windows wants of small icons: pixels from the bottom up, then a mask."""
    pixels = b"".join(bytes((b, g, r, a)) for row in reversed(range(size))
                      for r, g, b, a in (pixel(column, row, size) for column in range(size)))
    mask = b"\0" * (((size + 31) // 32) * 4 * size)
    return struct.pack("<IiiHHIIiiII", 40, size, size * 2, 1, 32, 0, len(pixels), 0, 0, 0, 0) + pixels + mask


def icon():
    images = [png(size) if size == 256 else bitmap(size) for size in SIZES]
    offset = 6 + 16 * len(images)
    directory = struct.pack("<HHH", 0, 1, len(images))
    for size, image in zip(SIZES, images):
        directory += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(image), offset)
        offset += len(image)
    return directory + b"".join(images)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], "wb") as output:
        output.write(icon())
