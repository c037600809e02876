"""What the worker knows of the version that it keeps."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from urllib.parse import unquote

from pathspec import GitIgnoreSpec

from mkdocs_pwa.app import texts, worker
from mkdocs_pwa.app.sizes import ASK_ABOVE
from mkdocs_pwa.copy import precache
from mkdocs_pwa.copy.bundle import Bundle
from mkdocs_pwa.copy.left_out import EXCLUDED
from mkdocs_pwa.copy.media_types import Types
from mkdocs_pwa.copy.precache import Precache
from mkdocs_pwa.copy.site import NOT_FOUND, as_text
from mkdocs_pwa.settings.options import PackOptions


def worker_script(
    listed: Precache, options: PackOptions, types: Types, bundled: Bundle | None = None
) -> str:
    """The worker for this list of files with their types, and for the bundle of them."""
    urls = {entry.url for entry in listed.entries}
    data = {
        "version": precache.version(listed.entries),
        "built": options.built,
        "urgent": options.urgent,
        "entries": [list(entry) for entry in listed.entries],
        "optional": optional_urls(listed, options.optional),
        "askAbove": ASK_ABOVE,
        "types": types.by_kind,
        "otherTypes": types.by_url,
        "bundle": bundled.data if bundled else None,
        # For `check`, which has no options: these pages are meant to be missing.
        "excluded": [
            precache.url_of(path)
            for path, reason in listed.left_out
            if reason == EXCLUDED and path.endswith(".html")
        ],
        "base": options.base,
        "notFound": NOT_FOUND if NOT_FOUND in urls else None,
        "lang": options.lang,
        "messages": texts.worker_messages(options.lang),
    }
    return worker.fill(worker.for_phones(worker.source("build")), "build", data)


def optional_urls(listed: Precache, patterns: Iterable[str]) -> list[str]:
    """The URLs of the saved files that may be missing."""
    may_miss = GitIgnoreSpec.from_lines(patterns)
    return [entry.url for entry in listed.entries if may_miss.match_file(unquote(entry.url))]


def day_of_version(site: Mapping[str, bytes], listed: Precache) -> str | None:
    """The day that an earlier run wrote for this very version, so that packing again is no news."""
    packed = worker.read(as_text(site.get(worker.FILE, b"")), "build") or {}
    is_same = packed.get("version") == precache.version(listed.entries)
    day = packed.get("built") if is_same else None
    return day if isinstance(day, str) else None


def build_day(environ: Mapping[str, str]) -> str:
    """Today in UTC, or the day of SOURCE_DATE_EPOCH, which reproducible builds set.

    Source: https://reproducible-builds.org/specs/source-date-epoch/.
    """
    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return now.date().isoformat()
