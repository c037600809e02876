"""The folder that was uploaded, beside what its host has: is it the same version at all?"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs_pwa.app import worker
from mkdocs_pwa.copy.site import as_text, open_folder
from mkdocs_pwa.errors import PackError
from mkdocs_pwa.findings import Finding


class Published(NamedTuple):
    """A packed folder, and what its worker knows."""

    folder: Path
    data: Mapping[str, Any]

    @classmethod
    def read(cls, folder: Path) -> "Published":
        """A packed folder.

        Raises:
            PackError: there is no such folder, or it is not packed.
        """
        script = as_text(open_folder(folder).get(worker.FILE, b""))
        data = worker.read(script, "build")
        if data is None:
            text = (
                f"{folder}: expected the packed folder that was uploaded, found no {worker.FILE} "
                "of mkdocs-pwa in it. Correct --against, or leave it out."
            )
            raise PackError([text])
        return cls(folder, data)

    def differences(self, sent: Mapping[str, Any]) -> Iterator[Finding]:
        """What tells that a host does not have this folder, before any file is looked at.

        Args:
            sent: the data of the worker that the host sends.
        """
        own_base, base = self.data.get("base"), sent.get("base")
        if own_base != base:
            yield self._found(
                f"a site built for {base}, while that in {self.folder} is built for {own_base}. "
                "Give the folder of this address to --against, or upload it."
            )
        if self.data.get("version") != sent.get("version"):
            yield self._found(
                f"{self._age(sent)}, {_named(sent)}, while {self.folder} has {_named(self.data)}. "
                "Readers do not get what is in the folder. Upload it whole, and empty the cache "
                "of a CDN."
            )

    def _age(self, sent: Mapping[str, Any]) -> str:
        own, there = str(self.data.get("built")), str(sent.get("built"))
        if own == there:
            return "another version"
        return "an older version" if there < own else "a newer version"

    def _found(self, found: str) -> Finding:
        return Finding("error", worker.FILE, f"expected the version in the folder, found {found}")


def _named(data: Mapping[str, Any]) -> str:
    return f"{data.get('version')} of {data.get('built')}"
