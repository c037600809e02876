"""How a host sends files, whichever they are: its headers, its answer to wrong addresses."""

import json
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urljoin, urlsplit

from mkdocs_pwa.app import manifest
from mkdocs_pwa.checking.fetching import Fetched, FetchError, fetch
from mkdocs_pwa.checking.files import Sent
from mkdocs_pwa.copy.precache import with_more
from mkdocs_pwa.findings import Finding
from mkdocs_pwa.policy import host_files

# A worker's file may be older than that only in a cache between host and reader, in seconds.
LONG_S = 3600
WORTH_COMPRESSING = 10_000

_TEXTS = (".css", ".html", ".js", ".json", ".svg")
_MARKER = b"data-mkdocs-pwa"


def compression_findings(sent: Iterable[Sent]) -> Iterator[Finding]:
    """Texts that are sent as they are, in one warning."""
    plain = [
        one
        for one in sent
        if one.answer
        and one.suffix in _TEXTS
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


def vary_findings(sent: Iterable[Sent]) -> Iterator[Finding]:
    """Files that browsers are told never to answer from what they have, in one warning."""
    told = [one for one in sent if one.answer and "*" in one.answer.headers.get("vary", "")]
    if told:
        yield Finding(
            "warning",
            with_more([one.where for one in told]),
            "expected no header Vary: *, found it. Browsers keep nothing that has it, so each "
            "visit before the copy is saved fetches everything again. Take it away at the host.",
        )


def header_findings(home: Fetched | None) -> Iterator[Finding]:
    """Headers that the home page is sent without."""
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
    age = shared_age(home)
    if age > LONG_S:
        yield Finding(
            "warning",
            "the home page",
            f"expected Cache-Control: no-cache, found one that allows {age} seconds. First visits "
            "may get old pages beside new files. Set no-cache for pages.",
        )


def not_found_findings(url: str, *, lists_page: bool) -> Iterator[Finding]:
    """Faults in the answer to an address that is not there."""
    where = "mkdocs-pwa-check/not-here"
    try:
        got = fetch(urljoin(url, where))
    except FetchError as error:
        text = f"expected the answer 404, found {error}. Check again when the network is good."
        yield Finding("warning", where, text)
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


def base_findings(url: str, base: str, sent: Iterable[Sent], lists_page: bool) -> Iterator[Finding]:
    """Faults that come of a site at another address than it was built for."""
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


def shared_age(got: Fetched) -> int:
    """How long a shared cache may keep an answer, in seconds."""
    said = got.headers.get("cache-control", "").lower()
    if "no-cache" in said or "no-store" in said:
        return 0
    found = re.search(r"s-maxage=(\d+)", said) or re.search(r"max-age=(\d+)", said)
    return int(found[1]) if found else 0
