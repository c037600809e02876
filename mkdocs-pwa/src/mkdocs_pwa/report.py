"""What was packed: told by `pack`, and read again from any packed folder."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from mkdocs_pwa.app import worker
from mkdocs_pwa.copy.left_out import LeftOut
from mkdocs_pwa.errors import PackError


class SavedFile(NamedTuple):
    """A file that phones save: its address from the site's root, "" for the start page; bytes."""

    url: str
    size: int

    @property
    def path(self) -> str:
        """Where the file is in the folder."""
        path = unquote(self.url)
        return f"{path}index.html" if path == "" or path.endswith("/") else path


@dataclass(frozen=True, slots=True)
class PackReport:
    """What phones save of a site, and what they do not.

    Attributes:
        version: 16 hex digits that change with any saved file.
        built: the day that pages show as the copy's, as in 2026-11-22.
        saved: the files, in the order of their addresses.
        bundle: path of the one file that has them all, from the site's root; None without it.
        warnings: of this run, one a kind; empty when read from a folder, which does not hold them.
        left_out: files that are not saved, each with its reason; empty when read from a folder.
        details: every place that a warning is about, where there is more than one.
    """

    version: str
    built: str
    saved: tuple[SavedFile, ...]
    bundle: str | None = None
    warnings: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    details: tuple[str, ...] = ()

    @property
    def files(self) -> int:
        """How many files are saved."""
        return len(self.saved)

    @property
    def pages(self) -> int:
        """How many of them are pages, but for those that have a file's name, as 404.html."""
        return sum(file.url == "" or file.url.endswith("/") for file in self.saved)

    @property
    def size(self) -> int:
        """The bytes of all saved files, as they are on the phone."""
        return sum(file.size for file in self.saved)

    @property
    def notes(self) -> tuple[str, ...]:
        """What only some want to read: all places of the warnings, and each file left out."""
        return (*self.details, *(f"{path}: not saved, {reason}" for path, reason in self.left_out))

    def __str__(self) -> str:
        """The report in one line."""
        size = f"{self.size / 1000:,.0f} kB"
        return f"{self.files} files, {size}, version {self.version} ready to work offline"


def read_report(site_dir: Path) -> PackReport:
    """What was packed into a folder, as its worker has it.

    Raises:
        PackError: the folder has no worker that this package wrote.
    """
    file = site_dir / worker.FILE
    script = file.read_text("utf-8") if file.is_file() else ""
    data = worker.read(script, "build") if worker.is_worker(script) else None
    if data is None:
        text = (
            f"{file}: expected the worker of a packed site, found "
            f"{'another script' if script else 'no file'}. "
            "Pack the folder first: mkdocs-pwa pack DIR"
        )
        raise PackError([text])
    bundle = data["bundle"]
    return PackReport(
        version=data["version"],
        built=data["built"],
        saved=tuple(SavedFile(url, size) for url, _, size in data["entries"]),
        bundle=bundle["url"] if bundle else None,
    )
