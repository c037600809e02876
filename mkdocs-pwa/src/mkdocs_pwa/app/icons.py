"""One SVG drawing to the PNG icons that phones ask for."""

import base64
import math
import re
from functools import lru_cache
from xml.etree import ElementTree

import resvg_py

from mkdocs_pwa.app.short_png import short_png
from mkdocs_pwa.errors import PackError

ANY_192 = "pwa/icon-192.png"
ANY_512 = "pwa/icon-512.png"
MASKABLE_512 = "pwa/icon-maskable-512.png"
APPLE_TOUCH_180 = "pwa/apple-touch-icon.png"

# A phone may cut a maskable icon to a circle of this share of its side.
SAFE_CIRCLE = 0.8
# iOS rounds the corners only, so the drawing may fill more of the square.
APPLE_SHARE = 0.8

_ADVICE = "Save the drawing as a plain SVG with one viewBox and all shapes inside it."
_FORBIDDEN = {
    "script": "a script",
    "foreignObject": "foreign content",
    # Letters would depend on the fonts of the machine that builds the site.
    "text": "letters (turn them into paths)",
}


def render(svg: bytes, background: str) -> dict[str, bytes]:
    """The PNG files of one drawing, by their paths in the site.

    Args:
        svg: the drawing; it is fitted into each square and centred.
        background: `#rrggbb`, for the icons that may not be transparent.

    Raises:
        PackError: the drawing cannot be used.
    """
    if found := problems(svg):
        raise PackError(f"icon: {text}" for text in found)
    # Not read before `problems`, which refuses a drawing without one.
    width, height = _view_box(ElementTree.fromstring(svg)) or (1, 1)
    whole = 1 / max(width, height)
    in_circle = SAFE_CIRCLE / math.hypot(width, height)
    padded = APPLE_SHARE * whole

    def png(side: int, scale: float, fill: str | None = None) -> bytes:
        return _png(svg, side, (width * scale * side, height * scale * side), fill)

    return {
        ANY_192: png(192, whole),
        ANY_512: png(512, whole),
        MASKABLE_512: png(512, in_circle, background),
        APPLE_TOUCH_180: png(180, padded, background),
    }


def problems(svg: object) -> list[str]:
    """Why a drawing cannot be used; nothing for a good one, and for None (the default one)."""
    if svg is None:
        return []
    if not isinstance(svg, bytes):
        return [f"expected the bytes of an SVG file, found something else. {_ADVICE}"]
    # The parser would expand entities, which a drawing does not need.
    if b"<!ENTITY" in svg:
        return [f"expected an SVG drawing without entities, found <!ENTITY. {_ADVICE}"]
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        line, column = error.position
        return [
            f"expected an SVG drawing, found something that is not XML at line {line}, "
            f"column {column + 1}. {_ADVICE}"
        ]
    if root.tag != "{http://www.w3.org/2000/svg}svg":
        return [f"expected <svg xmlns='http://www.w3.org/2000/svg'>, found another root. {_ADVICE}"]
    found = [] if _view_box(root) else ["a viewBox of four numbers is missing"]
    for element in root.iter():
        found += _element_problems(element)
    if found:
        listed = "; ".join(dict.fromkeys(found))
        return [f"expected a drawing that stands alone, found: {listed}. {_ADVICE}"]
    return _render_problems(svg)


def _element_problems(element: ElementTree.Element) -> list[str]:
    name = _local(element.tag)
    found = [f"{_FORBIDDEN[name]} in <{name}>"] if name in _FORBIDDEN else []
    texts = [element.text or ""] if name == "style" else []
    for attribute, value in element.attrib.items():
        key = _local(attribute)
        if key.startswith("on"):
            found.append(f"a script in {key} of <{name}>")
        if key == "href" and not value.strip().startswith(("#", "data:")):
            found.append(f"a reference to '{value}' in <{name}>")
        texts.append(value)
    for text in texts:
        addresses = re.findall(r"url\(\s*['\"]?(?!#|data:)([^'\")]*)", text)
        addresses += re.findall(r"@import\s+['\"]([^'\"]*)", text)
        found += [f"a reference to '{address}' in <{name}>" for address in addresses]
    return found


def _render_problems(svg: bytes) -> list[str]:
    try:
        resvg_py.svg_to_bytes(svg_string=svg.decode(), width=16, skip_system_fonts=True)
    except ValueError as error:
        return [f"expected a drawing that can be rendered, found: {error}. {_ADVICE}"]
    return []


def _view_box(root: ElementTree.Element) -> tuple[float, float] | None:
    numbers = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    try:
        _, _, width, height = map(float, numbers)
    except ValueError:
        return None
    return (width, height) if width > 0 and height > 0 else None


# A process that packs several sites, one for each language say, draws their icons once.
@lru_cache(maxsize=16)
def _png(svg: bytes, side: int, box: tuple[float, float], fill: str | None) -> bytes:
    width, height = box
    # As an image inside a drawing of ours the given one keeps its own ids and styles.
    content = base64.b64encode(svg).decode("ascii")
    square = f'<rect width="{side}" height="{side}" fill="{fill}"/>' if fill else ""
    outer = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}">{square}'
        f'<image href="data:image/svg+xml;base64,{content}" width="{width}" height="{height}" '
        f'x="{(side - width) / 2}" y="{(side - height) / 2}"/></svg>'
    )
    return short_png(resvg_py.svg_to_bytes(svg_string=outer, skip_system_fonts=True))


def _local(name: object) -> str:
    return str(name).rpartition("}")[2]
