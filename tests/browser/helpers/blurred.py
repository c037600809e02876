"""How well words stand out from what is behind them when sight is blurred."""

from __future__ import annotations

import io
from collections import Counter
from typing import Any

from PIL import Image
from playwright.sync_api import Locator, Page

from guide.clinic.look.contrast import contrast

# Where the words of an element are, without its padding and borders.
_WORDS_BOX = """
(element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  const { left, top, right, bottom } = range.getBoundingClientRect();
  return [left, top, right, bottom];
}
"""


def blur(page: Page, radius: float) -> None:
    """Show the page as eyes see it that blur every edge by a radius in CSS px."""
    page.evaluate(
        "radius => { document.documentElement.style.filter = `blur(${radius}px)` }", radius
    )


def contrast_of_words(page: Page, element: Locator) -> float:
    """Return the contrast, from 1 to 21, of the core of an element's letters with their ground.

    The ground is the commonest color in the box of the words. Blur leaves their full color only
    to the thickest places of letters, so that the hundredth part that differs most is taken.
    """
    box = tuple(round(edge) for edge in element.evaluate(_WORDS_BOX))
    with Image.open(io.BytesIO(page.screenshot(scale="css"))) as screen:
        data: Any = screen.convert("RGB").crop(box).get_flattened_data()
    pixels: Counter[tuple[int, int, int]] = Counter(data)
    ground = _name(pixels.most_common(1)[0][0])
    contrasts = sorted(
        (contrast(ground, _name(color)) for color in pixels.elements()), reverse=True
    )
    return contrasts[len(contrasts) // 100]


def _name(color: tuple[int, int, int]) -> str:
    return "#" + "".join(f"{part:02x}" for part in color)
