"""Takes the app away again, also from phones that have saved it."""

from pathlib import Path

from mkdocs_pwa import resources
from mkdocs_pwa.app import manifest, worker
from mkdocs_pwa.copy.outputs import FOREIGN_WORKER, WRITTEN, delete, delete_bundles, write_changed
from mkdocs_pwa.copy.site import as_bytes, as_text, open_folder, pages
from mkdocs_pwa.errors import PackError
from mkdocs_pwa.html import head
from mkdocs_pwa.policy.host_files import FILES, without_block


def write_kill_switch(site_dir: Path) -> None:
    """Undo packing, and leave a worker that removes the saved copy from phones and then itself.

    A browser never removes a worker because its file is gone, so this one has to stay at the
    same address for as long as phones may have a copy.

    Raises:
        PackError: there is no such folder, or its sw.js is not ours.
    """
    site = open_folder(site_dir)
    script = as_text(site.get(worker.FILE, b""))
    is_packed = worker.is_worker(script)
    if script and not is_packed and not worker.is_kill_switch(script):
        raise PackError([FOREIGN_WORKER])

    if is_packed or manifest.is_ours(site.get(manifest.FILE, b"")):
        for path in WRITTEN:
            delete(site_dir, path)
        delete_bundles(site_dir)
        _remove_if_empty(site_dir / "pwa")
    bare = {path: as_bytes(head.strip(as_text(site[path]))) for path in pages(site)}
    for path in FILES:
        text = as_text(site.get(path, b""))
        if kept := without_block(text):
            bare[path] = as_bytes(kept)
        elif text:
            delete(site_dir, path)
    kill_switch = resources.read("assets/kill-switch.js").encode()
    write_changed(site_dir, {**bare, worker.FILE: kill_switch})


def _remove_if_empty(folder: Path) -> None:
    # The site may have files of its own in a folder of this name.
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
