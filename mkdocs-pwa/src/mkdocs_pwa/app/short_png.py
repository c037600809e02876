"""A PNG picture of few colors in about half of its bytes, and not a pixel changed.

A drawing has few colors, so they fit into a list, and each pixel is a number in it. Source of the
format: PNG Specification (Third Edition), https://www.w3.org/TR/png-3/.
"""

import struct
import sys
import zlib
from collections.abc import Iterator
from itertools import accumulate

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Eight bits for each of red, green, blue and alpha, not interlaced.
_PLAIN = (8, 6, 0, 0, 0)
_LISTED = 3
_NOTHING = bytes(4)


def short_png(png: bytes) -> bytes:
    """Return a picture with its colors in a list, if there are 256 or fewer; else as it was.

    Args:
        png: as renderers write it, with eight bits for each of red, green, blue and alpha; any
            other picture is returned as it was.
    """
    chunks = list(_chunks(png))
    width, height, *kind = struct.unpack(">IIBBBBB", chunks[0][1])
    if tuple(kind) != _PLAIN:
        return png
    data = zlib.decompress(b"".join(body for name, body in chunks if name == b"IDAT"))
    rows = list(_rows(data, width * 4))
    # Most rows of a drawing are as the one above.
    pixels = {row: memoryview(row).cast("I") for row in set(rows)}
    found = set().union(*pixels.values())
    # Those one can see through come first, as only these are listed a second time.
    colors = sorted((color.to_bytes(4, sys.byteorder) for color in found), key=_by_alpha)
    if len(colors) > 256:
        return png
    numbers = {int.from_bytes(color, sys.byteorder): i for i, color in enumerate(colors)}
    depth = next(bits for bits in (1, 2, 4, 8) if len(colors) <= 1 << bits)
    listed = {
        row: b"\0" + _packed(bytes(map(numbers.__getitem__, colored)), depth)
        for row, colored in pixels.items()
    }
    alphas = bytes(color[3] for color in colors if color[3] < 255)
    return _SIGNATURE + b"".join(
        _chunk(name, body)
        for name, body in (
            (b"IHDR", struct.pack(">IIBBBBB", width, height, depth, _LISTED, 0, 0, 0)),
            (b"PLTE", b"".join(color[:3] for color in colors)),
            (b"tRNS", alphas),
            (b"IDAT", zlib.compress(b"".join(map(listed.__getitem__, rows)), 9)),
            (b"IEND", b""),
        )
        if body or name == b"IEND"
    )


def _by_alpha(color: bytes) -> tuple[int, bytes]:
    return color[3], color


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += length + 12


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _rows(data: bytes, length: int) -> Iterator[bytes]:
    """The rows of a picture, each of `length` bytes, from what its filters have made of them."""
    above = bytes(length)
    for start in range(0, len(data), length + 1):
        above = _unfiltered(data[start], data[start + 1 : start + 1 + length], above)
        yield above


def _unfiltered(kind: int, row: bytes, above: bytes) -> bytes:
    """A row before its filter: 0 none, 1 left, 2 above, 3 mean of both, 4 nearest (Paeth)."""
    if kind == 0:
        return row
    if kind == 2:
        if not any(row):
            return above
        return bytes((one + other) & 255 for one, other in zip(row, above, strict=True))
    if kind == 4:
        return _from_nearest(row, above)
    found = bytearray(len(row))
    if kind == 1:
        for channel in range(4):
            found[channel::4] = bytes(sum_ & 255 for sum_ in accumulate(row[channel::4]))
        return bytes(found)
    for i, value in enumerate(row):
        left = found[i - 4] if i >= 4 else 0
        found[i] = (value + (left + above[i]) // 2) & 255
    return bytes(found)


def _from_nearest(row: bytes, above: bytes) -> bytes:
    """A row before the filter that guesses the nearest of left, above and the corner between.

    In a drawing nearly all guesses are right, and where the pixels on the left are alike, all that
    follow are those above, up to the next wrong one. So most of a row is copied, not guessed.
    """
    found = bytearray()
    left = corner = _NOTHING
    while (at := len(found)) < len(row):
        wrong, over = row[at : at + 4], above[at : at + 4]
        if wrong == _NOTHING and left == corner:
            found += above[at : len(row) - len(row[at:].lstrip(b"\0"))]
        elif wrong == _NOTHING and over == corner:
            found += left
        else:
            guesses = map(_nearest, left, over, corner)
            found += bytes((one + other) & 255 for one, other in zip(wrong, guesses, strict=True))
        left, corner = bytes(found[-4:]), above[len(found) - 4 : len(found)]
    return bytes(found)


def _nearest(left: int, above: int, corner: int) -> int:
    guess = left + above - corner
    return min((left, above, corner), key=lambda value: abs(guess - value))


def _packed(row: bytes, depth: int) -> bytes:
    """Numbers of `depth` bits, as many to a byte as fit, the first one highest."""
    each = 8 // depth
    if each == 1:
        return row
    padded = row + bytes(-len(row) % each)
    packed = [0] * (len(padded) // each)
    for place in range(each):
        shift = 8 - depth * (place + 1)
        packed = [
            byte | number << shift for byte, number in zip(packed, padded[place::each], strict=True)
        ]
    return bytes(packed)
