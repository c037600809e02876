"""How big an update may be before a phone asks, and whether a site can get so big at all."""

from collections.abc import Iterable, Mapping

from mkdocs_pwa.app import worker
from mkdocs_pwa.copy.bundle_name import is_bundle
from mkdocs_pwa.copy.outputs import WRITTEN
from mkdocs_pwa.policy.host_files import FILES

#: Phones ask their reader before they fetch more bytes than this, at first and for an update.
ASK_ABOVE = 10_000_000

#: A folder of so many bytes stays under `ASK_ABOVE`, whatever is added to it: phones need not read
#: the worker's list first.
SURELY_SMALL = 5_000_000


def size_beside(site: Mapping[str, bytes], packed: Mapping[str, bytes]) -> int:
    """The bytes of a site and its packed pages, but for the files that packing adds to it.

    So it is the same when a folder is packed again.
    """
    return sum(len(packed[path] if path in packed else site[path]) for path in own_paths(site))


def own_paths(site: Iterable[str]) -> list[str]:
    """The paths of a site's files, but for those that packing adds to it."""
    added = {*WRITTEN, *FILES, worker.FILE}
    return [path for path in site if path not in added and not is_bundle(path)]
