"""The codes of the poster: black squares that open the guide in a phone's camera.

They hold the address at which the clinic publishes the guide, and nothing else. Without an address
there is no code: one that leads elsewhere would be printed and stay on a wall for years.
"""

from __future__ import annotations

from html import escape

import segno

#: The companion's page, from the guide's address.
COMPANION = "with-you/"
# Level Q still reads with a quarter of it torn or stained.
_CORRECTION = "q"
# The white edge that a reader of codes needs, in modules (ISO/IEC 18004).
_QUIET = 4


def poster_codes(address: str | None, clinic_file: str, words: dict[str, str]) -> dict[str, str]:
    """Return the figures of the poster as HTML, by the names that the page uses.

    Args:
        address: of the guide, with a slash at its end; None if the clinic file has none.
        clinic_file: its name, for the note that stands where the code would.
        words: `guide` and `companion` name the codes, `type` says how to do without one, with
            `{address}`; `missing` what to fill in, with `{file}`.
    """
    if address is None:
        note = escape(words["missing"].format(file=clinic_file), quote=False)
        missing = f'<p class="guide-poster__missing">{note}</p>'
        return {"poster_guide": missing, "poster_companion": ""}
    return {
        "poster_guide": _figure("guide", address, words["guide"], words),
        "poster_companion": _figure("companion", address + COMPANION, words["companion"], words),
    }


def _figure(kind: str, address: str, label: str, words: dict[str, str]) -> str:
    shown = f'<span class="guide-poster__address">{escape(address)}</span>'
    typed = escape(words["type"], quote=False).format(address=shown)
    return (
        f'<figure class="guide-poster__code guide-poster__code--{kind}">'
        f"{_drawing(address, label)}<figcaption>{typed}</figcaption></figure>"
    )


def _drawing(address: str, label: str) -> str:
    code = segno.make(address, error=_CORRECTION, micro=False)
    drawn = code.svg_inline(border=_QUIET, omitsize=True, light="#fff")
    return drawn.replace("<svg ", f'<svg role="img" aria-label="{escape(label)}" ', 1)
