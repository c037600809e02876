"""Resolve source references: `[^spravato-eu-pil]` in a page, the source itself in `sources.yml`.

The standard footnotes extension does the rest. The list at the end of a page is folded away:
most readers want the answer, some want to see where it comes from.
"""

from __future__ import annotations

import difflib
import re
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal, get_args
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from guide.errors import PageError
from guide.texts import read_text, read_yaml

_REFERENCE = re.compile(r"\[\^([a-z0-9-]+)\](?!:)")

# The footnotes extension makes its list at 50; its numbers in the text are inline Markdown (20).
_AFTER_FOOTNOTES = 45
_AFTER_INLINE = 15


Kind = Literal["label", "regulator", "guideline", "health-service", "review", "clinic-page"]


class Source(BaseModel):
    """One entry of `sources.yml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    title: str
    publisher: str
    # YAML takes a bare year for a number.
    year: Annotated[str, BeforeValidator(str)]
    url: str | None = None
    kind: Kind


def read_sources(path: Path) -> dict[str, Source]:
    """Return the sources of a file by id."""
    # The macros name it from the root, Markdown from the project.
    return _parse_sources(path.absolute(), read_text(path))


# Every page asks for them, and a long list takes longer to read than a page to lay out.
@lru_cache(maxsize=1)
def _parse_sources(path: Path, text: str) -> dict[str, Source]:
    entries = (read_yaml(path) or {}).get("sources")
    if not isinstance(entries, list):
        raise PageError(f'{path.name}: expected "sources:" with a list below it, found none.')
    sources: dict[str, Source] = {}
    problems = []
    for number, entry in enumerate(entries):
        try:
            source = Source.model_validate(entry)
        except ValidationError as error:
            where = _where(path, text, number)
            problems += [f"{where}: {_problem(one, entry)}" for one in error.errors()]
            continue
        if source.id in sources:
            problems.append(
                f"{_where(path, text, number)}: expected a name of its own for each source, found "
                f'"{source.id}" twice. Give one of them another id.'
            )
        sources[source.id] = source
    if problems:
        raise PageError("\n".join(problems))
    return sources


def _where(path: Path, text: str, number: int) -> str:
    begins = [index for index, line in enumerate(text.splitlines(), 1) if line.startswith("- ")]
    return f"{path.name}, line {begins[number]}" if number < len(begins) else path.name


def _problem(error: ErrorDetails, entry: object) -> str:
    name = ".".join(map(str, error["loc"]))
    of = f'source "{entry["id"]}": ' if isinstance(entry, dict) and "id" in entry else ""
    known = ", ".join(Source.model_fields)
    if error["type"] == "missing":
        return f'{of}expected a line "{name}:", found none. Add it; only url may be left out.'
    if error["type"] == "extra_forbidden":
        return f'{of}expected one of the names {known}, found "{name}". Correct or remove it.'
    if error["type"] == "literal_error":
        kinds = ", ".join(get_args(Kind))
        return f'{of}expected after "kind:" one of {kinds}, found "{error["input"]}".'
    return f'{of}expected words after "{name}:", found {error["input"]!r}. Put them in quotes.'


def citation(source: Source) -> str:
    """Return a source as one line of Markdown."""
    title = source.title.replace("[", r"\[").replace("]", r"\]")
    linked = f"[{title}]({source.url})" if source.url else title
    return f"{linked}. {source.publisher}, {source.year}."


def sources_list(sources: dict[str, Source], kinds: dict[str, str]) -> str:
    """Return all sources as Markdown lists, one under the heading of each kind.

    Args:
        sources: by id.
        kinds: the heading of each kind.
    """
    ordered = sorted(sources.values(), key=lambda s: (s.publisher.lower(), s.title.lower()))
    parts = []
    for kind in get_args(Kind):
        lines = [f"- {citation(source)}" for source in ordered if source.kind == kind]
        if lines:
            parts.append("\n".join([f"## {kinds[kind]}", "", *lines]))
    return "\n\n".join(parts)


def referenced_ids(text: str) -> list[str]:
    """Return the source ids that a page refers to, each once, in order of appearance."""
    return list(dict.fromkeys(_REFERENCE.findall(text)))


def definitions(ids: list[str], sources: dict[str, Source]) -> list[str]:
    """Return the footnote definitions for some ids.

    Raises:
        PageError: naming every id that is not a source.
    """
    unknown = [source_id for source_id in ids if source_id not in sources]
    if unknown:
        raise PageError("\n".join(_unknown_source(source_id, sources) for source_id in unknown))
    return [f"[^{source_id}]: {citation(sources[source_id])}" for source_id in ids]


def _unknown_source(source_id: str, sources: dict[str, Source]) -> str:
    near = difflib.get_close_matches(source_id, sources, n=1)
    hint = f"Did you mean [^{near[0]}]?" if near else "Add it to sources.yml, or correct the id."
    return (
        f"[^{source_id}]: expected the id of a source in sources.yml, found none of that name. "
        f"{hint}"
    )


class _AddDefinitions(Preprocessor):
    def __init__(self, md: Markdown, sources: dict[str, Source]) -> None:
        super().__init__(md)
        self.sources = sources

    def run(self, lines: list[str]) -> list[str]:
        ids = referenced_ids("\n".join(lines))
        return [*lines, "", *definitions(ids, self.sources)] if ids else lines


class _FoldList(Treeprocessor):
    def __init__(self, md: Markdown, summary: str) -> None:
        super().__init__(md)
        self.summary = summary

    def run(self, root: etree.Element) -> None:
        for parent in root.iter():
            for index, element in enumerate(list(parent)):
                if element.get("class") == "footnote":
                    parent[index] = self._folded(element)
                    return

    def _folded(self, footnotes: etree.Element) -> etree.Element:
        # Citations would drown the pages' own words in search results.
        details = etree.Element("details", {"class": "guide-sources", "data-unsearched": ""})
        etree.SubElement(details, "summary").text = self.summary
        for rule in footnotes.findall("hr"):
            footnotes.remove(rule)
        details.append(footnotes)
        return details


class _KeepNumbersOutOfSearch(Treeprocessor):
    def run(self, root: etree.Element) -> None:
        for mark in root.iter("sup"):
            if mark.get("id", "").startswith("fnref"):
                mark.set("data-unsearched", "")


class SourcesExtension(Extension):
    """`guide.markup.sources`: options `file` (sources.yml) and `summary` (words of the fold)."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "file": ["sources.yml", "The list of sources"],
            "summary": ["Sources", "Title of the list at the end of a page"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        sources = read_sources(Path(self.getConfig("file")))
        # After whitespace and HTML are dealt with, before blocks are read.
        md.preprocessors.register(_AddDefinitions(md, sources), "guide-sources", 15)
        fold = _FoldList(md, self.getConfig("summary"))
        md.treeprocessors.register(fold, "guide-sources-fold", _AFTER_FOOTNOTES)
        numbers = _KeepNumbersOutOfSearch(md)
        md.treeprocessors.register(numbers, "guide-sources-numbers", _AFTER_INLINE)


def makeExtension(**options: Any) -> SourcesExtension:
    return SourcesExtension(**options)
