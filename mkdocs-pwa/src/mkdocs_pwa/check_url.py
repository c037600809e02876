"""An address in, findings out: does the host send what was packed, and as browsers need it?

The list of files with their hashes is in `sw.js`, so no folder is needed. With one, the first byte
that a host has changed can be named.
"""

import base64
import hashlib
import json
import posixpath
import re
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from mkdocs_pwa import host_files, manifest, worker
from mkdocs_pwa.check import Finding, read_entries
from mkdocs_pwa.fetching import Fetched, FetchError, fetch
from mkdocs_pwa.precache import Entry
from mkdocs_pwa.site import as_text

POOL_SIZE = 4
# A worker's file may be older than that only in a cache between host and reader.
LONG_S = 3600
WORTH_COMPRESSING = 10_000

_TYPES: dict[str, tuple[str, ...]] = {
    ".css": ("text/css",),
    ".html": ("text/html",),
    ".js": ("text/javascript", "application/javascript"),
    ".json": ("application/json",),
    ".png": ("image/png",),
    ".svg": ("image/svg+xml",),
    ".webmanifest": ("application/manifest+json", "application/json"),
}
# Wrong types of these stop a page from working where `nosniff` is sent, as it should be.
_STRICT = (".css", ".html", ".js")
_MARKER = b"data-mkdocs-pwa"


@dataclass(frozen=True, slots=True)
class _Sent:
    """A listed file, and what came for it or why nothing did."""

    entry: Entry
    answer: Fetched | None
    failure: str = ""

    @property
    def where(self) -> str:
        return self.entry.url or "the home page"

    @property
    def suffix(self) -> str:
        path = self.entry.url
        return posixpath.splitext(path)[1] if path and not path.endswith("/") else ".html"


def check_url(url: str, against: Path | None = None) -> list[Finding]:
    """Every fault of a published site; none if phones will save it and keep it up to date.

    Args:
        url: where readers find the home page.
        against: the packed folder that was published, to name the first byte that differs.
    """
    url = url if url.endswith("/") else f"{url}/"
    findings = list(_scheme(url))
    try:
        script = fetch(urljoin(url, worker.FILE))
    except FetchError as error:
        return [*findings, _worker_missing(str(error))]
    data = worker.read(as_text(script.body), "build") if script.status == 200 else None
    entries = read_entries(data or {})
    if data is None or entries is None:
        return [*findings, _worker_missing(_what_came(script))]
    findings += _worker_findings(script)

    with ThreadPoolExecutor(POOL_SIZE) as pool:
        sent = list(pool.map(lambda entry: _get(url, entry), entries))
    findings += [found for one in sent for found in _file_findings(one, url, against)]
    findings += _compression(sent)
    findings += _headers(next((one.answer for one in sent if one.entry.url == ""), None))
    findings += _not_found(url, lists_page=bool(data.get("notFound")))
    findings += _base(url, str(data.get("base", "/")), sent, bool(data.get("notFound")))
    return findings


def _scheme(url: str) -> Iterator[Finding]:
    parts = urlsplit(url)
    is_this_machine = parts.hostname in ("localhost", "127.0.0.1", "::1")
    if parts.scheme != "https" and not is_this_machine:
        yield Finding(
            "error",
            url,
            "expected https, found http. Browsers save nothing from it, so readers have no guide "
            "without a signal. Switch https on at the host, and check the https address.",
        )


def _worker_missing(found: str) -> Finding:
    return Finding(
        "error",
        worker.FILE,
        f"expected the worker that packing wrote, found {found}. Nothing is saved for new readers, "
        "and others get no corrections. Upload the whole packed folder, and keep the address.",
    )


def _what_came(got: Fetched) -> str:
    if got.status != 200:
        return f"the answer {got.status}"
    if worker.is_kill_switch(as_text(got.body)):
        return "the one that removes saved copies"
    if got.is_redirected:
        return f"a redirect to {got.url}"
    return f"something else of type {got.content_type or 'unknown'}"


def _worker_findings(got: Fetched) -> Iterator[Finding]:
    if got.is_redirected:
        yield Finding(
            "error",
            worker.FILE,
            f"expected the file at its own address, found a redirect to {got.url}. Browsers refuse "
            "a worker that is redirected, so nothing is saved. Take the redirect away.",
        )
    if got.content_type not in _TYPES[".js"]:
        yield Finding(
            "error",
            worker.FILE,
            f"expected the type text/javascript, found {got.content_type or 'none'}. Browsers "
            "refuse the worker, so nothing is saved. Set the type of .js files at the host.",
        )
    age = _age(got)
    if age > LONG_S:
        yield Finding(
            "warning",
            worker.FILE,
            f"expected Cache-Control: no-cache, found one that allows {age} seconds. A CDN may "
            "hand out the old version for that long, so corrections reach readers late. Set "
            "no-cache for sw.js, and empty the CDN's cache after each upload.",
        )


def _age(got: Fetched) -> int:
    """How long a shared cache may keep an answer, in seconds."""
    said = got.headers.get("cache-control", "").lower()
    if "no-cache" in said or "no-store" in said:
        return 0
    found = re.search(r"s-maxage=(\d+)", said) or re.search(r"max-age=(\d+)", said)
    return int(found[1]) if found else 0


def _get(url: str, entry: Entry) -> _Sent:
    try:
        return _Sent(entry, fetch(urljoin(url, entry.url)))
    except FetchError as error:
        return _Sent(entry, None, str(error))


def _file_findings(sent: _Sent, url: str, against: Path | None) -> Iterator[Finding]:
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
    expected = _TYPES.get(sent.suffix)
    if expected and got.content_type not in expected:
        is_strict = sent.suffix in _STRICT
        effect = "The first visit is broken" if is_strict else "Some browsers refuse it"
        text = (
            f"expected the type {expected[0]}, found {got.content_type or 'none'}. {effect}. "
            f"Set the type of {sent.suffix} files at the host."
        )
        yield Finding("error" if is_strict else "warning", sent.where, text)


def _difference(sent: _Sent, body: bytes, against: Path | None) -> str:
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


def _compression(sent: Iterable[_Sent]) -> Iterator[Finding]:
    plain = [
        one
        for one in sent
        if one.answer
        and one.suffix in (".css", ".html", ".js", ".json", ".svg")
        and len(one.answer.body) > WORTH_COMPRESSING
        and "content-encoding" not in one.answer.headers
    ]
    if plain:
        size = sum(len(one.answer.body) for one in plain if one.answer)
        yield Finding(
            "warning",
            plain[0].where,
            f"expected texts to be compressed, found {len(plain)} that are not, {size // 1000} kB "
            "in all. Saving takes several times as long on slow networks. Switch gzip on at the "
            "host.",
        )


def _headers(home: Fetched | None) -> Iterator[Finding]:
    if home is None or home.status != 200:
        return
    missing = [
        name
        for name in host_files.headers()
        if name != "Cache-Control" and name.lower() not in home.headers
    ]
    policy = home.headers.get("content-security-policy", "")
    if policy and "frame-ancestors" not in policy:
        missing.append("frame-ancestors in Content-Security-Policy")
    if missing:
        yield Finding(
            "warning",
            "the home page",
            f"expected the headers of `mkdocs-pwa headers`, found none of {', '.join(missing)}. "
            "Another site can show the guide as its own. Copy them into the host's settings; "
            "GitHub Pages has none.",
        )
    if _age(home) > LONG_S:
        yield Finding(
            "warning",
            "the home page",
            f"expected Cache-Control: no-cache, found one that allows {_age(home)} seconds. First "
            "visits may get old pages beside new files. Set no-cache for pages.",
        )


def _not_found(url: str, *, lists_page: bool) -> Iterator[Finding]:
    where = "mkdocs-pwa-check/not-here"
    try:
        got = fetch(urljoin(url, where))
    except FetchError as error:
        yield Finding("warning", where, f"expected the answer 404, found {error}.")
        return
    if got.status != 404:
        yield Finding(
            "error",
            where,
            f"expected the answer 404, found {got.status}. Readers with a wrong address see "
            "another page and do not learn that it is wrong. Switch the fallback page off.",
        )
    elif lists_page and _MARKER not in got.body:
        yield Finding(
            "warning",
            where,
            "expected the site's own 404 page, found another. Readers with a wrong address find no "
            "way back. Name 404.html as the error page at the host.",
        )


def _base(url: str, base: str, sent: Iterable[_Sent], lists_page: bool) -> Iterator[Finding]:
    path = urlsplit(url).path
    if lists_page and base != path:
        yield Finding(
            "warning",
            "404.html",
            f"expected a site built for {path}, found one built for {base}. On the first visit the "
            "404 page has no style and wrong links. Set site_url to the address that readers use, "
            "and build again.",
        )
    app = next((one.answer for one in sent if one.entry.url == manifest.FILE), None)
    app_id = _app_id(app.body) if app and app.status == 200 else None
    if app_id is not None and app_id != path:
        yield Finding(
            "warning",
            manifest.FILE,
            f"expected an app of {path}, found one of {app_id}. Phones may take it for another "
            "app. Set site_url to the address that readers use, and build again.",
        )


def _app_id(body: bytes) -> str | None:
    try:
        found = json.loads(body).get("id")
    except (ValueError, AttributeError):
        return None
    return found if isinstance(found, str) else None
