"""Asks each judge of what editors write about a text: the messages, or nothing if it is taken."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from markdown import Markdown

from guide.checks import front_matter, links
from guide.checks.wording import claims, do_not, medicines
from guide.errors import ClinicError, PageError
from guide.many.listing import find_jobs, part_of
from guide.pages.front_matter import read_page_text
from guide.pages.review import date_faults
from guide.pages.shape import shape_problems
from guide.search.topics import topic_problems
from guide.search.words import read_words
from guide.texts import read_yaml

from ...checks.pages import found

PROJECT = Path(__file__).parents[4]
NAMES = {"drip": "drip"}
PAGE = "---\ntitle: Words\nreviewed: 2026-11-22\ndue: 2027-05-22\n---\n\n# Words\n"


def rendered(text: str) -> str:
    try:
        Markdown(
            extensions=["attr_list", "guide.markup.routes", "guide.markup.blocks"],
            extension_configs={"guide.markup.routes": {"offered": ["drip"], "names": NAMES}},
        ).convert(text)
    except PageError as error:
        return str(error)
    return ""


def searched(words: str) -> str:
    rest = "help_first: [driving]\nskip: the\nendings: [s]\n"
    try:
        read_words(f"{rest}topics:\n  driving: drive\n{words}\n")
    except PageError as error:
        return str(error)
    return ""


def listed(text: str) -> str:
    with TemporaryDirectory() as folder:
        (Path(folder) / "strings.yml").write_text(text, "utf-8")
        try:
            read_yaml(Path(folder) / "strings.yml")
        except PageError as error:
            return str(error)
    return ""


def topics(body: str) -> str:
    page = read_page_text(f"{PAGE}\n{body}\n")
    return "\n".join(topic_problems({"a.md": page}, ["driving"], ["itch"]))


def read(text: str) -> str:
    try:
        return "\n".join(map(str, date_faults(read_page_text(text))))
    except PageError as error:
        return str(error)


def shaped(text: str) -> str:
    return "\n".join(shape_problems(read_page_text(text), ["note"]))


def top_of_page(head: str) -> str:
    return "\n".join(found(front_matter.check, "Text.", head=head))


def linked(body: str, path: str = "before/page.md") -> str:
    others = {"help/index.md": "# Help", "sources.yml": ""}
    return "\n".join(found(links.check, body, path=path, others=others))


def linked_from_the_first_page(body: str) -> str:
    return linked(body, "index.md")


def claimed(body: str) -> str:
    return "\n".join(found(claims.check, body))


def kept(body: str) -> str:
    return "\n".join(found(do_not.check, body))


def sourced(text: str) -> str:
    sources = {"file": str(PROJECT / "sources.yml")}
    try:
        Markdown(
            extensions=["footnotes", "guide.markup.sources"],
            extension_configs={"guide.markup.sources": sources},
        ).convert(text)
    except PageError as error:
        return str(error)
    return ""


def spelled(body: str) -> str:
    return "\n".join(found(medicines.check, body))


def parted(part: str) -> str:
    try:
        part_of([], part)
    except ClinicError as error:
        return str(error)
    return ""


def name_of_file(name: str, folder: Path) -> str:
    (folder / name).touch()
    try:
        find_jobs(folder)
    except ClinicError as error:
        return str(error)
    finally:
        (folder / name).unlink()
    return ""
