"""All that a phone saves in one compressed file, since each request of a phone takes its time.

The worker fetches it for the first copy, and later where that is less than what has changed. It
verifies each file that it unpacks by the hash in its own list, so nothing in here is trusted.
"""

import gzip
import posixpath
import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_pwa.copy import resemblance
from mkdocs_pwa.copy.bundle_name import bundle_name
from mkdocs_pwa.copy.media_types import suffix
from mkdocs_pwa.copy.precache import Entry, url_of

_TEXTS = (".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".webmanifest", ".xml")
# A larger picture is worth a request of its own: a lost connection then costs less.
_LARGE = 50_000
_SAMPLE = 30
# Deflated, without a name or a time, as small as it goes, on a system that is not told.
_HEADER = b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"
# What a request costs beside its body, in bytes: headers of both sides, compressed or not.
REQUEST_COST = 400


@dataclass(frozen=True, slots=True)
class Bundle:
    """The file, its path, and what the worker has to know to choose between it and single files.

    `sent` has, for each entry of the list, about how many bytes a host sends for it, or 0 if the
    entry is not in the bundle.
    """

    path: str
    content: bytes
    sent: tuple[int, ...]

    @property
    def data(self) -> dict[str, object]:
        """What goes into the worker."""
        return {
            "url": self.path,
            "size": len(self.content),
            # In whole hundreds, for each phone fetches this list with each version.
            "sent": [-(-size // 100) * 100 for size in self.sent],
        }


def bundle(
    site: Mapping[str, bytes], entries: Sequence[Entry], left_out: Iterable[str] = ()
) -> Bundle | None:
    """The bundle of a finished site; None if it would save no phone anything.

    Args:
        site: the finished files by path.
        entries: what is saved.
        left_out: URLs that are fetched one by one in any case.
    """
    path_of = {url_of(path): path for path in site}
    listed = [(number, path_of[entry.url]) for number, entry in enumerate(entries)]
    fetched_before = in_most_pages(site, [path for _, path in listed])
    unwanted = {*left_out, *map(url_of, fetched_before)}
    chosen = [
        (number, path)
        for number, path in listed
        if entries[number].url not in unwanted and _fits(path, site[path])
    ]
    sent = [0] * len(entries)
    for number, path in chosen:
        sent[number] = len(zlib.compress(site[path]))
    written = b"".join(resemblance.write((n, site[path]) for n, path in sorted(chosen, key=_order)))
    content = compressed(written)
    if len(content) + REQUEST_COST >= sum(sent) + REQUEST_COST * len(chosen):
        return None
    return Bundle(bundle_name(written), content, tuple(sent))


def compressed(data: bytes) -> bytes:
    """Data in gzip's format (RFC 1952), the same from every version of Python.

    `gzip.compress` names the system in the header, on some versions always an unknown one.
    """
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = deflate.compress(data) + deflate.flush()
    return _HEADER + body + struct.pack("<2L", zlib.crc32(data), len(data) & 0xFFFFFFFF)


def unpack(content: bytes) -> dict[int, bytes]:
    """The files of a bundle by the number of their entry, also if a host has unpacked it.

    Raises:
        ValueError: it is no bundle, or not a whole one.
    """
    try:
        is_packed = content.startswith(b"\x1f\x8b")
        return resemblance.read(gzip.decompress(content) if is_packed else content)
    except (OSError, EOFError, zlib.error, TypeError) as error:
        raise ValueError(str(error)) from error


def in_most_pages(site: Mapping[str, bytes], paths: Sequence[str]) -> list[str]:
    """The files whose names stand in most pages.

    A browser has fetched them for the page that the reader has opened first: styles, scripts, an
    icon. The worker finds them in the browser's cache, so in the bundle they would come twice.
    """
    pages = [path for path in paths if path.endswith(".html")]
    # Each name in each page of a large site would take longer than building it.
    seen = [site[page] for page in pages[:: max(1, len(pages) // _SAMPLE)]]
    others = [path for path in paths if not path.endswith(".html")]
    names = [posixpath.basename(path).encode() for path in others]
    counts = [sum(name in content for content in seen) for name in names]
    return [path for path, count in zip(others, counts, strict=True) if count * 2 > len(seen)]


def _fits(path: str, content: bytes) -> bool:
    return suffix(path) in _TEXTS or len(content) <= _LARGE


def _order(chosen: tuple[int, str]) -> tuple[bool, str, int, str]:
    """Pages first, as a search index repeats them; pages of one depth have the same links."""
    _, path = chosen
    kind = suffix(path)
    return kind != ".html", kind, path.count("/"), path
