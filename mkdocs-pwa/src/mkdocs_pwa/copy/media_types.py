"""A packed file to the type that phones answer it with, offline and online.

It is worked out here, from the name and the bytes that are packed, and never taken from what a host
said while a phone was saving: a host that errs once would be wrong on that phone for good.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mkdocs_pwa.copy.precache import Entry, url_of
from mkdocs_pwa.copy.site import as_text

#: By the end of a file's name, as registered at https://www.iana.org/assignments/media-types/ and
#: as browsers know them (https://mimesniff.spec.whatwg.org/).
TYPES = {
    ".aac": "audio/aac",
    ".apng": "image/apng",
    ".atom": "application/atom+xml",
    ".avif": "image/avif",
    ".bmp": "image/bmp",
    ".cjs": "text/javascript",
    ".css": "text/css",
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".epub": "application/epub+zip",
    ".flac": "audio/flac",
    ".geojson": "application/geo+json",
    ".gif": "image/gif",
    ".gpx": "application/gpx+xml",
    ".htm": "text/html",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".ics": "text/calendar",
    ".jfif": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".jxl": "image/jxl",
    ".m4a": "audio/mp4",
    ".m4v": "video/mp4",
    ".md": "text/markdown",
    ".mjs": "text/javascript",
    ".mov": "video/quicktime",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".oga": "audio/ogg",
    ".ogg": "audio/ogg",
    ".ogv": "video/ogg",
    ".opus": "audio/ogg",
    ".otf": "font/otf",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".rss": "application/rss+xml",
    ".svg": "image/svg+xml",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".tsv": "text/tab-separated-values",
    ".ttf": "font/ttf",
    ".txt": "text/plain",
    ".vcf": "text/vcard",
    ".vtt": "text/vtt",
    ".wasm": "application/wasm",
    ".wav": "audio/wav",
    ".weba": "audio/webm",
    ".webm": "video/webm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xhtml": "application/xhtml+xml",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
#: What browsers neither show nor run, but offer as a download, as hosts send it of unknown kinds.
BYTES = "application/octet-stream"

_CHARSET = "; charset=utf-8"
# A zero byte is in texts of two bytes a letter. With an escape begin the shifts of the 7-bit
# encodings (ISO-2022-JP), whose bytes are all letters of UTF-8 as well.
_NOT_IN_UTF8_TEXT = re.compile("[\0\x1b]")
# What a page or a style sheet says of itself, in as many bytes as browsers look through.
_DECLARED = re.compile(
    r"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*(?P<page>[\w-]+)|^@charset "(?P<sheet>[\w-]+)";""",
    re.IGNORECASE,
)
_LOOKED_THROUGH = 1024
_BEGINS_A_PAGE = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html)\b", re.I | re.S)


class Types(NamedTuple):
    """The most frequent type of each kind of file by `suffix`; by URL, each that is another."""

    by_kind: dict[str, str]
    by_url: dict[str, str]


def types_of(site: Mapping[str, bytes], entries: Sequence[Entry]) -> Types:
    """What the worker has to know to give each entry its type."""
    path_of = {url_of(path): path for path in site}
    found = [(entry.url, path_of[entry.url]) for entry in entries]
    typed = [(url, suffix(path), media_type(path, site[path])) for url, path in found]
    counts = Counter((kind, named) for _, kind, named in typed)
    # The most frequent comes last, and so it stays.
    by_kind = {kind: named for (kind, named), _ in reversed(counts.most_common())}
    return Types(
        dict(sorted(by_kind.items())),
        {url: named for url, kind, named in typed if named != by_kind[kind]},
    )


def media_type(path: str, content: bytes) -> str:
    """The type of a file, with its charset where that is sure.

    A text that is not sure to be UTF-8 gets none, so browsers go by what it says of itself.

    Args:
        path: where the file is in the site.
        content: its bytes.
    """
    text = _utf8(content)
    named = TYPES.get(suffix(path)) or _unnamed(text)
    is_sure = text is not None and _declared(content) in ("", "utf-8", "utf8")
    return f"{named}{_CHARSET}" if named.startswith("text/") and is_sure else named


def suffix(path: str) -> str:
    """The end of a file's name from its last dot, in small letters; "" if it has none."""
    return posixpath.splitext(path)[1].lower()


def _unnamed(text: str | None) -> str:
    """The type of a kind that has none of its own."""
    if text is None:
        return BYTES
    # Such as LICENSE: to be read rather than downloaded.
    return "text/html" if _BEGINS_A_PAGE.match(text) else "text/plain"


def _utf8(content: bytes) -> str | None:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if _NOT_IN_UTF8_TEXT.search(text) else text


def _declared(content: bytes) -> str:
    found = _DECLARED.search(as_text(content[:_LOOKED_THROUGH]))
    return (found["page"] or found["sheet"]).lower() if found else ""
