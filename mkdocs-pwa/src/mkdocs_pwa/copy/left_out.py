"""Which files of a built site no reader needs, each with its reason."""

import posixpath
from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from pathspec import GitIgnoreSpec

from mkdocs_pwa.app import icons, worker
from mkdocs_pwa.copy.bundle_name import is_bundle
from mkdocs_pwa.copy.search_files import is_unneeded_language_file, search_languages
from mkdocs_pwa.copy.site import is_hidden

EXCLUDED = "named by the option exclude"
INSTALL_ICONS = {icons.ANY_192, icons.ANY_512, icons.MASKABLE_512, icons.APPLE_TOUCH_180}

_COMPRESSED = {"gz", "br", "zst"}
_HOST_FILES = {"CNAME", "_headers", "_redirects", "robots.txt"}


class LeftOut(NamedTuple):
    """A file that is not saved, and why."""

    path: str
    reason: str


def classify(
    site: Mapping[str, bytes], exclude: Sequence[str] = ()
) -> tuple[list[str], list[LeftOut]]:
    """The paths to save, and the others with their reasons."""
    excluded = GitIgnoreSpec.from_lines(exclude)
    languages = search_languages(site)
    kept: list[str] = []
    left_out: list[LeftOut] = []
    for path in sorted(site):
        reason = _reason(path, languages) or _reason_beside(path, site)
        if reason is None and excluded.match_file(path):
            reason = EXCLUDED
        if reason is None:
            kept.append(path)
        else:
            left_out.append(LeftOut(path, reason))
    return kept, left_out


def _reason(path: str, languages: tuple[str, ...]) -> str | None:
    name = posixpath.basename(path)
    if is_hidden(path):
        return "a hidden file"
    if path == worker.FILE:
        return "the worker itself, which the browser keeps"
    if is_bundle(path):
        return "the files to save in one, from which phones unpack them"
    if path in INSTALL_ICONS:
        return "an icon that is only used while the app is installed"
    if path in _HOST_FILES:
        return "for the host, not for readers"
    # It carries the day of the build, so each build would be a new version.
    if name == "sitemap.xml":
        return "for search engines, not for readers"
    if name.endswith(".map"):
        return "for debugging, not for readers"
    if is_unneeded_language_file(path, languages):
        return "for a search language that the site does not use"
    return None


def _reason_beside(path: str, site: Container[str]) -> str | None:
    """Hosts send `a.css.gz` in place of `a.css`; alone, it is a file like any other."""
    whole, dot, kind = path.rpartition(".")
    is_copy = dot and kind in _COMPRESSED and whole in site
    return "a compressed copy for the host" if is_copy else None
