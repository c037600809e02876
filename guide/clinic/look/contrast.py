"""How well one color can be read on another, and the nearest shade that can."""

from __future__ import annotations

import colorsys
from collections.abc import Iterable

#: WCAG 2.2 level AAA for text; the whole guide keeps to it. Level AA asks for 4.5, and for lines 3.
LEAST_CONTRAST = 7.0
_STEPS = 1000


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors as WCAG reckons it, from 1 to 21.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(color: str, on: Iterable[str], least: float = LEAST_CONTRAST) -> str:
    """Return the nearest shade of a color with enough contrast on every ground.

    Its hue and saturation stay (HSL). Where the grounds are light it gets darker, else lighter.

    Args:
        color: `#` and six hexadecimal digits.
        on: the grounds, all light or all dark ones.
        least: from 1 to 21, as WCAG reckons it; black or white must have as much.
    """
    grounds_ = list(on)
    black_is_better = all(contrast(one, "#000000") > contrast(one, "#ffffff") for one in grounds_)
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parts(color))
    end = 0.0 if black_is_better else 1.0
    for step in range(_STEPS + 1):
        at = lightness + (end - lightness) * step / _STEPS
        shade = color if step == 0 else _written(colorsys.hls_to_rgb(hue, at, saturation))
        if all(contrast(shade, one) >= least for one in grounds_):
            return shade
    raise ValueError(f"no shade of {color} has {least} to 1 on {grounds_}")


def _luminance(color: str) -> float:
    red, green, blue = (_linear(part) for part in _parts(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _parts(color: str) -> tuple[float, float, float]:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _written(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
