"""The files that packing writes, and those that would stand in its way."""

import shutil
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path

from mkdocs_pwa.app import icons, manifest, worker
from mkdocs_pwa.copy.bundle_name import is_bundle
from mkdocs_pwa.copy.links import walk
from mkdocs_pwa.copy.site import as_text
from mkdocs_pwa.html import head

# In this order: an interrupted run is known by its manifest.
WRITTEN = (
    manifest.FILE,
    icons.ANY_192,
    icons.ANY_512,
    icons.MASKABLE_512,
    icons.APPLE_TOUCH_180,
    head.CLIENT_SCRIPT,
)

FOREIGN_WORKER = (
    "sw.js: expected none, or one of an earlier run, found a sw.js that mkdocs-pwa did not write. "
    "Remove it from the site: only one worker can serve it."
)


def foreign_files(site: Mapping[str, bytes]) -> list[str]:
    """A problem for each file of the site that packing would overwrite."""
    script = as_text(site.get(worker.FILE, b""))
    if worker.is_worker(script):
        return []
    found = []
    if script and not worker.is_kill_switch(script):
        found.append(FOREIGN_WORKER)
    # A run that was cut short may have left these, with the manifest written first.
    if manifest.is_ours(site.get(manifest.FILE, b"")):
        return found
    found += [
        f"{path}: expected none, or one of an earlier run, found a file that mkdocs-pwa did not "
        "write. Remove or rename it: packing would overwrite it."
        for path in WRITTEN
        if path in site
    ]
    return found


def write_changed(site_dir: Path, contents: Mapping[str, bytes]) -> None:
    """Write the files whose bytes differ, in the given order, and never through a link.

    A file that a link leads to may be outside of the folder, or be another page as well. So in
    place of the link, the folder gets a copy of its own.
    """
    for path, content in contents.items():
        target = site_dir / path
        if target.is_file() and target.read_bytes() == content:
            continue
        unlink_folders(site_dir, path)
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_symlink() or (target.exists() and target.stat().st_nlink > 1):
            target.unlink()
        target.write_bytes(content)


def unlink_folders(site_dir: Path, path: str) -> None:
    """Put a copy in place of each link among the folders on the way to a file."""
    parts = path.split("/")[:-1]
    for depth in range(1, len(parts) + 1):
        folder = "/".join(parts[:depth])
        if (site_dir / folder).is_symlink():
            _copy_in_place(site_dir, f"{folder}/")


def _copy_in_place(site_dir: Path, folder: str) -> None:
    link = site_dir / folder
    # Hidden, so that a run that is cut short leaves nothing that phones would save.
    copy = Path(tempfile.mkdtemp(prefix=".mkdocs-pwa-", dir=link.parent))
    copy.chmod(link.stat().st_mode | stat.S_IRWXU)
    for path in walk(site_dir).files:
        if path.startswith(folder):
            target = copy / path.removeprefix(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(site_dir / path, target)
    link.unlink()
    copy.rename(link)


def delete(site_dir: Path, path: str) -> None:
    """Delete a file, if it is there, but none of another folder that a link leads to."""
    unlink_folders(site_dir, path)
    (site_dir / path).unlink(missing_ok=True)


def delete_bundles(site_dir: Path, keep: str | None = None) -> None:
    """Delete the bundles of earlier runs, which no worker asks for any more."""
    for file in site_dir.glob("pwa/*"):
        path = file.relative_to(site_dir).as_posix()
        if is_bundle(path) and path != keep:
            delete(site_dir, path)
