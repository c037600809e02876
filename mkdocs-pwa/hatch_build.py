"""What an index of packages shows of this one: the README with links that work there.

Links of the README lead to files beside it, which an index does not have. With the address of the
repository, in the variable `MKDOCS_PWA_REPOSITORY`, they become whole addresses, for the version
that is built. Without it they become plain words, and pictures are left out: no link is better
than a dead one.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

# Pictures may stand in a paragraph of their own, which goes with them.
_PICTURE = re.compile(r"(!\[[^\]]*\]\()(?!https?:)([^)]+)(\)\n*)")
_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\((?!#|https?:)([^)]+)\)")


def urls(repository: str) -> dict[str, str]:
    """The links beside the description; none without an address.

    Args:
        repository: its address, such as `https://example.org/name/project`, or "".
    """
    if not repository:
        return {}
    at = f"{repository}/blob/HEAD/mkdocs-pwa"
    return {
        "Documentation": f"{at}/README.md",
        "Changelog": f"{at}/CHANGELOG.md",
        "Repository": repository,
        "Issues": f"{repository}/issues",
    }


def description(readme: str, repository: str, version: str) -> str:
    """The README as it reads away from its files.

    Args:
        readme: Markdown.
        repository: its address, without a slash at the end, or "".
        version: whose files are linked to, by its tag, such as `mkdocs-pwa-v1.2.0`.
    """
    if not repository:
        return _LINK.sub(r"\1", _PICTURE.sub("", readme))
    tag = f"mkdocs-pwa-v{version}/mkdocs-pwa"
    whole = _PICTURE.sub(rf"\g<1>{repository}/raw/{tag}/\2\3", readme)
    return _LINK.sub(rf"[\1]({repository}/blob/{tag}/\2)", whole)


class CustomMetadataHook(MetadataHookInterface):
    """Fills the fields that pyproject.toml names as dynamic."""

    def update(self, metadata: dict[str, Any]) -> None:
        repository = os.environ.get("MKDOCS_PWA_REPOSITORY", "").rstrip("/")
        readme = Path(self.root, "README.md").read_text("utf-8")
        metadata["readme"] = {
            "content-type": "text/markdown",
            "text": description(readme, repository, metadata["version"]),
        }
        metadata["urls"] = urls(repository)
