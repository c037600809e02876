"""One drawing to icons; pixels are counted in the PNG itself."""

import struct

import pytest

from mkdocs_pwa import PackError
from mkdocs_pwa.app import icons
from mkdocs_pwa_testing import listed_png
from mkdocs_pwa_testing.listed_png import Pixel

ADVICE = "Save the drawing as a plain SVG with one viewBox and all shapes inside it."
ALONE = "expected a drawing that stands alone, found:"
OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SQUARE = f'{OPEN} viewBox="0 0 10 10"><rect width="10" height="10" fill="#f00"/></svg>'.encode()
WIDE = f'{OPEN} viewBox="0 0 20 10"><rect width="20" height="10" fill="#f00"/></svg>'.encode()
RED = (255, 0, 0, 255)
BLUE = (0, 0, 255, 255)


def svg(content: str) -> bytes:
    return f'{OPEN} viewBox="0 0 10 10">{content}</svg>'.encode()


def pixels(png: bytes) -> dict[tuple[int, int], Pixel]:
    """The pixels of an icon by column and row."""
    _, rows = listed_png.pixels(png)
    return {(x, y): pixel for y, row in enumerate(rows) for x, pixel in enumerate(row)}


@pytest.mark.parametrize(
    ("path", "size"),
    [
        (icons.ANY_192, (192, 192)),
        (icons.ANY_512, (512, 512)),
        (icons.MASKABLE_512, (512, 512)),
        (icons.APPLE_TOUCH_180, (180, 180)),
    ],
)
def test_icon_has_its_size(path: str, size: tuple[int, int]) -> None:
    assert struct.unpack(">II", icons.render(SQUARE, "#00f")[path][16:24]) == size


def test_icons_are_as_short_as_a_drawing_of_two_colors_allows() -> None:
    drawn = icons.render(SQUARE, "#00f")
    # With four bytes for each pixel they take 5,602.
    assert sum(map(len, drawn.values())) < 1000


def test_same_drawing_gives_the_same_bytes() -> None:
    once = icons.render(SQUARE, "#00f")
    # Or it would not be drawn again.
    icons._png.cache_clear()
    assert icons.render(SQUARE, "#00f") == once


def test_plain_icon_is_filled_by_a_square_drawing() -> None:
    found = pixels(icons.render(SQUARE, "#00f")[icons.ANY_192])

    assert set(found.values()) == {RED}


def test_plain_icon_is_clear_beside_a_wide_drawing() -> None:
    found = pixels(icons.render(WIDE, "#00f")[icons.ANY_192])

    assert (found[0, 96], found[96, 0][3], found[96, 191][3]) == (RED, 0, 0)


@pytest.mark.parametrize("drawing", [SQUARE, WIDE], ids=["square", "wide"])
def test_maskable_icon_keeps_the_drawing_in_the_safe_circle(drawing: bytes) -> None:
    found = pixels(icons.render(drawing, "#00f")[icons.MASKABLE_512])

    drawn = [place for place, pixel in found.items() if pixel != BLUE]
    farthest = max(((x + 0.5 - 256) ** 2 + (y + 0.5 - 256) ** 2) ** 0.5 for x, y in drawn)
    # One pixel of blurred edge is let through.
    assert 0.39 * 512 < farthest < 0.4 * 512 + 1


@pytest.mark.parametrize("path", [icons.MASKABLE_512, icons.APPLE_TOUCH_180])
def test_icon_for_a_cut_shape_is_opaque_to_its_corners(path: str) -> None:
    found = pixels(icons.render(WIDE, "#00f")[path])

    assert {pixel[3] for pixel in found.values()} == {255}
    assert found[0, 0] == BLUE


def test_apple_icon_has_a_tenth_of_padding() -> None:
    found = pixels(icons.render(SQUARE, "#00f")[icons.APPLE_TOUCH_180])

    assert (found[17, 90], found[18, 90]) == (BLUE, RED)


@pytest.mark.parametrize(
    ("drawing", "text"),
    [
        (
            b"not a drawing",
            "expected an SVG drawing, found something that is not XML at line 1, column 1.",
        ),
        (
            b"<svg>\n<g></svg>",
            "expected an SVG drawing, found something that is not XML at line 2, column 6.",
        ),
        (b"<html/>", "expected <svg xmlns='http://www.w3.org/2000/svg'>, found another root."),
        (b"<svg/>", "expected <svg xmlns='http://www.w3.org/2000/svg'>, found another root."),
        (
            b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
            "expected an SVG drawing without entities, found <!ENTITY.",
        ),
        (f"{OPEN}/>".encode(), f"{ALONE} a viewBox of four numbers is missing."),
        (f'{OPEN} viewBox="0 0 10"/>'.encode(), f"{ALONE} a viewBox of four numbers is missing."),
        (f'{OPEN} viewBox="0 0 0 9"/>'.encode(), f"{ALONE} a viewBox of four numbers is missing."),
        (svg("<script>1</script>"), f"{ALONE} a script in <script>."),
        (svg('<g onclick="a()"/>'), f"{ALONE} a script in onclick of <g>."),
        (svg("<foreignObject/>"), f"{ALONE} foreign content in <foreignObject>."),
        (svg("<text>A</text>"), f"{ALONE} letters (turn them into paths) in <text>."),
        (
            svg('<image xlink:href="https://example.org/a.png"/>'),
            f"{ALONE} a reference to 'https://example.org/a.png' in <image>.",
        ),
        (svg('<image href="a.png"/>'), f"{ALONE} a reference to 'a.png' in <image>."),
        (
            svg('<rect fill="url(other.svg#a)"/>'),
            f"{ALONE} a reference to 'other.svg#a' in <rect>.",
        ),
        (
            svg("<style>@import 'a.css'; b {fill: url(\"c.png\")}</style>"),
            f"{ALONE} a reference to 'c.png' in <style>; a reference to 'a.css' in <style>.",
        ),
        (
            f"{OPEN}><script/></svg>".encode(),
            f"{ALONE} a viewBox of four numbers is missing; a script in <script>.",
        ),
    ],
    ids=str,
)
def test_drawing_that_cannot_be_used_is_a_problem(drawing: bytes, text: str) -> None:
    assert icons.problems(drawing) == [f"{text} {ADVICE}"]


@pytest.mark.parametrize(
    "drawing",
    [
        SQUARE,
        svg('<defs><linearGradient id="a"/></defs><rect fill="url(#a)"/><use href="#a"/>'),
        svg('<image href="data:image/png;base64,AA=="/>'),
        f'{OPEN} viewBox="-5,-5,10,10"/>'.encode(),
        b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg>\n' + SQUARE,
    ],
    ids=str,
)
def test_drawing_that_stands_alone_is_good(drawing: bytes) -> None:
    assert icons.problems(drawing) == []


def test_no_drawing_stands_for_the_default_one() -> None:
    assert icons.problems(None) == []


def test_a_path_in_place_of_a_drawing_is_a_problem() -> None:
    assert icons.problems("icon.svg") == [
        f"expected the bytes of an SVG file, found something else. {ADVICE}"
    ]


def test_a_drawing_that_only_an_xml_reader_understands_is_a_problem() -> None:
    drawing = '<?xml version="1.0" encoding="utf-16"?>' + svg("").decode()
    [text] = icons.problems(drawing.encode("utf-16"))

    assert text.startswith("expected a drawing that can be rendered, found: ")
    assert text.endswith(ADVICE)


def test_rendering_a_bad_drawing_raises_its_problem() -> None:
    with pytest.raises(PackError) as error:
        icons.render(b"<svg/>", "#fff")

    assert error.value.problems == [
        f"icon: expected <svg xmlns='http://www.w3.org/2000/svg'>, found another root. {ADVICE}"
    ]
