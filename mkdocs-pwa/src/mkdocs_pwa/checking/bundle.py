"""A bundle in, its faults out: does it hold what the worker's list says?"""

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urljoin

from mkdocs_pwa.checking.fetching import FetchError, fetch
from mkdocs_pwa.checking.files import SPARE
from mkdocs_pwa.copy.bundle import unpack
from mkdocs_pwa.copy.precache import Entry
from mkdocs_pwa.findings import Finding

_EFFECT = "Phones save each file by itself, which takes many times as long"


def bundle_findings(
    site: Mapping[str, bytes], entries: Sequence[Entry], data: Mapping[str, Any], advice: str
) -> Iterator[Finding]:
    """Faults of the bundle in a packed folder; `advice` is what to do about them."""
    path = bundle_path(data)
    if path is None:
        return
    fault = "none" if path not in site else fault_of(site[path], entries, data["bundle"])
    if fault:
        text = f"expected all that is saved in one file, found {fault}. {_EFFECT}. {advice}"
        yield Finding("error", path, text)


def sent_bundle_findings(
    url: str, entries: Sequence[Entry], data: Mapping[str, Any]
) -> Iterator[Finding]:
    """Faults of the bundle as the host of the site at `url` sends it."""
    path = bundle_path(data)
    if path is None:
        return
    try:
        got = fetch(urljoin(url, path), sum(entry.size for entry in entries) + SPARE)
    except FetchError as error:
        fault: str | None = str(error)
    else:
        found = fault_of(got.body, entries, data["bundle"])
        fault = found if got.status == 200 else f"the answer {got.status}"
    if fault:
        text = (
            f"expected the file that phones unpack, found {fault}. {_EFFECT}. "
            "Upload the whole folder again; a host may refuse some file names."
        )
        yield Finding("warning", path, text)


def bundle_path(data: Mapping[str, Any]) -> str | None:
    """The path of the bundle that a worker's data names; None if it names none."""
    said = data.get("bundle")
    return said["url"] if isinstance(said, dict) and isinstance(said.get("url"), str) else None


def fault_of(content: bytes, entries: Sequence[Entry], said: Mapping[str, Any]) -> str | None:
    """What is wrong with the content of a bundle, in words; None if nothing is."""
    try:
        files = unpack(content)
    except ValueError:
        return "other bytes"
    for number, (entry, sent) in enumerate(zip(entries, said.get("sent", ()), strict=False)):
        digest = base64.b64encode(hashlib.sha256(files.get(number, b"")).digest()).decode("ascii")
        if sent and digest != entry.sha256:
            return f"other bytes for {entry.url or 'the home page'}"
    return None
