"""How much may come to a phone before it asks, and which files of a site are its own."""

from collections.abc import Iterable

from mkdocs_pwa.app import worker
from mkdocs_pwa.copy.bundle_name import is_bundle
from mkdocs_pwa.copy.outputs import WRITTEN
from mkdocs_pwa.policy.host_files import FILES

#: Phones ask their reader before they fetch more bytes than this, at first and for an update.
ASK_ABOVE = 10_000_000


def own_paths(site: Iterable[str]) -> list[str]:
    """The paths of a site's files, but for those that packing adds to it."""
    added = {*WRITTEN, *FILES, worker.FILE}
    return [path for path in site if path not in added and not is_bundle(path)]
