"""A built folder in, an installable folder that works offline out."""

import difflib
import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from pathspec import GitIgnoreSpec

from mkdocs_pwa import resources
from mkdocs_pwa.app import client_styles, icons, manifest, texts, worker
from mkdocs_pwa.copy import precache
from mkdocs_pwa.copy.bundle import Bundle, bundle
from mkdocs_pwa.copy.bundle_name import is_bundle
from mkdocs_pwa.copy.left_out import EXCLUDED, LeftOut
from mkdocs_pwa.copy.media_types import Types, types_of
from mkdocs_pwa.copy.outputs import WRITTEN, delete_bundles, foreign_files, write_changed
from mkdocs_pwa.copy.precache import Precache
from mkdocs_pwa.copy.site import Site, as_bytes, as_text, open_site, pages
from mkdocs_pwa.errors import PackError
from mkdocs_pwa.html import head
from mkdocs_pwa.html.page import read_page
from mkdocs_pwa.html.script_styles import allow_script_styles
from mkdocs_pwa.policy.authorship import Trust
from mkdocs_pwa.policy.content_policy import blocked_code, has_policy
from mkdocs_pwa.policy.host_files import FILES, host_files
from mkdocs_pwa.settings.options import PackOptions
from mkdocs_pwa.settings.validation import problems

NOT_FOUND = "404.html"

#: Phones ask their reader before they fetch more bytes than this, at first and for an update.
ASK_ABOVE = 10_000_000

#: A folder of so many bytes stays under `ASK_ABOVE`, whatever is added to it: phones need not read
#: the worker's list first.
SURELY_SMALL = 5_000_000


@dataclass(frozen=True, slots=True)
class PackReport:
    """What a phone will save: `files` in number, `size` in bytes; and what it will not."""

    version: str
    files: int
    size: int
    warnings: tuple[str, ...]
    left_out: tuple[LeftOut, ...]

    def __str__(self) -> str:
        """The report in one line."""
        size = f"{self.size / 1000:,.0f} kB"
        return f"{self.files} files, {size}, version {self.version} ready to work offline"


def pack(
    site_dir: Path,
    options: PackOptions,
    *,
    strict: bool = False,
    trust: Trust | None = None,
) -> PackReport:
    """Make the built site in a folder installable and able to work offline.

    Nothing is written unless all is well, and then only files whose bytes change. Packing again
    gives the same bytes.

    Args:
        site_dir: the built site; it is changed in place.
        options: what the app is called and how it looks.
        strict: treat warnings as errors.
        trust: which scripts in the pages may run; without it all that are there.

    Raises:
        PackError: names every problem; the folder is as it was.
    """
    site = open_site(site_dir)
    if found := [*map(str, problems(options)), *foreign_files(site)]:
        raise PackError(found)

    options = allow_script_styles(site, options)
    packed, headless, stopped = pack_pages(site, options, trust)
    is_small = size_beside(site, packed) < SURELY_SMALL
    changed = {**app_files(site, options, is_small), **packed}
    finished = Site(site_dir, changed)
    listed = precache.precache(finished, options.exclude, options.base)
    if found := [*listed.problems, *missing_pages(options, listed)]:
        raise PackError(found)
    warnings = [
        *headless_warnings(headless, listed),
        *policy_warnings(stopped),
        *listed.warnings,
    ]
    if strict and warnings:
        raise PackError(warnings)

    bundled = None
    if options.bundle:
        bundled = bundle(finished, listed.entries, optional_urls(listed, options.optional))
    if bundled:
        changed[bundled.path] = bundled.content
    # The worker goes last: it must not name files that are not there yet.
    built = options.built or day_of_version(site, listed) or build_day(os.environ)
    types = types_of(finished, listed.entries)
    dated = replace(options, built=built)
    changed[worker.FILE] = as_bytes(worker_script(listed, dated, types, bundled))
    write_changed(site_dir, changed)
    delete_bundles(site_dir, keep=bundled.path if bundled else None)
    return PackReport(
        version=precache.version(listed.entries),
        files=len(listed.entries),
        size=sum(entry.size for entry in listed.entries),
        warnings=tuple(warnings),
        left_out=tuple(listed.left_out),
    )


def size_beside(site: Mapping[str, bytes], packed: Mapping[str, bytes]) -> int:
    """The bytes of a site and its packed pages, but for the files that packing adds to it.

    So it is the same when a folder is packed again.
    """
    return sum(len(packed[path] if path in packed else site[path]) for path in own_paths(site))


def own_paths(site: Iterable[str]) -> list[str]:
    """The paths of a site's files, but for those that packing adds to it."""
    added = {*WRITTEN, *FILES, worker.FILE}
    return [path for path in site if path not in added and not is_bundle(path)]


def parts_stamp(site: Mapping[str, bytes]) -> str:
    """16 hex digits that change with the styles and scripts that pages share.

    A page that did not change may still have been opened with a style sheet or a script of another
    version, and its own stamp does not tell.
    """
    parts = [path for path in own_paths(site) if path.endswith((".css", ".js", ".mjs"))]
    lines = [f"{path}\0{hashlib.sha256(site[path]).hexdigest()}\n" for path in sorted(parts)]
    return hashlib.sha256(as_bytes("".join(lines))).hexdigest()[:16]


def app_files(site: Mapping[str, bytes], options: PackOptions, is_small: bool) -> dict[str, bytes]:
    """The files beside the pages that make a site an app, in the order of writing."""
    drawing = options.icon or resources.read("assets/icon.svg").encode()
    languages = {options.lang, *(read_page(as_text(site[path])).lang for path in pages(site))}
    said = texts.client_messages(language for language in languages if language)
    source = worker.for_phones(worker.source("client"))
    styles = client_styles.client_styles()
    data = {
        "messages": said,
        "isSmall": is_small,
        "askAbove": ASK_ABOVE,
        "styles": styles,
        "parts": parts_stamp(site),
    }
    client = worker.fill(source, "client", data)
    return {
        manifest.FILE: manifest.manifest(options),
        **icons.render(drawing, options.background_color),
        head.CLIENT_SCRIPT: client.encode(),
        **host_files(site, options),
    }


def pack_pages(
    site: Mapping[str, bytes], options: PackOptions, trust: Trust | None = None
) -> tuple[dict[str, bytes], list[str], dict[str, list[str]]]:
    """The pages with their head tags.

    Returns:
        The pages by path; the paths of those that have no head; and code that the content
        policies stop, with the paths of the pages that it stands in.
    """
    packed: dict[str, bytes] = {}
    headless: list[str] = []
    stopped: dict[str, list[str]] = {}
    for path in pages(site):
        bare = head.strip(as_text(site[path]))
        html = head.insert(bare, root_prefix(path, options.base), options, trust)
        if html is None:
            headless.append(path)
        else:
            packed[path] = as_bytes(html)
        # In the same round, since to read a page tag by tag is most of what packing does.
        for code in stopped_code(bare, options, trust):
            stopped.setdefault(code, []).append(path)
    return packed, headless, stopped


def stopped_code(html: str, options: PackOptions, trust: Trust | None) -> list[str]:
    """What a page's content policy does not let run."""
    if options.content_policy is False:
        return []
    found = blocked_code(html, trust, options.extra_policy.get("script-src", ()))
    if has_policy(html):
        found.append("another content policy, which holds beside ours")
    return found


def headless_warnings(headless: Iterable[str], listed: Precache) -> list[str]:
    """A warning for each saved page that has no head."""
    left_out = {path for path, _ in listed.left_out}
    return [
        f"{path}: expected a page with <head>, found none. It is saved as it is, but cannot be "
        "installed from. Write a whole page, or list it under exclude."
        for path in headless
        if path not in left_out
    ]


def policy_warnings(stopped: Mapping[str, list[str]]) -> list[str]:
    """A warning for all that the pages' content policies will stop."""
    return [
        f"{precache.with_more(paths)}: expected scripts of the theme or in files, found {code}. "
        "The content policy stops it. Put it into a script file, allow it under "
        "`content_policy`, or take it out."
        for code, paths in stopped.items()
    ]


def root_prefix(path: str, base: str) -> str:
    """What leads from a page to the site's root."""
    # A host shows this page at any depth, so no relative path is right.
    if path.rpartition("/")[2] == NOT_FOUND:
        return base
    return "../" * path.count("/")


def missing_pages(options: PackOptions, listed: Precache) -> list[str]:
    """A problem for the home page and for each shortcut's page, if it is not saved."""
    urls = [entry.url for entry in listed.entries]
    found = []
    if "" not in urls:
        found.append(
            "exclude: expected patterns that leave the home page in, found one that leaves out "
            "index.html. The app opens on it: narrow the pattern."
        )
    for number, shortcut in enumerate(options.shortcuts, start=1):
        url = urlsplit(shortcut.url.removeprefix("./")).path
        if url in urls:
            continue
        close = difflib.get_close_matches(url, urls, n=1)
        advice = f"Did you mean '{close[0]}'?" if close else "Write the page's path in the site."
        found.append(
            f"shortcuts: item {number}, url: expected a saved page of this site, "
            f"found '{shortcut.url}'. {advice}"
        )
    return found


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


def optional_urls(listed: Precache, patterns: Iterable[str]) -> list[str]:
    """The URLs of the saved files that may be missing."""
    may_miss = GitIgnoreSpec.from_lines(patterns)
    return [entry.url for entry in listed.entries if may_miss.match_file(unquote(entry.url))]


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
