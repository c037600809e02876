"""What is done to a folder of pages, whichever builder wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.finish import Built, finish
from guide.prepare import prepare

from .test_prepare import inputs

PAGE = '<html><body><article><h1 id="a">Title</h1><p>Rest.</p></article></body></html>'
SCRIPT = "// As it was written.\nconst a = 1;\n"


@pytest.fixture
def built(tmp_path: Path) -> Built:
    """A folder as a builder leaves it, with a search of its own."""
    prepared = prepare(inputs())
    for address in prepared.extra["pages"]:
        (tmp_path / address).mkdir(parents=True, exist_ok=True)
        (tmp_path / address / "index.html").write_text(PAGE, "utf-8")
    (tmp_path / "assets/javascripts").mkdir(parents=True)
    (tmp_path / "assets/javascripts/main.js").write_text(SCRIPT, "utf-8")
    (tmp_path / "search.json").write_text("{}", "utf-8")
    return Built(tmp_path, inputs(), prepared, lean=None)


def test_search_data_are_made_of_the_pages_in_place_of_the_builders_own(built: Built) -> None:
    finish(built)
    assert not (built.site / "search.json").exists()
    texts = [file.read_text("utf-8") for file in (built.site / "search").glob("part-*.json")]
    assert any('"Title"' in text for text in texts)


def test_without_the_lean_step_scripts_stay_as_they_were_written(built: Built) -> None:
    finish(built)
    assert (built.site / "assets/javascripts/main.js").read_text("utf-8") == SCRIPT
