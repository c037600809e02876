"""What pages hold for the planner's scripts: its data, and blanks for it to fill."""

from __future__ import annotations

import json
from html import escape
from typing import Any


def plan_script(rules: dict[str, Any], words: dict[str, str], routes: dict[str, str]) -> str:
    """Return a block of data that `plan/data.js` reads; no browser runs or shows it.

    Args:
        rules: what `plan_rules` returns.
        words: the section `plan` of strings.yml.
        routes: what readers call the routes.
    """
    data = {"rules": rules, "words": words, "route_names": routes}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # A clinic's words must not end the block; in JSON these letters mean the same.
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f'<script type="application/json" id="guide-plan">{text}</script>'


def blank(name: str) -> str:
    """Return a place that `plan/sheet.js` fills, and a pen where it cannot.

    Args:
        name: an entry of the plan, such as "no_driving", or a note for tonight, such as "ride".
    """
    return f'<span class="guide-blank" data-blank="{escape(name)}"></span>'


def driving_answer(words: dict[str, str]) -> str:
    """Return the answer to "when can I drive?", in which `session/driving-line.js` puts the time.

    Args:
        words: the section `plan` of strings.yml.
    """
    return f"<span data-driving>{escape(words['driving_unknown'], quote=False)}</span>"
