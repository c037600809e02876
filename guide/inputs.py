"""What a build starts from: the clinic's file and one language's folder, read and judged.

Whatever is wrong is told here, before a builder writes anything, so that the last good site stays.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from guide.clinic import Clinic, read_clinic
from guide.errors import PageError
from guide.log import log
from guide.markup.blocks import BLOCK_NAMES
from guide.markup.routes import BLOCK_NAME
from guide.markup.sources import Source, read_sources
from guide.pages.front_matter import PageText, read_pages
from guide.pages.offered import offered
from guide.pages.review import review_problems
from guide.pages.shape import shape_problems
from guide.pages.signature import check_signature, dated_texts
from guide.pages.unused_sources import unused_sources
from guide.search.adapter import read_checked_words
from guide.search.words import Words
from guide.strings import Strings, read_strings
from guide.texts import read_text

KNOWN_BLOCKS = (*BLOCK_NAMES, BLOCK_NAME)

_SOURCES = "sources.yml"
_TEMPLATES = "overrides"
_HELP_BAR = f"{_TEMPLATES}/partials/help-bar.html"


@dataclass(frozen=True)
class Inputs:
    """All that a build of one clinic's guide in one language knows.

    Attributes:
        clinic: the checked clinic file.
        clinic_file: its path.
        language: of the pages, such as `en`.
        strings: the words of the interface.
        words: the everyday words of search.
        pages: those that the clinic has, by their paths, such as `before/drip.md`.
        sources: of the claims, by id.
        help_bar: the template of the bar with the numbers to call.
    """

    clinic: Clinic
    clinic_file: Path
    language: str
    strings: Strings
    words: Words
    pages: Mapping[str, PageText]
    sources: Mapping[str, Source]
    help_bar: str


def files_beside_pages(project: Path) -> list[Path]:
    """Return the files and folders that a build reads outside of the folder of pages."""
    return [clinic_file(project), project / _SOURCES, project / _TEMPLATES]


def clinic_file(project: Path) -> Path:
    """Return the path of the clinic file: `CLINIC` of the environment, or `clinic.yml`."""
    return project / os.environ.get("CLINIC", "clinic.yml")


def read_inputs(project: Path, docs: Path, language: str, today: date) -> Inputs:
    """Read what a build starts from, and warn of what stops a strict build.

    Args:
        project: the folder of the project.
        docs: the folder of the pages.
        language: of the pages.
        today: the day of the build.

    Raises:
        ClinicError: the clinic file, or the signature in it, is wrong.
        PageError: a page, the words or the sources are wrong.
    """
    path = clinic_file(project)
    clinic = read_clinic(path)
    all_pages = read_pages(docs)
    pages = offered(all_pages, clinic)
    _judge_pages(pages, clinic, today)
    check_signature(clinic, dated_texts(pages), path.name)
    strings = read_strings(docs)
    words = read_checked_words(docs, all_pages)
    _warn_of_unused_sources(project, docs)
    sources = read_sources(project / _SOURCES)
    help_bar = read_text(project / _HELP_BAR)
    return Inputs(clinic, path, language, strings, words, pages, sources, help_bar)


def _judge_pages(pages: Mapping[str, PageText], clinic: Clinic, today: date) -> None:
    """Refuse pages with wrong dates or blocks; an overdue one is a warning: a preview works."""
    wrong, late = review_problems(pages, clinic.next_review, today)
    wrong += [
        f"{path}, {problem}"
        for path, page in pages.items()
        for problem in shape_problems(page, KNOWN_BLOCKS)
    ]
    if wrong:
        raise PageError("\n".join(wrong))
    for problem in late:
        log.warning(problem)


def _warn_of_unused_sources(project: Path, docs: Path) -> None:
    # Some lines of pages stand among the strings, since only one country has them.
    files = [*docs.rglob("*.md"), docs / "strings.yml"]
    texts = [read_text(file) for file in files]
    for problem in unused_sources(read_text(project / _SOURCES), texts):
        log.warning(problem)
