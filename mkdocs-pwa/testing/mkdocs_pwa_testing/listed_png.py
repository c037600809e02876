"""The pixels of a PNG picture whose colors are in a list, read as the specification tells it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

#: Red, green, blue and alpha, of 255.
Pixel = tuple[int, int, int, int]


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts of a picture by their names; fails if one is not what its sum says."""
    at = 8
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        name, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", png, at + 8 + length) == (zlib.crc32(name + body),)
        yield name, body
        at += length + 12


def pixels(png: bytes) -> tuple[int, list[list[Pixel]]]:
    """The bits of each number of a picture with listed colors, and its pixels by rows."""
    parts = dict(chunks(png))
    width, height, depth, kind, *rest = struct.unpack(">IIBBBBB", parts[b"IHDR"])
    assert (kind, rest) == (3, [0, 0, 0])
    listed, alphas = parts[b"PLTE"], parts.get(b"tRNS", b"")
    colors: list[Pixel] = [
        (*listed[3 * i : 3 * i + 3], alphas[i] if i < len(alphas) else 255)
        for i in range(len(listed) // 3)
    ]
    data = zlib.decompress(parts[b"IDAT"])
    length = -(-width * depth // 8) + 1
    assert len(data) == height * length
    rows = []
    for at in range(0, len(data), length):
        assert data[at] == 0, "a filter"
        bits = f"{int.from_bytes(data[at + 1 : at + length]):0{8 * (length - 1)}b}"
        rows.append([colors[int(bits[i * depth : (i + 1) * depth], 2)] for i in range(width)])
    return depth, rows
