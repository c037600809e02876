"""The buttons that dial, or begin a text message."""

from __future__ import annotations

from html import escape
from typing import Literal

from guide.clinic import dialable

Level = Literal["clinic", "crisis", "emergency"]


def call_action(
    level: Level, label: str, name: str, phone: str, scheme: Literal["tel", "sms"] = "tel"
) -> str:
    """Return a call button as HTML on one line, with the number in its words; see `action_link`."""
    link = action_link(level, escape(label), name, phone, scheme)
    return f'<p class="guide-action">{link}</p>'


def action_link(
    level: Level,
    label: str,
    name: str,
    phone: str,
    scheme: Literal["tel", "sms"] = "tel",
    *,
    when: str = "",
) -> str:
    """Return the link of a call button as HTML.

    Args:
        level: whom it reaches; sets the color.
        label: HTML with `{name}` and, if wanted, `{phone}`.
        name: the name of whoever answers.
        phone: the number as printed.
        scheme: whether the button calls or writes.
        when: a value of `data-when`, if it is not always shown; see `clinic_calls`.
    """
    # The number stays on one line: half a number is no number to a dizzy reader.
    number = f'<span class="guide-action__number">{escape(phone)}</span>'
    words = label.format(name=escape(name), phone=number)
    shown = f' data-when="{when}"' if when else ""
    return (
        f'<a class="guide-action__button guide-action__button--{level}" '
        f'href="{scheme}:{dialable(phone)}"{shown}>{words}</a>'
    )


def phone_link(number: str, scheme: Literal["tel", "sms"] = "tel") -> str:
    """Return a number as a link that calls it, or begins a text message, as HTML."""
    return f'<a class="guide-phone" href="{scheme}:{dialable(number)}">{escape(number)}</a>'
