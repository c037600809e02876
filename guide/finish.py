"""The last of three parts, prepare, render, finish: what is done to a folder of pages.

Every step works on files alone, so that it does not matter which builder wrote them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.clinic.site import add_files_of_clinic
from guide.inputs import Inputs
from guide.lean.adapter import make_lean
from guide.lean.theme_scripts import remove_theme_scripts
from guide.prepare import Prepared
from guide.search.adapter import write_search_data
from mkdocs_pwa import PackOptions, pack


@dataclass(frozen=True)
class Built:
    """A folder that a builder has written, and what its steps are to know.

    Attributes:
        site: the folder.
        inputs: what the build started from.
        prepared: what the builder was given.
        lean: `extra: lean:` of mkdocs.yml; None leaves files as they were written.
        app: what mkdocs-pwa is to know; None where its plugin packs, which has seen the templates.
    """

    site: Path
    inputs: Inputs
    prepared: Prepared
    lean: Mapping[str, Any] | None
    app: PackOptions | None = None


def finish(built: Built) -> None:
    """Make a guide of a folder of pages, by all steps in their order.

    Raises:
        PageError: see the steps.
        PackError: the folder cannot be packed.
    """
    for step in STEPS:
        step(built)


def _add_files_of_clinic(built: Built) -> None:
    """Its colors and its logo."""
    inputs = built.inputs
    add_files_of_clinic(built.site, inputs.clinic, inputs.clinic_file.parent)


def _write_search_data(built: Built) -> None:
    inputs = built.inputs
    write_search_data(
        built.site,
        inputs.pages,
        inputs.words,
        inputs.strings,
        inputs.language,
        built.prepared.calls,
    )


def _remove_theme_scripts(built: Built) -> None:
    remove_theme_scripts(built.site)


def _make_lean(built: Built) -> None:
    """Reads the pages and styles as they will be, so it comes after what changes them."""
    if built.lean:
        make_lean(built.site, built.lean)


def _pack(built: Built) -> None:
    """Last of all, since a copy on a phone is checked byte by byte."""
    if built.app:
        pack(built.site, built.app, strict=True)


STEPS: tuple[Callable[[Built], None], ...] = (
    _add_files_of_clinic,
    _write_search_data,
    _remove_theme_scripts,
    _make_lean,
    _pack,
)
