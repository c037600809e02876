"""The buttons that dial, or begin a text message."""

from __future__ import annotations

from html import escape
from typing import Literal

from guide.clinic import dialable

Level = Literal["clinic", "crisis", "emergency"]


def call_action(
    level: Level, label: str, name: str, phone: str, scheme: Literal["tel", "sms"] = "tel"
) -> str:
    """Return a call button as HTML on one line, with the number in its words.

    Args:
        level: whom it reaches; sets the color.
        label: text with `{name}` and, if wanted, `{phone}`.
        name: the name of whoever answers.
        phone: the number as printed.
        scheme: whether the button calls or writes.
    """
    # The number stays on one line: half a number is no number to a dizzy reader.
    number = f'<span class="guide-action__number">{escape(phone)}</span>'
    words = escape(label).format(name=escape(name), phone=number)
    return (
        f'<p class="guide-action"><a class="guide-action__button guide-action__button--{level}" '
        f'href="{scheme}:{dialable(phone)}">{words}</a></p>'
    )


def phone_link(number: str, scheme: Literal["tel", "sms"] = "tel") -> str:
    """Return a number as a link that calls it, or begins a text message, as HTML."""
    return f'<a class="guide-phone" href="{scheme}:{dialable(number)}">{escape(number)}</a>'
