"""One published file in, its faults out: is it there, is it the packed one, is its type right?"""

import base64
import hashlib
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from mkdocs_pwa.checking.fetching import Fetched, FetchError, fetch
from mkdocs_pwa.copy.precache import Entry
from mkdocs_pwa.findings import Finding

#: The types that browsers take, the best first, by the end of a file's name.
TYPES: dict[str, tuple[str, ...]] = {
    ".css": ("text/css",),
    ".html": ("text/html",),
    ".js": ("text/javascript", "application/javascript"),
    ".json": ("application/json",),
    ".png": ("image/png",),
    ".svg": ("image/svg+xml",),
    ".webmanifest": ("application/manifest+json", "application/json"),
}
#: Bytes by which a file that a host has changed may be larger, as by a script that it adds.
SPARE = 1_000_000
# Wrong types of these stop a page from working where `nosniff` is sent, as it should be.
_STRICT = (".css", ".html", ".js")


@dataclass(frozen=True, slots=True)
class Sent:
    """A listed file, and what came for it or why nothing did."""

    entry: Entry
    answer: Fetched | None
    failure: str = ""

    @property
    def where(self) -> str:
        """What a finding is about, in a writer's words."""
        return self.entry.url or "the home page"

    @property
    def suffix(self) -> str:
        """The end of the file's name, with its dot."""
        path = self.entry.url
        return posixpath.splitext(path)[1] if path and not path.endswith("/") else ".html"


def get_listed(url: str, entry: Entry) -> Sent:
    """Get a listed file of the site at `url`."""
    try:
        return Sent(entry, fetch(urljoin(url, entry.url), entry.size + SPARE))
    except FetchError as error:
        return Sent(entry, None, str(error))


def file_findings(sent: Sent, url: str, against: Path | None) -> Iterator[Finding]:
    """Faults of one file of the site at `url`; `against` is the folder it was uploaded from."""
    got = sent.answer
    nothing_saved = "As one file is wrong, no new reader can save the guide"
    if got is None or got.status != 200:
        found = sent.failure or f"the answer {got.status if got else ''}"
        text = f"expected the file, found {found}. {nothing_saved}. Upload the whole folder again."
        yield Finding("error", sent.where, text)
        return
    if urlsplit(got.url).netloc != urlsplit(url).netloc:
        text = (
            f"expected the file from this host, found a redirect to {got.url}. {nothing_saved}. "
            "Take the redirect away, or check the address that readers end up at."
        )
        yield Finding("error", sent.where, text)
        return
    digest = base64.b64encode(hashlib.sha256(got.body).digest()).decode("ascii")
    if digest != sent.entry.sha256:
        text = (
            f"expected the bytes that were packed, found {_difference(sent, got.body, against)}. "
            f"{nothing_saved}. Upload the folder again; if the finding stays, switch off what "
            "changes pages at the host: minifying, e-mail protection, added scripts."
        )
        yield Finding("error", sent.where, text)
    expected = TYPES.get(sent.suffix)
    if expected and got.content_type not in expected:
        is_strict = sent.suffix in _STRICT
        effect = "The first visit is broken" if is_strict else "Some browsers refuse it"
        text = (
            f"expected the type {expected[0]}, found {got.content_type or 'none'}. {effect}. "
            f"Set the type of {sent.suffix} files at the host."
        )
        yield Finding("error" if is_strict else "warning", sent.where, text)


def _difference(sent: Sent, body: bytes, against: Path | None) -> str:
    """Where a body leaves the packed file, in words; as much as can be known without it."""
    if against is None:
        return f"{len(body)} bytes in place of {sent.entry.size} (to see where: --against FOLDER)"
    path = unquote(sent.entry.url)
    file = against / path / ("index.html" if path.endswith("/") or not path else "")
    try:
        packed = file.read_bytes()
    except OSError:
        return f"others, and no file {file} to compare with"
    if hashlib.sha256(packed).digest() != base64.b64decode(sent.entry.sha256):
        return f"others, as in {file}: another version than that of the host's sw.js"
    at = next(
        (number for number, (a, b) in enumerate(zip(packed, body, strict=False)) if a != b),
        min(len(packed), len(body)),
    )
    return f"{_shown(body, at)} in place of {_shown(packed, at)} at byte {at}"


def _shown(content: bytes, at: int) -> str:
    part = content[at : at + 40]
    return repr(part.decode("utf-8", "replace")) if part else "the end"
