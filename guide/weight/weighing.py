"""Weighs a packed site, prints what readers fetch, and says what is above its budget."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from guide.texts import load_yaml
from guide.weight.budgets import figures, problems, table
from guide.weight.first_load import first_load
from guide.weight.weights import weigh
from mkdocs_pwa import read_report

_TEXTS = (".html", ".js", ".css")


def weigh_site(
    site: Path, project: Path, last: Path, say: Callable[[str], object] = print
) -> list[str]:
    """Print the table of weights; return the problems, which are empty if all is well.

    Args:
        site: the packed folder.
        project: where mkdocs.yml is.
        last: the file with the figures of the last build; it is written anew.
        say: prints a line.
    """
    settings = load_yaml((project / "mkdocs.yml").read_text(encoding="utf-8"))
    budgets = (settings["extra"].get("lean") or {}).get("budgets", {})
    files = {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
    kept = _read(last)
    weights = weigh(files, kept.setdefault("known", {}))
    texts = {
        path: content.decode("utf-8") if path.endswith(_TEXTS) else ""
        for path, content in files.items()
    }
    packed = read_report(site)
    saved = [file.path for file in packed.saved]
    found = figures(weights, first_load(texts), saved, packed.bundle)
    for line in table(found, budgets, weights, kept.get("sizes", {})):
        say(line)
    sizes = {**weights, **{name: figure.size for name, figure in found.items()}}
    _write(last, {"known": kept["known"], "sizes": sizes})
    return problems(found, budgets)


def _read(file: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found


def _write(file: Path, data: Mapping[str, Any]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(data, indent=1), encoding="utf-8")
