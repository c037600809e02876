"""An address in, findings out: does the host send what was packed, and as browsers need it?

The list of files with their hashes is in `sw.js`, so no folder is needed. With one, the first byte
that a host has changed can be named.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from mkdocs_pwa.app import worker
from mkdocs_pwa.checking.bundle import sent_bundle_findings
from mkdocs_pwa.checking.fetching import Fetched, FetchError, fetch
from mkdocs_pwa.checking.files import TYPES, file_findings, get_listed
from mkdocs_pwa.checking.folder import read_entries
from mkdocs_pwa.checking.host import (
    LONG_S,
    base_findings,
    compression_findings,
    header_findings,
    not_found_findings,
    shared_age,
    vary_findings,
)
from mkdocs_pwa.checking.published import Published
from mkdocs_pwa.checking.target import home_address
from mkdocs_pwa.copy.site import as_text
from mkdocs_pwa.findings import Finding

POOL_SIZE = 4


def check_url(url: str, against: Path | None = None) -> list[Finding]:
    """Every fault of a published site; none if phones will save it and keep it up to date.

    Args:
        url: where readers find the home page.
        against: the packed folder that was published, to name the first byte that differs.

    Raises:
        PackError: the address cannot be read, or there is no such folder.
    """
    url = home_address(url)
    published = Published.read(against) if against else None
    findings = list(_scheme(url))
    try:
        script = fetch(urljoin(url, worker.FILE))
    except FetchError as error:
        return [*findings, _not_reached(url, error) if error.cure else _worker_missing(str(error))]
    data = worker.read(as_text(script.body), "build") if script.status == 200 else None
    entries = read_entries(data or {})
    if data is None or entries is None:
        return [*findings, _worker_missing(_what_came(script))]
    if published:
        findings += published.differences(data)
    findings += _worker_findings(script)

    with ThreadPoolExecutor(POOL_SIZE) as pool:
        sent = list(pool.map(lambda entry: get_listed(url, entry), entries))
    findings += [found for one in sent for found in file_findings(one, url, against)]
    findings += sent_bundle_findings(url, entries, data)
    findings += compression_findings(sent)
    findings += vary_findings(sent)
    findings += header_findings(next((one.answer for one in sent if one.entry.url == ""), None))
    findings += not_found_findings(url, lists_page=bool(data.get("notFound")))
    findings += base_findings(url, str(data.get("base", "/")), sent, bool(data.get("notFound")))
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


def _not_reached(url: str, error: FetchError) -> Finding:
    return Finding("error", url, f"expected an answer of the host, found {error}. {error.cure}")


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
    if got.content_type not in TYPES[".js"]:
        yield Finding(
            "error",
            worker.FILE,
            f"expected the type text/javascript, found {got.content_type or 'none'}. Browsers "
            "refuse the worker, so nothing is saved. Set the type of .js files at the host.",
        )
    age = shared_age(got)
    if age > LONG_S:
        yield Finding(
            "warning",
            worker.FILE,
            f"expected Cache-Control: no-cache, found one that allows {age} seconds. A CDN may "
            "hand out the old version for that long, so corrections reach readers late. Set "
            "no-cache for sw.js, and empty the CDN's cache after each upload.",
        )
