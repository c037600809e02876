"""Pictures with captions, and the day as a line."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as etree

import pytest
from markdown import Markdown

from guide.errors import PageError
from guide.markup.pictures import DRAWINGS, known_drawings

NAMES = known_drawings()


def render(text: str) -> str:
    return Markdown(extensions=["attr_list", "footnotes", "guide.markup.blocks"]).convert(text)


@pytest.fixture(params=NAMES)
def file(request: pytest.FixtureRequest) -> Path:
    return DRAWINGS / f"{request.param}.svg"


def test_a_picture_has_its_caption_under_it() -> None:
    html = render("/// picture | nose-position\nTip your head back.\n///")
    assert '<figure class="guide-picture guide-picture--nose-position">' in html
    assert re.search(
        r"</svg>\s*<figcaption class=\"guide-picture__caption\">\s*"
        r"<p>Tip your head back\.</p>\s*</figcaption>\s*</figure>",
        html,
    )


def test_a_caption_may_have_steps() -> None:
    html = render("/// picture | recovery-position\nFirst, call.\n\n1. One\n2. Two\n///")
    caption = html.partition("<figcaption")[2]
    assert caption.count("<li>") == 2


def test_screen_readers_pass_over_a_drawing_since_its_caption_says_it_all() -> None:
    html = render("/// picture | nose-position\nTip your head back.\n///")
    svg = re.search(r"<svg[^>]*>", html)
    assert svg
    assert 'aria-hidden="true"' in svg[0]


def test_a_drawing_is_html_that_any_browser_knows() -> None:
    html = render("/// picture | nose-position\nTip your head back.\n///")
    assert "ns0:" not in html
    assert "xmlns" not in html
    assert '<path class="guide-picture__point"' in html


def test_a_picture_that_does_not_exist_stops_the_build() -> None:
    with pytest.raises(PageError) as error:
        render("/// picture | nose\nTip your head back.\n///")
    assert str(error.value) == (
        'Picture "nose": expected the name of a drawing in guide/markup/drawings/, found none of '
        "that name. Use one of: car, chair, clock, home, list, moon, nose-position, "
        "recovery-position, sun."
    )


def test_a_stop_of_the_day_has_its_drawing_its_label_and_its_words() -> None:
    html = render("/// day\n- Ride: Your adult *drives*. {.car}\n///")
    assert re.search(
        r'<ol class="guide-day__stops" role="list">\s*<li class="guide-day__stop"><svg .*</svg>'
        r'<span class="guide-day__when">Ride:</span> '
        r'<span class="guide-day__what">Your adult <em>drives</em>\.</span></li>\s*</ol>',
        html,
        re.DOTALL,
    )


def test_a_stop_without_label_or_drawing_stops_the_build() -> None:
    for item in ("Your adult drives. {.car}", "Ride: Your adult drives."):
        with pytest.raises(PageError) as error:
            render(f"/// day\n- {item}\n///")
        words = item.removesuffix(" {.car}")
        assert str(error.value).startswith(
            'Day: expected "- Label: A few words. {.drawing}", such as "- Ride: Your adult takes '
            f'you home. {{.car}}", found "{words}'
        )


def test_a_stop_with_an_unknown_drawing_stops_the_build() -> None:
    with pytest.raises(PageError, match='Picture "bus": expected the name of a drawing'):
        render("/// day\n- Ride: Your adult drives. {.bus}\n///")


def test_a_drawing_is_small_and_grows_without_blur(file: Path) -> None:
    assert file.stat().st_size <= 4096
    assert "viewBox" in etree.parse(file).getroot().attrib


def test_a_drawing_has_no_color_of_its_own(file: Path) -> None:
    for element in etree.parse(file).getroot().iter():
        assert element.get("fill") in (None, "none")
        assert element.get("stroke") in (None, "none", "currentColor")
        assert "style" not in element.attrib


def test_a_drawing_holds_no_words_so_that_it_serves_all_languages(file: Path) -> None:
    root = etree.parse(file).getroot()
    assert "".join(root.itertext()).strip() == ""
