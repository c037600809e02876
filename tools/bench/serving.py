"""The guide on a server that compresses as a good host does, and counts."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import brotli

from mkdocs_pwa_testing.server import Answer, StaticServer

_TEXTS = ("text/", "application/json", "application/manifest", "image/svg")


@dataclass
class Count:
    """What was sent since the start: bodies in bytes, by path in the order of the requests."""

    sent: list[tuple[str, int]] = field(default_factory=list)

    def kb(self, ending: str = "") -> float:
        """The kB of all answers, or of those whose path has an ending."""
        return sum(size for path, size in self.sent if path.endswith(ending)) / 1000


@contextlib.contextmanager
def serving(site: Path) -> Iterator[tuple[StaticServer, Count]]:
    """Serve a built folder on 127.0.0.1, with brotli at its strongest."""
    count = Count()
    packed: dict[str, bytes] = {}

    def compress(path: str, answer: Answer) -> Answer:
        if answer.status == 200 and answer.content_type.startswith(_TEXTS):
            if path not in packed:
                packed[path] = brotli.compress(answer.body, quality=11)
            answer.body = packed[path]
            answer.headers["Content-Encoding"] = "br"
        count.sent.append((path, len(answer.body)))
        return answer

    with StaticServer(site) as server:
        server.fault = compress
        yield server, count
