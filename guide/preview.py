"""A preview is laid out again only where an edit makes it untrue.

MkDocs' `--dirty` lays out what is missing or older than its source. So before each build what was
made of other sources than there are now is taken away.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from guide.pages.address import address_of

#: Set in the environment by `make serve`.
VARIABLE = "GUIDE_PREVIEW"
_STAMP = ".made-of.json"


def take_away_outdated(site: Path, docs: Path, shared: Iterable[Path]) -> None:
    """Remove from a preview what an edit since its last build makes untrue.

    Args:
        site: the folder of the preview, empty or from the last build.
        docs: the folder of pages and assets, each of which becomes one file of the site.
        shared: files and folders that any page may depend on.
    """
    common, single = _times(shared), _times([docs])
    for path in common:
        single.pop(path, None)
    before = _last(site / _STAMP)
    if before.get("common") != common:
        shutil.rmtree(site, ignore_errors=True)
    else:
        for path in _changed(before["single"], single):
            (site / _made_of(Path(path).relative_to(docs))).unlink(missing_ok=True)
    site.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"common": common, "single": single})
    (site / _STAMP).write_text(text, encoding="utf-8")


def _times(places: Iterable[Path]) -> dict[str, int]:
    """When each file was last written, in nanoseconds, by its path."""
    return {str(file): file.stat().st_mtime_ns for place in places for file in _files(place)}


def _files(place: Path) -> Iterator[Path]:
    found = place.rglob("*") if place.is_dir() else [place]
    return (path for path in found if path.is_file())


def _last(stamp: Path) -> dict[str, dict[str, int]]:
    if not stamp.is_file():
        return {}
    made_of: dict[str, dict[str, int]] = json.loads(stamp.read_text(encoding="utf-8"))
    return made_of


def _changed(before: Mapping[str, int], now: Mapping[str, int]) -> Iterator[str]:
    return (path for path in {**before, **now} if before.get(path) != now.get(path))


def _made_of(source: Path) -> str:
    """The file of the site that a file of the docs becomes."""
    path = source.as_posix()
    return f"{address_of(path)}index.html" if path.endswith(".md") else path
