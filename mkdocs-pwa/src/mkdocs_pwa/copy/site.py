"""A built site as a mapping from path to bytes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from pathspec import GitIgnoreSpec

from mkdocs_pwa.copy.links import walk
from mkdocs_pwa.errors import PackError
from mkdocs_pwa.warned import Warned

#: What hosts answer any wrong address with.
NOT_FOUND = "404.html"


class Site(Mapping[str, bytes]):
    """The files of a folder, by path from its root with `/` between the parts.

    Files are read when they are asked for, so a large one is not kept. `changed` files stand in
    front of those in the folder.
    """

    def __init__(self, root: Path, changed: Mapping[str, bytes] | None = None) -> None:
        self._root = root
        self._changed = dict(changed or {})
        tree = walk(root)
        self._paths = sorted({*tree.files, *self._changed})
        #: Links that lead to no file, each with its reason.
        self.broken_links = dict(sorted(tree.broken.items()))

    def __getitem__(self, path: str) -> bytes:
        if path in self._changed:
            return self._changed[path]
        try:
            return (self._root / path).read_bytes()
        except (FileNotFoundError, IsADirectoryError):
            raise KeyError(path) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def open_folder(site_dir: Path) -> Site:
    """The files of a folder.

    Raises:
        PackError: there is no such folder.
    """
    if not site_dir.is_dir():
        text = (
            f"{site_dir}: expected the folder of a built site, found no folder. "
            "Build the site first, or correct the path."
        )
        raise PackError([text])
    return Site(site_dir)


def open_site(site_dir: Path) -> Site:
    """The files of a built site.

    Raises:
        PackError: there is no such folder, or it has no home page.
    """
    site = open_folder(site_dir)
    if "index.html" not in site:
        text = (
            f"{site_dir}: expected a home page index.html, found none. "
            "Give the folder that holds the whole built site."
        )
        raise PackError([text])
    return site


def link_warnings(site: Site, exclude: Sequence[str] = ()) -> list[Warned]:
    """A warning for each link that leads to no file, but for hidden and excluded ones."""
    excluded = GitIgnoreSpec.from_lines(exclude)
    return [
        Warned(
            reason,
            path,
            f"expected a link to a file or a folder, found {reason}. Nothing is saved from it. "
            "Remove it, put in its place what it should lead to, or list it under exclude.",
        )
        for path, reason in site.broken_links.items()
        if not is_hidden(path) and not excluded.match_file(path)
    ]


def pages(paths: Iterable[str]) -> list[str]:
    """The paths of the HTML pages, without those in hidden folders."""
    return [path for path in paths if path.endswith(".html") and not is_hidden(path)]


def is_hidden(path: str) -> bool:
    """Whether a file, or a folder that it is in, has a name that begins with a dot."""
    return any(part.startswith(".") for part in path.split("/"))


def as_text(content: bytes) -> str:
    """HTML, CSS or a script as text that `as_bytes` turns back into the same bytes."""
    return content.decode("utf-8", "surrogateescape")


def as_bytes(text: str) -> bytes:
    """The inverse of `as_text`."""
    return text.encode("utf-8", "surrogateescape")
