"""A built folder in, an installable folder that works offline out."""

import difflib
import os
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs_pwa.app import worker
from mkdocs_pwa.app.files import app_files
from mkdocs_pwa.app.worker_data import build_day, day_of_version, optional_urls, worker_script
from mkdocs_pwa.copy import precache
from mkdocs_pwa.copy.bundle import bundle
from mkdocs_pwa.copy.media_types import types_of
from mkdocs_pwa.copy.outputs import delete_bundles, foreign_files, write_changed
from mkdocs_pwa.copy.precache import Precache
from mkdocs_pwa.copy.site import Site, as_bytes, link_warnings, open_site
from mkdocs_pwa.errors import PackError
from mkdocs_pwa.html.pages import (
    base_warnings,
    headless_warnings,
    pack_pages,
    policy_warnings,
)
from mkdocs_pwa.html.script_styles import allow_script_styles
from mkdocs_pwa.policy.authorship import Trust
from mkdocs_pwa.report import PackReport, SavedFile
from mkdocs_pwa.settings.options import PackOptions
from mkdocs_pwa.settings.validation import problems
from mkdocs_pwa.warned import details, one_line_a_kind


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
    packed = pack_pages(site, options, trust)
    changed = {**app_files(site, options), **packed.contents}
    finished = Site(site_dir, changed)
    listed = precache.precache(finished, options.exclude, options.base)
    if found := [*listed.problems, *missing_pages(options, listed)]:
        raise PackError(found)
    warned = [
        *headless_warnings(packed.headless, listed),
        *base_warnings(packed),
        *policy_warnings(packed),
        *listed.warnings,
        *link_warnings(site, options.exclude),
    ]
    warnings = one_line_a_kind(warned)
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
        built=built,
        saved=tuple(SavedFile(entry.url, entry.size) for entry in listed.entries),
        bundle=bundled.path if bundled else None,
        warnings=tuple(warnings),
        left_out=tuple(listed.left_out),
        details=tuple(details(warned)),
    )


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
