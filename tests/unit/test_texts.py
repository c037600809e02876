"""Files that editors write: what is wrong, and in which line."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment
from yaml import YAMLError

from guide.errors import PageError
from guide.markup.sources import read_sources
from guide.strings import Strings, read_strings
from guide.texts import load_yaml, read_text

GOOD = "sources:\n- id: one\n  title: T\n  publisher: P\n  year: 2020\n  kind: label\n"


def sources_error(folder: Path, text: str) -> str:
    file = folder / "sources.yml"
    file.write_text(text, "utf-8")
    with pytest.raises(PageError) as error:
        read_sources(file)
    return str(error.value)


def test_a_day_that_no_calendar_has_cannot_be_read() -> None:
    with pytest.raises(YAMLError):
        load_yaml("day: 2027-02-30")


def test_a_mark_that_some_programs_put_first_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_bytes(b"\xef\xbb\xbf---\n")
    assert read_text(tmp_path / "page.md") == "---\n"


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(PageError, match=r"^sources\.yml: expected this file, found none\."):
        read_sources(tmp_path / "sources.yml")


def test_a_year_needs_no_quotes(tmp_path: Path) -> None:
    (tmp_path / "sources.yml").write_text(GOOD, "utf-8")
    assert read_sources(tmp_path / "sources.yml")["one"].year == "2020"


@pytest.mark.parametrize(
    ("added", "message"),
    [
        (
            "- id: [two\n",
            'sources.yml, line 8: expected lines such as "name: words", found one that cannot be '
            "read, here or just above. Look for a missing quote or bracket, and for a colon within "
            "the words: such words stand in quotes.",
        ),
        (
            "- id: two\n  title: T\n  year: 2020\n  kind: label\n",
            'sources.yml, line 7: source "two": expected a line "publisher:", found none. Add it; '
            "only url may be left out.",
        ),
        (
            "- id: two\n  title: T\n  publisher: P\n  year: 2020\n  kind: blog\n",
            'sources.yml, line 7: source "two": expected after "kind:" one of label, regulator, '
            'guideline, health-service, review, clinic-page, found "blog".',
        ),
        (
            "- id: two\n  title: T\n  publisher: P\n  year: 2020\n  kind: label\n  page: 3\n",
            'sources.yml, line 7: source "two": expected one of the names id, title, publisher, '
            'year, url, kind, found "page". Correct or remove it.',
        ),
        (
            "- id: two\n  title: 7\n  publisher: P\n  year: 2020\n  kind: label\n",
            'sources.yml, line 7: source "two": expected words after "title:", found 7. Put them '
            "in quotes.",
        ),
        (
            GOOD.removeprefix("sources:\n"),
            "sources.yml, line 7: expected a name of its own for each source, found "
            '"one" twice. Give one of them another id.',
        ),
    ],
)
def test_a_bad_source_is_told_with_its_line(tmp_path: Path, added: str, message: str) -> None:
    assert sources_error(tmp_path, GOOD + added) == message


def test_a_list_of_sources_that_is_none_is_told(tmp_path: Path) -> None:
    assert sources_error(tmp_path, "one: two\n") == (
        'sources.yml: expected "sources:" with a list below it, found none.'
    )


def test_a_word_that_is_gone_is_told_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "strings.yml").write_text("plan:\n  date: Day\n", "utf-8")
    strings = read_strings(tmp_path)
    assert strings["plan"]["date"] == "Day"
    with pytest.raises(PageError, match=r'strings\.yml: plan: expected a line "time:", found none'):
        strings["plan"]["time"]


def test_a_template_may_not_print_a_word_that_is_gone() -> None:
    template = Environment().from_string("{{ strings.help }}")
    assert template.render(strings=Strings({"help": "Help"})) == "Help"
    with pytest.raises(PageError, match='expected a line "help:", found none'):
        template.render(strings=Strings({}))
