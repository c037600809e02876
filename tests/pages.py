"""The pages of the guide, as sources and as addresses."""

from __future__ import annotations

from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs/en"


def sources() -> list[Path]:
    """All Markdown pages."""
    return sorted(DOCS.rglob("*.md"))


def address(source: Path) -> str:
    """Where a page is found within the site: `before/drip/`, or nothing for the start page."""
    name = source.relative_to(DOCS).with_suffix("").as_posix()
    name = name.removesuffix("index").strip("/")
    return f"{name}/" if name else ""


ADDRESSES = [address(source) for source in sources()]

#: All that a phone saves. The poster is on paper.
SAVED_ADDRESSES = [found for found in ADDRESSES if found != "about/poster/"]
