"""Pictures in the really built guide."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FIGURE = r'<figure class="guide-picture guide-picture--{name}">\s*<svg.*?</figure>'


@pytest.mark.parametrize(
    ("page", "name", "words"),
    [
        ("during", "nose-position", "Tip your head back a little"),
        ("with-you", "recovery-position", "Roll them onto their side"),
        ("help/warning-signs", "recovery-position", "Roll them onto their side"),
    ],
)
def test_a_picture_is_where_it_is_needed_with_its_caption(
    site: Path, page: str, name: str, words: str
) -> None:
    html = (site / page / "index.html").read_text("utf-8")
    figure = re.search(FIGURE.format(name=name), html, re.DOTALL)
    assert figure
    caption = figure[0].partition("<figcaption")[2]
    assert words in caption


@pytest.mark.parametrize(("page", "stops"), [("before", 7), ("after", 4)])
def test_the_day_is_a_line_of_labeled_stops(site: Path, page: str, stops: int) -> None:
    html = (site / page / "index.html").read_text("utf-8")
    assert html.count('class="guide-day__stop"') == stops
    labels = re.findall(r'class="guide-day__when">([^<]+):</span>', html)
    assert len(labels) == stops
    assert labels[-3:] == ["Home", "Night", "Next day"]


def test_a_picture_asks_for_no_file(site: Path) -> None:
    """What stands in the page itself is there offline and knows the page's colors."""
    html = (site / "during/index.html").read_text("utf-8")
    assert "drawings/" not in html
    assert not list(site.rglob("nose-position*"))
