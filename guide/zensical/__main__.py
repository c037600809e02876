"""Builds the guide with Zensical into a folder: `python -m guide.zensical FOLDER`.

Run by `python -m guide.build --with zensical`, which keeps the last good guide in place.
"""

from __future__ import annotations

import json
import logging
import re
import shutil
import sys
from collections.abc import Mapping
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

import zensical

import guide.zensical
from guide.errors import ClinicError, PageError
from guide.finish import Built, finish
from guide.inputs import Inputs, read_inputs
from guide.prepare import Prepared, prepare
from guide.texts import read_text, read_yaml
from guide.zensical.settings import app_options, zensical_settings
from mkdocs_pwa import PackError

_WORK = Path(".build/zensical")
_CONFIG = "mkdocs.yml"
_STRING = re.compile(r"\bstrings\.(\w+)")


class _Warnings(logging.Handler):
    """Says warnings and counts them, as a strict build of MkDocs does."""

    count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1
        print(f"WARNING -  {record.getMessage()}", flush=True)


def main(site: Path) -> int:
    """Build the guide of the clinic that `CLINIC` names; return the exit code."""
    warnings = _Warnings(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(warnings)
    try:
        _build(Path().absolute(), site)
    except (ClinicError, PageError, PackError) as error:
        print(f"ERROR   -  {error}")
        return 1
    if warnings.count:
        print(f"Aborted with {warnings.count} warnings in strict mode!")
    return 1 if warnings.count else 0


def _build(project: Path, site: Path) -> None:
    written: Mapping[str, Any] = read_yaml(project / _CONFIG)
    docs, language = project / written["docs_dir"], written["theme"]["language"]
    inputs = read_inputs(project, docs, language, date.today())
    prepared = prepare(inputs)
    _check_strings(project / written["theme"]["custom_dir"], inputs)

    work = project / _WORK
    shutil.rmtree(work, ignore_errors=True)
    _copy_docs(docs, work / "docs", prepared)
    settings = zensical_settings(written, prepared, project)
    (work / _CONFIG).write_text(json.dumps(settings), "utf-8")
    guide.zensical.VARIABLES.update(prepared.variables)
    zensical.build(str(work / _CONFIG), {"clean": True, "strict": True})

    _take_styles_of_material(work / "site")
    _remove_unused(work / "site", has_address=bool(settings["site_url"]))
    shutil.rmtree(site, ignore_errors=True)
    site.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(work / "site", site)
    app = app_options(written, prepared, project)
    finish(Built(site, inputs, prepared, written["extra"].get("lean"), app))


def _copy_docs(docs: Path, target: Path, prepared: Prepared) -> None:
    """Copy what the clinic's guide has: Zensical reads no folder outside that of its settings."""
    left_out = prepared.settings.left_out
    shutil.copytree(docs, target, ignore=shutil.ignore_patterns("*.yml", *left_out))
    for page in target.rglob("*.md"):
        # A mark that some programs put first, or other line ends, are no matter of builders.
        page.write_text(read_text(page), encoding="utf-8", newline="\n")


def _take_styles_of_material(built: Path) -> None:
    """Replace the sheets of Zensical, whose search is another, by those that ours build on."""
    folder = Path(str(resources.files("material"))) / "templates/assets/stylesheets"
    for name in ("main", "palette"):
        (ours,) = folder.glob(f"{name}.*.min.css")
        (theirs,) = (built / "assets/stylesheets/classic").glob(f"{name}.*.min.css")
        shutil.copyfile(ours, theirs)


def _remove_unused(built: Path, *, has_address: bool) -> None:
    """Take out what Zensical writes for other guides than this."""
    shutil.rmtree(built / "assets/stylesheets/modern")
    # Of scripts that the guide has its own in place of.
    (built / "assets/javascripts/LICENSE").unlink()
    if not has_address:
        # Empty, where nobody has said what the addresses of pages begin with.
        (built / "sitemap.xml").unlink()


def _check_strings(templates: Path, inputs: Inputs) -> None:
    """Ask for each word of the interface, since templates of Zensical print nothing for none."""
    for template in sorted(templates.rglob("*.html")):
        for name in _STRING.findall(read_text(template)):
            inputs.strings[name]


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
