"""Source references."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import Markdown

from guide.errors import PageError
from guide.markup.sources import Source, read_sources, sources_list
from guide.pages.unused_sources import unused_sources

SOURCES = """
sources:
- id: label-eu
  title: Package leaflet [spray]
  publisher: Agency
  year: "2024"
  url: https://example.org/leaflet
  kind: label
- id: old-study
  title: A study
  publisher: A journal
  year: "2018"
  kind: review
"""


@pytest.fixture
def sources_file(tmp_path: Path) -> Path:
    path = tmp_path / "sources.yml"
    path.write_text(SOURCES, encoding="utf-8")
    return path


def render(text: str, sources_file: Path) -> str:
    configs = {"guide.markup.sources": {"file": str(sources_file), "summary": "Sources"}}
    md = Markdown(extensions=["footnotes", "guide.markup.sources"], extension_configs=configs)
    return md.convert(text)


def test_a_reference_gets_its_source_in_a_folded_list(sources_file: Path) -> None:
    html = render("Do not drive.[^label-eu]", sources_file)
    assert '<details class="guide-sources" data-unsearched="">' in html
    assert "<summary>Sources</summary>" in html
    assert (
        '<a href="https://example.org/leaflet">Package leaflet [spray]</a>. Agency, 2024.' in html
    )


def test_a_source_without_an_address_is_named_without_a_link(sources_file: Path) -> None:
    assert "A study. A journal, 2018." in render("About half.[^old-study]", sources_file)


def test_a_page_without_references_has_no_list(sources_file: Path) -> None:
    assert "guide-sources" not in render("Rest.", sources_file)


def test_every_unknown_source_is_named_with_the_likely_one(sources_file: Path) -> None:
    with pytest.raises(PageError) as error:
        render("One.[^label-ue] Two.[^nothing-like-it]", sources_file)
    assert str(error.value) == (
        "[^label-ue]: expected the id of a source in sources.yml, found none of that name. "
        "Did you mean [^label-eu]?\n"
        "[^nothing-like-it]: expected the id of a source in sources.yml, found none of that name. "
        "Add it to sources.yml, or correct the id."
    )


KINDS = {
    "label": "Labels",
    "regulator": "Agencies",
    "guideline": "Guides",
    "health-service": "Health services",
    "review": "Studies",
    "clinic-page": "Clinics",
}


def test_the_list_of_all_sources_is_by_kind(sources_file: Path) -> None:
    assert sources_list(read_sources(sources_file), KINDS).splitlines() == [
        "## Labels",
        "",
        r"- [Package leaflet \[spray\]](https://example.org/leaflet). Agency, 2024.",
        "",
        "## Studies",
        "",
        "- A study. A journal, 2018.",
    ]


def test_a_kind_is_in_the_order_of_publishers() -> None:
    sources = {
        name: Source(id=name, title="T", publisher=name, year="2020", kind="label")
        for name in ("b", "A", "c")
    }
    assert sources_list(sources, KINDS).splitlines()[2:] == [
        "- T. A, 2020.",
        "- T. b, 2020.",
        "- T. c, 2020.",
    ]


def test_a_source_that_no_page_uses_is_named_with_its_line() -> None:
    assert unused_sources(SOURCES, ["A claim.[^label-eu]"]) == [
        "sources.yml:9: expected every source to be used, found no page that refers to "
        "[^old-study]. Take these lines out, or refer to it where its fact stands."
    ]


def test_a_source_that_a_page_uses_is_not_named() -> None:
    assert unused_sources(SOURCES, ["One.[^label-eu]", "Two.[^old-study]"]) == []


def test_neither_numbers_nor_citations_are_searched(sources_file: Path) -> None:
    html = render("Do not drive.[^label-eu]", sources_file)
    assert '<sup data-unsearched="" id="fnref:label-eu">' in html
