"""What files weigh when a host sends them compressed, which is what a reader waits for."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import PurePosixPath

import brotli

# Formats that are compressed already are sent as they are.
_COMPRESSED = {".png", ".jpg", ".webp", ".woff2", ".gz", ".bin"}
_QUALITY = 11

#: Bytes by the hash of a file, kept from one build to the next: compressing takes its time.
Known = dict[str, int]


def weigh(files: Mapping[str, bytes], known: Known | None = None) -> dict[str, int]:
    """Return the bytes of each file as a good host sends it, with brotli, without headers.

    Args:
        files: contents by path.
        known: weights of contents seen before; new ones are added.
    """
    seen = {} if known is None else known
    weights = {}
    for path, content in files.items():
        digest = hashlib.sha256(content).hexdigest()
        if digest not in seen:
            seen[digest] = _weight(path, content)
        weights[path] = seen[digest]
    return weights


def _weight(path: str, content: bytes) -> int:
    if PurePosixPath(path).suffix in _COMPRESSED:
        return len(content)
    return min(len(content), len(brotli.compress(content, quality=_QUALITY)))
