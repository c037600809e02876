"""The shade of a clinic's color in which words and lines can be read on the guide's own pages.

A color is chosen for a sign or a button, with words on it. As words on white, yellow or orange
cannot be read, and call buttons are such words. So the color itself is kept for fills, and words,
borders and icons have the nearest shade of its hue that is dark enough (at night: light enough).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from guide.clinic import Colors
from guide.clinic.look.colors import ColorPair
from guide.clinic.look.contrast import readable

#: What words in the main color stand on, by the names of theme.css.
GROUNDS = ("paper", "card", "tint", "usual", "call")
_DAY, _NIGHT = '[data-md-color-scheme="default"]', '[data-md-color-scheme="slate"]'


@dataclass(frozen=True)
class Shades:
    """The colors of words and lines by day and, if the clinic has colors for it, at night."""

    day: str
    night: str | None


def shades_of(colors: Colors, theme: str) -> Shades:
    """Return the shades of a clinic's colors that can be read on the grounds of a theme.

    Args:
        colors: of the checked clinic file.
        theme: the text of theme.css.
    """
    night = readable(colors.dark.main, grounds(theme, _NIGHT)) if colors.dark else None
    return Shades(readable(colors.main, grounds(theme, _DAY)), night)


def grounds(theme: str, scheme: str) -> list[str]:
    """Return the colors that words stand on, as the first rule of a scheme sets them."""
    match = re.search(re.escape(scheme) + r"\s*\{([^}]*)\}", theme)
    rule = dict(re.findall(r"--guide-([\w-]+):\s*(#[0-9a-f]{3,6})\b", match[1] if match else ""))
    return [_six_digits(rule[name]) for name in GROUNDS]


def said(colors: Colors, shades: Shades) -> Iterable[str]:
    """Yield what the build tells a clinic of a color that is not used for words."""
    for pair, shade, when in ((colors, shades.day, ""), (colors.dark, shades.night, "dark ")):
        if pair and shade and pair.main != shade:
            yield _changed(pair, shade, when)


def _changed(pair: ColorPair, shade: str, when: str) -> str:
    return (
        f"Your {when}main color {pair.main} is too {'dark' if when else 'light'} for words and "
        f"lines on the page. It is kept for filled buttons; words, lines and call buttons have "
        f"{shade}, a {'lighter' if when else 'darker'} shade of it. Nothing is to be done."
    )


def _six_digits(color: str) -> str:
    return color if len(color) == 7 else "#" + "".join(digit * 2 for digit in color[1:])
