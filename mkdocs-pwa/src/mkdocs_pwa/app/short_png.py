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
    pixels = memoryview(b"".join(_rows(data, width * 4))).cast("I")
    # Those one can see through come first, as only these are listed a second time.
    colors = sorted((color.to_bytes(4, sys.byteorder) for color in set(pixels)), key=_by_alpha)
    if len(colors) > 256:
        return png
    numbers = {int.from_bytes(color, sys.byteorder): i for i, color in enumerate(colors)}
    listed = bytes(map(numbers.__getitem__, pixels))
    depth = next(bits for bits in (1, 2, 4, 8) if len(colors) <= 1 << bits)
    rows = b"".join(
        b"\0" + _packed(listed[start : start + width], depth)
        for start in range(0, len(listed), width)
    )
    alphas = bytes(color[3] for color in colors if color[3] < 255)
    return _SIGNATURE + b"".join(
        _chunk(name, body)
        for name, body in (
            (b"IHDR", struct.pack(">IIBBBBB", width, height, depth, _LISTED, 0, 0, 0)),
            (b"PLTE", b"".join(color[:3] for color in colors)),
            (b"tRNS", alphas),
            (b"IDAT", zlib.compress(rows, 9)),
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
        return bytes((one + other) & 255 for one, other in zip(row, above, strict=True))
    found = bytearray(len(row))
    if kind == 1:
        for channel in range(4):
            found[channel::4] = bytes(sum_ & 255 for sum_ in accumulate(row[channel::4]))
        return bytes(found)
    for i, value in enumerate(row):
        left, corner = (found[i - 4], above[i - 4]) if i >= 4 else (0, 0)
        guess = (left + above[i]) // 2 if kind == 3 else _nearest(left, above[i], corner)
        found[i] = (value + guess) & 255
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
