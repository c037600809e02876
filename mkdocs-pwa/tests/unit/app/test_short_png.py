"""Pictures in fewer bytes: the same pixels, whatever filters and colors they have."""

import struct
import zlib

import pytest

from mkdocs_pwa.app.short_png import short_png
from mkdocs_pwa_testing.listed_png import Pixel, chunks, pixels

Row = list[Pixel]

RED, BLUE, HALF, NONE = (255, 0, 0, 255), (0, 0, 255, 255), (9, 200, 7, 128), (0, 0, 0, 0)
# Between red and clear, as at the border of a red shape.
EDGE, FAINT = (255, 0, 0, 90), (255, 0, 0, 20)


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def filtered(kind: int, row: bytes, above: bytes) -> bytes:
    """A row as a filter of the PNG Specification makes it, byte for byte as it is told there."""
    found = [kind]
    for i, value in enumerate(row):
        left, corner = (row[i - 4], above[i - 4]) if i >= 4 else (0, 0)
        guess = left + above[i] - corner
        near = [abs(guess - left), abs(guess - above[i]), abs(guess - corner)]
        paeth = (left, above[i], corner)[near.index(min(near))]
        found.append((value - (0, left, above[i], (left + above[i]) // 2, paeth)[kind]) % 256)
    return bytes(found)


def picture(rows: list[Row], kinds: list[int], kind: int = 6) -> bytes:
    """A picture of red, green, blue and alpha, whose rows have gone through these filters."""
    above = bytes(4 * len(rows[0]))
    data = b""
    for number, row in enumerate(rows):
        line = bytes(value for pixel in row for value in pixel)
        data += filtered(kinds[number % len(kinds)], line, above)
        above = line
    header = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, kind, 0, 0, 0)
    parts = [(b"IHDR", header), (b"tEXt", b"a\0b"), (b"IDAT", zlib.compress(data)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


def mixed(count: int, width: int = 19, height: int = 23) -> list[Row]:
    """Rows of so many colors, some of which one can see through."""
    some = [RED, BLUE, NONE, HALF]
    colors = [*some, *((i, 255 - i, i // 2, 255 if i % 3 else i) for i in range(256))][:count]
    return [[colors[(x * x + 7 * y) % count] for x in range(width)] for y in range(height)]


@pytest.mark.parametrize("kinds", [[0], [1], [2], [3], [4], [4, 2, 0, 3, 1]])
@pytest.mark.parametrize(("count", "depth"), [(1, 1), (2, 1), (3, 2), (5, 4), (16, 4), (17, 8)])
def test_every_pixel_stays(kinds: list[int], count: int, depth: int) -> None:
    rows = mixed(count)
    assert pixels(short_png(picture(rows, kinds))) == (depth, rows)


@pytest.mark.parametrize("kinds", [[0], [1], [2], [3], [4], [4, 2, 0, 3, 1]])
def test_every_pixel_of_a_drawing_stays(kinds: list[int]) -> None:
    # Where a filter guesses right, which is nearly everywhere, nothing is left of a pixel.
    colors = [NONE, RED, EDGE, FAINT]
    rows = [
        [colors[((x - 15) ** 2 + (y - 12) ** 2) // 70 % 4] for x in range(31)] for y in range(25)
    ]
    rows += [[colors[x * y % 7 % 4] for x in range(31)] for y in range(9)]
    assert pixels(short_png(picture(rows, kinds))) == (2, rows)


def test_a_picture_of_256_colors_is_listed_and_one_of_more_left_as_it_was() -> None:
    rows = [[(x, y, 0, 255) for x in range(16)] for y in range(16)]
    assert pixels(short_png(picture(rows, [2]))) == (8, rows)
    more = picture([*rows, [(0, 0, 1, 255)] * 16], [2])
    assert short_png(more) == more


def test_a_picture_of_another_kind_is_left_as_it_was() -> None:
    gray = picture([[RED]], [0], kind=4)
    assert short_png(gray) == gray


def test_colors_that_hide_all_behind_them_need_no_alpha() -> None:
    assert b"tRNS" not in dict(chunks(short_png(picture([[RED, BLUE]], [0]))))
    assert dict(chunks(short_png(picture([[RED, HALF]], [0]))))[b"tRNS"] == b"\x80"
