"""Screens as people have them, for Playwright's contexts."""

from __future__ import annotations

from typing import Any


def phone(width: int = 360, height: int = 640, scale: float = 2) -> dict[str, Any]:
    """Return the options of `new_context` that make a tab lay out as on a phone.

    Without `is_mobile` Chromium lays out like a narrow window of a desktop: an element that
    sticks out is then cut off, where on a phone it widens the page and moves all that is fixed.

    Args:
        width: of the screen, in CSS pixels.
        height: of the screen, in CSS pixels.
        scale: pixels of the device for one of CSS: 2 or 3 on phones.

    >>> phone()["viewport"]
    {'width': 360, 'height': 640}
    """
    return {
        "viewport": {"width": width, "height": height},
        "is_mobile": True,
        "has_touch": True,
        "device_scale_factor": scale,
    }


def laptop(width: int = 1300, height: int = 800) -> dict[str, Any]:
    """Return the options of `new_context` for a wide screen with a mouse.

    Args:
        width: of the window, in CSS pixels.
        height: of the window, in CSS pixels.
    """
    return {"viewport": {"width": width, "height": height}}
