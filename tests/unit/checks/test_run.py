"""The command that an editor runs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guide.checks.__main__ import main
from guide.checks.run import summary

from .pages import HEAD, rules

DOCS = Path(__file__).parents[3] / "docs/en"
PAGE = HEAD + "# Rest\n\nRest, and sip water.\n"


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A guide of two pages, in the folder where the command looks for it."""
    monkeypatch.chdir(tmp_path)
    folder = Path("docs/en")
    (folder / "help").mkdir(parents=True)
    shutil.copy(DOCS / "checks.yml", folder / "checks.yml")
    (folder / "index.md").write_text(PAGE, "utf-8")
    (folder / "help/index.md").write_text(PAGE, "utf-8")
    return folder


def test_pages_with_nothing_to_mend_end_well(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == 0
    assert capsys.readouterr().out == "2 pages checked, nothing to mend.\n"


def test_each_thing_to_mend_is_a_line_in_the_order_of_the_page(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (docs / "help/index.md").write_text(f"{PAGE}\nRest 2hours!\n\nSee [a](b.md).\n", "utf-8")
    assert main([]) == 1
    lines = capsys.readouterr().out.splitlines()
    places = [line.partition(" – ")[0] for line in lines]
    assert places == [
        'docs/en/help/index.md:13: "!"',
        'docs/en/help/index.md:13: "2hours"',
        'docs/en/help/index.md:13: "Rest 2hours!"',
        'docs/en/help/index.md:15: "b.md"',
        "4 things to mend in 1 page.",
    ]


def test_one_page_or_one_folder_can_be_checked(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (docs / "index.md").write_text(f"{PAGE}\nRest!\n", "utf-8")
    assert main(["docs/en/help"]) == 0
    assert main(["docs/en/help/index.md"]) == 0
    assert main(["docs/en/index.md"]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "1 thing to mend in 1 page."


def test_a_page_that_is_not_there_is_named(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["docs/en/hlep"]) == 1
    said = capsys.readouterr().err
    assert said == "docs/en/hlep: there is no such page or folder. Check the name.\n"


def test_pages_outside_a_language_folder_are_told_where_to_be(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("notes.md").write_text(PAGE, "utf-8")
    assert main(["notes.md"]) == 1
    assert capsys.readouterr().err == (
        "notes.md: expected checks.yml in this folder or in one above it, found none. "
        "Name a page of docs/en, or copy checks.yml from there.\n"
    )


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + PAGE.encode(),
        PAGE.replace("---", "--- ").encode(),
        PAGE.replace("\n", "\r\n").encode(),
    ],
    ids=["with a byte-order mark", "with a space after its signs", "with the line ends of Windows"],
)
def test_how_a_program_saves_a_page_changes_nothing(
    docs: Path, capsys: pytest.CaptureFixture[str], data: bytes
) -> None:
    (docs / "index.md").write_bytes(data)
    assert main([]) == 0
    assert capsys.readouterr().out == "2 pages checked, nothing to mend.\n"


def test_pages_that_are_not_saved_as_utf_8_are_named_with_the_line(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for page in ("index.md", "help/index.md"):
        (docs / page).write_bytes(PAGE.encode() + b"caf\xe9\n")
    assert main([]) == 1
    assert capsys.readouterr().err.splitlines() == [
        f"docs/en/{page}, line 12: expected a file saved as UTF-8, found a letter saved in another "
        'way. In your text program, choose "Save as" and the encoding "UTF-8".'
        for page in ("help/index.md", "index.md")
    ]


def test_figures_are_a_line_for_each_page_and_one_for_all(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (docs / "index.md").write_text(f"{PAGE}\nWait 2 hours.\n\nDo not eat.[^a]\n", "utf-8")
    assert main(["--figures"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert rows[0] == ["page", "FK", "SMOG", "sentences", "longest", "claims", "sourced"]
    assert [row[0] for row in rows[1:]] == ["docs/en/help/index.md", "docs/en/index.md", "2"]
    assert rows[2][2:] == ["–", "2", "4", "2", "1"]
    assert rows[3][-5:] == ["–", "3", "4", "2", "1"]


def test_the_last_line_counts_things_and_pages() -> None:
    assert summary([], 61) == "61 pages checked, nothing to mend."
    assert summary([], 1) == "1 page checked, nothing to mend."


def test_the_english_rules_can_be_read() -> None:
    assert rules().length.sentence == 20
